"""Join problems that are the same slip made several times: reported once, with every line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .problem import Problem

MANY = 5
"""More than so many alike in one file have one cause: an editor that replaced a mark, a list that was lost."""
EACH_A_TASK = frozenset({"E401"})
"""Each of them has to be decided by itself."""
SAME_HINT = frozenset({"E310", "E312"})
"""What they expect is the text of their place; the fix tells whether they are alike."""
SHOWN = 40
"""How many lines are named."""


def gather_alike(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the sorted problems, of many alike the first one with the lines of the others."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        if problem.place.line:  # without one, nothing could be said of where the others are
            groups.setdefault(_find_kind(problem), []).append(problem)
    many = {kind: group for kind, group in groups.items() if len(group) > MANY and kind[0] not in EACH_A_TASK}
    kept = []
    for problem in problems:
        group = many.get(_find_kind(problem), [problem]) if problem.place.line else [problem]
        if problem is group[0]:
            kept.append(_create_joint_problem(group) if len(group) > 1 else problem)
    return tuple(kept)


def _find_kind(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.file, problem.hint if problem.code in SAME_HINT else problem.expected


def _create_joint_problem(group: list[Problem]) -> Problem:
    lines = list(dict.fromkeys(problem.place.line for problem in group))
    named = "、".join(map(str, lines[:SHOWN])) + " 等" * (len(lines) > SHOWN)
    said = f"{group[0].found}；同样的共 {len(group)} 处：第 {named} 行"
    hint = group[0].hint if len({problem.hint for problem in group}) == 1 else ""
    return replace(group[0], found=said, hint=hint)
