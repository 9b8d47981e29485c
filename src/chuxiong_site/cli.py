"""Commands, printing, exit codes: 0 well, 1 the content is wrong, 2 the command line is wrong, 3 our fault."""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import click

from . import __version__
from .problems import CODES, FORMATS, Problem, describe_problems, explain, is_warning

CONTENT_IS_WRONG, USAGE_IS_WRONG, OUR_FAULT = 1, 2, 3
ROOT = Path(os.environ.get("CHUXIONG_SITE_ROOT") or Path.cwd())
"""The project's folder; `build.py` says where it stands."""

content_option = click.option(
    "--content", type=click.Path(path_type=Path), default=None, help="内容文件夹；默认是项目里的 content。"
)
base_url_option = click.option(
    "--base-url", default=None, help="网站地址，例如 https://example.org/report/。"
)
strict_option = click.option("--strict", is_flag=True, help="有提醒也不发布。")
debug_option = click.option("--debug", is_flag=True, help="程序出错时打印技术细节。")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="把带标记的年度报告做成网站。不带命令时等于 build。",
)
@click.version_option(__version__, "--version", message="%(version)s", help="打印版本号。")
@click.pass_context
def commands(context: click.Context) -> None:
    """Build when nothing else is asked."""
    if context.invoked_subcommand is None:
        context.invoke(build)


@commands.command(help="核对内容，生成整个网站。")
@content_option
@click.option(
    "--out", type=click.Path(path_type=Path), default=None, help="输出文件夹；默认是项目里的 _site。"
)
@base_url_option
@strict_option
@debug_option
def build(content: Path | None, out: Path | None, base_url: str | None, strict: bool, debug: bool) -> None:
    """Build and publish the site."""
    from .build import build_site
    from .publish import NotOursError

    started = time.perf_counter()
    options = _options(content=content, out=out, base_url=base_url, strict=strict)
    try:
        outcome = build_site(options)
    except NotOursError as error:
        click.echo(
            f"没有发布：{error} 里有别的东西，不是本程序生成的网站。\n换一个空文件夹，或者先把里面的东西移走。",
            err=True,
        )
        sys.exit(USAGE_IS_WRONG)
    except OSError as error:
        _report_disk(error, debug)
    _print_problems(outcome.problems, "text")
    if not outcome.published:
        click.echo("没有发布；原来的网站没有动。", err=True)
        sys.exit(_exit_code(outcome.problems))
    assert outcome.site is not None
    assert outcome.findings is not None
    facts = sum(len(found.facts) for found in outcome.findings.reports)
    checks = sum(len(found.checks) for found in outcome.findings.reports)
    pages = sum(path.endswith(".html") for path in outcome.site)
    click.echo(
        f"网站已生成：{_shown(options.out / 'index.html')}\n"
        f"{pages} 页，{facts} 个数字，{checks} 项核对，{outcome.bytes_written / 1e6:.1f} MB，"
        f"用时 {time.perf_counter() - started:.2f} 秒。"
    )


@commands.command(help="只核对，不写任何文件；一次列出全部问题。")
@content_option
@base_url_option
@strict_option
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    help="text 给人看，json 给程序，github 给 Actions。",
)
@debug_option
def check(content: Path | None, base_url: str | None, strict: bool, style: str, debug: bool) -> None:
    """Check the content without writing."""
    from .build import check_project

    del debug
    outcome = check_project(_options(content=content, out=None, base_url=base_url, strict=strict))
    _print_problems(outcome.problems, style)
    stopped = [p for p in outcome.problems if strict or not is_warning(p.code)]
    if stopped or outcome.site is None:
        sys.exit(_exit_code(outcome.problems))
    if style == "text":
        assert outcome.findings is not None
        facts = sum(len(found.facts) for found in outcome.findings.reports)
        click.echo(f"没有错误：{facts} 个数字逐个有交代，正文与官方原文逐字相同。")


@commands.command(name="explain", help="说明一个错误代码是什么意思、怎么改。")
@click.argument("code")
def explain_code(code: str) -> None:
    """Explain a code."""
    found = explain(code)
    if found is None:
        click.echo(f"没有「{code}」这个代码。现有的代码：{'、'.join(CODES)}", err=True)
        sys.exit(USAGE_IS_WRONG)
    click.echo(f"{found.code}　{found.title}\n\n为什么：{found.why}\n怎么改：{found.fix}")


def main() -> None:
    """Run the command line; every failure ends in a sentence and the right exit code."""
    debug = "--debug" in sys.argv
    try:
        commands.main(prog_name="chuxiong-site", standalone_mode=False)
    except click.ClickException as error:
        click.echo(_describe_usage(error), err=True)
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


def _options(*, content: Path | None, out: Path | None, base_url: str | None, strict: bool) -> Any:
    from .build import Options

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if base_url is not None and not base_url.startswith(("https://", "http://")):
        raise click.BadParameter("要以 https:// 或 http:// 开头", param_hint="--base-url")
    return Options(
        content=content or ROOT / "content",
        out=out or ROOT / "_site",
        root=ROOT,
        base_url=base_url,
        strict=strict,
        epoch=int(epoch) if epoch.isdecimal() else None,
    )


def _print_problems(problems: tuple[Problem, ...], style: str) -> None:
    if not problems and style == "text":
        return
    colour = style == "text" and sys.stderr.isatty() and "NO_COLOR" not in os.environ
    click.echo(describe_problems(problems, style, colour=colour), err=style == "text")


def _exit_code(problems: tuple[Problem, ...]) -> int:
    return OUR_FAULT if any(problem.code == "E601" for problem in problems) else CONTENT_IS_WRONG


def _report_disk(error: OSError, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    click.echo(
        f"没有发布：写不进磁盘（{error.strerror or error}：{error.filename or ''}）。原来的网站没有动。",
        err=True,
    )
    sys.exit(OUR_FAULT)


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _describe_usage(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = f"是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项。{near}加 --help 看用法。"
        case click.MissingParameter():
            return "命令没有写完。加 --help 看用法。"
        case click.BadParameter():
            return f"{error.param_hint or (error.param.opts[0] if error.param else '参数')} 写得不对：{error.message}"
        case _:
            return f"命令写得不对：{error.message} 加 --help 看用法。"
