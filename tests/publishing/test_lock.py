"""Do two runs that publish into one folder at once keep out of each other's way?"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from folders import FIRST_ON_DISK, SECOND, SECOND_ON_DISK, list_names, read_folder

from chuxiong_site.publishing.errors import BusyError
from chuxiong_site.publishing.lock import find_work, hold_output
from chuxiong_site.publishing.write_site import publish_site

HOLDER = """
import sys, time
from pathlib import Path
from chuxiong_site.publishing.lock import hold_output
with hold_output(Path(sys.argv[1])) as work:
    (work / "new-half").mkdir()
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def another_run(out: Path) -> Iterator[subprocess.Popen[str]]:
    """Run another process that holds the output folder."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out)], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_a_second_run_is_refused_after_a_while(out: Path) -> None:
    """While another run holds the folder nothing is published and nothing of the other's is removed."""
    told: list[str] = []
    with another_run(out):
        with pytest.raises(BusyError):
            publish_site(SECOND, out, patience=0.2, on_wait=lambda: told.append("waiting"))
        assert (find_work(out) / "new-half").is_dir()
        assert read_folder(out) == FIRST_ON_DISK
    assert told == ["waiting"]


def test_a_lock_does_not_outlive_its_holder(out: Path) -> None:
    """When the other run is killed its lock is free at once, and what it left is removed."""
    with another_run(out) as holder:
        holder.kill()
        holder.wait()
        publish_site(SECOND, out, patience=5)
    assert read_folder(out) == SECOND_ON_DISK
    assert list_names(out.parent) == ["_site"]


def test_runs_wait_for_each_other(tmp_path: Path) -> None:
    """Many runs at once each publish their whole site, one after the other, and leave nothing behind."""
    out = tmp_path / "_site"
    inside: list[int] = []
    most: list[int] = []

    def publish(number: int) -> None:
        publish_site({f"{number}-{k}.html": str(number).encode() for k in range(5)}, out)

    def hold() -> None:
        with hold_output(out):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.02)
            inside.pop()

    threads = [threading.Thread(target=publish, args=[number]) for number in range(4)]
    threads += [threading.Thread(target=hold) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pages = {name: data for name, data in read_folder(out).items() if name.endswith(".html")}
    assert len(pages) == 5
    assert len(set(pages.values())) == 1
    assert max(most) == 1
    assert list_names(tmp_path) == ["_site"]


def fail_with(out: Path) -> None:
    """Fail while holding the folder."""
    with hold_output(out) as work:
        assert list_names(work) == ["lock"]
        raise ZeroDivisionError


def test_nothing_stays_behind(tmp_path: Path) -> None:
    """The work folder and the lock in it are gone once the work is done, also when it failed."""
    with pytest.raises(ZeroDivisionError):
        fail_with(tmp_path / "_site")
    assert list_names(tmp_path) == []
