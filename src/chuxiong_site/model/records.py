"""The decorator of records: the library's `dataclass`, of which nothing is compiled before a record is made.

The library writes six functions for every frozen class and compiles them at import: for 250 classes an eighth of a
second at every start. Here all classes share those that compare, print and pickle, and a class gets its `__init__`
with its first record. Whoever checks types sees the library's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]


def _decorate(
    *, frozen: bool = False, order: bool = False, slots: bool = True, kw_only: bool = False
) -> Callable[[Any], Any]:
    """Decorate a class as the library does with the same words."""
    if not frozen:
        return dataclasses.dataclass(slots=slots, kw_only=kw_only)
    if order:
        whole = dataclasses.dataclass(frozen=True, order=True, slots=slots, kw_only=kw_only)
        return lambda cls: _share_state(whole(cls))
    bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)
    return lambda cls: _begin(_share(_share_state(bare(cls))))


def _share_state(cls: Any) -> Any:
    """Give a class the way in which all are pickled: the values of its fields, in their order."""
    fields = dataclasses.fields(cls)
    cls.__values__ = _create_taker(field.name for field in fields)
    cls.__setters__ = tuple(getattr(cls, field.name).__set__ for field in fields)
    cls.__getstate__, cls.__setstate__ = _get_state, _set_state
    return cls


def _share(cls: Any) -> Any:
    """Give a frozen class the methods of all that it does not say itself."""
    cls.__compared__ = _create_taker(field.name for field in dataclasses.fields(cls) if field.compare)
    for name, method in METHODS.items():
        if name not in vars(cls):
            setattr(cls, name, method)
    return cls


def _begin(cls: Any) -> Any:
    """Give a class the `__init__` of its first record; it puts that of all others in its place."""

    def begin(self: Any, *values: Any, **named: Any) -> None:
        cls.__init__ = _compile_init(cls)
        cls.__init__(self, *values, **named)

    cls.__init__ = begin
    return cls


def _create_taker(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function from a record to the tuple of its values of these names."""
    names = tuple(names)
    if len(names) < 2:  # of one name `attrgetter` makes no tuple
        return staticmethod(lambda record: tuple(getattr(record, name) for name in names))
    return attrgetter(*names)


def _compile_init(cls: Any) -> Any:
    """Return the `__init__` of a class: its fields are the parameters, and set in their order."""
    scope: dict[str, Any] = {"_missing": object()}
    parameters, lines = ["self"], []
    for field, setter in zip(dataclasses.fields(cls), cls.__setters__, strict=True):
        if not field.init:
            continue
        name = value = field.name
        if field.kw_only and "*" not in parameters:
            parameters.append("*")
        parameter = name
        if field.default is not dataclasses.MISSING:
            scope[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            scope[f"_create_{name}"] = field.default_factory
            parameter, value = f"{name}=_missing", f"_create_{name}() if {name} is _missing else {name}"
        parameters.append(parameter)
        scope[f"_set_{name}"] = setter
        lines.append(f"_set_{name}(self, {value})")
    lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), scope)
    return scope["__init__"]


def _describe(record: Any) -> str:
    shown = [field.name for field in dataclasses.fields(record) if field.repr]
    values = ", ".join(f"{name}={getattr(record, name)!r}" for name in shown)
    return f"{type(record).__qualname__}({values})"


def _equals(record: Any, other: Any) -> Any:
    if other.__class__ is not record.__class__:
        return NotImplemented
    compared = record.__compared__
    return compared(record) == compared(other)


def _compute_hash(record: Any) -> int:
    return hash(record.__compared__(record))


def _refuse_value(_: Any, name: str, __: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_loss(_: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _get_state(record: Any) -> Any:
    return record.__values__(record)


def _set_state(record: Any, values: Iterable[Any]) -> None:
    for setter, value in zip(record.__setters__, values, strict=True):
        setter(record, value)


METHODS = {
    "__repr__": _describe,
    "__eq__": _equals,
    "__hash__": _compute_hash,
    "__setattr__": _refuse_value,
    "__delattr__": _refuse_loss,
}

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _decorate
