"""How problems and paths are shown in the terminal."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import click

from ..problems import Problem, describe_problems, locate_problems, shorten_path


def print_problems(problems: Iterable[Problem], folder: Path, style: str = "text") -> None:
    """Print all problems: for people on the error stream, for programs on the output.

    `folder` is where their places are counted from; files are named from where staff are, and for GitHub from the
    top of the repository, wherever in it the command runs.
    """
    top = os.environ.get("GITHUB_WORKSPACE") if style == "github" else None
    located = locate_problems(problems, folder.absolute(), Path(top or Path.cwd()))
    if not located and style == "text":
        return
    colour = style == "text" and sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(describe_problems(located, style, colour=colour), err=style == "text")


def print_failure(error: Exception, sentence: str) -> None:
    """Print the technical details of a mistake of ours, and what it means."""
    details = "".join(traceback.format_exception(error))
    click.echo(f"{details}{sentence}把上面的内容发给维护者。", err=True)


def shown_path(path: Path) -> str:
    """Return a path as staff would type it from where they are."""
    return str(shorten_path(path, Path.cwd()))
