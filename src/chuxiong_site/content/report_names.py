"""List the reports: pairs of files, `2023.md` and `2023.txt`; other names are problems."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model.names import is_portable
from ..model.place import Place
from ..problems import Problem

REPORT_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,40}")
OWN_FOLDERS = frozenset({"data", "assets", "indicators", "index", "embed", "en"})
"""Names beside which no report can have its folder: the site has files of its own there."""
ALMOST = re.compile(r"(?i)^(?P<stem>[^.]+)\.(?:(?P<copy>md|markdown|mdown)|txt|text)(?:\.(?:md|txt))?$")
"""A name that was meant for one of the two: an ending in capitals, another one, or one too many."""


def list_reports(names: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """Return the ids of the reports in the folder, and problems for files with other names."""
    problems, ids, pages = [], [], []
    for name in names:
        match = ALMOST.match(name)
        right = f"{match['stem']}.{'md' if match['copy'] else 'txt'}" if match else name
        if name != right:
            problems.append(
                _create_name_problem(name, f"{right}：后缀只能是小写的 .md 或 .txt，只写一次", right)
            )
        elif name.endswith(".md"):
            ids.append(name.removesuffix(".md"))
        elif name.endswith(".txt"):
            pages.append(name.removesuffix(".txt"))
    problems += [_create_lone_problem(id) for id in pages if id not in ids]  # noqa: A001  # the contract's word
    if not ids and not problems:
        place = Place(file="reports")
        problems.append(
            Problem(code="E102", place=place, found="一份报告也没有", expected="至少一份 reports/年份.md")
        )
    wrong = [id for id in ids if not _is_right(id)]  # noqa: A001
    problems += [_create_name_problem(f"{id}.md", "年份，例如 2024.md", f"{id}.md") for id in wrong]  # noqa: A001
    return [id for id in ids if id not in wrong], problems  # noqa: A001


def _is_right(id: str) -> bool:  # noqa: A002
    return bool(REPORT_ID.fullmatch(id)) and id not in OWN_FOLDERS and is_portable(id)


def _create_name_problem(name: str, expected: str, right: str) -> Problem:
    place, about = Place(file=f"reports/{name}"), (f"reports/{right}",)
    return Problem(code="E110", place=place, found=f"文件名「{name}」", expected=expected, about=about)


def _create_lone_problem(id: str) -> Problem:  # noqa: A002
    place, found = Place(file=f"reports/{id}.txt"), "采集页没有对应的标注稿"
    return Problem(
        code="E109", place=place, found=found, expected=f"同名的 {id}.md", about=(f"reports/{id}.md",)
    )
