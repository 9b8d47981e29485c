"""What does an engine as old as Chrome 78 make of a style sheet? What it cannot read, as it would leave it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
KNOWN_AT_RULES = ("@font-face", "@media", "@page", "@supports", "@bottom-", "@top-")
NEW_SELECTORS = re.compile(r":(?:has|is|where|focus-visible|user-invalid|open|popover-open|modal)\b")
NEW_MEDIA = re.compile(
    r"[<>]|prefers-contrast|forced-colors|scripting|prefers-reduced-data|hover\s*:\s*none\s*and\s*not"
)
NEW_VALUES = re.compile(
    r"\b(?:min|max|clamp|color-mix|light-dark|oklch|oklab|lab|lch|hwb)\(|\d(?:[dsl]v[hw]|cq[wh]|lh|rlh|cap|ic)\b"
)
NEW_PROPERTIES = re.compile(
    r"inset(?:-.*)?|aspect-ratio|(?:margin|padding|border)-(?:inline|block)|translate|rotate|scale"
    r"|container(?:-.*)?|content-visibility|text-wrap.*|text-autospace|text-spacing-trim|text-underline-offset"
    r"|text-decoration-thickness|accent-color|forced-color-adjust|scrollbar-.*|overscroll-behavior-(?:inline|block)"
)
CARRIES_LAYOUT = re.compile(
    r"inset(?:-.*)?|aspect-ratio|(?:margin|padding|border)-(?:inline|block)|translate|rotate|scale|container(?:-.*)?"
)
"""Of the new properties those without which a page would look broken; the others only refine."""
GAP = re.compile(r"(?:row-|column-)?gap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A style rule with the at-rules around it."""

    around: tuple[str, ...]
    selector: str
    declarations: tuple[tuple[str, str], ...]
    inner: tuple[str, ...] = ()
    """Preludes of blocks nested in it."""


def read_rules(css: str) -> Iterator[Rule]:
    """Give every rule of a style sheet in order, blocks of at-rules opened up."""
    yield from _read_block(COMMENT.sub("", css), ())


def _read_block(css: str, around: tuple[str, ...]) -> Iterator[Rule]:
    for prelude, body in _split_blocks(css):
        if prelude.startswith(("@media", "@supports", "@layer", "@container")):
            yield from _read_block(body, (*around, prelude))
        else:
            yield Rule(
                around=around,
                selector=prelude,
                declarations=_read_declarations(body),
                inner=tuple(inner for inner, _ in _split_blocks(body)),
            )


def _split_blocks(css: str) -> Iterator[tuple[str, str]]:
    """Give prelude and body of the outermost blocks."""
    depth, start, opened = 0, 0, 0
    for index, mark in enumerate(css):
        if mark == "{":
            depth += 1
            opened = index if depth == 1 else opened
        elif mark == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].rpartition(";")[2].strip(), css[opened + 1 : index]
                start = index + 1


def _read_declarations(body: str) -> tuple[tuple[str, str], ...]:
    own = re.sub(r"[^;{}]*\{[^{}]*\}", "", body)
    pairs = (part.partition(":") for part in own.split(";") if ":" in part)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def list_faults(css: str) -> list[str]:
    """Return what an old engine would lose to the reader's harm."""
    return [fault for rule in read_rules(css) for fault in _list_rule_faults(rule)]


def _list_rule_faults(rule: Rule) -> Iterator[str]:
    for prelude in (*rule.around, rule.selector):
        if prelude.startswith("@") and not prelude.startswith(KNOWN_AT_RULES):
            yield f"{prelude}: an at-rule it does not know"
        if prelude.startswith("@media") and re.search("[<>]", prelude):
            yield f"{prelude}: a range it does not read"
    if rule.inner and not rule.selector.startswith("@page"):
        yield f"{rule.selector}: nested {', '.join(rule.inner)}"
    parts = rule.selector.split(",")
    new = [part for part in parts if NEW_SELECTORS.search(part)]
    if new and len(new) < len(parts):
        yield f"{rule.selector}: {new[0].strip()} takes the others with it"
    if re.search(r":(?:has|is|where)\b", rule.selector):
        yield f"{rule.selector}: it does not match"
    yield from _list_declaration_faults(rule)


def _list_declaration_faults(rule: Rule) -> Iterator[str]:
    names = dict(rule.declarations)
    for index, (name, value) in enumerate(rule.declarations):
        if CARRIES_LAYOUT.fullmatch(name):
            yield f"{rule.selector}: {name} carries layout"
        if GAP.fullmatch(name) and names.get("display") not in {"grid", "inline-grid"}:
            yield f"{rule.selector}: {name} outside a grid"
        earlier = [other for other, _ in rule.declarations[:index]]
        if NEW_VALUES.search(value) and name not in earlier:
            yield f"{rule.selector}: {name}: {value} without a plainer value before it"


def render_as_read(css: str) -> str:
    """Return the style sheet as an old engine reads it: what it does not know is gone."""
    lines = []
    for rule in read_rules(css):
        if NEW_SELECTORS.search(rule.selector) or any(NEW_MEDIA.search(prelude) for prelude in rule.around):
            continue
        grid = dict(rule.declarations).get("display") in {"grid", "inline-grid"}
        kept = "; ".join(
            f"{name}: {value}" for name, value in rule.declarations if _is_read(name, value, grid)
        )
        lines.append("{".join((*rule.around, f"{rule.selector} {{{kept}}}")) + "}" * len(rule.around))
    return "\n".join(lines)


def _is_read(name: str, value: str, grid: bool) -> bool:
    if GAP.fullmatch(name):
        return grid
    if name == "overflow-wrap" and value == "anywhere":
        return False
    return not (NEW_PROPERTIES.fullmatch(name) or NEW_VALUES.search(value))
