"""A report's data for search in the browser: sentences, their words, facts and terms, as one script.

The text is shipped once. Words are run lengths beside their sentence: one character a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from ...charts import describe_value
from ...model import addresses
from ...model.catalogue import Term
from ...model.findings import Fact, Findings, ReportFindings
from ...model.headings import describe_marker
from ...model.numeral import describe_decimal
from ...model.place import Span
from ...model.report import Report, Section
from ...model.words import SentenceWords
from ..frame.left_out import list_left_out_pages
from ..frame.nav import Link, describe_more_nav, describe_nav, keep_made
from ..frame.page import report_crumb

HEAD = "(window.chuxiongSearchData=window.chuxiongSearchData||[]).push("
TAIL = ");\n"
LENGTHS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How a word's length is written; the last one says that the word goes on, and how long is written next."""
HANZI = re.compile("[㐀-鿿]")
"""The Hanzi that a browser counts as one."""
LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that end a line inside a script's string, in old browsers."""


def render_search_data(findings: Findings, report_findings: ReportFindings) -> bytes:
    """Return the script that hands a report's search data to the page; it runs from a folder too."""
    text = json.dumps(
        describe_search_data(findings, report_findings), ensure_ascii=False, separators=(",", ":")
    )
    for char, escaped in LINE_ENDS.items():
        text = text.replace(char, escaped)
    return f"{HEAD}{text}{TAIL}".encode()


def describe_search_data(findings: Findings, report_findings: ReportFindings) -> dict[str, Any]:
    """Return the data as JSON values; `facts` point into all sentences counted from 0."""
    report = report_findings.report
    sentences = (sentence for section in report.sections for sentence in section.sentences)
    orders = {sentence: order for order, sentence in enumerate(sentences)}
    return {
        "id": report.id,
        "name": report_crumb(report).text,
        "indicator": describe_indicator_address(findings),
        "term": addresses.term_href("*"),
        "sentence": addresses.sentence_anchor("*", "*"),
        "sections": [_describe_section(report_findings, section) for section in report.sections],
        "facts": [_describe_fact(report, fact, orders) for fact in report_findings.facts],
        "terms": [_describe_term(mention.term) for mention in report_findings.terms],
        "pages": [[link.text, link.href] for link in _list_pages(findings, report_findings)],
        "variants": render_variants(report.display.text, findings.project.variants),
    }


def describe_indicator_address(findings: Findings) -> str:
    """Return where an indicator is described, with `*` for its id."""
    several = len(findings.reports) > 1
    return addresses.indicator_href("*", has_page=several)


def render_lengths(words: SentenceWords) -> str:
    """Return the lengths of the words, in the units that browsers count (UTF-16)."""
    pieces: list[str] = []
    longest = len(LENGTHS) - 1
    for word in words:
        whole, rest = divmod(count_units(word.text), longest)
        pieces.append(LENGTHS[longest] * whole + LENGTHS[rest])
    return "".join(pieces)


def count_units(text: str) -> int:
    """Return the length of a text as browsers count it."""
    return len(text.encode("utf-16-le")) // 2


def render_variants(text: str, variants: Mapping[str, str]) -> str:
    """Return older forms of a text's Hanzi: before each how many Hanzi on, in sorted order, its own one is.

    One on is not written, and 0 is the same again: `4萬發0髮` is the fourth's form, then two of the fifth.
    `variants` tells what each older form means. What browsers count as two characters is left out.
    """
    forms: dict[str, list[str]] = {}
    for old, new in variants.items():
        if HANZI.fullmatch(old):
            forms.setdefault(new, []).append(old)
    pieces: list[str] = []
    last = -1
    for at, char in enumerate(sorted(set(HANZI.findall(text)))):
        for old in sorted(forms.get(char, ())):
            pieces += ["" if at - last == 1 else str(at - last), old]
            last = at
    return "".join(pieces)


def _list_pages(findings: Findings, report_findings: ReportFindings) -> tuple[Link, ...]:
    """Return the pages that a reader may ask for by name: those of a report and of the site that are made."""
    report = report_findings.report
    links = (*describe_nav(report), *describe_more_nav(report, findings.project.gazetteer))
    made = keep_made(links, list_left_out_pages(findings, report_findings))
    return tuple(link for link in made if link.href != addresses.SEARCH)


def _describe_section(report_findings: ReportFindings, section: Section) -> dict[str, Any]:
    report = report_findings.report
    return {
        "number": section.number,
        "marker": describe_marker(report, section),
        "page": addresses.section_href(report, section),
        "sentences": [
            [report.display.of(sentence), render_lengths(report_findings.words[sentence])]
            for sentence in section.sentences
        ],
    }


def _describe_fact(report: Report, fact: Fact, orders: Mapping[Span, int]) -> list[Any]:
    """Return the value as readers see it with its 不少于, 平均 or 拟, its place in its sentence, in units, and its role."""
    indicator = fact.indicator
    before = report.display.of(Span(start=fact.sentence.start, end=fact.span.start))
    start = count_units(before)
    return [
        fact.id,
        describe_decimal(fact.value),
        describe_value(fact),
        indicator.name,
        indicator.scope,
        orders[fact.sentence],
        start,
        start + count_units(fact.display),
        *([fact.role_name] if fact.role_name else []),
    ]


def _describe_term(term: Term) -> list[Any]:
    return [term.id, list(term.also), int(bool(term.source))]
