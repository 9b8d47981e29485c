"""Do changes of an entry touch no character but those that say it, in whatever style staff write YAML?"""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from chuxiong_site.drafting.naming.catalogue_edits import ForeignStyleError, Value
from chuxiong_site.drafting.naming.entries import (
    LABELS,
    DropDecision,
    EntryDecision,
    FieldKind,
    OtherEntryError,
    UnknownEntryError,
    list_entries,
    list_shapes,
    plan_drop,
    plan_entry,
)
from chuxiong_site.drafting.naming.text_edits import apply_edits

FILE = """\
# 图
charts:   # 后面是图
  one:
    form: figures   # 大字
    title: '甲 {a}'
    note: >-
      很长的
      提醒

    # 次序不能变
    indicators:
      - a   # 第一个
      - b
    drafted: true
  two:
    form: trend
    title: 乙
    indicators: [a, b]   # 两个

  # 第三张
  three: {form: trend, title: 丙, indicators: [a]}
"""
ONE = {
    "form": "figures",
    "title": "甲 {a}",
    "note": "很长的 提醒",
    "indicators": ["a", "b"],
    "drafted": "true",
}


def change(text: str, id: str, **values: Value) -> str:  # noqa: A002
    """Return the file after a decision about an entry."""
    files = {"charts.yaml": text.encode()}
    seen = list_entries("charts", files).get(id)
    decision = EntryDecision(report="2024", group="charts", id=id, values=values, seen=seen)
    return apply_edits(files["charts.yaml"], plan_entry(decision, files)).decode()


def drop(text: str, id: str) -> str:  # noqa: A002
    """Return the file after an entry was taken out."""
    files = {"charts.yaml": text.encode()}
    decision = DropDecision(report="2024", group="charts", id=id)
    return apply_edits(files["charts.yaml"], plan_drop(decision, files)).decode()


def test_what_is_said_already_is_not_written_anew() -> None:
    """The same values change no byte, whatever their style."""
    assert change(FILE, "one", **ONE) == FILE
    assert list_entries("charts", {"charts.yaml": FILE.encode()})["one"] == ONE


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("form", "rates", "form: figures   # 大字", "form: rates   # 大字"),
        ("title", "甲 {b}", "title: '甲 {a}'", 'title: "甲 {b}"'),
        ("note", "短", "note: >-\n      很长的\n      提醒\n", "note: 短\n"),
        ("note", "", "    note: >-\n      很长的\n      提醒\n", ""),
        ("drafted", "", "    drafted: true\n", ""),
        ("indicators", ["b", "c"], "- a   # 第一个\n      - b\n", "- b\n      - c\n"),
        ("emphasis", "a", "    drafted: true\n", "    drafted: true\n    emphasis: a\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_value_changes(key: str, value: Value, old: str, new: str, end: str) -> None:
    """A value of any style, a list, a key more or less: all else, remarks and line ends too, stays."""
    assert old in FILE
    changed = change(FILE.replace("\n", end), "one", **{**ONE, key: value})
    assert changed == FILE.replace(old, new).replace("\n", end)


def test_remarks_stay_beside_what_stays() -> None:
    """Items that stay keep their lines; a new key stands below the last that stays, whose remark is not its own."""
    longer = change(FILE, "one", **{**ONE, "indicators": ["a", "b", "c"]})
    assert longer == FILE.replace("      - b\n", "      - b\n      - c\n")
    first = change(FILE, "one", **{**ONE, "indicators": ["c", "a", "b"]})
    assert first == FILE.replace("      - a ", "      - c\n      - a ")
    shorter = change(FILE, "one", **{**ONE, "indicators": ["a"]})
    assert shorter == FILE.replace("      - b\n", "")
    added = change(FILE, "two", form="trend", title="乙", indicators=["a", "b"], note="丙", emphasis="a")
    assert added == FILE.replace("# 两个\n", "# 两个\n    note: 丙\n    emphasis: a\n")


def test_a_key_that_goes_and_one_that_comes_are_kept_apart() -> None:
    """The last key, with a remark, goes while others come."""
    text = "charts:\n  one:\n    form: trend\n    drafted: true   # 起草的\n  two:\n    form: trend\n"
    changed = change(text, "one", form="trend", title="甲", note="乙")
    assert changed == text.replace("drafted: true   # 起草的", "title: 甲\n    note: 乙")


def test_a_list_whose_remarks_are_in_its_brackets_is_left_to_staff() -> None:
    """Nothing says which item such a remark is about."""
    text = "charts:\n  one:\n    indicators: [a,  # 第一个\n      b]\n"
    with pytest.raises(ForeignStyleError, match="第 3 行"):
        change(text, "one", indicators=["a"])


def test_a_remark_behind_the_mark_of_a_block_stays() -> None:
    """It is about the key, not about its words."""
    text = "charts:\n  one:\n    note: |  # 提醒\n      甲\n      乙\n    form: trend\n"
    changed = change(text, "one", note="丙", form="trend")
    assert changed == text.replace("|  # 提醒\n      甲\n      乙", "丙  # 提醒")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_may_end_without_a_line_end(end: str) -> None:
    """Its last entry and its last key go like any other, and more is added behind them."""
    text = "charts:\n  one:\n    form: trend\n  two:\n    form: trend\n    note: 乙".replace("\n", end)
    assert drop(text, "two") == "charts:\n  one:\n    form: trend\n".replace("\n", end)
    assert change(text, "two", form="trend") == text.removesuffix("    note: 乙")
    assert change(text, "two", form="trend", note="乙", title="丙") == f"{text}{end}    title: 丙"
    assert change(text, "two", form="trend", title="丙") == text.replace("note: 乙", "title: 丙") + end


def test_what_is_written_in_part_is_filled_in() -> None:
    """A name without an entry, and a key without its list, are given what was decided."""
    assert change("charts:\n  one:   # 图\n  two:\n", "one", form="trend", indicators=["a"]) == (
        "charts:\n  one:   # 图\n    form: trend\n    indicators:\n      - a\n  two:\n"
    )
    text = "charts:\n  one:\n    indicators:\n    form: trend\n"
    changed = change(text, "one", form="trend", indicators=["a", "b"])
    assert changed == text.replace("indicators:", "indicators: [a, b]")
    for braces in ("{}", "~"):
        with pytest.raises(ForeignStyleError):
            change(f"charts:\n  one: {braces}\n", "one", form="trend")


def test_a_term_without_its_explanation_is_still_listed() -> None:
    """Its keys stay to be filled in, as those of a new one."""
    text = "terms:\n  甲:\n    definition: 乙。   # 查一查\n    source: 丙\n    also:\n      - 丁\n"
    files = {"terms.yaml": text.encode()}
    nothing: dict[str, Value] = {"definition": "", "source": "", "also": ()}
    seen = list_entries("terms", files)["甲"]
    decision = EntryDecision(report="2024", group="terms", id="甲", values=nothing, seen=seen)
    changed = apply_edits(files["terms.yaml"], plan_entry(decision, files)).decode()
    assert changed == 'terms:\n  甲:\n    definition: ""   # 查一查\n    source: ""\n'


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_that_editors_do_not_count_is_told(mark: str) -> None:
    """The parser says other lines than those that staff see: nothing is written at a wrong place."""
    text = f"charts:\n  one:\n    note: '甲{mark}乙'\n    form: trend\n"
    with pytest.raises(ForeignStyleError, match="看不见"):
        change(text, "one", form="bars")


def test_words_in_several_lines_stay_so_when_others_change() -> None:
    """A form shows them in one line, and what it shows was not changed."""
    text = "charts:\n  one:\n    note: |\n      甲，\n      乙\n    form: trend\n"
    assert change(text, "one", note="甲，乙", form="bars") == text.replace("trend", "bars")


def test_what_others_wrote_is_not_written_over() -> None:
    """A new entry takes no other's name, and a form that was opened before another's change does not undo that."""
    files = {"charts.yaml": FILE.encode()}
    new = EntryDecision(report="2024", group="charts", id="two", values={"form": "bars"})
    with pytest.raises(OtherEntryError, match="已经有「two」"):
        plan_entry(new, files)
    with pytest.raises(OtherEntryError, match="刚刚在别处改过"):
        plan_entry(replace(new, seen={"form": "trend", "title": "别的"}), files)
    with pytest.raises(UnknownEntryError):
        plan_entry(replace(new, id="ten", seen={"form": "trend"}), files)
    seen = {"form": "trend", "title": "乙", "indicators": ("a", "b")}
    assert plan_entry(replace(new, seen=seen, values={**seen, "title": "丙"}), files)


def test_what_no_form_shows_is_not_touched() -> None:
    """Lists of lists are no texts: they are not shown, and nothing else that is decided takes them out."""
    text = "charts:\n  one:\n    form: trend\n    indicators: [[a]]\n"
    assert list_entries("charts", {"charts.yaml": text.encode()}) == {"one": {"form": "trend"}}
    assert change(text, "one", form="bars") == text.replace("trend", "bars")


def test_a_list_in_brackets_stays_in_brackets() -> None:
    """Another item goes where staff wrote the others."""
    changed = change(FILE, "two", form="trend", title="乙", indicators=["a", "c", "b"])
    assert changed == FILE.replace("[a, b]", "[a, c, b]")


def test_a_new_entry_stands_behind_the_last() -> None:
    """Its list is written one item a line, and read back as it was decided."""
    text = drop(FILE.replace("  # 第三张\n  three: {form: trend, title: 丙, indicators: [a]}\n", ""), "two")
    changed = change(text, "four", form="trend", title="丁 {a}", note="", indicators=["a"])
    assert changed.startswith(text.rstrip("\n"))
    entry = yaml.safe_load(changed)["charts"]["four"]
    assert entry == {"form": "trend", "title": "丁 {a}", "indicators": ["a"]}


def test_a_term_that_means_something_to_yaml_is_quoted() -> None:
    """A term may be any words of a report; one without an explanation is written with what there is to fill in."""
    files = {"terms.yaml": b"terms:\n"}
    decision = EntryDecision(
        report="2024", group="terms", id="“甲”: 乙", values={"definition": "", "source": "", "also": ()}
    )
    changed = apply_edits(files["terms.yaml"], plan_entry(decision, files)).decode()
    assert yaml.safe_load(changed) == {"terms": {"“甲”: 乙": {"definition": "", "source": ""}}}


def test_an_entry_goes_with_its_lines() -> None:
    """The remarks of the others stay, and the group may be empty then and be added to again."""
    assert drop(FILE, "two") == FILE.replace(FILE[FILE.index("  two:") : FILE.index("\n  # 第三张")], "")
    lone = "charts:\n  # 图\n  one:\n    form: trend\n    title: 甲\n"
    assert drop(lone, "one") == "charts:\n  # 图\n"
    assert yaml.safe_load(change(drop(lone, "one"), "two", title="乙"))["charts"] == {"two": {"title": "乙"}}


def test_a_key_without_a_value_is_given_one() -> None:
    """Words behind a lone colon stand a blank apart from it."""
    text = "charts:\n  one:\n    form: trend\n    note:\n    title: 甲\n"
    assert change(text, "one", form="trend", title="甲", note="乙") == text.replace("note:", "note: 乙")


def test_an_entry_in_braces_is_changed_inside_them() -> None:
    """A value changes where it stands, the entry goes with its line; another key in the braces is left to staff."""
    three = {"form": "trend", "title": "丙", "indicators": ["a"]}
    assert change(FILE, "three", **{**three, "title": "丁"}) == FILE.replace("丙", "丁")
    assert drop(FILE, "three") == FILE.replace("  three: {form: trend, title: 丙, indicators: [a]}\n", "")
    with pytest.raises(ForeignStyleError):
        change(FILE, "three", **three, note="戊")


@pytest.mark.parametrize("text", ["charts: {one: {form: x}}\n", "charts:\n  one: [\n"])
def test_what_cannot_be_written_so_is_refused(text: str) -> None:
    """Entries in the group's own braces, and files that cannot be read, are left to staff."""
    with pytest.raises(ForeignStyleError):
        drop(text, "one")


def test_an_entry_that_is_gone_is_said_to_be() -> None:
    """Another window may have taken it out."""
    with pytest.raises(UnknownEntryError, match="nine"):
        drop(FILE, "nine")


def test_every_record_has_a_form() -> None:
    """Each kind of chart, check and term is asked for with its own keys, all of them with a label in Chinese."""
    shapes = {(shape.group, shape.id): shape for shape in list_shapes()}
    ratio = shapes["checks", "ratio"]
    assert ratio.name == "比率 = 部分 ÷ 整体"
    assert [(one.key, one.kind) for one in ratio.fields] == [
        ("name", FieldKind.TEXT),
        *((key, FieldKind.INDICATOR) for key in ("rate", "part", "whole")),
    ]
    chart = {one.key: one for one in shapes["charts", ""].fields}
    assert (chart["form"].kind, chart["indicators"].kind) == (FieldKind.FORM, FieldKind.INDICATORS)
    assert (chart["title"].is_needed, chart["note"].is_needed) == (True, False)
    assert {one.kind for one in shapes["terms", ""].fields} == {FieldKind.TEXT, FieldKind.TEXTS}
    assert not [
        one for shape in shapes.values() for one in shape.fields if "标识" in one.note or "=" in one.note
    ]
    assert {one.label for shape in shapes.values() for one in shape.fields} == set(LABELS.values())
