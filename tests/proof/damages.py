"""Damage to a finished site, one place at a time: every digit run, qualifier, unit, quotation, paragraph, anchor and link."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

DIGITS = re.compile(r"[0-9]+")
READ_AS_WORDS = (".json", ".jsonld", ".csv", ".txt", ".xml", ".xsd")
WORDS = {
    "不少于": "不多于",
    "不多于": "不少于",
    "不超过": "不少于",
    "平均": "最多",
    "拟": "已",
    "余": "整",
    "约": "近",
}
"""Words that qualify a number → another such word."""
MAGNITUDES = {"万": "亿", "亿": "万", "%": "‰"}
QUALIFIED = re.compile(f"(?:{'|'.join(WORDS)})(?=[0-9])|(?<=[0-9])(?:余|万|亿|%)")
UNIT = re.compile(
    r"(?<=[0-9万亿余])(?:个工作日|件（次）|件\(次\)|人\(次\)|人（次）|件|项|个|人|年|次|家|名|条|元|场|卷|处)"
)
TOKEN = re.compile(
    r"<!--.*?-->|<script\b[^>]*>.*?</script>|<style\b[^>]*>.*?</style>|<[^>]*>|[^<]+", re.DOTALL
)
SPOKEN = re.compile(
    r'\b(?:title|alt|aria-label|placeholder|label|content|value|data-(?:unit|measure|marker|theme|name|value|foot|year|sentence))="([^"]*)"'
)
POLICY = re.compile(r'http-equiv=|name="(?:viewport|color-scheme|renderer|format-detection)"')
ANCHOR = re.compile(r'\bid="([a-z][^"]*|_row-[^"]*)"')
LINK = re.compile(r'\bhref="([^"#]*)#((?:_row-)?[a-z][^"]*)"')
OUTWARD = re.compile(r'<a\b[^>]*\bhref="(https://[^"#]*)')
NAMED = re.compile(
    r'<th scope="row"[^>]*>(?:<a[^>]*>)?([^<]+)|<dd[^>]*>(?:<a[^>]*>)?([^<]+)|<title>([^<]+)|<p class="headline__name"[^>]*>([^<]+)'
    r'|(?:og:title|og:description|"description"|"Author"|"ColumnName")" content="([^"]+)|"(?:name|publisher)":"([^"]+)'
)
"""Names, definitions, disclosure fields, titles: words of staff and of the official page."""
HANZI = re.compile("[\u4e00-\u9fff]")
MARKED = re.compile(r"<(\w+)[^>]*\b(?:data-official-text|data-quote)[^>]*>")
JSON_ISLAND = re.compile(r"(<script[^>]*json[^>]*>)(.*?)(</script>)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A file of the site with one place changed."""

    path: str
    kind: str
    """digit, word, unit, text, name, anchor, link, cell."""
    what: str
    """The place, for people."""
    data: bytes


def list_damages(site: Mapping[str, bytes]) -> Iterator[Damage]:
    """Yield every damage of every surface that readers or machines meet, in a fixed order."""
    for path in sorted(site):
        if path.endswith(".html"):
            yield from _damage_page(path, site[path].decode())
        elif (path.endswith(READ_AS_WORDS) and path != "receipt.json") or path.endswith("search-data.js"):
            text = site[path].decode()
            yield from _damage_words(
                path, text, "", text.find("?>") + 1 if path.endswith((".xml", ".xsd")) else 0
            )
        elif path.endswith(".svg"):
            yield from _damage_drawing(path, site[path].decode())
        elif path.endswith((".zip", ".xlsx")):
            yield from _damage_members(path, site[path])


def change_digits(run: str) -> str:
    """Return another number of the same length."""
    return run[:-1] + str((int(run[-1]) + 1) % 10)


def _damage_words(
    path: str, text: str, place: str, start: int = 0, end: int | None = None
) -> Iterator[Damage]:
    """Damage every digit run, qualifier and unit between two offsets."""
    end = len(text) if end is None else end

    def make(kind: str, match: re.Match[str], new: str) -> Damage:
        around = text[max(0, match.start() - 12) : match.end() + 12].replace("\n", " ")
        changed = text[: match.start()] + new + text[match.end() :]
        return Damage(
            path=path, kind=kind, what=f"{place}{match[0]}→{new} 在「{around}」", data=changed.encode()
        )

    for match in DIGITS.finditer(text, start, end):
        yield make("digit", match, change_digits(match[0]))
    for match in QUALIFIED.finditer(text, start, end):
        yield make("word", match, WORDS.get(match[0]) or MAGNITUDES[match[0]])
    for match in UNIT.finditer(text, start, end):
        yield make("unit", match, "只")


def _damage_page(path: str, page: str) -> Iterator[Damage]:
    for token in TOKEN.finditer(page):
        words = token[0]
        if words.startswith("<script") and "json" in words.partition(">")[0]:
            yield from _damage_island(path, page, token)
        elif not words.startswith("<"):
            yield from _damage_words(path, page, "", token.start(), token.end())
        elif not words.startswith(("<script", "<style", "<!")) and not POLICY.search(words):
            for match in SPOKEN.finditer(words):
                start = token.start() + match.start(1)
                yield from _damage_words(
                    path, page, f"{match[0].partition('=')[0]} ", start, start + len(match[1])
                )
    yield from _damage_texts(path, page)
    yield from _damage_names(path, page)
    yield from _damage_places(path, page)


SHOWN = re.compile(r'"(?:x|text|customdata|range|title|foot)":\[[^\]]*\]')
"""What a reader sees of the figure that a script draws; the rest is colours and sizes."""


def _damage_island(path: str, page: str, token: re.Match[str]) -> Iterator[Damage]:
    start, end = token.start() + token[0].index(">") + 1, token.end() - len("</script>")
    if "chart__data" not in token[0].partition(">")[0]:
        yield from _damage_words(path, page, "数据 ", start, end)
        return
    for match in SHOWN.finditer(page, start, end):
        yield from _damage_words(path, page, "图的数据 ", match.start(), match.end())


def _damage_texts(path: str, page: str) -> Iterator[Damage]:
    """Change one character of every quotation and of every official paragraph."""
    for match in MARKED.finditer(page):
        end = page.find(f"</{match[1]}>", match.end())
        for token in TOKEN.finditer(page, match.end(), end):
            char = HANZI.search(token[0]) if not token[0].startswith("<") else None
            if char:
                at = token.start() + char.start()
                changed = page[:at] + "囗" + page[at + 1 :]
                yield Damage(path=path, kind="text", what=f"「{page[at : at + 12]}」", data=changed.encode())
                break


def _damage_names(path: str, page: str) -> Iterator[Damage]:
    """Change one character of every name, definition, field and title."""
    for match in NAMED.finditer(page):
        start = match.start(match.lastindex or 0)
        char = HANZI.search(page, start, match.end())
        if char:
            changed = page[: char.start()] + "囗" + page[char.end() :]
            yield Damage(path=path, kind="name", what=match[0][:60], data=changed.encode())


def _damage_places(path: str, page: str) -> Iterator[Damage]:
    """Change the anchor of every fact and of its row, and every link that leads to one."""
    for match in (match for match in ANCHOR.finditer(page) if "plotly" not in match[0]):
        changed = page[: match.end(1)] + "x" + page[match.end(1) :]
        yield Damage(path=path, kind="anchor", what=match[0], data=changed.encode())
    for match in OUTWARD.finditer(page):
        changed = page[: match.start(1)] + "https://a.example/" + page[match.end(1) :]
        yield Damage(path=path, kind="link", what=match[1], data=changed.encode())
    for match in LINK.finditer(page):
        changed = page[: match.end(2)] + "x" + page[match.end(2) :]
        yield Damage(path=path, kind="link", what=match[0], data=changed.encode())


def _damage_drawing(path: str, drawing: str) -> Iterator[Damage]:
    """Words of a drawing, and the lengths of its marks."""
    for token in TOKEN.finditer(drawing):
        if not token[0].startswith("<"):
            yield from _damage_words(path, drawing, "", token.start(), token.end())
        elif "chart__bar" in token[0] or "chart__dot" in token[0]:
            for match in re.finditer(r'\b(?:width|cx)="(\d+)', token[0]):
                at = token.start() + match.start(1)
                new = str(int(match[1]) + 7)
                changed = drawing[:at] + new + drawing[at + len(match[1]) :]
                yield Damage(path=path, kind="digit", what=f"{token[0][:60]}", data=changed.encode())
        elif "chart__units" in token[0]:
            start, end = token.start(), token.end()
            changed = drawing[:start] + re.sub(r"M[^M]*z", "", token[0], count=1) + drawing[end:]
            yield Damage(path=path, kind="cell", what=f"{token[0][:60]}", data=changed.encode())


def _damage_members(path: str, data: bytes) -> Iterator[Damage]:
    """Every member of an archive; in a workbook, every shared word and every number."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name, member in members.items():
        if path.endswith(".xlsx"):
            changes = _damage_sheet(name, member.decode())
        else:
            changes = iter([member[:-3] + b"?" + member[-2:]])
        for changed in changes:
            yield Damage(path=path, kind="digit", what=name, data=_pack({**members, name: changed}))


def _damage_sheet(name: str, text: str) -> Iterator[bytes]:
    pattern = {"xl/sharedStrings.xml": r"<t[^>]*>([^<]*\d[^<]*)</t>"}.get(
        name, r"<c [^>]*(?<!t=\"s\")><v>([^<]*)</v>"
    )
    if name != "xl/sharedStrings.xml" and not name.startswith("xl/worksheets/sheet"):
        return
    for match in re.finditer(pattern, text):
        run = DIGITS.search(match[1])
        if run:
            at = match.start(1) + run.start()
            yield (text[:at] + change_digits(run[0]) + text[at + len(run[0]) :]).encode()


def _pack(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()
