"""Does a receipt say what is in a site, and does comparing with it find every difference?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import jsonschema
import pytest
from folders import FIRST, SECOND

from built import ROOT
from chuxiong_site.model.site import Site
from chuxiong_site.publishing.compare import Difference, compare_receipts, verify_folder
from chuxiong_site.publishing.receipt import RECEIPT, Receipt, create_receipt, read_receipt, render_receipt
from chuxiong_site.publishing.write_site import publish_site
from sample_projects import refuse_reading

SOURCES = {"site.yaml": "0" * 64, "reports/2023.md": "1" * 64}
VERSIONS = {"chuxiong-site": "0.1.0"}


@pytest.fixture
def receipt(tmp_path: Path) -> Receipt:
    """Publish a site with its receipt and return the receipt as read back."""
    site: Site = {**FIRST, ".nojekyll": b""}
    made = create_receipt(site, SOURCES, VERSIONS)
    publish_site({**site, RECEIPT: render_receipt(made)}, tmp_path / "_site")
    found = read_receipt(tmp_path / "_site")
    assert found == made
    assert found is not None
    return found


def test_what_a_receipt_says(receipt: Receipt) -> None:
    """A receipt holds the sources, the versions and the digest of every file but dot-files and itself."""
    assert receipt.sources == SOURCES
    assert receipt.versions == VERSIONS
    assert receipt.files == {
        "2023/old.html": hashlib.sha256(b"old").hexdigest(),
        "index.html": hashlib.sha256(b"first").hexdigest(),
    }


def test_order_makes_no_difference() -> None:
    """The same site has the same receipt, whatever order its files and sources come in."""
    turned = dict(reversed(list(FIRST.items())))
    one = create_receipt(FIRST, SOURCES, VERSIONS)
    two = create_receipt(turned, dict(reversed(list(SOURCES.items()))), VERSIONS)
    assert render_receipt(one) == render_receipt(two)


def test_an_untouched_site(receipt: Receipt, tmp_path: Path) -> None:
    """A site as it was published differs in nothing, with or without dot-files and litter."""
    out = tmp_path / "_site"
    assert not verify_folder(out, receipt)
    (out / ".nojekyll").unlink()
    (out / ".DS_Store").write_bytes(b"")
    assert not verify_folder(out, receipt)


def test_every_difference(receipt: Receipt, tmp_path: Path) -> None:
    """What is missing, changed or too much is named, each in its list."""
    out = tmp_path / "_site"
    (out / "index.html").write_bytes(b"First")
    (out / "2023" / "old.html").unlink()
    (out / "2023" / "extra.js").write_bytes(b"")
    (out / ".htaccess").write_bytes(b"")
    assert verify_folder(out, receipt) == Difference(
        added=(".htaccess", "2023/extra.js"), changed=("index.html",), removed=("2023/old.html",)
    )


def test_a_folder_in_the_place_of_a_file(receipt: Receipt, tmp_path: Path) -> None:
    """A page that has become a folder is missing."""
    page = tmp_path / "_site" / "index.html"
    page.unlink()
    page.mkdir()
    assert verify_folder(tmp_path / "_site", receipt).removed == ("index.html",)


def test_a_file_that_cannot_be_read(
    receipt: Receipt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that the system does not hand out is named as such, not as changed."""
    refuse_reading(monkeypatch, "index.html")
    assert verify_folder(tmp_path / "_site", receipt) == Difference(unread=("index.html",))


def test_two_sites_compared() -> None:
    """Two receipts tell what came, what changed and what went."""
    one, two = (create_receipt(site, {}, {}) for site in (FIRST, SECOND))
    assert compare_receipts(one, two) == Difference(
        added=("data/2023/facts.json",), changed=("index.html",), removed=("2023/old.html",)
    )
    assert not compare_receipts(one, one)


@pytest.mark.parametrize(
    "written",
    [
        b"", b"{", b"[]", b"null", b"{}", b"\xff", b'{"format": 2, "sources": {}, "versions": {}, "files": {}}',
        b'{"format": 1, "sources": {}, "versions": {}, "files": ["index.html"]}',
        b'{"format": 1, "sources": {}, "versions": {}, "files": {"index.html": 1}}',
    ],
)  # fmt: skip
def test_damaged_receipts(written: bytes, tmp_path: Path) -> None:
    """A receipt that cannot be understood counts as none."""
    (tmp_path / RECEIPT).write_bytes(written)
    assert read_receipt(tmp_path) is None


def test_a_receipt_fits_its_schema() -> None:
    """What is written fits the schema for readers of receipts; another digest, format or key does not."""
    schema = json.loads((ROOT / "docs" / "schemas" / "receipt.json").read_bytes())
    written = json.loads(render_receipt(create_receipt(FIRST, SOURCES, VERSIONS)))
    jsonschema.validate(written, schema)
    for change in (
        {"format": 2},
        {"files": {"index.html": "0" * 63}},
        {"more": 1},
        {"versions": {"jieba": 1}},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**written, **change}, schema)
