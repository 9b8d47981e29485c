"""The receipt of a site, `receipt.json`: its inputs, the program's versions, the digest of every file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..model.records import dataclass
from ..model.site import Site, compute_sha256

RECEIPT = "receipt.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A receipt, as it is written or as it was read. Nothing in it depends on when or where it was made."""

    sources: Mapping[str, str]
    """Content file → SHA-256."""
    versions: Mapping[str, str]
    """This program and the packages that shape the bytes → version."""
    files: Mapping[str, str]
    """Published file → SHA-256; without dot-files, which hosts drop, and the receipt itself."""


def create_receipt(site: Site, sources: Mapping[str, str], versions: Mapping[str, str]) -> Receipt:
    """Return the receipt of a site."""
    files = {
        name: compute_sha256(artifact)
        for name, artifact in sorted(site.items())
        if not name.startswith(".") and name != RECEIPT
    }
    return Receipt(sources=dict(sources), versions=dict(versions), files=files)


def render_receipt(receipt: Receipt) -> bytes:
    """Return the bytes of `receipt.json`."""
    data = {
        "format": FORMAT,
        "about": "这个网站由哪些内容、哪些程序生成，每个文件的 SHA-256。用 verify 命令核对。",
        "sources": dict(sorted(receipt.sources.items())),
        "versions": dict(sorted(receipt.versions.items())),
        "files": dict(sorted(receipt.files.items())),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_receipt(folder: Path) -> Receipt | None:
    """Return the receipt in a folder, or `None` when there is none that can be understood."""
    try:
        data = json.loads((folder / RECEIPT).read_bytes())
        parts = [data[key] for key in ("sources", "versions", "files")]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if data.get("format") != FORMAT or not all(map(_is_table, parts)):
        return None
    sources, versions, files = parts
    return Receipt(sources=sources, versions=versions, files=files)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
