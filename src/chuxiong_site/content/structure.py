"""Plain data → records; what cannot be one is a list of problems, each told once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

from ..model import catalogue, check_specs
from ..model.place import Place
from ..model.project import KeyPath
from ..problems import Problem, find_nearest
from .mistakes import (
    KINDS_OF_CHECK,
    Mistake,
    create_missing_keys_problem,
    create_mistake_problem,
    create_unknown_key_problem,
    list_known_keys,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
SAME = {"unexpected_keyword_argument": "extra_forbidden"}
"""Types of mistakes that are one to staff."""
NESTED: Mapping[object, type[catalogue.Record]] = {
    "official_footer": catalogue.OfficialFooter,
    "changes": catalogue.Change,
    "disclosure": catalogue.Disclosure,
    "budgets": catalogue.Budgets,
    "data_licence": catalogue.DataLicence,
    "theme": catalogue.Appearance,
    "english": catalogue.EnglishEdition,
}
"""Keys under which a record of its own stands."""


def structure(
    kind: type[T] | Any,
    data: object,
    *,
    places: Mapping[KeyPath, Place],
    path: KeyPath,
    inject: str | None = None,
) -> tuple[T | None, list[Problem]]:
    """Return the record, or `None` and its problems. `inject` adds the id that stands as the key.

    `path` is where `data` stands in its file; error locations are looked up below it.
    """
    if inject is not None and isinstance(data, dict):
        if "id" in data:
            extra = Mistake(type="", input="", context={}, path=(*path, "id"), kind=kind, places=places)
            return None, [create_unknown_key_problem(extra)]
        data = {"id": inject, **data}
    from pydantic import ValidationError  # costly, and needed only for files that were not read before

    try:
        return create_adapter(cast("Any", kind)).validate_python(data), []
    except ValidationError as error:
        found = [_structure_mistake(item, path, kind, places) for item in error.errors(include_url=False)]
        told = [
            mistake
            for mistake in found
            if not _is_misspelt_elsewhere(mistake, found) and not _is_short_of_wrong_items(mistake, found)
        ]
        return None, list(_create_problems(told))


@cache  # a catalogue has hundreds of entries of six kinds
def create_adapter(kind: Any) -> TypeAdapter[Any]:
    """Return what reads plain data as a kind of record."""
    from pydantic import Field, TypeAdapter

    told: Any = Annotated[kind, Field(discriminator="kind")] if kind == check_specs.CheckSpec else kind
    return TypeAdapter(told)


def _create_problems(mistakes: list[Mistake]) -> Iterator[Problem]:
    """Yield a problem for each mistake, and one for all keys that an entry lacks."""
    lacking: dict[KeyPath, list[Mistake]] = {}
    for mistake in mistakes:
        if mistake.type == "missing":
            lacking.setdefault(mistake.path[:-1], []).append(mistake)
        else:
            yield create_mistake_problem(mistake)
    yield from map(create_missing_keys_problem, lacking.values())


def _structure_mistake(item: Any, base: KeyPath, kind: object, places: Mapping[KeyPath, Place]) -> Mistake:
    location = [part for part in item["loc"] if part != "[key]"]
    if location and location[0] in KINDS_OF_CHECK:
        kind = KINDS_OF_CHECK[location[0]]
        location = location[1:]
    kind = NESTED.get(location[0], kind) if len(location) > 1 else kind
    return Mistake(
        type=SAME.get(item["type"], item["type"]),
        input=item["input"],
        context=item.get("ctx", {}),
        path=(*base, *location),
        kind=kind,
        places=places,
    )


def _is_misspelt_elsewhere(mistake: Mistake, found: list[Mistake]) -> bool:
    """Tell whether a missing key stands beside an unknown one that is nearly it: one mistake, not two."""
    return mistake.type == "missing" and any(
        other.type == "extra_forbidden"
        and other.path[:-1] == mistake.path[:-1]
        and find_nearest(other.name, list_known_keys(other.kind)) == mistake.name
        for other in found
    )


def _is_short_of_wrong_items(mistake: Mistake, found: list[Mistake]) -> bool:
    """Tell whether a list is too short only because its wrong items were not counted."""
    return mistake.type == "too_short" and any(
        other is not mistake and other.path[: len(mistake.path)] == mistake.path for other in found
    )
