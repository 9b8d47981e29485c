"""Errors of a command line in Chinese, and the name by which the command was called."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

import click

from ..problems import describe_nearest
from .help import ARGUMENTS


def name_program() -> str:
    """Return what was typed to get here: `build.py` says where its project stands, an installed command has none."""
    return "python build.py" if os.environ.get("CHUXIONG_SITE_ROOT") else "chuxiong-site"


def describe_usage(error: click.ClickException, commands: Iterable[str]) -> str:
    """Return one line that says what was mistyped and what may have been meant."""
    quoted = "".join(re.findall(r"['(]([^'()]*)[')]", error.message)[:1])
    match error:
        case click.NoSuchOption():
            said = f"没有 {error.option_name} 这个选项。{describe_nearest(error.option_name, error.possibilities or [])}"
        case click.BadOptionUsage() if "does not take" in error.message:
            said = f"{error.option_name} 后面不写值。"
        case click.BadOptionUsage():
            said = f"{error.option_name} 后面要写上值。"
        case click.MissingParameter():
            said = f"命令没有写完，少了{_name_parameter(error).rstrip()}。"
        case click.BadParameter():
            return f"{_name_parameter(error).lstrip()}写得不对：{_describe_value(error)}"
        case _ if error.message.startswith("No such command"):
            said = f"没有「{quoted}」这个命令。{describe_nearest(quoted, commands)}"
        case _ if "unexpected extra argument" in error.message:
            said = f"多出来的「{quoted}」。"
        case _:
            said = "命令写得不对。"
    return f"{said}加 --help 看用法。"


def _name_parameter(error: click.BadParameter) -> str:
    """Return a parameter's name; one in Latin letters has a blank on each side."""
    name = str(error.param_hint or (error.param.opts[0] if error.param else "参数"))
    return ARGUMENTS.get(name, f" {name} ")


def _quote_value(error: click.BadParameter) -> str:
    """Return what click quotes in its words: the path that it looked for."""
    return "".join(re.findall(r"'(.*)'", error.message)[:1])


def _describe_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"只能是 {'、'.join(map(str, kind.choices))}。"
    if isinstance(kind, click.Path) and "does not exist" in error.message:
        return f"找不到「{_quote_value(error)}」。检查路径和文件名。"
    if isinstance(kind, click.Path) and "is a directory" in error.message:
        return "它是文件夹，要的是文件。"
    if isinstance(kind, click.Path) and "is a file" in error.message:
        return "它是文件，要的是文件夹。"
    if isinstance(kind, click.IntRange):
        return f"要写 {kind.min} 到 {kind.max} 的整数。"
    return error.message
