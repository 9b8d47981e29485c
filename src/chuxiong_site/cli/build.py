"""`build`: check the content and publish the site."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..terminal.printing import print_problems, shown_path
from ..terminal.progress import show_progress, tell_waiting
from ..terminal.summary import UNCHANGED, describe_difference, describe_refusal, describe_summary
from .exits import OUR_FAULT, USAGE_IS_WRONG, exit_code
from .help import command
from .options import (
    ShareType,
    base_url_option,
    content_option,
    create_options,
    debug_option,
    format_option,
    out_option,
    quiet_option,
    strict_option,
)

if TYPE_CHECKING:
    from ..build.options import Options
    from ..build.standing import Standing


@command(help="核对内容，生成整个网站。")
@content_option
@out_option
@base_url_option
@strict_option
@format_option
@quiet_option
@click.option(
    "--part",
    "share",
    type=ShareType(),
    default=None,
    help="只做一部分报告，放进 --out 的文件夹，再用 assemble 合成：2/4 是分成四份里的第二份。",
)
@debug_option
def build(
    *,
    content: Path | None,
    out: Path | None,
    base_url: str | None,
    strict: bool,
    style: str,
    quiet: bool,
    share: tuple[int, int] | None,
) -> None:
    """Build and publish the site, unless it stands there already; or make the parts of some reports."""
    if share is not None and out is None:
        raise click.BadParameter("还要用 --out 写明放进哪个文件夹。", param_hint="--part")
    options = create_options(content=content, out=out, base_url=base_url, strict=strict)
    if share is None:
        publish(options, style, quiet=quiet)
    else:
        _build_share(options, share, style, quiet=quiet)


def _build_share(options: Options, share: tuple[int, int], style: str, *, quiet: bool) -> None:
    from ..build.divided import build_share
    from ..build.options import work_silently

    with stopping_on_refusal():
        outcome = build_share(options, share, work_silently if quiet else show_progress, tell_waiting)
    print_problems(outcome.problems, options.content, style)
    if not outcome.published:
        _stop("这一份没有做完。", exit_code(outcome.problems))
    if not quiet and style != "json":
        made = f"{'、'.join(outcome.parts)} 的报告" if outcome.parts else "这一份里没有报告"
        click.echo(f"第 {share[0]}/{share[1]} 份已做好：{made}，在 {shown_path(options.out)}")


def publish(options: Options, style: str, *, quiet: bool) -> None:
    """Build and publish the site of these options, unless it stands there already, and say so."""
    from ..build.standing import find_standing

    started = time.perf_counter()
    found = find_standing(options)
    if found is not None:
        print_problems(found.problems, options.content, style)
    standing, difference = (found, UNCHANGED) if found else _publish(options, style, quiet=quiet)
    if not quiet and style != "json":
        said = f"{'网站已是最新' if found else '网站已生成'}：{shown_path(options.out / 'index.html')}"
        click.echo(describe_summary(standing, said, difference, time.perf_counter() - started))


def _publish(options: Options, style: str, *, quiet: bool) -> tuple[Standing, str]:
    """Make the site and put it in its place; return what was made, and the words for what it changes."""
    from ..build.options import work_silently
    from ..build.site import build_site
    from ..build.standing import create_standing

    with stopping_on_refusal():
        outcome = build_site(options, work_silently if quiet else show_progress, tell_waiting)
    print_problems(outcome.problems, options.content, style)
    if not outcome.published:
        _stop("没有发布；原来的网站没有动。", exit_code(outcome.problems))
    return create_standing(outcome), describe_difference(outcome.difference) if outcome.difference else ""


@contextlib.contextmanager
def stopping_on_refusal() -> Iterator[None]:
    """Say why a folder cannot be written, and stop with the right exit code."""
    from ..publishing.errors import BusyError, NotOursError, WriteFailedError

    try:
        yield
    except NotOursError as error:
        _stop(f"没有发布：{describe_refusal(error)}", USAGE_IS_WRONG)
    except BusyError:
        _stop("没有发布：另一个窗口一直在往同一个文件夹里发布。等它做完，再运行一次。", OUR_FAULT)
    except WriteFailedError as error:
        code = USAGE_IS_WRONG if error.is_of_the_path else OUR_FAULT
        _stop(f"没有发布：写不进磁盘（{error}）。原来的网站没有动。", code)


def _stop(sentence: str, code: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)
