"""Everything a content folder says, structured."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field, replace

from .catalogue import ChartSpec, Gazetteer, Indicator, SiteConfig, Term, Theme
from .check_specs import CheckSpec
from .place import Place
from .records import dataclass
from .report import Report
from .site import Logo

KeyPath = tuple[str | int, ...]
"""A path in a YAML file: ('charts', 'online-rates', 'indicators', 1)."""

LOCALITY_TAG = "ns"
"""jieba's part of speech of a place name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The catalogues and the reports, newest report first."""

    site: SiteConfig
    themes: tuple[Theme, ...]
    indicators: Mapping[str, Indicator]
    charts: tuple[ChartSpec, ...]
    checks: tuple[CheckSpec, ...]
    terms: tuple[Term, ...]
    reports: tuple[Report, ...]
    dictionary: tuple[str, ...] = ()
    """Words that the word splitter keeps whole, one line of `dictionary.txt` each."""
    gazetteer: Gazetteer | None = None
    logo: Logo | None = None
    complete: bool = True
    """Whether the indicators are known; when not, facts are not held against them."""
    places: Mapping[tuple[str, KeyPath], Place] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)
    """Traditional characters, which no report has → the simplified ones of the reports that readers mean by them."""
    digest: str = ""
    """SHA-256 of the catalogue's files and of the address; empty when it was not read from files."""

    def with_base_url(self, base_url: str) -> Project:
        """Return the project as it is published under another address."""
        digest = hashlib.sha256(f"{self.digest} {base_url}".encode()).hexdigest()
        return replace(self, site=replace(self.site, base_url=base_url), digest=digest)

    def list_whole_words(self) -> tuple[str, ...]:
        """Return what the word splitter keeps whole: the lines of the dictionary, and the names of localities."""
        names = self.gazetteer.names if self.gazetteer else ()
        return (*self.dictionary, *(f"{name} {LOCALITY_TAG}" for name in names))

    def place(self, file: str, *path: str | int) -> Place:
        """Return where a value of a YAML file stands, or its nearest parent."""
        while path and (file, path) not in self.places:
            path = path[:-1]
        return self.places.get((file, path), Place(file=file))
