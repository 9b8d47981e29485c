"""Are all content files, and no others, taken into the receipt?"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from chuxiong_site.build.site import build_site
from chuxiong_site.content.read_digests import read_digests
from sample_projects import copy_fixture, create_options, refuse_reading


def test_all_content_files(tmp_path: Path) -> None:
    """The five YAML files, the dictionary and both files of every report are listed with their SHA-256."""
    content = copy_fixture("small", tmp_path)
    (content / "notes.docx").write_bytes(b"")
    for name in ("2023.md~", "._2023.md", ".#2023.txt"):
        (content / "reports" / name).write_bytes(b"")
    (content / "._site.yaml").write_bytes(b"")
    digests, problems = read_digests(content)
    assert problems == []
    assert set(digests) == {
        "site.yaml", "indicators.yaml", "charts.yaml", "checks.yaml", "terms.yaml", "dictionary.txt",
        "reports/2023.md", "reports/2023.txt",
    }  # fmt: skip
    assert digests["site.yaml"] == hashlib.sha256((content / "site.yaml").read_bytes()).hexdigest()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Of a folder that is not there nothing is listed; `check` says so in its own words."""
    assert read_digests(tmp_path / "nothing") == ({}, [])


@pytest.mark.parametrize("name", ["site.yaml", "reports/2023.txt", "unused.yaml"])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not hand out stops the build, is named once, and nothing is published."""
    content = copy_fixture("small", tmp_path)
    (content / "unused.yaml").write_bytes(b"a: b\n")
    refuse_reading(monkeypatch, Path(name).name)
    digests, _ = read_digests(content)
    assert name not in digests
    outcome = build_site(create_options(content))
    assert [(p.code, p.found) for p in outcome.problems if p.place.file == name] == [
        ("E108", "没有读它的权限")
    ]
    assert not outcome.published


def test_line_ends_make_no_difference(tmp_path: Path) -> None:
    """Saved with CRLF and BOM, a file has the digest that it has without; a captured page has that of its own bytes."""
    content = copy_fixture("small", tmp_path)
    before, _ = read_digests(content)
    for path in content.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after, _ = read_digests(content)
    assert {name for name in before if before[name] != after[name]} == {"reports/2023.txt"}
