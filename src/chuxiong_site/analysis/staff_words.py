"""The fields whose words are checked for typing slips, beside those that may hold placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.place import Place
from ..model.project import Project
from ..problems import Problem
from .spelling import check_spelling


def check_staff_words(project: Project) -> Iterator[Problem]:
    """Yield typing slips in the site's words, the names of themes and doors, and accepted failures.

    Quoted words are left alone: definitions, sources, terms, the fields of the official page.
    """
    for text, place in _list_words(project):
        yield from check_spelling(text, place)


def _list_words(project: Project) -> Iterator[tuple[str, Place]]:
    for key in ("name", "notice", "description"):
        yield getattr(project.site, key), project.place("site.yaml", key)
    english = project.site.english
    if english is not None:
        for key in ("name", "notice", "description", "how_made"):
            yield getattr(english, key), project.place("site.yaml", "english", key)
    for theme in project.themes:
        yield theme.name, project.place("indicators.yaml", "themes", theme.id)
    for report in project.reports:
        for key, entries in (("doors", report.doors), ("accepted_failures", report.accepted_failures)):
            for name, text in entries.items():
                yield text, project.place(report.file, key, name)
