"""What happens when a second report is added? The fixture has two years; nothing but content differs from one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from built import BuiltSite
from chuxiong_site.build.site import build_site
from chuxiong_site.model.site import make_artifact
from chuxiong_site.rendering.pages.home import name_door
from sample_projects import analyse_content, check_content, copy_fixture, create_options, replace_in


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Build the two years once."""
    folder = tmp_path_factory.mktemp("two")
    outcome = build_site(create_options(copy_fixture("two_years", folder)))
    assert [problem.code for problem in outcome.problems] == ["W501"]
    assert outcome.published
    assert outcome.site is not None
    assert outcome.findings is not None
    return BuiltSite(folder=folder / "_site", site=outcome.site, findings=outcome.findings)


def read_text(page: str) -> str:
    """Return a page's words without tags and script data."""
    page = re.sub(r"(?s)<(script|template|svg)\b.*?</\1>", "", page)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_each_year_has_its_pages(two: BuiltSite) -> None:
    """Both years have all their pages and data, each under its own name."""
    own = {
        year: {path.removeprefix(f"{year}/") for path in two.pages if path.startswith(f"{year}/")}
        for year in ("2023", "2024")
    }
    assert own["2023"] == own["2024"]
    assert {
        "index.html",
        "full.html",
        "facts.html",
        "checks.html",
        "preamble.html",
        "trees.html",
        "plan.html",
    } <= own["2023"]
    for year in own:
        assert f"data/{year}/facts.json" in two.site
        assert two.read(f"data/{year}/report.txt").decode("utf-8").startswith(f"示例县{year}年度")


def test_each_year_has_its_own_numbers(two: BuiltSite) -> None:
    """Facts, digests and sources of one year never stand under the other."""
    for year, planted, address in (("2023", "4000", "2023.html"), ("2024", "5000", "2024.html")):
        facts = {fact["id"]: fact for fact in json.loads(two.read(f"data/{year}/facts.json"))["facts"]}
        assert facts["trees-planted"]["value"] == planted
        assert facts["trees-planted"]["href"].startswith(f"{year}/")
        assert f"https://example.org/reports/{address}" in two.pages[f"{year}/index.html"]


def test_titles_tell_the_years_apart(two: BuiltSite) -> None:
    """No two pages of the site have the same title, though both reports have the same sections."""
    titles = [re.findall("<title>([^<]*)</title>", html)[0] for html in two.pages.values()]
    assert len(set(titles)) == len(titles)


def test_home_shows_the_newest(two: BuiltSite) -> None:
    """The home page is that of the newest report."""
    assert "5000" in read_text(two.pages["index.html"])
    assert [report_findings.report.id for report_findings in two.findings.reports] == ["2024", "2023"]


def test_doors_without_names_are_the_headings(tmp_path: Path) -> None:
    """Where staff gave no names, the home page names the parts as the report does, three parts or more, and once."""
    content = copy_fixture("small", tmp_path)
    replace_in(
        content / "reports" / "2023.md",
        'doors:\n  "1": 做了什么\n  "2": 还差什么\n  "3": "{year}做什么"\n',
        'doors:\n  "1": 做了什么\n',
    )
    outcome = check_content(content)
    assert outcome.site is not None
    [doors] = re.findall(
        r'(?s)<section class="doors".*?</section>', make_artifact(outcome.site["index.html"]).decode()
    )
    names = re.findall(r'(?s)<h2>.*?</h2>|<p class="door__heading">.*?</p>', doors)
    words = [re.sub(r"<[^>]*>|\s", "", name) for name in names]
    assert words == ["做了什么", "一、工作情况", "二、存在的问题", "三、2024年安排"]


@pytest.mark.parametrize(
    ("heading", "door"),
    [
        ("三、2024年安排", "2024年做什么"),
        ("三、2025年度安排", "2025年做什么"),
        ("三、下一步安排", "三、下一步安排"),
    ],
)
def test_a_door_takes_its_year_from_the_heading(tmp_path: Path, heading: str, door: str) -> None:
    """A door's name has the year that the part's heading names; without one the heading is the name."""
    content = copy_fixture("small", tmp_path)
    for path in (content / "reports").iterdir():
        text = path.read_text(encoding="utf-8").replace("三、2024年安排", heading)
        path.write_text(text, encoding="utf-8", newline="")
    findings, _ = analyse_content(content)
    part = next(section for section in findings.reports[0].report.sections if section.number == "3")
    assert (name_door(findings.reports[0], part) or heading) == door


def test_series_join_by_indicator(two: BuiltSite) -> None:
    """An indicator in both years is one series, from the oldest to the newest; one in a single year has one value."""
    series = {
        name: [(report, str(fact.value)) for report, fact in values]
        for name, values in two.findings.series.items()
    }
    assert series["trees-planted"] == [("2023", "4000"), ("2024", "5000")]
    assert series["survival-rate"] == [("2024", "92")]
    assert "villages" not in series


def test_every_indicator_has_a_page(two: BuiltSite) -> None:
    """Once two years exist, each indicator has a page with every year's value."""
    for name in two.findings.project.indicators:
        assert f"indicators/{name}.html" in two.pages
    words = read_text(two.pages["indicators/volunteers.html"])
    assert "520人" in words
    assert "610人" in words


def test_the_catalogue_shows_both_years(two: BuiltSite) -> None:
    """The indicator catalogue has a column a year, and a dash where a year says nothing."""
    [row] = re.findall(
        r"(?s)<tr\b(?:(?!</tr>).)*survival-rate(?:(?!</tr>).)*</tr>", two.pages["indicators.html"]
    )
    assert "92%" in row
    assert "—" in row


def test_the_trend_stands_on_the_newest_report(two: BuiltSite) -> None:
    """A trend chart is drawn on the newest report's page with both values, and not on the older one's."""
    newest, older = two.pages["2024/preamble.html"], two.pages["2023/preamble.html"]
    [figure] = re.findall(r'(?s)<figure\b[^>]*id="[^"]*trees-by-year".*?</figure>', newest)
    [table] = re.findall(r"(?s)<table.*?</table>", figure)
    assert "4000棵" in table
    assert "5000棵" in table
    assert "trees-by-year" not in older


def test_a_chart_that_a_report_cannot_have(two: BuiltSite) -> None:
    """A chart whose numbers a report lacks is left out there with a note, and drawn where they are."""
    assert "survival" in two.pages["2024/preamble.html"]
    assert not any(
        "<figure" in page and "survival" in page
        for path, page in two.pages.items()
        if path.startswith("2023/")
    )
    assert "未画" in read_text(two.pages["2023/index.html"])
    assert "未画" not in read_text(two.pages["2024/index.html"])


def test_a_check_that_a_report_cannot_have(two: BuiltSite) -> None:
    """A check whose claim a report does not make is not among its checks."""
    assert [check["id"] for check in json.loads(two.read("data/2024/checks.json"))["checks"]] == [
        "survival-rate"
    ]
    assert json.loads(two.read("data/2023/checks.json"))["checks"] == []


def test_the_older_year_keeps_its_addresses(two: BuiltSite, tmp_path: Path) -> None:
    """Adding a year takes no page and no data file of the older year away."""
    content = copy_fixture("two_years", tmp_path)
    for suffix in ("md", "txt"):
        (content / "reports" / f"2024.{suffix}").unlink()
    before = build_site(create_options(content)).site
    assert before is not None
    assert {path for path in before if "2023" in path} <= set(two.site)
