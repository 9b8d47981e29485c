"""Names that a program proposed are marked wherever they head a row, a note or a page, until somebody has confirmed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.build.site import render_project
from chuxiong_site.model.display_names import DRAFTED_NAME
from chuxiong_site.model.site import make_artifact
from chuxiong_site.proof import prove_site
from sample_projects import apply_changes, copy_fixture, create_options

PLACES = [
    "index.html",
    "2024/preamble.html",
    "2024/facts.html",
    "indicators.html",
    "indicators/trees-planted.html",
]
CHANGE = {"file": "indicators.yaml", "insert": ["  trees-planted:\n", "    drafted: true\n"]}


@pytest.mark.parametrize("path", PLACES)
def test_every_mark_is_proved(path: str, tmp_path: Path) -> None:
    """The mark stands on the page, and the proof tells one that is missing, and one where a name was confirmed."""
    content = copy_fixture("two_years", tmp_path)
    confirmed = render_project(create_options(content))
    apply_changes(content, [CHANGE])
    drafted = render_project(create_options(content))
    assert drafted.site is not None
    assert drafted.findings is not None
    assert confirmed.site is not None
    assert confirmed.findings is not None
    marked = {name: make_artifact(artifact) for name, artifact in drafted.site.items()}
    plain = {name: make_artifact(artifact) for name, artifact in confirmed.site.items()}
    page = marked[path].decode("utf-8")
    assert DRAFTED_NAME in page
    assert DRAFTED_NAME not in plain[path].decode("utf-8")
    assert prove_site(drafted.findings, marked) == []
    for at in [at for at in range(len(page)) if page.startswith(DRAFTED_NAME, at)]:
        less = page[:at] + page[at + len(DRAFTED_NAME) :]
        told = prove_site(drafted.findings, {**marked, path: less.encode("utf-8")})
        assert path in {problem.place.file for problem in told}
    told = prove_site(confirmed.findings, {**plain, path: marked[path]})
    assert path in {problem.place.file for problem in told}
