"""`diff`: what differs between two built sites, content folders or reports."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..terminal.printing import print_problems, shown_path
from .exits import USAGE_IS_WRONG, exit_code
from .help import command
from .options import PathType, debug_option
from .usage import name_program

if TYPE_CHECKING:
    from ..analysis.diff import Edition

side = PathType(exists=True, readable=False, path_type=Path)


@command(
    help="比较两个网站文件夹、两个内容文件夹或两份标注稿：数字新增、不再有、变了、改写，网页和下载动了哪些。"
)
@click.argument("old", type=side)
@click.argument("new", type=side)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "markdown")),
    default="text",
    help="text 给人看，json 给程序，markdown 给合并请求。",
)
@debug_option
def diff(old: Path, new: Path, style: str) -> None:
    """Print the differences; exit code 0 also when there are some."""
    from ..analysis.diff import compute_diff
    from ..terminal.diff_report import describe_diff

    click.echo(describe_diff(compute_diff(_read(old), _read(new)), style))


def _read(path: Path) -> Edition:
    from ..build.editions import read_edition

    edition, problems = read_edition(path)
    if edition is not None:
        if problems:
            click.echo(
                f"{shown_path(path)} 里有 {len(problems)} 处错误或提醒（运行 {name_program()} check 看），比较的是读得出来的部分。",
                err=True,
            )
        return edition
    print_problems(problems, path.absolute().parent.parent if path.suffix == ".md" else path)
    if problems:
        sys.exit(exit_code(tuple(problems)))
    click.echo(
        f"{shown_path(path)} 不能比较：要的是生成的网站文件夹、内容文件夹，或者内容文件夹里的 reports/年份.md。",
        err=True,
    )
    sys.exit(USAGE_IS_WRONG)
