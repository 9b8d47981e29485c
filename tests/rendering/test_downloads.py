"""Is everything that can be taken away listed for readers, with its true size?"""

from __future__ import annotations

import re

from built import BuiltSite
from chuxiong_site.rendering.data.site_files import describe_site_downloads
from chuxiong_site.rendering.parts.downloads import Download


def test_every_file_is_listed_with_its_size(built_site: BuiltSite) -> None:
    """The front page links each data file of the report and says how large it is; charts link their own, and the reference its own."""
    html = built_site.pages["2023/index.html"]
    part = html[html.index('id="_downloads"') : html.index('id="_citation"')]
    linked = re.findall(r'<a href="\.\./([^"]+)"', part)
    of_all = {download.path for download in describe_site_downloads(several=True)}
    own = {
        path
        for path in built_site.site
        if (path.startswith("data/2023/") or path in {"data/2023.zip", "data/2023-offline.html"} | of_all)
        and not path.endswith("search-data.js")
        and "/charts/" not in path
        and "/citation." not in path
    }
    assert set(linked) == own
    for path in own - of_all:  # these are made of all reports
        assert f"{max(1, round(len(built_site.read(path)) / 1000))} KB" in part, path
    assert "在浏览器打开" in part


def test_sizes_are_never_nothing() -> None:
    """A small file is said to have one KB."""
    file = Download(path="a", name="a", about="", media_type="", size=20)
    assert file.size_words == "1 KB"
