"""One side of a comparison: a built site, a content folder, or one annotated report."""

from __future__ import annotations

from pathlib import Path

from ..analysis.diff import Edition, StatedFact
from ..analysis.facts import compute_facts
from ..analysis.report_numerals import read_report_numerals
from ..content.load import load_project
from ..content.read_built_site import holds_site, read_site_edition
from ..model.findings import Fact
from ..model.numeral import describe_decimal
from ..model.report import Report
from ..problems import Problem


def read_edition(path: Path) -> tuple[Edition | None, list[Problem]]:
    """Return the edition of a built site, a content folder or an annotated report; `None` when it is none of the three."""
    if path.suffix == ".md":
        return _read_content(path.absolute().parent.parent, str(path), path.stem)
    if holds_site(path):
        return read_site_edition(path)
    if (path / "reports").is_dir():
        return _read_content(path, str(path), None)
    return None, []


def _read_content(root: Path, name: str, only: str | None) -> tuple[Edition | None, list[Problem]]:
    project, problems = load_project(root)
    reports = project.reports if project else ()
    wanted = [report for report in reports if only in {None, report.id}]
    if project is None or not wanted:
        return None, problems
    facts = {
        report.id: compute_facts(report, read_report_numerals(report), project.indicators)[0]
        for report in wanted
    }
    stated = {
        report.id: tuple(_structure_fact(report, fact) for fact in facts[report.id]) for report in wanted
    }
    return Edition(name=name, reports=stated), problems


def _structure_fact(report: Report, fact: Fact) -> StatedFact:
    return StatedFact(
        id=fact.id,
        name=fact.indicator.name,
        display=fact.display,
        value=describe_decimal(fact.value),
        unit=fact.unit,
        qualifier=fact.qualifier.value if fact.qualifier else None,
        sentence=fact.sentence.of(report.body),
    )
