"""Small words that several scopes need: a day, a value with its qualifier, a place in the report."""

from __future__ import annotations

import re

from ...model.findings import Fact
from ...model.report import Report, Section

Scope = dict[str, tuple[str, ...]]
"""Slot → the texts that may stand in it; one, mostly."""
DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
BEHIND = frozenset({"以上", "以下", "以内", "之内", "左右", "上下", "余", "多"})
"""Qualifying words that stand behind the number; all others stand in front."""
PART = re.compile("[一二三四五六七八九十]+")
SECTION = re.compile("[（(]([一二三四五六七八九十]+)[）)]")


def one(**texts: object) -> Scope:
    """Return a scope with one text a slot."""
    return {slot: (str(text),) for slot, text in texts.items()}


def read_day(chinese: str) -> str:
    """Return 2024年01月18日 as 2024-01-18; empty for anything else."""
    match = DAY.fullmatch(chinese)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def split_value(fact: Fact) -> tuple[str, str]:
    """Return the words that qualify a value from in front and from behind; 余 inside the value is neither."""
    word = fact.qualifier_text
    if not word or word in fact.display:
        return "", ""
    return ("", word) if word in BEHIND else (word, "")


def say_value(fact: Fact) -> str:
    """Return a value as it has to be said outside its sentence: 不少于5人, 平均135项."""
    front, behind = split_value(fact)
    return front + fact.display + behind


def name_report(report: Report) -> str:
    """Return a report's name in links: its year, or its title where its id is no year."""
    return f"{report.id}年度报告" if report.id.isdecimal() else report.title


def read_heading(report: Report, section: Section) -> str:
    """Return a section's heading without indent and closing 。; 序 for the preamble."""
    return report.display.of(section.heading).strip().rstrip("。") if section.heading else "序"


def read_marker(report: Report, section: Section) -> str:
    """Return where a section stands, as the report counts: 序, 一, 一（七）."""
    if section.number in {"T", "0"}:
        return {"T": "标题", "0": "序"}[section.number]
    parts = {other.number: other for other in report.sections}
    part = PART.match(read_heading(report, parts[section.part])) if section.part in parts else None
    inner = SECTION.match(read_heading(report, section))
    return (part[0] if part else section.part) + (f"（{inner[1]}）" if inner else "")


def read_place(report: Report, section: Section) -> str:
    """Return a section's place in words for use away from its page: 第一部分（七）, 报告序."""
    if section.number in {"T", "0"}:
        return f"报告{read_marker(report, section)}"
    part, bracket, rest = read_marker(report, section).partition("（")
    return f"第{part}部分{bracket}{rest}"
