"""What pages say of their making: the chart library they load, the digests of loaded files, the time of the build."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from ..model.records import dataclass
from ..model.site import Site, compute_digest, compute_weight, read_artifact
from .documents.built_page import BuiltPage
from .scopes.words import Scope, one

LIBRARY = re.compile(r"assets/plotly-[a-z]+-(?P<version>[\d.]+)\.[0-9a-f]+\.js")
BUILT_WORD = "生成时间："
BUILT = re.compile(rf"{BUILT_WORD}([^。]*)。")
ASSETS = "assets/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What is the same for all parts of a site."""

    digests: Mapping[str, str]
    """Path of a file that pages load → how an address has to name its bytes."""
    library: Scope


def describe_making(site: Site) -> Making:
    """Return what the files that all pages share say of the making of a site."""
    digests = {path: compute_digest(read_artifact(site, path)) for path in site if path.startswith(ASSETS)}
    path = next((path for path in digests if LIBRARY.fullmatch(path)), "")
    match = LIBRARY.fullmatch(path)
    weight = compute_weight(read_artifact(site, path))
    library = one(
        plotly_version=match["version"] if match else "",
        plotly_size=f"{weight / 1_000_000:.1f} MB",
    )
    return Making(digests=digests, library=library)


def find_time(pages: Mapping[str, BuiltPage]) -> str:
    """Return the time of the build that most pages name; empty when none does."""
    times = Counter(
        match[1]
        for page in pages.values()
        for said in page.utterances
        if BUILT_WORD in said.text
        for match in BUILT.finditer(said.text)
    )
    return times.most_common(1)[0][0] if times else ""
