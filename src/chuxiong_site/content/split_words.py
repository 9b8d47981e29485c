"""Sentences → words, by jieba with as much of its dictionary as the sentences can use.

Making ready all of jieba's 350,000 words takes a second or two. But a cut is only ever looked for among words that
stand in the text, and all others count in nothing but the total of the weights: without them the cuts are the same.
jieba is not even imported while the cache knows the text.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import json
import sys
import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..model.words import SentenceWords, Word

FORMAT = "1"
"""Changes when the form of the cached words does."""
FREQUENCY = 20000
"""High enough for a set phrase to be kept whole against the words it is made of."""
LONG = 50_000
"""Characters. To look for the words of a longer text takes longer than to take all there are."""


def compute_words_key(sentences: Iterable[str], dictionary: Iterable[str]) -> str:
    """Return a name for the words of these sentences under this dictionary."""
    parts = [FORMAT, version("jieba"), *dictionary, "", *sentences]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def read_cached_words(folder: Path, key: str) -> tuple[SentenceWords, ...] | None:
    """Return the words kept under a key, or `None`. A damaged file counts as none."""
    try:
        rows = json.loads((folder / f"words-{key}.json").read_bytes())
        return tuple(tuple(Word(text=text, tag=tag) for text, tag in row) for row in rows)
    except (OSError, ValueError, TypeError):
        return None


def render_words(words: Iterable[SentenceWords]) -> bytes:
    """Return words as they are kept in the cache."""
    rows = [[[word.text, word.tag] for word in row] for row in words]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def split_words(sentences: Sequence[str], dictionary: Iterable[str]) -> tuple[SentenceWords, ...]:
    """Cut sentences with jieba and the project's dictionary."""
    splitter = _create_splitter(sentences)
    for line in dictionary:
        word, _, tag = line.partition(" ")
        splitter.tokenizer.add_word(word, FREQUENCY, tag.strip() or "n")
    return tuple(
        tuple(Word(text=pair.word, tag=pair.flag) for pair in splitter.cut(sentence))
        for sentence in sentences
    )


def _create_splitter(sentences: Sequence[str]) -> Any:
    """Return a splitter that knows the words of jieba's dictionary that stand in the sentences, with their tags."""
    jieba, tagger = _import_jieba()
    words, weights, tags, total = _read_dictionary()
    known = _list_known(sentences, words)
    tokenizer = jieba.Tokenizer()
    tokenizer.get_dict_file = io.BytesIO
    tokenizer.FREQ = {words[index]: int(weights[index]) for index in known}
    for index in known:
        for end in range(1, len(words[index])):
            tokenizer.FREQ.setdefault(
                words[index][:end], 0
            )  # jieba looks on behind a beginning that it knows
    tokenizer.total = total
    tokenizer.initialized = True
    splitter = tagger.POSTokenizer(tokenizer)
    splitter.word_tag_tab = {words[index]: tags[index] for index in known}
    return splitter


def _list_known(sentences: Sequence[str], words: Sequence[str]) -> Sequence[int]:
    """Return the places in the dictionary of the words that stand in the sentences; of all words for a long text."""
    if sum(map(len, sentences)) > LONG:
        return range(len(words))
    longest = max(map(len, words))
    pieces = {
        sentence[start : start + length]
        for sentence in sentences
        for length in range(1, longest + 1)
        for start in range(len(sentence))
    }
    return [index for index, word in enumerate(words) if word in pieces]


@cache
def _read_dictionary() -> tuple[list[str], list[str], list[str], int]:
    """Return the words of jieba's dictionary, their weights, their tags, and the sum of the weights."""
    jieba, _ = _import_jieba()
    with jieba.dt.get_dict_file() as stream:
        cells = stream.read().decode("utf-8").split()
    words, weights, tags = cells[0::3], cells[1::3], cells[2::3]
    assert len(words) == len(weights) == len(tags), "a word, its weight and its tag stand in every line"
    return words, weights, tags, sum(map(int, weights))


@cache
def _import_jieba() -> tuple[Any, Any]:
    """Return jieba and its module of tags, which reads the whole dictionary for a splitter of its own.

    It is imported with an empty one and kept for us alone: whoever else imports it gets it with its dictionary.
    """
    name = "jieba.posseg"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        jieba = importlib.import_module("jieba")
        if name in sys.modules:
            return jieba, sys.modules[name]
        jieba.dt.get_dict_file = io.BytesIO
        try:
            tagger = importlib.import_module(name)
        finally:
            del jieba.dt.get_dict_file
        del sys.modules[name], jieba.posseg
    return jieba, tagger
