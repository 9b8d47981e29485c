"""`scan`: how the numerals of any Chinese text are read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .exits import exit_code
from .options import PathType, debug_option
from .printing import print_problems

file_argument = click.argument(
    "file", type=PathType(exists=True, dir_okay=False, readable=False, path_type=Path)
)


@click.command(help="看任何一份中文公文里的数是怎样读出来的；.txt、.md、.html，UTF-8 或 GB18030。")
@file_argument
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    help="text 给人看，一行一个数；json 给程序。",
)
@debug_option
def scan(file: Path, style: str) -> None:
    """Print every numeral of a text; digits that no rule reads are named on the error stream."""
    from ..analysis import check_reader
    from ..analysis.numerals import find_unread_digits, read_numerals
    from ..content.read_raw import read_raw
    from ..model.captured import read_captured_text
    from ..rendering.scan_list import Scanned, describe_scan

    raw, problems = read_raw(file)
    problems = check_reader() or problems
    if raw is None or problems:
        print_problems(problems, file.parent)
        sys.exit(exit_code(tuple(problems)))
    captured = read_captured_text(raw.text)
    numerals = read_numerals(captured.seen)
    offsets = [raw.offsets[captured.place(offset)] for offset in range(len(captured.seen) + 1)]
    scanned = Scanned(text=captured.seen, numerals=numerals, source=raw.source, offsets=offsets)
    click.echo(describe_scan(scanned, style))
    if unread := find_unread_digits(captured.seen, numerals):
        words = "、".join(f"{scanned.describe_place(span)}「{span.of(captured.seen)}」" for span in unread)
        click.echo(f"认不出是什么的数字：{words}", err=True)
