"""Which words of the text lead to their explanation?"""

from __future__ import annotations

from dataclasses import replace

from chuxiong_site.model.catalogue import Term
from chuxiong_site.model.findings import ReportFindings
from chuxiong_site.model.place import Span
from chuxiong_site.model.words import TermMention
from chuxiong_site.rendering.text.official_text import describe_blocks
from chuxiong_site.rendering.text.term_links import choose_term_links
from report_samples import Line, build_fact, build_report, build_report_findings, find

LINES = (
    Line(number="T", text="行政许可年度报告", heading=True),
    Line(number="0", text="行政许可事项3项行政许可。行政许可、行政许可事项。"),
)


def build(*words: str, defined: bool = True) -> ReportFindings:
    """Return a report whose terms stand wherever their words do."""
    report = build_report(LINES)
    fact = build_fact(report, "permits", "3项行政许可")
    return replace(
        build_report_findings(report, [fact]),
        terms=tuple(
            TermMention(
                term=Term(id=word, definition="解释" if defined else "", source="某法" if defined else ""),
                spans=tuple(_find_all(report.body, word)),
            )
            for word in words
        ),
    )


def _find_all(text: str, word: str) -> list[Span]:
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return [Span(start=at, end=at + len(word)) for at in starts]


def choose(report_findings: ReportFindings) -> dict[int, str]:
    """Return where the links begin, and their terms."""
    links = choose_term_links(report_findings, report_findings.report.sections, lambda term: f"#{term.id}")
    return {span.start: href for span, href in links.items()}


def test_longest_term_first() -> None:
    """A longer term is chosen before one inside it; the shorter takes the next free place, not in a fact."""
    report_findings = build("行政许可", "行政许可事项")
    start = find(report_findings.report, "行政许可事项3").start
    assert choose(report_findings) == {
        start: "#行政许可事项",
        find(report_findings.report, "行政许可、").start: "#行政许可",
    }


def test_undefined_terms_are_no_links() -> None:
    """A term without an explanation is plain text."""
    assert choose(build("行政许可", defined=False)) == {}


def test_crossing_words_are_passed_over() -> None:
    """Where a passage begins in the middle of a term, the next place is taken."""
    report_findings = build("行政许可事项")
    passages = {"staff": [find(report_findings.report, "事项3")]}
    crossed = replace(
        report_findings, report=build_report_findings(report_findings.report, passages=passages).report
    )
    assert choose(crossed) == {report_findings.report.body.rindex("行政许可事项"): "#行政许可事项"}


def test_words_over_the_end_of_a_sentence() -> None:
    """A term that a sentence ends in the middle of is no link: the two elements would cross."""
    assert choose(build("。行政许可")) == {}


def test_link_adds_no_word() -> None:
    """In the text the term is a link and the words are as they were."""
    report_findings = build("行政许可事项")
    section = report_findings.report.sections[1]
    links = choose_term_links(report_findings, [section], lambda term: f'#"{term.id}')

    (block,) = describe_blocks(report_findings, section, table="", terms=links)

    assert '<a class="term" href="#&#34;行政许可事项">行政许可事项</a>' in block.html
