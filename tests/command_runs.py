"""What does a command say when it is run as staff run it, and with which exit code does it end?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import click
import pytest

from chuxiong_site import cli


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def list_commands() -> dict[str, click.Command]:
    """Return every command by its name."""
    context = click.Context(cli.commands)
    found = {name: cli.commands.get_command(context, name) for name in cli.commands.list_commands(context)}
    assert all(found.values())
    return {name: command for name, command in found.items() if command}


def create_run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command with its arguments in this process."""

    def run_command(*arguments: object) -> Ran:
        monkeypatch.setattr("sys.argv", ["chuxiong-site", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 1
        said = capfd.readouterr()
        return Ran(code=code, out=said.out, err=said.err)

    return run_command
