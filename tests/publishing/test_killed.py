"""Is the old or the new site there, whole, whenever the program is killed? Tried at every step and at random points."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from folders import list_names, read_folder

from chuxiong_site.publishing.output import MARKER, find_site
from chuxiong_site.publishing.write_site import publish_site

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="用 SIGKILL 杀死进程，Windows 没有这个信号")

KILLS = int(os.environ.get("CHUXIONG_KILLS", "60"))
"""How many runs are killed at random points; ask for more with the environment variable."""
OLD = {f"old/{number}.html": b"old" * 200 for number in range(4)}
NEW = {f"new/{number}.html": b"new" * 200 for number in range(4)}
SITES = ({**OLD, MARKER: b""}, {**NEW, MARKER: b""})

AT_STEP = """
import os, signal, sys
from pathlib import Path
from chuxiong_site.publishing import swap
from chuxiong_site.publishing.write_site import publish_site
out, last, two_steps = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "two steps"
if two_steps:
    swap.exchange = lambda a, b: False
step = 0
def count(event, arguments):
    global step
    if event.startswith(("os.", "open", "ctypes.", "shutil.", "tempfile.", "fcntl.")):
        step += 1
        if step == last:
            os.kill(os.getpid(), signal.SIGKILL)
site = {f"new/{number}.html": b"new" * 200 for number in range(4)}
sys.addaudithook(count)
publish_site(site, out)
print(step)
"""
AT_RANDOM = """
import sys
from pathlib import Path
from chuxiong_site.publishing.write_site import publish_site
out = Path(sys.argv[1])
sites = [{f"{name}/{number}.html": name.encode() * 200 for number in range(4)} for name in ("old", "new")]
print("ready", flush=True)
while True:
    for site in sites:
        publish_site(site, out)
"""


def check_whole(out: Path) -> None:
    """Compare what stands in the place of the site, or beside it, with both sites."""
    assert read_folder(find_site(out)) in SITES


def check_recovered(out: Path) -> None:
    """Let the next run publish, and look for what the killed one left."""
    publish_site(NEW, out)
    assert read_folder(out) == SITES[1]
    assert list_names(out.parent) == ["_site"]


@pytest.mark.parametrize("way", ["kernel", "two steps"])
def test_killed_at_every_step(tmp_path: Path, way: str) -> None:
    """Killed before any one of its calls to the system, a run leaves the old or the new site, and the next run cleans up."""
    out = tmp_path / "_site"
    for step in range(1, 1000):
        publish_site(OLD, out)
        run = subprocess.run(
            [sys.executable, "-c", AT_STEP, str(out), str(step), way], capture_output=True, check=False
        )
        if run.returncode == 0:
            break
        assert run.returncode == -9, run.stderr.decode()
        check_whole(out)
        if way == "kernel" and sys.platform.startswith("linux"):
            assert out.is_dir(), f"absent at step {step}"
        check_recovered(out)
    assert step > 20


def test_killed_at_random(tmp_path: Path) -> None:
    """Killed at any moment, a run leaves the old or the new site whole in its place, and the next run cleans up."""
    out = tmp_path / "_site"
    moments = random.Random(2023)
    for _ in range(KILLS):
        publish_site(OLD, out)
        with subprocess.Popen(
            [sys.executable, "-c", AT_RANDOM, str(out)], stdout=subprocess.PIPE, text=True
        ) as run:
            assert run.stdout is not None
            assert run.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0, 0.05))
            run.kill()
        check_whole(out)
        check_recovered(out)
