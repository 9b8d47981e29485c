"""The commands, and how each ends: with a sentence and an exit code."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import traceback

import click

os.environ.setdefault(
    "PYDANTIC_DISABLE_PLUGINS", "__all__"
)  # our records use none, and looking for some costs time

from ..version import __version__
from .exits import OUR_FAULT, USAGE_IS_WRONG
from .help import find_first_words, write_list, write_options, write_usage
from .usage import describe_usage, name_program

COMMANDS = (
    "assemble",
    "build",
    "check",
    "completion",
    "diff",
    "draft",
    "explain",
    "new",
    "prove",
    "scan",
    "serve",
    "verify",
)
"""Each is in the module of its name."""


class _Commands(click.Group):
    """Imports a command when it is chosen, or all of them to list them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        """Return a command; `None` when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f".{cmd_name}", __name__), cmd_name)
        return command

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how a command is typed."""
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and every command with the first thing that it says of itself."""
        write_options(self, ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        write_list("命令", [(name, find_first_words(each)) for name, each in commands if each], formatter)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="把带标记的年度报告做成网站。不带命令时等于 build。",
)
@click.version_option(__version__, "--version", message="%(version)s", help="打印版本号。")
@click.pass_context
def commands(context: click.Context) -> None:
    """Run `build` when no command is named."""
    if context.invoked_subcommand is None:
        build = commands.get_command(context, "build")
        assert build is not None
        context.invoke(build)


SELDOM = (100_000, 50, 50)
"""How often garbage in circles is looked for. Python's own pace would walk a tenth of every build through records that all live on."""


def main() -> None:
    """Run the command line; every failure ends in a sentence and the right exit code."""
    gc.set_threshold(*SELDOM)
    debug = "--debug" in sys.argv
    try:
        commands.main(prog_name=name_program(), standalone_mode=False)
    except click.ClickException as error:
        click.echo(describe_usage(error, COMMANDS), err=True)
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
    finally:
        gc.freeze()  # the end of the process would look for garbage in all that is left, a tenth of a second


__all__ = ["commands", "main"]
