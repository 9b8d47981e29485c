"""Every quantity of a report with the words around it and the indicator that its tag names, if any.

Plain words only, so that memory keeps them in little room.
"""

from __future__ import annotations

from ..memory import remember
from ..model.measures import MEASURES
from ..model.place import Span
from ..model.records import dataclass
from ..model.report import Report, Section
from .contexts import compute_contexts
from .number_context import NumberContext
from .units import fold_unit

BESIDE = frozenset({"previous", "change", "target"})
"""Roles of numbers that stand beside the one that their words name."""
TagOf = tuple[int, int, tuple[str, ...], str | None]
"""Start and end of the tagged words, the indicators, `before` or `after`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedNumber:
    """A quantity and what its tag says of it."""

    span: tuple[int, int]
    indicator: str
    """Empty where no tag names one."""
    role: str | None
    """`before` or `after`, as tagged."""
    said: str | None
    """The same, as the sentence says."""
    part: str
    unit: str
    value: str
    measures: tuple[str, ...]
    """Those that the number can be of."""
    label: str
    tail: str
    clauses: tuple[str, ...]
    """Of its sentence before the label, the nearest first."""
    heading: str


def list_tagged_numbers(report: Report) -> tuple[TaggedNumber, ...]:
    """Return the quantities of a report in order; a number that states two facts comes twice.

    A repetition is left out: it is equal to the fact that it repeats, which is checked elsewhere. So are last year's
    value, a change and an aim: the words at them speak of the value that they stand beside.
    """
    tags = tuple(
        (tag.span.start, tag.span.end, () if tag.again or tag.role in BESIDE else tag.facts, tag.role)
        for tag in report.tags
        if tag.facts
    )
    return _read_tagged_numbers(report.body, report.sections, tags)


@remember
def _read_tagged_numbers(
    body: str, sections: tuple[Section, ...], tags: tuple[TagOf, ...]
) -> tuple[TaggedNumber, ...]:
    contexts: dict[Span, list[NumberContext]] = {}
    for context in compute_contexts(body, sections):
        contexts.setdefault(context.span, []).append(context)
    tagged = {Span(start=start, end=end): (names, role) for start, end, names, role in tags}
    return tuple(
        _create_tagged_number(context, name, role)
        for span, here in contexts.items()
        for names, role in [tagged.get(span, (("",), None))]
        for index, name in enumerate(names)
        for context in [here[index] if len(here) == len(names) else here[0]]
    )


def _create_tagged_number(context: NumberContext, indicator: str, role: str | None) -> TaggedNumber:
    numeral = context.numeral
    return TaggedNumber(
        span=(numeral.span.start, numeral.span.end),
        indicator=indicator,
        role=role,
        said=context.role,
        part=context.part.value,
        unit=fold_unit(numeral.unit),
        value=str(numeral.value),
        measures=tuple(measure for measure, known in MEASURES.items() if known.fits(numeral)),
        label=context.label,
        tail=context.tail,
        clauses=context.clauses,
        heading=context.heading,
    )
