"""Load and store the cache of earlier runs: words, results of pure functions, compiled templates."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from ..content.read_cache import read_cache
from ..content.read_program import read_program
from ..content.split_words import compute_words_key, read_cached_words, render_words, split_words
from ..memory import close_shelves, dump_memory, dump_shelf, load_memory, use_memory
from ..model.project import Project
from ..model.words import SentenceWords, SplitWords
from ..publishing.cache import prepare_cache, write_cache
from ..rendering import dump_compiled, has_compiled, load_compiled
from .options import Progress

MEMORY = "memory.bin"
"""Its name in the cache folder."""


def create_splitter(project: Project, cache: Path, progress: Progress) -> SplitWords:
    """Return a word splitter that looks into the cache first and stores what it had to cut."""
    dictionary = (
        *project.list_whole_words(),
        *(word for term in project.terms for word in (term.id, *term.also)),
    )

    def split(sentences: tuple[str, ...]) -> tuple[SentenceWords, ...]:
        key = compute_words_key(sentences, dictionary)
        words = read_cached_words(cache, key)
        if words is None:
            with progress("正在分词；同样的文字只分一次，下次就快了"):
                words = split_words(sentences, dictionary)
            prepare_cache(cache)
            write_cache(cache, f"words-{key}.json", render_words(words))
        return words

    return split


@contextlib.contextmanager
def remembering(cache: Path) -> Iterator[None]:
    """Use the results of an earlier run of this same program, and store the new ones at the end."""
    program = read_program()
    memory = load_memory(read_cache(cache, MEMORY) or b"", program)
    memory.find_shelf = lambda name: load_memory(read_cache(cache, _name_shelf(name)) or b"", program)
    memory.put_shelf = lambda name, shelf: _store(cache, _name_shelf(name), dump_shelf(shelf, program))
    with use_memory(memory):
        yield
        close_shelves()
    _store(cache, MEMORY, dump_memory(memory, program))


def _store(cache: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        prepare_cache(cache)
        write_cache(cache, name, data)


def _name_shelf(report_id: str) -> str:
    return f"report-{report_id}.bin"


@contextlib.contextmanager
def keeping_templates(cache: Path) -> Iterator[None]:
    """Use the templates compiled by an earlier run, and store the new ones at the end."""
    name = f"templates-{sys.implementation.cache_tag}.bin"
    if not has_compiled():
        load_compiled(read_cache(cache, name) or b"")
    yield
    compiled = dump_compiled()
    if compiled is not None:
        prepare_cache(cache)
        write_cache(cache, name, compiled)
