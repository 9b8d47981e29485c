"""What a number says of the one right before it: by how much that is more or less than last year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...analysis.numerals.half_width import HALF_WIDTH
from ...model.findings import Fact
from ...model.place import Span
from ...model.report import Report
from .suggestion import Suggestion

_CHANGE = re.compile(
    "[,(]?(?:按可比价(?:格)?(?:计算)?,?)?(?:(?:比|较)(?:上年|去年)(?:同期)?|同比)?(?:实际|名义)?"
    "(?:增长|增加|提高|上升|下降|减少|降低|增|降)了?"
)
"""All that may stand between a number and the change of it; with any other word it may be the change of something else."""
_OF_ANY = frozenset({"%", "个百分点", "百分点"})
"""Units in which the change of a number of any unit is said."""


def suggest_change(
    report: Report, before: tuple[Span, Fact] | None, span: Span, fact: Fact, stated: Mapping[str, str]
) -> Suggestion | None:
    """Return that a number is the change of the named one before it; `None` where the words do not surely say so."""
    if before is None:
        return None
    place, base = before
    words = re.sub(r"\s", "", report.body[place.end : span.start].translate(HALF_WIDTH))
    if not base.named or base.role or fact.unit not in {*_OF_ANY, base.unit} or not _CHANGE.fullmatch(words):
        return None
    part = ".".join(filter(None, ("change", base.told_year, base.of)))
    sentence, display = report.sentence_at(span.start), report.display
    head, tail = Span(start=sentence.start, end=place.start), Span(start=place.end, end=sentence.end)
    return Suggestion(
        indicator=base.indicator.id,
        name=base.indicator.name,
        role="change",
        year=base.told_year or "",
        of=base.of or "",
        report=report.id,
        shown=display.of(place),
        quote=f"{display.of(head)}【{display.of(place)}】{display.of(tail)}".strip(),
        doubts=(),
        taken=stated.get(f"{base.indicator.id}.{part}", ""),
        is_beside=True,
    )
