"""The fenced blocks of a page of the handbook as steps: commands, what they print, edits of a report, whole files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"(?ms)^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$")
APPENDED = "，加在末尾"
"""What the first line of a YAML block says when it goes to the end of its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One block: what it is, and its text."""

    kind: str
    text: str


def read_steps(page: str) -> tuple[Step, ...]:
    """Return the fenced blocks of a page in order."""
    return tuple(Step(kind=found["kind"], text=found["text"]) for found in FENCE.finditer(page))


def read_changes(diff: str) -> Iterator[tuple[str, str]]:
    """Yield each run of lines with a minus and the run with a plus that takes its place."""
    for found in re.finditer(r"(?m)(?P<old>(?:^-.*\n)+)(?P<new>(?:^\+.*\n)+)", diff):
        yield _unmark(found["old"]), _unmark(found["new"])


def _unmark(lines: str) -> str:
    return "\n".join(line[1:] for line in lines.splitlines())


def apply_changes(file: Path, diff: str) -> None:
    """Change a file as a block says; words to be changed that are not there once are an error."""
    text = file.read_text(encoding="utf-8")
    for old, new in read_changes(diff):
        assert text.count(old) == 1, f"{text.count(old)} × {old}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def write_file(project: Path, yaml: str) -> None:
    """Write the file that the first line of a block names, or add the block to its end."""
    first, _, rest = yaml.partition("\n")
    file = project / first.removeprefix("# ").removesuffix(APPENDED)
    before = file.read_text(encoding="utf-8") if first.endswith(APPENDED) else ""
    file.write_text(before + rest, encoding="utf-8")
