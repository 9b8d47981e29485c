"""Prove the form of each page: headings, anchors, nothing from elsewhere, no code that its policy does not name."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping

from ..model.site import Site
from ..problems import Problem
from .documents.built_page import BuiltPage
from .faults import create_fault

STYLE_ADDRESS = re.compile(r"""url\(\s*["']?((?:\w+:)?//[^"')]*)|@import""")


def check_structure(pages: Mapping[str, BuiltPage], site: Site) -> Iterator[Problem]:
    """Yield faults of pages and style sheets as such."""
    for path, page in pages.items():
        yield from _check_page(path, page)
        yield from _check_years(path, page)
    for path, data in site.items():
        if path.endswith(".css") and isinstance(data, bytes):
            for match in STYLE_ADDRESS.finditer(data.decode("utf-8", "replace")):
                yield create_fault(path, f"引用了别处的文件 {match[0]}", "只用本站的文件")


def _check_page(path: str, page: BuiltPage) -> Iterator[Problem]:
    for anchor in sorted(page.duplicate_ids):
        yield create_fault(path, f"标识「{anchor}」出现了两次", "每个标识一次")
    if page.headings.count("h1") != 1:
        yield create_fault(path, f"{page.headings.count('h1')} 个 h1", "一个 h1")
    for before, after in zip(page.headings, page.headings[1:], strict=False):
        if int(after[1]) > int(before[1]) + 1:
            yield create_fault(path, f"{before} 之后直接是 {after}", "标题逐级")
    for address in page.foreign:
        yield create_fault(path, f"引用了别处的文件 {address}", "只用本站的文件")
    for name in page.blocked:
        yield create_fault(path, f"{name} 属性", "样式和脚本只写在各自的文件里")
    for tag, text in page.inline:
        if compute_policy_hash(text) not in page.policy:
            yield create_fault(path, f"{tag} 元素写在网页里", "样式和脚本只写在各自的文件里，或由策略点名")


def _check_years(path: str, page: BuiltPage) -> Iterator[Problem]:
    """Yield cells that say another year on a narrow screen than their column's head."""
    for column, year in page.year_cells:
        if column != year:
            yield create_fault(path, f"「{column}」一栏的格写着 {year}", "与栏头相同的年份")


def compute_policy_hash(text: str) -> str:
    """Return how a content policy names code inside a page, as a browser counts it: HTML knows one line end and no NUL."""
    seen = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return f"'sha256-{base64.b64encode(hashlib.sha256(seen.encode()).digest()).decode()}'"
