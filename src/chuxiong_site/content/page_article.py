"""Which lines of a page are the text: those of the element that holds the prose, with the title and fields before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .find_origin import PUBLISHED
from .find_title import find_text, find_title
from .head_lines import compact
from .page_lines import PageLine

PROSE = 15
"""A line as long as this with a comma or full stop is prose, not a menu."""
MOST = 0.85
"""Share of the page's prose that the element of the text holds."""
ENOUGH = 200
"""Characters of prose without which no element is evidently the text."""
FIELD = re.compile(
    r"^[【\[(（]?(?:索引号|信息索引|公开目录|信息分类|主题分类|发布机[构关]|发文机[构关]|发文单位|发布单位|主题词|发布[日时]|公开[日时]|生成日期"
    r"|成文日期|文号|发文字号|标题|名称|来源|信息来源|作者|时间|日期|体裁|效力|有效性|公开方式|公开范围)[^，。]{0,4}[:：]?"
)
"""How the fields of the head of a page begin, blanks left out."""
CONTROL = re.compile(
    r"^[【\[(（]?(?:字体|字号|浏览|阅读|点击|访问|打印|分享|收藏|责任编辑|编辑|作者|来源|信息来源|大中小|扫一扫|语音|朗读|【)[^，。]{0,30}$"
    r"|(?:发布|更新)(?:时间|日期)[:：]"
)
"""Lines round a title that serve the page."""
FOOT = re.compile(
    "^(?:主办单位?|承办单位?|主管单位?|版权所有|网站标识码|技术支持|【?打印|【?关闭|分享到?|扫一扫|上一篇|下一篇|网站地图|联系我们"
    "|浏览次数|阅读次数|责任编辑|相关(?:链接|文档|附件|信息)|.{0,4}ICP备|.{0,4}公网安备|Copyright|[-—]?END)",
    re.IGNORECASE,
)
"""How lines begin that stand below a text and do not belong to it."""


def choose_lines(lines: list[PageLine]) -> list[PageLine]:
    """Return the lines of the text in order, its fields before its title, the foot left out."""
    article = find_article(lines)
    if article is None:
        return _cut_foot(_move_fields(lines))
    inside = [index for index, line in enumerate(lines) if article in line.inside]
    text = _cut_foot(lines[inside[0] : inside[-1] + 1])
    above = [line for line in lines[: inside[0]] if line.missing is None]
    fields = [line for line in above if _is_field(line)]
    return _move_fields([*fields, *_find_title_above(above, text), *text])


def find_article(lines: Iterable[PageLine]) -> int | None:
    """Return the smallest element that holds most of the prose; `None` when that is the whole page."""
    weights: Counter[int] = Counter()
    depths: dict[int, int] = {}
    total = 0
    for line in lines:
        weight = _weigh(line)
        total += weight
        for depth, element in enumerate(line.inside):
            weights[element] += weight
            depths[element] = depth
    if total < ENOUGH:
        return None
    found = max(
        (element for element, weight in weights.items() if weight >= MOST * total),
        key=lambda element: depths[element],
        default=None,
    )
    return found if found is not None and depths[found] > 1 else None


def _weigh(line: PageLine) -> int:
    is_prose = len(line.text) >= PROSE and ("，" in line.text or "。" in line.text)
    return len(line.text) if line.missing is None and (is_prose or line.is_row) else 0


def _is_field(line: PageLine) -> bool:
    words = compact(line.text)
    return FIELD.match(words) is not None or PUBLISHED.search(words) is not None


def _find_title_above(above: list[PageLine], text: list[PageLine]) -> list[PageLine]:
    """Return the title's lines that stand before the element of the text, when the text does not begin with it."""
    words = [line.text for line in text if line.missing is None]
    own = find_title(words)
    if own is not None and own.words and own.last < (find_text(words) or 0):
        return []
    headings = [line for line in above if line.element in {"h1", "h2"} and not _is_field(line)]
    if headings:
        return headings[-1:]
    found = find_title([*(line.text for line in above), "各位代表："])
    return above[found.first : found.last + 1] if found and found.words else []


def _move_fields(lines: list[PageLine]) -> list[PageLine]:
    """Put the fields that stand between the title and the text before the title, and leave out what serves the page."""
    words = ["" if line.missing else line.text for line in lines]
    title, first = find_title(words), find_text(words)
    if title is None or first is None or not title.words or first <= title.last:
        return lines
    between = range(title.last + 1, first)
    fields = [lines[index] for index in between if _is_field(lines[index]) and not lines[index].is_row]
    kept = [
        lines[i] for i in between if lines[i] not in fields and not CONTROL.search(compact(lines[i].text))
    ]
    head = [line for line in lines[: title.first] if line.missing is None]
    return [*head, *fields, *lines[title.first : title.last + 1], *kept, *lines[first:]]


def _cut_foot(lines: list[PageLine]) -> list[PageLine]:
    """Leave out what stands below the last line of text: the foot of the page."""
    last = max((index for index, line in enumerate(lines) if _weigh(line)), default=-1)
    for index in range(last + 1, len(lines)):
        if FOOT.match(lines[index].text) and lines[index].missing is None:
            return lines[:index]
    return lines
