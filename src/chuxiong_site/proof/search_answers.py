"""Prove what search interprets a question by: pages that have a name, kinds of numbers, places, older characters."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from ..model.display_names import QUALIFIER_NAMES
from ..model.findings import Findings, ReportFindings
from ..model.measures import MEASURES
from ..problems import Problem
from .around import Around
from .documents.built_page import BuiltPage
from .faults import create_fault
from .pages import list_report_pages
from .scopes.things import say_measure

HANZI = re.compile("[㐀-鿿]")
FORM = re.compile("([0-9]*)([㐀-鿿])")
"""An older form; before it, how many of the report's Hanzi on the one is that it stands for, where that is not one."""
NOT_NAMED = frozenset(["index.html", "search.html", "404.html"])
"""Pages that nobody asks for by name: those that a reader is on, or comes to by mistake."""


def check_pages(
    report_findings: ReportFindings,
    around: Around,
    rows: Sequence[Sequence[str]],
    path: str,
    pages: Mapping[str, BuiltPage],
) -> Iterator[Problem]:
    """Yield pages that are missing or not made, or are called otherwise than the links of the report's pages call them."""
    id = report_findings.report.id  # noqa: A001  # the contract's word
    front = f"{id}/full.html"
    called = _list_called(front, pages[front]) if front in pages else set()
    made = pages.keys() | {f"{name}.html" for name in around.site_pages}
    for name, target in rows:
        if target not in made or (name, target) not in called:
            yield create_fault(path, f"网页「{name}」{target}", "本站有的网页，照页上的链接称呼")
    named = {target for _, target in rows}
    wanted = [f"{id}/{name}.html" for name in list_report_pages(report_findings, several=around.several)]
    wanted += [f"{name}.html" for name in around.site_pages if f"{name}.html" not in NOT_NAMED]
    linked = {target for _, target in called}
    for target in wanted:
        if target in made and target in linked and target not in named:
            yield create_fault(path, f"没有网页 {target}", "每一个有名称的网页")


def _list_called(path: str, page: BuiltPage) -> set[tuple[str, str]]:
    """Return (words, path from the site root) of the links of a page."""
    folder = posixpath.dirname(path)
    return {
        (said.text, posixpath.normpath(posixpath.join(folder, said.link)))
        for said in page.utterances
        if said.link
    }


def check_kinds(
    report_findings: ReportFindings, rows: Sequence[tuple[str, str, Sequence[int]]], path: str
) -> Iterator[Problem]:
    """Yield kinds of numbers that hold another fact, or lack one, or are not what the table of facts offers."""
    ids = [fact.id for fact in report_findings.facts]
    shown = {
        (field, name): [ids[place - 1] if place > 0 else "" for place in accumulate(steps)]
        for field, name, steps in rows
    }
    wanted: dict[tuple[str, str], list[str]] = {}
    for fact in report_findings.facts:
        wanted.setdefault(("measure", MEASURES[say_measure(fact)].name), []).append(fact.id)
        if fact.qualifier:
            wanted.setdefault(("qualifier", QUALIFIER_NAMES[fact.qualifier]), []).append(fact.id)
    for kind in dict.fromkeys((*wanted, *shown)):
        if shown.get(kind) != wanted.get(kind):
            yield create_fault(path, f"{kind[1]}的数字不同", "、".join(wanted.get(kind, ())) or "没有这一类")


def check_places(
    findings: Findings, report_findings: ReportFindings, names: Sequence[str], path: str
) -> Iterator[Problem]:
    """Yield places that the report does name, that nobody looks for, or that are missing."""
    gazetteer = findings.project.gazetteer
    looked_for = set(gazetteer.names) if gazetteer else set[str]()
    wanted = {name for name in looked_for if report_findings.report.display.text.count(name) == 0}
    if set(names) != wanted:
        differing = "、".join(sorted(set(names) ^ wanted)[:3])
        yield create_fault(path, f"报告没有提到的地方不同：{differing}", "地名表里报告没有提到的")


def check_variants(
    findings: Findings, report_findings: ReportFindings, table: str, path: str
) -> Iterator[Problem]:
    """Yield older forms that are missing, stand for another character, or are in the report themselves."""
    text = report_findings.report.display.text
    shown = read_variants(table, text)
    if shown is None:
        yield create_fault(path, "读不出字形表", "报告的汉字各有哪些别的字形")
        return
    present = set(text)
    for old, new in shown:
        if old in present or new not in present:
            yield create_fault(path, f"字形表里「{old}」当作「{new}」", "报告没有的字，当作报告有的字")
    wanted = {
        (old, new)
        for old, new in findings.project.variants.items()
        if new in present and HANZI.fullmatch(old) and HANZI.fullmatch(new)
    }
    if len(shown) != len(set(shown)) or set(shown) != wanted:
        differing = sorted(set(shown) ^ wanted)[:3]
        words = "、".join(f"{old}→{new}" for old, new in differing)
        yield create_fault(path, f"字形表不同：{words}", "报告的汉字通行的别的字形，一个不多，一个不少")


def read_variants(table: str, text: str) -> list[tuple[str, str]] | None:
    """Return (older form, character of the text) of a table; None where it is no table of that text."""
    chars = sorted(set(HANZI.findall(text)))
    rows: list[tuple[str, str]] = []
    at, end = -1, 0
    for match in FORM.finditer(table):
        at += int(match[1] or 1)
        if match.start() != end or not 0 <= at < len(chars):
            return None
        rows.append((match[2], chars[at]))
        end = match.end()
    return rows if end == len(table) else None
