"""Each kind of thing is added by one file and one line: a toy of each, from outside the package's own lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from chuxiong_site.analysis.numerals import read_numerals, reader
from chuxiong_site.analysis.numerals.rules import Rule
from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.build.site import check_project, prove_outcome, render_project
from chuxiong_site.charts.forms import FORMS, Form
from chuxiong_site.charts.forms.form import choose_only, describe_rows, name_indicator
from chuxiong_site.charts.stack import compute_bar_stack
from chuxiong_site.model.chart_forms import CHART_FORMS, ChartForm, Drawing
from chuxiong_site.model.measures import MEASURES, Measure
from chuxiong_site.model.numeral import NumeralKind
from chuxiong_site.model.site import read_artifact
from chuxiong_site.proof import inventory
from chuxiong_site.proof.pages import REPORT_PAGES
from chuxiong_site.rendering import registry
from chuxiong_site.rendering.data.files import DATA_FILES
from chuxiong_site.rendering.export import DataFile
from chuxiong_site.rendering.frame.page import Context, Page, describe_page, report_crumb
from sample_projects import copy_fixture, create_options, replace_in

Check = Callable[[], Outcome]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the small project."""
    return copy_fixture("small", tmp_path)


@pytest.fixture
def check(content: Path) -> Check:
    """Return what checks the copy with templates of its own."""
    return lambda: check_project(create_options(content))


def test_a_measure(content: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """One entry: staff can write it, its numbers are judged by it, readers and data say it, and the proof knows it."""
    toy = Measure(
        name="趟数",
        name_en="Trips",
        note="跑了几趟。",
        like="以趟计的数",
        fits=lambda numeral: numeral.unit == "项",
    )
    monkeypatch.setitem(MEASURES, "trips", toy)
    path = content / "indicators.yaml"
    path.write_text(
        path.read_text("utf-8").replace("measure: count\n    unit: 项", "measure: trips\n    unit: 项"),
        "utf-8",
    )
    outcome = check()
    assert outcome.problems == ()
    assert outcome.site is not None
    assert "趟数" in read_artifact(outcome.site, "2023/facts.html").decode()
    facts = json.loads(read_artifact(outcome.site, "data/2023/facts.json"))["facts"]
    assert "trips" in {fact["measure"] for fact in facts}


def test_a_measure_that_does_not_fit(content: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers that are not of the new measure are told."""
    toy = Measure(
        name="趟数",
        name_en="Trips",
        note="跑了几趟。",
        like="以趟计的数",
        fits=lambda numeral: numeral.unit == "趟",
    )
    monkeypatch.setitem(MEASURES, "trips", toy)
    replace_in(content / "indicators.yaml", "measure: streak", "measure: trips")
    assert [problem.code for problem in check().problems] == ["E405"]


def test_a_chart_form(content: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """One entry and one drawing: the form is drawn, said, downloaded and proved like any other."""
    monkeypatch.setitem(CHART_FORMS, "pairs", ChartForm(needs="两个指标", fits=lambda known: len(known) == 2))
    monkeypatch.setitem(
        FORMS,
        "pairs",
        Form(
            choose=choose_only(Drawing.BARS),
            layouts={Drawing.BARS: compute_bar_stack},
            describe=describe_rows,
            label=name_indicator,
        ),
    )
    replace_in(content / "charts.yaml", "form: amounts", "form: pairs")
    outcome = check()
    assert outcome.problems == ()
    assert outcome.site is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToyPage:
    """What the toy page shows."""

    sentence: str


def describe_toy_page(context: Context) -> Page:
    """Return a page with the report's first sentence behind its title."""
    report = context.report
    return describe_page(
        context,
        path=f"{report.id}/toy.html",
        title="玩具",
        description="一页玩具。",
        kind="toy",
        body=ToyPage(sentence=report.display.of(report.sections[1].sentences[0])),
        crumbs=(report_crumb(report),),
    )


@pytest.fixture
def _templates(content: Path) -> None:
    folder = content.parent / "templates" / "pages"
    folder.mkdir(parents=True)
    (content.parent / "templates" / "phrases.txt").write_text("一页玩具。\n", encoding="utf-8")
    (folder / "toy.html").write_text(
        '{% extends "base.html" %}{% block main %}<div class="sheet"><h1>{{ page.title }}</h1>'
        "<p>{{ body.sentence }}</p></div>{% endblock %}",
        encoding="utf-8",
    )


@pytest.mark.usefixtures("_templates")
def test_a_page(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file, its template and its sentence, one line; and one in what the proof expects, else the page is too many."""
    monkeypatch.setattr(registry, "REPORT_PAGES", [*registry.REPORT_PAGES, describe_toy_page])
    options = Options(content=content, out=content.parent / "_site", root=content.parent)
    assert "多出这个文件" in {problem.found for problem in prove_outcome(render_project(options)).problems}
    monkeypatch.setitem(REPORT_PAGES, "toy", "玩具")
    outcome = prove_outcome(render_project(options))
    assert outcome.problems == ()
    assert outcome.site is not None
    assert "玩具" in read_artifact(outcome.site, "2023/toy.html").decode()


def test_a_data_file(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """One entry; and one line in what the proof expects. It is in the archive and on the list of downloads by itself."""
    toy = DataFile(
        name="toy.txt",
        media_type="text/plain",
        about="玩具：数字的标识",
        render=lambda inputs: "\n".join(fact.id for fact in inputs.context.report_findings.facts).encode(),
    )
    for place in ("report_files", "data.downloads"):
        monkeypatch.setattr(f"chuxiong_site.rendering.{place}.DATA_FILES", [*DATA_FILES, toy])
    monkeypatch.setattr(inventory, "DATA_FILES", (*inventory.DATA_FILES, "toy.txt"))
    outcome = check()
    assert outcome.problems == ()
    assert outcome.site is not None
    assert read_artifact(outcome.site, "data/2023/toy.txt").startswith(b"good-rating-years")


def test_a_numeral_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line of the table: what was a quantity is read as another kind."""
    toy = Rule(name="班次", kind=NumeralKind.ORDINAL, pattern="(?P<n>[0-9]+)路车", example="乘【3】路车")
    assert [numeral.kind for numeral in read_numerals("乘120路车")] != [NumeralKind.ORDINAL]
    monkeypatch.setattr(reader, "RULES", (toy, *reader.RULES))
    for function in vars(reader).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
    [numeral] = read_numerals("乘121路车")
    assert (numeral.text, numeral.kind) == ("121", NumeralKind.ORDINAL)
