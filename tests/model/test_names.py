"""Names that a file can have everywhere, and names of litter."""

from __future__ import annotations

import pytest

from chuxiong_site.model.names import is_portable, is_portable_path, is_system_file

DEVICES = ["con", "CON", "con.html", "nul.tar.gz", "aux", "prn", "com1", "COM9.txt", "lpt0", "com¹", "conin$"]
LITTER = [
    ".DS_Store", "._2023.md", "__MACOSX", "Thumbs.db", "ehthumbs.db", "Desktop.ini", ".~lock.x#", "~$x.xlsx", ".~x.doc",
    "x.md~", "x.bak", "x.TMP", ".x.swp", "#x#", ".#x", ".nfs00a", ".fuse_hidden0001", ".Trash-1000", "@eaDir",
]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        *DEVICES,
        "con .txt",
        "",
        ".",
        "..",
        "a.",
        "a ",
        "a:b",
        "a?",
        "a*b",
        "a|b",
        "a<b",
        'a"b',
        "a\\b",
        "a\tb",
        "数" * 86,
    ],
)
def test_names_that_some_system_refuses(name: str) -> None:
    """Names of devices, with marks that mean something else, that end in a dot or a blank, or too long."""
    assert not is_portable(name)


@pytest.mark.parametrize(
    "name",
    ["icon", "console", "com", "com10", "lpt", "a.con", "con-item", ".nojekyll", "数" * 85, "a b", "a..b"],
)
def test_names_that_every_system_takes(name: str) -> None:
    """Everything else, though it looks like one of those."""
    assert is_portable(name)


def test_paths() -> None:
    """A path is as good as every name in it, and stays below where it begins."""
    assert is_portable_path("data/2023/facts.json")
    assert [
        path for path in ("a//b", "/a", "a/", "../a", "a/../b", "aux/b.html") if is_portable_path(path)
    ] == []


@pytest.mark.parametrize("name", LITTER)
def test_litter(name: str) -> None:
    """What systems, office programs and editors leave by themselves is litter, in any case of letters."""
    assert is_system_file(name)


@pytest.mark.parametrize(
    "name",
    [
        "2023.md",
        "index.html",
        ".htaccess",
        ".nojekyll",
        ".well-known",
        "CNAME",
        "backup.md",
        "x.swf",
        "tmp",
        "bak.md",
        "#1.md",
    ],
)
def test_what_somebody_made(name: str) -> None:
    """Everything else was made on purpose, hidden files among it."""
    assert not is_system_file(name)
