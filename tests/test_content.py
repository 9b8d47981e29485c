"""Is this site's own content sound, in any year and in whatever words staff write it?

Nothing of the content is written down here: what has to hold is worked out from the content itself. Each test also
runs on what the content may be next: with another year, a renamed indicator, a chart less, other words.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from built import ROOT, BuiltSite, build_project
from chuxiong_site.build.folder import prove_folder
from chuxiong_site.model.findings import ReportFindings
from chuxiong_site.model.numeral import NumeralKind
from sample_projects import check_content, create_options
from schemas import render_schemas
from varied_content import VARIATIONS

OWN = ROOT / "content"
LISTS = ("site", "indicators", "charts", "checks", "terms")
DIGIT = re.compile("[0-9]")
SIZES = frozenset({"W601", "W602"})
"""Reminders that never stop anything, not even under --strict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A content folder and the site built from it."""

    folder: Path
    site: BuiltSite

    @property
    def reports(self) -> tuple[ReportFindings, ...]:
        """What was found in each report."""
        return self.site.findings.reports

    def read_page(self, report: str) -> bytes:
        """Return the captured page of a report."""
        return (self.folder / "reports" / f"{report}.txt").read_bytes()


@pytest.fixture(scope="module", params=["as-it-is", *VARIATIONS])
def content(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Build the content once as it is, and once for each way in which it may change."""
    folder = Path(shutil.copytree(OWN, tmp_path_factory.mktemp("own") / "content"))
    if request.param in VARIATIONS:
        VARIATIONS[request.param](folder)
    return Content(folder=folder, site=build_project(folder, folder.parent / "_site", allowed=SIZES))


def test_there_is_nothing_to_say(content: Content) -> None:
    """Neither an error nor a reminder; that files grow with the years stops nobody."""
    problems = check_content(content.folder).problems
    assert [(problem.code, problem.found) for problem in problems if problem.code not in SIZES] == []


def test_files_keep_to_the_budgets() -> None:
    """No page or file of the site as it is weighs more than its budget, which staff set in site.yaml."""
    assert [(p.place.file, p.found, p.expected) for p in check_content(OWN).problems] == []


def test_every_place_is_proved(content: Content) -> None:
    """The finished files, read back by what did not make them, say what the content says."""
    proof = prove_folder(create_options(content.folder), content.site.folder)
    assert [(problem.place.file, problem.found) for problem in proof.site_problems] == []
    assert proof.findings is not None


def test_reports_are_the_captured_pages(content: Content) -> None:
    """Each body is its captured page from the stated line to the end, byte for byte, as is the file to take away."""
    for report_findings in content.reports:
        report, page = report_findings.report, content.read_page(report_findings.report.id)
        assert hashlib.sha256(page).hexdigest() == report.capture_sha256
        body = report.captured.text.encode()
        assert page.endswith(body)
        assert page[: -len(body)].count(b"\n") == len(page.splitlines()) - len(body.splitlines())
        assert content.site.read(f"data/{report.id}/report.txt") == body


def test_facts_are_slices_of_the_text(content: Content) -> None:
    """Every fact is printed in the official text exactly where it is said to be, in its sentence and section."""
    for report_findings in content.reports:
        sections = {section.number: section for section in report_findings.report.sections}
        assert report_findings.facts
        for fact in report_findings.facts:
            assert fact.span.of(report_findings.report.body) == fact.surface
            assert fact.sentence.contains(fact.span)
            assert sections[fact.section].span.contains(fact.sentence)


def test_digits_are_accounted_for(content: Content) -> None:
    """Every digit of a text lies in one numeral; facts are the numerals of their kind and no others."""
    for report_findings in content.reports:
        for match in DIGIT.finditer(report_findings.report.body):
            holding = [e for e in report_findings.census if e.span.start <= match.start() < e.span.end]
            assert len(holding) == 1, report_findings.report.body[max(0, match.start() - 9) : match.end() + 9]
        named = {id for entry in report_findings.census for id in entry.facts}  # noqa: A001
        assert named == {fact.id for fact in report_findings.facts}
        assert all(bool(e.facts) is (e.kind is NumeralKind.FACT) for e in report_findings.census)


def test_every_fact_can_be_searched(content: Content) -> None:
    """The search data has every sentence and every fact of each report, with its words as printed."""
    for report_findings in content.reports:
        script = content.site.read(f"data/{report_findings.report.id}/search-data.js").decode("utf-8")
        data = json.loads(script[script.index('{"id"') : script.rindex(")")])
        texts = [text for section in data["sections"] for text, _ in section["sentences"]]
        assert "".join(texts) == report_findings.report.display.text.replace("\n", "")
        shown = {row[0]: texts[row[5]][row[6] : row[7]] for row in data["facts"]}
        assert shown == {fact.id: fact.display for fact in report_findings.facts}


@pytest.mark.parametrize("name", LISTS)
def test_editors_find_the_schema(name: str) -> None:
    """Every YAML file leads editors to its schema, by its first line."""
    first = (OWN / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (OWN / first.partition("=")[2]).resolve() == ROOT / "docs" / "schemas" / f"{name}.json"


def test_editors_have_nothing_to_complain_of(content: Content) -> None:
    """What the program accepts fits the schemas that editors hold it against."""
    schemas = {name: json.loads(text) for name, text in render_schemas().items()}
    for name in LISTS:
        jsonschema.validate(
            _read_yaml((content.folder / f"{name}.yaml").read_bytes()), schemas[f"{name}.json"]
        )
    for path in sorted((content.folder / "reports").glob("*.md")):
        jsonschema.validate(_read_yaml(path.read_bytes().split(b"---\n")[1]), schemas["report.json"])


def _read_yaml(data: bytes) -> Any:
    return json.loads(json.dumps(yaml.safe_load(data), default=str))


def test_captured_pages_keep_their_bytes() -> None:
    """Git changes no line end in the captured pages, the one thing compared byte for byte."""
    pages = [path.relative_to(ROOT).as_posix() for path in sorted((OWN / "reports").glob("*.txt"))]
    command = ("git", "check-attr", "text", "--", *pages)
    try:
        said = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        said = None
    if said is None or said.returncode != 0:
        pytest.skip("这不是 git 检出的文件夹，无法问它怎样保存换行。")
    assert said.stdout.splitlines() == [f"{page}: text: unset" for page in pages]
