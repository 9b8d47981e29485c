"""A progress line while work takes longer than a second; only on a terminal, removed when the work is done."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import click

CLEAR_LINE = "\r\033[K"


@contextlib.contextmanager
def show_progress(words: str) -> Iterator[None]:
    """Show a sentence for as long as the work lasts."""
    shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
    if shown:
        click.echo(f"{words}……", nl=False, err=True)
    try:
        yield
    finally:
        if shown:
            click.echo(CLEAR_LINE, nl=False, err=True)


def tell_waiting() -> None:
    """Say why nothing happens."""
    click.echo("另一个窗口正在往同一个文件夹里发布，等它做完……", err=True)
