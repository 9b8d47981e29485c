"""What is a built site to a test: the folder, the value it was written from, and the findings behind it?"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from chuxiong_site.build.options import Options
from chuxiong_site.build.site import build_site
from chuxiong_site.content.read_packages import read_chart_library
from chuxiong_site.model.findings import Findings, ReportFindings
from chuxiong_site.model.site import ChartLibrary, Site, read_artifact
from chuxiong_site.problems import describe_problems
from chuxiong_site.proof import prove_site

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
RICH = FIXTURES / "rich"
"""A project of invented places and numbers with all that the program knows."""
INDICATOR_PAGES = (
    "indicators/house-approval-days.html",
    "indicators/leaders-instructions.html",
    "indicators/service-items.html",
)
"""One with two ends, one that a single year has, one with a chart over the years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A site and what it was built from."""

    folder: Path
    site: Site
    findings: Findings

    @property
    def report_findings(self) -> ReportFindings:
        """The latest report with what was found in it."""
        return self.findings.reports[0]

    @property
    def library(self) -> ChartLibrary:
        """The plotly.js that it ships: which one depends on what is installed."""
        return read_chart_library(ROOT)

    @property
    def pages(self) -> dict[str, str]:
        """Every page's HTML by path."""
        return {path: self.read(path).decode("utf-8") for path in self.site if path.endswith(".html")}

    @property
    def reading_paths(self) -> list[str]:
        """The pages with masthead and footer: not those made to be embedded or carried away."""
        return [path for path in self.pages if not path.startswith(("embed/", "data/"))]

    @property
    def chinese_paths(self) -> list[str]:
        """The same without the pages in English, which have a frame of their own."""
        return [path for path in self.reading_paths if not path.startswith("en/")]

    @property
    def walked_paths(self) -> list[str]:
        """The pages that are looked at one by one: of the many alike of single indicators, those that stand for all."""
        return [path for path in self.pages if not path.startswith("indicators/") or path in INDICATOR_PAGES]

    @property
    def section_paths(self) -> list[str]:
        """The paths of the section pages, in the order of the report."""
        report = self.report_findings.report
        return [f"{report.id}/{section.slug}.html" for section in report.pages]

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        return read_artifact(self.site, path)

    def prove(self, path: str, data: bytes, *, told_of: str = "") -> list[str]:
        """Return what the proof finds in a file, else in another that it tells of, when the file has other bytes."""
        problems = prove_site(self.findings, {**self.site, path: data})
        return [problem.found for problem in problems if problem.place.file == (told_of or path)]

    def prove_changed(self, path: str, old: str, new: str) -> list[str]:
        """Return what the proof finds in a file with other words in one place."""
        text = self.read(path).decode("utf-8")
        assert old in text
        return self.prove(path, text.replace(old, new, 1).encode("utf-8"))

    def prove_without(self, path: str, pattern: str) -> list[str]:
        """Return what the proof finds in a file that lacks the first piece that a pattern fits."""
        text = self.read(path).decode("utf-8")
        rest = re.sub(pattern, "", text, count=1)
        assert rest != text
        return self.prove(path, rest.encode("utf-8"))


def build_project(
    content: Path, folder: Path, root: Path = ROOT, *, allowed: frozenset[str] = frozenset()
) -> BuiltSite:
    """Build a content folder with the project's own templates; a problem of a code not allowed is a failure."""
    outcome = build_site(Options(content=content, out=folder, root=root))
    problems = tuple(problem for problem in outcome.problems if problem.code not in allowed)
    assert not problems, describe_problems(problems, "text")
    assert outcome.published
    assert outcome.site is not None
    assert outcome.findings is not None
    return BuiltSite(folder=folder, site=outcome.site, findings=outcome.findings)


def is_ci() -> bool:
    """Say whether nobody watches: there, expected files are never rewritten."""
    return bool(os.environ.get("CI"))
