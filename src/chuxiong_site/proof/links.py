"""Prove links: each leads somewhere, and one around a number to that number's own place."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote

from ..model.findings import Findings
from ..model.records import dataclass
from ..problems import Problem
from .documents.built_page import BuiltPage
from .faults import create_fault

OUTWARD = ("http://", "https://", "mailto:", "tel:", "data:")
"""Links that may leave the site; all others stay in it."""
FOOTER = ("https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/")
"""Where an official site's registration is looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A link to a file of another part of the site: it is held against that part when all are read."""

    path: str
    href: str
    target: str
    anchor: str


Crossings = Mapping[str, str]
"""`page.html#anchor` → the links that lead there, each in a line: the path of its file, a space, the link as it is written."""


def check_links(pages: Mapping[str, BuiltPage], files: Container[str]) -> Iterator[Problem | Crossing]:
    """Yield the links that lead to no place in their page, and those to other files than these."""
    for path, page in pages.items():
        yield from check_addresses(path, page.links, pages, files)
        if path.startswith("data/"):
            for href in page.links:
                if not href.startswith(("#", *OUTWARD)):
                    yield create_fault(path, f"链接「{href}」要用别的文件", "文件里的位置，或者网址")


def check_outward(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield the links that leave the site for a place that neither the content nor the law names."""
    site, own_report = findings.project.site, findings.reports[0].report
    known = {
        *FOOTER,
        site.data_licence.url,
        *(entry.report.source_url for entry in findings.reports),
    }
    own = tuple(address for address in (site.base_url, site.repository) if address)
    for path, page in pages.items():
        for href in dict.fromkeys(link for link in page.links if link.startswith(OUTWARD)):
            kind, _, rest = href.partition(":")
            if not (
                href.partition("#")[0] in known
                or (own and href.startswith(own))
                or (kind == "mailto" and site.contact and rest.startswith(site.contact))
                or (kind == "tel" and rest in own_report.body)
            ):
                yield create_fault(path, f"离开本站的链接「{href}」", "官方原页、仓库、联系邮箱")


def turn_inward(base_url: str, path: str, href: str) -> str:
    """Return a link to the site's own complete address as one from a page; any other as it is."""
    base = f"{base_url.rstrip('/')}/"
    if not base_url or not href.startswith(base):
        return href
    return "../" * path.count("/") + href.removeprefix(base)


def check_addresses(
    path: str, links: Iterable[str], pages: Mapping[str, BuiltPage], files: Container[str]
) -> Iterator[Problem | Crossing]:
    """Yield the addresses in a file that lead to no place in their page, and those to other files than these."""
    for href in dict.fromkeys(links):
        if href.startswith(OUTWARD):
            continue
        full, anchor = resolve(path, href)
        if not href or "#" in full or "\n" in href:  # no file is called so, and no address written so
            yield _create_dead(path, href)
        elif full in files:
            yield from _check_place(path, href, anchor, pages[full].ids if full in pages else None)
        else:
            yield Crossing(path=path, href=href, target=full, anchor=anchor)


def _check_place(path: str, href: str, anchor: str, places: Container[str] | None) -> Iterator[Problem]:
    """Yield a link to an anchor that its page has not; a file that is no page has none to look for."""
    if anchor and places is not None and anchor not in places:
        yield create_fault(path, f"链接「{href}」的位置不存在", "那一页里有的标识")


def group_crossings(crossings: Iterable[Crossing]) -> Crossings:
    """Return links by where they lead: many pages lead to the same places."""
    groups: dict[str, dict[str, None]] = {}
    for link in crossings:
        groups.setdefault(f"{link.target}#{link.anchor}", {})[f"{link.path} {link.href}"] = None
    return {aim: "\n".join(rows) for aim, rows in groups.items()}


def check_crossings(
    crossings: Crossings, find_anchors: Callable[[str], Container[str] | None], files: Container[str]
) -> Iterator[Problem]:
    """Yield the links from one part of a site to another that lead to no file, or to no place in its page.

    `find_anchors` knows the anchors of every page by its path, of a file that is no page nothing.
    """
    for aim, rows in crossings.items():
        target, _, anchor = aim.partition("#")
        is_dead = target not in files
        places = None if is_dead or not anchor else find_anchors(target)
        if is_dead or (places is not None and anchor not in places):
            for path, _, href in (row.partition(" ") for row in rows.split("\n")):
                yield from [_create_dead(path, href)] if is_dead else _check_place(path, href, anchor, places)


def _create_dead(path: str, href: str) -> Problem:
    return create_fault(path, f"链接「{href}」没有去处", "站内有的文件")


def resolve(path: str, href: str) -> tuple[str, str]:
    """Return the file, from the site root, and the anchor that a link in a file leads to."""
    target, _, anchor = href.partition("#")
    target = target.partition("?")[0]
    full = follow(path.rpartition("/")[0], target) if target else path
    return full, unquote(anchor)


@lru_cache(maxsize=4096)  # pages of one folder lead to the same files
def follow(folder: str, target: str) -> str:
    """Return the file, from the site root, that an address leads to from a folder."""
    return posixpath.normpath(posixpath.join(folder, unquote(target)))
