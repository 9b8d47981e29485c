"""What becomes of a character that the font of pictures does not have?"""

from __future__ import annotations

from pathlib import Path

from sample_projects import check_content, copy_fixture, replace_in

UNASSIGNED = "\U000e0fff"


def test_pictures_with_it_are_left_out_and_named(tmp_path: Path) -> None:
    """The site is made and proved; pages whose picture is missing have the mark, and a reminder names the character."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "site.yaml", "notice: ", f"notice: {UNASSIGNED}")
    outcome = check_content(content, base_url="https://example.org/r", strict=True)
    assert [problem.code for problem in outcome.problems] == ["W602"]
    assert outcome.problems[0].found == f"字体里没有「{UNASSIGNED}」"
    assert outcome.site is not None
    assert not [path for path in outcome.site if path.startswith("cards/") or path.endswith("poster.png")]
    page = outcome.site["2023/services.html"]
    assert isinstance(page, bytes)
    assert b'og:image" content="https://example.org/r/assets/icon.' in page
    assert b"twitter:card" not in page


def test_one_character_costs_one_picture(tmp_path: Path) -> None:
    """A section whose picture cannot say all of its words is shown with that of its report."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "indicators.yaml", "name: 修路投入", f"name: {UNASSIGNED}修路投入")
    outcome = check_content(content, base_url="https://example.org/r")
    assert {problem.code for problem in outcome.problems} == {"W602"}
    assert outcome.site is not None
    assert "cards/2023/villages.png" not in outcome.site
    page = outcome.site["2023/villages.html"]
    assert isinstance(page, bytes)
    assert b"https://example.org/r/cards/2023/index.png" in page
