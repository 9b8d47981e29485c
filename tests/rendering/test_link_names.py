"""Can readers who hear links one by one, or go from table to table, tell them apart?"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

import html5lib
import pytest

from built import BuiltSite
from sample_projects import check_content, copy_fixture

Trees = Mapping[str, ET.Element]


def parse(site: BuiltSite) -> dict[str, ET.Element]:
    """Return every page as a browser reads it."""
    return {path: html5lib.parse(html, namespaceHTMLElements=False) for path, html in site.pages.items()}


@pytest.fixture(scope="module")
def sites(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> tuple[Trees, ...]:
    """Return the pages of the project's own site, and of one with two years."""
    outcome = check_content(copy_fixture("two_years", tmp_path_factory.mktemp("two")))
    assert outcome.site is not None
    assert outcome.findings is not None
    two = BuiltSite(folder=built_site.folder, site=outcome.site, findings=outcome.findings)
    return parse(built_site), parse(two)


def list_all(tree: ET.Element, *names: str) -> Iterator[ET.Element]:
    """Yield the elements of these names."""
    return (element for element in tree.iter() if element.tag in names)


def read(element: ET.Element) -> str:
    """Return the words of an element."""
    return " ".join("".join(element.itertext()).split())


def name_link(link: ET.Element, ids: Mapping[str, ET.Element]) -> str:
    """Return what a link is called: by its label, by the elements it names, or by its words."""
    others = [read(ids[id]) for id in (link.get("aria-labelledby") or "").split()]  # noqa: A001
    return link.get("aria-label") or " ".join(others) or read(link)


def list_targets(path: str, tree: ET.Element) -> dict[str, set[str]]:
    """Return name → where the links of that name lead."""
    ids = {element.get("id") or "": element for element in tree.iter()}
    targets: dict[str, set[str]] = defaultdict(set)
    for link in list_all(tree, "a"):
        href = str(link.get("href"))
        if not href.startswith(("http:", "https:", "mailto:", "tel:")):
            file, _, anchor = href.partition("#")
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            href = f"{whole}#{anchor}"
        targets[name_link(link, ids)].add(href)
    return targets


def test_links_of_one_name_lead_to_one_place(sites: tuple[Trees, ...]) -> None:
    """On no page do two links that are called alike lead to different places, and no link is without a name."""
    for trees in sites:
        for path, tree in trees.items():
            targets = list_targets(path, tree)
            assert "" not in targets, path
            assert {name: to for name, to in targets.items() if len(to) > 1} == {}, path


def test_a_label_begins_with_what_is_seen(sites: tuple[Trees, ...]) -> None:
    """Who says a link's words aloud reaches it: its name holds the words that stand there."""
    for trees in sites:
        for path, tree in trees.items():
            for link in list_all(tree, "a"):
                label = link.get("aria-label")
                assert label is None or read(link).replace(" ", "") in label.replace(" ", ""), (path, label)


def test_every_table_has_a_caption(sites: tuple[Trees, ...]) -> None:
    """Each table says what it shows, to be seen or to be heard."""
    for trees in sites:
        for path, tree in trees.items():
            for table in list_all(tree, "table"):
                captions = list(list_all(table, "caption"))
                assert len(captions) == 1, path
                assert read(captions[0]), path


def test_no_list_has_an_empty_item(sites: tuple[Trees, ...]) -> None:
    """Every item of a list has something in it."""
    for trees in sites:
        for path, tree in trees.items():
            assert all(read(item) or list(list_all(item, "input")) for item in list_all(tree, "li")), path
