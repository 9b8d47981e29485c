from __future__ import annotations

import re

import pytest

from built import ROOT
from chuxiong_site.problems import CODES, describe_nearest, explain, find_nearest, is_warning


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained(code: str) -> None:
    """Every code has a title, a reason and a way to mend it, in Chinese sentences."""
    found = explain(code)
    assert found is not None
    assert re.fullmatch(r"[EW][0-9]{3}", found.code)
    assert found.title
    assert not found.title.endswith("。")
    assert found.why.endswith("。")
    assert found.fix.endswith("。")


def test_codes_are_in_order_and_unique() -> None:
    """Codes are listed once each, in order."""
    assert list(CODES) == sorted(set(CODES))


def test_codes_in_any_case() -> None:
    """A code may be typed in small letters; an unknown one is unknown."""
    assert explain("e310") == explain("E310")
    assert explain("E999") is None


def test_warnings() -> None:
    """Only codes with W let the site be published."""
    assert is_warning("W501")
    assert not is_warning("E501")


def test_every_code_of_the_program_is_known() -> None:
    """The program uses no code that is not explained, and explains none that it does not use."""
    sources = (ROOT / "src" / "chuxiong_site").rglob("*.py")
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in sources
        if path.name not in {"codes.py", "consequences.py"}
    )
    assert set(re.findall(r'"([EW][0-9]{3})"', text)) == set(CODES)


def test_nearest() -> None:
    """A misspelt word is answered with the known one; a strange word with nothing."""
    assert find_nearest("online-rat", ["online-rate", "visits"]) == "online-rate"
    assert describe_nearest("online-rat", ["online-rate"]) == "是不是要写 online-rate？"
    assert describe_nearest("甲", ["online-rate"]) == ""
    assert find_nearest("a" * 100_000, ["online-rate"]) is None
