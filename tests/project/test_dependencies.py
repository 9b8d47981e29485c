"""Does the page of dependencies say of every package what is locked? `python tools/dependencies.py` rewrites it."""

from __future__ import annotations

import re
from importlib.metadata import Distribution

import pytest

from built import ROOT
from dependencies import (
    PAGE,
    Locked,
    choose_release,
    describe_licence,
    describe_people,
    list_direct,
    list_rows,
    read_locked,
)

ROW = re.compile(
    r"^\| ([a-z0-9.-]+) \| (\S+) \| (\d{4}-\d\d-\d\d) \| (.+?) \| (.+?) \| (\S+ [KM]B) \| (.+?) \|$"
)


def read_lock() -> str:
    """Return the lock of the packages that a site is made with."""
    return (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")


def test_the_page_names_every_locked_version() -> None:
    """The table has a row of every package of the lock with its version, and no other."""
    rows = [
        ROW.match(line) for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")
    ]
    named = [(row[1], row[2]) for row in rows if row]
    locked = [(item.name, item.version) for item in read_locked(read_lock())]
    assert sorted(named) == sorted(locked), "用 python tools/dependencies.py 重写"
    assert len(locked) == len(re.findall(r"^\S+==", read_lock(), re.MULTILINE))


def test_the_page_says_who_brings_a_package() -> None:
    """What the project asks for is said to be its own; everything else names what asks for it."""
    text = PAGE.read_text(encoding="utf-8")
    project, setup = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("pyproject.toml", "requirements/setup.in")
    )
    direct = list_direct(project, setup)
    own = {row[1] for line in text.splitlines() if (row := ROW.match(line)) and row[7].startswith("本站")}
    assert own == set(direct)
    assert " — |" not in text


def test_every_package_states_a_licence() -> None:
    """No package is used whose licence nobody knows."""
    assert "没有写" not in {
        row[4] for line in PAGE.read_text(encoding="utf-8").splitlines() if (row := ROW.match(line))
    }


def test_a_release_is_that_of_the_version() -> None:
    """Of a registry's answer the files of this version count: the first day, and the largest wheel before any source."""
    answer = {
        "files": [
            {"filename": "two_words-1.2-py3-none-any.whl", "upload-time": "2025-02-03T01:00:00Z", "size": 20},
            {"filename": "Two.Words-1.2-cp313-linux.whl", "upload-time": "2025-02-02T01:00:00Z", "size": 30},
            {"filename": "two-words-1.2.tar.gz", "upload-time": "2025-02-03T01:00:00Z", "size": 900},
            {"filename": "two-words-1.2.1.tar.gz", "upload-time": "2020-02-03T01:00:00Z", "size": 999},
        ]
    }
    release = choose_release(Locked(name="two-words", version="1.2", needed=""), answer)
    assert (release.day, release.size) == ("2025-02-02", 30)
    sources = {"files": answer["files"][2:]}
    assert choose_release(Locked(name="two-words", version="1.2", needed=""), sources).size == 900


def test_a_row_says_what_the_package_says() -> None:
    """Licence and people are those of the installed package; a package of one system says of which."""
    answer = {
        "files": [{"filename": "click-8.tar.gz", "upload-time": "2025-02-03T01:00:00Z", "size": 2_340_000}]
    }
    click = Locked(name="click", version="8", needed="")
    other = Locked(name="colour", version="8", needed="win32")
    release = choose_release(click, answer)
    rows = list(list_rows((other, click), ("click",), {"click": release, "colour": release}))
    metadata = Distribution.from_name("click").metadata
    assert rows[0] == (
        f"| click | 8 | 2025-02-03 | {describe_licence(metadata)} | {describe_people(metadata)} | 2.3 MB | 本站 |"
    )
    assert rows[1].endswith("| — | — | 2.3 MB | —（只在 win32 上） |")


@pytest.mark.parametrize(
    ("lock", "expected"),
    [
        ("a-b==1.2 \\\n    --hash=sha256:00", [("a-b", "1.2", "")]),
        ("c==1 ; sys_platform == 'win32' \\\n    --hash=sha256:00", [("c", "1", "win32")]),
        ("# a==1\n", []),
    ],
)
def test_a_lock_is_read_as_written(lock: str, expected: list[tuple[str, str, str]]) -> None:
    """Name, version and the one system of each line; hashes and remarks are none."""
    assert [(item.name, item.version, item.needed) for item in read_locked(lock)] == expected
