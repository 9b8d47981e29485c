"""Can readers cite the report in the forms they use?"""

from __future__ import annotations

import re
from dataclasses import replace

from built import BuiltSite
from chuxiong_site.rendering.citing.bibtex import render_bibtex
from report_samples import build_report


def test_bibtex_names_the_report() -> None:
    """Author and title keep their characters; empty fields are left out."""
    assert render_bibtex(build_report()) == (
        "@online{report-2023,\n"
        "  author = {{某州办公室}},\n"
        "  title = {{某州年度报告}},\n"
        "  year = {2024},\n"
        "  month = {1},\n"
        "  day = {18},\n"
        "  note = {索引号：1-2},\n"
        "  url = {https://example.cn/report.htm},\n"
        "  language = {zh-CN},\n"
        "}"
    )


def test_bibtex_shields_special_characters() -> None:
    """Per cent signs and braces in a title are letters, not commands."""
    assert r"title = {{100\% \{甲\}}}" in render_bibtex(replace(build_report(), title="100% {甲}"))


def test_both_forms_are_on_the_front_page(built_site: BuiltSite) -> None:
    """The citation section shows the reference and the BibTeX entry."""
    words = re.sub("<[^>]+>", "", built_site.pages["2023/index.html"])
    assert "@online{report-2023," in words
    assert "青禾州人民政府办公室. 青禾州2023年度依法行政情况报告[EB/OL]. (2024-02-05)[引用日期]." in words
