"""Recompile the locks of the Python packages with uv, or tell which of them are not what uv makes of their inputs.

`python tools/locks.py` writes them; with `--check` nothing is written, and the end is 1 where one differs.
A package that is locked already keeps its version: `--upgrade` takes the newest of all.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = (
    "--quiet",
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
)
LOCKS: Mapping[str, Sequence[str]] = {
    "run": ("pyproject.toml", "requirements/setup.in"),
    "test": (
        "pyproject.toml",
        "requirements/setup.in",
        "requirements/release.in",
        "--extra",
        "test",
        "--constraint",
        "requirements/run.txt",
    ),
    "release": ("requirements/release.in", "--constraint", "requirements/test.txt"),
    "tools": ("requirements/tools.in",),
    "audit": ("requirements/audit.in",),
}
"""Lock → what it is made from, each after those that it follows."""
INPUTS = sorted(
    {source for sources in LOCKS.values() for source in sources if source.endswith((".in", ".toml"))}
)


def find_uv() -> str:
    """Return the program: the one beside this interpreter, else the machine's; empty where there is none."""
    beside = shutil.which("uv", path=str(Path(sys.executable).parent))
    return beside or shutil.which("uv") or ""


def compile_lock(uv: str, folder: Path, name: str, options: Sequence[str] = ()) -> None:
    """Compile a lock of a project's folder in place; raise `CalledProcessError`, with uv's words, where it cannot."""
    command = [uv, "pip", "compile", *LOCKS[name], "--output-file", f"requirements/{name}.txt"]
    subprocess.run(
        [*command, *SETTINGS, *options], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )


def find_differing_locks(uv: str, folder: Path) -> list[str]:
    """Return the locks that compiling them, each in a copy of its own and all at once, would change."""
    with ThreadPoolExecutor(len(LOCKS)) as pool:
        same = pool.map(lambda name: _is_same_when_compiled(uv, folder, name), LOCKS)
        return [name for name, is_same in zip(LOCKS, same, strict=True) if not is_same]


def _is_same_when_compiled(uv: str, folder: Path, name: str) -> bool:
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        (copy / "requirements").mkdir()
        for file in (*INPUTS, *(f"requirements/{lock}.txt" for lock in LOCKS)):
            shutil.copyfile(folder / file, copy / file)
        compile_lock(uv, copy, name)
        return _agree(_read(folder, name), _read(copy, name))


Pins = Mapping[str, frozenset[str]]
"""Package with its version and for which machines → the hashes of its files."""


def _agree(locked: Pins, compiled: Pins) -> bool:
    """Tell whether a lock is what was compiled; files that its packages got later need not be in it."""
    return locked.keys() == compiled.keys() and all(
        hashes and hashes <= compiled[pin] for pin, hashes in locked.items()
    )


def _read(folder: Path, name: str) -> Pins:
    text = (folder / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    rows = (line.split(" --hash=") for line in text.replace("\\\n", " ").splitlines())
    return {row[0].strip(): frozenset(each.strip() for each in row[1:]) for row in rows}


def main(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code: 1 where a lock differs, 3 where uv is missing or fails."""
    uv = find_uv()
    if not uv:
        sys.stderr.write("没有 uv：先装上它（pip install uv）。\n")
        return 3
    try:
        if "--check" in arguments:
            differing = find_differing_locks(uv, ROOT)
            for name in differing:
                sys.stderr.write(
                    f"requirements/{name}.txt 与它的来源不符：运行 python tools/locks.py，再提交。\n"
                )
            return 1 if differing else 0
        for name in LOCKS:
            compile_lock(uv, ROOT, name, ["--upgrade"] if "--upgrade" in arguments else ())
    except subprocess.CalledProcessError as error:
        sys.stderr.write(error.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
