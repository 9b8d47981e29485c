"""Sentences → words, by jieba with as much of its dictionary as the sentences can use.

Making ready all of jieba's 350,000 words takes a second or two. But a cut is only ever looked for among words that
stand in the text, and all others count in nothing but the total of the weights: without them the cuts are the same.
So a splitter learns, before it cuts, those words that the sentences hold.
"""

from __future__ import annotations

import importlib
import io
import marshal
import re
import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from ..model.records import dataclass
from ..model.words import SentenceWords, Word

FREQUENCY = 20000
"""High enough for a set phrase to be kept whole against the words it is made of."""
WEIGHT = re.compile(r" (\d+) ")
ALIKE = re.compile(r"^(.).*(?:\n\1.*)*", re.MULTILINE)
"""Lines that begin with the same character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """jieba's dictionary."""

    entries: Mapping[str, bytes]
    """First character → the words that begin with it, each with its weight and its tag, all with spaces between; in
    UTF-8, since few of them are needed."""
    total: int
    """Sum of the weights."""


def read_lexicon() -> Lexicon:
    """Return jieba's dictionary, read whole."""
    jieba, _ = _import_jieba()
    with jieba.dt.get_dict_file() as stream:
        text = stream.read().decode("utf-8")
    weights = WEIGHT.findall(text)
    assert text.count(" ") == 2 * len(weights), "a word, its weight and its tag stand in every line"
    entries: dict[str, bytes] = {}
    for lines in ALIKE.finditer(text):
        more = lines[0].replace("\n", " ").encode()
        entries[lines[1]] = entries[lines[1]] + b" " + more if lines[1] in entries else more
    return Lexicon(entries=entries, total=sum(map(int, weights)))


def dump_lexicon(lexicon: Lexicon) -> bytes:
    """Return the bytes to keep for the next run."""
    return marshal.dumps((dict(lexicon.entries), lexicon.total))


def load_lexicon(data: bytes) -> Lexicon:
    """Return what was dumped."""
    entries, total = marshal.loads(data)
    return Lexicon(entries=entries, total=total)


def dump_words(words: Mapping[str, SentenceWords]) -> bytes:
    """Return the bytes to keep for the next run of the words of sentences."""
    return marshal.dumps(
        {sentence: [(word.text, word.tag) for word in row] for sentence, row in words.items()}
    )


def load_words(data: bytes) -> dict[str, SentenceWords]:
    """Return what was dumped."""
    rows = marshal.loads(data)
    return {sentence: tuple(Word(text=text, tag=tag) for text, tag in row) for sentence, row in rows.items()}


def split_words(sentences: Sequence[str], dictionary: Iterable[str]) -> tuple[SentenceWords, ...]:
    """Cut sentences with jieba and the project's dictionary."""
    return Splitter(read_lexicon(), dictionary).split(sentences)


class Splitter:
    """jieba with the words of a project, and with those of its own that stand in the sentences it was given."""

    def __init__(self, lexicon: Lexicon, dictionary: Iterable[str]) -> None:
        jieba, tagger = _import_jieba()
        self._lexicon = lexicon
        self._tokenizer = jieba.Tokenizer()
        self._tokenizer.get_dict_file = io.BytesIO
        self._tokenizer.total = lexicon.total
        self._tokenizer.initialized = True
        self._tagger = tagger.POSTokenizer(self._tokenizer)
        self._own: set[str] = set()
        for line in dictionary:
            word, _, tag = line.partition(" ")
            self._tokenizer.add_word(word, FREQUENCY, tag.strip() or "n")
            self._own.add(word)

    def split(self, sentences: Sequence[str]) -> tuple[SentenceWords, ...]:
        """Return the words of each sentence."""
        self._learn("\n".join(sentences))
        return tuple(
            tuple(Word(text=pair.word, tag=pair.flag) for pair in self._tagger.cut(sentence))
            for sentence in sentences
        )

    def _learn(self, text: str) -> None:
        """Make ready the words of jieba's dictionary that stand in a text."""
        starts: dict[str, list[int]] = {}
        for start, character in enumerate(text):
            starts.setdefault(character, []).append(start)
        for character in starts.keys() & self._lexicon.entries.keys():
            cells = self._lexicon.entries[character].decode().split()
            words = cells[0::3]
            lengths = set(map(len, words))
            pieces = {text[start : start + length] for start in starts[character] for length in lengths}
            for index, word in enumerate(words):
                if word in pieces and word not in self._own:
                    self._add(word, int(cells[3 * index + 1]), cells[3 * index + 2])

    def _add(self, word: str, weight: int, tag: str) -> None:
        self._tokenizer.FREQ[word] = weight
        self._tagger.word_tag_tab[word] = tag
        for end in range(1, len(word)):
            self._tokenizer.FREQ.setdefault(word[:end], 0)  # jieba looks on behind a beginning that it knows


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
