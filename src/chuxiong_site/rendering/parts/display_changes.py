"""What is shown otherwise than it was captured, and how often, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.report import OMITTED, Report


def list_display_changes(report: Report) -> tuple[str, ...]:
    """Return a clause for each kind of change but the marks, with its count: 2 处词内空格不显示."""
    return tuple(_list_changes(report))


def _list_changes(report: Report) -> Iterator[str]:
    counts = Counter(tag.omitted for tag in report.tags if tag.omitted)
    joined = sum(report.body[offset] == "\n" for offset in report.display.line_ends)
    if report.display.spaces:
        yield f"{len(report.display.spaces)} 处词内空格不显示"
    if report.display.edges:
        yield f"{len(_list_runs(report.display.edges))} 处段首段尾的空格不显示"
    if joined:
        yield f"{joined} 处段内的换行接起来"
    for kind, name in OMITTED.items():
        if counts[kind]:
            yield f"{counts[kind]} 处{name}不显示"


def list_all_changes(report: Report) -> tuple[str, ...]:
    """Return the same with the marks and the hidden characters."""
    marks, hidden = sum(count for _, _, count in report.display.marks), len(report.captured.hidden)
    first = (f"{marks} 处半角标点显示为全角",) if marks else ()
    last = (f"{hidden} 个看不见的字符略去",) if hidden else ()
    return (*first, *list_display_changes(report), *last)


def _list_runs(offsets: tuple[int, ...]) -> list[int]:
    """Return where runs of neighbouring offsets begin."""
    return [at for index, at in enumerate(offsets) if not index or offsets[index - 1] != at - 1]
