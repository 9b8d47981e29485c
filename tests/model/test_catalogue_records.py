from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict
from typing import Any, TypeVar, cast

import pytest
from pydantic import ValidationError

from chuxiong_site.content.structure import create_adapter
from chuxiong_site.model.catalogue import ChartSpec, Disclosure, FrontMatter, Indicator, SiteConfig
from chuxiong_site.model.rules import list_descriptions

INDICATOR = {"id": "a-b", "name": "甲", "measure": "count", "unit": "件", "scope": "全州", "theme": "t"}

T = TypeVar("T")


def read(kind: type[T], data: object) -> T:
    """Return the record that plain data are."""
    record: T = create_adapter(cast("Any", kind)).validate_python(data)
    return record


def test_a_record_is_frozen() -> None:
    """Records cannot be changed after they were read."""
    indicator = read(Indicator, INDICATOR)
    with pytest.raises(FrozenInstanceError):
        indicator.name = "乙"  # type: ignore[misc]


def test_unknown_keys_are_refused() -> None:
    """A key that the record does not know is an error, not ignored."""
    with pytest.raises(ValidationError):
        read(Indicator, {**INDICATOR, "note": "甲"})


@pytest.mark.parametrize("name", ["a", "a1", "a-b", "one-thing-once-list", "a1-2"])
def test_ids(name: str) -> None:
    """Ids are lower-case words joined by hyphens."""
    assert read(Indicator, {**INDICATOR, "id": name}).id == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "A",
        "1a",
        "a_b",
        "a--b",
        "-a",
        "a-",
        "a b",
        "甲",
        "a.b",
        "a/b",
        "a" * 81,
        "a\n",
        "con",
        "aux",
        "com1",
        "lpt9",
    ],
)
def test_wrong_ids(name: str) -> None:
    """What could not stand in an address is refused."""
    with pytest.raises(ValidationError):
        read(Indicator, {**INDICATOR, "id": name})


def test_blanks_around_words() -> None:
    """Blanks around words are taken away; words that are only blanks are missing."""
    said = {"notice": "乙", "description": "丙"}
    assert read(SiteConfig, {"name": " 甲 ", **said}).name == "甲"
    with pytest.raises(ValidationError):
        read(SiteConfig, {"name": "  ", **said})


def test_charts_have_indicators() -> None:
    """A chart without indicators is refused, and so is one with too many to read."""
    chart = {"id": "a", "form": "bars", "title": "甲"}
    for count, right in ((0, False), (1, True), (12, True), (13, False)):
        given = {**chart, "indicators": tuple(f"i{n}" for n in range(count))}
        if right:
            assert len(read(ChartSpec, given).indicators) == count
        else:
            with pytest.raises(ValidationError):
                read(ChartSpec, given)


def test_the_eight_disclosure_fields() -> None:
    """The disclosure fields are eight, in the order of the official page, and empty by default."""
    assert list(list_descriptions(Disclosure).values()) == [
        "索引号", "公开目录", "发布机构", "主题词", "发布日期", "文号", "标题", "成文日期",
    ]  # fmt: skip
    assert set(asdict(Disclosure()).values()) == {""}


@pytest.mark.parametrize(("count", "right"), [(0, True), (5, True), (6, False)])
def test_headlines(count: int, right: bool) -> None:
    """The home page takes up to five numbers."""
    given = {
        "disclosure": {},
        "source_url": "https://example.org/",
        "source_sha256": "0" * 64,
        "body_from_line": "9",
        "sections": {},
        "headline": [f"a{n}" for n in range(count)],
    }
    if right:
        assert len(read(FrontMatter, given).headline) == count
    else:
        with pytest.raises(ValidationError):
            read(FrontMatter, given)
