"""Staff are reminded of what is heavy, once a budget, and never stopped by it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from built import ROOT, BuiltSite
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import build_site
from chuxiong_site.model.catalogue import Budgets
from chuxiong_site.model.findings import Findings
from chuxiong_site.model.site import Site
from chuxiong_site.rendering.budgets import KB, check_budgets, compute_weight
from sample_projects import copy_fixture

EVERY = {"reading", "page", "search", "offline"}


def set_budgets(findings: Findings, **budgets: int) -> Findings:
    """Return findings of a project with these budgets, in KB."""
    project = findings.project
    site = replace(project.site, budgets=Budgets(**budgets))
    return replace(findings, project=replace(project, site=site))


def remind(
    built_site: BuiltSite, site: Site | None = None, **budgets: int
) -> dict[str, tuple[str, str, str]]:
    """Return each reminder by the budget that it advises to change: its file, what is and what should be."""
    problems = list(check_budgets(set_budgets(built_site.findings, **budgets), site or built_site.site))
    assert {problem.code for problem in problems} <= {"W601"}
    return {
        problem.hint.rpartition("写 ")[2].partition(":")[0]: (
            problem.place.file,
            problem.found,
            problem.expected,
        )
        for problem in problems
    }


def test_a_site_of_usual_size(built_site: BuiltSite) -> None:
    """A report of usual length keeps to the budgets as they are when nobody sets them."""
    assert remind(built_site) == {}


def test_every_budget(built_site: BuiltSite) -> None:
    """Each budget names its heaviest file, how heavy it is, how many others there are, and the limit."""
    said = remind(built_site, reading=1, page=1, search=1, offline=1)
    assert set(said) == EVERY
    path, found, expected = said["offline"]
    assert path == "data/2023-offline.html"
    assert found == f"{len(built_site.read(path)):,} 字节；还有 1 个这样的文件"
    assert expected == "不超过 1,024 字节（1 KB）：一份报告的离线版"
    path, found, _ = said["search"]
    assert path.endswith(".js")
    assert found == f"压缩后 {compute_weight(built_site.read(path)):,} 字节；还有 1 个这样的文件"
    assert said["reading"][0] in {"index.html", *built_site.section_paths}
    sections = [
        f"{report_findings.report.id}/{section.slug}.html"
        for report_findings in built_site.findings.reports
        for section in report_findings.report.pages
    ]
    assert f"还有 {len(sections)} 个这样的文件" in said["reading"][1]
    others = len(built_site.reading_paths) - 1
    assert f"还有 {others} 个这样的文件" in said["page"][1]


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_file_that_is_just_small_enough(built_site: BuiltSite, name: str) -> None:
    """A budget of what the reminder advises is kept to."""
    _, found, _ = remind(built_site, None, **{name: 1})[name]
    size = int(found.removeprefix("压缩后 ").partition(" ")[0].replace(",", ""))
    assert remind(built_site, None, **{name: size // KB + 1}) == {}
    assert set(remind(built_site, None, **{name: size // KB})) == {name}


def test_what_a_page_loads_counts(built_site: BuiltSite) -> None:
    """A page weighs what it makes the browser load at once: its style sheet and scripts, the Plotly bundle not."""
    heavy = bytes(range(256)) * 4 * 300
    styles = next(
        path for path in built_site.site if path.startswith("assets/site") and path.endswith(".css")
    )
    script = next(path for path in built_site.site if path.startswith("assets/site") and path.endswith(".js"))
    noise = "".join(f"{number:x}" for number in range(60_000)).encode()
    assert set(remind(built_site, {**built_site.site, styles: noise})) == {"reading", "page"}
    assert set(remind(built_site, {**built_site.site, script: noise})) == {"page"}
    plotly = next(path for path in built_site.site if "plotly" in path)
    assert remind(built_site, {**built_site.site, plotly: heavy}) == {}


def test_a_reminder_stops_nothing(tmp_path: Path) -> None:
    """A site that is too heavy is published, even where reminders stop it otherwise."""
    content = copy_fixture("small", tmp_path)
    with (content / "site.yaml").open("a", encoding="utf-8") as stream:
        stream.write("budgets: {reading: 1, page: 1, search: 1, offline: 1}\n")
    outcome = build_site(Options(content=content, out=tmp_path / "_site", root=ROOT, strict=True))
    assert [problem.code for problem in outcome.problems] == ["W601"] * 4
    assert outcome.published
