from __future__ import annotations

import pytest
from sources import create_source

from chuxiong_site.content.spans import structure_line
from chuxiong_site.content.tags import structure_tag
from chuxiong_site.model.numeral import NumeralKind
from chuxiong_site.model.place import Span
from chuxiong_site.model.report import Tag
from chuxiong_site.problems import Problem


def read_tag(written: str, offset: int = 0) -> tuple[Tag | None, list[Problem]]:
    """Return the only tag of a line, and its problems."""
    line = structure_line(written, 1)
    [raw] = line.spans
    return structure_tag(create_source(written), line, raw, offset)


def test_a_fact() -> None:
    """A tag knows its words in the body, its place in the file and the indicator."""
    tag, problems = read_tag("共[20件]{fact=cases}", offset=100)
    assert problems == []
    assert tag is not None
    assert (tag.facts, tag.span) == (("cases",), Span(start=101, end=104))
    assert (tag.place.line, tag.place.column, tag.place.length) == (1, 3, 3)


def test_two_facts_in_one_number() -> None:
    """One number may state two indicators, written between quotes."""
    tag, _ = read_tag('[100%]{fact="a-rate b-rate"}')
    assert tag is not None
    assert tag.facts == ("a-rate", "b-rate")


@pytest.mark.parametrize(
    "attributes", ["fact", " fact", "fact as=before", "as=before fact", "problem=a fact"]
)
def test_a_fact_without_a_name(attributes: str) -> None:
    """`fact` alone is a fact that nobody has named; other attributes stand beside it, and places stay right."""
    tag, problems = read_tag(
        f"共[20件]{{{attributes}}}，另有[5人]{{}}。".replace("[5人]{}", "5人"), offset=100
    )
    assert problems == []
    assert tag is not None
    assert (tag.is_unnamed, tag.is_fact, tag.facts) == (True, True, ())
    assert (tag.span, tag.place.column) == (Span(start=101, end=104), 3)


def test_tags_after_one_without_a_name() -> None:
    """Tags inside and behind keep their places."""
    line = structure_line("共[[20件]{fact}、[5人]{fact}]{problem=a}，[3年]{fact=b}", 1)
    assert line.text == "共20件、5人，3年"
    assert [line.text[span.start : span.end] for span in line.spans] == ["20件", "20件、5人", "5人", "3年"]
    assert [span.attributes for span in line.spans] == ["fact", "problem=a", "fact", "fact=b"]


def test_role_and_repetition() -> None:
    """`as` is the role, `again` says that the number was stated before."""
    tag, _ = read_tag("[20天]{fact=days as=before again=yes}")
    assert tag is not None
    assert (tag.role, tag.again) == ("before", True)


def test_a_waiver() -> None:
    """`numeral` says what a number is that is no fact."""
    tag, _ = read_tag("[12345]{numeral=document_number}")
    assert tag is not None
    assert tag.numeral is NumeralKind.DOCUMENT_NUMBER


@pytest.mark.parametrize("key", ["problem", "plan", "achievement"])
def test_links(key: str) -> None:
    """Problems, plans and achievements carry the key that joins them."""
    tag, problems = read_tag(f"[服务还不够]{{{key}=services}}")
    assert problems == []
    assert getattr(tag, key) == "services"


@pytest.mark.parametrize(
    ("attributes", "code", "marked"),
    [
        ("fcat=a", "E303", "fcat=a"),
        ("fact=A", "E303", "fact=A"),
        ('fact=""', "E303", 'fact=""'),
        ("fact=a as=later", "E303", "as=later"),
        ("fact=a again=no", "E303", "again=no"),
        ("numeral=fact", "E303", "numeral=fact"),
        ("numeral=yeer", "E303", "numeral=yeer"),
        ("problem=A_b", "E303", "problem=A_b"),
        ("fact=a fact=b", "E304", "fact=b"),
        ("fact=a as=before as=after", "E304", "as=after"),
        ("", "E305", "20件"),
        ("as=before", "E305", "20件"),
        ("fact=a numeral=year", "E305", "20件"),
        ("problem=a again=yes", "E305", "20件"),
        ("fact again=yes", "E305", "20件"),
        ("fact fact=a", "E304", "fact=a"),
        ("fact numeral=year", "E305", "20件"),
    ],
)
def test_wrong_attributes(attributes: str, code: str, marked: str) -> None:
    """A wrong attribute gives no tag, and the problem marks exactly what is wrong."""
    written = f"共[20件]{{{attributes}}}。"
    tag, problems = read_tag(written)
    assert tag is None
    assert [problem.code for problem in problems] == [code]
    place = problems[0].place
    assert written[place.column - 1 : place.column - 1 + place.length] == marked


def test_all_wrong_attributes_at_once() -> None:
    """Every attribute of a tag is looked at, not only up to the first mistake."""
    _, problems = read_tag("[20件]{fcat=a as=later fact=b}")
    assert [problem.code for problem in problems] == ["E303", "E303"]


def test_no_words() -> None:
    """A tag around nothing is a problem."""
    assert [problem.code for problem in read_tag("甲[]{fact=a}")[1]] == ["E306"]
