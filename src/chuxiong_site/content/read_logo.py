"""The logo that a site's theme names: its bytes, if nothing in them can do more than be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from ..model.place import Place
from ..model.site import Logo
from ..problems import Problem, create_problem

MAX_BYTES = 50_000
"""It is on every page, before anything else."""
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
DRAWN = frozenset(
    [
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "title",
        "desc",
        "use",
        "symbol",
        "clipPath",
        "mask",
        "linearGradient",
        "radialGradient",
        "stop",
    ]
)
"""Elements that only draw. Words are left out: which font they get depends on the device."""
ACTIVE = re.compile(r"on|(?:style|href|src)$", re.IGNORECASE)
"""Attributes that act, that the site's policy forbids, or that lead elsewhere."""
OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#)|javascript:|data:|@import", re.IGNORECASE)
MAGIC = {".png": re.compile(rb"\x89PNG\r\n\x1a\n"), ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL)}


def read_logo(root: Path, name: str, place: Place) -> tuple[Logo | None, list[Problem]]:
    """Return the logo; `None` without a name, or with what is wrong with the file."""
    if not name:
        return None, []
    try:
        data = (root / name).read_bytes()
    except OSError:
        return None, [create_problem("E531", place, f"内容文件夹里读不到 {name}", "一个可以读的文件")]
    fault = find_fault(data, Path(name).suffix)
    if fault:
        return None, [create_problem("E531", place, f"{name}：{fault}", "只有图形、不大的 SVG、PNG 或 WebP")]
    return Logo(ending=Path(name).suffix.removeprefix("."), data=data), []


def find_fault(data: bytes, ending: str) -> str:
    """Return in words why a file cannot be the logo; empty when it can."""
    if len(data) > MAX_BYTES:
        return f"有 {len(data):,} 字节，多于 {MAX_BYTES:,} 字节"
    if ending in MAGIC:
        return "" if MAGIC[ending].match(data) else f"内容不是 {ending.removeprefix('.').upper()} 图"
    return next(_list_svg_faults(data), "")


def _list_svg_faults(data: bytes) -> Iterator[str]:
    if re.search(rb"<!(?!--)|<\?(?!xml )", data):
        yield "里面有文档类型、实体或处理指令"
        return
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        yield f"不是完好的 XML（第 {error.position[0]} 行）"
        return
    if root.tag != f"{SVG}svg":
        yield "最外层不是 SVG"
    for element in root.iter():
        name = str(element.tag)
        if not name.startswith(SVG) or name.removeprefix(SVG) not in DRAWN:
            yield f"里面有 {name.rpartition('}')[2]} 元素"
        for key, value in element.attrib.items():
            is_inner = key in {"href", f"{XLINK}href"} and value.startswith("#")
            if (ACTIVE.match(key.rpartition("}")[2]) and not is_inner) or OUTSIDE.search(value):
                yield f"里面有 {key.rpartition('}')[2]} 属性，写着「{value[:30]}」"
