"""`new`: raw texts become a project that builds at once."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..terminal.printing import print_problems, shown_path
from . import options
from .exits import CONTENT_IS_WRONG, OUR_FAULT, USAGE_IS_WRONG
from .help import command
from .options import FOLDER, PathType, debug_option
from .usage import name_program

if TYPE_CHECKING:
    from ..drafting.starting import NewProject


@command(
    short_help="由官方原文新建一个项目，马上就能生成网站。",
    help="由官方原文新建一个项目，马上就能生成网站；.txt、.md、保存的网页（.html）、.docx。"
    "几个文件就是几年的报告。不改动任何已有的文件。",
)
@click.argument("files", nargs=-1, required=True, type=PathType(exists=True, readable=False, path_type=Path))
@click.option("--into", type=FOLDER, required=True, help="新建的文件夹；已经有的，里面要是空的。")
@click.option("--name", default="", help="网站的名称；不写就用发布机构或者标题。")
@click.option(
    "--year",
    "years",
    multiple=True,
    help="报告的年份；看不出来时才要写。几个文件就写几次，次序与文件相同。",
)
@click.option(
    "--source-url",
    "addresses",
    multiple=True,
    help="官方网页的地址；几个文件就写几次。不写就用保存的网页里写的，没有就留空，check 会提醒补上。",
)
@debug_option
def new(
    files: tuple[Path, ...], into: Path, name: str, years: tuple[str, ...], addresses: tuple[str, ...]
) -> None:
    """Make a project: captures, annotated copies, catalogues, settings; say what was found and what is not sure."""
    _check_told(files, years, addresses)
    _check_target(into)
    project = _create(files, name, years, addresses)
    _write(project, into)
    _report(project, into)


def _check_told(files: tuple[Path, ...], years: tuple[str, ...], addresses: tuple[str, ...]) -> None:
    for option, values in (("--year", years), ("--source-url", addresses)):
        if values and len(values) != len(files):
            raise click.BadParameter(
                f"有 {len(files)} 个文件，就写 {len(files)} 次；现在写了 {len(values)} 次", param_hint=option
            )
    for year in years:
        if not re.fullmatch("[12][0-9]{3}", year):
            raise click.BadParameter("要写四位数的年份，例如 2024", param_hint="--year")
    for address in addresses:
        options.check_address("source_url", address, "--source-url")


def _check_target(into: Path) -> None:
    from ..publishing.new_files import AlreadyThereError
    from ..publishing.new_folder import check_new_folder

    try:
        check_new_folder(into)
    except AlreadyThereError:
        _refuse(into)


def _create(
    files: tuple[Path, ...], name: str, years: tuple[str, ...], addresses: tuple[str, ...]
) -> NewProject:
    from ..build.start import start_project

    project, problems = start_project(
        files, name=name, years=years, addresses=addresses, program=name_program()
    )
    if project is None:
        print_problems(problems, Path.cwd())
        click.echo("没有新建：先照上面说的办。", err=True)
        sys.exit(CONTENT_IS_WRONG)
    return project


def _write(project: NewProject, into: Path) -> None:
    from ..publishing.errors import WriteFailedError
    from ..publishing.new_files import AlreadyThereError
    from ..publishing.new_folder import write_new_folder

    try:
        write_new_folder(into, project.files)
    except AlreadyThereError:
        _refuse(into)
    except WriteFailedError as error:
        click.echo(f"没有新建：写不进磁盘（{error}）。", err=True)
        sys.exit(OUR_FAULT)


def _refuse(into: Path) -> None:
    click.echo(f"没有新建：{shown_path(into)} 已经在，里面不是空的，不会盖掉它。换一个文件夹。", err=True)
    sys.exit(USAGE_IS_WRONG)


def _report(project: NewProject, into: Path) -> None:
    """Print what was found, what was not sure, and how to go on."""
    from ..drafting.starting.folder_files import HANDBOOK, list_commands
    from ..terminal.started import describe_started

    click.echo(describe_started(project))
    commands = list_commands(name_program(), f"{shown_path(into)}/content")
    where = "" if name_program().startswith("python") else f"cd {shown_path(into)}\n"
    click.echo(f"新建了 {shown_path(into)}。接着运行：\n{where}{commands[2]}\n{commands[1]}")
    click.echo(f"怎样改分节、给数字起名称，见{HANDBOOK}；也可以在预览网页的「标注」里做。")
