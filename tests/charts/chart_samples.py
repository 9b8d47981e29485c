"""Small findings by hand: a report of two parts, facts with values as an official text prints them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from chuxiong_site.analysis.series import compute_series
from chuxiong_site.charts.forms import FORMS
from chuxiong_site.model import chart_forms, measures
from chuxiong_site.model.captured import read_captured_text
from chuxiong_site.model.catalogue import ChartSpec, Disclosure, Indicator, SiteConfig
from chuxiong_site.model.chart import ChartRecord, ChartRow, ChartSum, TextPart
from chuxiong_site.model.findings import Fact, Findings, ReportFindings
from chuxiong_site.model.numeral import Qualifier
from chuxiong_site.model.place import Place, Span
from chuxiong_site.model.project import Project
from chuxiong_site.model.report import DisplayText, Report, Section

SECTIONS = (
    ("T", None),
    ("0", "preamble"),
    ("1", None),
    ("1.1", "leadership"),
    ("1.2", "functions"),
    ("2", "gaps"),
)
"""Number and page of each section; each takes ten code points of the body."""
MARKERS = {"1": "一、", "1.1": "（一）", "1.2": "（二）", "2": "二、"}
"""Number of a section → how its heading begins."""


def build_report(id: str = "2023") -> Report:  # noqa: A002
    """Return a report whose sections are ten code points long each."""
    sections = tuple(
        Section(
            number=number,
            heading=Span(start=10 * index, end=10 * index + 10) if number in MARKERS else None,
            paragraphs=(Span(start=10 * index, end=10 * index + 10),),
            sentences=(Span(start=10 * index, end=10 * index + 10),),
            slug=slug,
            page="1.1" if number == "1" else number,
        )
        for index, (number, slug) in enumerate(SECTIONS)
    )
    body = "".join(MARKERS.get(number, "").ljust(10, "文") for number, _ in SECTIONS)
    return Report(
        id=id,
        file=f"reports/{id}.md",
        body=body,
        capture_sha256="0" * 64,
        source_url="",
        disclosure=Disclosure(),
        title="报告",
        sections=sections,
        tags=(),
        display=DisplayText(text=body, offsets=tuple(range(len(body) + 1))),
        headline=(),
        headline_places=(),
        unanswered={},
        doors={},
        elements={},
        elements_source="",
        accepted_failures={},
        lines=(),
        captured=read_captured_text(body),
    )


def build_indicator(id: str, name: str, unit: str = "件", scope: str = "全州") -> Indicator:  # noqa: A002
    """Return a catalogue entry."""
    return Indicator(id=id, name=name, measure=measures.COUNT, unit=unit, scope=scope, theme="law")


def build_fact(
    indicator: Indicator,
    display: str,
    value: str,
    *,
    role: str | None = None,
    section: str = "1.2",
    qualifier: Qualifier | None = None,
    qualifier_text: str = "",
) -> Fact:
    """Return a fact that stands at the beginning of its section."""
    start = 10 * [number for number, _ in SECTIONS].index(section)
    span = Span(start=start, end=start + 2)
    return Fact(
        id=indicator.id + (f".{role}" if role else ""),
        indicator=indicator,
        role=role,
        span=span,
        surface=display,
        display=display,
        value=Decimal(value),
        resolution=Decimal(1),
        unit=indicator.unit,
        qualifier=qualifier,
        qualifier_text=qualifier_text,
        section=section,
        sentence=span,
        place=Place(file="reports/2023.md"),
        role_name={"before": "变化前", "after": "变化后"}.get(role or "", ""),
    )


def build_findings(facts: dict[str, Sequence[Fact]], charts: Sequence[ChartSpec]) -> Findings:
    """Return findings of reports, newest first, with the series of the facts that have no role."""
    reports = {id: build_report(id) for id in sorted(facts, reverse=True)}  # noqa: A001
    indicators = {fact.indicator.id: fact.indicator for found in facts.values() for fact in found}
    project = Project(
        site=SiteConfig(name="站", notice="非官方", description="说明"),
        themes=(),
        indicators=indicators,
        charts=tuple(charts),
        checks=(),
        terms=(),
        reports=tuple(reports.values()),
    )
    found = tuple(
        ReportFindings(report=report, facts=tuple(facts[id]), census=(), checks=(), follow_ups=())
        for id, report in reports.items()  # noqa: A001
    )
    return Findings(project=project, reports=found, series=compute_series(found))


def build_record(
    form: str,
    rows: Sequence[tuple[str, str, str]],
    *,
    unit: str = "件",
    emphasised: int | None = None,
    title: str = "一句结论",
    subject: str = "",
    qualifiers: dict[int, tuple[Qualifier, str]] | None = None,
    sums: tuple[ChartSum, ...] = (),
) -> ChartRecord:
    """Return a record with rows of (label, display, value), without going through findings."""
    built = []
    for index, (label, display, value) in enumerate(rows):
        indicator = build_indicator(f"indicator-{index}", subject or label, unit)
        qualifier, word = (qualifiers or {}).get(index, (None, ""))
        fact = build_fact(indicator, display, value, qualifier=qualifier, qualifier_text=word)
        shown = display if word in display else word + display
        built.append(
            ChartRow(
                fact=fact,
                report_id="2023",
                label=label,
                shown=shown,
                value=fact.value,
                exact=qualifier in {None, Qualifier.AVERAGE, Qualifier.PLANNED},
                emphasised=index == emphasised,
                source="第一部分（二）",
                href=f"2023/functions.html#{fact.id}",
            )
        )
    return ChartRecord(
        id="sample",
        form=form,
        drawing=FORMS[form].choose(built),
        report_id="2023",
        section="1.2",
        subject=subject,
        title_parts=(TextPart(text=title),),
        note_parts=(),
        unit=unit,
        scope="全州",
        source="第一部分（二）",
        document="示例州人民政府《示例报告》，2024年01月18日",
        rows=tuple(built),
        sums=sums,
    )


SAMPLES: dict[str, ChartRecord] = {
    chart_forms.BARS: build_record(
        chart_forms.BARS,
        [
            ("减免责事项", "5788项", "5788"),
            ("承接国家和省法律、法规、规章设定的行政许可事项", "361项", "361"),
            ("各县市、州级各部门制定公布的重大行政决策事项目录所列事项和州政府目录所列事项", "156项", "156"),
            ("综合查一次事项", "2000余项", "2000"),
        ],
        unit="项",
        emphasised=1,
        title="清单里的事项有多有少",
        qualifiers={3: (Qualifier.APPROXIMATE, "余")},
    ),
    chart_forms.PART_OF_WHOLE: build_record(
        chart_forms.PART_OF_WHOLE,
        [("排查矛盾纠纷", "41903件", "41903"), ("化解矛盾纠纷", "41159件", "41159")],
        emphasised=1,
        title="排查的矛盾纠纷中，98.22%已化解",
    ),
    chart_forms.BEFORE_AFTER: build_record(
        chart_forms.BEFORE_AFTER,
        [("压缩前", "20个工作日", "20"), ("压缩后", "5个工作日", "5")],
        unit="个工作日",
        emphasised=1,
        subject="农村宅基地审批时限",
        title="农村宅基地审批由20个工作日压缩到5个工作日",
    ),
    chart_forms.AMOUNTS: build_record(
        chart_forms.AMOUNTS,
        [
            ("审计促进增收节支", "5.51亿元", "551000000"),
            ("审计避免损失", "3.1亿元", "310000000"),
            ("审计核减投资", "2.97亿元", "297000000"),
        ],
        unit="元",
        emphasised=0,
        title="审计促进增收节支5.51亿元",
    ),
    chart_forms.RATES: build_record(
        chart_forms.RATES,
        [
            ("政务服务事项网上可办率", "99.96%", "99.96"),
            ("政务服务事项全程网办率", "99.04%", "99.04"),
            ("办理时限压缩率", "77.1%", "77.1"),
            ("行政机关负责人出庭应诉率", "100%", "100"),
        ],
        unit="%",
        emphasised=0,
        title="网上可办率99.96%",
    ),
    chart_forms.SHARE: build_record(
        chart_forms.SHARE,
        [("矛盾纠纷化解率", "98.22%", "98.22")],
        unit="%",
        emphasised=0,
        subject="矛盾纠纷化解率",
        title="化解率98.22%",
        sums=(
            ChartSum(
                formula="41159件 ÷ 41903件",
                computed="98.2244…%",
                outcome="复算相符",
                reason="",
                href="2023/checks.html#_check-rate",
            ),
        ),
    ),
    chart_forms.CELLS: build_record(
        chart_forms.CELLS,
        [("片区救援队组建人数", "50人", "50"), ("乡镇救援队组建人数", "12人", "12")],
        unit="人",
        emphasised=1,
        qualifiers={0: (Qualifier.AT_LEAST, "不少于"), 1: (Qualifier.AT_LEAST, "不少于")},
        title="每个片区不少于50人，每个乡镇不少于12人",
    ),
    chart_forms.FIGURES: build_record(
        chart_forms.FIGURES,
        [("制定的规范性文件", "649件", "649"), ("受理的办件", "2000余件", "2000")],
        emphasised=0,
        qualifiers={1: (Qualifier.APPROXIMATE, "余")},
        title="制定文件649件，受理2000余件",
    ),
    chart_forms.TREND: build_record(
        chart_forms.TREND,
        [
            ("2022年", "118.5万件", "1185000"),
            ("2023年", "132.87万件", "1328700"),
            ("2024年", "141万件", "1410000"),
        ],
        emphasised=2,
        subject="乡村两级受理办件",
        title="乡村两级受理办件",
    ),
}
"""One record a form."""
INTERACTIVE = [form for form, record in SAMPLES.items() if record.is_interactive]
"""Forms whose sample a script may draw anew."""
