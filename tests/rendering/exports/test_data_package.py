"""Is the data package valid, by the standard's own reference reader, and does it describe the very files?"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import frictionless
import pytest

from built import BuiltSite

PATH = "data/datapackage.json"


@pytest.fixture(scope="module")
def package(built_site: BuiltSite) -> dict[str, Any]:
    """Return the package's description."""
    described: dict[str, Any] = json.loads(built_site.read(PATH))
    return described


def test_the_package_is_valid(built_site: BuiltSite) -> None:
    """Frictionless finds nothing wrong: neither in the description nor in files, sizes, hashes and cells."""
    report = frictionless.validate(str(built_site.folder / PATH))
    assert report.valid, str(report)
    assert {task.name for task in report.tasks} == {
        f"{year}-{file}"
        for year in ("2022", "2023")
        for file in (
            "facts-csv",
            "facts-json",
            "facts-xlsx",
            "numerals-json",
            "checks-json",
            "report-txt",
            "facts.xbrl-json",
            "indicators-xsd",
        )
    } | {"all-facts-csv", "all-indicators-csv"}


@pytest.mark.parametrize("table", ["facts", "numerals", "checks"])
def test_json_rows_fit_their_columns(built_site: BuiltSite, package: dict[str, Any], table: str) -> None:
    """The rows of the JSON files have just the columns, types and codes that the package says."""
    resource = next(r for r in package["resources"] if r["name"] == f"2023-{table}-json")
    rows = json.loads(built_site.read(f"data/{resource['path']}"))[resource["dialect"]["property"]]
    schema = frictionless.Schema.from_descriptor(resource["schema"])
    report = frictionless.Resource(data=rows, schema=schema).validate()
    assert report.valid, str(report)


def test_a_changed_cell_is_refused(built_site: BuiltSite, tmp_path: Path) -> None:
    """The check of the package is able to fail: a word in the column of values is an error."""
    for year in ("2022", "2023"):
        (tmp_path / year).mkdir()
        for name in (
            "facts.csv",
            "facts.json",
            "facts.xlsx",
            "numerals.json",
            "checks.json",
            "report.txt",
            "facts.xbrl.json",
            "indicators.xsd",
        ):
            (tmp_path / year / name).write_bytes(built_site.read(f"data/{year}/{name}"))
    for name in ("facts.csv", "indicators.csv"):
        (tmp_path / name).write_bytes(built_site.read(f"data/{name}"))
    csv = tmp_path / "2023" / "facts.csv"
    (tmp_path / "datapackage.json").write_bytes(built_site.read(PATH))
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
    csv.write_bytes(csv.read_bytes().replace(b",97.65,", b",many,"))
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_sizes_and_hashes_are_those_of_the_files(built_site: BuiltSite, package: dict[str, Any]) -> None:
    """Each resource states the bytes and the SHA-256 of the file it names."""
    for resource in package["resources"]:
        data = built_site.read(f"data/{resource['path']}")
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_the_official_text_is_not_licensed(package: dict[str, Any]) -> None:
    """The package is CC BY 4.0; the official text, outside copyright, is not."""
    licences = {r["name"]: r.get("licenses", package["licenses"])[0]["name"] for r in package["resources"]}
    official = {name for key, name in licences.items() if key.endswith("-report-txt")}
    ours = {name for key, name in licences.items() if not key.endswith("-report-txt")}
    assert (official, ours) == ({"other-pd"}, {"CC-BY-4.0"})


def test_the_home_address_is_given_when_known(package: dict[str, Any], addressed_site: BuiltSite) -> None:
    """Without a base URL there is no `homepage`; with one it is the home page."""
    assert "homepage" not in package
    assert json.loads(addressed_site.read(PATH))["homepage"] == "https://example.org/r/index.html"


def test_a_changed_file_is_found(built_site: BuiltSite) -> None:
    """The proof says which file is not the one described."""
    path = "data/2023/facts.csv"
    found = built_site.prove(path, built_site.read(path) + b"x", told_of=PATH)
    assert any("2023/facts.csv" in words for words in found)


def test_a_file_that_is_not_listed_is_found(built_site: BuiltSite, package: dict[str, Any]) -> None:
    """The proof says which data file the package leaves out."""
    rest = [resource for resource in package["resources"] if resource["path"] != "2022/checks.json"]
    data = json.dumps({**package, "resources": rest}, ensure_ascii=False).encode()
    assert any("2022/checks.json" in words for words in built_site.prove(PATH, data))


CHANGES = [
    ('"type": "number"', '"type": "string"'),
    ('"required": true', '"required": false'),
    ('"unique": true', '"unique": false'),
    ('"at_least",\n', ""),
    ('"primaryKey": [\n     "id"', '"primaryKey": [\n     "name"'),
    ('"format": "csv"', '"format": "tsv"'),
    ('"mediatype": "text/csv"', '"mediatype": "text/plain"'),
    ('"encoding": "utf-8"', '"encoding": "gbk"'),
    ('"property": "facts"', '"property": "checks"'),
    ('"other-pd"', '"other-open"'),
    ('"title": "所指"', '"title": "所知"'),
]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *CHANGES,
        ('"resource": "all-indicators-csv"', '"resource": "all-facts-csv"'),
        ('"title": "全部年度的数字"', '"title": "各年度的数字"'),
    ],
)
def test_a_change_is_found(built_site: BuiltSite, old: str, new: str) -> None:
    """Another type, limit, code, key, reference, format or heading in the description: the proof names it."""
    assert built_site.prove_changed(PATH, old, new)


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_change_in_an_archive_is_found(built_site: BuiltSite, old: str, new: str) -> None:
    """The description inside a report's archive is proved as well."""
    path, name = "data/2023.zip", "2023/datapackage.json"
    with zipfile.ZipFile(io.BytesIO(built_site.read(path))) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    text = members[name].decode("utf-8")
    assert old in text
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member, data in (members | {name: text.replace(old, new, 1).encode("utf-8")}).items():
            archive.writestr(member, data)
    assert built_site.prove(path, stream.getvalue())
