"""Is each built page well made by itself: headings, anchors, links, nothing from elsewhere?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from urllib.parse import unquote

from ..model.site import Site
from ..problems import Problem
from .assets import compute_policy_hash
from .faults import describe_fault
from .read_back import BuiltPage

OUTWARD = ("http://", "https://", "mailto:", "tel:")
"""Links that may leave the site; all others stay in it."""
STYLE_ADDRESS = re.compile(r"""url\(\s*["']?((?:\w+:)?//[^"')]*)|@import""")


def check_pages(pages: Mapping[str, BuiltPage], site: Site) -> Iterator[Problem]:
    """Yield what is wrong with pages and style sheets as such."""
    for path, page in pages.items():
        yield from _check_page(path, page)
        yield from check_links(path, page.links, pages, site)
    for path, data in site.items():
        if path.endswith(".css") and isinstance(data, bytes):
            for match in STYLE_ADDRESS.finditer(data.decode("utf-8")):
                yield describe_fault(path, f"引用了别处的文件 {match[0]}", "只用本站的文件")


def _check_page(path: str, page: BuiltPage) -> Iterator[Problem]:
    for id in sorted(page.duplicate_ids):  # noqa: A001
        yield describe_fault(path, f"标识「{id}」出现了两次", "每个标识一次")
    if page.headings.count("h1") != 1:
        yield describe_fault(path, f"{page.headings.count('h1')} 个 h1", "一个 h1")
    for before, after in zip(page.headings, page.headings[1:], strict=False):
        if int(after[1]) > int(before[1]) + 1:
            yield describe_fault(path, f"{before} 之后直接是 {after}", "标题逐级")
    for address in page.foreign:
        yield describe_fault(path, f"引用了别处的文件 {address}", "只用本站的文件")
    for name in page.blocked:
        yield describe_fault(path, f"{name} 属性", "样式和脚本只写在各自的文件里")
    for tag, text in page.inline:
        if compute_policy_hash(text) not in page.policy:
            yield describe_fault(path, f"{tag} 元素写在网页里", "样式和脚本只写在各自的文件里，或由策略写明")


def check_links(
    path: str, links: Iterable[str], pages: Mapping[str, BuiltPage], files: Container[str]
) -> Iterator[Problem]:
    """Yield the links of a page that lead to no file of the site, or to no place in its page."""
    folder = posixpath.dirname(path)
    for href in dict.fromkeys(links):
        if href.startswith(OUTWARD):
            continue
        target, _, anchor = href.partition("#")
        target = unquote(target.partition("?")[0])
        full = posixpath.normpath(posixpath.join(folder, target)) if target else path
        if full not in files or not href:
            yield describe_fault(path, f"链接「{href}」没有去处", "站内有的文件")
        elif anchor and full in pages and unquote(anchor) not in pages[full].ids:
            yield describe_fault(path, f"链接「{href}」的位置不存在", "那一页里有的标识")
