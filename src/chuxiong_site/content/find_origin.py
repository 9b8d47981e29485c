"""Whose a raw text is, of which day and year: from the lines round its title, and its signature."""

from __future__ import annotations

import re

from ..model.records import dataclass
from .head_lines import DAY, ONLY_DATE, ORGAN, compact

SPOKEN = re.compile(rf"^[（(\-—─－]*(?P<day>{DAY})在.{{4,60}}(?:会议|大会|全会)上?")
"""Under the title of what was read out: ——2023年1月5日在……会议上."""
PUBLISHED = re.compile(
    r"(?:^|发布|公开|更新|发文)(?:时间|日期)[:：](?P<day>[0-9]{4}(?:年[0-9]{1,2}月[0-9]{1,2}日|[-./][0-9]{1,2}[-./][0-9]{1,2}))"
)
SPEAKER = re.compile(
    r"^(?P<organ>[一-鿿]{2,20}人民政府)?(?:代)?(?:省长|市长|州长|区长|县长|盟长|旗长|镇长|乡长|主席|总理|局长|主任)[一-鿿·]{2,12}$"
)
OF_ORGAN = re.compile(
    r"^(?P<organ>[一-鿿]{2,20}(?:人民政府(?:办公[厅室])?|[局厅院]|委员会))(?:关于|[0-9]{4}年)"
)
"""A title that begins with whose report it is."""
YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])(?=年)")
BARE_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
UNDER = 6
"""How many lines under a title may say whose it is and of when."""
END = 8
"""How many lines at the end may be the signature."""
_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOrigin:
    """What the lines say; empty where they do not."""

    publisher: str = ""
    published: str = ""
    written: str = ""
    spoken: str = ""
    years: tuple[str, ...] = ()
    """Years that the report may be of, the surest first; one is sure."""


def find_origin(above: list[str], title: str, under: list[str], end: list[str]) -> FoundOrigin:
    """Return whose the text is and of when: `above` and `under` are the lines round the title, `end` the last ones."""
    head = [compact(line) for line in under[:UNDER]]
    spoken = next((match["day"] for line in head if (match := SPOKEN.match(line))), "")
    stated = [match["day"] for line in (*above, *under[:UNDER]) if (match := PUBLISHED.search(compact(line)))]
    dates = [line.strip("（）()") for line in head if ONLY_DATE.fullmatch(line)]
    organ, written = _find_signature(end)
    return FoundOrigin(
        publisher=_find_publisher(title, under[:UNDER]) or organ,
        published=next(iter([*stated, *dates]), ""),
        written=written,
        spoken=spoken,
        years=_list_years(title, spoken, head),
    )


def read_year(words: str) -> str:
    """Return the one year that words name; empty when there is none or more."""
    found = set(BARE_YEAR.findall(words.translate(_WIDE)))
    return found.pop() if len(found) == 1 else ""


def _find_publisher(title: str, under: list[str]) -> str:
    if match := OF_ORGAN.match(title):
        return match["organ"]
    for line in under:
        tokens = line.split()
        if tokens and all(ORGAN.fullmatch(token) for token in tokens):
            return " ".join(tokens)
        if (match := SPEAKER.match(compact(line))) and match["organ"]:
            return match["organ"]
    return ""


def _find_signature(end: list[str]) -> tuple[str, str]:
    """Return the organ and the date that sign the text, both or none."""
    lines = [line for line in end if line.strip()][-END:]
    for index in range(len(lines) - 1, -1, -1):
        words = compact(lines[index])
        date = re.search(f"{DAY}$", words)
        if date is None or len(words) > 2 * 30:
            continue
        organ = words[: date.start()] or (compact(lines[index - 1]) if index else "")
        return (organ, date[0]) if ORGAN.fullmatch(organ) else ("", "")
    return "", ""


def _list_years(title: str, spoken: str, head: list[str]) -> tuple[str, ...]:
    named = YEAR.findall(title.translate(_WIDE))
    if named:
        return tuple(dict.fromkeys(named))
    if year := read_year(spoken):
        return (year,)
    alone = [line.translate(_WIDE) for line in head if re.fullmatch(r"[（(]?[0-9０-９]{4}年度?[）)]?", line)]
    return tuple(dict.fromkeys(year for line in alone for year in YEAR.findall(line)))
