"""Help in Chinese: click's own headings and words, which it takes from the system's language, in the one of the commands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import click

from ..problems.describe import text_width

ARGUMENTS = {
    "folders": "文件夹",
    "folder": "文件夹",
    "files": "文件",
    "file": "文件",
    "code": "代码",
    "old": "旧的",
    "new": "新的",
    "shell": "终端",
}
"""Argument of a command → what it is called in help and messages."""
VALUES = {
    "PATH": "路径",
    "DIRECTORY": "路径",
    "FILE": "文件",
    "TEXT": "文字",
    "INTEGER": "整数",
    "INTEGER RANGE": "整数",
}
"""Kind of an option's value → what help calls it; a choice stands as it is typed."""
NOTES = (
    (re.compile(r"\[required\]$"), "［必须写］"),
    (re.compile(r"\[([0-9]+)<=x<=([0-9]+)\]$"), r"［\1～\2］"),
)
"""What click adds to the help of an option, and what is said instead."""

PIECE = re.compile(r"[（「［]*(?:[!-~]+|[^!-~])[，。；：、）」］]* *")
"""What stays on one line."""


class Command(click.Command):
    """A command whose whole help is in Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is typed."""
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of the options."""
        write_options(self, ctx, formatter)


def command(**settings: Any) -> Callable[[Callable[..., Any]], Command]:
    """Return what makes a function a command with help in Chinese."""
    return click.command(cls=Command, **settings)


def write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write how a command is typed: its name, options, arguments."""
    words = ["[选项]"] * bool(command.params)
    words += [_name_argument(each) for each in command.params if isinstance(each, click.Argument)]
    words += ["[命令]"] * isinstance(command, click.Group)
    formatter.write_usage(ctx.command_path, " ".join(words), prefix="用法：")


def _name_argument(argument: click.Argument) -> str:
    name = ARGUMENTS[argument.name or ""] + "…" * (argument.nargs == -1)
    return name if argument.required else f"[{name}]"


def find_first_words(command: click.Command) -> str:
    """Return what a command does, in one sentence: the first of its help, or the short one written for the list."""
    said = command.short_help or command.help or ""
    return re.split("(?<=。)", said)[0]


def write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write every option with what it is for."""
    records = (
        each.get_help_record(ctx) for each in command.get_params(ctx) if isinstance(each, click.Option)
    )
    write_list("选项", [_translate(*record) for record in records if record is not None], formatter)


def write_list(title: str, rows: Sequence[tuple[str, str]], formatter: click.HelpFormatter) -> None:
    """Write names and what they are for in two columns; click's own would count a Chinese character as one place."""
    column = max(text_width(name) for name, _ in rows) + 4
    formatter.write(f"\n{title}：\n")
    for name, said in rows:
        first, *others = fold(said, max(formatter.width - column, 20))
        formatter.write(f"  {name}{' ' * (column - 2 - text_width(name))}{first}\n")
        formatter.write("".join(f"{' ' * column}{line}\n" for line in others))


def fold(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many places; a word of Latin letters stays whole, and no line begins with a stop."""
    lines = [""]
    for piece in PIECE.findall(text):
        if lines[-1] and text_width(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def _translate(names: str, said: str) -> tuple[str, str]:
    """Return the record of an option with click's own words in Chinese."""
    written, _, value = names.rpartition(" ")
    for kind in sorted(VALUES, key=len, reverse=True):
        if names.endswith(f" {kind}"):
            written, value = names.removesuffix(f" {kind}"), VALUES[kind]
    for pattern, instead in NOTES:
        said = pattern.sub(instead, said)
    return f"{written} {value}".lstrip(), "打印用法。" if names == "-h, --help" else said
