"""Does the about page say truly what was changed, and of which file a checksum is?"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from built import RICH, BuiltSite, build_project
from sample_projects import copy_fixture

LOG = """changes:
  - {date: 2024-01-08, text: 换了字体。}
  - {date: 2024-03-01, report: 2023, text: 改正错字。}
"""


@pytest.fixture
def corrected_site(tmp_path: Path) -> BuiltSite:
    """Build the small project with a change log."""
    content = copy_fixture("small", tmp_path)
    config = content / "site.yaml"
    config.write_text(config.read_text(encoding="utf-8") + LOG, encoding="utf-8")
    return build_project(content, tmp_path / "site")


def test_checksums_are_of_the_files_they_stand_beside(built_site: BuiltSite) -> None:
    """The first is that of the file behind the link, the second that of the whole captured page: of each report on its front page."""
    pages = {"about.html": "2023", "2023/index.html": "2023", "2022/index.html": "2022"}
    for path, year in pages.items():
        printed = re.findall(r'code--long">([0-9a-f]{64})<', built_site.pages[path])
        files = (
            built_site.read(f"data/{year}/report.txt"),
            (RICH / "reports" / f"{year}.txt").read_bytes(),
        )
        assert printed == [hashlib.sha256(data).hexdigest() for data in files], path


def test_changes_are_listed_newest_first(corrected_site: BuiltSite) -> None:
    """Each line has its day, the report it is about with a link, and the words of staff."""
    log = corrected_site.pages["about.html"].partition('<dl class="change-log">')[2].partition("</dl>")[0]

    assert re.findall(r'datetime="([^"]+)"', log) == ["2024-03-01", "2024-01-08"]
    assert '<a href="2023/index.html">2023年度报告</a>：改正错字。' in log
    assert "<dd>换了字体。</dd>" in log


def test_corrected_reports_say_when(corrected_site: BuiltSite) -> None:
    """Pages with the report's text are labelled with the day of its last correction, others with none."""
    label = '<meta property="article:modified_time" content="2024-03-01">'
    assert label in corrected_site.pages["2023/full.html"]
    assert "modified_time" not in corrected_site.pages["2023/facts.html"]


def test_without_corrections_the_page_says_so(tmp_path: Path) -> None:
    """An empty log is a sentence, not an empty list."""
    site = build_project(copy_fixture("small", tmp_path), tmp_path / "site")
    assert "还没有更正过。" in site.pages["about.html"]
    assert "modified_time" not in site.pages["2023/full.html"]


def test_corrections_of_a_single_report_are_all_listed(tmp_path: Path) -> None:
    """Where no other page lists them, a dozen lines about a report stand on the page about the site."""
    content = copy_fixture("small", tmp_path)
    config = content / "site.yaml"
    lines = "".join(
        f"  - {{date: 2024-03-{day:02}, report: 2023, text: 改正错字。}}\n" for day in range(1, 13)
    )
    config.write_text(f"{config.read_text(encoding='utf-8')}changes:\n{lines}", encoding="utf-8")
    page = build_project(content, tmp_path / "site").pages["about.html"]
    assert page.count("改正错字。") == 12
    assert "更早的，写在各年度报告的首页上。" not in page
