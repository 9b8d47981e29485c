"""Does a first site come out when somebody does what the handbook says, block by block?"""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.request import urlopen

import pytest

from built import ROOT
from chuxiong_site.cli import options
from command_runs import Ran, Run, create_run
from handbook_steps import apply_changes, read_changes, read_steps, write_file

STEPS = read_steps((ROOT / "docs/staff/first-site.md").read_text(encoding="utf-8"))
PROJECT = "qinghe"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command in a folder that has the example and no content; a preview is read once, then stopped by Ctrl+C."""

    def look_and_leave(address: str) -> None:
        with urlopen(address) as page:
            assert "青禾州养老服务年报" in page.read().decode()
        raise KeyboardInterrupt

    monkeypatch.setenv("CHUXIONG_SITE_ROOT", str(tmp_path))
    monkeypatch.setattr(options, "ROOT", tmp_path)
    monkeypatch.setattr("webbrowser.open", look_and_leave)
    monkeypatch.chdir(tmp_path)
    example = tmp_path / "docs/staff/example"
    example.mkdir(parents=True)
    for file in (ROOT / "docs/staff/example").iterdir():
        (example / file.name).write_bytes(file.read_bytes())
    return create_run(monkeypatch, capfd)


def run_lines(run: Run, lines: str) -> list[Ran]:
    """Run the commands of a block one after the other."""
    ran = []
    for line in lines.splitlines():
        python, program, *arguments = shlex.split(line)
        assert (python, program) == ("python", "build.py"), line
        ran.append(run(*arguments))
        assert ran[-1].code == 0, f"{line}\n{ran[-1].err}{ran[-1].out}"
    return ran


def test_every_step(run: Run, tmp_path: Path) -> None:
    """Every command of the page ends well and says what the page says; every edit finds its words; every file is accepted."""
    said = ""
    for step in STEPS:
        match step.kind.split():
            case []:
                said = "\n".join(ran.out + ran.err for ran in run_lines(run, step.text))
            case ["text"]:
                missing = [line for line in step.text.splitlines() if line not in said]
                assert missing == [], f"{missing}\n{said}"
            case ["diff", *year]:
                apply_changes(tmp_path / PROJECT / f"content/reports/{''.join(year) or '2024'}.md", step.text)
            case ["yaml"]:
                write_file(tmp_path / PROJECT, step.text)
            case _:
                pytest.fail(f"no such block: {step.kind}")
    assert "错误" not in said.replace("没有错误", "")


def test_the_page_has_steps() -> None:
    """The blocks are found: commands, what they print, edits, files."""
    kinds = [step.kind.partition(" ")[0] for step in STEPS]
    assert {
        kind: kinds.count(kind) >= least for kind, least in {"": 6, "text": 5, "diff": 8, "yaml": 6}.items()
    } == (dict.fromkeys(["", "text", "diff", "yaml"], True))


def test_words_that_are_not_there() -> None:
    """An edit is read as runs of lines taken away and put in their place."""
    assert list(read_changes("-甲\n-\n-乙\n+甲乙\n-丙\n+丁\n")) == [("甲\n\n乙", "甲乙"), ("丙", "丁")]
