"""From a save to the page: the preview runs, a file is saved, the page is asked for until it has the word."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from costs import create_environment
from edits import add_word, invent_word, list_years, rename_indicator
from make_reports import Size, write_project
from results import Row, name_size

LONGEST = 300
"""Seconds after which the page is given up."""
OFTEN = 0.01
QUIET = 1.0
"""Seconds between a page that was seen and the next save: reading back goes on after the page is there."""


@contextmanager
def preview(project: Path, pycache: Path) -> Iterator[str]:
    """Run the preview of a project; give its address."""
    command = (sys.executable, "-m", "chuxiong_site", "serve", "--port", "0")
    process = subprocess.Popen(
        command,
        cwd=project,
        env=create_environment(project, pycache),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "http://" in line)
        yield "http://" + line.split("http://")[1].split()[0].rstrip("/　") + "/"
    finally:
        process.terminate()
        process.communicate()


def wait_for(address: str, word: str) -> None:
    """Ask for a page until it has a word; a page that takes too long is a fault."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(OFTEN)
    raise TimeoutError(f"{address}：{word}")


def time_saves(rounds: int, save: Callable[[int], str], address: str) -> float:
    """Return the median seconds from a save to the page."""
    seconds = []
    for order in range(rounds):
        time.sleep(QUIET)
        began = time.perf_counter()
        wait_for(address, save(order))
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


def measure_saves(reports: int, work: Path, rounds: int) -> Iterator[Row]:
    """Save a word of the newest report, then a name of the catalogue, several times each."""
    project = work / f"preview-{reports}"
    content = project / "content"
    write_project(Size(reports=reports, paragraphs=0), content)
    year = list_years(content)[-1]

    def save_name(order: int) -> str:
        rename_indicator(content, name := f"受理的{invent_word(order)}")
        return name

    with preview(project, work / "pycache") as address:
        wait_for(f"{address}{year}/preamble.html", "</html>")
        text = time_saves(
            rounds, lambda order: add_word(content, year, order), f"{address}{year}/preamble.html"
        )
        yield Row(name=f"{name_size(reports, 0)}：预览，保存报告到新网页", wall=text)
        name = time_saves(rounds, save_name, f"{address}{year}/facts.html")
        yield Row(name=f"{name_size(reports, 0)}：预览，保存指标名称到新网页", wall=name)
