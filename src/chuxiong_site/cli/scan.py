"""`scan`: how the numerals of any Chinese text are read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..terminal.printing import print_problems
from .exits import exit_code
from .help import command
from .options import PathType, debug_option

file_argument = click.argument(
    "file", type=PathType(exists=True, dir_okay=False, readable=False, path_type=Path)
)


@command(help="看任何一份中文公文里的数是怎样读出来的；.txt、.md、.html、.docx。")
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
    from ..build.scans import scan_file
    from ..terminal.scan_list import describe_scan

    scanned, problems = scan_file(file)
    if scanned is None:
        print_problems(problems, file.parent)
        sys.exit(exit_code(tuple(problems)))
    click.echo(describe_scan(scanned, style))
    if scanned.unread:
        words = "、".join(
            f"{scanned.describe_place(span)}「{span.of(scanned.text)}」" for span in scanned.unread
        )
        click.echo(f"认不出是什么的数字：{words}", err=True)
