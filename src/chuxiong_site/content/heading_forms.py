"""The ways in which official texts mark their headings, each with how it counts. One table, the highest rank first."""

from __future__ import annotations

import re

from ..model.ordinals import read_ordinal
from ..model.records import dataclass

HAN = "[一二三四五六七八九十]{1,3}"
COUNTED = r"(?:季度|[产三类级线等批期轮]|[、，,]?[一二三四五六七八九十]+(?:季度|[产类级线等批期轮、]))"
"""What follows the first of several numbers in a sentence: 一、二季度, 第一、二、三产业."""
MEASURED = "[万亿元%％‰个人件项米公里吨岁年月日天户家次倍亩]"
"""What follows 1.5 where it is no heading's number."""
CALLED = 40
"""A line or first sentence this short can be a heading where the mark alone does not tell."""
LINE = 100
"""No heading is longer than this."""
OPEN_ENDS = frozenset("；;，,、")
"""How list items end, and lines that go on."""
_STOP = re.compile("。")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingForm:
    """One way of marking headings."""

    name: str
    rank: int
    """Headings of a smaller rank contain those of a greater one."""
    pattern: re.Pattern[str]
    """The mark at the beginning of a line; its group is the ordinal as printed."""
    is_sure: bool = False
    """Whether the mark alone makes a heading; else the words must be short and at least two headings in a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may begin with a heading."""

    form: HeadingForm
    ordinal: int
    """0 where the form does not count."""
    mark: str
    """As printed, for messages: 一, 1.2."""
    length: int
    """How many characters the mark takes."""
    end: int
    """Where the heading ends in the line: behind its first 。, else with the line."""
    is_open: bool = False
    """Whether it ends as items of a list do, or is very long: a heading only among headings."""


def _form(name: str, rank: int, pattern: str, *, is_sure: bool = False) -> HeadingForm:
    return HeadingForm(name=name, rank=rank, pattern=re.compile(pattern), is_sure=is_sure)


APPENDIX = _form(
    "appendix", 0, r"\s*附\s*[件录]\s*([0-9０-９一二三四五六七八九十]{0,3})\s*[:：.、]?", is_sure=True
)
NOTES = _form(
    "notes",
    0,
    r"\s*\**[\[【（(]?(?:注释?|注解|附注|名词(?:解释|注释)|指标解释|相关名词解释|有关说明|说明)[\]】）)]?\s*[:：]?\**\s*$",
)
"""The whole line: what follows are notes."""
FORMS: tuple[HeadingForm, ...] = (
    _form("book", 10, rf"\s*第({HAN}|[0-9]{{1,2}})[编篇](?=[\s\u3000]|[^的])", is_sure=True),
    _form("chapter", 11, rf"\s*第({HAN}|[0-9]{{1,2}})章(?=[\s\u3000]|[^的])", is_sure=True),
    _form("part", 12, rf"\s*第({HAN}|[0-9]{{1,2}})部分(?=[\s\u3000:：、])[:：、]?", is_sure=True),
    _form("section", 13, rf"\s*第({HAN}|[0-9]{{1,2}})节(?=[\s\u3000]|[^的])", is_sure=True),
    _form("han", 20, rf"\s*({HAN})[\u3000 ]*[、．.](?!{COUNTED})", is_sure=True),
    _form("han_blank", 20, rf"\s*({HAN})[\u3000 ]+(?=[\u4e00-\u9fff])"),
    _form("han_bracket", 30, rf"\s*[(（]({HAN})[)）][、.．]?", is_sure=True),
    _form("arabic", 40, r"\s*([0-9０-９]{1,2})(?:[.．、](?![0-9０-９])|[\u3000 ]+(?=[\u4e00-\u9fff])(?![年月日]))"),
    _form(
        "dotted", 41,
        rf"\s*([0-9]{{1,2}}[.．][0-9]{{1,2}}(?:[.．][0-9]{{1,2}})?)(?:[.．、]|[\u3000 ]+(?![万亿%％元])|(?=[\u4e00-\u9fff])(?!{MEASURED}))",
    ),
    _form("arabic_bracket", 50, r"\s*[(（]([0-9０-９]{1,2})[)）][、.．]?"),
    _form("circled", 55, "\\s*([①-⑳])"),
    _form("counted", 60, rf"\s*({HAN})是(?!否)"),
    _form("dash", 70, r"\s*(?:——|──|――|--+|—)()(?=[^\s0-9—-])"),
)  # fmt: skip
LISTED = _form("listed", 15, "", is_sure=True)
"""A line that the report's own list of contents names."""
MARKDOWN = re.compile(r"\s*(#{1,6})[ \u3000]+")


def read_heading_candidate(line: str) -> Candidate | None:
    """Return what heading a line may begin with; `None` for text."""
    hashes = MARKDOWN.match(line)
    start = hashes.end() if hashes else 0
    for form in (APPENDIX, NOTES, *FORMS):
        match = form.pattern.match(line, start)
        if match is not None:
            found = _create_candidate(line, form, match, is_marked=hashes is not None)
            if found is not None or hashes is None:
                return found
    if hashes is None:
        return None
    form = _form("markdown", len(hashes[1]), "", is_sure=True)
    return Candidate(form=form, ordinal=0, mark="", length=start, end=len(line))


def create_listed_candidate(line: str) -> Candidate:
    """Return the heading that a line is which the list of contents names."""
    return Candidate(form=LISTED, ordinal=0, mark="", length=0, end=len(line))


def _create_candidate(
    line: str, form: HeadingForm, match: re.Match[str], *, is_marked: bool
) -> Candidate | None:
    stop = _STOP.search(line, match.end())
    end = stop.end() if stop else len(line)
    words = line[match.end() : end].strip()
    long = LINE if form.is_sure and not is_marked else CALLED
    is_open = not is_marked and (words[-1:] in OPEN_ENDS or len(words) > long)
    if is_open and not form.is_sure:
        return None
    ordinal = match[1] if match.re.groups else ""
    if form is APPENDIX and (stop or len(words) > CALLED or not (words or ordinal)):
        return None
    return Candidate(
        form=form, ordinal=count(ordinal), mark=ordinal, length=match.end(), end=end, is_open=is_open
    )


def count(ordinal: str) -> int:
    """Return the last number of an ordinal as printed: 三 → 3, 2.1 → 1, ③ → 3; 0 for none."""
    if len(ordinal) == 1 and "①" <= ordinal <= "⑳":
        return ord(ordinal) - ord("①") + 1
    last = re.split("[.．]", ordinal)[-1]
    return int(last) if last.isdecimal() else read_ordinal(last)
