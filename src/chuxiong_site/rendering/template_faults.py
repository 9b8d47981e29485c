"""Errors in a project's own templates as problems with their places; errors in the program's own are not caught."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Mapping

import jinja2

from ..model.place import Place
from ..problems import Problem, create_problem

TEMPLATES = "templates/"
"""What the names of templates begin with where their mistakes are told."""


def create_template_problem(
    error: Exception, templates: Mapping[str, bytes], own: Collection[str]
) -> Problem | None:
    """Return a problem for an error in the project's templates; `None` when it lies in none of them.

    A package's template that misses something of a project's counts too: it is told at the package's line.
    """
    places = list_template_places(error)
    names = [place.file.removeprefix(TEMPLATES) for place in places]
    at_fault = [place for place, name in zip(places, names, strict=True) if name in own]
    if own and places and isinstance(error, jinja2.TemplateError):
        at_fault = places
    if not at_fault:
        return None
    place = at_fault[-1]
    lines = templates.get(place.file.removeprefix(TEMPLATES), b"").decode("utf-8").split("\n")
    excerpt = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    place = Place(
        file=place.file, line=place.line, column=1 if excerpt else 0, length=len(excerpt), excerpt=excerpt
    )
    return create_problem("E111", place, _describe(error), "与程序自带的模板相配的写法")


def list_template_places(error: Exception) -> list[Place]:
    """Return the lines of templates that an error came through, the innermost last."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        Place(file=frame.filename, line=frame.lineno or 0)
        for frame in frames
        if frame.filename.startswith(TEMPLATES)
    ]
    if isinstance(error, jinja2.TemplateSyntaxError):
        places.append(Place(file=error.filename or "", line=error.lineno))
    return places


def _describe(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"写法有误（{error.message}）"
    if isinstance(error, jinja2.TemplateNotFound):
        return f"用到了没有的模板「{error.message}」"
    if isinstance(error, jinja2.UndefinedError):
        return f"用到了没有的名字（{error.message}）"
    return f"出了错（{type(error).__name__}: {error}）"
