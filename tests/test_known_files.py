"""Is what staff wrote beside the text read again only where it is new, and with the same outcome?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from built import ROOT
from chuxiong_site.build.keeping import remembering
from chuxiong_site.content import structure as structuring
from chuxiong_site.content.load import load_project
from chuxiong_site.model.project import Project
from chuxiong_site.problems import Problem
from sample_projects import copy_fixture, replace_in, reseal

BUILD = """
import sys
from pathlib import Path
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project
root = Path(sys.argv[1])
outcome = check_project(Options(content=root / "content", out=root / "_site", root=root))
assert outcome.site is not None
print("pydantic" in sys.modules)
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy a small project."""
    return copy_fixture("small", tmp_path)


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Write down of which kinds of records there was something to read."""
    done: list[object] = []
    create = structuring.create_adapter

    def note(kind: object) -> object:
        done.append(kind)
        return create(kind)

    monkeypatch.setattr(structuring, "create_adapter", note)
    return done


def load(content: Path) -> tuple[Project | None, list[Problem]]:
    """Load the project as a run with its cache does."""
    with remembering(content.parent / ".cache"):
        return load_project(content)


def test_a_word_needs_no_library(content: Path) -> None:
    """A build after a word of the text was edited does not even import what reads the catalogue."""
    command = [sys.executable, "-c", BUILD, str(content.parent)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    said = []
    for word in ("有所", "大有"):
        for ending in ("md", "txt"):
            replace_in(content / "reports" / f"2023.{ending}", "乡村服务有所", f"乡村服务{word}")
        reseal(content / "reports" / "2023.md")
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        said.append(ran.stdout.strip())
    assert said == ["True", "False"]


def test_the_same_files(content: Path, validated: list[object]) -> None:
    """The same files are the same project, and nothing of it is read again."""
    first = load(content)
    assert validated
    validated.clear()
    assert load(content) == first
    assert validated == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("site.yaml", "name: ", "nome: "),
        ("indicators.yaml", "measure: streak", "messure: streak"),
        ("reports/2023.md", "source_sha256: ", "source_sha256: x"),
        ("reports/2023.md", "body_from_line: ", "body_from_line: x"),
        ("reports/2023.md", "source_sha256: ", "source_sha526: "),
    ],
)
def test_a_file_that_became_wrong(file: str, old: str, new: str, content: Path) -> None:
    """What is wrong with a file that was right is told as without memory, and forgotten when it is right again."""
    right = load(content)
    replace_in(content / file, old, new)
    told = load(content)
    assert told == load(content) == load_project(content)
    assert len(told[1]) > len(right[1])
    replace_in(content / file, new, old)
    assert load(content) == right
