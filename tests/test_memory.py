"""Does a build that remembers come to the same as one that does not, and can nothing be mistaken for something else?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from built import ROOT
from chuxiong_site import memory
from chuxiong_site.build.keeping import MEMORY
from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.build.site import check_project, prove_outcome, render_project
from chuxiong_site.content.read_program import read_program
from chuxiong_site.memory import Memory, dump_memory, load_memory, remember, use_memory
from sample_projects import copy_fixture

asked: list[object] = []


@remember
def double(number: int, *, times: int = 2) -> list[int]:
    """Return a list, and write down that there was work to do."""
    asked.append(number)
    return [number] * times


@remember
def halve(number: int) -> list[int]:
    """Take what `double` takes and return something else."""
    return [number // 2]


@pytest.fixture(autouse=True)
def idle() -> None:
    """Begin with no work done."""
    asked.clear()


def pass_on(first: Memory, program: str = "p", later: str = "p") -> Memory:
    """Return what the run after this one knows."""
    kept = dump_memory(first, program)
    assert kept is not None
    return load_memory(kept, later)


def remember_three() -> Memory:
    """Return the memory of a run that doubled three."""
    with use_memory(Memory({})) as first:
        assert double(3) == [3, 3]
    return first


def test_the_next_run_knows_the_answer() -> None:
    """The same question is answered without work, as often as it is asked, and then there is nothing new to keep."""
    with use_memory(pass_on(remember_three())) as second:
        assert double(3) == double(3) == [3, 3]
    assert asked == [3]
    assert dump_memory(second, "p") is None


def test_a_run_knows_its_own_answers() -> None:
    """What was worked out once is not worked out again in the same run."""
    with use_memory(Memory({})):
        assert double(3) == double(3) == [3, 3]
    assert asked == [3]


def test_other_questions_are_worked_out() -> None:
    """Another argument, another option and another function are other questions."""
    with use_memory(pass_on(remember_three())):
        assert double(4) == [4, 4]
        assert double(3, times=1) == [3]
        assert halve(3) == [1]
    assert asked == [3, 4, 3]


def test_answers_are_nobodys() -> None:
    """Whoever changes an answer changes it for nobody else."""
    with use_memory(pass_on(remember_three())):
        double(3).append(9)
        assert double(3) == [3, 3]


def test_nothing_is_remembered_where_no_memory_is_lent() -> None:
    """The preview and single calls work everything out, also after a build, and after one that failed."""
    with pytest.raises(ZeroDivisionError), use_memory(Memory({})):
        raise ZeroDivisionError
    assert double(3) == double(3)
    assert asked == [3, 3]


def test_another_program_knows_nothing() -> None:
    """What one program kept is nothing to another."""
    assert pass_on(remember_three(), "p", "q").kept == {}


@pytest.mark.parametrize("damage", [b"", b"x" * 31, b"x" * 500])
def test_a_damaged_file_counts_as_none(damage: bytes) -> None:
    """What cannot be trusted is not loaded."""
    assert load_memory(damage, "p").kept == {}


def test_one_wrong_byte_is_noticed() -> None:
    """A kept file with a single changed byte is not loaded, wherever it is."""
    kept = dump_memory(remember_three(), "p") or b""
    for at in range(len(kept)):
        assert load_memory(kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :], "p").kept == {}


def test_memory_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers nobody asked for stay while there is room, and only then go."""
    for largest, expected in ((memory.LARGEST, {3, 4}), (0, {4})):
        monkeypatch.setattr(memory, "LARGEST", largest)
        with use_memory(pass_on(remember_three())) as second:
            double(4)
        asked.clear()
        with use_memory(pass_on(second)):
            assert (double(3), double(4)) == ([3, 3], [4, 4])
        assert {3, 4} - set(asked) == expected


def test_every_line_of_the_program_counts(tmp_path: Path) -> None:
    """A changed line, a new file and a new name make another program; compiled files make none."""
    read = read_program.__wrapped__
    package = tmp_path / "package"
    (package / "inner").mkdir(parents=True)
    (package / "inner" / "a.py").write_text("a = 1\n", encoding="utf-8")
    programs = [read(package)]
    (package / "inner" / "a.py").write_text("a = 2\n", encoding="utf-8")
    programs.append(read(package))
    (package / "inner" / "a.py").rename(package / "inner" / "b.py")
    programs.append(read(package))
    (package / "c.py").write_bytes(b"")
    programs.append(read(package))
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "c.py").write_bytes(b"")
    assert read(package) == programs[-1]
    assert len(set(programs)) == len(programs)


@pytest.fixture
def options(tmp_path: Path, known_words: Path) -> Options:
    """Return a project of its own with its own cache."""
    shutil.copytree(known_words, tmp_path / ".cache")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return Options(content=copy_fixture("small", tmp_path), out=tmp_path / "_site", root=tmp_path)


def list_bytes(outcome: Outcome) -> dict[str, bytes]:
    """Return all files of a site."""
    assert outcome.site is not None
    return {name: data if isinstance(data, bytes) else data() for name, data in outcome.site.items()}


def test_a_build_that_remembers_is_the_same(options: Options) -> None:
    """Not a byte, not a problem and not a finding differs from a build that works everything out."""
    without = prove_outcome(render_project(options))
    first, second = check_project(options), check_project(options)
    assert (options.root / ".cache" / MEMORY).stat().st_size > 10_000
    for outcome in (first, second):
        assert list_bytes(outcome) == list_bytes(without)
        assert outcome.problems == without.problems
        assert outcome.findings == without.findings


def test_a_damaged_page_is_found_all_the_same(options: Options) -> None:
    """A page with another number is told, though the site as it was is remembered as proved."""
    check_project(options)
    outcome = check_project(options)
    assert outcome.site is not None
    assert outcome.findings is not None
    page = "2023/full.html"
    shown = outcome.findings.reports[0].facts[0].display.encode()
    whole = list_bytes(outcome)[page]
    damaged = whole.replace(shown, b"9" + shown)
    assert damaged != whole
    kept = (options.root / ".cache" / MEMORY).read_bytes()
    with use_memory(load_memory(kept, read_program())) as known:
        assert prove_outcome(outcome).problems == ()
        assert known.asked.keys() <= known.kept.keys()
        proved = prove_outcome(replace(outcome, site={**outcome.site, page: damaged}))
    assert page in {problem.place.file for problem in proved.problems}


def test_a_later_build_imports_little(options: Options) -> None:
    """What only new content needs is not even imported by a build that finds the content as it was."""
    check_project(options)
    script = "import sys; from chuxiong_site.cli import main; sys.argv[1:] = ['build']; main()"
    costly = (
        "jieba",
        "plotly",
        "markdown_it",
        "xlsxwriter",
        "ssl",
        "webbrowser",
    )
    listing = (
        f"import atexit, sys; atexit.register(lambda: print([m for m in {costly} if m in sys.modules]))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", listing + script],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "CHUXIONG_SITE_ROOT": str(options.root), "PYTHONUTF8": "1"},
        capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert result.stdout.splitlines()[-1] == "[]"
