"""What a command costs: seconds by the clock, seconds of the processor, memory at most; its children too."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OFTEN = 0.03
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds, and bytes/10⁶; nothing where the system does not tell."""

    wall: float
    cpu: float | None = None
    peak: float | None = None

    @property
    def cores(self) -> float | None:
        """Return how many cores were at work on average."""
        return self.cpu / self.wall if self.cpu is not None and self.wall else None


def create_environment(project: Path, pycache: Path) -> dict[str, str]:
    """Return what a command of a project runs with: this checkout's program, compiled files kept as on any machine."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "CHUXIONG_SITE_ROOT": str(project),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONPYCACHEPREFIX": str(pycache),
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
    }


def run_site(project: Path, pycache: Path, *arguments: str) -> Cost:
    """Run a command of the site on a project."""
    command = (sys.executable, "-m", "chuxiong_site", *arguments)
    return run_watched(command, project, create_environment(project, pycache))


def run_watched(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command to its end and return its cost; it fails if the command does."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, env=dict(environment), stdout=subprocess.DEVNULL, stderr=said
        )
        with watch(process.pid) as peaks:
            cpu = _wait(process)
            wall = time.perf_counter() - began
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, list(command), stderr=said.read())
    return Cost(wall=wall, cpu=cpu, peak=max(peaks) / 1e6 or None)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    """Wait for a process; return the processor seconds of it and of those it waited for."""
    if sys.platform == "win32":
        process.wait()
        return None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


@contextmanager
def watch(pid: int) -> Iterator[list[float]]:
    """Look at the memory of a process and all below it, for as long as this lasts; give what was seen."""
    peaks, is_over = [0.0], threading.Event()

    def look() -> None:
        while not is_over.wait(OFTEN):
            peaks.append(float(sum(map(read_memory, list_tree(pid)))))

    watcher = threading.Thread(target=look)
    watcher.start()
    yield peaks
    is_over.set()
    watcher.join()


def list_tree(pid: int) -> list[int]:
    """Return a process and all below it (Linux; elsewhere only itself)."""
    found = [pid]
    for parent in found:
        for listed in Path(f"/proc/{parent}/task").glob("*/children"):
            found += map(int, _read(listed).split())
    return found


def read_memory(pid: int) -> int:
    """Return the bytes of a process: what several share is divided among them (Linux; elsewhere 0)."""
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _read(path: Path) -> str:
    """Return a file of the system, empty when its process has ended."""
    try:
        return path.read_text()
    except OSError:
        return ""


def measure_rounds(rounds: int, work: Callable[[], Cost], prepare: Callable[[], object] = int) -> Cost:
    """Return the medians of some rounds; what `prepare` does is not counted."""
    costs = []
    for _ in range(rounds):
        prepare()
        costs.append(work())
    return take_medians(costs)


def take_medians(costs: Sequence[Cost]) -> Cost:
    """Return the median of each column; nothing where one is not known."""
    columns = {name: [asdict(cost)[name] for cost in costs] for name in ("wall", "cpu", "peak")}
    known = {name: values for name, values in columns.items() if None not in values}
    return Cost(**{name: statistics.median(values) for name, values in known.items()})
