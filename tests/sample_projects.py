"""Where do the tests get whole content folders from? The fixtures, copied, changed as a `change.yaml` says."""

from __future__ import annotations

import codecs
import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from built import FIXTURES, ROOT
from chuxiong_site.analysis import analyse
from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.build.site import check_project
from chuxiong_site.content.load import load_project
from chuxiong_site.model.findings import Findings
from chuxiong_site.model.words import Word
from chuxiong_site.problems import Problem


def copy_fixture(name: str, folder: Path) -> Path:
    """Copy a fixture project into `folder` and return its content folder."""
    return Path(shutil.copytree(FIXTURES / name, folder / "content"))


def create_options(content: Path, **wishes: Any) -> Options:
    """Return options that read our templates and publish beside the content."""
    return Options(content=content, out=content.parent / "_site", root=ROOT, **wishes)


def check_content(content: Path, **wishes: Any) -> Outcome:
    """Check a content folder as the command does."""
    return check_project(create_options(content, **wishes))


def check_small_project(folder: Path) -> Outcome:
    """Check the small project in a folder and with a cache of its own."""
    return check_project(Options(content=copy_fixture("small", folder), out=folder / "_site", root=folder))


def analyse_content(content: Path) -> tuple[Findings, list[Problem]]:
    """Load and analyse a content folder without rendering it; every sentence counts as one word."""
    project, problems = load_project(content)
    assert project is not None
    findings, found = analyse(project, lambda _, texts: tuple((Word(text=text, tag="x"),) for text in texts))
    return findings, problems + found


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace the one place where `old` stands; a change that fits nowhere, or twice, is a mistake of the test."""
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def refuse_reading(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Have the system refuse every file of this name, whoever runs the tests."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)


def reseal(report: Path) -> None:
    """Write the digest of the captured page into the head of the report, as after a new capture."""
    digest = hashlib.sha256(report.with_suffix(".txt").read_bytes()).hexdigest()
    text = report.read_bytes().decode("utf-8")
    report.write_bytes(re.sub(r"(?m)^source_sha256: .*$", f"source_sha256: {digest}", text).encode("utf-8"))


def apply_changes(content: Path, changes: list[dict[str, Any]]) -> None:
    """Apply the changes of a `change.yaml` in order; each names one `file` and one thing to do with it."""
    for change in changes:
        path = content / change["file"]
        [(action, value)] = ((key, value) for key, value in change.items() if key != "file")
        _ACTIONS[action](path, value)


def read_changes(path: Path) -> tuple[str, list[dict[str, Any]]]:
    """Return the rule that a `change.yaml` is about, and its changes."""
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    return written["rule"], written["change"]


def _delete(path: Path, _: Any) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def _replace_all(path: Path, pair: list[str]) -> None:
    old, new = pair
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) > 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def _insert(path: Path, where_and_what: list[str]) -> None:
    after, text = where_and_what
    replace_in(path, after, after + text)


def _delete_line(path: Path, start: str) -> None:
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    path.write_bytes("".join(line for line in lines if not line.startswith(start)).encode("utf-8"))


def _copy(path: Path, other: str) -> None:
    path.write_bytes(path.with_name(other).read_bytes())


def _enlarge(path: Path, size: int) -> None:
    with path.open("r+b") as stream:
        stream.truncate(size)


def _make_folder(path: Path, _: Any) -> None:
    path.unlink()
    path.mkdir()


_ACTIONS: dict[str, Callable[[Path, Any], object]] = {
    "replace": lambda path, pair: replace_in(path, *pair),
    "replace_all": _replace_all,
    "insert": _insert,
    "append": lambda path, text: _write(path, path.read_bytes().decode("utf-8") + text),
    "write": _write,
    "copy": _copy,
    "delete": _delete,
    "folder": _make_folder,
    "encoding": lambda path, name: path.write_bytes(path.read_bytes().decode("utf-8").encode(name)),
    "bom": lambda path, _: path.write_bytes(codecs.BOM_UTF8 + path.read_bytes()),
    "crlf": lambda path, _: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
    "binary": lambda path, digits: path.write_bytes(bytes.fromhex(digits)),
    "delete_line": _delete_line,
    "bytes": _enlarge,
    "reseal": lambda path, _: reseal(path),
}
"""What can be done with a file: `insert: [after, text]`, `bytes: size`, `reseal: true` for a report …"""
