"""Prove last year's values beside facts: each stands in its row, leads to its own place, and none is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from ..model.findings import Fact, Findings, ReportFindings
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.utterance import Utterance, fold
from .faults import create_fault
from .links import resolve
from .scopes.comparisons import Compared, list_compared, say_extent
from .scopes.data import locate_section


def check_comparisons(
    findings: Findings,
    reports: Iterable[ReportFindings],
    pages: Mapping[str, BuiltPage],
    *,
    several: bool,
) -> Iterator[Problem]:
    """Yield every comparison of these reports that is missing, words another sum, or leads elsewhere than to last year's value."""
    find_said = cache(lambda path: _list_by_subject(pages[path]))
    for own in reports:
        compared = dict(list_compared(findings, own))
        extent = say_extent(findings, own, len(compared), several=several)
        path = f"{own.report.id}/facts.html"
        if extent and path in pages and all(said.text != extent for said in pages[path].utterances):
            yield create_fault(path, "没有说与上年的数能不能比", extent)
        for fact in own.facts:
            if fact.id in compared:
                yield from _check_rows(own, fact, compared[fact.id], pages, find_said)


def _list_by_subject(page: BuiltPage) -> Mapping[str, list[Utterance]]:
    """Return what a page says by what it is about."""
    said: defaultdict[str, list[Utterance]] = defaultdict(list)
    for words in page.utterances:
        said[words.subject].append(words)
    return said


def _check_rows(
    own: ReportFindings,
    fact: Fact,
    wanted: Compared,
    pages: Mapping[str, BuiltPage],
    find_said: Callable[[str], Mapping[str, list[Utterance]]],
) -> Iterator[Problem]:
    report, id = own.report, fact.id  # noqa: A001  # the contract's word
    rows = (
        (f"{report.id}/facts.html", f"_row-{id}"),
        (locate_section(report, fact.section), f"_row-{id}"),
        (f"indicators/{fact.indicator.id}.html", f"_value-{report.id}-{id}"),
    )
    aim = (locate_section(wanted.report, wanted.base.section), wanted.base.id)
    for path, anchor in rows:
        page = pages.get(path)
        if page is None or anchor not in page.ids:
            continue
        said = [words for words in find_said(path).get(anchor, ()) if words.text == fold(wanted.text)]
        if not said:
            yield create_fault(path, f"{id} 没有写「{wanted.text}」", "每个有上年数的数字都写")
        elif not any(_leads(path, words, aim) for words in said):
            yield create_fault(path, f"{id} 的上年数链接到了「{said[0].link}」", "／".join(aim))


def _leads(path: str, words: Utterance, aim: tuple[str, str]) -> bool:
    return resolve(path, words.link) == aim
