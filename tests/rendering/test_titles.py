"""Does a title say what the page is and whose report it is about, in the report's own words?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from built import BuiltSite
from chuxiong_site.rendering.frame.titles import LIMIT, count_hanzi, describe_share_title, name_owner
from report_samples import build_report


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("楚雄州2023年度法治政府建设情况报告", ("楚雄州2023年度报告", "楚雄州2023年度", "楚雄州2023")),
        ("关于示例县2024年工作的报告", ("示例县2024年报告", "示例县2024年", "示例县2024")),
        ("2023年法治政府建设报告", ("某州办公室2023年度报告",)),
        ("法治政府建设报告", ("某州办公室2023年度报告",)),
    ],
)
def test_owner(title: str, names: tuple[str, ...]) -> None:
    """Whose report it is stands before the year in its title; where it does not, its publisher says so."""
    assert name_owner(replace(build_report(), title=title)) == names


def test_share_titles_say_whose_report(built_site: BuiltSite) -> None:
    """Every page of a report says on a share card whose report it is, however long its own name."""
    report = built_site.report_findings.report
    owners = (report.title, *name_owner(report))
    own = [path for path in built_site.reading_paths if path.startswith(f"{report.id}/")]
    assert own
    for path in own:
        [shared] = re.findall('property="og:title" content="([^"]*)"', built_site.pages[path])
        assert any(owner in shared for owner in owners), path


def test_a_long_name_is_shared_whole() -> None:
    """A name that leaves no room in a tab has the report's whole title on a share card; a short one is left."""
    report = replace(build_report(), title="示例州2023年度报告")
    long = "很" * LIMIT
    assert count_hanzi(long) == LIMIT
    share = describe_share_title(report, path="2023/x.html", title=long, full_title=long)
    assert share == f"{long}｜示例州2023年度报告"
    assert (
        describe_share_title(report, path="about.html", title="关于", full_title="关于｜某站") == "关于｜某站"
    )
