"""Is a Python that misreads numbers found out before anything is built with it?"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from chuxiong_site.analysis import reader_check
from chuxiong_site.analysis.numerals import self_check
from chuxiong_site.analysis.numerals.reader import read_claims
from chuxiong_site.analysis.numerals.rules import Claim
from chuxiong_site.analysis.reader_check import check_reader
from chuxiong_site.cli import commands
from chuxiong_site.memory import Memory, use_memory
from sample_projects import copy_fixture


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read numbers as Python 3.11.2 once did: nothing before 千 as the beginning of a unit."""

    def read_less(text: str) -> tuple[Claim, ...]:
        return () if "十二千米" in text else read_claims(text)

    monkeypatch.setattr(self_check, "read_claims", read_less)
    misread = self_check.find_misread()
    monkeypatch.setattr(reader_check, "find_misread", lambda: misread)  # no cache must keep a wrong answer


def test_this_python_reads_all_examples() -> None:
    """Nothing is said of a Python that reads as it must."""
    assert check_reader() == []


@pytest.mark.usefixtures("faulty")
def test_a_fault_names_the_python_and_the_example() -> None:
    """One problem, which is not the content's."""
    [problem] = check_reader()
    assert problem.code == "E602"
    assert f"Python {sys.version.split()[0]}" in problem.found
    assert "「【三十二千米】=32」" in problem.found


@pytest.mark.parametrize("change", [{"value": None}, {"upper": 7}])
def test_another_value_is_a_fault(change: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """The right words with a wrong value are found out too."""

    def read_other(text: str) -> tuple[Claim, ...]:
        return tuple(
            (rule, span, quantity and dataclasses.replace(quantity, **change))
            for rule, span, quantity in read_claims(text)
        )

    monkeypatch.setattr(self_check, "read_claims", read_other)
    assert set(self_check.AMOUNTS) <= set(self_check.find_misread())


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("command", ["build", "check"])
def test_nothing_is_built_with_it(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands end with 3 and one sentence; no folder appears."""
    monkeypatch.chdir(tmp_path)
    content = copy_fixture("small", tmp_path)
    out = ["--out", str(tmp_path / "_site")] if command == "build" else []
    ran = CliRunner().invoke(commands, [command, "--content", str(content), *out])
    assert ran.exit_code == 3
    assert "E602 这个 Python 读不对数" in ran.stderr
    assert "共 1 个错误" in ran.stderr
    assert not (tmp_path / "_site").exists()


@pytest.mark.usefixtures("faulty")
def test_nothing_is_scanned_with_it(tmp_path: Path) -> None:
    """`scan` prints no numbers that may be wrong."""
    path = tmp_path / "text.txt"
    path.write_text("共3件", encoding="utf-8")
    ran = CliRunner().invoke(commands, ["scan", str(path)])
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert "E602" in ran.stderr


def test_a_python_is_examined_once() -> None:
    """What one run found out of this Python and this program, the next remembers."""
    examine = reader_check.find_misread.__wrapped__
    with use_memory(Memory({})) as first:
        examine()
    with use_memory(Memory(first.asked)) as later:
        assert examine() == ()
    assert later.list_worth_keeping() is None
