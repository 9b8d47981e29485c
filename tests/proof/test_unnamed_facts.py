"""Facts without a name are proved like others: a changed clause, id or value is told, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from chuxiong_site.build.site import render_project
from chuxiong_site.model.findings import Fact, Findings, ReportFindings
from chuxiong_site.model.site import make_artifact
from chuxiong_site.proof import prove_site
from chuxiong_site.proof.identities import check_identities
from sample_projects import apply_changes, copy_fixture, create_options

CHANGES: list[dict[str, Any]] = [
    {"file": "reports/2023.md", "replace": ["[24件]{fact=cases-per-town}", "[24件]{fact}"]},
    {"file": "reports/2023.md", "replace": ["{fact=permit-days as=before}", "{fact as=before}"]},
    {"file": "reports/2023.md", "replace": ["{fact=permit-days as=after}", "{fact as=after}"]},
    {"file": "checks.yaml", "delete_line": "  permit-days:"},
    {"file": "checks.yaml", "delete_line": "    kind: reduction"},
    {"file": "checks.yaml", "delete_line": "    name: 施工许可办结"},
    {"file": "checks.yaml", "delete_line": "    indicator: permit-days"},
    {"file": "charts.yaml", "delete_line": "  permit-days:"},
    {"file": "charts.yaml", "delete_line": "    form: before_after"},
    {"file": "charts.yaml", "delete_line": "    title: 施工许可由"},
    {"file": "charts.yaml", "delete_line": "    indicators: [permit-days]"},
]
TAGS = "(?:<[^>]*>)*"
"""What may hold a number together on a page."""
CLAUSE = f"由{TAGS}15个工作日{TAGS}压缩到{TAGS}6个工作日{TAGS}办结"
PLACES = [
    "2023/services.html", "2023/facts.html", "index.html", "data/2023/facts.json", "data/2023/facts.csv",
    "data/2023/search-data.js", "data/2023-offline.html",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A rendered site and what it was rendered from."""

    findings: Findings
    site: Mapping[str, bytes]

    @property
    def fact(self) -> Fact:
        """The end of the change: 6个工作日."""
        return next(fact for fact in self.findings.reports[0].facts if fact.display == "6个工作日")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render the small project with facts that nobody has named."""
    content = copy_fixture("small", tmp_path_factory.mktemp("unnamed"))
    body = (content / "reports/2023.txt").read_text(encoding="utf-8").split("\n", 8)[8]
    headline = ["  - permit-days.after", f"  - at-{body.index('6个工作日')}"]
    apply_changes(content, [*CHANGES, {"file": "reports/2023.md", "replace": headline}])
    outcome = render_project(create_options(content))
    assert outcome.site is not None
    assert outcome.findings is not None
    site = {path: make_artifact(artifact) for path, artifact in outcome.site.items()}
    return Built(findings=outcome.findings, site=site)


def test_the_site_is_right(built: Built) -> None:
    """With unnamed facts a site is built and proved."""
    assert built.fact.id.startswith("at-")
    assert prove_site(built.findings, built.site) == []


@pytest.mark.parametrize("path", PLACES)
def test_a_changed_clause(path: str, built: Built) -> None:
    """One character of the quoted clause changed, and the proof names the file."""
    assert_told(built, path, f"「[^「」]*{CLAUSE}」", lambda words: words.replace("压缩", "压宿"))


@pytest.mark.parametrize("path", [path for path in PLACES if path != "index.html"])
def test_a_changed_id(path: str, built: Built) -> None:
    """An id with another place changed, and the proof names the file."""
    assert_told(built, path, f"(?<![0-9-]){built.fact.id}(?![0-9])", lambda words: words[:-1] + "x")


@pytest.mark.parametrize("path", PLACES)
def test_a_changed_value(path: str, built: Built) -> None:
    """Another value, and the proof names the file."""
    assert_told(built, path, "6个工作日", lambda _: "7个工作日")


def assert_told(built: Built, path: str, pattern: str, change: Callable[[str], str]) -> None:
    """Change each place that matches, one at a time, and find the file named every time."""
    text = built.site[path].decode("utf-8")
    places = list(re.finditer(pattern, text))
    assert places, f"{pattern} is nowhere in {path}"
    for match in places:
        changed = text[: match.start()] + change(match[0]) + text[match.end() :]
        problems = prove_site(built.findings, {**built.site, path: changed.encode("utf-8")})
        assert path in {problem.place.file for problem in problems}, text[
            match.start() - 60 : match.end() + 20
        ]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("由15个工作日压缩到6个工作日办结", ""),
        ("「压缩到6个工作日办结」", ""),
        ("「施工许可由15个工作日压缩到6个工作日」里的「6个工作日」", ""),
        ("「施工许可由15个工作日压缩到6个工作日办结」里的「15个工作日」", ""),
        ("「施工许可由15个工作日压缩到6个工作日办结」", ""),
        ("「施工许可办结时间」", ""),
        ("", "at-1"),
    ],
)
def test_a_wrong_reading(name: str, id: str, built: Built) -> None:  # noqa: A002
    """What the analysis says of an unnamed fact is worked out anew: another clause, number or place is a fault."""
    fact = built.fact
    indicator = replace(fact.indicator, name=name or fact.indicator.name)
    wrong = replace(fact, indicator=indicator, id=id or fact.id)
    report_findings = built.findings.reports[0]
    facts = tuple(wrong if other is fact else other for other in report_findings.facts)
    assert list(check_identities(report_findings)) == []
    assert list(check_identities(replace(report_findings, facts=facts)))


def test_a_project_without_any_name(tmp_path: Path) -> None:
    """A project whose catalogues are empty, and whose report has no headline, is built and proved whole."""
    content = copy_fixture("small", tmp_path)
    for name, words in {
        "indicators": "indicators:\n", "charts": "charts: {}\n", "checks": "checks:\n", "terms": "terms: {}\n",
    }.items():  # fmt: skip
        (content / f"{name}.yaml").write_text(words, encoding="utf-8")
    (content / "dictionary.txt").write_text("", encoding="utf-8")
    report = content / "reports" / "2023.md"
    head, _, body = report.read_text(encoding="utf-8").partition("\n---\n")
    head = re.sub(r"headline:\n(?:  - .*\n)+", "headline: []\n", head)
    body = re.sub(r"\{fact=[a-z-]+", "{fact", body)
    report.write_text(f"{head}\n---\n{body}", encoding="utf-8")
    outcome = render_project(create_options(content))
    assert [problem.code for problem in outcome.problems] == ["W407"]
    assert outcome.site is not None
    assert outcome.findings is not None
    assert list_named(outcome.findings.reports[0]) == []
    pages = {path: make_artifact(artifact) for path, artifact in outcome.site.items()}
    assert prove_site(outcome.findings, pages) == []
    assert b'class="headline"' not in pages["index.html"]


def list_named(report_findings: ReportFindings) -> list[str]:
    """Return the ids of the facts with a name."""
    return [fact.id for fact in report_findings.facts if fact.named]
