"""`serve`: a preview on this machine that follows every save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..terminal.printing import print_failure, print_problems
from ..terminal.progress import show_progress
from .options import base_url_option, content_option, create_options, debug_option

if TYPE_CHECKING:
    from ..build.options import Outcome
    from ..serving import Listeners


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
        serve_preview(options, port=port, listeners=_create_listeners(options.content, opens))
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


def _create_listeners(content: Path, opens: bool) -> Listeners:
    from ..serving import Listeners

    def tell(outcome: Outcome | Exception, seconds: float) -> None:
        if isinstance(outcome, Exception):
            print_failure(outcome, "没有更新：程序自己出了错，说明也在网页上方。预览没有停。")
            return
        print_problems(outcome.problems, content)
        if outcome.site is not None:
            click.echo(f"网页已是最新，用时 {seconds * 1000:.0f} 毫秒。")

    return Listeners(
        on_start=_create_greeting(opens),
        on_rebuild=tell,
        on_failure=lambda error: print_failure(error, "有一页给不出来：程序自己出了错。预览没有停。"),
        on_deaf=lambda error: click.echo(
            f"系统不能通知哪些文件存过盘（{error}），改为每秒看一次；保存以后多等一秒。", err=True
        ),
        progress=show_progress,
    )
