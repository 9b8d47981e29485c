"""The commands, and how each ends: with a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
import traceback

import click

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # our records use none, and looking for some costs time

from ..version import __version__
from .build import build
from .check import check
from .diff import diff
from .draft import draft
from .exits import OUR_FAULT, USAGE_IS_WRONG
from .explain import explain
from .new import new
from .prove import prove
from .scan import scan
from .serve import serve
from .usage import describe_usage, name_program
from .verify import verify


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="把带标记的年度报告做成网站。不带命令时等于 build。",
)
@click.version_option(__version__, "--version", message="%(version)s", help="打印版本号。")
@click.pass_context
def commands(context: click.Context) -> None:
    """Run `build` when no command is named."""
    if context.invoked_subcommand is None:
        context.invoke(build)


SELDOM = (100_000, 50, 50)
"""How often garbage in circles is looked for. Python's own pace would walk a tenth of every build through records that all live on."""

for _command in (build, check, diff, draft, explain, new, prove, scan, serve, verify):
    commands.add_command(_command)


def main() -> None:
    """Run the command line; every failure ends in a sentence and the right exit code."""
    gc.set_threshold(*SELDOM)
    debug = "--debug" in sys.argv
    try:
        commands.main(prog_name=name_program(), standalone_mode=False)
    except click.ClickException as error:
        click.echo(describe_usage(error, commands.commands), err=True)
        sys.exit(USAGE_IS_WRONG)
    except click.Abort:
        click.echo("已中止。", err=True)
        sys.exit(USAGE_IS_WRONG)
    except Exception as error:
        if debug:
            traceback.print_exc()
        click.echo(
            f"程序自己出了错：{type(error).__name__}: {error}\n内容没有被改动，原来的网站也没有动。"
            "加 --debug 再运行一次，把打印的内容发给维护者。",
            err=True,
        )
        sys.exit(OUR_FAULT)


__all__ = ["commands", "main"]
