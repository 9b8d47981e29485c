"""Turn a chart of an examples file into the record of a real chart. Its values are read, not retyped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from chuxiong_site.analysis.numerals import read_numerals
from chuxiong_site.charts import ChartView, compute_chart_view, describe_value
from chuxiong_site.charts.forms import FORMS
from chuxiong_site.model import measures
from chuxiong_site.model.catalogue import FormWord, Indicator, OptionalText, Text
from chuxiong_site.model.chart import ChartRecord, ChartRow, ChartSum, TextPart
from chuxiong_site.model.findings import Fact
from chuxiong_site.model.place import Place, Span

ROW_NUMBER = re.compile(r"\{(\d+)\}")
"""`{0}` in a title stands for the value of the first row."""
NOWHERE = Span(start=0, end=0)
SOURCE = "第一部分（二）"
DOCUMENT = "某州人民政府《某年度报告》，某年某月某日"


class ExampleRecord(BaseModel):
    """What stands in a file of examples; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ExampleRow(ExampleRecord):
    """One bar, dot or end of an example chart."""

    label: Text
    value: Text
    """As a report would print it: 不少于5人, 5.51亿元."""
    report: OptionalText = "2023"
    emphasised: bool = False


class ExampleSum(ExampleRecord):
    """How an example's rate was recomputed, or why it cannot be."""

    formula: OptionalText = ""
    computed: OptionalText = ""
    outcome: Text
    reason: OptionalText = ""


class ExampleChart(ExampleRecord):
    """A chart of an examples file."""

    form: FormWord
    title: Text
    note: OptionalText = ""
    subject: OptionalText = ""
    scope: Text = "全州"
    rows: tuple[ExampleRow, ...] = Field(min_length=1)
    sums: tuple[ExampleSum, ...] = ()


def describe_example_chart(id: str, example: ExampleChart) -> ChartView:  # noqa: A002  # becomes the record's id
    """Return the view of an example chart; its links stay on the page."""
    facts = [_create_fact(f"{id}-{index}", row, example) for index, row in enumerate(example.rows)]
    rows = tuple(_create_row(row, fact) for row, fact in zip(example.rows, facts, strict=True))
    record = ChartRecord(
        id=id,
        form=example.form,
        drawing=FORMS[example.form].choose(rows),
        report_id=example.rows[-1].report,
        section="1.2",
        subject=example.subject,
        title_parts=tuple(_fill(example.title, facts)),
        note_parts=tuple(_fill(example.note, facts)),
        unit="、".join(dict.fromkeys(fact.unit for fact in facts)),
        scope=example.scope,
        source=SOURCE,
        document=DOCUMENT,
        rows=rows,
        sums=tuple(ChartSum(**one.model_dump(), href="#_main") for one in example.sums),
    )
    return compute_chart_view(record, to_root="")


def _create_fact(id: str, row: ExampleRow, example: ExampleChart) -> Fact:  # noqa: A002
    (numeral,) = read_numerals(row.value)
    assert numeral.value is not None, row.value
    assert numeral.resolution is not None, row.value
    name = example.subject or row.label
    return Fact(
        id=id,
        indicator=Indicator(
            id=id, name=name, measure=measures.COUNT, unit=numeral.unit, scope=example.scope, theme="example"
        ),
        role=None,
        span=NOWHERE,
        surface=numeral.text,
        display=numeral.text,
        value=numeral.value,
        resolution=numeral.resolution,
        unit=numeral.unit,
        qualifier=numeral.qualifier,
        qualifier_text=numeral.qualifier_text,
        section="1.2",
        sentence=NOWHERE,
        place=Place(file="examples.yaml"),
    )


def _create_row(row: ExampleRow, fact: Fact) -> ChartRow:
    return ChartRow(
        fact=fact,
        report_id=row.report,
        label=row.label,
        shown=describe_value(fact),
        value=fact.value,
        exact=fact.is_exact,
        emphasised=row.emphasised,
        source=SOURCE,
        href="#_main",
    )


def _fill(text: str, facts: list[Fact]) -> Iterator[TextPart]:
    """Give words and values in turn; `re.split` puts the row numbers at the odd places."""
    for index, piece in enumerate(ROW_NUMBER.split(text)):
        if index % 2:
            yield TextPart(text=describe_value(facts[int(piece)]), fact=facts[int(piece)])
        elif piece:
            yield TextPart(text=piece)
