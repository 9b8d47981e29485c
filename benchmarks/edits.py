"""Edits of an invented report, as staff save them: the copy, the capture and its digest stay in step."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

DIGEST = re.compile(r'("source_sha256": ")[0-9a-f]{64}')
OWN = "镇站"
"""A word that the reports do not have; with a mark for every digit behind it no two edits are the same."""
MARKS = "甲乙丙丁戊己庚辛壬癸"


def invent_word(order: int) -> str:
    """Return a word of its own for every edit: without digits, for those would be numbers."""
    return OWN + "".join(MARKS[int(digit)] for digit in str(order))


def list_years(content: Path) -> list[str]:
    """Return the years of the reports, the oldest first."""
    return sorted(path.stem for path in (content / "reports").glob("*.md"))


def find_preamble(content: Path, year: str) -> str:
    """Return a report's first paragraph: it has no number of its own."""
    capture = (content / "reports" / f"{year}.txt").read_text(encoding="utf-8")
    return next(line for line in capture.splitlines() if line.startswith(f"{year}年,"))


def add_word(content: Path, year: str, order: int) -> str:
    """Put a word into a report's first paragraph that no report has; return it."""
    word = invent_word(order)
    _save(content, year, find_preamble(content, year), lambda text: f"{text}{word}也在其中。")
    return word


def repeat_sentence(content: Path, year: str) -> None:
    """Say a sentence of a report's first paragraph once more: new text, all of whose words are known."""
    sentence = find_preamble(content, year).rsplit(",", 1)[-1].split("。")[0]
    _save(content, year, find_preamble(content, year), lambda text: f"{text}{sentence}。")


def rename_indicator(content: Path, name: str) -> None:
    """Give the first indicator of the catalogue a name."""
    path = content / "indicators.yaml"
    text = re.sub(r'("name": ")[^"]*', rf"\g<1>{name}", path.read_text(encoding="utf-8"), count=1)
    _replace(path, text)


def _save(content: Path, year: str, old: str, change: Callable[[str], str]) -> None:
    """Change a paragraph in the capture and in the copy."""
    copy, capture = (content / "reports" / f"{year}.{ending}" for ending in ("md", "txt"))
    page = capture.read_text(encoding="utf-8").replace(old, change(old), 1)
    digest = hashlib.sha256(page.encode()).hexdigest()
    text = copy.read_text(encoding="utf-8").replace(old, change(old), 1)
    _replace(capture, page)
    _replace(copy, DIGEST.sub(rf"\g<1>{digest}", text))


def _replace(path: Path, text: str) -> None:
    """Save as editors do: whole, at once."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(text.encode())
    beside.replace(path)
