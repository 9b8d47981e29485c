"""A report's data for search in the browser: sentences, their words, facts and terms, as one script.

The text is shipped once. Words are run lengths beside their sentence: one character a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from ...charts import describe_value
from ...model import addresses
from ...model.catalogue import Term
from ...model.display_names import QUALIFIER_NAMES
from ...model.findings import Fact, ReportFindings
from ...model.headings import describe_marker
from ...model.measures import MEASURES
from ...model.numeral import describe_decimal
from ...model.place import Span
from ...model.project import Project
from ...model.report import Report, Section
from ...model.words import SentenceWords
from ..frame.left_out import list_left_out_report_pages
from ..frame.nav import Link, describe_more_nav, describe_nav, keep_made
from ..frame.page import report_crumb
from ..frame.surroundings import Surroundings

HEAD = "(window.chuxiongSearchData=window.chuxiongSearchData||[]).push("
TAIL = ");\n"
LENGTHS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How a word's length is written; the last one says that the word goes on, and how long is written next."""
HANZI = re.compile("[㐀-鿿]")
"""The Hanzi that a browser counts as one."""
LINE_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that end a line inside a script's string, in old browsers."""


def render_search_data(
    project: Project, report_findings: ReportFindings, surroundings: Surroundings
) -> bytes:
    """Return the script that hands a report's search data to the page; it runs from a folder too."""
    data = describe_search_data(project, report_findings, surroundings)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in LINE_ENDS.items():
        text = text.replace(char, escaped)
    return f"{HEAD}{text}{TAIL}".encode()


def describe_search_data(
    project: Project, report_findings: ReportFindings, surroundings: Surroundings
) -> dict[str, Any]:
    """Return the data as JSON values; `facts` point into all sentences counted from 0."""
    report = report_findings.report
    sentences = (sentence for section in report.sections for sentence in section.sentences)
    orders = {sentence: order for order, sentence in enumerate(sentences)}
    return {
        "id": report.id,
        "name": report_crumb(report).text,
        "indicator": addresses.indicator_href("*", has_page=surroundings.several),
        "term": addresses.term_href("*"),
        "sentence": addresses.sentence_anchor("*", "*"),
        "sections": [_describe_section(report_findings, section) for section in report.sections],
        "facts": [_describe_fact(report, fact, orders) for fact in report_findings.facts],
        "kinds": describe_kinds(report_findings.facts),
        "terms": [_describe_term(mention.term) for mention in report_findings.terms],
        "pages": [[link.text, link.href] for link in _list_pages(project, report_findings, surroundings)],
        "places": _list_unnamed_places(project, report_findings),
        "variants": render_variants(report.display.text, project.variants),
    }


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


def describe_kinds(facts: Sequence[Fact]) -> list[list[Any]]:
    """Return [field, name, steps] of every choice that the table of facts has by what its numbers are.

    A step is how many facts on the next one of the kind is; the first one counts from before all facts.
    """
    kinds: dict[tuple[str, str], list[int]] = {}
    for at, fact in enumerate(facts):
        kinds.setdefault(("measure", MEASURES[fact.measure].name), []).append(at)
        if fact.qualifier:
            kinds.setdefault(("qualifier", QUALIFIER_NAMES[fact.qualifier]), []).append(at)
    return [
        [*kind, [at - before for before, at in pairwise([-1, *places])]] for kind, places in kinds.items()
    ]


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


def _list_pages(
    project: Project, report_findings: ReportFindings, surroundings: Surroundings
) -> tuple[Link, ...]:
    """Return the pages that a reader may ask for by name: those of a report and of the site that are made."""
    report = report_findings.report
    links = (*describe_nav(report), *describe_more_nav(report, project.gazetteer))
    made = keep_made(links, list_left_out_report_pages(report_findings).union(surroundings.left_out))
    return tuple(link for link in made if link.href != addresses.SEARCH)


def _list_unnamed_places(project: Project, report_findings: ReportFindings) -> list[str]:
    """Return the places that readers look for and the report does not name: their names are no slips."""
    gazetteer = project.gazetteer
    text = report_findings.report.display.text
    return [name for name in dict.fromkeys(gazetteer.names) if name not in text] if gazetteer else []


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
