"""The counties and cities that a report names, and where; names come from the project's dictionary."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.report import Report
from ..model.words import CountyMention
from .keywords import list_sentences

SUFFIXES = ("县", "市", "区", "旗")


def compute_counties(report: Report, dictionary: Iterable[str]) -> tuple[CountyMention, ...]:
    """Return the counties and cities that the report names, in the order of the sentences that name them first."""
    mentions = []
    for name in _list_names(dictionary):
        sentences = tuple(s for s in list_sentences(report) if name in report.display.of(s))
        if sentences:
            mentions.append(CountyMention(name=name, sentences=sentences))
    return tuple(sorted(mentions, key=lambda mention: (mention.sentences[0], mention.name)))


def _list_names(dictionary: Iterable[str]) -> list[str]:
    names = []
    for line in dictionary:
        word, _, tag = line.partition(" ")
        if tag.strip() == "ns" and word.endswith(SUFFIXES):
            names.append(word)
    return names
