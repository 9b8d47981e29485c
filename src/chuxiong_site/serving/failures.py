"""An exception of the program as a problem for the preview's page."""

from __future__ import annotations

from ..model.place import Place
from ..problems import Problem


def create_failure_problem(error: Exception) -> Problem:
    """Return a failure as a problem."""
    found = f"{type(error).__name__}: {error}"
    hint = "先撤销刚才的改动。还不行，就运行 check --debug，把打印的内容发给维护者。"
    return Problem(code="E601", place=Place(file="程序"), found=found, expected="程序不出错", hint=hint)
