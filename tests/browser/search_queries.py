"""What is asked of search in the tests: pieces of sentences, spellings of facts, strings that stand nowhere."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from chuxiong_site.charts import describe_value
from chuxiong_site.model.findings import Fact

DIGITS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """A way to write a fact's value."""

    fact: str
    text: str
    has_unit: bool = True


def list_pieces(sentences: Iterable[str]) -> list[str]:
    """Return strings of two to eight characters, cut from the middle and the thirds of each sentence."""
    pieces = []
    for text in sentences:
        for size in range(2, 9):
            for part in (1, 2, 3):
                start = len(text) * part // 4 - size // 2
                pieces.append(text[max(start, 0) : max(start, 0) + size])
    return list(dict.fromkeys(piece for piece in pieces if len(piece.strip()) >= 2))


def list_absent(text: str) -> list[str]:
    """Return strings of two to eight Hanzi that the text lacks, the same ones every time."""
    chance = random.Random(20231)
    strange = [chr(code) for code in range(0x4E00, 0x9FA6) if chr(code) not in text]
    numerals = set("零一二三四五六七八九十百千万亿两〇壹贰叁肆伍陆柒捌玖拾佰仟")
    letters = [char for char in strange if char not in numerals]
    return ["".join(chance.sample(letters, chance.randint(2, 8))) for _ in range(200)]


def list_spellings(facts: Iterable[Fact]) -> list[Spelling]:
    """Return every fact as printed, full-width, in plain digits, with thousands marks, in Chinese numerals."""
    return [spelling for fact in facts for spelling in _spell(fact)]


def _spell(fact: Fact) -> list[Spelling]:
    plain = f"{fact.value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    grouped = f"{fact.value:,f}"
    unit = fact.unit.replace("(", "（").replace(")", "）")
    chinese = write_chinese(fact.value)
    spoken = f"百分之{chinese}" if unit == "%" else f"{chinese}{unit}"
    printed: tuple[str, ...] = (f"{plain}{unit}",)
    if not fact.unit_words:  # a cell whose unit and scale its heads say is not printed as what it counts
        printed = (fact.display, describe_value(fact), fact.display.translate(WIDE), *printed)
    whole = (*printed, *((spoken,) if len(spoken) > 1 else ()))
    bare = (plain, grouped, plain.translate(WIDE), chinese) if len(chinese) > 1 else (plain, grouped)
    return [Spelling(fact=fact.id, text=text, has_unit=bool(unit)) for text in whole] + [
        Spelling(fact=fact.id, text=text, has_unit=False) for text in bare
    ]


def write_chinese(value: Decimal) -> str:
    """Return a number in Chinese numerals: 1328700 → 一百三十二万八千七百, 98.22 → 九十八点二二."""
    whole, _, decimals = f"{value:f}".partition(".")
    decimals = decimals.rstrip("0")
    words = _write_whole(int(whole))
    words = words.removeprefix("一") if words.startswith("一十") else words
    return words + ("点" + "".join(DIGITS[int(digit)] for digit in decimals) if decimals else "")


def _write_whole(number: int) -> str:
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            rest = number % size
            gap = "零" if 0 < rest < size // 10 else ""
            return _write_whole(number // size) + word + gap + (_write_whole(rest) if rest else "")
    return _write_section(number)


def _write_section(number: int) -> str:
    """Write a number below ten thousand; an inner row of zeros is one 零."""
    words, text = "", str(number)
    for at, digit in enumerate(text):
        if digit != "0":
            words += DIGITS[int(digit)] + PLACES[len(text) - at - 1]
        elif words and not words.endswith("零") and text[at:].strip("0"):
            words += "零"
    return words
