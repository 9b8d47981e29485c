from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sources import create_source

from chuxiong_site.content.read_yaml import MAX_DEPTH, Document, read_yaml


def read(text: str) -> Document:
    """Read YAML text."""
    return read_yaml(create_source(text, "site.yaml"))


def find_codes(text: str) -> list[str]:
    """Return the codes of what is wrong with YAML text."""
    return [problem.code for problem in read(text).problems]


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "12:30", "1.10", "2024-01-18", "0x1F", "1e3", "007", "null", "~", "1_000", ".5", "on"],
)
def test_values_stay_as_typed(typed: str) -> None:
    """A plain value is what staff typed, never a truth value, a number or a date."""
    document = read(f"值: {typed}\n列:\n  - {typed}\n")
    assert document.problems == []
    assert document.data == {"值": typed, "列": [typed]}


def test_places_of_keys_and_values() -> None:
    """Every key and value knows its line, column and length, in lists and mappings of either style."""
    text = 'a: 甲\nb:\n  c: "乙丙"\n  d: [丁, 戊]\n'
    places = read(text).places
    found = {
        path: text.split("\n")[place.line - 1][place.column - 1 : place.column - 1 + place.length]
        for path, place in places.items()
        if path != ("b",)
    }
    assert found == {
        ("a", "#key"): "a", ("a",): "甲",
        ("b", "#key"): "b",
        ("b", "c", "#key"): "c", ("b", "c"): '"乙丙"',
        ("b", "d", "#key"): "d", ("b", "d"): "[丁, 戊]", ("b", "d", 0): "丁", ("b", "d", 1): "戊",
    }  # fmt: skip


def test_places_in_a_part_of_a_file() -> None:
    """The front matter of a report keeps the line numbers of its file."""
    source = create_source("---\na: 甲\nb: 乙\n---\n正文\n")
    document = read_yaml(source, text="a: 甲\nb: 乙\n", first_line=2)
    assert document.places[("b",)].line == 3
    assert document.places[("b",)].excerpt == "b: 乙"


def test_rare_characters_count_as_one() -> None:
    """A character outside the basic plane takes one column."""
    assert read("a: [𠮷, 乙]\n").places[("a", 1)].column == 8


def test_block_text() -> None:
    """Folded and literal text is read as YAML says."""
    assert read("a: >\n  甲\n  乙\nb: |\n  丙\n  丁\n").data == {"a": "甲 乙\n", "b": "丙\n丁\n"}


def test_a_key_written_twice() -> None:
    """A repeated key is a problem at its second place, naming the first; the first value stays."""
    document = read("a: 甲\nb: 乙\na: 丙\n")
    [problem] = document.problems
    assert (problem.code, problem.place.line) == ("E202", 3)
    assert "第 1 行" in problem.found
    assert document.data["a"] == "甲"
    assert document.complete


def test_the_same_key_in_two_places_is_fine() -> None:
    """Keys repeat across entries without harm."""
    assert find_codes("a:\n  name: 甲\nb:\n  name: 乙\n") == []


@pytest.mark.parametrize(
    "text", ["a: &x 甲\n", "a: *x\n", "a: !!str 甲\n", "a: !x 甲\n", "a: &x [甲]\n", "&x a: 甲\n"]
)
def test_anchors_aliases_and_tags(text: str) -> None:
    """Anchors, aliases and tags are refused wherever they stand."""
    assert find_codes(text) == ["E203"]
    assert not read(text).complete


def test_an_exploding_file() -> None:
    """A file that would unfold into billions of items is refused at its first anchor."""
    text = "a: &a [甲]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40))
    assert find_codes(text) == ["E203"]


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_nesting(opening: str) -> None:
    """Nesting beyond what any content needs is refused, however deep it goes, without recursion."""
    text = "a: " + opening * 50_000
    assert "E204" in find_codes(text)
    assert find_codes("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1) + "\n") == []


@pytest.mark.parametrize(
    "text", ["- 甲\n", "甲\n", "# 只有注释\n", "[a]: b\n", "? [a]\n: b\n", "a: 甲\n---\nb: 乙\n"]
)
def test_not_a_mapping(text: str) -> None:
    """A file that is not one mapping of words is a problem."""
    assert find_codes(text) == ["E205"]


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a:\n\tb: 甲\n", 2, 1, "制表符"),
        ("a: 甲: 乙\n", 1, 5, "冒号"),
        ("a: 甲\nb 乙\nc: 丙\n", 2, 1, "没有英文冒号"),
        ("a: 甲\nb：乙\nc: 丙\n", 2, 2, "全角冒号"),
        ('a: "甲\nb: 乙\n', 1, 4, "引号"),
        ('a: "甲" 乙\n', 1, 8, "引号"),
        ("a: [甲, 乙\nb: 丙\n", 1, 4, "括号"),
        ("a: {甲: 乙\nb: 丙\n", 1, 4, "括号"),
        ("a:\n    b: 甲\n  c: 乙\n", 3, 3, "缩进"),
        ("a:\n  - 甲\n - 乙\n", 3, 2, "缩进"),
        ("a: 甲\n  b: 乙\n", 2, 4, "缩进"),
        ("a: @甲\n", 1, 4, "符号"),
        ("a: %甲\n", 1, 4, "符号"),
    ],
)
def test_syntax(text: str, line: int, column: int, said: str) -> None:
    """What breaks a file is named in plain words, at the place to look."""
    document = read(text)
    [problem] = document.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("E201", line, column)
    assert said in problem.found
    assert problem.hint
    assert not document.complete


@settings(max_examples=200)
@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@ \n\t甲，", max_size=60))
def test_any_text_is_answered(text: str) -> None:
    """Whatever stands in a file, reading ends in data or in a problem with a line of that file."""
    document = read(text)
    assert document.problems or document.complete
    assert all(1 <= problem.place.line <= text.count("\n") + 1 for problem in document.problems)
