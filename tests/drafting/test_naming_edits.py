"""Do decisions change no byte of the content files but those that say them?"""

from __future__ import annotations

import codecs

import pytest
import yaml

from chuxiong_site.drafting.naming.catalogue_edits import ForeignStyleError, add_entry
from chuxiong_site.drafting.naming.outline import plan_unlist
from chuxiong_site.drafting.naming.tag_edits import Naming, drop_tag, edit_tag
from chuxiong_site.drafting.naming.text_edits import TextEdit, apply_edits, split_lines
from chuxiong_site.drafting.naming.written import read_written
from chuxiong_site.model.place import Place

ENTRY = {"name": "种树", "measure": "count", "unit": "%", "scope": "全县", "theme": "trees"}


def edit(line: int, column: int, length: int, words: str) -> TextEdit:
    """Return an edit of a file."""
    return TextEdit(file="a.md", line=line, column=column, length=length, words=words)


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_the_characters_change(bom: bytes, end: str) -> None:
    """Byte order mark and line ends stay as they are, a new line ends as the others do, later edits do not move earlier ones."""
    data = bom + end.join(["甲乙丙", "丁戊", ""]).encode()
    edits = [edit(2, 1, 1, "一\n二"), edit(1, 2, 1, "[乙]"), edit(1, 4, 0, "。")]
    assert apply_edits(data, edits) == bom + end.join(["甲[乙]丙。", "一", "二戊", ""]).encode()
    assert apply_edits(data, []) == data


def test_lines_are_counted_as_the_reader_counts_them() -> None:
    """A carriage return inside a file of line feeds begins no line."""
    assert split_lines("甲\r\n乙\n丙".encode()) == (["甲\r", "乙", "丙"], "\r\n")


@pytest.mark.parametrize(
    ("line", "column", "attributes", "expected"),
    [
        ("受理[84件]{fact}。", 4, "fact=cases", "受理[84件]{fact=cases}。"),
        ('受理[84件]{fact="a b" of="甲 {县"}。', 4, "fact", "受理[84件]{fact}。"),
        ("受理84件。", 3, "fact=cases", "受理[84件]{fact=cases}。"),
        ("[受理84件]{problem=x}。", 4, "fact=cases", "[受理[84件]{fact=cases}]{problem=x}。"),
        ("[受理[84件]{fact}]{problem=x}。", 5, "fact=c", "[受理[84件]{fact=c}]{problem=x}。"),
        ("[84件]{fact=a problem=x-y}", 2, "fact=b", "[84件]{fact=b problem=x-y}"),
        ('[84件]{plan="x y" fact=a as=after}', 2, "fact", '[84件]{fact plan="x y"}'),
        ("[84件]{fact}[85件]{fact}", 2, "fact=c", "[84件]{fact=c}[85件]{fact}"),
    ],
)
def test_a_tag_is_written_or_changed(line: str, column: int, attributes: str, expected: str) -> None:
    """A number without a tag is given one, one with a tag keeps it and what it says of other things; other tags stay."""
    place = Place(file="a.md", line=1, column=column, length=3)
    assert apply_edits(line.encode(), [edit_tag(line, place, attributes)]).decode() == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[受理[84件]{numeral=idiom}]{problem=x}。", "[受理84件]{problem=x}。"),
        ("受理一[84件]{numeral=idiom achievement=x}。", "受理一[84件]{achievement=x}。"),
        ("受理一[[84]{problem=x}件]{numeral=idiom}。", "受理一[84]{problem=x}件。"),
        ("受理一[8[4件]{problem=x}]{numeral=idiom}。", "受理一8[4件]{problem=x}。"),
        ("受理一[8[4件]{numeral=year}]{numeral=idiom plan=x}。", "受理一[8[4件]{numeral=year}]{plan=x}。"),
    ],
)
def test_a_tag_is_dropped(line: str, expected: str) -> None:
    """The words stay where the tag goes, and the tag where it says something of another thing."""
    place = Place(file="a.md", line=1, column=5, length=3)
    assert apply_edits(line.encode(), [drop_tag(line, place)]).decode() == expected


@pytest.mark.parametrize(
    ("naming", "expected"),
    [
        (Naming(indicator="a"), "fact=a"),
        (Naming(indicator="a b", role="after"), 'fact="a b" as=after'),
        (
            Naming(indicator="a", role="target", year="2025", of="青石县"),
            "fact=a as=target year=2025 of=青石县",
        ),
        (Naming(indicator="a", of="甲 乙", again=True), 'fact=a of="甲 乙" again=yes'),
        (Naming(indicator="a", of="甲.乙"), 'fact=a of="甲.乙"'),
    ],
)
def test_a_naming_is_written_as_staff_write_it(naming: Naming, expected: str) -> None:
    """Quotation marks stand only around what needs them."""
    assert naming.attributes == expected


@pytest.mark.parametrize(
    "text",
    [
        "indicators:\n  a:\n    name: 甲\n",
        "# 说明\nthemes:\n  trees: 树\n\nindicators: # 全部\n  a: # 第一个\n    name: 甲\n\n# 末尾的话\n",
        "indicators: {}\n",
        "indicators: {} # 还没有\nthemes:\n  trees: 树\n",
        "indicators:\nthemes:\n  trees: 树\n",
        "indicators:\n    a:\n        name: 甲\nthemes:\n    trees: 树\n",
        "indicators:\n  a:\n    name: 甲",
    ],
)
def test_an_entry_comes_behind_the_last(text: str) -> None:
    """The file then says the same as before and the entry; every line that was there stays, in its order."""
    lines, _ = split_lines(text.encode())
    made = apply_edits(
        text.encode(), [add_entry(lines, "indicators.yaml", "indicators", "b", ENTRY)]
    ).decode()
    before, after = yaml.safe_load(text), yaml.safe_load(made)
    assert after == before | {"indicators": {**(before["indicators"] or {}), "b": ENTRY}}
    kept = iter(made.splitlines())
    assert all(
        any(line.replace(" {}", "").split() == other.split() for other in kept) for line in text.splitlines()
    )


def test_a_theme_is_one_line() -> None:
    """An entry that is a word stands behind its id."""
    text = "themes:\n  a: 甲\nindicators: {}\n"
    lines, _ = split_lines(text.encode())
    made = apply_edits(text.encode(), [add_entry(lines, "indicators.yaml", "themes", "b", "乙：丙")])
    assert yaml.safe_load(made)["themes"] == {"a": "甲", "b": "乙：丙"}
    assert made.decode().splitlines()[2].startswith("  b:")


@pytest.mark.parametrize(
    "text",
    ["indicators: {a: {name: 甲}}\n", '{"indicators": {}}\n', "themes: {}\n", "indicators: &x\n  a: {}\n"],
)
def test_a_file_in_another_style_is_left_alone(text: str) -> None:
    """Where entries do not stand one below the other nothing is added: the file would have to be written anew."""
    lines, _ = split_lines(text.encode())
    with pytest.raises(ForeignStyleError, match="indicators"):
        add_entry(lines, "indicators.yaml", "indicators", "b", ENTRY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  - x\n  - y\nb: c\n", "a:\n  - y\nb: c\n"),
        ("a:\n  - y\n  - x\nb: c\n", "a:\n  - y\nb: c\n"),
        ('a:\n  - "x"\nb: c\n', "b: c\n"),
        ("a:\n- x\nb: c\n", "b: c\n"),
        ("a: [x]\nb: c\n", "b: c\n"),
        ("a: [x, y]\nb: c\n", "a: [y]\nb: c\n"),
        ('a: [y, z, "x"]\nb: c\n', "a: [y, z]\nb: c\n"),
    ],
)
def test_an_item_is_taken_out_of_a_list(text: str, expected: str) -> None:
    """The other items and lines stay; a list that would be empty goes with its key."""
    assert apply_edits(text.encode(), drop_x(text)).decode() == expected


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - x # 说明\n  - y\n",
        "a:\n  # 说明\n  - x\nb: c\n",
        "a:\n  - x\n  # 说明\n  - y\n",
        "a: [x] # 说明\n",
        "a: # 说明\n  - x\nb: c\n",
        "a: [\n  x\n]\n",
    ],
)
def test_a_list_with_remarks_is_left_alone(text: str) -> None:
    """What a remark says might be of the item: staff take it away themselves."""
    assert drop_x(text) == []


def drop_x(text: str) -> list[TextEdit]:
    """Return the edits that take the item x away; none where it is staff's to do."""
    lines, _ = split_lines(text.encode())
    return [*plan_unlist(read_written("a.yaml", lines), "a", "x")]
