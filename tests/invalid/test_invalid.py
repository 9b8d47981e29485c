"""What does `check` say of each mistake? One folder a rule: a change of the small project, and the exact words.

`pytest tests/invalid --accept` rewrites the words; it is refused in CI.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.problems import CODES, describe_problems
from sample_projects import apply_changes, check_content, copy_fixture, read_changes

HERE = Path(__file__).parent
RULES = sorted(path.parent.name for path in HERE.glob("*/change.yaml"))
ELSEWHERE = {"E111", "E120", "E121", "E122", "E123", "E124", "E601", "E602", "W601", "W602"}
"""Mistakes in templates, in raw texts, of the program and of Python, which no content can cause; sizes, which new templates shift."""


def describe_check(content: Path) -> str:
    """Return what `check` prints, with the folder's own path left out."""
    text = describe_problems(check_content(content).problems, "text")
    return text.replace(str(content), "<content>") + "\n"


@pytest.mark.parametrize("rule", RULES)
def test_rule(rule: str, tmp_path: Path, accept: bool) -> None:
    """Every mistake is reported in exactly the words, and with exactly the places, that are written down."""
    content = copy_fixture("small", tmp_path)
    apply_changes(content, read_changes(HERE / rule / "change.yaml")[1])
    said = describe_check(content)
    path = HERE / rule / "problems.txt"
    if accept:
        path.write_text(said, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if said != expected:
        (tmp_path / "problems.changed.txt").write_text(said, encoding="utf-8", newline="\n")
    assert said == expected, f"生成的说明留在 {tmp_path}；确认无误后，用 pytest tests/invalid --accept 接受。"


def test_every_code_has_a_rule() -> None:
    """Every code that content can cause is shown by at least one folder."""
    shown = "".join((HERE / rule / "problems.txt").read_text(encoding="utf-8") for rule in RULES)
    assert [code for code in CODES if code not in shown] == sorted(ELSEWHERE)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_it_is(rule: str) -> None:
    """Every folder says in one line what is wrong, and holds nothing but the change and the problems."""
    said, changes = read_changes(HERE / rule / "change.yaml")
    assert said.strip().count("\n") == 0
    assert changes
    assert {path.name for path in (HERE / rule).iterdir()} == {"change.yaml", "problems.txt"}


def test_the_project_they_change_is_right(tmp_path: Path) -> None:
    """The small project itself has no problem, so that every problem shown comes from the change."""
    assert describe_check(copy_fixture("small", tmp_path)) == "共 0 个错误。\n"
