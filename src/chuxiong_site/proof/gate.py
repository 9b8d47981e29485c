"""The gate on the way out: numbers, units, qualifying words, and names in tables and heads need a proved origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..model.findings import ReportFindings
from ..model.records import dataclass
from ..problems import Problem
from .documents.utterance import Record, Utterance
from .english_vocabulary import ENGLISH_BOUND, ENGLISH_PHRASES
from .faults import create_fault
from .phrases import Phrase, PhraseBook, is_said_by
from .scopes.looking import Scopes
from .scopes.views import ADDRESS, View, Views
from .scopes.years import say_column
from .vocabulary import BOUND, PHRASES, PLACED

NUMBER = re.compile(
    "[0-9０-９%‰％①-⑳]|[余约近超逾拟万亿]|不少于|不多于|不超过|不低于|以上|以下|以内|左右|平均|人均|计划|至少|至多|突破"
)
"""Digits, and words that change a number."""
COMMON = PhraseBook(PHRASES)
IN_PLACE = {role: PhraseBook(texts) for role, texts in PLACED.items()}
ROLES = {role: PhraseBook(texts) for role, texts in BOUND.items()}
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
    said: Iterable[tuple[str, Utterance | Record]], scopes: Scopes, phrases: Iterable[str] = ()
) -> Iterator[Problem]:
    """Yield faults: words that need an origin and have none, and words in the column of another year."""
    gate, years = Gate(scopes, PhraseBook(phrases)), frozenset(scopes.site["column_year"])
    reports = {report.report_findings.report.id: report.report_findings for report in scopes.reports}
    try:
        for path, words in said:
            if isinstance(words, Utterance) and words.facts and words.role.removeprefix("column:") in years:
                yield from _check_column(path, words, reports.get(words.report_id))
            for fault in gate.list_faults(path, words):
                yield create_fault(
                    path,
                    f"「{fault.text[:LONGEST]}」（{fault.role}）{'里的数' * bool(NUMBER.search(fault.text))}没有来处",
                    "报告、字段或者本站词汇里有的话",
                )
    finally:
        gate.views.forget()


def _check_column(path: str, words: Utterance, report: ReportFindings | None) -> Iterator[Problem]:
    """Yield a fault where a value stands in the column of a year that it does not speak of."""
    fact = report.fact(words.facts[0]) if report else None
    if report and fact and not words.role.endswith(f":{(year := say_column(report.report, fact))}"):
        column = words.role.removeprefix("column:")
        yield create_fault(path, f"「{words.text}」写在 {column} 一栏", f"{year} 一栏")


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What words need in a place of one role."""

    books: tuple[PhraseBook, ...]
    """The books whose phrases may be said there."""
    slots: tuple[str, ...] = ()
    """Where only these slots' texts may stand there: they. Fields of records, cells of columns."""
    is_bound: bool = False
    """Whether nothing else may be said there: no words of staff, none of the report, no phrases of the project."""
    is_closed: bool = False
    """Whether words need an origin there without a number."""
    is_addressed: bool = False
    """Whether the page's own address may be said there."""


class Gate:
    """Lets utterances through that have a proved origin. Where words stand as others did before, their phrase is tried first."""

    def __init__(self, scopes: Scopes, own: PhraseBook) -> None:
        self.views, self.staff, self.own = Views(scopes), scopes.staff, own
        self.is_addressed = ADDRESS in own.names
        self.last: dict[str, tuple[PhraseBook, Phrase]] = {}
        """Words, and roles → the phrase that they were the last time."""

    def lets_through(self, path: str, said: Utterance) -> bool:
        """Tell whether an utterance has a proved origin; on an English page all words need one, with a number or without."""
        english = path.startswith(ENGLISH)
        text, demand = said.text, find_english_demand(said.role) if english else find_demand(said.role)
        is_free = not english and not demand.is_bound
        if is_free and (text in self.staff or not (demand.is_closed or NUMBER.search(text))):
            return True
        addressed = demand.is_addressed or self.is_addressed
        for view in self.views.find_place(path).list_views(said, addressed=addressed):
            if (is_free and text in view.report.whole) or self._is_said(said, demand, view):
                return True
        return False

    def _is_said(self, said: Utterance, demand: Demand, view: View) -> bool:
        """Tell whether words are a phrase that may be said in their place."""
        text, role = said.text, said.role
        for slot in demand.slots:
            if text in view.look(slot):
                return True
        if demand.slots:
            return False
        books = demand.books if demand.is_bound else (*demand.books, self.own)
        for key in (text, role):
            last = self.last.get(key)
            if last is not None and last[0] in books and is_said_by(text, last[1], view.look):
                return True
        for book in books:
            if (phrase := book.find(text, view)) is not None:
                self.last[text] = self.last[role] = book, phrase
                return True
        return False

    def list_faults(self, path: str, said: Utterance | Record) -> Iterable[Utterance]:
        """Return what has no proved origin of what is said, of a record field by field."""
        if isinstance(said, Utterance):
            return () if self.lets_through(path, said) else (said,)
        if path.startswith(ENGLISH):
            return [field for field in said.list_utterances() if not self.lets_through(path, field)]
        return self._list_wrong_fields(path, said)

    def _list_wrong_fields(self, path: str, record: Record) -> Iterator[Utterance]:
        """Yield the fields of a record that say anything but what is known of its thing."""
        first = Utterance(text="", role=f"{record.kind}.", subject=record.subject)
        views = [*self.views.find_place(path).list_views(first, addressed=False)]
        for name, text in record.fields.items():
            slot = f"{record.kind}.{name}"
            for view in views:
                if text in view.look(slot):
                    break
            else:
                yield Utterance(text=text, role=slot, subject=record.subject)


@cache
def find_demand(role: str) -> Demand:
    """Return what words need in a place that is always proved, a field of a record, a column; or in any other."""
    if "." in role and role.partition(".")[0] in RECORDS:
        return _bind(PhraseBook((f"{{{role}}}",)))
    if role in ROLES:
        return _bind(ROLES[role])
    books = (COMMON, *filter(None, (IN_PLACE.get(role),)))
    return Demand(books=books, is_closed=CLOSED.match(role) is not None)


@cache
def find_english_demand(role: str) -> Demand:
    """Return the same for an English page."""
    return _bind(ENGLISH_ROLES[role]) if role in ENGLISH_ROLES else Demand(books=(ENGLISH_COMMON,))


def _bind(book: PhraseBook) -> Demand:
    slots = () if book.others else tuple(book.slots)
    return Demand(books=(book,), slots=slots, is_bound=True, is_addressed=ADDRESS in book.names)
