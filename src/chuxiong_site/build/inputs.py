"""Read what rendering needs beside the findings: templates, the chart library, the time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from ..content.find_templates import find_templates
from ..content.read_files import read_templates
from ..content.read_packages import read_chart_library, read_font
from ..problems import Problem
from ..rendering import RenderInputs
from .options import Options

PHRASES = "phrases.txt"
"""In the folder of templates."""
BEGINNING = datetime.datetime(1970, 1, 1, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
"""The second from which SOURCE_DATE_EPOCH counts, in Beijing."""


def read_inputs(options: Options) -> tuple[RenderInputs, list[Problem]]:
    """Return templates and chart library, the project's own before the packaged ones; and problems of templates.

    A project's template stands for the program's of the same name; all others are the program's.
    """
    folder, brought = options.root / "templates", find_templates()
    own, problems = read_templates(folder)
    others, _ = read_templates(brought) if folder.resolve() != brought.resolve() else ({}, [])
    inputs = RenderInputs(
        templates={**others, **own},
        own=frozenset(own),
        plotly=read_chart_library(options.root),
        font=read_font,
        built=_describe_time(options.epoch),
    )
    return inputs, problems


def list_phrases(templates: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the sentences with numbers that a project's own templates say: one a line of `phrases.txt`, `#` begins a comment."""
    lines = templates.get(PHRASES, b"").decode("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _describe_time(epoch: int | None) -> str:
    if epoch is None:
        return ""
    time = BEGINNING + datetime.timedelta(seconds=epoch)  # not every system counts beyond the year 3000
    return f"{time:%Y-%m-%d %H:%M}（UTC+8）"
