"""Odd and huge texts are read in time that grows with their length, and never fail."""

from __future__ import annotations

import time

import pytest

from chuxiong_site.analysis.numerals import find_unread_digits, read_numerals
from chuxiong_site.model.numeral import NumeralKind

LONG = 60_000
GENEROUS_SECONDS = 12
"""Of this process alone: a busy machine is no fault. What grows with the square takes minutes."""
REPEATED = [
    "1", "１", "第", "第1", "一", "百分之", "1,", "1.", "1-", "1—", "1:", "1/", "1+", "1、", "-1", "111,", "“", "“一", '"', "《",
    "《一", "一年", "1年", "1件", "1个到", "2023-", "2023年", "http://", "a.", "a@", "A", "1A", "(1)", "1·", "1/", "点", "点一", "分之", "一分之", "百", "负", "-", "1×", "又", "几", "½", "8·", "一点", "壹", "约", "平均", " ", "\n", "1 ", "1\n", "一\n", "1 1", "第1、", "一、", "110、", "数十", "1比", "1大", "\u200b1",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "。，、；：？！",
        "“”《》（）",
        "\x00",
        "\ud800",
        "\udfff1件\ud800",
        "\ufeff",
        "\u200b",
        "\ue000\ue001",
    ],
)
def test_texts_without_words_are_read(text: str) -> None:
    """Nothing, punctuation, lone surrogates and private characters raise nothing; digits are read."""
    numerals = read_numerals(text)
    assert [numeral.text for numeral in numerals] == (["1件"] if "1件" in text else [])
    assert find_unread_digits(text, numerals) == ()


def test_private_characters_of_the_text_do_not_pass_for_claimed_numerals() -> None:
    """The characters that the reader marks its copy with are ordinary in a text."""
    assert [n.text for n in read_numerals("\ue000共3件\ue001、\ue0005项\ue000")] == ["3件", "5项"]


@pytest.mark.parametrize("piece", REPEATED, ids=repr)
def test_repetition_takes_linear_time(piece: str) -> None:
    """Any piece repeated to 60,000 characters is read within seconds of our own work, without a digit left over."""
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    started = time.process_time()
    numerals = read_numerals(text)
    unread = [span.of(text) for span in find_unread_digits(text, numerals)]
    assert time.process_time() - started < GENEROUS_SECONDS
    assert [words for words in unread if any(char.isdecimal() for char in words)] == []


def test_endless_digits_are_one_identifier() -> None:
    """More digits than any quantity has are a number that names something."""
    (numeral,) = read_numerals("1" * 100_000)
    assert (numeral.kind, len(numeral.text)) == (NumeralKind.DOCUMENT_NUMBER, 100_000)


def test_thirty_digits_are_still_counted_exactly() -> None:
    """Values beyond the default precision of decimal arithmetic stay exact."""
    (numeral,) = read_numerals("共" + "9" * 28 + ".5万件")
    assert str(numeral.value) == "9" * 28 + "5000"
