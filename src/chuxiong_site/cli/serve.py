"""`serve`: a preview on this machine that follows every save."""

from __future__ import annotations

import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..terminal.printing import print_failure, print_problems
from ..terminal.progress import show_progress
from .help import command
from .options import base_url_option, content_option, create_options, debug_option

if TYPE_CHECKING:
    from ..build.options import Outcome
    from ..serving import Listeners


LOOPBACK = "127.0.0.1"
SHARED = (
    "注意：预览现在不只这台电脑能打开。地址里的 token 是口令，谁有整个地址谁就能看，没有加密：只给自己的设备用，不要转发；"
    "不在信得过的网络里就不要用。看完按 Ctrl+C 停止，口令随之作废。"
)

LIGHT = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
"""Is the upper, is the lower of two dots dark → the character that leaves the light ones light, on a dark terminal."""


class AddressType(click.ParamType[str]):
    """An address of this machine, in numbers: a name could lead anywhere."""

    name = "地址"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address; `localhost` is one."""
        written = LOOPBACK if value == "localhost" else str(value)
        try:
            return str(ip_address(written))
        except ValueError:
            self.fail(f"「{value}」不是地址。应为数字写的地址，例如 0.0.0.0", param, ctx)


@command(help="在本机预览，保存后网页自己刷新；有错时在网页上方说明，下面仍是最近一次没有错误的网站。")
@content_option
@base_url_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    help="端口；默认从 8000 起找一个空着的，0 由系统挑。",
)
@click.option(
    "--host",
    type=AddressType(),
    default=LOOPBACK,
    help="在哪个地址上听；默认只有这台电脑能打开。0.0.0.0 让同一网络里的手机也能打开，地址里带着口令。",
)
@click.option("--open", "opens", is_flag=True, help="用浏览器打开。")
@debug_option
def serve(content: Path | None, base_url: str | None, port: int | None, host: str, opens: bool) -> None:
    """Serve the preview until Ctrl+C, which is its normal end."""
    from ..serving import NotOurAddressError, PortTakenError, serve_preview

    options = create_options(content=content, base_url=base_url)
    try:
        listeners = _create_listeners(options.content, opens, is_shared=not ip_address(host).is_loopback)
        serve_preview(options, port=port, listeners=listeners, host=host)
    except NotOurAddressError as error:
        raise click.BadParameter(
            f"「{host}」不是这台电脑的地址；写 0.0.0.0 就是它的全部地址", param_hint="--host"
        ) from error
    except PortTakenError as error:
        raise click.BadParameter(
            f"{error} 端口被别的程序占着；换一个，或者不写 --port", param_hint="--port"
        ) from error
    click.echo("预览已停止。")


def _create_greeting(opens: bool, *, is_shared: bool) -> Callable[[str], None]:
    def greet(url: str) -> None:
        from ..serving import DESK

        who = "同一网络里有这个地址的人都能打开" if is_shared else "只有这台电脑能打开"
        click.echo(f"预览：{url}　（{who}；按 Ctrl+C 停止）")
        if not is_shared:
            click.echo(f"标注：{url.rstrip('/')}{DESK}")
        if is_shared:
            click.echo(
                draw_code(url, is_terminal=sys.stdout.isatty(), encoding=sys.stdout.encoding), nl=False
            )
            click.echo(SHARED, err=True)
        if opens:
            import webbrowser  # it brings much along, and no other command needs it

            webbrowser.open(url)

    return greet


def draw_code(url: str, *, is_terminal: bool, encoding: str) -> str:
    """Return an address as a code for a phone's camera, dark on light; empty where no terminal shows it."""
    if not is_terminal or "utf" not in encoding.lower():
        return ""
    import segno  # only for this

    matrix = [list(row) for row in segno.make_qr(url).matrix_iter(border=2)]
    rows = [*matrix, *[[0] * len(matrix[0])] * (len(matrix) % 2)]
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "".join(
        "".join(LIGHT[bool(a), bool(b)] for a, b in zip(*pair, strict=True)) + "\n" for pair in pairs
    )


def _create_listeners(content: Path, opens: bool, *, is_shared: bool) -> Listeners:
    from ..serving import Listeners

    def tell(outcome: Outcome | Exception, seconds: float) -> None:
        if isinstance(outcome, Exception):
            print_failure(outcome, "没有更新：程序自己出了错，说明也在网页上方。预览没有停。")
            return
        print_problems(outcome.problems, content)
        if outcome.site is not None:
            click.echo(f"网页已是最新，用时 {seconds * 1000:.0f} 毫秒。")

    return Listeners(
        on_start=_create_greeting(opens, is_shared=is_shared),
        on_rebuild=tell,
        on_failure=lambda error: print_failure(error, "有一页给不出来：程序自己出了错。预览没有停。"),
        on_deaf=lambda error: click.echo(
            f"系统不能通知哪些文件存过盘（{error}），改为每秒看一次；保存以后多等一秒。", err=True
        ),
        progress=show_progress,
    )
