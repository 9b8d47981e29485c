"""How does a save become a new preview? Shown as soon as it is rendered, read back right after."""

from __future__ import annotations

import traceback

import jinja2

from ..build import Options, Outcome, Progress, read_back, render_project, work_silently
from ..model.place import Place
from ..problems import Problem
from .state import Preview

TEMPLATES = "templates/"


def rebuild_preview(preview: Preview, options: Options, progress: Progress = work_silently) -> Outcome | None:
    """Bring the preview up to date; whatever goes wrong becomes a problem over the last good site."""
    try:
        outcome = render_project(options, progress)
        if outcome.site is not None:
            preview.update(outcome)
        outcome = read_back(outcome)
    except Exception as error:  # the preview outlives any mistake, in templates too
        preview.report((describe_failure(error),))
        return None
    preview.update(outcome)
    return outcome


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
