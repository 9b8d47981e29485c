"""Does a change of an entry come out right whatever styles staff mix, and leave all that stands around it?"""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.drafting.naming.catalogue_edits import Value
from chuxiong_site.drafting.naming.entries import DropDecision, EntryDecision, plan_drop, plan_entry
from chuxiong_site.drafting.naming.text_edits import apply_edits

TEXTS = ("form", "title", "note", "emphasis")
LISTS = ("indicators", "also")
WORDS = ("甲", "甲 {a}", "乙：丙", "𠀀𠀁", "it's", '说"好"', "a: b", "x #y", "-", "1.10", "no", "很长的 提醒")
BEFORE = "\ufeff# 图\ncharts:  # 都在这里\n  zero:\n    form: trend  # 零\n    # 零的末尾\n\n  # 下一张\n"
AFTER = "\n  # 再下一张\n  nine: {form: trend, title: 玖}  # 九\n  # 末尾\n\nother: 1\n"

lines = st.sampled_from(WORDS)
values = st.fixed_dictionaries(
    {"form": lines},
    optional={
        **dict.fromkeys(TEXTS[1:], lines),
        **dict.fromkeys(LISTS, st.lists(lines, min_size=1, max_size=4, unique=True)),
    },
)


def quote(value: str, style: str) -> str:
    """Return words in single or double quotes."""
    doubled = value.replace("'", "''")
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f"'{doubled}'" if style == "single" else f'"{escaped}"'


def write_text(draw: st.DrawFn, key: str, value: str) -> list[str]:
    """Return the lines of a key with words, in a style that staff may choose."""
    style = draw(st.sampled_from(["single", "double", "literal", "folded", "below"]))
    if style in {"literal", "folded"}:
        mark = {"literal": "|", "folded": ">"}[style]
        return [f"{key}: {mark}-  # {key}", f"  {value}", *draw(st.sampled_from([[], [""]]))]
    if style == "below":
        return [f"{key}:", f"  {quote(value, 'single')}  # {key}"]
    return [f"{key}: {quote(value, style)}  # {key}"]


def write_list(draw: st.DrawFn, key: str, items: list[str]) -> list[str]:
    """Return the lines of a key with a list: in brackets, below its key, or as far left as that."""
    style = draw(st.sampled_from(["flow", "indented", "level"]))
    quoted = [quote(item, draw(st.sampled_from(["single", "double"]))) for item in items]
    if style == "flow":
        return [f"{key}: [{', '.join(quoted)}]  # {key}"]
    indent = "  " if style == "indented" else ""
    return [f"{key}:  # {key}", *(f"{indent}- {item}  # {key}-{i}" for i, item in enumerate(quoted))]


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, dict[str, Value]]:
    """Return an entry as staff write it, and what it says."""
    said: dict[str, Value] = draw(values)
    step = " " * draw(st.sampled_from([2, 4]))
    rows = []
    for key in draw(st.permutations(list(said))):
        value = said[key]
        rows += write_text(draw, key, value) if isinstance(value, str) else write_list(draw, key, list(value))
        rows += draw(st.sampled_from([[], ["# 之间"], [""]]))
    text = "".join(f"  {step}{row}\n" if row else "\n" for row in rows)
    return f"  one:  # 一\n{text}", said


def is_told(text: str, key: str) -> bool:
    """Tell whether the remark beside a key is there, on one line with the key, or below it with its value."""
    return any(line.endswith(f"# {key}") for line in text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(entries(), values, st.booleans(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_an_entry_of_any_style_is_changed(
    written: tuple[str, dict[str, Value]], decided: dict[str, Value], keep: bool, end: str, is_last: bool
) -> None:
    """It says what was decided; all around it, and the remarks beside values that stay, are as they were."""
    entry, said = written
    decided = {**said, **decided} if keep else decided
    after = "" if is_last else AFTER
    entry = entry.rstrip("\n") if is_last else entry
    data = (BEFORE + entry + after).replace("\n", end).encode()
    assert yaml.safe_load(data.decode().removeprefix("\ufeff"))["charts"]["one"].keys() == said.keys()
    files = {"charts.yaml": data}
    decision = EntryDecision(report="", group="charts", id="one", values=decided, seen=said)
    text = apply_edits(data, plan_entry(decision, files)).decode()
    assert text.startswith(BEFORE.replace("\n", end))
    assert text.endswith(after.replace("\n", end))
    plain = text.replace("\r\n", "\n")
    assert "\r" not in plain
    assert yaml.load(plain.removeprefix("\ufeff"), yaml.BaseLoader)["charts"]["one"] == decided
    unchanged = [key for key, value in said.items() if decided.get(key) == value]
    assert [key for key in unchanged if not is_told(plain, key)] == []


@settings(max_examples=30, deadline=None)
@given(entries(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_an_entry_of_any_style_goes(written: tuple[str, dict[str, Value]], end: str, is_last: bool) -> None:
    """Nothing of it is left but remarks that stand by themselves, and all around it is as it was."""
    entry, after = written[0].rstrip("\n") if is_last else written[0], "" if is_last else AFTER
    data = (BEFORE + entry + after).replace("\n", end).encode()
    decision = DropDecision(report="", group="charts", id="one")
    text = apply_edits(data, plan_drop(decision, {"charts.yaml": data})).decode().replace("\r\n", "\n")
    assert text.startswith(BEFORE)
    assert text.endswith(after)
    left = text[len(BEFORE) : len(text) - len(after)]
    assert [line for line in left.split("\n") if line.strip() not in {"", "# 之间"}] == []
