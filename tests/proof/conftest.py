"""What several tests of the proof look at: a site of five reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from built import BuiltSite
from many_years import build_years


@pytest.fixture(scope="module")
def years_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build it once for each file of tests; pages are full with two rows while it is looked at."""
    with pytest.MonkeyPatch.context() as patch:
        yield build_years(tmp_path_factory.mktemp("years"), patch)
