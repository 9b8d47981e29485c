"""What other reports say that the numbers of one may be: worked out once as long as all that it is made of stays."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..content.split_words import split_words
from ..drafting.naming.desk import compute_matches
from ..drafting.records import DraftedNumber
from ..model.place import Span
from ..model.project import Project
from ..model.report import Report
from ..model.words import SentenceWords


class KnownMatches:
    """The matches that were asked for last."""

    def __init__(self) -> None:
        self._key = ""
        self._matches: Mapping[Span, DraftedNumber] = {}

    def find(self, report: Report, project: Project) -> Mapping[Span, DraftedNumber]:
        """Return what other reports say of the numbers of a report."""
        key = _name_match(report, project)
        if key != self._key:

            def split(texts: tuple[str, ...]) -> tuple[SentenceWords, ...]:
                return split_words(texts, project.list_whole_words())

            self._matches, self._key = compute_matches(report, project, split), key
        return self._matches


def _name_match(report: Report, project: Project) -> str:
    """Return what matches are known by: the text, the other reports, and the indicators that these state; a new one is none of them."""
    others = [other for other in project.reports if other.id != report.id]
    stated = {fact for other in others for tag in other.tags for fact in tag.facts}
    names = [repr(project.indicators[id]) for id in sorted(stated) if id in project.indicators]  # noqa: A001
    parts = [report.body, *(other.digest for other in others), *names, *project.dictionary]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
