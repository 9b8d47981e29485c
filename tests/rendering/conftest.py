"""What do the tests of rendering share: the site as it is published under an address?"""

from __future__ import annotations

import pytest

from built import RICH, ROOT, BuiltSite
from chuxiong_site.build.options import Options
from chuxiong_site.build.site import check_project

BASE = "https://example.org/r"


@pytest.fixture(scope="session")
def addressed_site(built_site: BuiltSite) -> BuiltSite:
    """Render the rich project for an address; nothing is written."""
    outcome = check_project(Options(content=RICH, out=built_site.folder, root=ROOT, base_url=f"{BASE}/"))
    assert {problem.code for problem in outcome.problems} == {"W407"}
    assert outcome.site is not None
    assert outcome.findings is not None
    return BuiltSite(folder=built_site.folder, site=outcome.site, findings=outcome.findings)
