"""Findings → chart records."""

from __future__ import annotations

from collections.abc import Sequence

from chart_samples import build_fact, build_findings, build_indicator

from chuxiong_site.charts import compute_chart_records, compute_left_out_charts
from chuxiong_site.model import chart_forms
from chuxiong_site.model.catalogue import ChartSpec
from chuxiong_site.model.findings import Fact
from chuxiong_site.model.numeral import Qualifier

FOUND = build_fact(build_indicator("found", "排查矛盾纠纷"), "41903件", "41903")
SOLVED = build_fact(build_indicator("solved", "化解矛盾纠纷"), "41159件", "41159")
RATE = build_fact(build_indicator("rate", "化解率", "%"), "98.22%", "98.22")
DAYS = build_indicator("days", "审批时限", "个工作日")
BEFORE = build_fact(DAYS, "20个工作日", "20", role="before")
AFTER = build_fact(DAYS, "5个工作日", "5", role="after", section="1.1")
TEAM = build_fact(
    build_indicator("team", "执法队", "人", "各乡镇"),
    "5人",
    "5",
    qualifier=Qualifier.AT_LEAST,
    qualifier_text="不少于",
)
PART = ChartSpec(
    id="part",
    form=chart_forms.PART_OF_WHOLE,
    title="已化解{rate}",
    indicators=("found", "solved", "rate"),
    note="",
    emphasis=None,
)
CHANGE = ChartSpec(
    id="change",
    form=chart_forms.BEFORE_AFTER,
    title="由{days.before}到{ days.after }",
    note="",
    indicators=("days",),
    emphasis=None,
)
TREND = ChartSpec(
    id="trend", form=chart_forms.TREND, title="{found}", note="", indicators=("found",), emphasis=None
)


def test_title_is_filled_with_printed_values() -> None:
    """A placeholder becomes the fact's value as printed, and the title knows which fact that is."""
    (record,) = compute_chart_records(build_findings({"2023": [FOUND, SOLVED, RATE]}, [PART]))

    assert record.title == "已化解98.22%"
    assert [part.fact for part in record.title_parts] == [None, RATE]


def test_title_keeps_qualifiers() -> None:
    """A placeholder brings 不少于 with it, in title and note."""
    spec = ChartSpec(
        id="teams",
        form=chart_forms.BARS,
        title="{team}",
        note="要求{team}。",
        indicators=("team",),
        emphasis=None,
    )
    (record,) = compute_chart_records(build_findings({"2023": [TEAM]}, [spec]))

    assert (record.title, record.note) == ("不少于5人", "要求不少于5人。")
    assert record.rows[0].shown == "不少于5人"
    assert not record.rows[0].exact


def test_title_does_not_say_a_qualifier_twice() -> None:
    """Where the clause before a placeholder says 不少于 already, the value comes without it; in the next clause with it."""
    spec = ChartSpec(
        id="teams",
        form=chart_forms.BARS,
        title="每个乡镇不少于{team}，即{team}",
        note="",
        indicators=("team",),
        emphasis=None,
    )
    (record,) = compute_chart_records(build_findings({"2023": [TEAM]}, [spec]))

    assert record.title == "每个乡镇不少于5人，即不少于5人"


def test_part_of_whole_draws_two() -> None:
    """Whole and part are drawn; their rate only fills the title."""
    (record,) = compute_chart_records(build_findings({"2023": [FOUND, SOLVED, RATE]}, [PART]))

    assert [row.fact.id for row in record.rows] == ["found", "solved"]
    assert [row.emphasised for row in record.rows] == [False, True]
    assert record.unit == "件"


def test_before_after_rows() -> None:
    """One indicator gives the rows 变化前 and 变化后, the later one emphasised, with both places as source."""
    (record,) = compute_chart_records(build_findings({"2023": [BEFORE, AFTER]}, [CHANGE]))

    assert [row.label for row in record.rows] == ["变化前", "变化后"]
    assert [row.emphasised for row in record.rows] == [False, True]
    assert record.title == "由20个工作日到5个工作日"
    assert (record.subject, record.section, record.source) == (
        "审批时限",
        "1.2",
        "第一部分（二）、第一部分（一）",
    )
    assert record.rows[1].href == "2023/leadership.html#days.after"


def test_emphasis_named_by_staff() -> None:
    """The row of the named indicator is emphasised, and no other."""
    spec = ChartSpec(
        id="b", form=chart_forms.BARS, title="对比", note="", indicators=("found", "solved"), emphasis="found"
    )
    (record,) = compute_chart_records(build_findings({"2023": [SOLVED, FOUND]}, [spec]))

    assert [(row.fact.id, row.emphasised) for row in record.rows] == [("found", True), ("solved", False)]


def test_scopes_are_joined() -> None:
    """Different scopes are both named."""
    spec = ChartSpec(
        id="b", form=chart_forms.BARS, title="对比", note="", indicators=("found", "team"), emphasis=None
    )
    (record,) = compute_chart_records(build_findings({"2023": [FOUND, TEAM]}, [spec]))

    assert (record.scope, record.unit) == ("全州、各乡镇", "件、人")


def test_chart_is_left_out_where_facts_are_missing() -> None:
    """A report without an indicator of the chart goes without it, and is told which ones it lacks."""
    findings = build_findings({"2023": [FOUND, SOLVED, RATE], "2024": [FOUND]}, [PART])

    assert [(record.report_id, record.id) for record in compute_chart_records(findings)] == [("2023", "part")]
    (left_out,) = compute_left_out_charts(findings)
    assert (left_out.report_id, left_out.spec, left_out.missing) == ("2024", PART, ("solved", "rate"))


def test_half_a_change_is_no_chart() -> None:
    """Before without after leaves the chart out."""
    findings = build_findings({"2023": [BEFORE]}, [CHANGE])

    assert compute_chart_records(findings) == ()
    assert [chart.missing for chart in compute_left_out_charts(findings)] == [("days",)]


def test_trend_waits_for_a_second_year() -> None:
    """One year is no trend, and nothing is missing either."""
    findings = build_findings({"2023": [FOUND]}, [TREND])

    assert compute_chart_records(findings) == ()
    assert compute_left_out_charts(findings) == ()


def test_trend_belongs_to_the_newest_report() -> None:
    """Two years give one trend, oldest first, the newest emphasised, each row with its own report."""
    later = build_fact(FOUND.indicator, "40000件", "40000", section="1.1")
    findings = build_findings({"2023": [FOUND], "2024": [later]}, [TREND])
    (record,) = compute_chart_records(findings)

    assert record.report_id == "2024"
    assert [row.label for row in record.rows] == ["2023年", "2024年"]
    assert [row.emphasised for row in record.rows] == [False, True]
    assert [row.href for row in record.rows] == ["2023/functions.html#found", "2024/leadership.html#found"]
    assert record.source == "2023年第一部分（二）、2024年第一部分（一）"
    assert record.title == "40000件"


def test_a_trend_draws_the_newest_years() -> None:
    """Of twelve years the last ten are drawn."""
    facts: dict[str, Sequence[Fact]] = {
        str(year): [build_fact(FOUND.indicator, f"{year}件", str(year))] for year in range(2012, 2024)
    }
    (record,) = compute_chart_records(build_findings(facts, [TREND]))

    assert [row.label for row in record.rows] == [f"{year}年" for year in range(2014, 2024)]


def test_trend_that_the_newest_report_ends() -> None:
    """A trend whose indicator the newest report lacks is left out there."""
    findings = build_findings({"2022": [FOUND], "2023": [FOUND], "2024": [RATE]}, [TREND])

    assert compute_chart_records(findings) == ()
    assert [(chart.report_id, chart.missing) for chart in compute_left_out_charts(findings)] == [
        ("2024", ("found",))
    ]


def test_charts_in_the_order_of_reports_and_catalogue() -> None:
    """The newest report comes first, its charts in the order of the catalogue."""
    facts = [FOUND, SOLVED, RATE, BEFORE, AFTER]
    records = compute_chart_records(build_findings({"2023": facts, "2024": facts}, [CHANGE, PART]))

    assert [(record.report_id, record.id) for record in records] == [
        ("2024", "change"),
        ("2024", "part"),
        ("2023", "change"),
        ("2023", "part"),
    ]
