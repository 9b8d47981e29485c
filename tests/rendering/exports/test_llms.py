"""Do programs that read text find the reports and the data in the form that llmstxt.org describes, however many there are?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from built import BuiltSite
from chuxiong_site.model.site import read_artifact
from chuxiong_site.proof.llms import check_llms
from chuxiong_site.rendering.elsewhere.llms import NEWEST, render_llms

PATH = "llms.txt"
BASE = "https://example.org/r"


def read_blocks(site: BuiltSite) -> list[Token]:
    """Return the file as Markdown."""
    return MarkdownIt("commonmark").parse(site.read(PATH).decode())


def read_links(text: str) -> list[str]:
    """Return the addresses of all links in lists, each with a note behind it."""
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    links = [re.fullmatch(r"- \[[^\]]+\]\(([^)]+)\): .+。", line) for line in lines]
    assert all(links)
    return [link[1] for link in links if link]


def test_it_has_the_parts_of_the_form(built_site: BuiltSite) -> None:
    """One H1, then a quotation, then words; then H2 parts with nothing in them but lists; the last is optional."""
    blocks = read_blocks(built_site)
    tags = [block.tag for block in blocks if block.level == 0 and block.nesting == 1]
    assert tags == ["h1", "blockquote", "p", "p", *["h2", "ul"] * 3]
    assert blocks[1].content == built_site.findings.project.site.name
    assert "## Optional" in built_site.read(PATH).decode()


def test_every_link_leads_to_a_file(built_site: BuiltSite, addressed_site: BuiltSite) -> None:
    """Relative to the site's root, or with its address; the text and the numbers of each report are among them."""
    links = read_links(built_site.read(PATH).decode())
    assert all(link in built_site.site for link in links)
    assert {"data/2023/report.md", "data/2022/report.md", "data/2023/facts.json"} <= {*links}
    assert read_links(addressed_site.read(PATH).decode()) == [f"{BASE}/{link}" for link in links]


def test_it_stays_short(built_site: BuiltSite) -> None:
    """Of twenty reports it lists the newest few, and says where the others are."""
    findings = built_site.findings
    project = replace(findings.project, reports=findings.project.reports * 10)
    [text] = render_llms(replace(findings, project=project), list(built_site.pages)).values()
    assert len(read_links(text.decode())) <= 2 * NEWEST + 5
    assert "通向更早的各份报告" in text.decode()
    assert "通向更早的各份报告" not in built_site.read(PATH).decode()


@pytest.mark.parametrize("notice", ["", " \n ", "第一行。\n\n- [甲](乙): 丙", "# 甲", "1. 甲"])
def test_words_of_staff_are_lines_of_their_own(built_site: BuiltSite, notice: str) -> None:
    """Whatever lines they have, empty ones too, the file says them and the proof finds them there."""
    findings = built_site.findings
    own = replace(findings.project.site, notice=notice)
    findings = replace(findings, project=replace(findings.project, site=own))
    site = {**built_site.site, **render_llms(findings, list(built_site.pages))}
    assert [*check_llms(findings, site)] == []
    tags = [block.tag for block in MarkdownIt("commonmark").parse(read_artifact(site, PATH).decode())]
    assert tags.count("h1") == 2
    assert tags.count("ol") == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024年02月05日", "2024年02月06日"),
        ("data/2023/report.md", "data/2022/report.md"),
        ("(about.html)", "(abort.html)"),
        ("## 数据\n", "## 数据\n\n- [更多](index.html): 还有 3 份。\n"),
        ("> ", "> 3 "),
    ],
)
def test_a_change_is_found(built_site: BuiltSite, old: str, new: str) -> None:
    """Another day, link or line, and the proof names the file."""
    assert built_site.prove_changed(PATH, old, new)


def test_a_lost_line_is_found(built_site: BuiltSite) -> None:
    """A report that is not listed is missed."""
    assert built_site.prove_without(PATH, r"- \[关于本站\].*\n")
    assert built_site.prove_without(PATH, r"- \[2022年度报告\].*\n")
