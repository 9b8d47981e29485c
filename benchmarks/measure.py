"""Measure speed and size: medians of whole processes and of rebuilds in the preview, and sizes of pages.

    python benchmarks/measure.py [--rounds N] [--json FILE] [--only NAME ...]

Timed on the machine at hand and compared with the budgets; nothing here is part of the test suite.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

EDITS = (
    ("site.yaml", "description: ", "description: 甲"),
    ("charts.yaml", "title: ", "title: 甲"),
    ("indicators.yaml", "name: ", "name: 甲"),
    ("terms.yaml", "terms:\n", "terms:\n\n"),
    ("reports/2023.md", "doors:\n", "doors: # 甲\n"),
)
"""What staff save in the preview: file, first place of this, becomes that."""
MARKS = "乙丙丁"
"""What makes a name another in every round, so that no round knows what an earlier one worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number with its budget."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    rounds: int = 1
    cpu: float = 0

    @property
    def verdict(self) -> str:
        """Whether it keeps within its budget."""
        if self.budget is None:
            return ""
        return "在预算内" if self.value <= self.budget else "超出预算"


def run(project: Path, *arguments: str) -> None:
    """Run a command of the site in a project, in a process of its own; Python keeps what it compiles, as it does for staff."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONPYCACHEPREFIX": str(project / "pycache"),
        "CHUXIONG_SITE_ROOT": str(project),
    }
    subprocess.run(
        [sys.executable, *arguments], cwd=project, env=environment, check=True, stdout=subprocess.DEVNULL
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Medians in milliseconds. Processor time tells a slow program from a busy machine."""

    wall: float
    cpu: float


def read_cpu() -> float:
    """Return the processor seconds of this process and of those it ran (Windows does not count these)."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def time_rounds(rounds: int, work: Callable[[], object], prepare: Callable[[], object] = int) -> Timing:
    """Return the medians of some rounds; what `prepare` does is not counted."""
    walls, cpus = [], []
    for _ in range(rounds):
        prepare()
        started, cpu = time.perf_counter(), read_cpu()
        work()
        walls.append(time.perf_counter() - started)
        cpus.append(read_cpu() - cpu)
    return Timing(wall=statistics.median(walls) * 1000, cpu=statistics.median(cpus) * 1000)


def copy_project(folder: Path) -> Path:
    """Copy content and templates, so that nothing of the checkout is changed."""
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    bundle = ROOT / "node_modules" / "plotly.js-basic-dist-min"
    if bundle.is_dir():
        shutil.copytree(bundle, folder / "node_modules" / bundle.name)
    return folder


def measure_imports(project: Path, rounds: int) -> Iterator[Measure]:
    """Time an interpreter, then one that imports our command line, then one with the whole build."""
    for name, code in (
        ("解释器空转", "pass"),
        ("引入命令行", "import chuxiong_site.cli"),
        ("引入全部", "import chuxiong_site.build.site, chuxiong_site.proof"),
    ):
        yield describe_timing(name, rounds, time_rounds(rounds, lambda code=code: run(project, "-c", code)))


def measure_builds(project: Path, rounds: int) -> Iterator[Measure]:
    """Time whole commands: the first build on a machine, one after a name was changed, one with nothing to do, a check."""
    module = ("-m", "chuxiong_site")
    few = min(rounds, len(MARKS))

    def forget() -> None:
        shutil.rmtree(project / ".cache", ignore_errors=True)

    file, old, new = EDITS[2]
    marks = iter(MARKS)

    def edit() -> None:
        text = (ROOT / "content" / file).read_bytes().decode()
        (project / "content" / file).write_bytes(text.replace(old, new + next(marks), 1).encode())

    cold = time_rounds(few, lambda: run(project, *module, "build"), forget)
    yield describe_timing("第一次 build（要分词）", few, cold)
    edited = time_rounds(few, lambda: run(project, *module, "build"), edit)
    yield describe_timing("build，改了一个名称", few, edited)
    same = time_rounds(rounds, lambda: run(project, *module, "build"))
    yield describe_timing("build，什么也没有变", rounds, same, 250)
    yield describe_timing("check", rounds, time_rounds(rounds, lambda: run(project, *module, "check")))


def measure_rebuilds(project: Path, rounds: int) -> Iterator[Measure]:
    """Time what happens in the preview between a save and the new page, and until it is read back."""
    from chuxiong_site.build.options import Options
    from chuxiong_site.build.site import prove_outcome, render_project

    options = Options(content=project / "content", out=project / "_site", root=project)
    outcomes = [prove_outcome(render_project(options))]
    edits = [*EDITS] * rounds
    saved = iter(edits)

    def save() -> None:
        for file, _, _ in EDITS:
            shutil.copyfile(ROOT / "content" / file, options.content / file)
        file, old, new = next(saved)
        path = options.content / file
        path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))

    shown = time_rounds(len(edits), lambda: outcomes.append(render_project(options)), save)
    assert all(outcome.site is not None for outcome in outcomes)
    yield describe_timing("预览：保存后到新网页", len(edits), shown, 200)
    saved = iter(edits)
    checked = time_rounds(len(edits), lambda: prove_outcome(render_project(options)), save)
    yield describe_timing("预览：保存后到读回核对完", len(edits), checked)


def describe_timing(name: str, rounds: int, timing: Timing, budget: float | None = None) -> Measure:
    """Return a timing as a measure."""
    return Measure(name=name, value=timing.wall, unit="毫秒", budget=budget, rounds=rounds, cpu=timing.cpu)


def measure_weights(project: Path, rounds: int) -> Iterator[Measure]:
    """Weigh pages as a host sends them: gzip, the page with its style sheet, and with its script."""
    del rounds
    run(project, "-m", "chuxiong_site", "build")
    site = project / "_site"
    [style], [script] = site.glob("assets/site.*.css"), site.glob("assets/site.*.js")
    pages = [site / "index.html", *sorted(site.glob("2023/*.html"))]
    weights = {page.relative_to(site).as_posix(): weigh(page, style) for page in pages}
    heaviest = max(weights, key=lambda name: weights[name])
    yield Measure(name="首页：HTML + CSS", value=weights["index.html"], unit="KB", budget=30)
    yield Measure(name=f"最重的一页（{heaviest}）：HTML + CSS", value=weights[heaviest], unit="KB")
    yield Measure(name="脚本", value=weigh(script), unit="KB", budget=20)
    yield Measure(name="搜索数据", value=weigh(site / "data/2023/search-data.js"), unit="KB", budget=12)


def weigh(*paths: Path) -> float:
    """Return the size in KB after gzip."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths) / 1000


GROUPS: dict[str, Callable[[Path, int], Iterator[Measure]]] = {
    "imports": measure_imports,
    "builds": measure_builds,
    "rebuilds": measure_rebuilds,
    "weights": measure_weights,
}


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def print_measures(measures: Sequence[Measure]) -> None:
    """Print a table, one measure a line."""
    say(f"{platform.system()} {platform.machine()}，Python {platform.python_version()}，{os.cpu_count()} 核")
    for found in measures:
        budget = f"　预算 {found.budget:g}　{found.verdict}" if found.budget is not None else ""
        rounds = f"　处理器 {found.cpu:.0f}　{found.rounds} 次的中位数" if found.rounds > 1 else ""
        say(f"{found.value:9.1f} {found.unit}　{found.name}{budget}{rounds}")


def print_changes(measures: Sequence[Measure], last: Sequence[Mapping[str, Any]]) -> None:
    """Print how many times what it was the last time each measure is now: of timings the processor's."""
    before = {row["name"]: row["cpu"] or row["value"] for row in last}
    say("与上次相比：")
    for found in measures:
        if before.get(found.name):
            say(f"{(found.cpu or found.value) / before[found.name]:9.2f} 倍　{found.name}")


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked for; 1 when a budget is exceeded."""
    parser = argparse.ArgumentParser(description="测量速度和重量。")
    parser.add_argument("--rounds", type=int, default=9, help="每项测几次，取中位数；默认 9")
    parser.add_argument(
        "--only",
        nargs="*",
        choices=GROUPS,
        default=[*GROUPS],
        help="只测这几组",
    )
    parser.add_argument("--json", type=Path, help="结果另存为 JSON")
    parser.add_argument("--against", type=Path, help="与上次存下的 JSON 相比")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder))
        run(project, "-m", "chuxiong_site", "build")
        measures = [found for name in chosen.only for found in GROUPS[name](project, chosen.rounds)]
    print_measures(measures)
    if chosen.against:
        print_changes(measures, json.loads(chosen.against.read_text(encoding="utf-8")))
    if chosen.json:
        rows = [
            {"name": m.name, "value": m.value, "unit": m.unit, "cpu": m.cpu, "budget": m.budget}
            for m in measures
        ]
        chosen.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    return int(any(found.verdict == "超出预算" for found in measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
