"""Report a problem when this Python reads a built-in example of a number wrongly."""

from __future__ import annotations

import sys

from ..model.place import Place
from ..problems import Problem, create_problem
from .numerals.self_check import find_misread

SHOWN = 3
"""How many of the examples are told."""


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
