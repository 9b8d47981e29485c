"""Is the year's archive whole, explained, and the same on every day?"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import frictionless
import pytest

from built import BuiltSite

PATH = "data/2023.zip"
FILES = ["facts.csv", "facts.json", "facts.xlsx", "numerals.json", "checks.json", "report.txt"]


@pytest.fixture(scope="module")
def archive(built_site: BuiltSite) -> zipfile.ZipFile:
    """Open the archive."""
    return zipfile.ZipFile(io.BytesIO(built_site.read(PATH)))


def test_files_are_those_of_the_site(built_site: BuiltSite, archive: zipfile.ZipFile) -> None:
    """Every file of the year is inside, byte for byte."""
    for name in FILES:
        assert archive.read(f"2023/{name}") == built_site.read(f"data/2023/{name}")
    assert archive.read("2023/offline.html") == built_site.read("data/2023-offline.html")


def test_entries_are_sorted_and_dated_alike(archive: zipfile.ZipFile) -> None:
    """No entry says when or where the archive was made."""
    entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 3)}


def test_the_readme_names_every_file(archive: zipfile.ZipFile, built_site: BuiltSite) -> None:
    """The README, in Chinese with Windows line ends, names each file, the source, the licence and the citation."""
    readme = archive.read("2023/README.txt").decode("utf-8")
    for name in archive.namelist():
        assert name.removeprefix("2023/") in readme or name.endswith("README.txt"), name
    report, notice = built_site.report_findings.report, built_site.findings.project.site.notice
    for words in (report.title, report.source_url, "CC BY 4.0", notice, "@online{report-2023,"):
        assert words in readme
    assert "\n" not in readme.replace("\r\n", "")


def test_the_archive_is_a_data_package(archive: zipfile.ZipFile, tmp_path: Path) -> None:
    """Unpacked anywhere, it is valid by itself: its paths need no other folder."""
    archive.extractall(tmp_path)
    package = tmp_path / "2023" / "datapackage.json"
    assert all("/" not in resource["path"] for resource in json.loads(package.read_bytes())["resources"])
    report = frictionless.validate(str(package))
    assert report.valid, report.to_summary()


def test_a_changed_file_is_found(built_site: BuiltSite) -> None:
    """The proof names the file of the site that the archive does not hold."""
    found = built_site.prove("data/2023/report.txt", b"x", told_of="data/2023.zip")
    assert any("report.txt" in words for words in found)
