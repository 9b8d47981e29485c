"""Load and store the cache of earlier runs: words, results of pure functions, compiled templates."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ..content.read_cache import read_cache
from ..content.read_program import read_program
from ..content.split_words import (
    Splitter,
    dump_lexicon,
    dump_words,
    load_lexicon,
    load_words,
    read_lexicon,
)
from ..memory import Memory, close_shelves, dump_memory, dump_shelf, load_memory, seal, unseal, use_memory
from ..model.project import Project
from ..model.words import SentenceWords, SplitReport
from ..publishing.cache import prepare_cache, write_cache
from ..rendering import dump_compiled, has_compiled, load_compiled
from .options import Progress

MEMORY = "memory.bin"
LEXICON = "lexicon.bin"
"""Their names in the cache folder."""


def create_splitter(project: Project, cache: Path, progress: Progress) -> SplitReport:
    """Return a splitter that cuts only the sentences of a report that were not cut last time."""
    dictionary = (
        *project.list_whole_words(),
        *(word for term in project.terms for word in (term.id, *term.also)),
    )
    mark = "\n".join((read_program(), *dictionary))

    def split(report_id: str, sentences: tuple[str, ...]) -> tuple[SentenceWords, ...]:
        name = f"words-{report_id}.bin"
        kept = unseal(read_cache(cache, name) or b"", mark)
        known = {} if kept is None else load_words(kept)
        unknown = [sentence for sentence in dict.fromkeys(sentences) if sentence not in known]
        if unknown:
            with progress("正在分词；同样的句子只分一次，下次就快了"):
                cut = _prepare_splitter(cache, dictionary).split(unknown)
            known |= dict(zip(unknown, cut, strict=True))
            prepare_cache(cache)
            write_cache(
                cache, name, seal(dump_words({sentence: known[sentence] for sentence in sentences}), mark)
            )
        return tuple(known[sentence] for sentence in sentences)

    return split


@lru_cache(maxsize=1)  # one for all reports, and alive in the preview
def _prepare_splitter(cache: Path, dictionary: tuple[str, ...]) -> Splitter:
    """Return jieba with the words of a project; its dictionary is kept in a form that is sooner loaded."""
    program = read_program()
    kept = unseal(read_cache(cache, LEXICON) or b"", program)
    if kept is not None:
        return Splitter(load_lexicon(kept), dictionary)
    lexicon = read_lexicon()
    prepare_cache(cache)
    write_cache(cache, LEXICON, seal(dump_lexicon(lexicon), program))
    return Splitter(lexicon, dictionary)


@contextlib.contextmanager
def remembering(cache: Path) -> Iterator[Memory]:
    """Use the results of an earlier run of this same program, and store the new ones at the end."""
    program = read_program()
    memory = load_memory(read_cache(cache, MEMORY) or b"", program)
    memory.find_shelf = lambda name: load_memory(read_cache(cache, _name_shelf(name)) or b"", program)
    memory.put_shelf = lambda name, shelf: _store(cache, _name_shelf(name), dump_shelf(shelf, program))
    with use_memory(memory):
        yield memory
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
