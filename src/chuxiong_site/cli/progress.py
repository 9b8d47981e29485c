"""What is shown while work takes longer than a second? Only on a terminal; a log file gets no moving picture."""

from __future__ import annotations

import contextlib
import os
import sys

import click


def show_progress(words: str) -> contextlib.AbstractContextManager[object]:
    """Show a sentence for as long as the work lasts."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return contextlib.nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"{words}……")


def tell_waiting() -> None:
    """Say why nothing happens."""
    click.echo("另一个窗口正在往同一个文件夹里发布，等它做完……", err=True)
