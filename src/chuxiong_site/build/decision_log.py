"""The log of decisions: what each did to the files, told so that it can be undone, and written down for the next preview.

A step holds of each file only the region that it changed, and the digests of the whole file on both sides: where a file
has another digest, it is not the one that the step is about.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..model.records import dataclass

FORMAT = 1
MOST = 1000
"""How many steps are kept; the oldest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStep:
    """What a step changed in a file."""

    before: str
    """SHA-256 of the whole file."""
    after: str
    offset: int
    """Bytes before the only region that changed."""
    removed: bytes
    added: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision that was written."""

    words: str
    """What was decided, in a line."""
    number: str
    """Its id on the desk."""
    report: str
    files: Mapping[str, FileStep]
    """By the file's name in the content folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLog:
    """The steps that stand and those that were undone, each in the order in which that was done."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def add(self, step: Step) -> DecisionLog:
        """Return the log after a decision: what was undone cannot be done again."""
        return DecisionLog(done=(*self.done, step)[-MOST:])

    def undo(self) -> DecisionLog:
        """Return the log after its last step was taken back."""
        return DecisionLog(done=self.done[:-1], undone=(*self.undone, self.done[-1]))

    def redo(self) -> DecisionLog:
        """Return the log after the step undone last was done again."""
        return DecisionLog(done=(*self.done, self.undone[-1]), undone=self.undone[:-1])


def compute_file_step(before: bytes, after: bytes) -> FileStep:
    """Return the change between two states of a file, with nothing at its ends that both have."""
    start = _count_common(before, after)
    end = _count_common(before[start:][::-1], after[start:][::-1])
    return FileStep(
        before=compute_digest(before),
        after=compute_digest(after),
        offset=start,
        removed=before[start : len(before) - end],
        added=after[start : len(after) - end],
    )


def _count_common(one: bytes, other: bytes) -> int:
    """Return how many bytes two begin with that are the same."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def turn_back(step: FileStep) -> FileStep:
    """Return the change that takes another back."""
    return replace(step, before=step.after, after=step.before, removed=step.added, added=step.removed)


def apply_file_step(step: FileStep, data: bytes) -> bytes | None:
    """Return a file after a change; `None` where it is not the file that the change was made from, or does not become the other."""
    if compute_digest(data) != step.before:
        return None
    end = step.offset + len(step.removed)
    made = data[: step.offset] + step.added + data[end:]
    return made if compute_digest(made) == step.after else None


def compute_digest(data: bytes) -> str:
    """Return the SHA-256."""
    return hashlib.sha256(data).hexdigest()


def dump_log(log: DecisionLog, content: str) -> bytes:
    """Return the log of a content folder as lines of JSON: its head with the digest of the others, then a step a line."""
    lines = [*_list_lines(log.done, is_done=True), *_list_lines(log.undone, is_done=False)]
    body = "".join(lines).encode()
    head = {"format": FORMAT, "content": content, "sha256": compute_digest(body)}
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + body


def load_log(data: bytes, content: str) -> DecisionLog | None:
    """Return the log that was written down; `None` for one that is damaged, of another format or another content folder."""
    first, _, body = data.partition(b"\n")
    try:
        head = json.loads(first)
        if head != {"format": FORMAT, "content": content, "sha256": compute_digest(body)}:
            return None
        rows = [json.loads(line) for line in body.splitlines()]
        return DecisionLog(
            done=tuple(_read_step(row) for row in rows if row["done"]),
            undone=tuple(_read_step(row) for row in rows if not row["done"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _list_lines(steps: Iterable[Step], *, is_done: bool) -> Iterable[str]:
    for step in steps:
        row = {
            "done": is_done,
            "words": step.words,
            "number": step.number,
            "report": step.report,
            "files": {name: _describe_file_step(one) for name, one in step.files.items()},
        }
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _describe_file_step(step: FileStep) -> dict[str, Any]:
    return {
        "before": step.before,
        "after": step.after,
        "offset": step.offset,
        "removed": base64.b64encode(step.removed).decode(),
        "added": base64.b64encode(step.added).decode(),
    }


def _read_step(row: Mapping[str, Any]) -> Step:
    files = {str(name): _read_file_step(one) for name, one in row["files"].items()}
    return Step(words=str(row["words"]), number=str(row["number"]), report=str(row["report"]), files=files)


def _read_file_step(row: Mapping[str, Any]) -> FileStep:
    return FileStep(
        before=str(row["before"]),
        after=str(row["after"]),
        offset=int(row["offset"]),
        removed=base64.b64decode(row["removed"], validate=True),
        added=base64.b64decode(row["added"], validate=True),
    )
