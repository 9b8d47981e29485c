"""Are the two ends of a change called as the report calls the change?"""

from __future__ import annotations

from pathlib import Path

import pytest

from sample_projects import analyse_content, copy_fixture

SAID = "由15个工作日压缩到6个工作日"


@pytest.mark.parametrize(
    ("verb", "names"),
    [
        ("压缩到", ["压缩前", "压缩后"]),
        ("大幅缩短至", ["缩短前", "缩短后"]),
        ("提高到", ["提高前", "提高后"]),
        ("增加为", ["增加前", "增加后"]),
        ("变为", ["变化前", "变化后"]),
        ("达到", ["变化前", "变化后"]),
        ("，现为", ["变化前", "变化后"]),
    ],
)
def test_the_reports_own_word(tmp_path: Path, verb: str, names: list[str]) -> None:
    """The verb right before the later number names both ends; without one that says it, nothing is judged."""
    content = copy_fixture("small", tmp_path)
    for path in (content / "reports").iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("压缩到", verb), encoding="utf-8", newline="")
    findings, _ = analyse_content(content)
    roles = [fact.role_name for fact in findings.reports[0].facts if fact.role]
    assert roles == names
