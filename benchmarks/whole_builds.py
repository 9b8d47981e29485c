"""Builds of many reports and of long ones: from nothing, with nothing changed, with one word edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from costs import measure_rounds, run_site
from edits import add_word, list_years, repeat_sentence
from make_reports import Size, write_project
from results import Row, name_size


def forget(project: Path) -> None:
    """Leave nothing of earlier builds."""
    for name in (".cache", "_site"):
        shutil.rmtree(project / name, ignore_errors=True)


def measure_size(size: Size, work: Path, rounds: int) -> Iterator[Row]:
    """Measure every way of building a site of one size; a build from nothing at most three times, a large one once."""
    project = work / f"site-{size.reports}-{size.paragraphs}"
    write_project(size, project / "content")
    build = partial(run_site, project, work / "pycache", "build", "--quiet")
    few = min(rounds, 3) if size.reports < 100 else 1
    name = name_size(size.reports, size.paragraphs)
    yield Row.of(f"{name}：从头生成", measure_rounds(few, build, partial(forget, project)))
    yield Row.of(f"{name}：什么也没有变", measure_rounds(rounds, build))
    yield from _measure_edits(size, project, work, rounds, name)
    shutil.rmtree(project)


def _measure_edits(size: Size, project: Path, work: Path, rounds: int, name: str) -> Iterator[Row]:
    """Edit the newest report, then the oldest; after another edit the same words are known."""
    content = project / "content"
    years = list_years(content)
    build = partial(run_site, project, work / "pycache", "build", "--quiet")
    orders = iter(range(10**6))
    places = {"最新的": years[-1], "最早的": years[0]} if size.reports > 1 else {"": years[0]}
    for place, year in places.items():

        def add(year: str = year) -> None:
            add_word(content, year, next(orders))

        repeat = partial(repeat_sentence, content, year)
        edits: dict[str, Callable[[], object]] = {"一个新词": add, "一句说过的话": repeat}
        for edit, prepare in edits.items():
            yield Row.of(f"{name}：改{place}报告，{edit}", measure_rounds(rounds, build, prepare))


def measure_divided(reports: int, parts: int, work: Path) -> Iterator[Row]:
    """Make the parts of a site as on machines of their own, each from nothing, then the whole from them."""
    name = f"{name_size(reports, 0)}，分成 {parts} 份"
    folders = []
    for part in range(1, parts + 1):
        project = work / f"divided-{part}"
        write_project(Size(reports=reports, paragraphs=0), project / "content")
        arguments = ("build", "--quiet", "--part", f"{part}/{parts}", "--out", str(project / "part"))
        folders.append((run_site(project, work / "pycache", *arguments), str(project / "part")))
    largest = max((cost for cost, _ in folders), key=lambda cost: cost.wall)
    whole = work / "divided-whole"
    write_project(Size(reports=reports, paragraphs=0), whole / "content")
    assembly = run_site(whole, work / "pycache", "assemble", "--quiet", *(folder for _, folder in folders))
    yield Row.of(f"{name}：最久的一份", largest)
    yield Row.of(f"{name}：合成", assembly)
    yield Row(name=f"{name}：最久的一份加合成", wall=largest.wall + assembly.wall)
    for project in (whole, *(work / f"divided-{part}" for part in range(1, parts + 1))):
        shutil.rmtree(project)
