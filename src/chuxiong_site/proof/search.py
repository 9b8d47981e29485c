"""Prove the search data: every sentence, word and fact of the report, with the address where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, unquote

from ..model.findings import Fact, Findings, ReportFindings
from ..model.numeral import describe_decimal
from ..model.site import Site, read_artifact
from ..problems import Problem
from .around import Around
from .documents.built_page import BuiltPage
from .documents.parsed import parse_page
from .documents.tables import UnreadableError, read_json, say_cell
from .documents.utterance import fold
from .faults import create_fault
from .links import Crossing
from .scopes.data import locate_section
from .scopes.words import name_report, read_marker, say_value
from .search_answers import check_kinds, check_pages, check_places, check_variants

SCRIPT = re.compile(r"[^(]*\(window\.\w+=window\.\w+\|\|\[\]\)\.push\((.*)\);\s*", re.DOTALL)
LENGTHS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How long a word is; the last one says that the word goes on, and how long is written next."""
LONG = len(LENGTHS) - 1
UNITS = {char: length for length, char in enumerate(LENGTHS)}
EXCERPT = 16
SEARCH, TERMS = "search.html", "terms.html"
AT_ONCE = 2
"""How many reports the page of search searches without being asked."""
ALL = "全部年度"


def check_search_page(findings: Findings, files: Site) -> Iterator[Problem]:
    """Yield the reports whose data the page of search neither loads nor offers, and what it says otherwise of them."""
    if SEARCH not in files:
        return
    tree = parse_page(files, SEARCH)
    reports = [entry.report for entry in findings.reports]
    form = tree.css_first("form.search__form")
    sources = (form.attributes.get("data-search-box") or "").split() if form is not None else []
    at_once = [name for source in sources if (name := source.partition("?")[0]).endswith("/search-data.js")]
    if at_once != [f"data/{report.id}/search-data.js" for report in reports[:AT_ONCE]]:
        yield create_fault(SEARCH, f"载入 {'、'.join(at_once)}", "最近的报告的检索数据")
    named = "、".join(name_report(report) for report in reports[:AT_ONCE])
    said = [fold(note.text()) for note in tree.css("[data-search-scope]")]
    if said != [f"搜的是{named}。"] * bool(reports[AT_ONCE:]):
        yield create_fault(SEARCH, f"写着「{''.join(said)}」", f"搜的是{named}")
    shown = [_read_choice(link.attributes, fold(link.text())) for link in tree.css("[data-search-years] a")]
    wanted = [(f"{SEARCH}?report=all", "", True)] * bool(reports[AT_ONCE:])
    wanted += [
        (f"{SEARCH}?report={quote(report.id)}", f"data/{report.id}/search-data.js", True)
        for report in reports[AT_ONCE:]
    ]
    names = {report.id: {name_report(report), report.id} for report in reports}
    found = [
        (href, source, text in names.get(unquote(href.partition("=")[2]), {ALL}))
        for href, source, text in shown
    ]
    if found != wanted:
        yield create_fault(
            SEARCH, f"可选 {len(found)} 份别的报告", f"{len(wanted)} 份，新的在前，各是自己的检索数据"
        )


def _read_choice(values: Mapping[str, str | None], text: str) -> tuple[str, str, str]:
    """Return where a choice leads, the data that it loads, and what it is called."""
    return values.get("href") or "", (values.get("data-search-box") or "").partition("?")[0], text


def check_search(
    findings: Findings, around: Around, files: Site, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem | Crossing]:
    """Yield faults of the search data of one report: missing, differing, or with wrong addresses."""
    [report_findings] = findings.reports
    path = f"data/{report_findings.report.id}/search-data.js"
    try:
        data = read_search_data(read_artifact(files, path))
        yield from _check_report(report_findings, data, path)
        yield from _check_sections(report_findings, data["sections"], path, pages)
        yield from _check_facts(report_findings, data, path)
        yield from _check_terms(report_findings, around, data, path)
        yield from check_pages(report_findings, around, data["pages"], path, pages)
        yield from check_kinds(report_findings, data["kinds"], path)
        yield from check_places(findings, report_findings, data["places"], path)
        yield from check_variants(findings, report_findings, data["variants"], path)
    except (UnreadableError, KeyError, IndexError, TypeError, ValueError, AttributeError):
        yield create_fault(path, "读不出检索数据", "完好的脚本，里面是这份报告的句子、数字和词语")


def read_search_data(data: bytes) -> dict[str, Any]:
    """Return the data inside the script."""
    match = SCRIPT.fullmatch(data.decode("utf-8", "replace"))
    if match is None:
        raise UnreadableError("不是交给检索的脚本")
    whole: dict[str, Any] = read_json(match[1].encode())
    return whole


def _check_report(report_findings: ReportFindings, data: Mapping[str, Any], path: str) -> Iterator[Problem]:
    for name, wanted in (("id", report_findings.report.id), ("name", name_report(report_findings.report))):
        if data[name] != wanted:
            yield create_fault(path, f"{name} 是「{data[name]}」", f"「{wanted}」")


def _check_sections(
    report_findings: ReportFindings, rows: list[dict[str, Any]], path: str, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem]:
    report = report_findings.report
    if [row["number"] for row in rows] != [section.number for section in report.sections]:
        yield create_fault(path, "节缺少或次序不同", "与报告相同")
    for row, section in zip(rows, report.sections, strict=False):
        for name, wanted in (
            ("marker", read_marker(report, section)),
            ("page", locate_section(report, section.number)),
        ):
            if row[name] != wanted:
                yield create_fault(path, f"{section.number} 的 {name} 是「{row[name]}」", f"「{wanted}」")
        texts = [report.display.of(sentence) for sentence in section.sentences]
        yield from _check_sentences(section.number, row["sentences"], texts, path)
        for sentence, (text, lengths) in zip(section.sentences, row["sentences"], strict=False):
            words = [word.text for word in report_findings.words.get(sentence, ())]
            if not _is_cut(text, lengths, words):
                yield create_fault(path, f"「{text[:EXCERPT]}」的词不同", "、".join(words[:5]))
        ids = pages[row["page"]].ids if row["page"] in pages else {}
        for order in range(1, len(row["sentences"]) + 1):
            if f"_s{section.number}-{order}" not in ids:
                yield create_fault(path, f"{section.number} 第 {order} 句没有去处", "网页里有的标识")


def _check_sentences(number: str, shown: list[Any], wanted: list[str], path: str) -> Iterator[Problem]:
    texts = [row[0] for row in shown]
    if texts != wanted:
        first = next((b for a, b in zip([*texts, ""], wanted, strict=False) if a != b), "")
        yield create_fault(path, f"{number} 的句子不同", f"「{first[:EXCERPT]}」")


def _is_cut(text: str, lengths: str, words: list[str]) -> bool:
    """Tell whether lengths cut a sentence into words; most sentences have no character of two units."""
    said = "".join([LENGTHS[len(word)] if len(word) < LONG else _say_long(len(word)) for word in words])
    is_alike = text == "".join(words) and lengths == said and max(text, default="") < "\U00010000"
    return is_alike or cut(text, lengths) == words


def _say_long(length: int) -> str:
    return LENGTHS[-1] * (length // LONG) + LENGTHS[length % LONG]


def cut(text: str, lengths: str) -> list[str]:
    """Return the words of a sentence from their lengths in UTF-16 units, as a browser cuts them."""
    words, start, end = list[str](), 0, 0
    if lengths.strip(LENGTHS):
        return []
    units = text.encode("utf-16-le")
    for char in lengths:
        end += UNITS[char]
        if char != LENGTHS[-1]:
            words.append(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
            start = end
    return words if 2 * end == len(units) else []


def _check_facts(report_findings: ReportFindings, data: Mapping[str, Any], path: str) -> Iterator[Problem]:
    sentences = [text for section in data["sections"] for text, *_ in section["sentences"]]
    rows = data["facts"]
    if [row[0] for row in rows] != [fact.id for fact in report_findings.facts]:
        yield create_fault(path, "数字缺少或次序不同", "与报告相同")
    for row, fact in zip(rows, report_findings.facts, strict=False):
        wanted = _list_wanted(report_findings, fact)
        shown = [*map(say_cell, row[:5]), *_read_place(row, sentences), *map(say_cell, row[8:])]
        if shown != wanted:
            yield create_fault(path, f"数字 {fact.id}：{'、'.join(shown)}", "、".join(wanted))


def _read_place(row: list[Any], sentences: list[str]) -> list[str]:
    """Return the sentence that a fact points to, and its words there."""
    sentence = sentences[row[5]] if 0 <= row[5] < len(sentences) else ""
    return [sentence, sentence.encode("utf-16-le")[2 * row[6] : 2 * row[7]].decode("utf-16-le", "replace")]


def _list_wanted(report_findings: ReportFindings, fact: Fact) -> list[str]:
    indicator = fact.indicator
    sentence = report_findings.report.display.of(fact.sentence)
    return [
        fact.id,
        describe_decimal(fact.value),
        say_value(fact),
        indicator.name,
        indicator.scope,
        sentence,
        fact.display,
        *([fact.role_name] if fact.role_name else []),
    ]


def _check_terms(
    report_findings: ReportFindings, around: Around, data: Mapping[str, Any], path: str
) -> Iterator[Problem | Crossing]:
    wanted = [[m.term.id, list(m.term.also), int(bool(m.term.source))] for m in report_findings.terms]
    if data["terms"] != wanted:
        yield create_fault(path, "词语缺少或不同", "与 terms.yaml 和报告相同")
    address = "indicators/*.html" if around.several else "indicators.html#_indicator-*"
    if data["indicator"] != address:
        yield create_fault(path, f"指标的网址是「{data['indicator']}」", f"「{address}」")
    for name, wanted_address in (("term", "terms.html#_term-*"), ("sentence", "_s*-*")):
        if data[name] != wanted_address:
            yield create_fault(path, f"{name} 的网址是「{data[name]}」", f"「{wanted_address}」")
    for mention in report_findings.terms:
        anchor = f"_term-{mention.term.id}"
        yield Crossing(path=path, href=f"{TERMS}#{anchor}", target=TERMS, anchor=anchor)
