"""Does the watcher tell of every save, once, and of nothing else?"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from chuxiong_site.serving import watch
from chuxiong_site.serving.watch import read_marks, watch_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file in it."""
    made = tmp_path / "content"
    (made / "reports").mkdir(parents=True)
    (made / "reports" / "a.md").write_text("甲", encoding="utf-8")
    return made


@pytest.fixture
def stop() -> Iterator[threading.Event]:
    """End the watching after the test, and after a minute at most."""
    event = threading.Event()
    timer = threading.Timer(60, event.set)
    timer.start()
    yield event
    event.set()
    timer.cancel()


def fail(error: Exception) -> None:
    """Refuse to be told that the system gives no notices."""
    raise error


def test_saves_before_the_first_look_count(folder: Path, stop: threading.Event) -> None:
    """What is saved while the first site is being built is not lost."""
    saves = watch_folders([folder], stop, fail)
    (folder / "reports" / "a.md").write_text("乙乙", encoding="utf-8")
    assert next(saves, "stopped") is None


def test_a_replaced_folder(folder: Path, stop: threading.Event) -> None:
    """A folder that goes away, comes back, and is written to is followed all the way."""
    saves = watch_folders([folder], stop, fail)
    folder.rename(folder.with_name("away"))
    assert next(saves, "stopped") is None
    folder.with_name("away").rename(folder)
    assert next(saves, "stopped") is None
    (folder / "reports" / "b.md").write_text("乙", encoding="utf-8")
    assert next(saves, "stopped") is None


def test_a_system_that_gives_no_notices(
    folder: Path, stop: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system cannot tell of saves, that is said once, and saves are found all the same."""

    def refuse(*_: object, **__: object) -> Iterator[object]:
        raise OSError("watch limit reached")

    told: list[Exception] = []
    monkeypatch.setattr(watch, "watch", refuse)
    monkeypatch.setattr(watch, "LOOK", 20)
    saves = watch_folders([folder], stop, told.append)
    for text in ("乙乙", "丙丙丙"):
        (folder / "reports" / "a.md").write_text(text, encoding="utf-8")
        assert next(saves, "stopped") is None
    assert [str(error) for error in told] == ["watch limit reached"]


def test_the_end(folder: Path, stop: threading.Event) -> None:
    """Nothing is told once the watcher is to stop."""
    saves = watch_folders([folder], stop, fail)
    stop.set()
    assert next(saves, "stopped") == "stopped"


def test_marks(folder: Path) -> None:
    """A save with the same length changes the marks; an editor's own files beside it do not."""
    before = read_marks([folder, folder / "nothing"])
    (folder / "reports" / ".a.md.swp").write_bytes(b"")
    (folder / "reports" / "a.md~").write_bytes(b"")
    assert read_marks([folder]) == before
    file = folder / "reports" / "a.md"
    file.write_text("乙", encoding="utf-8")
    os.utime(file, ns=(1, before[file][1] + 1))
    assert read_marks([folder]) != before
