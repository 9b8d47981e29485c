"""Repeat all tables of figures: many reports, long ones, divided builds, the preview, readers on a slow phone.

    python benchmarks/everything.py [--only GROUP ...] [--reports N ...] [--rounds N] [--json FILE] [--against FILE]

Needs no network. Readers need the packages of the tests and a browser.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from costs import run_site
from make_reports import Size, write_project
from results import Row, describe_machine, describe_row, list_slower, write_results
from saves import measure_saves
from whole_builds import measure_divided, measure_size

LONG = (1000, 10_000)
"""Extra paragraphs of a long report; a copy may not be larger than 2 MB."""
PARTS = 4


def say(line: str) -> None:
    """Print a line at once: measuring takes long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measure_many(chosen: argparse.Namespace, work: Path) -> Iterator[Row]:
    """Measure sites of some reports."""
    for reports in chosen.reports:
        yield from measure_size(Size(reports=reports, paragraphs=0), work, chosen.rounds)


def measure_long(chosen: argparse.Namespace, work: Path) -> Iterator[Row]:
    """Measure a single report of many paragraphs."""
    for paragraphs in chosen.paragraphs:
        yield from measure_size(Size(reports=1, paragraphs=paragraphs), work, chosen.rounds)


def measure_parts(chosen: argparse.Namespace, work: Path) -> Iterator[Row]:
    """Measure divided builds of the sites that have a report for every part."""
    for reports in (reports for reports in chosen.reports if reports >= chosen.parts):
        yield from measure_divided(reports, chosen.parts, work)


def measure_preview(chosen: argparse.Namespace, work: Path) -> Iterator[Row]:
    """Measure the preview."""
    for reports in chosen.reports:
        yield from measure_saves(reports, work, chosen.rounds)


GROUPS: dict[str, Callable[[argparse.Namespace, Path], Iterator[Row]]] = {
    "many": measure_many,
    "long": measure_long,
    "parts": measure_parts,
    "preview": measure_preview,
}
READERS = "readers"


def measure_readers(chosen: argparse.Namespace, work: Path) -> list[dict[str, Any]]:
    """Measure the pages of an invented report as readers on a slow phone get them."""
    from slow_phone import measure_site

    project = work / "readers"
    write_project(Size(reports=1, paragraphs=0), project / "content")
    run_site(project, work / "pycache", "build", "--quiet")
    return list(measure_site(project / "_site", chosen.chromium, chosen.rounds))


def warm(work: Path) -> None:
    """Compile the program once, as on a machine that has run it."""
    write_project(Size(reports=1, paragraphs=0), work / "warm" / "content")
    run_site(work / "warm", work / "pycache", "build", "--quiet")


def measure(chosen: argparse.Namespace) -> tuple[list[Row], list[dict[str, Any]]]:
    """Measure what was asked for; say every figure when it is known."""
    rows: list[Row] = []
    readers: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        warm(work)
        say("处理器秒   时钟秒 核数 最多MB")
        for group in (name for name in GROUPS if name in chosen.only):
            for row in GROUPS[group](chosen, work):
                rows.append(row)
                say(describe_row(row))
        if READERS in chosen.only:
            readers = measure_readers(chosen, work)
    return rows, readers


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for."""
    names = [*GROUPS, READERS]
    parser = argparse.ArgumentParser(description="测量多份报告、长的报告、分开生成、预览，和慢手机上的读者。")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="只测这几组")
    parser.add_argument(
        "--reports", nargs="+", type=int, default=[1, 10, 100], help="几份报告；默认 1 10 100，最多 224"
    )
    parser.add_argument("--paragraphs", nargs="+", type=int, default=LONG, help="长的报告另加几段")
    parser.add_argument("--parts", type=int, default=PARTS, help="分成几份；默认 4")
    parser.add_argument("--rounds", type=int, default=3, help="每项测几次，取中位数；默认 3")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--json", type=Path, help="结果存为 JSON")
    parser.add_argument("--against", type=Path, help="与上次存下的 JSON 相比")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Measure, keep, compare; 1 when something became slower."""
    chosen = read_arguments(arguments)
    machine = describe_machine()
    say(json.dumps(machine, ensure_ascii=False))
    rows, readers = measure(chosen)
    if chosen.json:
        write_results(chosen.json, machine, rows, readers)
    if not chosen.against:
        return 0
    last = json.loads(chosen.against.read_text(encoding="utf-8"))
    now = [*map(asdict, rows), *readers]
    slower = list(list_slower(now, [*last["rows"], *last["readers"]]))
    say("\n".join(["比上次多一成以上：", *slower] if slower else ["没有一项比上次多一成以上。"]))
    return int(bool(slower))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
