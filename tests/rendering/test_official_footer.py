"""Does the official footer come all or not at all, and only from the configuration?"""

from __future__ import annotations

from pathlib import Path

import pytest

from built import BuiltSite
from chuxiong_site.problems import Problem
from sample_projects import check_content, copy_fixture

FOOTER = """
official_footer:
  organiser: 示例州人民政府办公室
  contact: 0878-0000000
  site_id_code: 5323000001
  icp: 京ICP备12345678号-1
  police_record: 京公网安备 11000002000001号
"""


def check_with(folder: Path, footer: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the pages and problems of the small project with a footer."""
    content = copy_fixture("small", folder)
    with (content / "site.yaml").open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(footer)
    outcome = check_content(content)
    pages = {
        path: data.decode()
        for path, data in (outcome.site or {}).items()
        if path.endswith(".html") and isinstance(data, bytes)
    }
    return pages, outcome.problems


def test_without_the_block_there_is_nothing(built_site: BuiltSite) -> None:
    """No page shows a record number or an organiser."""
    assert all("ICP备" not in html and "主办单位" not in html for html in built_site.pages.values())


def test_the_block_stands_on_every_page(tmp_path: Path) -> None:
    """Organiser, contact and the three numbers are in each footer, the code in the head; the notice stays."""
    pages, problems = check_with(tmp_path, FOOTER)
    assert problems == ()
    html = pages["2023/full.html"]
    for words in (
        "示例州人民政府办公室",
        "0878-0000000",
        "京ICP备12345678号-1",
        "京公网安备 11000002000001号",
    ):
        assert words in html
    assert '<meta name="SiteIDCode" content="5323000001">' in html
    assert "本站为测试用的示例" in html


@pytest.mark.parametrize("key", ["organiser", "contact", "site_id_code", "icp", "police_record"])
def test_a_missing_line_is_named(tmp_path: Path, key: str) -> None:
    """All or none: whichever line is left out is the one asked for."""
    footer = "\n".join(line for line in FOOTER.splitlines() if f"{key}:" not in line) + "\n"
    _, problems = check_with(tmp_path, footer)
    assert [(problem.code, problem.expected) for problem in problems] == [("E211", f"写上「{key}: …」")]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("5323000001", "532300001", "十位数字"),
        ("京ICP备12345678号-1", "ICP12345678", "京ICP备12345678号"),
        ("11000002000001号", "1100号", "京公网安备 11000002000001号"),
    ],
)
def test_a_wrong_number_is_explained(tmp_path: Path, right: str, wrong: str, expected: str) -> None:
    """A number that no register gives out is refused with an example of one."""
    _, problems = check_with(tmp_path, FOOTER.replace(right, wrong))
    [problem] = problems
    assert problem.code == "E217"
    assert expected in problem.expected
    assert problem.place.line > 0


def test_an_unknown_line_gets_the_known_ones(tmp_path: Path) -> None:
    """A misspelt key is answered with the keys of the block, not with those of the file."""
    _, problems = check_with(tmp_path, FOOTER + "  badge: x\n")
    [problem] = problems
    assert problem.code == "E212"
    assert "site_id_code" in problem.expected
