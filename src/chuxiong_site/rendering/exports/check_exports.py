"""Do the files that readers take away say what the report says, and are they whole?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.findings import Findings
from ...model.site import Site
from ...problems import Problem
from ..read_back import BuiltPage
from .check_addresses import check_addresses
from .check_offline import check_offline
from .check_packages import check_archive, check_data_package
from .check_workbook import check_workbook


def check_exports(findings: Findings, site: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield what is wrong with them."""
    for found in findings.reports:
        yield from check_workbook(found, site)
        yield from check_offline(found, pages)
        yield from check_archive(found.report, site)
    yield from check_data_package(site)
    yield from check_addresses(findings, site)
