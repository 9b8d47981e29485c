"""Report a problem when this Python reads a built-in example of a number wrongly."""

from __future__ import annotations

import sys
from functools import cache

from ..memory import remember
from ..model.place import Place
from ..problems import Problem, create_problem

SHOWN = 3
"""How many of the examples are told."""


@cache  # the preview reads back after every save
@remember
def find_misread() -> tuple[str, ...]:
    """Return the built-in examples that this Python does not read as they must be read."""
    from .numerals import self_check

    return self_check.find_misread()


def check_reader() -> list[Problem]:
    """Return no problem, or E602 when an example is read wrongly."""
    misread = find_misread()
    if not misread:
        return []
    python = f"Python {sys.version.split()[0]}"
    examples = "、".join(f"「{example}」" for example in misread[:SHOWN])
    found = f"{python} 读错了程序自带的 {len(misread)} 个例子，例如{examples}"
    hint = f"换一个版本的 Python，再运行一次；并请告诉维护者，{python} 读不对。"
    return [create_problem("E602", Place(file="程序"), found, "自带的例子个个读对", hint)]
