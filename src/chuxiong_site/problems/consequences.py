"""Leave out problems that only follow from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .problem import Problem

BROKEN_TAG = frozenset({"E106", "E301", "E303", "E304", "E305", "E306"})
"""What stands there is a tag that could not be read."""
NO_FACT = BROKEN_TAG | {"E401", "E402", "E403", "E406", "E407", "E408", "E409"}
"""A number that did not become a fact."""
OTHER_PARAGRAPHS = frozenset({"E311", "E312"})
OTHER_TEXT = OTHER_PARAGRAPHS | {"E310"}
OTHER_CAPTURE = frozenset({"E321"})
"""The captured page is not the one that staff vouched for: how the text differs from it says nothing."""
MISNAMED = frozenset({"E213", "E341"})
"""A name is not one: what looks for it as it should be finds nothing."""
OTHER_NATURE = frozenset({"E404", "E405"})
"""A number and its indicator have not the same unit, or are not of the same kind."""
BROKEN_HEAD = frozenset(
    {"E201", "E202", "E206", "E211", "E212", "E213", "E214", "E215", "E216", "E218", "E320", "E321"}
)
"""The head of a report may not have been read whole."""
UNREAD = frozenset({"E102", "E103", "E104", "E105", "E108", "E201", "E203", "E204", "E205"})
"""A file, or what follows in it, could not be read."""


def leave_out_consequences(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without those that another one explains."""
    problems = tuple(problems)
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.code, []).append(problem)
    return tuple(problem for problem in problems if not _is_explained(problem, by_code))


def _is_explained(problem: Problem, by_code: dict[str, list[Problem]]) -> bool:
    return any(
        relates(cause, problem)
        for causes, relates in _EXPLAINED_BY.get(problem.code, ())
        for code in causes
        for cause in by_code.get(code, ())
        if cause != problem
    )


def _anywhere(cause: Problem, problem: Problem) -> bool:
    del cause, problem
    return True


def _in_file(cause: Problem, problem: Problem) -> bool:
    return cause.place.file == problem.place.file


def _on_line(cause: Problem, problem: Problem) -> bool:
    return _in_file(cause, problem) and cause.place.line == problem.place.line


def _about_same(cause: Problem, problem: Problem) -> bool:
    return not set(cause.about).isdisjoint(problem.about)


def _at_line_start(cause: Problem, problem: Problem) -> bool:
    """Tell whether a difference of the same file stands where a heading would be recognised."""
    return _in_file(cause, problem) and cause.place.column == 1


def _opens(cause: Problem, problem: Problem) -> bool:
    """Tell whether an extra bracket is the second of two."""
    return _on_line(cause, problem) and "【[】" in cause.found and "【]】" in problem.found


def _in_tag(cause: Problem, problem: Problem) -> bool:
    """Tell whether the cause lies on the same words, or in the braces right after them."""
    first, last = problem.place.column, problem.place.column + problem.place.length
    rest = problem.place.excerpt[last - 1 :]
    if rest.startswith("]{"):
        last += rest.find("}") + 1 or len(rest)
    begins, ends = cause.place.column, cause.place.column + cause.place.length
    return _on_line(cause, problem) and begins < last and first < max(ends, begins + 1)


Relation = Callable[[Problem, Problem], bool]

_EXPLAINED_BY: dict[str, tuple[tuple[frozenset[str], Relation], ...]] = {
    "E102": ((frozenset({"E110"}), _about_same),),
    "E109": ((frozenset({"E110"}), _about_same),),
    "E201": ((frozenset({"E106"}), _in_file),),
    "E313": ((frozenset({"E206"}), _in_file),),
    "E301": ((frozenset({"E106"}), _on_line),),
    "E310": ((frozenset({"E106"}), _on_line), (frozenset({"E310"}), _opens), (OTHER_CAPTURE, _in_file)),
    "E311": ((OTHER_CAPTURE, _in_file),),
    "E312": ((OTHER_CAPTURE, _in_file),),
    "E320": ((OTHER_CAPTURE, _in_file),),
    "E402": ((frozenset({"E106"}), _on_line), (OTHER_TEXT, _in_tag)),
    "E403": ((MISNAMED, _about_same),),
    "E406": ((frozenset({"E311"}), _on_line),),
    "E330": ((OTHER_TEXT, _in_file),),
    "E340": ((OTHER_PARAGRAPHS, _in_file), (OTHER_TEXT, _at_line_start), (MISNAMED, _about_same)),
    "E341": ((OTHER_PARAGRAPHS, _in_file), (OTHER_TEXT, _at_line_start)),
    "E344": ((OTHER_PARAGRAPHS, _in_file), (OTHER_TEXT, _at_line_start)),
    "E401": ((BROKEN_TAG, _in_tag),),
    "E408": ((NO_FACT - {"E408"}, _on_line),),
    "E410": ((BROKEN_TAG | {"E312"}, _in_file),),
    "E501": ((MISNAMED | {"E403"}, _about_same),),
    "E503": ((MISNAMED | {"E403", "E501"}, _about_same),),
    "E504": ((OTHER_NATURE, _about_same),),
    "E505": ((OTHER_NATURE, _about_same),),
    "E506": ((OTHER_NATURE, _about_same),),
    "E509": ((OTHER_TEXT, _anywhere),),
    "E511": ((OTHER_TEXT, _on_line), (OTHER_NATURE, _about_same)),
    "E514": ((OTHER_NATURE, _about_same),),
    "E512": ((NO_FACT | {"E312"}, _in_file),),
    "W402": ((NO_FACT | OTHER_TEXT, _in_file),),
    "W404": (
        (frozenset({"W405"}), _about_same),
        (BROKEN_TAG | OTHER_TEXT | BROKEN_HEAD | {"E410"}, _in_file),
    ),
    "W405": ((BROKEN_TAG | OTHER_TEXT | BROKEN_HEAD | {"E410"}, _in_file),),
    "W406": ((BROKEN_TAG | OTHER_TEXT | BROKEN_HEAD, _in_file),),
    "W408": ((BROKEN_TAG | OTHER_TEXT | BROKEN_HEAD, _in_file), (OTHER_NATURE, _about_same)),
    "W403": ((OTHER_TEXT, _in_file),),
    "W501": ((NO_FACT | {"E312"} | UNREAD, _anywhere),),
    "W502": ((NO_FACT | {"E312", "E501"} | UNREAD, _anywhere),),
    "W503": ((NO_FACT | {"E312", "E501"} | UNREAD, _anywhere),),
}
"""Code → the codes that explain it, and where they have to stand."""
