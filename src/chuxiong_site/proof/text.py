"""Prove the official text on the pages: all of it, in order, nothing else; and every quotation, at its place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..model.findings import ReportFindings
from ..model.place import Span
from ..model.report import Report
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.utterance import fold
from .faults import create_fault
from .lately import keep_last
from .scopes.looking import belongs
from .scopes.words import list_carried

EXCERPT = 16
NO_PAGE = BuiltPage()


def check_text(report_findings: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield where official text, its captured form or a quotation differs from the report."""
    report = report_findings.report
    body = Span(start=0, end=len(report.body))
    whole, raw = show(report, body), read_raw(report, body)
    for path in (f"{report.id}/full.html", f"data/{report.id}-offline.html"):
        pieces = pages.get(path, NO_PAGE).official
        yield from compare_text(path, "".join(piece.shown for piece in pieces), whole)
        yield from compare_text(path, "".join(piece.captured for piece in pieces), raw)
    yield from _check_section_pages(report, pages)
    for path, page in pages.items():
        if belongs(path, report.id):
            yield from _check_pieces(report, path, page)
    for section in report.pages:
        path = f"{report.id}/{section.slug}.html"
        description = _find_description(pages.get(path, NO_PAGE))
        said = {
            fold(report.display.of(sentence))
            for carried in list_carried(report, section)
            for sentence in carried.sentences
        }
        if description not in said:
            yield create_fault(path, f"网页说明「{description[:EXCERPT]}」", "这一节的一句")


def show(report: Report, span: Span) -> str:
    """Return a part of the body as it is shown, without its lines that show nothing: those stand on no page."""
    return "".join(line for line in report.display.of(span).split("\n") if line.strip())


def read_raw(report: Report, span: Span) -> str:
    """Return the same as captured: with its own marks and spaces, without what is no text of the report."""
    omitted = {at for tag in report.tags if tag.omitted for at in range(tag.span.start, tag.span.end)}
    omitted |= set(report.display.separators)
    omitted |= {at for block in _list_unseen(report) for at in range(block.start, block.end)}
    order, body = sorted(omitted), report.body
    lines, start = [], span.start
    for line in span.of(body).split("\n"):
        end = start + len(line)
        gaps = order[bisect_left(order, start) : bisect_left(order, end)]
        ends = zip([start, *(at + 1 for at in gaps)], [*gaps, end], strict=True)
        lines.append("".join([body[first:behind] for first, behind in ends]))
        start = end + 1
    return "".join(line for line in lines if line.strip())


def _list_unseen(report: Report) -> Iterator[Span]:
    """Yield the paragraphs of which nothing is shown: they are on no page."""
    for section in report.sections:
        yield from (block for block in section.blocks if not report.display.of(block).strip())


def _find_description(page: BuiltPage) -> str:
    return next((said.text for said in page.utterances if said.role == "meta:description"), "")


def _check_section_pages(report: Report, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Each page of a section carries its sections whole, in order: all pages together everything but the title line."""
    wanted = {section.number: "" for section in report.pages}
    for section in report.sections:
        if page := report.page_of(section):
            wanted[page.number] += _show_sections(report)[section.number]
    for section in report.pages:
        path = f"{report.id}/{section.slug}.html"
        shown = "".join(piece.shown for piece in pages.get(path, NO_PAGE).official)
        yield from compare_text(path, shown, wanted[section.number])


def _check_pieces(report: Report, path: str, page: BuiltPage) -> Iterator[Problem]:
    """Each piece stands under its own number, whole, on any page of the report."""
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for piece in page.official:
        shown[piece.number].append(piece.shown)
    for number, pieces in shown.items():
        yield from compare_text(path, "".join(pieces), _show_sections(report).get(number, ""))
    for quotation in page.quotations:
        if quotation not in _read_words(report):
            yield create_fault(path, f"引文「{quotation[:EXCERPT]}」", "报告的原句")


@keep_last
def _show_sections(report: Report) -> dict[str, str]:
    return {section.number: show(report, section.span) for section in report.sections}


@keep_last
def _read_words(report: Report) -> str:
    return fold(report.display.text)


def compare_text(path: str, ours: str, theirs: str) -> Iterator[Problem]:
    """Yield the first place where a page's text differs from the report's."""
    if ours == theirs:
        return
    pairs = enumerate(zip(ours, theirs, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(ours), len(theirs)))
    yield create_fault(path, f"正文「{ours[at : at + EXCERPT]}」", f"「{theirs[at : at + EXCERPT]}」")
