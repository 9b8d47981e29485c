"""Under which years does the catalogue show values? Those that they speak of, whichever report states them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import BuiltSite
from chuxiong_site.model.site import make_artifact
from sample_projects import check_content, copy_fixture, replace_in

Cells = dict[str, list[str]]


def read_cells(html: str, indicator: str) -> Cells:
    """Return year → what the catalogue shows of an indicator in it."""
    [row] = re.findall(rf'(?s)<tr id="_indicator-{indicator}">.*?</tr>', html)
    return {
        year: [re.sub(r"<[^>]*>", "", value).strip() for value in re.findall(r"(?s)<div>.*?</div>", cell)]
        for year, cell in re.findall(r'(?s)<td [^>]*data-year="([0-9]+)">(.*?)</td>', row)
    }


def test_a_value_stands_under_its_own_year(built_site: BuiltSite) -> None:
    """Another year's value and an aim stand in the columns of their years; values of one year say what tells them apart."""
    cells = read_cells(built_site.pages["indicators.html"], "service-cases")
    assert list(cells) == ["2025", "2023", "2022", "2021"]
    assert cells["2025"] == ["目标：突破100万件"]
    assert cells["2021"][-1] == "74.6万件"
    assert {"80.12万件", "石榆市：20.3万件", "松谷县：8.1万件"} <= set(cells["2022"])


@pytest.fixture
def revised(tmp_path: Path) -> str:
    """Return the catalogue where the report of 2024 states the value of 2023 anew."""
    content = copy_fixture("two_years", tmp_path)
    (content / "charts.yaml").write_text("charts: {}\n", encoding="utf-8")
    replace_in(content / "reports/2024.md", "{fact=trees-planted}", "{fact=trees-planted year=2023}")
    replace_in(content / "reports/2024.md", "  - trees-planted\n", "  - trees-planted.2023\n")
    outcome = check_content(content)
    assert outcome.site is not None, outcome.problems
    return make_artifact(outcome.site["indicators.html"]).decode()


def test_a_revision_is_shown_beside_the_first_value(revised: str) -> None:
    """A year's value that two reports state differently is shown twice, each with its report, the newer first."""
    cells = read_cells(revised, "trees-planted")
    assert cells == {"2024": [], "2023": ["2024年度报告：5000棵", "2023年度报告：4000棵"]}
