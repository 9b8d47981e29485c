"""Sentences → words. jieba is loaded only when the cache does not know the text: it costs a second or two."""

from __future__ import annotations

import hashlib
import json
import logging
import warnings
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from ..model.words import SentenceWords, Word

FORMAT = "1"
"""Changes when the form of the cached words does."""
FREQUENCY = 20000
"""High enough for a set phrase to be kept whole against the words it is made of."""


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


def split_words(
    sentences: Iterable[str], dictionary: Iterable[str], folder: Path
) -> tuple[SentenceWords, ...]:
    """Cut sentences with jieba and the project's dictionary; jieba keeps its own files in `folder`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
    jieba.default_logger.setLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(folder) if folder.is_dir() else None
    tokenizer.initialize()
    splitter = jieba.posseg.POSTokenizer(tokenizer)
    for line in dictionary:
        word, _, tag = line.partition(" ")
        tokenizer.add_word(word, FREQUENCY, tag.strip() or "n")
    return tuple(
        tuple(Word(text=pair.word, tag=pair.flag) for pair in splitter.cut(sentence))
        for sentence in sentences
    )
