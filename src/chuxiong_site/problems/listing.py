"""Which problems are listed, and in which order?"""

from __future__ import annotations

from collections.abc import Iterable

from .consequences import leave_out_consequences
from .problem import Problem


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return each problem once, without those that follow from others, by file, line, column, code."""
    listed = leave_out_consequences(dict.fromkeys(problems))
    return tuple(sorted(listed, key=lambda p: (p.place.file, p.place.line, p.place.column, p.code, p.found)))
