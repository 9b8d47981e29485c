"""Propose new indicators for numbers that the catalogue does not know. Proposals for staff, never facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..analysis.number_context import NumberContext
from ..analysis.numerals import read_numerals
from ..model import measures
from ..model.catalogue import Indicator, Theme
from ..model.measures import MEASURES
from ..model.numeral import Numeral, NumeralKind, Qualifier
from .doubts import SCOPES
from .records import DraftedNumber, Proposal

UNKNOWN_SCOPE = "报告未明示"
FULL = str.maketrans("(),:;", "（），：；")
LONGEST_NAME = 40
_ORDER = (measures.MONEY, measures.SHARE, measures.CHANGE, measures.COUNT, measures.RATIO)
"""Measures that a unit shows."""
_STANDARDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_CHANGES = re.compile("增长|增幅|增速|上升|提高|提升|下降|降低|减少|压缩|压减|缩短")
_DURATION = re.compile("(?:工作日|自然日|天|日|个月|年|小时|分钟)$")
_MANNER = re.compile(
    "^(?:其中|同时|并|共计|共|累计|合计|全年|目前|已|先后|有效)+|(?:共计|共|累计|合计|达到|达|为|是|超过|约|了|有|近|均)+$"
)


def compute_proposals(
    numbers: Iterable[DraftedNumber], themes: tuple[Theme, ...], taken: frozenset[str]
) -> tuple[Proposal, ...]:
    """Return an indicator for every new number; ids say only where it stands, staff give the real ones."""
    numbers = tuple(numbers)
    counts: Counter[str] = Counter()
    proposals = []
    for drafted in numbers:
        if not _needs_indicator(drafted):
            continue
        section = drafted.contexts[0].section
        id = _find_free_id(section, counts, taken)  # noqa: A001  # the contract's word
        theme = _guess_theme(section, numbers, themes)
        proposals.append(
            Proposal(indicator=_create_indicator(id, drafted.contexts[0], theme), drafted=drafted)
        )
    return tuple(proposals)


def _needs_indicator(drafted: DraftedNumber) -> bool:
    """Tell whether a number is new and counts something; the second end of a change goes with the first."""
    number = drafted.numeral
    counts = number.value is not None and number.unit != ""
    return drafted.is_new and counts and drafted.contexts[0].role != "after"


def _find_free_id(section: str, counts: Counter[str], taken: frozenset[str]) -> str:
    while True:
        counts[section] += 1
        id = f"new-{section.replace('.', '-')}-{counts[section]}".lower()  # noqa: A001
        if id not in taken:
            return id


def _create_indicator(id: str, context: NumberContext, theme: str) -> Indicator:  # noqa: A002
    scope = SCOPES.search(context.label) or SCOPES.search(context.lead)
    return Indicator(
        id=id,
        name=propose_name(context),
        measure=guess_measure(context.numeral, context.label),
        unit=context.numeral.unit.translate(FULL),
        scope=scope[0] if scope else UNKNOWN_SCOPE,
        theme=theme,
        definition="",
        definition_source="",
    )


def propose_name(context: NumberContext) -> str:
    """Return a name for what is counted, from the text, without numbers; with the clause before where it is too short."""
    label = _MANNER.sub("", _without_numbers(context.label))
    if len(label) < 2:
        label = _MANNER.sub("", _without_numbers(context.tail)) or label
    if len(label) < 4:
        before = _without_numbers(re.split("[,;。]", context.lead.rstrip(",;。"))[-1])
        label = f"{before[-LONGEST_NAME // 2 :]}{label}"
    return (label[-LONGEST_NAME:] or "未命名").translate(FULL)


def _without_numbers(words: str) -> str:
    """Return the text without numbers and without characters that no name may have."""
    for numeral in reversed(read_numerals(words)):
        if numeral.kind is NumeralKind.FACT or any(map(str.isdecimal, numeral.text)):
            words = words[: numeral.span.start] + words[numeral.span.end :]
    return re.sub(r"[0-9#{}\[\]]", "", words)


def guess_measure(numeral: Numeral, label: str) -> str:
    """Return the most particular kind that a number is."""
    if _DURATION.search(numeral.unit):
        return measures.STREAK if "连续" in label else measures.DURATION
    if numeral.unit in measures.PARTS and _CHANGES.search(label):
        return measures.CHANGE
    if numeral.qualifier in _STANDARDS:
        return measures.STANDARD
    if numeral.qualifier is Qualifier.AVERAGE:
        return measures.AVERAGE
    return next((measure for measure in _ORDER if MEASURES[measure].fits(numeral)), measures.COUNT)


def _guess_theme(section: str, numbers: tuple[DraftedNumber, ...], themes: tuple[Theme, ...]) -> str:
    """Return the theme that most known facts of the section have."""
    near = Counter(
        slot.indicator.theme
        for drafted in numbers
        for slot in drafted.certain
        if drafted.contexts[0].section == section
    )
    return near.most_common(1)[0][0] if near else themes[0].id if themes else "theme"
