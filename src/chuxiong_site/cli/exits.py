"""Exit codes: 0 well, 1 the content is wrong, 2 the command line is wrong, 3 an error of the program."""

from __future__ import annotations

from ..problems import Problem, is_of_site, is_warning

CONTENT_IS_WRONG, USAGE_IS_WRONG, OUR_FAULT = 1, 2, 3


def exit_code(problems: tuple[Problem, ...]) -> int:
    """Return the exit code of a command that these problems stopped."""
    return (
        OUR_FAULT
        if any(is_of_site(problem.code) and not is_warning(problem.code) for problem in problems)
        else CONTENT_IS_WRONG
    )
