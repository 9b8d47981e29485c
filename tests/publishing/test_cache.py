"""What is kept for the next run."""

from __future__ import annotations

from pathlib import Path

from chuxiong_site.publishing.cache import write_cache


def test_what_is_kept(tmp_path: Path) -> None:
    """A file is kept under its name, and a later one takes its place."""
    for data in (b"first", b"second"):
        write_cache(tmp_path, "words.json", data)
        assert (tmp_path / "words.json").read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["words.json"]


def test_what_cannot_be_kept(tmp_path: Path) -> None:
    """Where the disk refuses, nothing is said and nothing is left lying about."""
    (tmp_path / "words.json").mkdir()
    write_cache(tmp_path, "words.json", b"data")
    write_cache(tmp_path / "absent", "words.json", b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["words.json"]
