"""The same page in the other language, and the addresses that tell search engines so."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import addresses
from ...model.records import dataclass
from ...model.report import Report

CHINESE, ENGLISH, DEFAULT = "zh-CN", "en", "x-default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A language and the address of the page in it."""

    language: str
    address: str


def list_twinned(english: Iterable[Report]) -> frozenset[str]:
    """Return the paths of the Chinese pages that have an English twin, in a site that has English pages."""
    reports = {addresses.report_page(report, name) for report in english for name in ("facts", "checks")}
    return frozenset(reports | {addresses.HOME, addresses.ABOUT})


def find_twin(path: str, twinned: frozenset[str]) -> str:
    """Return the page in the other language, else the English home page; empty for a site in one language."""
    if path.startswith(addresses.ENGLISH):
        return path.removeprefix(addresses.ENGLISH)
    return addresses.ENGLISH + (path if path in twinned else addresses.HOME) if twinned else ""


def describe_alternates(path: str, twinned: frozenset[str], base_url: str) -> tuple[Alternate, ...]:
    """Return both languages of a page that is in both; none while no address is known: these must be whole."""
    chinese = path.removeprefix(addresses.ENGLISH)
    if not base_url or chinese not in twinned:
        return ()
    paths = {CHINESE: chinese, ENGLISH: addresses.ENGLISH + chinese, DEFAULT: chinese}
    return tuple(
        Alternate(language=language, address=addresses.absolute(base_url, target))
        for language, target in paths.items()
    )
