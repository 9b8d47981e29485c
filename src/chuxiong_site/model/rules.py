"""What values in the files of staff have to be, in a form that the validation library asks for when it is imported.

Records are made and read in every run, the library is imported only for files that were not read before.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from .records import dataclass


def about(description: str, **limits: int) -> Mapping[str, Any]:
    """Return what is said of a field: what staff write in it, and the limits of a number or of the length of a list."""
    return {"description": description, **limits}


def list_descriptions(kind: Any) -> dict[str, str]:
    """Return the fields of a record with what is said of them."""
    return {field.name: field.metadata.get("description", "") for field in dataclasses.fields(kind)}


class Wrong(ValueError):  # noqa: N818  # a value, not a fault of the program
    """A value that its check refuses, with the type of the mistake."""

    def __init__(self, type: str, message: str, context: dict[str, Any] | None = None) -> None:  # noqa: A002
        super().__init__(message)
        self.type = type
        self.context = context


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """How a text has to be written."""

    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    strip_whitespace: bool | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], Any]) -> Any:
        """Return the schema with these rules, as the library asks for it."""
        rules = {name: rule for name, rule in dataclasses.asdict(self).items() if rule is not None}
        return {**handler(source), **rules}


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that a function returns as it is, or refuses with `Wrong`."""

    check: Callable[[str], str]
    choices: tuple[str, ...] = ()
    """All that it may be, where they can be listed."""

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], Any]) -> Any:
        """Return the schema with this check, as the library asks for it."""
        from pydantic_core import PydanticCustomError, core_schema

        def ask(text: str) -> str:
            try:
                return self.check(text)
            except Wrong as wrong:
                raise PydanticCustomError(wrong.type, str(wrong), wrong.context) from None

        return core_schema.no_info_after_validator_function(ask, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> Any:
        """Return what editors are told."""
        return {"type": "string", "enum": list(self.choices)} if self.choices else handler(schema)
