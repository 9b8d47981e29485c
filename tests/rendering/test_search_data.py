"""Does the search data hold the report's sentences, words and facts, small enough, and is it caught when it does not?"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from built import BuiltSite
from chuxiong_site.model import addresses
from chuxiong_site.model.site import Site, read_artifact
from chuxiong_site.model.words import Word
from chuxiong_site.proof.around import describe_around, select_alone
from chuxiong_site.proof.links import check_crossings, group_crossings
from chuxiong_site.proof.search import check_search, check_search_page, cut, read_search_data
from chuxiong_site.proof.search_answers import read_variants
from chuxiong_site.proof.sorting import Found, read_pages
from chuxiong_site.rendering.data.search_data import render_lengths, render_search_data, render_variants
from chuxiong_site.rendering.frame.surroundings import describe_surroundings

BUDGET = 12 * 1024
PATH = "data/2023/search-data.js"
Change = Callable[[str], str]


@pytest.fixture(scope="module")
def data(built_site: BuiltSite) -> Mapping[str, Any]:
    """Read the search data of the site's own report."""
    return read_search_data(read_artifact(built_site.site, PATH))


def list_texts(data: Mapping[str, Any]) -> list[str]:
    """Return all sentences, in order."""
    return [text for section in data["sections"] for text, _ in section["sentences"]]


def find_faults(built: BuiltSite, change: Change, path: str = PATH) -> list[str]:
    """Return what the check says once a file of the site is changed."""
    text = built.read(path).decode("utf-8")
    changed = change(text)
    assert changed != text
    return list_faults(built, {**built.site, path: changed.encode("utf-8")})


def list_faults(built: BuiltSite, site: Site) -> list[str]:
    """Return what the proof says of the search data of the newest report."""
    newest, pages = built.findings.reports[0], read_pages(site)
    alone, around = select_alone(built.findings, newest), describe_around(built.findings, newest)
    found, places = Found(), {path: frozenset(page.ids) for path, page in pages.items()}
    found.add(check_search(alone, around, site, pages))
    crossings = group_crossings(found.crossings)
    return [problem.found for problem in (*found.problems, *check_crossings(crossings, places.get, site))]


def test_sentences_make_up_the_report(built_site: BuiltSite, data: Mapping[str, Any]) -> None:
    """The sentences, one after another, are the whole text as readers see it, and no sentence comes twice."""
    report = built_site.report_findings.report
    assert "".join(list_texts(data)) == report.display.text.replace("\n", "")
    assert len(list_texts(data)) == sum(len(section.sentences) for section in report.sections)


def test_words_are_those_of_the_splitter(built_site: BuiltSite, data: Mapping[str, Any]) -> None:
    """Run lengths cut every sentence into the very words that analysis found."""
    words = iter(built_site.report_findings.words.values())
    for section in data["sections"]:
        for text, lengths in section["sentences"]:
            assert cut(text, lengths) == [word.text for word in next(words)]


def test_every_fact_is_in_the_data_with_its_place(built_site: BuiltSite, data: Mapping[str, Any]) -> None:
    """A fact's offsets give its printed words inside its sentence."""
    texts = list_texts(data)
    rows = {row[0]: row for row in data["facts"]}
    assert list(rows) == [fact.id for fact in built_site.report_findings.facts]
    for fact in built_site.report_findings.facts:
        row = rows[fact.id]
        assert texts[row[5]][row[6] : row[7]] == fact.display
        assert fact.display in row[2]


def test_data_stays_within_its_budget(built_site: BuiltSite) -> None:
    """Search data of this report is at most 12 KB compressed."""
    assert len(gzip.compress(built_site.read(PATH), 9)) <= BUDGET


def test_search_page_names_the_data_that_it_loads_when_asked(built_site: BuiltSite) -> None:
    """Nothing is loaded before a reader asks but what finds; the form names what interprets, then the data, the newest first."""
    page = built_site.pages[addresses.SEARCH]
    assert re.findall(r'<script src="assets/(\w+)\.', page) == ["site", "search"]
    [box] = re.findall(r'<form class="search__form"[^>]*data-search-box="([^"]*)"', page)
    assert [re.sub(r"[.?].*", "", source) for source in box.split()] == [
        "assets/answers",
        "data/2023/search-data",
        "data/2022/search-data",
    ]


def test_site_as_built_has_no_fault(built_site: BuiltSite) -> None:
    """The check finds nothing to say of the site as it is built."""
    assert list_faults(built_site, built_site.site) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda text: text.replace("化解率达97.65%", "化解率达97.75%"), "1.7 的句子不同"),
        (lambda text: text.replace('"97.65","97.65%"', '"97.75","97.65%"'), "数字 dispute-resolution-rate：dispute-resolution-rate、97.75、"),
        (lambda text: text.replace('"dispute-resolution-rate"', '"x"'), "数字缺少或次序不同"),
        (lambda text: text.replace("2023/disputes.html", "2023/digital.html"), "1.7 的 page 是「2023/digital.html」"),
        (lambda text: text.replace("indicators/*.html", "indicators/*.htm"), "指标的网址是「indicators/*.htm」"),
        (lambda text: text.replace('"一窗受理"', '"一窗受裡"'), "词语缺少或不同"),
        (lambda text: text.replace('["核对","2023/checks.html"]', '["复算","2023/checks.html"]'), "网页「复算」2023/checks.html"),
        (lambda text: text.replace('["核对","2023/checks.html"],', ""), "没有网页 2023/checks.html"),
        (lambda text: text.replace('["核对","2023/checks.html"]', '["核对","2023/check.html"]'), "网页「核对」2023/check.html"),
        (lambda text: text.replace('["measure","金额",', '["measure","占比",'), "金额的数字不同"),
        (lambda text: text.replace('["qualifier","约数",[', '["qualifier","约数",[1,'), "约数的数字不同"),
        (lambda text: text.replace('["qualifier","约数",[', '["qualifier","约数",[0,'), "约数的数字不同"),
        (lambda text: text.replace('"places":[]', '"places":["石榆市"]'), "报告没有提到的地方不同：石榆市"),
        (lambda text: text.replace("萬", "萭"), "字形表不同：萬→万、萭→万"),
        (lambda text: text.replace("議", ""), "字形表"),
        (lambda text: text.replace("萬", "万"), "字形表里「万」当作「万」"),
        (lambda text: text.replace('"variants":"', '"variants":"9999'), "读不出字形表"),
        (lambda text: text.replace('"variants":"', '"variants":"a'), "读不出字形表"),
    ],
    ids=["sentence", "value", "fact", "page", "indicator", "term", "name", "no-page", "path", "kind", "fact-of-kind", "step", "place", "form", "no-form", "printed", "far", "letter"],
)  # fmt: skip
def test_wrong_data_is_a_fault(built_site: BuiltSite, change: Change, found: str) -> None:
    """A sentence, value, fact or address that is not the report's stops the build."""
    assert any(found in fault for fault in find_faults(built_site, change))


def test_wrong_words_are_a_fault(built_site: BuiltSite, data: Mapping[str, Any]) -> None:
    """Words cut elsewhere than analysis cut them are noticed."""
    text, lengths = data["sections"][0]["sentences"][0]
    faults = find_faults(built_site, lambda all_: all_.replace(f'"{lengths}"', f'"1{lengths}"', 1))
    assert any(f"「{text[:8]}" in fault and "词不同" in fault for fault in faults)


def test_a_page_that_does_not_load_the_data_is_a_fault(built_site: BuiltSite) -> None:
    """The search page has to load the data of the reports that it searches, once a reader asks."""
    page = built_site.read(addresses.SEARCH)
    assert list(check_search_page(built_site.findings, {addresses.SEARCH: page})) == []
    faults = check_search_page(built_site.findings, {addresses.SEARCH: page.replace(PATH.encode(), b"")})
    assert [fault.found for fault in faults] == ["载入 data/2022/search-data.js"]


@given(st.lists(st.text(st.sampled_from("法治府𠮷a1%"), min_size=1, max_size=90), max_size=12))
def test_any_words_come_back_from_their_lengths(words: list[str]) -> None:
    """Words of any length, with characters outside the basic plane too, are cut again where they were cut."""
    lengths = render_lengths(tuple(Word(text=word, tag="n") for word in words))
    assert cut("".join(words), lengths) == words


def test_line_separators_do_not_break_the_script(built_site: BuiltSite) -> None:
    """U+2028 and U+2029 are escaped: old browsers end a line at them even inside a string."""
    (first, *others) = built_site.report_findings.terms
    term = replace(first.term, also=("一窗受理", "\u2028x\u2029"))
    report_findings = replace(built_site.report_findings, terms=(replace(first, term=term), *others))
    script = render_search_data(
        built_site.findings.project, report_findings, describe_surroundings(built_site.findings)
    ).decode("utf-8")
    assert "\\u2028x\\u2029" in script
    assert not {"\u2028", "\u2029"} & set(script)


def test_older_forms_are_read_back(built_site: BuiltSite) -> None:
    """Every older form stands for the character that it is written for; none is a character of the report."""
    text = built_site.report_findings.report.display.text
    variants = built_site.findings.project.variants
    rows = read_variants(render_variants(text, variants), text)
    assert rows
    assert all(variants[old] == new and old not in text and new in text for old, new in rows)
    assert ("議", "议") in rows


@given(
    st.sets(st.sampled_from("一丁七万丈三上下发台里面"), min_size=1),
    st.dictionaries(st.sampled_from("發髮臺裏裡麵麪萬"), st.sampled_from("万发台里面")),
)
def test_any_table_of_forms_comes_back(chars: set[str], variants: dict[str, str]) -> None:
    """Whatever characters a text has and whatever forms they have, the table gives these forms and no other."""
    text = "".join(chars)
    table = render_variants(text, variants)
    assert sorted(read_variants(table, text) or []) == sorted(
        row for row in variants.items() if row[1] in chars
    )
