"""Qualifiers of quantities: the words before, inside and after a number that say how exactly it is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.numeral import Qualifier
from ...model.place import Span
from ...model.records import dataclass
from .amounts import SPACE

BEFORE: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.AT_LEAST, "不得?少于|不得?低于|不小于|至少|最少|起码|≥"),
    (
        Qualifier.AT_MOST,
        "不得?超过|不得?高于|不得?多于|不大于|不超|未超过?|没有超过|至多|最多|低于|少于|小于|不足|不到|未满|不满|≤|<",
    ),
    (Qualifier.MORE_THAN, "超过|超出|超|逾|突破|高于|多于|大于|>|冲破"),
    (Qualifier.NEARLY, "接近|将近|近"),
    (Qualifier.APPROXIMATE, "大约|大概|约"),
)
"""Words right before the number, strongest first."""
BEFORE_BARE: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.MORE_THAN, "(?<![通经不越渡路])过"),
    (Qualifier.APPROXIMATE, "(?<![以之向历])上"),
)
"""Words that say so right before 百, 千, 万 or 亿, alone or behind digits: 过千万元, 上百家, 过20亿元."""
EXACT_BEFORE_BARE = "达到?|多达|高达|每|满|破|成|计|共|为|至|达"
"""Words behind which 百, 千, 万 or 亿 alone is a number."""

NOT_ABOUT = re.compile(r"(?:[节预签合公违履集制邀条缔特]约|[附临邻靠]近)\Z")
"""Words whose last character only looks like a qualifier: 节约20万元."""

AFTER: tuple[tuple[Qualifier, str], ...] = (
    (Qualifier.AT_LEAST, "以上"),
    (Qualifier.AT_MOST, "以下(?!简称)|以内|之内|内(?![容部设])"),
    (Qualifier.APPROXIMATE, "左右|上下|多(?![种样方次元个名项数年式功层部])|余(?![额款项])|不等"),
)
"""Words right after the measure word; 及 may stand between."""

AVERAGE = "平均|人均|户均|年均|月均|日均|村均|亩均|均价"
NOT_THE_AVERAGE = "之比|比值|差距|[一-鿿]等|(?:人均|户均|村均|亩均|均价)(?!增|减|提|降|上|下).*(?:增长|增加|提高|上升|下降|降低|减少)(?![到至])"
"""人均收入之比, 人均收入增长: the number is a ratio or a growth of averages, not one itself; 年均增长 is one."""
PLANNED = "(?<![模虚草])拟(?![定订制稿])|力争|预计|(?:^|(?<=[年月还并共已\ue000]))计划(?!的|目标|任务|生育)"

_QUALIFIERS = frozenset(qualifier.value for qualifier in Qualifier)
INEXACT = frozenset({Qualifier.APPROXIMATE, Qualifier.NEARLY, Qualifier.MORE_THAN})
TIME_UNITS = frozenset({"年", "个月", "月", "天", "日", "周", "个季度", "季度", "个小时", "小时", "周年"})
DURATIONS = ("日", "天", "周", "月", "年", "时", "钟", "秒")
"""Ends of units after which 内 alone is a limit: 3日内."""
WINDOW = 60
"""How far back a clause is searched."""


def _compile(table: tuple[tuple[Qualifier, str], ...], form: str) -> re.Pattern[str]:
    return re.compile(form % "|".join(f"(?P<{qualifier.value}>{words})" for qualifier, words in table))


_BEFORE = _compile(BEFORE, rf"(?:%s)(?:达到?|为|到|了|有|共|在|于|占到?|合|计|需|可)?{SPACE}\Z")
_BEFORE_BARE = _compile(BEFORE_BARE, r"(?:%s)\Z")
_BARE = re.compile(r"[百千万亿]|[0-9.,]+[余多]?[万亿]")
_IS_NUMBER = re.compile(rf"(?:{EXACT_BEFORE_BARE})\Z")
_AFTER = _compile(
    AFTER,
    rf"{SPACE}(?:(?P<included>\((?:均?含[一-鿿]{{0,3}})\)|及|含)|(?P<excluded>\(不含[一-鿿]{{0,3}}\)))?(?:%s)",
)
_INCLUDED_AFTER = re.compile(r"\((?P<not>不)?含[一-鿿\ue000]{0,12}\)")
_LIMIT = re.compile(r"(?:(?P<at_least>至少|最少|起码)|(?P<at_most>至多|最多))(?!的)[一-鿿]{0,4}\Z")
_SHARE = _compile(BEFORE[2:], "(?:%s)占到?[一-鿿]{1,16}\\Z")
"""约占案件总数的45%."""
_AVERAGE = re.compile(AVERAGE)
_NOT_THE_AVERAGE = re.compile(NOT_THE_AVERAGE)
_PLANNED = re.compile(PLANNED)
_ANY_IN_CLAUSE = re.compile("[均至最起拟力预计占]")
"""One character of each word searched for in the clause: most clauses have none."""
_CLAUSE = re.compile("[,;。:?!\n]")
_PHRASE = re.compile("[、()“”《》\ue000]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A qualifier and where its word stands."""

    qualifier: Qualifier
    word: Span
    included: bool | None = None
    """Whether the bound itself is said to be in (含) or out (不含)."""


def qualifies_before(copy: str, start: int) -> bool:
    """Tell whether a word before `start` makes 百, 千, 万 or 亿 alone a number."""
    before = copy[max(0, start - 8) : start]
    return any(pattern.search(before) for pattern in (_BEFORE, _BEFORE_BARE, _IS_NUMBER))


def find_qualifier(copy: str, span: Span, words: str, unit: str, inside: Span | None) -> Found | None:
    """Return what qualifies the quantity at `span`: right before it, inside, after it, or in its clause.

    `copy` is the text with half-width punctuation in which other numerals are U+E000;
    `words` is the quantity itself and `inside` is where 余, 多, 来 or 几 stands in the quantity.
    """
    found = _find_before(copy, span, words, unit)
    if found is None and inside is not None:
        found = Found(qualifier=Qualifier.APPROXIMATE, word=inside)
    if found is None:
        found = _find_after(copy, span, unit)
    return found or _find_in_clause(copy, span)


def _find_before(copy: str, span: Span, words: str, unit: str) -> Found | None:
    start = max(0, span.start - 8)
    before = copy[start : span.start]
    found = _name(_BEFORE.search(before), start)
    if found is None and _BARE.match(words):
        found = _name(_BEFORE_BARE.search(before), start)
    if found is None or NOT_ABOUT.search(copy[start : found.word.end]):
        return None
    looks_back = found.qualifier is Qualifier.NEARLY and found.word.of(copy) == "近" and unit in TIME_UNITS
    return None if looks_back else found  # 近三年 are the last three years


def _find_after(copy: str, span: Span, unit: str) -> Found | None:
    match = _AFTER.match(copy, span.end)
    found = _name(match, 0)
    if match is None or found is None:
        return None
    if found.word.of(copy) == "内" and not unit.endswith(DURATIONS):
        return None
    bound = _INCLUDED_AFTER.match(copy, match.end())
    if match["included"] or match["excluded"]:
        return replace(found, included=match["excluded"] is None)
    return replace(found, included=bound["not"] is None) if bound else found


def _find_in_clause(copy: str, span: Span) -> Found | None:
    """Search the words before the number: 拟 governs its clause, 至少 and 平均 only their phrase up to another numeral."""
    start = max(0, span.start - WINDOW)
    if not _ANY_IN_CLAUSE.search(copy, start, span.start):
        return None
    clause = _CLAUSE.split(copy[start : span.start])[-1]
    phrase = _PHRASE.split(clause)[-1]
    limit = _name(_LIMIT.search(phrase), span.start - len(phrase))
    if limit:
        return limit
    share = _name(_SHARE.search(phrase), span.start - len(phrase))
    if share and not NOT_ABOUT.search(copy[share.word.start - 1 : share.word.end]):
        return share
    average = _AVERAGE.search(phrase)
    if average and not _NOT_THE_AVERAGE.search(phrase, average.start()):
        return _locate(Qualifier.AVERAGE, average, span.start - len(phrase))
    planned = _PLANNED.search(clause)
    return _locate(Qualifier.PLANNED, planned, span.start - len(clause)) if planned else None


def _locate(qualifier: Qualifier, match: re.Match[str], offset: int) -> Found:
    return Found(qualifier=qualifier, word=Span(start=offset + match.start(), end=offset + match.end()))


def _name(match: re.Match[str] | None, offset: int) -> Found | None:
    if match is None:
        return None
    group = next(name for name in match.re.groupindex if name in _QUALIFIERS and match[name])
    start, end = match.span(group)
    return Found(qualifier=Qualifier(group), word=Span(start=offset + start, end=offset + end))
