"""Long lines of one character: a pattern that can read them in two ways would not come to its end in this life."""

from __future__ import annotations

import pytest

from chuxiong_site.content.contents_list import read_entry
from chuxiong_site.content.page_furniture import DELIMITERS
from chuxiong_site.content.structure_raw import UNMARKED
from chuxiong_site.content.tables import is_row

LONG = 400_000
"""Characters. What takes a step for each pair of them takes 80,000,000,000."""


@pytest.mark.parametrize("char", ["0", "甲", " ", "　", "|"])
def test_a_long_line_is_no_row(char: str) -> None:
    """A line without a second cell is told from a row of a table at once, however long it is."""
    assert not is_row(f"{char * LONG}甲")
    assert is_row(f"{char * LONG}甲\t乙")
    assert is_row(f"甲\t{char * LONG}")


@pytest.mark.parametrize("char", [" ", "\u3000", "-", ":"])
def test_a_long_line_is_no_delimiter(char: str) -> None:
    """Nor is it taken for the line under the head of a table in Markdown, or for a line of a few words."""
    assert DELIMITERS.fullmatch(f"{char * LONG}甲") is None
    assert UNMARKED.fullmatch(f"{char * LONG}。") is None
    assert DELIMITERS.fullmatch(f"{' ' * LONG}| --- | :--: |") is not None
    assert UNMARKED.fullmatch(f"{' ' * LONG}主要工作") is not None


@pytest.mark.parametrize("char", ["…", "·", ".", "-", " ", "1"])
def test_a_long_run_of_dots_is_an_entry(char: str) -> None:
    """An entry of a list of contents is read without the dots before its page, be there any number of them."""
    assert read_entry(f"一、工作{char * LONG}甲") == f"一、工作{char * LONG}甲"
    assert read_entry(f"一、工作{char * LONG}3") == "一、工作"
