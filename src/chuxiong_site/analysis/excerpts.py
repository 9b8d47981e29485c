"""The sentences of a page that say most of it: those with numbers, and those that say what the heading says."""

from __future__ import annotations

from collections import Counter

from ..model.findings import ReportFindings
from ..model.place import Span, collect_spans
from ..model.report import Section
from ..model.words import Excerpts
from .keywords import is_telling

LEAST_CHARACTERS = 300
"""A page with less text than this is read as fast as an extract of it."""
LEAST_SENTENCES = 5
CHARACTERS_EACH = 300
"""One sentence for so much text."""
FEWEST, MOST = 2, 5
SHORTEST, LONGEST = 12, 120
"""Shorter sentences are lead words, longer ones are no extract."""
LEANING = (
    "其中",
    "其",
    "此",
    "这",
    "该",
    "上述",
    "以上",
    "同时",
    "另",
    "对此",
    "为此",
    "与此",
    "但",
    "而",
    "也",
    "并",
)
"""A sentence that begins like this leans on the one before it."""
MOST_NUMBERS = 3
"""More numbers than these make a sentence a list, and no more telling."""
HEADLINE = 3
"""What a number that staff put on the home page adds."""


def compute_excerpts(report_findings: ReportFindings) -> tuple[Excerpts, ...]:
    """Return for each page with enough text two to five of its sentences, in the order of the text.

    Score: numbers, three at most + three for each of the home page + words of the heading. Ties: the earlier one.
    """
    numbers = Counter(fact.sentence for fact in report_findings.facts)
    headline = set(report_findings.report.headline)
    leading = Counter(fact.sentence for fact in report_findings.facts if fact.id in headline)
    scores = Counter(
        {span: min(count, MOST_NUMBERS) + HEADLINE * leading[span] for span, count in numbers.items()}
    )
    pages = ((page.number, _choose(report_findings, page, scores)) for page in report_findings.report.pages)
    return tuple(Excerpts(section=number, sentences=spans) for number, spans in pages if spans)


def _choose(report_findings: ReportFindings, page: Section, scores: Counter[Span]) -> tuple[Span, ...]:
    report = report_findings.report
    spans = [span for section in report.carried_by(page) for span in _list_sentences(section)]
    lengths = {span: len(report.display.of(span).strip()) for span in spans}
    total = sum(lengths.values())
    if total < LEAST_CHARACTERS or len(spans) < LEAST_SENTENCES:
        return ()
    subject = _list_words(report_findings, page.sentences[0]) if page.heading is not None else set[str]()
    rated = {
        span: scores[span] + len(subject & _list_words(report_findings, span))
        for span in spans
        if SHORTEST <= lengths[span] <= LONGEST and not report.display.of(span).strip().startswith(LEANING)
    }
    best = sorted((span for span in rated if rated[span]), key=lambda span: (-rated[span], span.start))
    return tuple(sorted(best[: min(MOST, max(FEWEST, total // CHARACTERS_EACH))]))


def _list_sentences(section: Section) -> list[Span]:
    """Return the sentences of a section's running text: neither its heading nor the cells of its tables."""
    cells = collect_spans(table.span for table in section.tables)
    first = section.paragraphs[0].start if section.paragraphs else section.span.end
    return [span for span in section.sentences if span.start >= first and not cells.overlaps(span)]


def _list_words(report_findings: ReportFindings, sentence: Span) -> set[str]:
    return {word.text for word in report_findings.words.get(sentence, ()) if is_telling(word.text)}
