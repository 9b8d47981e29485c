"""Plain data → records, every mistake placed and worded for staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..model.place import Place
from ..model.project import Path
from ..problems import Problem, describe_nearest

T = TypeVar("T")

KINDS_OF_CHECK = ("ratio", "part_of_whole", "sum", "reduction", "unverifiable")
"""The library names the member of a union in its locations; in the file there is no such level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mistake:
    """What the validation library found, with where that stands."""

    type: str
    input: Any
    context: Mapping[str, Any]
    path: Path
    kind: object
    places: Mapping[Path, Place]

    @property
    def name(self) -> str:
        """The key concerned."""
        return str(self.path[-1]) if self.path else "整个文件"

    def value_place(self, path: Path | None = None) -> Place:
        """Return the place of the value, or of its nearest parent."""
        path = self.path if path is None else path
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or next(iter(self.places.values()), Place(file=""))

    def key_place(self, path: Path | None = None) -> Place:
        """Return the place of the key."""
        path = self.path if path is None else path
        return self.places.get((*path, "#key")) or self.value_place(path)


def structure(
    kind: type[T] | Any,
    data: object,
    *,
    places: Mapping[Path, Place],
    path: Path,
    inject: str | None = None,
) -> tuple[T | None, list[Problem]]:
    """Return the record, or `None` and what is wrong. `inject` adds the id that stands as the key.

    `path` is where `data` stands in its file; error locations are looked up below it.
    """
    if inject is not None and isinstance(data, dict):
        if "id" in data:
            extra = _Mistake(type="", input="", context={}, path=(*path, "id"), kind=kind, places=places)
            return None, [_describe_extra(extra)]
        data = {"id": inject, **data}
    try:
        return TypeAdapter(kind).validate_python(data), []
    except ValidationError as error:
        return None, [_describe(item, path, kind, places) for item in error.errors(include_url=False)]


def _describe(item: Any, base: Path, kind: object, places: Mapping[Path, Place]) -> Problem:
    location = [part for part in item["loc"] if part != "[key]"]
    if location and location[0] in KINDS_OF_CHECK:
        location = location[1:]
    mistake = _Mistake(
        type=item["type"],
        input=item["input"],
        context=item.get("ctx", {}),
        path=(*base, *location),
        kind=kind,
        places=places,
    )
    return _WORDING.get(mistake.type, _describe_shape)(mistake)


def _describe_missing(mistake: _Mistake) -> Problem:
    return Problem(
        code="E211",
        place=mistake.key_place(mistake.path[:-1]),
        found=f"没有「{mistake.name}」",
        expected=f"写上「{mistake.name}: …」",
    )


def _describe_no_kind(mistake: _Mistake) -> Problem:
    return Problem(
        code="E211",
        place=mistake.key_place(),
        found="没有「kind」",
        expected=f"写上「kind: …」，{'、'.join(KINDS_OF_CHECK)} 之一",
    )


def _describe_extra(mistake: _Mistake) -> Problem:
    kind = mistake.kind
    fields = list(kind.model_fields) if isinstance(kind, type) and issubclass(kind, BaseModel) else []
    known = [field for field in fields if field != "id"]
    return Problem(
        code="E212",
        place=mistake.key_place(),
        found=f"不认识的键「{mistake.name}」",
        expected="这里可以写的键" + (f"：{'、'.join(known)}" if known else ""),
        hint=describe_nearest(mistake.name, known) or "删掉它，或者改成可以写的键。",
    )


def _describe_pattern(mistake: _Mistake) -> Problem:
    digest = "0-9a-f" in mistake.context["pattern"]
    expected = (
        "六十四位十六进制数（小写）" if digest else "小写英文字母、数字和连字符，以字母开头，例如 online-rate"
    )
    return Problem(
        code="E213", place=mistake.value_place(), found=f"「{str(mistake.input)[:60]}」", expected=expected
    )


def _describe_choice(mistake: _Mistake) -> Problem:
    raw = str(mistake.context.get("expected") or mistake.context.get("expected_tags") or "")
    allowed = [word.strip(" '") for word in raw.replace(" or ", ", ").split(",")]
    of_kind = isinstance(mistake.input, dict)
    given = str(mistake.input.get("kind", "") if of_kind else mistake.input)
    return Problem(
        code="E214",
        place=mistake.value_place((*mistake.path, "kind") if of_kind else None),
        found=f"「{given[:60]}」",
        expected=f"{'、'.join(allowed)} 之一",
        hint=describe_nearest(given, allowed),
    )


def _describe_length(mistake: _Mistake) -> Problem:
    context = mistake.context
    expected = {
        "string_too_short": "写上内容",
        "string_too_long": f"不超过 {context.get('max_length')} 个字",
        "too_short": f"至少 {context.get('min_length')} 项",
        "too_long": f"最多 {context.get('max_length')} 项",
    }[mistake.type]
    size = len(mistake.input)
    found = "是空的" if size == 0 else f"有 {size} {'个字' if isinstance(mistake.input, str) else '项'}"
    return Problem(
        code="E215", place=mistake.value_place(), found=f"「{mistake.name}」{found}", expected=expected
    )


def _describe_shape(mistake: _Mistake) -> Problem:
    value = mistake.input
    if isinstance(value, str):
        found = f"「{value[:60]}」" if value else "空的"
    else:
        found = "几个「键: 值」" if isinstance(value, dict) else "一个列表"
    return Problem(
        code="E216",
        place=mistake.value_place(),
        found=f"「{mistake.name}」写的是{found}",
        expected=_SHAPES.get(mistake.type, "另一种写法"),
    )


_SHAPES = {
    "model_type": "几个「键: 值」",
    "model_attributes_type": "几个「键: 值」",
    "dict_type": "几个「键: 值」",
    "string_type": "一段文字",
    "tuple_type": "一个列表，每项以「- 」开头",
    "int_parsing": "一个整数",
    "int_type": "一个整数",
    "greater_than_equal": "一个正整数",
}

_WORDING: dict[str, Callable[[_Mistake], Problem]] = {
    "missing": _describe_missing,
    "union_tag_not_found": _describe_no_kind,
    "extra_forbidden": _describe_extra,
    "string_pattern_mismatch": _describe_pattern,
    "enum": _describe_choice,
    "literal_error": _describe_choice,
    "union_tag_invalid": _describe_choice,
    "string_too_short": _describe_length,
    "string_too_long": _describe_length,
    "too_short": _describe_length,
    "too_long": _describe_length,
}
