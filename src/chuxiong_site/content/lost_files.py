"""Problems for missing or empty files: the file that was probably meant, or how a new one begins."""

from __future__ import annotations

from pathlib import Path

from ..model.place import Place
from ..problems import Problem

TEXTS = (".yaml", ".yml", ".txt", ".text")
FIRST_WORDS = {
    "site.yaml": "写上 name、notice、description 三行",
    "indicators.yaml": "写两行「themes: {}」和「indicators: {}」",
    "charts.yaml": "写一行「charts: {}」",
    "checks.yaml": "写一行「checks: {}」",
    "terms.yaml": "写一行「terms: {}」",
}
"""How each file begins in a project that has nothing to say there yet."""


def create_missing_file_problem(path: Path, name: str) -> Problem:
    """Return that a file is missing, with one of almost its name that lies beside."""
    beside = sorted(other.name for other in path.parent.glob("*")) if path.parent.is_dir() else []
    stem = path.name.partition(".")[0].lower()
    other = next(
        (
            found
            for found in beside
            if found.lower().partition(".")[0] == stem and found.lower().endswith(TEXTS)
        ),
        "",
    )
    return Problem(
        code="E102",
        place=Place(file=name),
        found="没有这个文件",
        expected=f"内容文件夹里有 {name}",
        hint=f"旁边有 {other}：是它的话，改名为 {path.name}。" if other else "",
        about=(name,),
    )


def create_empty_file_problem(name: str) -> Problem:
    """Return a problem for an empty file, with the remedy for a new and for an older project."""
    start = FIRST_WORDS.get(name) or (
        "重新采集官方页，照原样存进来" if name.endswith(".txt") else "删掉它，用 draft 从官方原文起草"
    )
    hint = f"以前有内容的，从备份或版本记录里恢复它；新的项目，{start}。"
    return Problem(code="E103", place=Place(file=name), found="空文件", expected="有内容的文件", hint=hint)
