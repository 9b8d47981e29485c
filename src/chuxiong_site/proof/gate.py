"""The gate on the way out: numbers, units, qualifying words, and names in tables and heads need a proved origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..model.findings import ReportFindings
from ..problems import Problem
from .documents.utterance import Utterance
from .english_vocabulary import ENGLISH_BOUND, ENGLISH_PHRASES
from .faults import create_fault
from .phrases import PhraseBook
from .scopes.looking import Scopes
from .scopes.report import say_column
from .vocabulary import BOUND, PHRASES, PLACED

NUMBER = re.compile(
    "[0-9０-９%‰％①-⑳]|[余约近超逾拟万亿]|不少于|不多于|不超过|不低于|以上|以下|以内|左右|平均|人均|计划|至少|至多|突破"
)
"""Digits, and words that change a number."""
COMMON = PhraseBook(PHRASES)
IN_PLACE = {role: PhraseBook(texts) for role, texts in PLACED.items()}
ROLES = {role: PhraseBook(texts) for role, texts in BOUND.items()}
NONE = PhraseBook(())
ENGLISH = "en/"
ENGLISH_COMMON = PhraseBook(ENGLISH_PHRASES)
ENGLISH_ROLES = {role: PhraseBook(texts) for role, texts in ENGLISH_BOUND.items()}
CLOSED = re.compile(
    r"ld\.|title$|dd$|muted$|code$|@data-|headline__|check__|column:(?!采集|显示)"
    r"|meta:(?:description|og:title|og:description|og:site_name|SiteName|Author|ContentSource|PubDate|ArticleTitle)$"
    r"|meta:(?:Column(?:Name|Description|Keywords)|Keywords)$"
)
"""Places in which every word has to have an origin, with a number or without: data for machines, tables, names, heads."""
RECORDS = frozenset({"facts", "numerals", "checks", "report", "note", "notes"})
"""Kinds of record: each field is a slot of its own, `facts.value`."""
LONGEST = 60


def check_numbers(
    said: Iterable[tuple[str, Utterance]], scopes: Scopes, phrases: Iterable[str] = ()
) -> Iterator[Problem]:
    """Yield faults: words that need an origin and have none, and words in the column of another year."""
    own = PhraseBook(phrases)
    reports = {report.report_findings.report.id: report.report_findings for report in scopes.reports}
    for path, words in said:
        if words.facts and words.role.removeprefix("column:") in scopes.site["column_year"]:
            yield from _check_column(path, words, reports.get(words.report_id))
        if not has_origin(path, words, scopes, own):
            yield create_fault(
                path,
                f"「{words.text[:LONGEST]}」（{words.role}）{'里的数' * bool(NUMBER.search(words.text))}没有来处",
                "报告、字段或者本站词汇里有的话",
            )


def _check_column(path: str, words: Utterance, report: ReportFindings | None) -> Iterator[Problem]:
    """Yield a fault where a value stands in the column of a year that it does not speak of."""
    fact = report.fact(words.facts[0]) if report else None
    if report and fact and not words.role.endswith(f":{(year := say_column(report.report, fact))}"):
        column = words.role.removeprefix("column:")
        yield create_fault(path, f"「{words.text}」写在 {column} 一栏", f"{year} 一栏")


def has_origin(path: str, said: Utterance, scopes: Scopes, own: PhraseBook = NONE) -> bool:
    """Tell whether an utterance has a proved origin."""
    if path.startswith(ENGLISH):
        return _has_english_origin(path, said, scopes, own)
    text, bound = said.text, find_bound(said.role)
    if bound is None and (text in scopes.staff or not (CLOSED.match(said.role) or NUMBER.search(text))):
        return True
    books = (bound,) if bound else (COMMON, IN_PLACE.get(said.role, NONE), own)
    for report, look in scopes.list_views(path, said):
        if (bound is None and text in report.whole) or any(book.holds(text, look) for book in books):
            return True
    return False


def _has_english_origin(path: str, said: Utterance, scopes: Scopes, own: PhraseBook) -> bool:
    """Tell the same on an English page: there every word needs an origin, whether it holds a number or not."""
    bound = ENGLISH_ROLES.get(said.role)
    books = (bound,) if bound else (ENGLISH_COMMON, own)
    return any(book.holds(said.text, look) for _, look in scopes.list_views(path, said) for book in books)


@cache
def find_bound(role: str) -> PhraseBook | None:
    """Return the texts allowed in a place that is always proved: a field of a record, a column."""
    if "." in role and role.partition(".")[0] in RECORDS:
        return PhraseBook((f"{{{role}}}",))
    return ROLES.get(role)
