"""Make the page of dependencies: what the locks and the package registry say of every package that a site is made with.

    python tools/dependencies.py        # asks the registry that pip is set to, rewrites docs/dependencies.md

Versions come from `requirements/run.txt`, licence and people from the installed packages, days and sizes from the
registry's answer (PEP 691 and 700). Why each package is there stands in docs/ARCHITECTURE.md, by hand.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "dependencies.md"
LOCKED = re.compile(r"^([a-z0-9.-]+)==(\S+?)(?: *; *(.+?))? *\\$", re.MULTILINE)
NAME = re.compile(r"^[A-Za-z0-9._-]+")
CONDITION = re.compile(r"sys_platform == '(\w+)'")
LICENCES = {
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD",
}
"""What the older metadata call a licence, in a word."""
MOST = 3
"""People named of one package."""
SIMPLE = "application/vnd.pypi.simple.v1+json"
HEAD = """# 依赖

网站由下面这些包做成：`requirements/run.txt` 里的每一个，版本和校验值都锁定。每个为什么要用、比较过什么，见
[ARCHITECTURE.md](ARCHITECTURE.md) 的「用了什么，为什么」。本页由 `python tools/dependencies.py` 写成：版本来自清单，
许可和维护者来自包自己的说明，日期和大小来自软件源。已知的漏洞每周由 `.github/workflows/audit.yml` 查一次。

「最大的包」是这个版本在软件源里最大的一个 wheel（没有 wheel 的是源码包），各系统装的不比它大。

| 包 | 版本 | 发布 | 许可 | 维护者 | 最大的包 | 由谁带来 |
| --- | --- | --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A line of a lock."""

    name: str
    version: str
    needed: str
    """The system that alone needs it; empty for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What the registry says of one version."""

    day: str
    """`2025-03-05`, of the first file."""
    size: int
    """Bytes of the largest wheel, or of the source where there is none."""


def read_locked(lock: str) -> tuple[Locked, ...]:
    """Return the packages of a lock, in its order."""
    return tuple(
        Locked(name=name, version=version, needed="".join(CONDITION.findall(condition)))
        for name, version, condition in LOCKED.findall(lock)
    )


def list_direct(project: str, setup: str) -> tuple[str, ...]:
    """Return the names of the packages that the project itself asks for, and its set-up: texts of both files."""
    asked = [*tomllib.loads(project)["project"]["dependencies"], *setup.splitlines()]
    return tuple(name.group().lower() for line in asked if (name := NAME.match(line)))


def describe_licence(metadata: PackageMetadata) -> str:
    """Return the licence as the package states it, in a word."""
    fields = metadata.json
    if fields.get("license_expression"):
        return str(fields["license_expression"])
    classes = [
        line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier") or () if "License" in line
    ]
    named = [LICENCES.get(name, name) for name in classes if name != "OSI Approved"]
    return "、".join(named) or str(fields.get("license") or "没有写")


def describe_people(metadata: PackageMetadata) -> str:
    """Return who is named as its maintainer, else as its author, without addresses: three at most, and how many more."""
    fields = metadata.json
    named = [
        str(fields[key])
        for key in ("maintainer", "author", "maintainer_email", "author_email")
        if fields.get(key)
    ]
    words = re.sub(r"\s*<[^>]*>|\S+@\S+|\"", "", named[0]) if named else ""
    people = (
        [name.strip() for name in words.split(",")]
        if fields.get("maintainer_email") or words.count(",") > 1
        else [words]
    )
    more = f" 等 {len(people)} 人" if len(people) > MOST else ""
    return "、".join(filter(None, people[:MOST])) + more or "没有写"


def list_rows(
    locked: tuple[Locked, ...], direct: tuple[str, ...], releases: Mapping[str, Release]
) -> Iterator[str]:
    """Yield a row of the table a package: what the project asks for first."""
    needs = {item.name: Distribution.from_name(item.name) for item in locked if not item.needed}
    for item in sorted(locked, key=lambda item: (item.name not in direct, item.name)):
        release, found = releases[item.name], needs.get(item.name)
        licence, people = (
            (describe_licence(found.metadata), describe_people(found.metadata)) if found else ("—", "—")
        )
        by = "本站" if item.name in direct else "、".join(list_askers(item.name, needs)) or "—"
        by += f"（只在 {item.needed} 上）" if item.needed else ""
        size = f"{release.size / 1e6:.1f} MB" if release.size >= 50_000 else f"{release.size / 1e3:.0f} KB"
        yield f"| {item.name} | {item.version} | {release.day} | {licence} | {people} | {size} | {by} |"


def list_askers(name: str, needs: Mapping[str, Distribution]) -> list[str]:
    """Return the packages that ask for one."""
    return [
        asker
        for asker, found in needs.items()
        for line in found.requires or ()
        if (asked := NAME.match(line))
        and asked.group().lower().replace("_", "-") == name
        and "extra ==" not in line
    ]


def ask_registry(item: Locked) -> Release:
    """Return what the registry that pip is set to says of a locked version. A registry without PEP 700 raises `KeyError`."""
    request = urllib.request.Request(f"{find_registry()}/{item.name}/", headers={"Accept": SIMPLE})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return choose_release(item, json.loads(answer.read()))


def choose_release(item: Locked, answer: Mapping[str, Any]) -> Release:
    """Return what an answer says of one version."""
    name = "[-_.]+".join(map(re.escape, item.name.split("-")))
    stem = re.compile(rf"{name}-{re.escape(item.version)}(-|\.(zip|tar\.))", re.IGNORECASE)
    files = [file for file in answer["files"] if stem.match(file["filename"])]
    wheels = [file for file in files if file["filename"].endswith(".whl")] or files
    return Release(
        day=min(file["upload-time"] for file in files)[:10], size=max(file["size"] for file in wheels)
    )


def find_registry() -> str:
    """Return the registry's address as pip knows it."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    from pip._internal.models.index import PyPI  # type: ignore[import-untyped, unused-ignore]

    return (asked.stdout.strip() or str(PyPI.simple_url)).rstrip("/")


def main() -> None:
    """Ask for every package, and write the page."""
    locked = read_locked((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8"))
    direct = list_direct(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
        (ROOT / "requirements" / "setup.in").read_text(encoding="utf-8"),
    )
    rows = list_rows(locked, direct, {item.name: ask_registry(item) for item in locked})
    PAGE.write_bytes((HEAD + "\n".join(rows) + "\n").encode())


if __name__ == "__main__":
    main()
