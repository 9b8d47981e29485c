"""A captured page with characters that nobody sees: kept, disclosed, and in nobody's way."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from chuxiong_site.build.options import Outcome
from chuxiong_site.model.site import read_artifact
from sample_projects import check_content, copy_fixture, replace_in, reseal

HIDDEN = "\u200b\u200c\u200d\u00ad\u2060\ufeff\u200e\u202e\u2066\u2028\x0b"
PLACES = (
    ("一、工作情况", "\u200b一\u200b、工作\u200b情况"),
    ("(二)乡村服务", "\u00ad(\u00ad二)乡村\u202e服务"),
    ("3.21万件", "3.\u200b2\u20601万\ufeff件"),
    ("1.2亿元", "\u200e1.2亿元\u200f"),
    ("示例通", "示\u200d例通"),
)
"""Words of the report, each once in both files, and the same as an official page may have them."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the small project whose official page has hidden characters, copied as they are."""
    content = copy_fixture("small", tmp_path)
    for name in ("2023.md", "2023.txt"):
        for clean, hidden in PLACES:
            replace_in(content / "reports" / name, clean, hidden)
    capture = content / "reports" / "2023.txt"
    replace_in(capture, "发布机构:示例州", "发布机构:示例\u200b州")
    with capture.open("ab") as stream:
        stream.write("\u200b\n\u200b\u2028 \n".encode())
    reseal(content / "reports" / "2023.md")
    return content


def read_json(outcome: Outcome, name: str) -> dict[str, list[dict[str, object]]]:
    """Return a data file of the site."""
    assert outcome.site is not None
    data: dict[str, list[dict[str, object]]] = json.loads(read_artifact(outcome.site, f"data/2023/{name}"))
    return data


def test_nothing_is_wrong(content: Path) -> None:
    """Such a page is no mistake, and its headings, numbers and facts are those of the page without them."""
    outcome, plain = check_content(content), check_content(copy_fixture("small", content.parent / "plain"))
    assert outcome.problems == ()
    assert outcome.findings is not None
    assert plain.findings is not None
    ours, theirs = outcome.findings.reports[0], plain.findings.reports[0]
    assert [(fact.id, fact.value, fact.display) for fact in ours.facts] == [
        (fact.id, fact.value, fact.display) for fact in theirs.facts
    ]
    assert [entry.text for entry in ours.census] == [entry.text for entry in theirs.census]
    assert [section.number for section in ours.report.sections] == [
        section.number for section in theirs.report.sections
    ]
    assert ours.report.display.text.rstrip() == theirs.report.display.text.rstrip()


def test_the_raw_text_keeps_them(content: Path) -> None:
    """`report.txt` is the page byte for byte, and every place that the data name is one in it."""
    outcome = check_content(content)
    assert outcome.site is not None
    raw = read_artifact(outcome.site, "data/2023/report.txt")
    capture = (content / "reports" / "2023.txt").read_bytes()
    assert raw == capture.split(b"\n", 8)[8]
    text = raw.decode()
    facts = {str(fact["id"]): fact for fact in read_json(outcome, "facts.json")["facts"]}
    assert facts["help-requests"]["surface"] == "3.\u200b2\u20601万\ufeff件"
    assert facts["help-requests"]["display"] == "3.21万件"
    assert facts["help-requests"]["value"] == "32100"
    assert facts["road-money"]["surface"] == "1.2亿元"
    for row in (*facts.values(), *read_json(outcome, "numerals.json")["numerals"]):
        start, end = (int(str(row[name])) for name in ("start", "end"))
        assert text[start:end] == row.get("surface", row.get("text"))
    assert all(str(fact["sentence"]) in text for fact in facts.values())


def test_no_reader_meets_them(content: Path) -> None:
    """No page and no search data holds one."""
    outcome = check_content(content)
    assert outcome.site is not None
    for path in outcome.site:
        if path.endswith((".html", "search-data.js", ".svg", ".xml")):
            text = read_artifact(outcome.site, path).decode()
            assert not set(HIDDEN) & set(text), path


def test_they_are_disclosed(content: Path) -> None:
    """The page about the site counts them by kind, the whole text and the checks say how many there are."""
    outcome = check_content(content)
    assert outcome.site is not None
    about, full, checks = (
        read_artifact(outcome.site, path).decode()
        for path in ("about.html", "2023/full.html", "2023/checks.html")
    )
    assert "零宽空格（U+200B）6 处" in about
    assert "软连字符（U+00AD）2 处" in about
    assert "书写方向控制符（U+202E）1 处" in about
    assert "15 个看不见的字符略去" in full
    assert "采集页里有 15 个看不见的字符" in checks
    digest = hashlib.sha256(read_artifact(outcome.site, "data/2023/report.txt")).hexdigest()
    assert digest in about
