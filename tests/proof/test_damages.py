"""Does the proof see every damage? In the suite a sample over every surface; all of them with CHUXIONG_DAMAGES=all."""

from __future__ import annotations

import functools
import os
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from damages import Damage, list_damages

from chuxiong_site.build.options import Outcome
from chuxiong_site.build.site import render_project
from chuxiong_site.model.site import make_artifact
from chuxiong_site.proof import prove_site, sorting
from sample_projects import copy_fixture, create_options

EACH = 2
"""How many damages of a kind are tried on each surface."""
ADDRESS = "https://example.org/r"


@pytest.fixture(scope="module", autouse=True)
def _pages_are_read_once() -> Iterator[None]:
    """Keep the pages that were read: each damage changes one of them."""
    read, sorting.read_page = sorting.read_page, functools.lru_cache(maxsize=512)(sorting.read_page)
    yield
    sorting.read_page = read


def render(fixture: str, folder: Path) -> Outcome:
    """Render a project that has an address, so that all its surfaces are there."""
    outcome = render_project(create_options(copy_fixture(fixture, folder), base_url=ADDRESS))
    assert outcome.site is not None
    return outcome


def name_surface(damage: Damage) -> tuple[str, str]:
    """Return the surface of a damage: pages by their kind, other files by their name; and what was damaged."""
    folder, _, name = damage.path.rpartition("/")
    return f"{'page' if folder.isdecimal() else folder}/{name}", damage.kind


def choose(damages: list[Damage]) -> list[Damage]:
    """Return a few damages of each kind on each surface, always the same."""
    if os.environ.get("CHUXIONG_DAMAGES") == "all":
        return damages
    groups: dict[tuple[str, str], list[Damage]] = defaultdict(list)
    for damage in damages:
        groups[name_surface(damage)].append(damage)
    chance = random.Random(1)
    return [damage for group in groups.values() for damage in chance.sample(group, min(EACH, len(group)))]


@pytest.mark.parametrize("fixture", ["small", "two_years"])
def test_every_damage_is_reported(fixture: str, tmp_path: Path) -> None:
    """One changed number, qualifier, unit, quotation, anchor or link in a finished site, and the proof names its file."""
    outcome = render(fixture, tmp_path)
    assert outcome.findings is not None
    assert outcome.site is not None
    site: Mapping[str, bytes] = {path: make_artifact(artifact) for path, artifact in outcome.site.items()}
    assert prove_site(outcome.findings, site) == []
    tried = choose(list(list_damages(site)))
    missed = [
        f"{damage.path} {damage.kind} {damage.what}"
        for damage in tried
        if not prove_site(outcome.findings, {**site, damage.path: damage.data})
    ]
    assert len(tried) > 100
    assert missed == []
