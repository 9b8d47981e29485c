"""How problems and paths are shown in the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..problems import Problem, describe_problems


def print_problems(problems: tuple[Problem, ...], style: str) -> None:
    """Print all problems: for people on the error stream, for programs on the output."""
    if not problems and style == "text":
        return
    colour = style == "text" and sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(describe_problems(problems, style, colour=colour), err=style == "text")


def shown_path(path: Path) -> str:
    """Return a path as staff would type it from where they are."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
