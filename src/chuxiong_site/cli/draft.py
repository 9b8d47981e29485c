"""`draft`: a new annotated report from raw official text."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..terminal.printing import print_problems, shown_path
from . import options
from .exits import CONTENT_IS_WRONG, OUR_FAULT, USAGE_IS_WRONG, exit_code
from .help import command
from .options import FOLDER, content_option, debug_option
from .scan import file_argument
from .usage import name_program

if TYPE_CHECKING:
    from ..build.drafts import DraftedReport
    from ..model.project import Project


@command(
    help="由官方原文起草新一年的标注稿：数逐个标好，与往年比对，认得准的和存疑的都列出来。不改动任何已有的文件。"
)
@file_argument
@click.option("--year", required=True, help="报告的年份，也就是文件名和网址，例如 2024。")
@content_option
@click.option(
    "--out",
    type=FOLDER,
    default=None,
    help="写到哪个文件夹；默认是内容文件夹里的 reports。",
)
@click.option("--source-url", default="", help="官方网页的地址；不写就留空，check 会提醒补上。")
@click.option("--accept", is_flag=True, help="认得准的数，在标注稿里直接写上指标；不加就只列出来。")
@debug_option
def draft(
    file: Path, year: str, content: Path | None, out: Path | None, source_url: str, *, accept: bool
) -> None:
    """Draft a report: text, matched numbers, and a list of what is left to decide."""
    if not re.fullmatch("[12][0-9]{3}", year):
        raise click.BadParameter("要写四位数的年份，例如 2024", param_hint="--year")
    if source_url:
        options.check_address("source_url", source_url, "--source-url")
    content = content or options.ROOT / "content"
    target = (out or content / "reports") / f"{year}.md"
    if target.exists():
        _refuse(target)
    project = _load(content)
    made = _create(file, project, target, source_url, accept=accept)
    _write(made.files)
    _report(made, target)


def _load(content: Path) -> Project:
    from ..analysis import check_reader
    from ..content.load import load_project

    project, problems = load_project(content)
    misread = check_reader()
    if project is None or not project.complete or misread:
        problems = misread or problems
        print_problems(problems, content)
        click.echo("没有起草：先把上面的错误改好。", err=True)
        sys.exit(exit_code(tuple(problems)))
    return project


def _create(file: Path, project: Project, target: Path, source_url: str, *, accept: bool) -> DraftedReport:
    from ..build.drafts import draft_report

    made, problems = draft_report(file, project, target, source_url=source_url, accept=accept)
    if made is None:
        print_problems(problems, file.parent)
        click.echo(f"没有起草：在 {shown_path(file)} 里找不到正文。", err=True)
        sys.exit(CONTENT_IS_WRONG)
    return made


def _write(files: Mapping[Path, bytes]) -> None:
    from ..publishing.errors import WriteFailedError
    from ..publishing.new_files import AlreadyThereError, write_new_files

    try:
        write_new_files(files)
    except AlreadyThereError as error:
        _refuse(error.path)
    except WriteFailedError as error:
        click.echo(f"没有起草：写不进磁盘（{error}）。", err=True)
        sys.exit(OUR_FAULT)


def _refuse(path: Path) -> None:
    click.echo(f"没有起草：已经有 {shown_path(path)}，不会盖掉它。要重新起草，先把它移走或改名。", err=True)
    sys.exit(USAGE_IS_WRONG)


def _report(made: DraftedReport, target: Path) -> None:
    """Print the files that were made and every number left to decide."""
    from ..build.drafts import LIST_SUFFIX
    from ..drafting.open_list import describe_draft

    click.echo(describe_draft(made.draft, made.copy, shown_path(target)))
    click.echo(
        f"标注稿：{shown_path(target)}\n采集页：{shown_path(target.with_suffix('.txt'))}\n"
        f"待定的数：{shown_path(target.with_suffix(LIST_SUFFIX))}\n"
        f"接着运行 {name_program()} check，它会列出还没有名称或者没有交代的数。"
    )
