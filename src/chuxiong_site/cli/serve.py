"""`serve`: a preview on this machine that follows every save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import base_url_option, content_option, create_options, debug_option
from .printing import print_problems
from .progress import show_progress

if TYPE_CHECKING:
    from ..build import Outcome


@click.command(help="在本机预览，保存后网页自己刷新；有错时在网页上方说明，下面仍是最近一次没有错误的网站。")
@content_option
@base_url_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    help="端口；默认从 8000 起找一个空着的，0 由系统挑。",
)
@click.option("--open", "opens", is_flag=True, help="用浏览器打开。")
@debug_option
def serve(content: Path | None, base_url: str | None, port: int | None, opens: bool) -> None:
    """Serve the preview until Ctrl+C, which is its normal end."""
    from ..serving import PortTakenError, serve_preview

    options = create_options(content=content, base_url=base_url)
    try:
        serve_preview(
            options, port=port, on_start=_create_greeting(opens), tell=_tell, progress=show_progress
        )
    except PortTakenError as error:
        raise click.BadParameter(
            f"{error} 端口被别的程序占着；换一个，或者不写 --port", param_hint="--port"
        ) from error
    click.echo("预览已停止。")


def _create_greeting(opens: bool) -> Callable[[str], None]:
    def greet(url: str) -> None:
        click.echo(f"预览：{url}　（只有这台电脑能打开；按 Ctrl+C 停止）")
        if opens:
            import webbrowser  # it brings much along, and no other command needs it

            webbrowser.open(url)

    return greet


def _tell(outcome: Outcome | None, seconds: float) -> None:
    if outcome is None:
        click.echo("没有更新：程序出了错，说明在网页上方。", err=True)
        return
    print_problems(outcome.problems, "text")
    if outcome.site is not None:
        click.echo(f"网页已是最新，用时 {seconds * 1000:.0f} 毫秒。")
