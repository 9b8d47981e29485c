"""What a chart has to say, worked out from its line in `charts.yaml` and the facts of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ...model import chart_forms
from ...model.catalogue import ChartSpec
from ...model.chart_forms import Drawing
from ...model.findings import Fact, Findings, ReportFindings
from ...model.records import dataclass
from .things import list_claims, say_outcome, say_unit
from .words import Scope, one, read_place, say_value

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
CLAUSE_END = re.compile("[，；。！？：,;:]")
ROLES = {chart_forms.BEFORE_AFTER: ("before", "after")}
DRAWN = {chart_forms.PART_OF_WHOLE: 2}
"""How many of a form's indicators are drawn where it is not all."""
DRAWN_YEARS = 10
"""How many years a trend draws, of more the newest."""
ABOUT_ONE = frozenset({chart_forms.BEFORE_AFTER, chart_forms.TREND, chart_forms.SHARE})
"""Forms whose rows are of one indicator: their table is named by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A mark of a chart, and the report that states its number."""

    report_findings: ReportFindings
    fact: Fact
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart that a report has to have."""

    spec: ChartSpec
    report_findings: ReportFindings
    rows: tuple[Row, ...]
    title: str
    note: str

    @property
    def key(self) -> tuple[str, str]:
        """The ids of its report and of its line."""
        return self.report_findings.report.id, self.spec.id

    @property
    def scope(self) -> Scope:
        """The scope of the chart: slots and their texts."""
        return describe_chart(self)

    @property
    def drawing(self) -> Drawing:
        """What it has to be drawn as: a matter of its form and its numbers."""
        return find_drawing(self.spec.form, [row.fact for row in self.rows])

    @property
    def is_nested(self) -> bool:
        """Whether one row of cells shows both numbers."""
        halves = {chart_forms.BEFORE_AFTER, chart_forms.PART_OF_WHOLE}
        return self.drawing is Drawing.CELLS and self.spec.form in halves

    @property
    def subject(self) -> str:
        """The name that its rows share; empty where they are of several indicators."""
        return self.rows[0].fact.indicator.name if self.spec.form in ABOUT_ONE else ""


def list_charts(findings: Findings, newest: str) -> Iterator[Chart]:
    """Yield every chart of the newest report here that can be drawn: all its facts are there, those in its title and note too.

    `newest` is the id of the site's newest report: trends stand on its pages.
    """
    own = findings.reports[0]
    for spec in findings.project.charts:
        rows = _list_rows(findings, own, spec, newest)
        title, note = _fill(spec.title, own), _fill(spec.note, own)
        if rows and title is not None and note is not None:
            yield Chart(spec=spec, report_findings=own, rows=rows, title=title, note=note)


def find_drawing(form: str, facts: list[Fact]) -> Drawing:
    """Return what a form draws: cells only for whole numbers up to sixty, squares only for per cent within a hundred."""
    countable = all(_is_countable(fact) for fact in facts)
    halves = countable and all(fact.is_exact for fact in facts) and facts[-1].value <= facts[0].value
    drawings = {
        chart_forms.FIGURES: Drawing.FIGURES,
        chart_forms.CELLS: Drawing.CELLS if countable else Drawing.FIGURES,
        chart_forms.SHARE: Drawing.SQUARES if _is_of_hundred(facts[0]) else Drawing.FIGURES,
        chart_forms.RATES: Drawing.DOTS,
        chart_forms.PART_OF_WHOLE: Drawing.CELLS if halves else Drawing.PART,
        chart_forms.BEFORE_AFTER: Drawing.CELLS if halves else Drawing.BARS,
    }
    return drawings.get(form, Drawing.BARS)


def _is_of_hundred(fact: Fact) -> bool:
    is_one_number = fact.per is None and fact.upper is None
    return is_one_number and fact.unit in {"%", "％"} and 0 <= fact.value <= 100


def _is_countable(fact: Fact) -> bool:
    is_one_number = fact.upper is None and fact.resolution == 1 and not fact.is_rounded
    return is_one_number and fact.value % 1 == 0 and 0 < fact.value <= 60


def say_sums(chart: Chart) -> list[str]:
    """Return what a share has to say below its picture: each sum with its result, or why there is none."""
    if chart.spec.form != chart_forms.SHARE:
        return []
    checks = list_claims(chart.report_findings, chart.rows[0].fact)
    return [
        f"{check.formula} = {check.computed}，{say_outcome(check)}。"
        if check.computed
        else f"{say_outcome(check)}：{check.reason}"
        for check in checks
    ]


def list_left_out(findings: Findings, report_findings: ReportFindings) -> list[str]:
    """Return the names of the indicators that a report would need for all charts but trends, each once."""
    ids = {fact.id for fact in report_findings.facts}
    missing: dict[str, str] = {}
    for spec in findings.project.charts:
        if spec.form != chart_forms.TREND:
            roles = ROLES.get(spec.form, ("",))
            wanted = [f"{id}.{role}" if role else id for id in spec.indicators for role in roles]  # noqa: A001
            wanted += [*PLACEHOLDER.findall(spec.title), *PLACEHOLDER.findall(spec.note)]
            lacking = (id.partition(".")[0] for id in wanted if id not in ids)  # noqa: A001
            missing |= {id: findings.project.indicators[id].name for id in lacking}  # noqa: A001
    return list(missing.values())


def _list_rows(
    findings: Findings, report_findings: ReportFindings, spec: ChartSpec, newest: str
) -> tuple[Row, ...]:
    if spec.form == chart_forms.TREND:
        return _list_years(findings, spec) if report_findings.report.id == newest else ()
    roles = ROLES.get(spec.form, ("",))
    facts = {fact.id: fact for fact in report_findings.facts}
    ids = [f"{id}.{role}" if role else id for id in spec.indicators for role in roles]  # noqa: A001
    if any(id not in facts for id in ids):  # noqa: A001
        return ()
    drawn = ids[: DRAWN.get(spec.form, len(ids))]
    return tuple(
        Row(
            report_findings=report_findings,
            fact=facts[id],
            label=facts[id].role_name or facts[id].indicator.name,
        )
        for id in drawn  # noqa: A001
    )


def _list_years(findings: Findings, spec: ChartSpec) -> tuple[Row, ...]:
    """A trend stands with the newest report if that has a point of it."""
    rows = tuple(list_trend(findings.at_hand, spec.indicators[0]))
    newest = findings.reports[0]
    is_stated = any(row.report_findings is newest for row in rows)
    return rows if is_stated and len(rows) > 1 else ()


def list_trend(reports: Iterable[ReportFindings], indicator: str) -> Iterator[Row]:
    """Yield the last word on each of the newest years, of each county or group."""
    points: dict[str, dict[str, Row]] = {"": {}}
    for other in sorted(reports, key=lambda other: other.report.id):
        for fact in other.facts:
            if fact.indicator.id == indicator and fact.role is None and fact.named:
                year, of = fact.year or other.report.id, fact.of or ""
                label = (f"{year}年" if year.isdecimal() else year) + (f"（{of}）" if of else "")
                points.setdefault(of, {})[year] = Row(report_findings=other, fact=fact, label=label)
    last = sorted({year for group in points.values() for year in group}, reverse=True)[:DRAWN_YEARS]
    for group in points.values():
        yield from (row for year, row in sorted(group.items()) if year in last)


def _fill(text: str, report_findings: ReportFindings) -> str | None:
    """Return words with values for placeholders; `None` where a value is not there."""
    facts: Mapping[str, Fact] = {fact.id: fact for fact in report_findings.facts}
    said = ""
    for index, piece in enumerate(PLACEHOLDER.split(text)):
        if index % 2 == 0:
            said += piece
        elif (fact := facts.get(piece.strip())) is None:
            return None
        else:
            said_already = fact.qualifier_text and fact.qualifier_text in CLAUSE_END.split(said)[-1]
            said += fact.display + fact.unit_words if said_already else say_value(fact)
    return said


def say_chart(chart: Chart) -> str:
    """Return the sentence that states every value of a chart."""
    pairs = [f"{row.label}为{say_value(row.fact)}" for row in chart.rows]
    match chart.spec.form:
        case chart_forms.PART_OF_WHOLE:
            return "，其中".join(pairs) + "。"
        case chart_forms.TREND:
            return f"{chart.subject}：{'；'.join(pairs)}。"
        case chart_forms.BEFORE_AFTER:
            return f"{chart.subject}：{'，'.join(pairs)}。"
        case chart_forms.AMOUNTS:
            return "，".join(pairs) + "。各项分别列出，不作合计。"
        case _:
            return "，".join(pairs) + "。"


def say_period(chart: Chart) -> str:
    """Return the period of a chart's numbers: 2023年度, 2022—2023年度."""
    years = sorted({row.fact.year or row.report_findings.report.id for row in chart.rows})
    if not all(year.isdecimal() for year in years):
        return "、".join(f"{year}年" if year.isdecimal() else year for year in years)
    return "—".join(dict.fromkeys((years[0], years[-1]))) + "年度"


def say_source(row: Row) -> str:
    """Return where a row's number stands, as the report counts: 第一部分（七）."""
    report = row.report_findings.report
    return read_place(report, report.section_at(row.fact.span.start))


def say_sources(chart: Chart) -> str:
    """Return where a chart's numbers stand: 第一部分（七）、第三部分, with the year where there are several."""
    if len({row.report_findings.report.id for row in chart.rows}) == 1:
        return "、".join(dict.fromkeys(say_source(row) for row in chart.rows))
    named = (
        f"{row.report_findings.report.id}年"
        if row.report_findings.report.id.isdecimal()
        else row.report_findings.report.id
        for row in chart.rows
    )
    said = (f"{year}{say_source(row)}" for year, row in zip(named, chart.rows, strict=True))
    return "、".join(dict.fromkeys(said))


def describe_chart(chart: Chart) -> Scope:
    """Return the scope of a chart."""
    facts = [row.fact for row in chart.rows]
    report = chart.report_findings.report
    fields = report.disclosure
    unit = "、".join(dict.fromkeys(say_unit(fact) for fact in facts))
    return one(
        chart_title=chart.title,
        chart_note=chart.note,
        chart_sentence=say_chart(chart),
        chart_subject=chart.subject or chart.title,
        chart_unit=unit,
        chart_scope="、".join(dict.fromkeys(fact.indicator.scope for fact in facts)),
        chart_period=say_period(chart),
        chart_source_words=say_sources(chart),
        chart_document="，".join(filter(None, (f"{fields.publisher}《{report.title}》", fields.published))),
    ) | {
        "chart_sum": tuple(say_sums(chart)),
        "chart_row": tuple(f"{row.label}：{say_value(row.fact)}" for row in chart.rows),
        "chart_label": tuple(row.label for row in chart.rows),
        "chart_row_scope": tuple(row.fact.indicator.scope for row in chart.rows),
        "chart_row_source": tuple(say_source(row) for row in chart.rows),
    }
