"""Does the program know no place and no genre of report? Both come from the content of a project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built import ROOT

PLACES = [
    "楚雄",
    "牟定",
    "双柏",
    "南华县",
    "姚安",
    "大姚",
    "永仁",
    "元谋",
    "武定县",
    "禄丰",
    "云南",
    "昆明",
    "彝族",
    "滇",
    "全州",
    "我州",
    "本州",
    "州委",
    "州政府",
    "州级",
    "州直",
    "州市级",
    "县市",
]
"""Names of places, and words for the bodies and levels of one kind of place."""
GENRES = [
    "法治",
    "依法行政",
    "政府信息公开",
    "政务公开",
    "政府工作报告",
    "工作报告",
    "统计公报",
    "预算执行",
    "做了什么",
    "还差什么",
    "明年做什么",
    "接着做什么",
]
"""Names of kinds of reports, and the names that one report's parts were given."""
WORD = re.compile("|".join(map(re.escape, (*PLACES, *GENRES))))
FOLDERS = ("src", "templates")
READ = {".py", ".html", ".css", ".js", ".yaml", ".txt", ".toml", ".md"}


def find_words(text: str) -> list[str]:
    """Return the names of places and genres in a text."""
    return WORD.findall(text)


def list_offenders(folder: Path) -> list[str]:
    """Return `file:line word` for every such name below a folder."""
    return [
        f"{path.relative_to(folder).as_posix()}:{number} {word}"
        for path in sorted(folder.rglob("*"))
        if path.suffix in READ
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for word in find_words(line)
    ]


def test_words_are_found(tmp_path: Path) -> None:
    """A name in a docstring, a template or a style sheet is found, with its place."""
    (tmp_path / "a.py").write_text('"""Words."""\n\nNAME = "全州"  # 法治\n', encoding="utf-8")
    (tmp_path / "b.html").write_text("<h1>提到的县市</h1>", encoding="utf-8")
    assert list_offenders(tmp_path) == ["a.py:3 全州", "a.py:3 法治", "b.html:1 县市"]


@pytest.mark.parametrize(
    "text", ["万州区", "州", "报告", "数字", "第一部分", "chuxiong_site", "年度报告", "问题与安排"]
)
def test_plain_words_are_none(text: str) -> None:
    """Words that any report may need are no names."""
    assert find_words(text) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_place_and_no_genre(folder: str) -> None:
    """Neither the program nor its templates name one; examples in docstrings are invented too."""
    assert list_offenders(ROOT / folder) == []
