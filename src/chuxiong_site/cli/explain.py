"""`explain`: what an error code means and how to mend it."""

from __future__ import annotations

import sys

import click

from ..problems import CODES
from ..problems import explain as find_code
from .exits import USAGE_IS_WRONG
from .help import command


@command(help="说明一个错误代码是什么意思、怎么改。")
@click.argument("code")
def explain(code: str) -> None:
    """Explain a code."""
    found = find_code(code)
    if found is None:
        click.echo(f"没有「{code}」这个代码。现有的代码：{'、'.join(CODES)}", err=True)
        sys.exit(USAGE_IS_WRONG)
    click.echo(f"{found.code}　{found.title}\n\n为什么：{found.why}\n怎么改：{found.fix}")
