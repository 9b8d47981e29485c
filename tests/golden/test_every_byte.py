"""Are the bytes of a whole site the same from every Python on every system? `expected.sha256` names each of them.

The chart library is left out: which one is shipped depends on what npm has installed.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from chuxiong_site.build.inputs import read_inputs
from chuxiong_site.build.site import check_project
from chuxiong_site.model.site import ChartLibrary, Site, make_artifact
from chuxiong_site.rendering import render_site
from sample_projects import copy_fixture, create_options

EXPECTED = Path(__file__).with_name("expected.sha256")
LIBRARY = ChartLibrary(
    version="4.0.0", edition="basic", weight=400_000, style_ids=(), digest="0" * 8, bundle=b"// charts\n"
)


def render_fixture(name: str, folder: Path) -> Site:
    """Render a fixture with an address, so that there is all that a site can have."""
    options = create_options(copy_fixture(name, folder), base_url="https://example.org/r/")
    outcome = check_project(options)
    assert outcome.site is not None
    assert outcome.findings is not None
    inputs, _ = read_inputs(options)
    return render_site(outcome.findings, replace(inputs, plotly=LIBRARY))


def list_digests(folder: Path) -> dict[str, str]:
    """Return path → SHA-256 of every file of the fixtures' sites."""
    return {
        f"{name}/{path}": hashlib.sha256(make_artifact(artifact)).hexdigest()
        for name in ("bare", "small", "two_years", "rich")
        for path, artifact in sorted(render_fixture(name, folder / name).items())
    }


def test_every_byte(tmp_path: Path, accept: bool) -> None:
    """Each file of the sites is, on every Python and system, what was accepted on one of them."""
    made = list_digests(tmp_path)
    if accept:
        lines = "".join(f"{digest}  {path}\n" for path, digest in made.items())
        EXPECTED.write_bytes(lines.encode())
    lines_of_digests = EXPECTED.read_text(encoding="utf-8").splitlines()
    expected = {path: digest for digest, _, path in (line.partition("  ") for line in lines_of_digests)}
    others = [path for path in sorted(made.keys() | expected.keys()) if made.get(path) != expected.get(path)]
    assert others == [], (
        "若有意改动了模板、样式或程序，用 pytest tests/golden --accept 接受；若没有，是这个 Python 或系统做出了别的字节"
    )


def test_no_byte_depends_on_how_zlib_compresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Systems have zlibs that compress otherwise: another level stands for them, and changes no file."""
    before = {path: make_artifact(made) for path, made in render_fixture("small", tmp_path / "a").items()}
    usual = zlib.compressobj
    monkeypatch.setattr(zlib, "compressobj", lambda _level=1, *rest: usual(1, *rest))
    monkeypatch.setattr(zlib, "compress", lambda data, *_, compress=zlib.compress, **__: compress(data, 1))
    after = {path: make_artifact(made) for path, made in render_fixture("small", tmp_path / "b").items()}
    assert [path for path in before if after[path] != before[path]] == []
