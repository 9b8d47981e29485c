"""Does our decorator make the same of a class as the library's?"""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field
from typing import Any

import pytest

from chuxiong_site.model.records import dataclass

FROZEN = {"frozen": True, "slots": True, "kw_only": True}


class Plain:
    """Two fields, one with a default."""

    name: str
    count: int = 1


class Full:
    """Every kind of field."""

    name: str
    words: dict[str, str] = field(default_factory=dict)
    aside: int = field(default=2, compare=False, repr=False)
    derived: int = field(init=False)

    def __post_init__(self) -> None:
        """Set what is derived."""
        object.__setattr__(self, "derived", len(self.name))


class Single:
    """One field."""

    value: object


def decorate(cls: type, **words: bool) -> tuple[Any, Any]:
    """Return a class as ours and as the library's decorator make it."""
    said = {name: value for name, value in vars(cls).items() if name not in {"__dict__", "__weakref__"}}
    copies = [type(cls.__name__, (), dict(said)) for _ in range(2)]
    return dataclass(**words)(copies[0]), dataclasses.dataclass(**words)(copies[1])


CASES = [
    (Plain, FROZEN, (), {"name": "甲"}),
    (Plain, FROZEN, (), {"name": "甲", "count": 3}),
    (Plain, {"frozen": True, "slots": True}, ("甲",), {}),
    (Plain, {**FROZEN, "order": True}, (), {"name": "甲"}),
    (Plain, {"slots": True, "kw_only": True}, (), {"name": "甲"}),
    (Full, FROZEN, (), {"name": "甲乙"}),
    (Full, FROZEN, (), {"name": "甲乙", "words": {"a": "b"}, "aside": 5}),
    (Single, FROZEN, (), {"value": None}),
    (Single, FROZEN, (), {"value": (1, 2)}),
]


@pytest.mark.parametrize(("cls", "words", "values", "named"), CASES)
def test_records_are_those_of_the_library(
    cls: type, words: dict[str, bool], values: tuple[object, ...], named: dict[str, object]
) -> None:
    """Values, words for it, equality, copies and what is refused are the same."""
    ours, theirs = decorate(cls, **words)
    mine, other = ours(*values, **named), theirs(*values, **named)
    assert repr(mine) == repr(other)
    assert [item.name for item in dataclasses.fields(ours)] == [
        item.name for item in dataclasses.fields(theirs)
    ]
    assert dataclasses.asdict(mine) == dataclasses.asdict(other)
    assert mine == ours(*values, **named) == copy.deepcopy(mine) == dataclasses.replace(mine)
    assert mine != other
    assert not hasattr(mine, "__dict__")
    for wrong in ((), ("甲", "乙", "丙", "丁")):
        with pytest.raises(TypeError):
            ours(*wrong, nothing=1)


@pytest.mark.parametrize("order", [False, True])
def test_frozen_records_stay(order: bool) -> None:
    """Nothing can be set or deleted, and equal ones are one key; what does not count in comparing does not there either."""
    ours, _ = decorate(Full, **FROZEN, order=order)
    one, same, another = ours(name="甲", aside=1), ours(name="甲", aside=2), ours(name="乙")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "乙"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    assert one == same != another
    single, _ = decorate(Single, **FROZEN, order=order)
    assert len({single(value=1), single(value=1), single(value=2)}) == 2


def test_records_that_say_something_themselves() -> None:
    """A method that a class defines is not taken from it."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        name: str

        def __repr__(self) -> str:
            return self.name

    assert repr(Named(name="甲")) == "甲"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A record that pickle can find."""

    name: str
    count: int = 1
    aside: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAlone:
    """A record of one field, whose value may be empty."""

    value: object


@pytest.mark.parametrize("record", [Kept(name="甲", aside="乙"), KeptAlone(value=None), KeptAlone(value=())])
def test_pickles(record: Any) -> None:
    """All values come back, those too that do not count in comparing."""
    back = pickle.loads(pickle.dumps(record, pickle.HIGHEST_PROTOCOL))
    assert back == record
    assert repr(back) == repr(record)
