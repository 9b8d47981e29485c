"""What the commands take in common: the project's folder, its content, the address, strictness."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import click

from ..problems import FORMATS

ROOT = Path(os.environ.get("CHUXIONG_SITE_ROOT") or Path.cwd())
"""The project's folder; `build.py` says where it stands."""
LAST_SECOND = 253_402_271_999
"""The last second of the year 9999 in Beijing: no later one can be written as a date."""


class PathType(click.Path):
    """A path as staff write it: `~` is their home also where the shell leaves it, and `..` makes no folder on its way."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, without `..`."""
        path = os.path.expanduser(value)  # noqa: PTH111  # it leaves an unknown home as it is
        if ".." in Path(path).parts:
            from ..publishing.output import resolve_output

            path = str(resolve_output(Path(path)))
        return super().convert(path, param, ctx)


FOLDER = PathType(path_type=Path)
content_option = click.option(
    "--content", type=FOLDER, default=None, help="内容文件夹；默认是项目里的 content。"
)
out_option = click.option("--out", type=FOLDER, default=None, help="输出文件夹；默认是项目里的 _site。")
quiet_option = click.option("--quiet", is_flag=True, help="没有问题就什么也不打印。")
base_url_option = click.option(
    "--base-url", default=None, help="网站地址，例如 https://example.org/report/。"
)
strict_option = click.option("--strict", is_flag=True, help="有提醒也不发布；只说网页大小的提醒除外。")
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    help="text 给人看，json 给程序，github 给 Actions。",
)
debug_option = click.option("--debug", is_flag=True, expose_value=False, help="程序出错时打印技术细节。")


def check_address(key: str, value: str, option: str) -> str:
    """Return an address as it is in `content`, where `key` has the same rule; raise when it cannot be one."""
    from ..content.addresses import EXPECTED, find_fault

    if fault := find_fault(key, value):
        raise click.BadParameter(f"「{value}」{fault}。应为{EXPECTED[key]}", param_hint=option)
    return value


def create_options(
    *,
    content: Path | None = None,
    out: Path | None = None,
    base_url: str | None = None,
    strict: bool = False,
    parts: tuple[Path, ...] = (),
) -> Any:
    """Return the options of a build; raise `click.BadParameter` for an address that cannot be one."""
    from ..build.options import Options

    if base_url is not None:
        from ..content.addresses import normalise_base_url

        base_url = normalise_base_url(check_address("base_url", base_url, "--base-url"))
    return Options(
        content=content or ROOT / "content",
        out=out or ROOT / "_site",
        root=ROOT,
        base_url=base_url,
        strict=strict,
        epoch=read_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")),
        keeps=True,
        jobs=count_cores(),
        parts=parts,
    )


class ShareType(click.ParamType[tuple[int, int]]):
    """A share of the reports: 2/4 is the second of four."""

    name = "K/N"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the two numbers."""
        match = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", str(value))
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            self.fail(
                f"「{value}」不是几分之几。应为第几份/一共几份，例如 2/4：分成四份里的第二份", param, ctx
            )
        return int(match[1]), int(match[2])


def count_cores() -> int:
    """Return how many processors this process may use."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


def read_epoch(written: str) -> int | None:
    """Return the seconds since 1970 that SOURCE_DATE_EPOCH gives, `None` where it is empty; raise when they are none."""
    if not written:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", written) or int(written) > LAST_SECOND:
        why = f"要写 1970 年以来的秒数，只用数字，例如 1700000000，现在是「{written}」"
        hint = "（像是毫秒，去掉末三位）" if re.fullmatch(r"[0-9]{13}", written) else ""
        raise click.BadParameter(why + hint, param_hint="环境变量 SOURCE_DATE_EPOCH")
    return int(written)
