"""Which patterns does the program compile, and which of them do not all supported Pythons match alike?

Run as a program it imports every module and checks a content folder, and prints what it finds, one pattern a line.
Two things went wrong in releases of 3.11: a possessive repeat of more than one character loses its place where
that part has to go back, and a group that captures inside an atomic group fails.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._compiler as compiler
import re._constants as codes
import re._parser as parser
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SINGLE = frozenset({codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN})
REPEATS = frozenset({codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT})


def find_faults(pattern: str | bytes, flags: int = 0) -> list[str]:
    """Return what in a pattern is not matched alike everywhere."""
    faults = []
    for operator, argument in _walk(parser.parse(pattern, flags)):
        if operator is codes.POSSESSIVE_REPEAT and not _is_single(argument[2]):
            faults.append("a possessive repeat of more than one character")
        elif operator is codes.ATOMIC_GROUP and any(
            part is codes.SUBPATTERN for part, _ in _walk_groups(argument)
        ):
            faults.append("a capturing group inside an atomic group")
    return faults


def _is_single(body: Any) -> bool:
    return len(body) == 1 and body[0][0] in SINGLE


def _walk_groups(node: Any) -> Iterator[tuple[Any, Any]]:
    """Walk over the groups that capture."""
    return (
        (operator, argument)
        for operator, argument in _walk(node)
        if operator is codes.SUBPATTERN and argument[0]
    )


def _walk(node: Any) -> Iterator[tuple[Any, Any]]:
    """Walk over every (operator, argument) in what the parser made of a pattern."""
    if isinstance(node, parser.SubPattern):
        for operator, argument in node:
            yield operator, argument
            yield from _walk(argument)
    elif isinstance(node, (tuple, list)):
        for part in node:
            yield from _walk(part)


def record_patterns(content: Path) -> list[tuple[str | bytes, int]]:
    """Return what is compiled while every module is imported and a content folder is checked."""
    seen: list[tuple[str | bytes, int]] = []
    compile_pattern = compiler.compile

    def compile_and_record(pattern: Any, flags: int = 0) -> Any:
        if isinstance(pattern, (str, bytes)):
            seen.append((pattern, flags))
        return compile_pattern(pattern, flags)

    compiler.compile = compile_and_record
    try:
        _use_program(content)
    finally:
        compiler.compile = compile_pattern
    return seen


def _use_program(content: Path) -> None:
    re.purge()
    for package in map(importlib.import_module, ("chuxiong_setup", "chuxiong_site")):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    site, options = map(importlib.import_module, ("chuxiong_site.build.site", "chuxiong_site.build.options"))
    root = Path(__file__).resolve().parents[2]
    site.render_project(options.Options(content=content, out=content / "_site", root=root))


if __name__ == "__main__":
    for pattern, flags in record_patterns(Path(sys.argv[1])):
        sys.stdout.write("\t".join((str(flags), repr(pattern), *find_faults(pattern, flags))) + "\n")
