"""Are sentences cut as jieba cuts them with all of its dictionary, though only a part of it is made ready?"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from built import FIXTURES, ROOT
from chuxiong_site.content import split_words as splitting
from chuxiong_site.content.split_words import (
    Splitter,
    dump_lexicon,
    load_lexicon,
    read_lexicon,
    split_words,
)
from chuxiong_site.model.words import SentenceWords

OWN_WORDS = ("便民服务大厅", "办结率 n", "示例通 nz", "一网通办 v")
"""As projects write them: with a tag or without."""


@pytest.fixture(scope="module", name="whole")
def create_whole_splitter() -> Any:
    """Return jieba's own splitter with its whole dictionary and the words of a project."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
    jieba.default_logger.setLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    splitter = jieba.posseg.POSTokenizer(tokenizer)
    for line in OWN_WORDS:
        word, _, tag = line.partition(" ")
        tokenizer.add_word(word, splitting.FREQUENCY, tag or "n")
    return splitter


@pytest.fixture(scope="module", name="splitter")
def create_splitter() -> Splitter:
    """Return ours with the words of the same project; it learns from every text."""
    return Splitter(read_lexicon(), OWN_WORDS)


def check(whole: Any, sentences: Sequence[str], cut: Sequence[SentenceWords]) -> None:
    """Compare every word and every tag."""
    for sentence, words in zip(sentences, cut, strict=True):
        assert [(word.text, word.tag) for word in words] == [tuple(pair) for pair in whole.cut(sentence)]


def test_reports(whole: Any) -> None:
    """All lines of the reports of the fixtures, at once, and each with what the splitter has learnt from those before."""
    texts = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*/reports/*.txt"))]
    lines = tuple(dict.fromkeys(line for text in texts for line in text.splitlines()))
    assert len(lines) > 50
    check(whole, lines, split_words(lines, OWN_WORDS))
    splitter = Splitter(load_lexicon(dump_lexicon(read_lexicon())), OWN_WORDS)
    for line in lines:
        check(whole, (line,), splitter.split((line,)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            "的一了在是有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过便民服务办结率示例通 ，。12.a%\n"
        ),
        max_size=4,
    )
)
def test_any_text(whole: Any, splitter: Splitter, sentences: list[str]) -> None:
    """Rows of frequent characters, in which words overlap in every way."""
    check(whole, sentences, splitter.split(sentences))


def test_the_splitter_of_others_is_whole() -> None:
    """A program that uses ours and jieba too gets jieba with its dictionary, whichever it imports first."""
    ours = "from chuxiong_site.content.split_words import split_words; words = split_words(('全国人民代表大会',), ())"
    theirs = "import jieba.posseg; tags = [tuple(pair) for pair in jieba.posseg.cut('全国人民代表大会')]"
    for first, second in ((ours, theirs), (theirs, ours)):
        script = f"{first}\n{second}\nprint(tags, [(word.text, word.tag) for row in words for word in row])"
        ran = subprocess.run(
            [sys.executable, "-W", "ignore", "-X", "utf8", "-c", script],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert ran.stdout.strip() == "[('全国人民代表大会', 'nt')] [('全国人民代表大会', 'nt')]"
