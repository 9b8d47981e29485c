"""Can readers cite the report, and one number of it, in the forms they use?"""

from __future__ import annotations

from dataclasses import replace

from report_samples import build_fact, build_report

from built import BuiltSite
from chuxiong_site.rendering.citations import describe_fact_citation, render_bibtex


def test_a_number_is_cited_with_its_sentence() -> None:
    """The report's reference, then the place, then the sentence as readers see it."""
    report = build_report()
    fact = build_fact(report, "cases", "132.87万件")
    assert describe_fact_citation(report, fact) == (
        "某州办公室. 某州年度报告[EB/OL]. (2024-01-18)[引用日期]. 索引号：1-2. https://example.cn/report.htm. "
        "序：“2023年，全州办理案件132.87万件。”"
    )


def test_a_number_is_cited_with_its_address_when_known() -> None:
    """With a base URL the reference ends in the number's own address."""
    report = build_report()
    fact = build_fact(report, "cases", "132.87万件")
    assert describe_fact_citation(report, fact, "https://a.cn/").endswith(
        "”  https://a.cn/2023/preamble.html#cases".replace("  ", " ")
    )


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
    html = built_site.pages["2023/index.html"]
    assert "@online{report-2023," in html
    assert "楚雄州人民政府办公室. 楚雄州2023年度法治政府建设情况报告[EB/OL]. (2024-01-18)[引用日期]." in html
