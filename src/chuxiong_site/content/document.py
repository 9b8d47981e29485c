"""What a YAML file says. Whoever only uses it does not import the parser, which is costly."""

from __future__ import annotations

from typing import Any

from ..model.place import Place
from ..model.project import KeyPath
from ..model.records import dataclass
from ..problems import Problem


@dataclass(slots=True, kw_only=True)
class Document:
    """A YAML file as data, and where each path of it stands."""

    data: dict[str, Any]
    places: dict[KeyPath, Place]
    problems: list[Problem]
    complete: bool = True
    """Whether it could be read to its end; when not, what is missing is no one's mistake."""
