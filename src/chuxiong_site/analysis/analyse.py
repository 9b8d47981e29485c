"""Project → Findings and all problems: the entry point of the analysis."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from ..memory import recall
from ..model.findings import CensusEntry, Fact, Findings, FollowUp, ReportFindings
from ..model.numeral import Numeral
from ..model.project import Project
from ..model.records import dataclass
from ..model.report import Report
from ..model.words import LocalityMention, SplitReport, TermMention
from ..problems import Problem, is_warning
from .catalogue_rules import check_catalogue
from .checks import compute_checks
from .claim_words import Background
from .comparisons import compute_comparisons
from .coverage import check_coverage
from .english import remind_of_english_names
from .excerpts import compute_excerpts
from .facts import compute_facts
from .follow_ups import check_follow_ups, compute_follow_ups
from .gate import compute_census
from .keywords import compute_keywords, group_words, list_sentences
from .localities import compute_localities
from .misplaced import check_misplaced
from .open_claims import list_open_claims
from .palette import check_accent
from .registered import list_registered
from .report_numerals import read_report_numerals
from .series import compute_series
from .stated import compute_stated_digest
from .table_sums import compute_table_sums
from .terms import compute_terms
from .uses import Use, check_uses, list_uses


def analyse(
    project: Project, split_words: SplitReport, words_of: Collection[str] | None = None
) -> tuple[Findings, list[Problem]]:
    """Return the findings of all reports and all problems. Without indicators only the texts are checked.

    `words_of` are the ids of the reports whose words are wanted, with what is made of them; `None` for all. The
    others have them once `add_words` is asked for them.
    """
    problems: list[Problem] = check_catalogue(project) if project.complete else []
    problems += check_accent(project)
    reports: list[ReportFindings] = []
    uses: list[Use] = []
    registered = list_registered(project, "indicators.yaml", "indicators")
    for report in project.reports:
        read = _read_numbers(project, report, registered)
        reports.append(
            ReportFindings(
                report=report,
                facts=read.facts,
                census=read.census,
                checks=(),
                follow_ups=read.follow_ups,
                terms=read.terms,
                localities=read.localities,
                stated=read.stated,
            )
        )
        uses += list_uses(report, read.numerals, project.indicators)
        problems += read.problems
    if project.complete:
        problems += [*check_uses(project, uses), *check_misplaced(project)]
    if all(is_warning(problem.code) for problem in problems):
        reports = [
            add_words(project, entry, split_words)
            if words_of is None or entry.report.id in words_of
            else entry
            for entry in reports
        ]
    reports = [_add_checks(project, reports, index) for index in range(len(reports))]
    reports = [
        replace(own, comparisons=compute_comparisons(own, reports[index + 1 :]))
        for index, own in enumerate(reports)
    ]
    findings = Findings(project=project, reports=tuple(reports), series=compute_series(reports))
    if project.complete:
        problems += [*check_coverage(findings), *remind_of_english_names(findings)]
    return findings, problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What the numbers of a report are, by itself and the indicators, and where its terms and localities stand."""

    numerals: tuple[Numeral, ...]
    facts: tuple[Fact, ...]
    census: tuple[CensusEntry, ...]
    follow_ups: tuple[FollowUp, ...]
    terms: tuple[TermMention, ...]
    localities: tuple[LocalityMention, ...]
    stated: str
    problems: tuple[Problem, ...]


def _read_numbers(project: Project, report: Report, registered: Collection[str]) -> _Read:
    """Return what the numbers of a report are; what was read before is not read again."""
    known_by = ("read_numbers", *_name(project, report))
    return recall(report.id, known_by, lambda: _compute_numbers(project, report, registered))


def _name(project: Project, report: Report) -> tuple[object, object]:
    """Return what tells a catalogue and a report from others: their digests where they were read from files."""
    return project.digest or replace(project, reports=()), report.digest or report


def _compute_numbers(project: Project, report: Report, registered: Collection[str]) -> _Read:
    numerals = read_report_numerals(report)
    facts, fact_problems = compute_facts(report, numerals, project.indicators, registered)
    census, problems = compute_census(report, numerals, facts)
    problems += check_follow_ups(report)
    follow_ups, terms = compute_follow_ups(report), compute_terms(report, project.terms)
    localities = compute_localities(report, project.gazetteer)
    return _Read(
        numerals=numerals,
        facts=facts,
        census=census,
        follow_ups=follow_ups,
        terms=terms,
        localities=localities,
        stated=compute_stated_digest(report, facts, follow_ups, terms, localities),
        problems=tuple(problems + (fact_problems if project.complete else [])),
    )


def _add_checks(project: Project, reports: list[ReportFindings], index: int) -> ReportFindings:
    """Return the findings of a report with its checks; reports after it in the list are earlier ones."""
    own = reports[index]
    background = Background(report=own.report, earlier=_Earlier(reports, index + 1))
    checks = (
        *compute_checks(project.checks, own.facts, background),
        *compute_table_sums(own.report, own.facts),
    )
    return replace(own, checks=(*checks, *list_open_claims(own.report, own.facts, checks)))


class _Earlier:
    """The facts of the reports from one in a list to its end, gone through only as far as somebody looks."""

    def __init__(self, reports: Sequence[ReportFindings], first: int) -> None:
        self.reports, self.first = reports, first

    def __iter__(self) -> Iterator[tuple[Report, Fact]]:
        for entry in islice(self.reports, self.first, None):
            yield from ((entry.report, fact) for fact in entry.facts)


def add_words(project: Project, report_findings: ReportFindings, split_words: SplitReport) -> ReportFindings:
    """Return the findings of a report with its words and what is made of them; the same as last time where all is."""
    report = report_findings.report
    known_by = ("add_words", *_name(project, report))

    def add() -> dict[str, Any]:
        sentences = tuple(report.display.of(sentence) for sentence in list_sentences(report))
        rows = split_words(report.id, sentences)
        words = group_words(report, rows)
        return {
            "words": words,
            "excerpts": compute_excerpts(replace(report_findings, words=words)),
            "keywords": compute_keywords(report, words),
        }

    return replace(report_findings, **recall(report.id, known_by, add))
