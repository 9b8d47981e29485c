"""How does `scan` tell the numerals of a text? Genres other than ours included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from chuxiong_site.analysis.numerals import read_numerals
from chuxiong_site.content.plain_markdown import strip_markdown
from chuxiong_site.terminal.scan_list import Scanned, describe_scan

GENRES = {
    "政府工作报告": (
        "地区生产总值增长5.2%左右，城镇新增就业1200万人以上，粮食产量1.39万亿斤。",
        [("5.2%", "5.2", "%", "approximate"), ("1200万人", "12000000", "人", "at_least"), ("1.39万亿斤", "1390000000000", "斤", None)],
    ),
    "统计公报": (
        "年末全州常住人口235.9万人，比上年末减少0.8万人；三次产业结构为17.6:38.2:44.2，人均生产总值77012元。",
        [("235.9万人", "2359000", "人", None), ("0.8万人", "8000", "人", None), ("17.6:38.2:44.2", None, "", None), ("77012元", "77012", "元", "average")],
    ),
    "信息公开年报": (
        "新收政府信息公开申请194件，上年结转3件，予以公开120件，占百分之六十；收取费用0元。",
        [("194件", "194", "件", None), ("3件", "3", "件", None), ("120件", "120", "件", None), ("百分之六十", "60", "%", None), ("0元", "0", "元", None)],
    ),
}  # fmt: skip
"""Genre → a sentence of ours, and its quantities as they are read."""


def scan(text: str, style: str) -> str:
    """Scan a plain text."""
    return describe_scan(
        Scanned(text=text, numerals=read_numerals(text), source=text, offsets=range(len(text) + 1)), style
    )


def list_quantities(text: str) -> list[tuple[Any, ...]]:
    """Return text, value, unit and qualifier of each quantity, as the JSON says."""
    rows = json.loads(scan(text, "json"))
    return [(r["text"], r["value"], r["unit"], r["qualifier"]) for r in rows if r["kind"] == "fact"]


@pytest.mark.parametrize("genre", GENRES)
def test_genres(genre: str) -> None:
    """Work reports, statistical communiqués and disclosure reports are read like ours."""
    text, expected = GENRES[genre]
    assert list_quantities(text) == expected


def test_the_json_keeps_the_contract() -> None:
    """Each numeral has the fields of the contract; offsets cut its words out of the text, `upper` only stands in a range."""
    text = "2023年，每队配备3—5名人员，拟新建20余个站点。"
    rows = json.loads(scan(text, "json"))
    assert [text[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]
    fields = ["start", "end", "text", "kind", "value", "unit", "approximate", "qualifier"]
    assert [list(row) for row in rows] == [fields, [*fields, "upper"], fields]
    assert (rows[0]["kind"], rows[0]["value"]) == ("year", None)
    assert (rows[1]["value"], rows[1]["upper"]) == ("3", "5")
    assert (rows[2]["value"], rows[2]["approximate"]) == ("20", True)


@pytest.mark.parametrize(
    ("text", "value", "extent"),
    [
        ("每队配备3—5名", "3", {"upper": "5"}),
        ("发病率为2.4/10万", "2.4", {"per": "100000"}),
        ("结构为12:38:50", None, {"members": ["12", "38", "50"]}),
        ("占比为3:1", "3", {"members": ["3", "1"]}),
        ("罚款30万元（含）以上", "300000", {"included": True}),
        ("罚款30万元（不含）以上", "300000", {"included": False}),
        ("发放几十万份", None, {"lower": "100000"}),
        ("增速为-3.5%", "-3.5", {}),
    ],
)
def test_the_json_says_how_far_a_number_goes(text: str, value: str | None, extent: dict[str, Any]) -> None:
    """The end of a range, what a rate is counted by, members, bounds and what is left open are fields of their own."""
    [row] = json.loads(scan(text, "json"))
    fields = ("lower", "upper", "per", "members", "included")
    assert (row["value"], {name: row[name] for name in fields if name in row}) == (value, extent)


def test_ordinals_have_a_place_in_the_json() -> None:
    """第三批 is the third, 前五 ends with the fifth, 二等奖 is of grade two; none is a quantity."""
    rows = json.loads(scan("第三批，位列前五，获二等奖，居首位。", "json"))
    assert [(row["kind"], row["value"]) for row in rows] == [("ordinal", place) for place in "3521"]


def test_the_table_is_aligned() -> None:
    """For people each numeral is a line with its place, kind, value and sentence; columns fit wide characters."""
    table = scan("第一行。\n办件132.87万件，其中20余次。", "text").split("\n")
    assert table == [
        "位置  数          类别  值       单位  限定  原句",
        "1:1   第一        序数  1                    【第一】行",
        "2:3   132.87万件  数字  1328700  件          办件【132.87万件】，其中20余次",
        "2:14  20余次      数字  20       次    约数  办件132.87万件，其中【20余次】",
        "共 3 个数：2 个数字，1 个年份、序号、名称等。",
    ]


def test_unseen_characters_are_shown() -> None:
    """A character that would change the terminal is written out."""
    assert "<U+202E>" in scan("\u202e共3件。", "text")


def test_an_annotated_copy_is_scanned_in_its_own_places() -> None:
    """Tags and front matter are passed over, and places are those of the file."""
    source = "---\nbody_from_line: 9\n---\n乡镇组建不少于[5人]{fact=team-2}的队伍\n"
    text, offsets = strip_markdown(source)
    scanned = Scanned(text=text, numerals=read_numerals(text), source=source, offsets=offsets)
    [row] = json.loads(describe_scan(scanned, "json"))
    assert source[row["start"] : row["end"]] == "5人"
    assert row["qualifier"] == "at_least"
    assert "\n4:9 " in describe_scan(scanned, "text")


def test_a_text_without_numbers(tmp_path: Path) -> None:
    """A text without numerals gives an empty list."""
    del tmp_path
    assert json.loads(scan("没有数。", "json")) == []
    assert scan("没有数。", "text").endswith("共 0 个数：0 个数字，0 个年份、序号、名称等。")
