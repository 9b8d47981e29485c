"""Keep what was last worked out of a report: several checks ask the same of one report, one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def keep_last(function: Callable[[T], R]) -> Callable[[T], R]:
    """Decorate a pure function of one record, whose result nobody changes (a notebook may grow), to work it out once as long as it is asked of the same."""
    last: list[tuple[T, R]] = []

    @wraps(function)
    def ask(record: T) -> R:
        for known, result in last:
            if known is record:
                return result
        result = function(record)
        last[:] = [(record, result)]
        return result

    return ask
