"""Does the proof see what a note says of the sums that its number stands in?"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping

import pytest

from built import BuiltSite
from chuxiong_site.model.site import make_artifact
from chuxiong_site.proof import prove_site, sorting

PAGE = "2023/disputes.html"
SUM = '"sum":"23202件 ÷ 23760件 = 97.6515…%"'
OTHER = "_check-mediation-success-rate"
DAMAGES: Mapping[str, tuple[str, str]] = {
    "a digit of the sum": (SUM, SUM.replace("23760", "23761")),
    "the result of the sum": (SUM, SUM.replace("97.6515", "97.6516")),
    "the order of the sum": (SUM, '"sum":"23760件 ÷ 23202件 = 97.6515…%"'),
    "the outcome": ('"text":"复算相符"', '"text":"复算不符"'),
    "a reason": ("报告未公布调解成功的案件数（分子）。", "报告未公布调解成功的案件数（分母）。"),
    "no outcome": ('"text":"不能复算","sum":""', '"text":"复算相符","sum":""'),
    "for which number": ('"uses":[{"text":"矛盾纠纷化解率"', '"uses":[{"text":"行政复议纠错率"'),
    "the sum of another check": (
        '"href":"../2023/checks.html#_check-dispute-resolution-rate"',
        f'"href":"../2023/checks.html#{OTHER}"',
    ),
    "a reason of another check": (
        "报告未公布被纠错的案件数（分子）。",
        "报告未公布调解成功的案件数（分子）。",
    ),
    "no check at all": ('"checks":[{', '"checks":[],"_":[{'),
    "whose rows": ('"rows":"../2023/facts.html"', '"rows":"../2022/facts.html"'),
    "whose report": ('{"report":"2023"', '{"report":"2022"'),
}


@pytest.fixture(scope="module")
def prove_page(built_site: BuiltSite) -> Iterator[Callable[[str], list[str]]]:
    """Return a function that says which files the proof names once the page is another; the others are read once."""
    read, sorting.read_page = sorting.read_page, functools.lru_cache(maxsize=512)(sorting.read_page)
    site = {path: make_artifact(artifact) for path, artifact in built_site.site.items()}

    def name_files(page: str) -> list[str]:
        return [
            problem.place.file for problem in prove_site(built_site.findings, {**site, PAGE: page.encode()})
        ]

    yield name_files
    sorting.read_page = read


@pytest.mark.parametrize(("old", "new"), DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_note_is_named(
    built_site: BuiltSite, prove_page: Callable[[str], list[str]], old: str, new: str
) -> None:
    """A wrong sum, outcome, reason or check in the notes of a page is a fault of that page."""
    page = built_site.pages[PAGE]
    assert old in page
    assert PAGE in prove_page(page.replace(old, new, 1))
