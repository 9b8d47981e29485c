"""Small words that several scopes need: a day, a value with its qualifier, a place in the report."""

from __future__ import annotations

import re

from ...model.findings import Fact
from ...model.report import Report, Section
from ..lately import keep_last

Scope = dict[str, tuple[str, ...]]
"""Slot → the texts that may stand in it; one, mostly."""
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
BEHIND = frozenset({"以上", "以下", "以内", "之内", "左右", "上下", "余", "多"})
"""Qualifying words that stand behind the number; all others stand in front."""
UNHEADED = {"T": "标题", "0": "序", "Z": "结语"}
HAN, DIGITS = "[一二三四五六七八九十]{1,3}", "[0-9０-９]{1,2}"
TITLED = re.compile(
    rf"(?:# *)*(第(?:{HAN}|[0-9]{{1,3}})(?:部分|[编篇章节])|附\s*[件录]\s*(?:{HAN}|[0-9０-９]{{0,3}}))"
)
BRACKETED = re.compile(rf"(?:# *)*[（(]({HAN}|{DIGITS})[）)]")
DOTTED = re.compile(r"(?:# *)*([0-9]{1,2}(?:[.．][0-9]{1,2})+)")
COUNTED = re.compile(
    rf"(?:# *)*(?:({HAN})(?=[ \u3000]*[、．.]|是|[ \u3000])|({DIGITS})(?=[.．、 \u3000])|([①-⑳]))"
)
"""How headings are marked, after the hashes of a text file."""


def one(**texts: object) -> Scope:
    """Return a scope with one text a slot."""
    return {slot: (str(text),) for slot, text in texts.items()}


def read_day(chinese: str) -> str:
    """Return 2024年01月18日 as 2024-01-18; empty for anything else."""
    match = DAY.fullmatch(chinese)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def split_value(fact: Fact) -> tuple[str, str]:
    """Return the words that qualify a value from in front and from behind; 余 inside the value is neither; with the unit of its table."""
    word = fact.qualifier_text
    if not word or word in fact.display:
        return "", fact.unit_words
    return ("", fact.unit_words + word) if word in BEHIND else (word, fact.unit_words)


def is_calendar_year(words: str) -> bool:
    """Tell whether words are four figures."""
    return len(words) == 4 and words.isascii() and words.isdecimal()


def say_value(fact: Fact) -> str:
    """Return a value as it has to be said outside its sentence: 不少于5人, 平均135项."""
    front, behind = split_value(fact)
    return front + fact.display + behind


def name_report(report: Report) -> str:
    """Return a report's name in links: its year, or its title where its id is no year."""
    return f"{report.id}年度报告" if report.id.isdecimal() else report.title


def name_english_report(report: Report) -> str:
    """Return the same in English."""
    return f"{report.id} report" if report.id.isdecimal() else (report.title_en or report.id)


def read_heading(report: Report, section: Section) -> str:
    """Return a section's heading without indent and closing 。; 序 for the preamble."""
    if section.heading is None:
        return UNHEADED[section.number]
    return report.display.of(section.heading).strip().rstrip("。")


def read_marker(report: Report, section: Section) -> str:
    """Return where a section stands, as the report counts: 序, 一, 一（七）, 第二章第一节."""
    known = _open_notebook(report)
    marker = known.get(section.number)
    if marker is None:
        marker = known[section.number] = _read_marker(report, section)
    return marker


@keep_last
def _open_notebook(_: Report) -> dict[str, str]:
    """Return where the markers of a report are noted that were read before: section → marker. It only grows."""
    return {}


def _read_marker(report: Report, section: Section) -> str:
    if section.number in UNHEADED:
        return UNHEADED[section.number]
    heading = read_heading(report, section)
    if match := TITLED.match(heading):
        own = "".join(match[1].split())
    elif match := BRACKETED.match(heading):
        own = f"（{match[1]}）"
    elif match := DOTTED.match(heading):
        return match[1]
    elif match := COUNTED.match(heading):
        own = match[1] or match[2] or match[3]
    else:
        return section.number
    above = section.number.rpartition(".")[0]
    containing = report.section(above) if above else None
    return (read_marker(report, containing) if containing else "") + own


def read_place(report: Report, section: Section) -> str:
    """Return a section's place in words for use away from its page: 第一部分（七）, 报告序."""
    marker = read_marker(report, section)
    if section.number in UNHEADED:
        return f"报告{marker}"
    part = re.match("[一二三四五六七八九十]+", marker)
    return f"第{part[0]}部分{marker.removeprefix(part[0])}" if part else marker


def list_carried(report: Report, section: Section) -> tuple[Section, ...]:
    """Return the sections that a page carries from the one that begins it; of any other section itself."""
    if not section.slug:
        return (section,)
    own = [other for other in report.sections if other.page == section.number]
    return tuple(own[own.index(section) :])
