"""What stands in for the indicator of a fact that nobody has named: only what its own words say."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import measures
from ..model.catalogue import Indicator
from ..model.numeral import Numeral
from ..model.place import Span
from ..model.report import Report
from .cell_names import quote_heads
from .clauses import quote_clause
from .units import NO_UNIT

NO_SCOPE = "报告未明示"


def create_stand_in(report: Report, numeral: Numeral, numerals: Sequence[Numeral]) -> Indicator:
    """Return a stand-in, named by the number's row and column in a table, or by its clause; not checked, since staff have not written it."""
    return Indicator(
        id=name_unnamed(report, numeral.span),
        name=quote_heads(report, numeral.span) or quote_clause(report, numeral, numerals),
        measure=read_measure(numeral.unit),
        unit=numeral.unit or NO_UNIT,
        scope=NO_SCOPE,
        theme="",
        definition="",
        definition_source="",
        drafted=False,
    )


def name_unnamed(report: Report, span: Span) -> str:
    """Return `at-` and where a number stands in `report.txt`: the text is locked, so it stays."""
    return f"at-{report.captured.span(span).start}"


def read_measure(unit: str) -> str:
    """Return the measure that a unit surely says; per cents may be shares or changes, and bare numbers anything."""
    if not unit or unit in measures.RATE_UNITS:
        return measures.UNDETERMINED
    if unit.endswith("元"):
        return measures.MONEY
    return measures.DURATION if unit.endswith(measures.TIMES) else measures.COUNT
