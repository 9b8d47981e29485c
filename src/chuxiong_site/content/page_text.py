"""The lines that a reader sees on a saved web page, in order, without menus, scripts and the foot."""

from __future__ import annotations

import re
from html.parser import HTMLParser

HIDDEN = frozenset(
    (
        "script", "style", "noscript", "template", "select", "button", "svg", "nav", "iframe", "object",
        "video", "audio", "canvas", "form", "textarea", "head",
    )
)  # fmt: skip
"""Elements whose words are no text of the page."""
VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
        "wbr",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "br", "title",
    )
)  # fmt: skip
"""Elements that begin and end a line."""
FOOT = re.compile(
    "^(?:主办单位?|承办单位?|主管单位?|版权所有|网站标识码|技术支持|【?打印|【?关闭|分享到?|扫一扫|上一篇|下一篇|网站地图|联系我们"
    "|浏览次数|阅读次数|责任编辑|相关(?:链接|文档|附件|信息)|.{0,4}ICP备|.{0,4}公网安备|Copyright|[-—]?END)",
    re.IGNORECASE,
)
"""How lines begin that stand below a text and do not belong to it."""
PROSE = 40
"""A line as long as this is text, not a menu."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\n\r\f\v\xa0\u2000-\u200a\u3000]+")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def find_charset(data: bytes) -> str:
    """Return the encoding that a page declares, or an empty string."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else ""


def read_page_text(html: str) -> str:
    """Return the readable lines of a page, each with its line end."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    lines = [*parser.lines, parser.take()]
    return "".join(f"{line}\n" for line in _cut_foot([line for line in lines if line]))


class _Lines(HTMLParser):
    """Collects the words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or what is not shown."""
        if tag in BLOCKS:
            self.lines.append(self.take())
        if tag not in VOID and (self._hidden or tag in HIDDEN or _is_hidden(dict(attrs))):
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is not shown; an end without a beginning ends nothing."""
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                continue
        if tag in BLOCKS:
            self.lines.append(self.take())

    def handle_data(self, data: str) -> None:
        """Keep words that are shown."""
        if not self._hidden:
            self._words.append(data)

    def take(self) -> str:
        """Return the line so far, blanks as one space, and begin another."""
        words, self._words = "".join(self._words), []
        return _BLANK.sub(" ", _INVISIBLE.sub("", words)).strip()


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = re.sub(r"\s", "", attributes.get("style") or "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style


def _cut_foot(lines: list[str]) -> list[str]:
    """Leave out what stands below the last line of text: the foot of the page."""
    last = max((index for index, line in enumerate(lines) if len(line) >= PROSE and "。" in line), default=-1)
    for index in range(last + 1, len(lines)):
        if FOOT.match(lines[index]):
            return lines[:index]
    return lines
