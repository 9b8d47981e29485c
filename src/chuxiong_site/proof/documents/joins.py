"""Problems and plans as a page joins them: keys, ends, groups, what is left open."""

from __future__ import annotations

from typing import Any

from ...model.records import dataclass
from .utterance import fold

End = tuple[str, str, str]
"""Kind, words, and where the link leads: (plan, 进一步扩大……, ../2023/plan.html#_plan-list)."""
LABELS = ".join__name, .join__label, .follow-up__label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A problem with the lines that leave it."""

    key: str
    is_open: bool
    """Drawn as a line that leads nowhere."""
    ends: tuple[End, ...]
    order: tuple[str, ...]
    """What names the ends, and their kinds, as they follow one another: 问题, problem, 安排, plan, plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinGroup:
    """The joins under the heading of one section."""

    heads: tuple[str, ...]
    """Where the headings lead: the section of the problems, that of the plans."""
    keys: tuple[str, ...]
    state: str
    """`open` or `joined` where the filter takes all of them for such; empty where it tells them apart."""


def read_join(node: Any) -> Join:
    """Read an element with `data-join`."""
    return Join(
        key=node.attributes["data-join"] or "",
        is_open=any(name.endswith("--open") for name in (node.attributes.get("class") or "").split()),
        ends=tuple(_read_end(end) for end in node.css("[data-passage]")),
        order=tuple(
            part.attributes.get("data-passage") or fold(part.text())
            for part in node.css(f"{LABELS}, [data-passage]")
        ),
    )


def _read_end(node: Any) -> End:
    words, link = node.css_first("[data-quote]"), node.css_first("a")
    return (
        node.attributes["data-passage"] or "",
        fold(words.text()) if words is not None else "",
        (link.attributes.get("href") or "") if link is not None else "",
    )


def read_join_group(node: Any) -> JoinGroup:
    """Read an element with the class `joins`."""
    states = [name.removeprefix("joins--") for name in (node.attributes.get("class") or "").split()[1:]]
    return JoinGroup(
        heads=tuple(link.attributes.get("href") or "" for link in node.css(".joins__head a")),
        keys=tuple(join.attributes["data-join"] or "" for join in node.css("[data-join]")),
        state=" ".join(states),
    )
