"""Measure the reminder of tags on wrong numbers: how many of all wrong tags it notices, how often it errs.

Run: python benchmarks/exchanged_tags.py [content folder ...]

For each report: two tags exchanged, for every two that the other rules let pass; one tag moved onto another number
of its unit, which then bears none of its own; and, all tags being right, reminders where all or half of them have names.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from chuxiong_site.analysis import analyse  # noqa: E402
from chuxiong_site.analysis.report_numerals import read_report_numerals  # noqa: E402
from chuxiong_site.analysis.units import fold_unit  # noqa: E402
from chuxiong_site.content.load import load_project  # noqa: E402
from chuxiong_site.memory import Memory, use_memory  # noqa: E402
from chuxiong_site.model.project import Project  # noqa: E402
from chuxiong_site.model.report import Report, Tag  # noqa: E402
from chuxiong_site.problems import is_warning  # noqa: E402

FOLDERS = tuple(ROOT / folder for folder in ("content", "tests/fixtures/rich", "tests/fixtures/two_years"))
CODE = "W408"
UNNAMED = {"E401", "E510", "E512"}
"""What is said of numbers without a tag, of rates and headlines that lack theirs: beside the point here."""
HALVES = 20
"""How often half of the names are taken away at random."""


def list_codes(project: Project, report: Report, tags: tuple[Tag, ...]) -> list[str]:
    """Return the codes of what `check` says when a report has these tags."""
    changed = replace(report, tags=tags)
    reports = tuple(changed if other is report else other for other in project.reports)
    _, problems = analyse(replace(project, reports=reports), lambda texts: tuple(() for _ in texts))
    return [problem.code for problem in problems]


def list_pairs(report: Report) -> list[tuple[Tag, Tag]]:
    """Return every two fact tags of numbers of one unit of which neither repeats another."""
    units = {numeral.span: fold_unit(numeral.unit) for numeral in read_report_numerals(report)}
    tags = [tag for tag in report.tags if tag.facts and not tag.again]
    return [(one, other) for one, other in combinations(tags, 2) if units[one.span] == units[other.span]]


def exchange_tags(report: Report, one: Tag, other: Tag) -> tuple[Tag, ...]:
    """Return the tags with two exchanged."""
    new = {
        one: replace(one, facts=other.facts, role=other.role),
        other: replace(other, facts=one.facts, role=one.role),
    }
    return tuple(new.get(tag, tag) for tag in report.tags)


def list_moves(report: Report) -> Iterator[tuple[Tag, ...]]:
    """Yield the tags with one moved onto the number of another, which is gone."""
    for pair in list_pairs(report):
        for one, other in (pair, pair[::-1]):
            moved = replace(other, facts=one.facts, role=one.role)
            yield tuple(moved if tag is other else tag for tag in report.tags if tag is not one)


def count_noticed(codes: Iterator[list[str]], beside: set[str]) -> tuple[int, int]:
    """Return how many mistakes no other rule stops, and how many of them are noticed."""
    open_ones = [found for found in codes if all(is_warning(code) or code in beside for code in found)]
    return len(open_ones), sum(CODE in found for found in open_ones)


def count_halves(project: Project, report: Report) -> list[int]:
    """Return the reminders each time another half of the tags is taken away."""
    tags = [tag for tag in report.tags if tag.facts]
    counts = []
    for seed in range(HALVES):
        gone = random.Random(seed).sample(tags, len(tags) // 2)
        kept = tuple(tag for tag in report.tags if tag not in gone)
        counts.append(list_codes(project, report, kept).count(CODE))
    return counts


def describe_report(project: Project, report: Report) -> str:
    """Measure one report and return a line."""
    exchanged = count_noticed(
        (list_codes(project, report, exchange_tags(report, *pair)) for pair in list_pairs(report)), set()
    )
    moved = count_noticed((list_codes(project, report, tags) for tags in list_moves(report)), UNNAMED)
    false = list_codes(project, report, report.tags).count(CODE)
    halves = count_halves(project, report)
    return (
        f"exchanged {exchanged[1]} of {exchanged[0]} noticed, moved {moved[1]} of {moved[0]} noticed; "
        f"false reminders {false}, with half of the names {sum(halves) / HALVES:.2f} (at most {max(halves)})"
    )


def main() -> None:
    """Measure and print."""
    for folder in [Path(word) for word in sys.argv[1:]] or FOLDERS:
        project, _ = load_project(folder)
        assert project is not None
        for report in project.reports:
            started = time.perf_counter()
            with use_memory(Memory({})):
                line = describe_report(project, report)
            seconds = time.perf_counter() - started
            sys.stdout.write(f"{folder.name} {report.id}: {line}; {seconds:.0f} s\n")


if __name__ == "__main__":
    main()
