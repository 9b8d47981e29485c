"""Prove the pages of terms: each term once, with the sentences where it first stands in each section; none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ..model.catalogue import Term
from ..model.findings import Findings, ReportFindings
from ..model.site import Site
from ..problems import Problem
from .documents.parsed import parse_page
from .documents.utterance import fold
from .faults import create_fault
from .links import resolve
from .scopes.data import locate_section
from .scopes.words import name_report

TERMS = "terms.html"
Places = list[tuple[str, str]]
"""(page, anchor) of sentences."""


def check_report_terms(own: ReportFindings, files: Site, *, several: bool) -> Iterator[Problem]:
    """Yield faults of a report's own page of terms."""
    path = f"{own.report.id}/{TERMS}"
    if several and path in files:
        wanted = {mention.term: list_places(own, mention.term) for mention in own.terms}
        yield from _compare(path, parse_page(files, path).css("dl.terms > div"), wanted)


def check_site_terms(findings: Findings, files: Site) -> Iterator[Problem]:
    """Yield faults of the site's page: the newest report's terms in full, of every other one the last report that uses it."""
    if TERMS not in files:
        return
    newest, tree = findings.reports[0], parse_page(files, TERMS)
    users: dict[str, str] = {}
    for entry in reversed(findings.reports):
        users |= {mention.term.id: entry.report.id for mention in entry.terms}
    own = {
        term: list_places(newest, term)
        for term in findings.project.terms
        if users.get(term.id, newest.report.id) == newest.report.id
    }
    yield from _compare(TERMS, tree.css("dl.terms > div"), own)
    notes = [fold(note.text()) for note in tree.css("main p.note")]
    of = [f"「见」后面是{name_report(newest.report)}里的位置。"] * (len(findings.reports) > 1)
    if notes != of:
        yield create_fault(TERMS, f"写着「{''.join(notes)}」", "".join(of) or "没有别的报告")
    shown = [
        (link.attributes.get("id"), *resolve(TERMS, link.attributes.get("href") or ""), fold(link.text()))
        for link in tree.css(".terms__elsewhere a")
    ]
    wanted = [
        (f"_term-{term.id}", f"{users[term.id]}/{TERMS}", f"_term-{term.id}", fold(term.id))
        for term in findings.project.terms
        if term not in own
    ]
    if shown != wanted:
        yield create_fault(
            TERMS, f"其他年度的词语有 {len(shown)} 个", f"{len(wanted)} 个，各到最近用到它的报告"
        )


def list_places(own: ReportFindings, term: Term) -> Places:
    """Return the first sentence of each section that a term stands in."""
    places: dict[str, tuple[str, str]] = {}
    for mention in own.terms:
        for span in mention.spans if mention.term.id == term.id else ():
            section = own.report.section_at(span.start)
            order = section.sentences.index(own.report.sentence_at(span.start)) + 1
            page = locate_section(own.report, section.number)
            places.setdefault(section.number, (page, f"_s{section.number}-{order}"))
    return list(places.values())


def _compare(path: str, entries: list[Any], wanted: dict[Term, Places]) -> Iterator[Problem]:
    shown = [entry.attributes.get("id") or "" for entry in entries]
    anchors = [f"_term-{term.id}" for term in wanted]
    if shown != anchors:
        yield create_fault(path, f"词语：{'、'.join(shown)}", "、".join(anchors))
    for entry, (term, places) in zip(entries, wanted.items(), strict=False):
        word, said = entry.css_first("dt"), entry.css_first("dd")
        links = [
            resolve(path, unquote(link.attributes.get("href") or ""))
            for link in entry.css(".terms__places a")
        ]
        if word is None or fold(word.text()) != fold(term.id) or links != places:
            yield create_fault(path, f"「{term.id}」的位置：{links}", str(places))
        words = f"{term.definition}{term.source}" if term.source else "报告未给出定义。"
        if said is None or not fold(said.text()).replace(" ", "").startswith(words.replace(" ", "")):
            yield create_fault(path, f"「{term.id}」的解释", words)
