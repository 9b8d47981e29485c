"""Can decisions be undone after the preview has stopped, and does no log, however wrong, stop the desk or harm a file?"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naming_content import COPY, copy_unnamed, read_all

from built import ROOT
from chuxiong_site.build import decision_log
from chuxiong_site.build.decision_log import (
    DecisionLog,
    FileStep,
    Step,
    apply_file_step,
    compute_file_step,
    dump_log,
    load_log,
    turn_back,
)
from chuxiong_site.build.kept_log import UNKEPT, UNREAD
from chuxiong_site.build.naming import NamingDesk, NothingLeftError
from chuxiong_site.drafting.naming.decisions import Decision, DecisionKind
from chuxiong_site.drafting.naming.tag_edits import Naming
from chuxiong_site.publishing import cache as publishing_cache
from chuxiong_site.publishing.changed_files import ChangedMeanwhileError
from chuxiong_site.serving.state import Preview
from previews import find_folders, serve_soundly
from sample_projects import replace_in

CHOICES = {"5000棵": "trees-planted", "4600棵": "trees-alive", "610人": "volunteers"}
KILLED = """
import os, sys
from pathlib import Path
from chuxiong_site.build.naming import NamingDesk
from chuxiong_site.build import kept_log
from chuxiong_site.drafting.naming.decisions import Decision, DecisionKind
from chuxiong_site.drafting.naming.tag_edits import Naming

content, cache, dies_before = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "before"
desk = NamingDesk(content, cache)
numbers = {number.words: number.id for number in desk.describe("2024").desk.numbers}
if dies_before:
    kept_log.keep_durably = lambda *_: os._exit(9)
naming = Naming(indicator="trees-alive")
desk.decide(Decision(kind=DecisionKind.NAME, report="2024", number=numbers["4600棵"], naming=naming))
os._exit(9)
"""
"""A preview that dies at once when a decision is in the content: before or after its log is written."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content of whose newer year nobody has named the numbers."""
    return copy_unnamed(tmp_path)


@pytest.fixture
def cache(content: Path) -> Path:
    """Return the project's cache folder, which is made when it is needed."""
    return content.parent / ".cache"


def decide(desk: NamingDesk, words: str) -> None:
    """Name a number."""
    [number] = [number for number in desk.describe("2024").desk.numbers if number.words == words]
    naming = Naming(indicator=CHOICES[words])
    desk.decide(Decision(kind=DecisionKind.NAME, report="2024", number=number.id, naming=naming))


def list_words(desk: NamingDesk) -> list[str]:
    """Return the numbers of the log."""
    return [step.words.split("　")[0] for step in desk.log]


def find_log(cache: Path) -> Path:
    """Return the file of the log."""
    [path] = cache.glob("decisions-*.jsonl")
    return path


@given(st.binary(max_size=12), st.binary(max_size=12), st.binary(max_size=12), st.binary(max_size=12))
def test_a_step_goes_both_ways(start: bytes, old: bytes, new: bytes, end: bytes) -> None:
    """From either state of a file a step leads to the other, and it holds nothing that both states have at its ends."""
    before, after = start + old + end, start + new + end
    step = compute_file_step(before, after)
    assert apply_file_step(step, before) == after
    assert apply_file_step(turn_back(step), after) == before
    assert len(step.removed) <= len(old)
    assert len(step.added) <= len(new)
    assert not step.removed or not step.added or step.removed[0] != step.added[0]


@given(st.binary(max_size=12), st.binary(max_size=12), st.binary(max_size=12))
def test_a_step_is_about_one_file(before: bytes, after: bytes, other: bytes) -> None:
    """A file of any other bytes is not touched."""
    step = compute_file_step(before, after)
    assert (apply_file_step(step, other) is None) is (other != before)


def test_a_step_that_lies_is_not_done() -> None:
    """A region that does not make of the file what the step promises is refused."""
    step = compute_file_step(b"one two", b"one three")
    assert apply_file_step(replace(step, added=b"four"), b"one two") is None
    assert apply_file_step(replace(step, offset=0), b"one two") is None


def test_the_next_preview_goes_on(content: Path, cache: Path) -> None:
    """What was decided and undone is known to the preview that follows, which undoes and does again."""
    states, desk = [read_all(content)], NamingDesk(content, cache)
    for words in CHOICES:
        decide(desk, words)
        states.append(read_all(content))
    desk.undo()
    desk = NamingDesk(content, cache)
    assert (list_words(desk), desk.can_redo, desk.log_note) == (["5000棵", "4600棵"], True, "")
    desk.redo()
    assert read_all(content) == states[3]
    for state in reversed(states[:3]):
        desk = NamingDesk(content, cache)
        desk.undo()
        assert read_all(content) == state
    with pytest.raises(NothingLeftError):
        NamingDesk(content, cache).undo()


def test_the_desk_of_the_preview_keeps_its_log(content: Path, cache: Path) -> None:
    """A preview keeps the log in the project's own cache; the next one shows it."""
    with serve_soundly(Preview(), find_folders(content)) as server:
        decide(server.desk, "5000棵")
    assert find_log(cache).is_file()
    with serve_soundly(Preview(), find_folders(content)) as server:
        assert list_words(server.desk) == ["5000棵"]


def test_the_log_holds_no_whole_files(content: Path, cache: Path) -> None:
    """A step is a line with the few bytes that changed."""
    decide(NamingDesk(content, cache), "5000棵")
    head, step = find_log(cache).read_bytes().splitlines()
    assert json.loads(head)["format"] == decision_log.FORMAT
    assert json.loads(step)["files"].keys() == {COPY}
    assert len(step) < 500


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_killed_preview_loses_no_content(content: Path, cache: Path, moment: str) -> None:
    """Dead before the log was written, the decision stands and an older one is not undone over it; dead after it, it is undone."""
    decide(NamingDesk(content, cache), "5000棵")
    before = read_all(content)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", KILLED, str(content), str(cache), moment]
    assert subprocess.run(command, env=environment, check=False).returncode == 9
    written = read_all(content)
    assert "[4600棵]{fact=trees-alive}".encode() in written["2024.md"]
    desk = NamingDesk(content, cache)
    if moment == "before":
        with pytest.raises(ChangedMeanwhileError):
            desk.undo()
        assert (read_all(content), list_words(desk)) == (written, ["5000棵"])
        decide(desk, "610人")
        NamingDesk(content, cache).undo()
        assert read_all(content) == written
    else:
        desk.undo()
        assert read_all(content) == before


def test_what_was_edited_since_is_not_undone(content: Path, cache: Path) -> None:
    """A file that an editor changed while no preview ran is not written, by undo or redo; the step stays in the log."""
    desk = NamingDesk(content, cache)
    decide(desk, "5000棵")
    decide(desk, "4600棵")
    desk.undo()
    replace_in(content / COPY, "[610人]{fact}", "[610人]{fact=volunteers}")
    edited, desk = read_all(content), NamingDesk(content, cache)
    for act in (desk.undo, desk.redo):
        with pytest.raises(ChangedMeanwhileError):
            act()
    assert (read_all(content), list_words(desk), desk.can_redo) == (edited, ["5000棵"], True)


def spoil_byte(data: bytes) -> bytes:
    """Return the log with a letter of a step exchanged."""
    return data.replace(b"5000", b"5001", 1)


def spoil_format(data: bytes) -> bytes:
    """Return the log as of another format."""
    return data.replace(b'"format": 1', b'"format": 2', 1)


def spoil_content(data: bytes) -> bytes:
    """Return the log of another content folder."""
    return data.replace(b'"content": "', b'"content": "other-', 1)


def spoil_steps(data: bytes) -> bytes:
    """Return a log whose head is right and whose steps are none."""
    head, body = json.loads(data.partition(b"\n")[0]), b'{"done": true}\n'
    return json.dumps(head | {"sha256": hashlib.sha256(body).hexdigest()}).encode() + b"\n" + body


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_byte,
        spoil_format,
        spoil_content,
        spoil_steps,
        lambda data: data[: len(data) // 2],
        lambda _: b"",
        lambda _: b"\xff\x00",
        lambda _: b"[]\n1\n",
    ],
)
def test_a_log_that_is_wrong_is_set_aside(
    content: Path, cache: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """The desk begins without it, says so, keeps it under another name, and the next decision begins a new one."""
    decide(NamingDesk(content, cache), "5000棵")
    path = find_log(cache)
    wrong = spoil(path.read_bytes())
    assert wrong != path.read_bytes()
    path.write_bytes(wrong)
    desk = NamingDesk(content, cache)
    assert (desk.log, desk.can_redo, desk.log_note) == ((), False, UNREAD)
    assert path.with_name(f"{path.name}.old").read_bytes() == wrong
    decide(desk, "4600棵")
    assert (list_words(desk), desk.log_note) == (["4600棵"], "")
    assert list_words(NamingDesk(content, cache)) == ["4600棵"]


def test_a_log_reaches_no_other_file(content: Path, cache: Path) -> None:
    """A log that names files outside the content, or such as the desk does not write, changes none of them."""
    outside = content.parent / "notes.md"
    outside.write_bytes(b"mine")
    (content / "reports" / "2024.txt.yaml").write_bytes(b"mine")
    desk = NamingDesk(content, cache)
    for name in ("../notes.md", str(outside), "reports/2024.txt.yaml", "reports/../../notes.md"):
        files = {name: compute_file_step(b"yours", b"mine")}
        step = Step(words="x", number="at-1", report="2024", files=files)
        desk._kept.put(DecisionLog(done=(step,)))
        with pytest.raises(ChangedMeanwhileError):
            NamingDesk(content, cache).undo()
    assert outside.read_bytes() == (content / "reports" / "2024.txt.yaml").read_bytes() == b"mine"


def test_a_cache_that_cannot_be_written_is_told(content: Path, cache: Path) -> None:
    """Without a place for the log every step is done as ever, is undone in this preview, and the desk says that it is not kept."""
    cache.write_bytes(b"a file stands where the folder would")
    before, desk = read_all(content), NamingDesk(content, cache)
    decide(desk, "5000棵")
    assert (list_words(desk), desk.log_note) == (["5000棵"], UNKEPT)
    desk.undo()
    assert read_all(content) == before
    desk.redo()
    cache.unlink()
    decide(desk, "4600棵")
    assert desk.log_note == ""
    assert list_words(NamingDesk(content, cache)) == ["5000棵", "4600棵"]


def test_a_disk_that_fills_keeps_the_last_log(
    content: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that cannot be written whole leaves the one before, and nothing half written beside it."""
    desk = NamingDesk(content, cache)
    decide(desk, "5000棵")
    kept = find_log(cache).read_bytes()

    def refuse(handle: int) -> None:
        raise OSError(28, f"No space left on device {handle}")

    with monkeypatch.context() as patch:
        patch.setattr(publishing_cache.os, "fsync", refuse)
        assert not publishing_cache.keep_durably(cache, find_log(cache).name, b"new")
    assert [path.read_bytes() for path in cache.iterdir()] == [kept]


def test_two_previews_share_the_log(content: Path, cache: Path) -> None:
    """Of two previews of one content each goes on from what the other wrote; steps go back in the order in which they were made."""
    before = read_all(content)
    one, other = NamingDesk(content, cache), NamingDesk(content, cache)
    decide(one, "5000棵")
    decide(other, "4600棵")
    decide(one, "610人")
    other.describe()
    assert list_words(one) == list_words(other) == list(CHOICES)
    for desk in (other, one, other):
        desk.undo()
    assert read_all(content) == before
    one.redo()
    assert list_words(one) == ["5000棵"]


def test_a_log_that_another_preview_overwrote_does_no_harm(content: Path, cache: Path) -> None:
    """Where the last writer's log lacks a step, what it cannot undo is refused and the content stays."""
    desk = NamingDesk(content, cache)
    decide(desk, "5000棵")
    kept = find_log(cache).read_bytes()
    decide(desk, "4600棵")
    find_log(cache).write_bytes(kept)
    written = read_all(content)
    with pytest.raises(ChangedMeanwhileError):
        desk.undo()
    assert read_all(content) == written


def test_two_contents_of_a_project_have_their_own(content: Path, cache: Path, tmp_path: Path) -> None:
    """The log of one content folder is not another's, and a project that is moved keeps its log."""
    (tmp_path / "other").mkdir()
    second = copy_unnamed(tmp_path / "other")
    decide(NamingDesk(content, cache), "5000棵")
    decide(NamingDesk(second, cache), "610人")
    assert list_words(NamingDesk(content, cache)) == ["5000棵"]
    assert list_words(NamingDesk(second, cache)) == ["610人"]
    moved = tmp_path / "moved"
    moved.mkdir()
    content.rename(moved / content.name)
    cache.rename(moved / cache.name)
    desk = NamingDesk(moved / content.name, moved / cache.name)
    assert list_words(desk) == ["5000棵"]
    desk.undo()
    assert desk.log == ()


def test_the_log_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest steps go when there are too many."""
    monkeypatch.setattr(decision_log, "MOST", 3)
    log = DecisionLog()
    for number in range(5):
        log = log.add(Step(words=str(number), number="", report="", files={}))
    assert [step.words for step in log.done] == ["2", "3", "4"]


@given(
    st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.binary(), st.binary())),
    st.integers(0, 3),
)
def test_what_is_written_down_is_read_back(decisions: list[tuple[str, bytes, bytes]], undone: int) -> None:
    """Every log is the same after it was written and read, whatever its words and bytes."""
    log = DecisionLog()
    for words, before, after in decisions:
        files: dict[str, FileStep] = {words: compute_file_step(before, after)}
        log = log.add(Step(words=words, number=words, report=words, files=files))
    for _ in range(min(undone, len(log.done))):
        log = log.undo()
    assert load_log(dump_log(log, "content"), "content") == log
