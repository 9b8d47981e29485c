"""Are all content files, and no others, taken into the receipt?"""

from __future__ import annotations

import hashlib
from pathlib import Path

from chuxiong_site.content import read_digests
from sample_projects import copy_fixture


def test_all_content_files(tmp_path: Path) -> None:
    """The five YAML files, the dictionary and both files of every report are listed with their SHA-256."""
    content = copy_fixture("small", tmp_path)
    (content / "notes.docx").write_bytes(b"")
    for name in ("2023.md~", "._2023.md", ".#2023.txt"):
        (content / "reports" / name).write_bytes(b"")
    (content / "._site.yaml").write_bytes(b"")
    digests = read_digests(content)
    assert set(digests) == {
        "site.yaml", "indicators.yaml", "charts.yaml", "checks.yaml", "terms.yaml", "dictionary.txt",
        "reports/2023.md", "reports/2023.txt",
    }  # fmt: skip
    assert digests["site.yaml"] == hashlib.sha256((content / "site.yaml").read_bytes()).hexdigest()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """Of a folder that is not there nothing is listed; `check` says so in its own words."""
    assert read_digests(tmp_path / "nothing") == {}
