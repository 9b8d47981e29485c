"""Does the official text on the pages say what the report says, all of it and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.findings import ReportFindings
from ..model.report import Report, Section
from ..problems import Problem
from . import urls
from .faults import describe_fault
from .read_back import BuiltPage

EXCERPT = 16


def check_text(found: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield where the official text, its captured form, or a quotation differs from the report."""
    report = found.report
    full_path = urls.report_page(report, "full")
    full = pages.get(full_path, BuiltPage())
    yield from compare_whole(report, full_path, full)
    yield from _check_section_pages(report, pages)
    for path, page in pages.items():
        if path.startswith(f"{report.id}/"):
            yield from _check_pieces(report, path, page)


def compare_whole(report: Report, path: str, page: BuiltPage) -> Iterator[Problem]:
    """Yield where a page that carries the whole report differs from it, as shown and as captured."""
    blocks = [block for section in report.sections for block in section.blocks]
    yield from compare_text(path, page.official, "".join(map(report.display.of, blocks)))
    yield from compare_text(path, page.captured, "".join(block.of(report.body) for block in blocks))


def _check_section_pages(report: Report, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """The section pages in order carry everything but the title line; each describes itself in its own words."""
    paths = [urls.section_href(report, section) for section in report.pages]
    wanted = (_join(report, section) for section in report.sections if section.number != "T")
    shown = "".join(pages.get(path, BuiltPage()).official for path in paths)
    yield from compare_text(f"{paths[0]} …", shown, "".join(wanted))
    for path in paths:
        page = pages.get(path, BuiltPage())
        if page.description not in page.official:
            yield describe_fault(path, f"网页说明「{page.description[:EXCERPT]}」", "正文里的一句")


def _check_pieces(report: Report, path: str, page: BuiltPage) -> Iterator[Problem]:
    """Each piece stands under its own number, whole, on any page of the report."""
    wanted = {section.number: _join(report, section) for section in report.sections}
    for number in dict.fromkeys(piece.number for piece in page.text):
        shown = "".join(piece.shown for piece in page.text if piece.number == number)
        yield from compare_text(path, shown, wanted.get(number, ""))
    for quote in page.quotes:
        if quote not in report.display.text:
            yield describe_fault(path, f"引文「{quote[:EXCERPT]}」", "报告的原句")


def _join(report: Report, section: Section) -> str:
    return "".join(map(report.display.of, section.blocks))


def compare_text(path: str, ours: str, theirs: str) -> Iterator[Problem]:
    """Yield the first place where a page's text differs from the report's."""
    if ours == theirs:
        return
    at = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    yield describe_fault(path, f"正文「{ours[at : at + EXCERPT]}」", f"「{theirs[at : at + EXCERPT]}」")
