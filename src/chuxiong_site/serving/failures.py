"""What is said of a mistake of the program itself? A problem for the page, at the template's line where there is one."""

from __future__ import annotations

import traceback

import jinja2

from ..model.place import Place
from ..problems import Problem

TEMPLATES = "templates/"


def describe_failure(error: Exception) -> Problem:
    """Return a failure as a problem, at the line of the template where it happened when that can be told."""
    place = find_template_place(error)
    found = f"{type(error).__name__}: {error}"
    if place is not None:
        return Problem(
            code="E601", place=place, found=found, expected="能用的模板", hint="改回标出的那一行。"
        )
    hint = "先撤销刚才的改动。还不行，就运行 check --debug，把打印的内容发给维护者。"
    return Problem(code="E601", place=Place(file="程序"), found=found, expected="程序不出错", hint=hint)


def find_template_place(error: Exception) -> Place | None:
    """Return the line of the template at fault, or `None` when no template is."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Place(file=error.filename or "", line=error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename.startswith(TEMPLATES)), None)
    return last and Place(file=last.filename, line=last.lineno or 0)
