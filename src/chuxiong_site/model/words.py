"""Records of a report's words, as a word splitter cuts them, and of what is made of them."""

from __future__ import annotations

from collections.abc import Callable

from .catalogue import Term
from .place import Span
from .records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word with its part of speech (jieba's tag set: n noun, ns place, v verb …)."""

    text: str
    tag: str


SentenceWords = tuple[Word, ...]
"""The words of one sentence, in order; joined they are the sentence as readers see it."""

SplitWords = Callable[[tuple[str, ...]], tuple[SentenceWords, ...]]
"""Cuts texts into words; handed in, because the splitter lives on disk."""

SplitReport = Callable[[str, tuple[str, ...]], tuple[SentenceWords, ...]]
"""Cuts the sentences of the report of an id: what is known of its sentences from last time is kept by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word that says what a section is about."""

    text: str
    count: int
    """How often it stands in the section."""
    sentences: tuple[Span, ...]
    """The sentences it stands in, raw offsets, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionKeywords:
    """The keywords of one section, the most telling first."""

    section: str
    keywords: tuple[Keyword, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpts:
    """The sentences that stand for the whole of a page."""

    section: str
    """Number of the section that begins the page."""
    sentences: tuple[Span, ...]
    """Raw offsets, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalityMention:
    """A locality of the gazetteer that the report names, with every sentence that names it."""

    name: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermMention:
    """A term that the report uses, with every place where it stands."""

    term: Term
    spans: tuple[Span, ...]
    """Raw offsets, in order."""

    def stands_in(self, span: Span) -> bool:
        """Tell whether the term stands somewhere inside a span."""
        return any(span.contains(own) for own in self.spans)
