"""Text fragments: the clause around a number, told apart from the same words elsewhere."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from built import BuiltSite
from chuxiong_site.model.place import Span
from chuxiong_site.rendering.parts.fact_notes import describe_official_address
from chuxiong_site.rendering.text.text_fragment import describe_text_fragment

TEXTS = st.text(st.sampled_from("办结率5件.%,，、-&—(） \n"), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("page", "number", "expected"),
    [
        ("共排查41903件,化解率达98.22%,位居前列。", "98.22%", "化解率达98.22%"),
        ("制定实施方案45件并开展“回头看”。", "45件", "制定实施方案45件并开展"),
        ("行政复议2000余件(次)。", "2000余件(次)", "行政复议2000余件(次)"),
        ("自2021—2025年起,", "2021—2025年", "自2021—2025年起"),
        ("首次1.75-2.12吨", "2.12吨", "首次1.75%2D2.12吨"),
        ("甲县45件。\n乙县45件。", "45件", "甲县45件"),
    ],
)
def test_whole_clause(page: str, number: str, expected: str) -> None:
    """The clause between marks is named in the page's own characters; a hyphen and a comma in it are encoded."""
    start = page.index(number)
    fragment = describe_text_fragment(page, Span(start=start, end=start + len(number)))

    assert unquote(fragment.replace("%2D", "%252D")) == f":~:text={expected}"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("甲县,办结45件。乙县,办结45件。", "乙县,-,办结45件"),
        ("45件\n乙县\n45件", "乙县-,45件"),
        ("办结45件。乙县\n办结４５件", "乙县-,办结４５件"),
        ("全州\n45件,好\n全州\n45件,坏。", "全州-,45件,-,坏"),
        ("甲县\n占5%,办结45件\n占5%,办结45件", "办结45件-,占5%,办结45件"),
        ("2.8 | 45件\n3 | 8 | 45件", "3 | 8 |-,45件"),
    ],
)
def test_repeated_words(page: str, expected: str) -> None:
    """Where the clause comes earlier too, what stands before it is named, and where that is no help, what follows."""
    start = max(page.rfind("45件"), page.rfind("４５件"))
    fragment = describe_text_fragment(page, Span(start=start, end=start + 3))

    assert unquote(fragment) == f":~:text={expected}"


@given(TEXTS, st.data())
def test_any_words(page: str, data: st.DataObject) -> None:
    """The words named hold the number, stand in the page, and no mark of theirs is taken for syntax."""
    start = data.draw(st.integers(0, len(page) - 1))
    span = Span(start=start, end=data.draw(st.integers(start + 1, len(page))))
    parts = describe_text_fragment(page, span).removeprefix(":~:text=").split(",")
    words = [unquote(part) for part in parts if not part.startswith("-") and not part.endswith("-")]

    assert not any(set(part) & set("&-") for part in (part.strip("-") for part in parts))
    assert len(words) == 1
    assert span.of(page) in words[0]
    assert words[0] in page


def test_official_address_quotes_the_page(built_site: BuiltSite) -> None:
    """The address of every fact is the official page's, with words that hold the fact as the page has it."""
    report = built_site.report_findings.report
    for fact in built_site.report_findings.facts:
        address, _, words = describe_official_address(report, fact).partition("#:~:text=")
        assert address == report.source_url
        assert fact.surface in unquote(words)
        assert unquote(words) in report.body
