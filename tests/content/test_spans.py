from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.content.spans import AnnotatedLine, structure_line

WORDS = st.text(alphabet="全州办结件数0123456789%,。(次)“”《》、 万", min_size=1, max_size=12)
IDS = st.sampled_from(["a", "visits", "online-rate", "x1-y2"])


def describe_spans(line: AnnotatedLine) -> list[tuple[str, str]]:
    """Return the words and attributes of each span."""
    return [(line.text[span.start : span.end], span.attributes) for span in line.spans]


def test_a_tag_leaves_its_words() -> None:
    """A tag is taken out of the line and its words stay."""
    line = structure_line("共办理[120件]{fact=visits}。", 3)
    assert line.text == "共办理120件。"
    assert line.number == 3
    assert describe_spans(line) == [("120件", "fact=visits")]


def test_adjacent_tags() -> None:
    """Two tags without a character between them are two spans."""
    line = structure_line("[3件]{fact=a}[5人]{fact=b}", 1)
    assert line.text == "3件5人"
    assert describe_spans(line) == [("3件", "fact=a"), ("5人", "fact=b")]


def test_a_tag_inside_a_tag() -> None:
    """A fact inside an achievement is a span of its own; the outer one comes first."""
    line = structure_line("[可办率达[99%]{fact=rate}以上]{achievement=online}。", 1)
    assert line.text == "可办率达99%以上。"
    assert describe_spans(line) == [("可办率达99%以上", "achievement=online"), ("99%", "fact=rate")]


def test_three_deep() -> None:
    """Tags may stand in tags that stand in tags."""
    line = structure_line("[甲[乙[9]{fact=c}]{problem=b}]{plan=a}", 1)
    assert line.text == "甲乙9"
    assert [attributes for _, attributes in describe_spans(line)] == ["plan=a", "problem=b", "fact=c"]


def test_where_words_and_attributes_stand() -> None:
    """The columns of a span are those of its words and of its attributes, counted from 1."""
    written = "甲[乙丙]{fact=visits again=yes}丁"
    [span] = structure_line(written, 1).spans
    assert written[span.column - 1 :].startswith("乙丙")
    assert written[span.attributes_column - 1 :].startswith("fact=visits")


def test_columns_after_a_tag() -> None:
    """Words after a tag keep the column that the editor shows, and the line's end has one too."""
    written = "甲[乙]{fact=a}丙"
    line = structure_line(written, 1)
    assert [written[column - 1] for column in line.columns[:-1]] == ["甲", "乙", "丙"]
    assert line.columns[-1] == len(written) + 1


def test_what_markdown_would_change_stays() -> None:
    """Emphasis, links, entities, escapes, list marks and indents are official text like any other."""
    for text in (
        "1. 甲",
        "　　甲",
        "*甲* _乙_ `丙`",
        "&lt;甲&gt; <b>",
        "[2017]47号",
        "\\[甲\\]",
        "# 甲",
        "甲  ",
    ):
        assert structure_line(text, 1).text == text


def test_a_broken_tag_stays_in_the_text() -> None:
    """What is no tag is left where it stands, for the text lock and the leftovers to find."""
    for text in ("[甲{fact=a}", "甲]{fact=a}", "[甲] {fact=a}", "[甲]{fact=a", "[甲]{a}", "[甲]｛fact=a｝"):
        line = structure_line(text, 1)
        assert (line.text, line.spans) == (text, ())


@settings(max_examples=150)
@given(st.lists(st.tuples(WORDS, st.none() | IDS, st.booleans()), max_size=8))
def test_tags_removed_give_the_line_back(pieces: list[tuple[str, str | None, bool]]) -> None:
    """However a line is tagged, the line without its tags is the line before, and columns point at its characters."""
    written = plain = ""
    count = 0
    for text, fact, deep in pieces:
        tagged = text if fact is None else f"[{text}]{{fact={fact}}}"
        written += f"[甲{tagged}乙]{{plan=p}}" if deep else tagged
        plain += f"甲{text}乙" if deep else text
        count += deep + (fact is not None)
    line = structure_line(written, 1)
    assert line.text == plain
    assert "".join(written[column - 1] for column in line.columns[:-1]) == plain
    assert len(line.spans) == count
    for span in line.spans:
        assert written[span.column - 2] == "["
        assert written[span.attributes_column - 1 :].startswith(span.attributes + "}")
