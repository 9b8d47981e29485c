"""Choose and sort the problems that are listed."""

from __future__ import annotations

from collections.abc import Iterable

from .alike import gather_alike
from .consequences import leave_out_consequences
from .problem import Problem


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, without those that follow from others, many alike as one, by file, line, column, code."""
    listed = leave_out_consequences(dict.fromkeys(problems))
    return gather_alike(sorted(listed, key=lambda p: (p.place.file, p.place.line, p.place.column, p.code)))
