"""The tables of the numeral reader say what they do: examples hold, units and words are all alive."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from chuxiong_site.analysis.numerals import read_numerals
from chuxiong_site.analysis.numerals.lexicon import LEXICAL, PRINCIPLES, SERVICE_NUMBERS, SET_PHRASES
from chuxiong_site.analysis.numerals.reader import read_claims
from chuxiong_site.analysis.numerals.rules import RULES, Rule
from chuxiong_site.analysis.numerals.units import COMMON, DIGITS_ONLY, LATIN_UNITS
from chuxiong_site.model.numeral import NumeralKind

GUARD = re.compile(r"\(\?<?[!=][^()]*(?:\([^()]*\)[^()]*)*\)")


def plain_words(table: tuple[tuple[str, str], ...]) -> list[str]:
    """Return the words of a table that hold no pattern but guards."""
    words = [GUARD.sub("", word) for _, row in table for word in row.split()]
    return [word for word in words if not re.search(r"[\[\]()?\\|]", word)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_reads_its_own_example(rule: Rule) -> None:
    """The words in 【】 are claimed by the rule itself, as its kind, not by another."""
    before, inside, after = re.split("[【】]", rule.example)
    claims = {
        span.of(before + inside + after): claimed for claimed, span, _ in read_claims(before + inside + after)
    }
    assert claims.get(inside) is rule


def test_rule_names_are_unique() -> None:
    """A name stands for one rule."""
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("unit", [unit for unit in plain_words(COMMON) if "半" not in unit])
def test_common_units_follow_digits_and_chinese_numerals(unit: str) -> None:
    """A measure word of the common table makes 3 and 三十二 quantities of that unit."""
    for words, value in (("3", Decimal(3)), ("三十二", Decimal(32))):
        (numeral,) = read_numerals(f"共{words}{unit}。")
        assert (numeral.kind, numeral.value, numeral.unit) == (NumeralKind.FACT, value, unit)


@pytest.mark.parametrize("unit", [unit for unit in plain_words(DIGITS_ONLY) if unit not in {"月", "季度"}])
def test_other_units_follow_digits_only(unit: str) -> None:
    """The other measure words count after 37 and leave 三 a word."""
    (numeral,) = read_numerals(f"共37{unit}。")
    assert (numeral.kind, numeral.value, numeral.unit) == (NumeralKind.FACT, Decimal(37), unit)
    assert [n for n in read_numerals(f"共三{unit}。") if n.kind is NumeralKind.FACT] == []


@pytest.mark.parametrize("unit", LATIN_UNITS[3:].split(")")[0].split("|"))
def test_latin_units_follow_digits(unit: str) -> None:
    """Km and its like are units, not parts of a name."""
    (numeral,) = read_numerals(f"共37{unit}，")
    assert (numeral.kind, numeral.unit) == (NumeralKind.FACT, unit)


@pytest.mark.parametrize("word", plain_words(LEXICAL))
def test_lexical_words_are_no_numerals(word: str) -> None:
    """No numeral is read in a word of the lexical table, a measure word after it or not."""
    assert read_numerals(f"的{word}，") == ()


@pytest.mark.parametrize("phrase", plain_words(SET_PHRASES))
def test_set_phrases_are_idioms_with_and_without_quotation_marks(phrase: str) -> None:
    """A set phrase is one idiom."""
    for text in (f"落实{phrase}，", f"落实“{phrase}”，"):
        assert [(n.text, n.kind) for n in read_numerals(text)] == [(phrase, NumeralKind.IDIOM)]


@pytest.mark.parametrize("principle", PRINCIPLES.split()[:-1])
def test_numbered_principles_are_idioms(principle: str) -> None:
    """四个意识 and its like are named, not counted."""
    (numeral,) = read_numerals(f"坚决做到四个{principle}，")
    assert (numeral.text, numeral.kind) == (f"四个{principle}", NumeralKind.IDIOM)


@pytest.mark.parametrize("number", SERVICE_NUMBERS.split())
def test_known_hotlines_are_numbers_unless_a_unit_follows(number: str) -> None:
    """A hotline's number is a name; the same digits before 件 count."""
    assert [n.kind for n in read_numerals(f"通过{number}受理")] == [NumeralKind.DOCUMENT_NUMBER]
    assert [n.kind for n in read_numerals(f"受理{number}件")] == [NumeralKind.FACT]
