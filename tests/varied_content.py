"""What will staff make of a content folder in time? Next year's report, another name, a chart less, other words.

Run: python tests/varied_content.py KIND FOLDER  to change a copy in its place.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from chuxiong_site.content.load import load_project
from chuxiong_site.model.check_specs import UnverifiableCheck
from chuxiong_site.model.project import Project
from chuxiong_site.model.report import Report
from sample_projects import reseal

FACT = re.compile(r'\[([^\[\]]*)\]\{fact="?([^"{}]*?)"?( [^{}]*)?\}')
YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def read_project(content: Path) -> Project:
    """Return a content folder that has no mistake."""
    project, problems = load_project(content)
    assert project is not None, problems
    return project


def add_year(content: Path) -> None:
    """Write the latest report once more as that of the year after, with other numbers where no check binds them."""
    project = read_project(content)
    report = project.reports[0]
    bound = list_bound(project)
    year = str(int(report.id) + 1)
    source = content / "reports" / f"{report.id}.md"
    text = FACT.sub(lambda match: _write_tag(match, bound), source.read_bytes().decode("utf-8"))
    page = source.with_suffix(".txt").read_bytes().decode("utf-8")
    made = content / "reports" / f"{year}.md"
    made.write_bytes(_add_one(text).encode("utf-8"))
    made.with_suffix(".txt").write_bytes(_add_one(_change_page(page, report, bound)).encode("utf-8"))
    reseal(made)


def list_bound(project: Project) -> set[str]:
    """Return the indicators that a check holds against others, and rates, whose parts may be printed."""
    bound = {id for id, indicator in project.indicators.items() if "%" in indicator.unit}  # noqa: A001
    for check in project.checks:
        if not isinstance(check, UnverifiableCheck):
            for value in asdict(check).values():
                bound |= set(value) if isinstance(value, tuple) else {str(value)}
    return bound


def change_words(words: str, ids: str, bound: set[str]) -> str:
    """Return a number with another last digit that is not 0; one that a check binds stays."""
    if not bound.isdisjoint(ids.split()) or not words[0].isdigit():
        return words
    return re.sub(r"[1-9](?=0*(?![0-9.]))", lambda match: str(int(match[0]) % 9 + 1), words, count=1)


def _write_tag(match: re.Match[str], bound: set[str]) -> str:
    return match[0].replace(f"[{match[1]}]", f"[{change_words(match[1], match[2], bound)}]", 1)


def _change_page(page: str, report: Report, bound: set[str]) -> str:
    start = page.index(report.body)
    for tag in sorted(report.tags, key=lambda tag: -tag.span.start):
        if tag.facts:
            words = change_words(tag.span.of(report.body), " ".join(tag.facts), bound)
            page = page[: start + tag.span.start] + words + page[start + tag.span.end :]
    return page


def _add_one(text: str) -> str:
    return YEAR.sub(lambda match: str(int(match[0]) + 1), text)


def rename_indicator(content: Path) -> None:
    """Give the first indicator of the catalogue another name."""
    _substitute(content / "indicators.yaml", r"(?m)^    name: (.+)$", r"    name: 改了名的\1")


def remove_chart(content: Path) -> None:
    """Take the first chart away."""
    _substitute(content / "charts.yaml", r"(?m)^  [a-z0-9-]+:\n(?:    .*\n)+", "")


def reword(content: Path) -> None:
    """Change what staff say of the site, a theme, a check, a chart and a term."""
    for key, words in (("name", "另一个站名"), ("notice", "换了说法的声明。"), ("description", "换了说法。")):
        _substitute(content / "site.yaml", rf"(?m)^{key}: .+$", f"{key}: {words}")
    _substitute(content / "indicators.yaml", r"(?m)^(themes:\n  [a-z-]+: ).+$", r"\1换了名字的主题")
    _substitute(content / "checks.yaml", r"(?m)^    name: .+$", "    name: 换了说法的核对")
    _substitute(content / "charts.yaml", r"(?m)^    note: .+\n", "")
    _substitute(
        content / "terms.yaml",
        r"(?m)^    definition: .*\n    source: .*$",
        '    definition: ""\n    source: ""',
    )


def _substitute(path: Path, pattern: str, words: str) -> None:
    text = path.read_bytes().decode("utf-8")
    changed, count = re.subn(pattern, words, text, count=1)
    assert count == 1, f"{pattern} stands nowhere in {path.name}"
    path.write_bytes(changed.encode("utf-8"))


VARIATIONS: dict[str, Callable[[Path], None]] = {
    "another-year": add_year,
    "renamed-indicator": rename_indicator,
    "chart-less": remove_chart,
    "other-words": reword,
}
"""What changes in a content folder from year to year, by name."""

if __name__ == "__main__":
    VARIATIONS[sys.argv[1]](Path(sys.argv[2]))
