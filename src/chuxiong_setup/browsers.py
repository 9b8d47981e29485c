"""Find the browsers that Playwright can drive: Chromium, Chrome and Edge, on every system, per user too."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .machine import Machine, answers

NAMED = "CHUXIONG_CHROMIUM"
"""The variable by which a user names the browser; then no other is looked for."""
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "google-chrome-beta",
    "google-chrome-unstable",
    "microsoft-edge-beta",
    "microsoft-edge-dev",
)
LINUX = (
    "usr/lib/chromium/chromium",
    "opt/google/chrome/chrome",
    "opt/google/chrome-beta/chrome",
    "opt/google/chrome-unstable/chrome",
    "opt/microsoft/msedge/msedge",
    "opt/microsoft/msedge-beta/msedge",
    "opt/microsoft/msedge-dev/msedge",
)
CHANNELS = ("", " Beta", " Dev", " Canary")
MAC = (
    "Chromium",
    *(f"{name}{channel}" for name in ("Google Chrome", "Microsoft Edge") for channel in CHANNELS),
)
WINDOWS = (
    "Chromium/Application/chrome.exe",
    *(f"Google/Chrome{channel}/Application/chrome.exe" for channel in ("", " Beta", " Dev", " SxS")),
    *(f"Microsoft/Edge{channel}/Application/msedge.exe" for channel in ("", " Beta", " Dev", " SxS")),
)
WINDOWS_FOLDERS = ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")
PLAYWRIGHT_FOLDERS = {"darwin": "Library/Caches", "win32": "AppData/Local"}
PLAYWRIGHT_PROGRAMS = (
    "chromium-*/chrome-*/chrome",
    "chromium-*/chrome-*/chrome.exe",
    "chromium-*/chrome-*/*.app/Contents/MacOS/*",
    "chromium_headless_shell-*/chrome-*/headless_shell",
    "chromium_headless_shell-*/chrome-*/headless_shell.exe",
    "chromium_headless_shell-*/chrome-*/chrome-headless-shell",
    "chromium_headless_shell-*/chrome-*/chrome-headless-shell.exe",
)
SCRIPT_SIZE = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A program, and the variables that it needs to start."""

    program: Path
    environment: dict[str, str] = field(default_factory=dict)


def find_browser(
    machine: Machine, *folders: Path, works: Callable[[Path], bool] | None = None
) -> Browser | None:
    """Return the named browser, else the first that starts; `folders` are further ones of Playwright's."""
    if named := machine.environment.get(NAMED):
        program = machine.find_program(named)
        return Browser(program=program) if program else None
    starts = works or (
        lambda program: machine.platform == "win32" or answers(program)
    )  # there it opens a window
    found = (path for path in list_programs(machine, *folders) if path.is_file() and not is_confined(path))
    return next((Browser(program=path) for path in found if starts(path)), None)


def list_programs(machine: Machine, *folders: Path) -> Iterator[Path]:
    """Return where a browser may stand, in the order of preference: on the path, in its place, Playwright's newest."""
    for name in NAMES:
        if program := machine.find_program(name):
            yield program
    yield from list_places(machine)
    for folder in (find_playwright_folder(machine), *folders):
        yield from list_downloads(folder)


def list_places(machine: Machine) -> Iterator[Path]:
    """Return the usual places of installed browsers, for all users and for this one."""
    if machine.platform == "darwin":
        for folder in (machine.root / "Applications", machine.home / "Applications"):
            yield from (folder / f"{name}.app" / "Contents" / "MacOS" / name for name in MAC)
    elif machine.platform == "win32":
        named = [Path(value) for key in WINDOWS_FOLDERS if (value := machine.environment.get(key))]
        usual = [machine.home / "AppData" / "Local", machine.root / "Program Files"]
        for place in WINDOWS:
            yield from (folder / place for folder in dict.fromkeys([*named, *usual]))
    else:
        yield from (machine.root / place for place in LINUX)


def find_playwright_folder(machine: Machine) -> Path:
    """Return where Playwright keeps its downloads."""
    if named := machine.environment.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(named)
    variable = {"win32": "LOCALAPPDATA", "darwin": ""}.get(machine.platform, "XDG_CACHE_HOME")
    usual = machine.home / PLAYWRIGHT_FOLDERS.get(machine.platform, ".cache")
    return Path(machine.environment.get(variable) or usual) / "ms-playwright"


def list_downloads(folder: Path) -> list[Path]:
    """Return Playwright's downloads, the newest first: `chromium-1200` is newer than `chromium-999`."""
    found = [path for pattern in PLAYWRIGHT_PROGRAMS for path in sorted(folder.glob(pattern))]
    return sorted(found, key=lambda path: -read_revision(path.relative_to(folder).parts[0]))


def read_revision(name: str) -> int:
    """Return the number at the end of a download's folder."""
    match = re.search(r"(\d+)$", name)
    return int(match[1]) if match else 0


def is_confined(program: Path) -> bool:
    """Say whether it is a snap: that sees neither the folder for temporary files nor hidden ones."""
    if Path(os.path.realpath(program)).name == "snap":
        return True
    try:
        return program.stat().st_size < SCRIPT_SIZE and b"/snap/bin" in program.read_bytes()
    except OSError:
        return False
