"""Check staff's words for typing slips: half-width marks and the like. Style is not checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model.place import Place
from ..problems import Problem, create_problem

HAN = "\u3007\u3400-\u9fff"
FULL_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
HALF_MARK = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?()]|[,;:!?()](?=[\u4e00-\u9fff])")
"""A mark for Latin text beside a Hanzi."""
SLIPS = (
    (re.compile(rf"(?<=[{HAN}])\.(?![0-9A-Za-z.])"), "半角的句号「.」", "全角的「。」"),
    (re.compile(r"\.{3,}|。{3,}"), "用句点代替的省略号", "「……」"),
    (re.compile("([，、：；！？])\\1+|(?<!。)。。(?!。)|。，|，。|、，|，、"), "连着的两个标点", "留一个"),
    (re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])"), "汉字之间的空格", "没有空格"),
    (re.compile(rf"(?<=[{HAN}])\"|\"(?=[{HAN}])"), '直引号「"」', "弯引号“ ”"),
    (re.compile("帐[号户]"), "别字「帐」", "「账」"),
    (re.compile("既使"), "别字「既使」", "「即使」"),
    (re.compile("按装"), "别字「按装」", "「安装」"),
    (re.compile("粘帖"), "别字「粘帖」", "「粘贴」"),
    (re.compile("部份"), "别字「部份」", "「部分」"),
    (re.compile("[图好]象(?!征|形)"), "别字「象」", "「像」"),
)
"""What is a slip whatever the words are about, its name, and what is usual."""


def check_spelling(text: str, place: Place, words: str = "") -> Iterator[Problem]:
    """Yield every mark of half width beside a Hanzi (W504) and every other slip (W506), each where it stands.

    `words` is the text as it is read, as long as it is written: with Hanzi where a number is filled in.
    """
    words = words or text
    for mark in HALF_MARK.finditer(words):
        found, expected = f"半角的「{mark[0]}」", f"全角的「{FULL_MARKS[mark[0]]}」"
        yield create_problem("W504", point_at(place, text, mark.span()), found, expected)
    for slip, name, usual in SLIPS:
        for match in slip.finditer(words):
            yield create_problem("W506", point_at(place, text, match.span()), name, usual)


def point_at(place: Place, text: str, span: tuple[int, int]) -> Place:
    """Return the place of a part of a value, or of all of it where it does not stand on one line as it reads."""
    start = place.excerpt.find(text, max(0, place.column - 1))
    if start < 0:
        return place
    return replace(place, column=start + span[0] + 1, length=span[1] - span[0])
