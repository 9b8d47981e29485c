"""The outcome of a build and what it changed, in a few lines for staff."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .printing import shown_path

if TYPE_CHECKING:
    from ..build.standing import Standing
    from ..publishing.compare import Difference
    from ..publishing.errors import NotOursError

SHOWN = 5
"""How many foreign files are named."""
UNCHANGED = "没有变化"
REFUSALS = {
    "NOT_EMPTY": "里有别的东西，不是本程序生成的网站。\n换一个空文件夹，或者先把里面的东西移走。",
    "FILE": "是一个文件，不是文件夹。\n换一个名字，或者先把它移走。",
    "ROOT": "是整个磁盘。\n换成里面的一个文件夹。",
    "IN_CONTENT": "在内容文件夹里，网站会混进内容。\n换一个不在里面的文件夹。",
    "HOLDS_CONTENT": "里放着内容文件夹，会连同它一起被换掉。\n换一个文件夹。",
}
"""Why a folder is not replaced → what is said of it after its name."""


def describe_summary(standing: Standing, said: str, difference: str, seconds: float) -> str:
    """Return the summary of a build: what is said of its site, its size, the time, and its changes if any are known."""
    size = f"{standing.size / 1e6:.1f} MB"
    counts = f"{standing.pages} 页，{standing.facts} 个数字，{standing.checks} 项核对，{size}"
    lines = [said, f"{counts}，用时 {seconds:.2f} 秒。"]
    if difference:
        lines.append(f"与上一次相比：{difference}。")
    return "\n".join(lines)


def describe_difference(difference: Difference) -> str:
    """Return how many pages and other files were added, changed and removed."""
    groups = (("新增", difference.added), ("改动", difference.changed), ("去掉", difference.removed))
    return "；".join(f"{verb} {_count(names)}" for verb, names in groups if names) or UNCHANGED


def _count(names: Iterable[str]) -> str:
    names = tuple(names)
    pages = sum(name.endswith(".html") for name in names)
    data = sum(name.startswith("data/") and not name.endswith(".html") for name in names)
    parts = ((pages, "页"), (data, "个数据文件"), (len(names) - pages - data, "个其他文件"))
    return "、".join(f"{number} {unit}" for number, unit in parts if number)


def describe_refusal(error: NotOursError) -> str:
    """Return why an output folder is refused and what to do about it."""
    from ..publishing.errors import Refusal

    out = shown_path(error.out)
    if error.refusal is Refusal.FOREIGN:
        named = "、".join(error.foreign[:SHOWN])
        more = f"等 {len(error.foreign)} 个文件" if len(error.foreign) > SHOWN else ""
        return f"{out} 里有不是本程序生成的文件：{named}{more}。\n整个文件夹会被换掉，先把它们移到别处，再运行一次。"
    if error.refusal is Refusal.LINK:
        target = shown_path(Path(os.path.realpath(error.out)))
        return f"{out} 是一个链接，指向 {target}；网站要整个换上去，换掉的不能是链接。\n直接写它所指的文件夹：--out {target}"
    return f"{out} {REFUSALS[error.refusal.name]}"
