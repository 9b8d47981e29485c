"""The localities that a report names, and where; their names come from the project's gazetteer."""

from __future__ import annotations

import re

from ..model.catalogue import Gazetteer
from ..model.report import Report
from ..model.words import LocalityMention
from .keywords import list_sentences


def compute_localities(report: Report, gazetteer: Gazetteer | None) -> tuple[LocalityMention, ...]:
    """Return the localities that the report names, in the order of the sentences that name them first.

    A name inside a longer name of the gazetteer is that longer one's.
    """
    if gazetteer is None:
        return ()
    longest_first = sorted(gazetteer.names, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    named = [(s, set(pattern.findall(report.display.of(s)))) for s in list_sentences(report)]
    mentions = [
        LocalityMention(name=name, sentences=sentences)
        for name in dict.fromkeys(gazetteer.names)
        if (sentences := tuple(s for s, names in named if name in names))
    ]
    return tuple(sorted(mentions, key=lambda mention: (mention.sentences[0], mention.name)))
