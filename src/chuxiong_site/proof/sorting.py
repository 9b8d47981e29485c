"""What reading a part of a site yields: problems, words for the gate, and links to other parts; sorted here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field

from ..model.records import dataclass
from ..model.site import Site
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.html import read_page
from .documents.utterance import Record, Utterance
from .links import Crossing, Crossings, group_crossings

Said = tuple[str, Utterance | Record]
"""A path and what the file says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A part of a site, proved as far as it can be alone."""

    problems: tuple[Problem, ...]
    crossings: Crossings
    """Its links to other parts."""
    places: Mapping[str, str]
    """Its pages, each with its anchors, one a line."""
    built: str
    """The time of the build, as its pages say."""


@dataclass(frozen=True, slots=True)
class Found:
    """What has been found so far."""

    problems: list[Problem] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    crossings: list[Crossing] = field(default_factory=list)

    def add(self, *results: Iterable[Problem | Said | Crossing]) -> None:
        """Sort what checks yield."""
        for result in results:
            for item in result:
                if isinstance(item, Problem):
                    self.problems.append(item)
                elif isinstance(item, Crossing):
                    self.crossings.append(item)
                else:
                    self.said.append(item)

    def finish(self, pages: Mapping[str, BuiltPage], built: str) -> Proved:
        """Return what was found of a part with these pages."""
        return Proved(
            problems=tuple(self.problems),
            crossings=group_crossings(self.crossings),
            places={path: "\n".join(filter(_is_one_line, page.ids)) for path, page in pages.items()},
            built=built,
        )


def select_proved(proved: Proved, paths: Collection[str]) -> Proved:
    """Return what was found of some files of a part; the faults of all of it, because one is told once for several files."""
    crossings = {
        aim: "\n".join(row for row in rows.split("\n") if row.partition(" ")[0] in paths)
        for aim, rows in proved.crossings.items()
    }
    return Proved(
        problems=proved.problems,
        crossings={aim: rows for aim, rows in crossings.items() if rows},
        places={path: anchors for path, anchors in proved.places.items() if path in paths},
        built=proved.built,
    )


def _is_one_line(anchor: str) -> bool:
    """Tell whether an anchor can be listed: what has a line end in it is a mistake, and nothing may lead there."""
    return "\n" not in anchor


def read_pages(files: Site) -> Mapping[str, BuiltPage]:
    """Return every page among files by its path, read."""
    return {
        path: read_page(data)
        for path, data in sorted(files.items())
        if path.endswith(".html") and isinstance(data, bytes)
    }


def list_said(pages: Mapping[str, BuiltPage]) -> Iterator[Said]:
    """Yield what pages say."""
    return ((path, words) for path, page in pages.items() for words in page.utterances)
