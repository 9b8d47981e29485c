"""A cache of pure functions' results between runs, by the digest of function and arguments, for one version of the program.

Opens no file: the build hands in what the last run kept, and takes what is worth keeping for the next.
The answer to a question is found under a digest of the function's name and of its arguments, whole. So another
byte of a page is another question and has no answer here, and the work is done. The answers are pickles: whoever
could write a false one into the cache folder could as well change the program beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import marshal
import pickle
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
DIGEST = hashlib.sha256().digest_size
LARGEST = 8_000_000
"""Bytes. While there is more, the answers that nobody asked for this time are dropped."""


class Memory:
    """Pickled results by digest of function and arguments; each answer is unpickled anew, so results are never shared."""

    def __init__(self, kept: Mapping[bytes, bytes]) -> None:
        self.kept = dict(kept)
        self.asked: dict[bytes, bytes] = {}
        self.shelves: dict[str, Memory] = {}
        """What is kept apart, a report each: loaded when it is first asked for."""
        self.find_shelf: Callable[[str], Memory] = lambda _: Memory({})
        """How a shelf is loaded; the build says it, since only it knows where they are."""
        self.put_shelf: Callable[[str, Memory], None] = lambda _, __: None
        """How a shelf is stored."""
        self.wanted: dict[str, frozenset[bytes]] = {}
        """What was asked for of a shelf before it was closed."""

    def open_shelf(self, name: str) -> Memory:
        """Return what was kept apart under a name."""
        if name not in self.shelves:
            shelf = self.find_shelf(name)
            wanted = self.wanted.get(name, frozenset())
            shelf.asked = {question: shelf.kept[question] for question in wanted if question in shelf.kept}
            self.shelves[name] = shelf
        return self.shelves[name]

    def close_shelf(self, name: str) -> None:
        """Store what is kept apart under a name, and let go of it: it is loaded again when it is asked for."""
        shelf = self.shelves.pop(name, None)
        if shelf is not None:
            self.wanted[name] = frozenset(shelf.asked)
            self.put_shelf(name, shelf)

    def ask(self, question: bytes, work: Callable[[], T]) -> T:
        """Return the answer that is known, or work it out and keep it."""
        answer = self.kept.get(question) or self.asked.get(question)
        if answer is not None:
            self.asked[question] = answer
            known: T = pickle.loads(answer)
            return known
        result = work()
        self.asked[question] = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        return result

    def turn(self) -> None:
        """Forget, here and on all shelves, what nobody has asked for since the last turn."""
        for memory in (self, *self.shelves.values()):
            memory.kept, memory.asked = memory.asked, {}

    def list_worth_keeping(self) -> dict[bytes, bytes] | None:
        """Return the results to store for the next run; `None` when nothing is new."""
        if self.asked.keys() <= self.kept.keys():
            return None
        every = self.kept | self.asked
        return every if sum(map(len, every.values())) <= LARGEST else self.asked


_current: Memory | None = None
"""Only while a build or the preview lends one: whoever calls single functions has everything worked out."""


@contextlib.contextmanager
def use_memory(memory: Memory) -> Iterator[Memory]:
    """Set the memory that `remember` uses within this context."""
    global _current  # noqa: PLW0603  # like a cache, it is no part of any result
    before, _current = _current, memory
    try:
        yield memory
    finally:
        _current = before


@contextlib.contextmanager
def use_shelf(name: str) -> Iterator[None]:
    """Within this context keep everything on one shelf, and store it at the end."""
    whole = _current
    if whole is None:
        yield
        return
    shelf = whole.open_shelf(name)
    shelf.shelves = {name: shelf}
    with use_memory(shelf):
        yield
    shelf.shelves = {}
    whole.close_shelf(name)


def close_shelves() -> None:
    """Store what is kept apart, and let go of it."""
    for name in list(_current.shelves) if _current is not None else ():
        assert _current is not None
        _current.close_shelf(name)


def remember(function: Callable[P, T]) -> Callable[P, T]:
    """Decorate a pure function to take its result from memory. Arguments and results must be plain values or records."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        if _current is None:
            return function(*args, **kwargs)
        return _current.ask(compute_question((name, args, kwargs)), lambda: function(*args, **kwargs))

    return ask


def recall(shelf: str, values: object, work: Callable[[], T]) -> T:
    """Return the result of pure work from a shelf of the memory, known by the plain values that it is made of.

    For results that are large, and of one report: they are stored apart, and only the latest.
    """
    if _current is None:
        return work()
    return _current.open_shelf(shelf).ask(compute_question(values), work)


def compute_question(values: object) -> bytes:
    """Return the digest of plain values.

    Equal pickles are pickles of equal values, so a wrong answer cannot be found; equal values that are pickled
    differently only cost the work once more.
    """
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # the same whether two equal values in it are one object or two
    pickler.dump(values)
    return hashlib.sha256(buffer.getbuffer()).digest()


def load_memory(data: bytes, program: str) -> Memory:
    """Return the memory of an earlier run; empty for a damaged file or another program."""
    rows = unseal(data, program)
    return Memory({} if rows is None else marshal.loads(rows))


def dump_memory(memory: Memory, program: str) -> bytes | None:
    """Return the bytes to store for the next run; `None` when nothing is new."""
    every = memory.list_worth_keeping()
    return None if every is None else seal(marshal.dumps(every), program)


def dump_shelf(shelf: Memory, program: str) -> bytes | None:
    """Return the bytes of a shelf to store for the next run: what was asked for this time; `None` when nothing is new."""
    if shelf.asked.keys() <= shelf.kept.keys():
        return None
    return seal(marshal.dumps(shelf.asked), program)


def seal(data: bytes, program: str) -> bytes:
    """Return bytes to store that only the same program takes back, and only undamaged."""
    return _compute_seal(data, program) + data


def unseal(sealed: bytes, program: str) -> bytes | None:
    """Return the bytes that were sealed; `None` when the file is damaged or another program's."""
    data = sealed[DIGEST:]
    return data if _compute_seal(data, program) == sealed[:DIGEST] else None


def _compute_seal(data: bytes, program: str) -> bytes:
    digest = hashlib.sha256(program.encode() + b"\0")
    digest.update(data)
    return digest.digest()
