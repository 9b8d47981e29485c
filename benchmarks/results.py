"""What was measured, on which machine, with what; how it compares with an earlier time."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self

from costs import ROOT, Cost

SLOWER = 1.1
"""How many times as much counts as slower."""
COLUMNS = ("wall", "cpu", "peak")
USED = ("jinja2", "pydantic", "selectolax", "jieba")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing measured: seconds, seconds of all cores, cores at work on average, MB at most."""

    name: str
    wall: float
    cpu: float | None = None
    cores: float | None = None
    peak: float | None = None

    @classmethod
    def of(cls, name: str, cost: Cost) -> Self:
        """Return a cost with its name."""
        return cls(name=name, wall=cost.wall, cpu=cost.cpu, cores=cost.cores, peak=cost.peak)


def name_size(reports: int, paragraphs: int) -> str:
    """Return how a size is called in the results."""
    return f"{reports:,} 份" + (f"，另加 {paragraphs:,} 段" if paragraphs else "")


def describe_machine() -> dict[str, Any]:
    """Return what figures depend on."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": allowed,
        "load": load,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in USED},
        "commit": read_commit(),
        "measured": datetime.now().astimezone().isoformat(timespec="seconds"),
    }


def read_commit() -> str:
    """Return the commit of this checkout, with a plus when files of it were changed; nothing where there is none."""
    command = ("git", "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+")
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


def write_results(
    path: Path, machine: Mapping[str, Any], rows: Sequence[Row], readers: Sequence[Any]
) -> None:
    """Keep the results."""
    kept = {"machine": machine, "rows": [asdict(row) for row in rows], "readers": list(readers)}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def list_slower(rows: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a line for each figure that is more than a tenth above the earlier one."""
    earlier = {row["name"]: row for row in before}
    for row in rows:
        old = earlier.get(row["name"], {})
        for column in (column for column in row if column not in {"name", "cores"}):
            if row[column] and old.get(column) and row[column] > old[column] * SLOWER:
                times = row[column] / old[column]
                yield f"{times:.2f} 倍　{row['name']}　{column} {old[column]:.3g} → {row[column]:.3g}"


def describe_row(row: Row) -> str:
    """Return a row of the printed table."""
    cpu = f"{row.cpu:9.2f}" if row.cpu is not None else " " * 9
    cores = f"{row.cores:5.1f}" if row.cores is not None else " " * 5
    peak = f"{row.peak:7.0f}" if row.peak is not None else " " * 7
    return f"{cpu}{row.wall:9.2f}{cores}{peak}  {row.name}"
