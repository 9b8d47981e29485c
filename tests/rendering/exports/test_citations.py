"""Do reference managers read the report as it was issued, from its files and from the heads of its pages?"""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import replace
from html import unescape
from typing import Any

import bibtexparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from built import BuiltSite
from chuxiong_site.model.catalogue import Disclosure
from chuxiong_site.rendering.citing.csl import render_csl
from chuxiong_site.rendering.citing.ris import render_ris
from report_samples import build_report

STEM = "data/2023/citation"
LABEL = re.compile(r'<meta name="(citation_\w+)" content="([^"]*)">')
TITLE, BODY = "青禾州2023年度依法行政情况报告", "青禾州人民政府办公室"
BASE = "https://example.org/r"


def read_labels(site: BuiltSite, path: str) -> dict[str, str]:
    """Return the labels by which a page is cited."""
    found = LABEL.findall(site.pages[path])
    assert len(dict(found)) == len(found)
    return {name: unescape(words) for name, words in found}


def test_ris_is_read(built_site: BuiltSite) -> None:
    """A RIS reader finds one record with title, issuing body, day and address; empty fields are left out."""
    [record] = rispy.loads(built_site.read(f"{STEM}.ris").decode())
    source = built_site.report_findings.report.source_url
    assert record["type_of_reference"] == "ELEC"
    assert (record["title"], record["authors"]) == (TITLE, [BODY])
    assert (record["year"], record["date"], record["urls"]) == ("2024", "2024/02/05", [source])
    assert "" not in record.values()


def test_bibtex_is_read(built_site: BuiltSite) -> None:
    """A BibTeX reader finds one entry and nothing that it cannot read."""
    library = bibtexparser.parse_string(built_site.read(f"{STEM}.bib").decode())
    assert not library.failed_blocks
    [entry] = library.entries
    assert entry.fields_dict["title"].value == f"{{{TITLE}}}"
    assert entry.fields_dict["author"].value == f"{{{BODY}}}"


def test_csl_is_read(built_site: BuiltSite) -> None:
    """A citation processor knows every field, and sets the reference with its body, year and title."""
    items: list[dict[str, Any]] = json.loads(built_site.read(f"{STEM}.json"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("report-2023")]))
    [words] = map(str, bibliography.bibliography())
    assert words.startswith(f"{BODY} (2024) {TITLE}")


def test_an_empty_field_is_left_out() -> None:
    """Without issuing body, day, numbers and address there are key, type, title and language."""
    bare = replace(build_report(), disclosure=Disclosure(), source_url="")
    [item] = json.loads(render_csl(bare))
    assert set(item) == {"id", "type", "title", "language"}
    assert [line[:2] for line in render_ris(bare).decode().split("\r\n")] == [
        "TY",
        "ID",
        "TI",
        "LA",
        "ER",
        "",
    ]


def test_a_line_end_in_a_field_makes_no_tag() -> None:
    """A title over two lines stays one tag of RIS."""
    report = replace(build_report(), title="某州\r\nER  - 报告")
    [record] = rispy.loads(render_ris(report).decode())
    assert record["title"] == "某州 ER - 报告"


@pytest.mark.parametrize("path", ["2023/index.html", "2023/full.html", "2023/disputes.html"])
def test_pages_with_the_text_are_cited(addressed_site: BuiltSite, path: str) -> None:
    """Where the report's text stands, the head says what Zotero and Google Scholar save: a report of its issuing body."""
    labels = read_labels(addressed_site, path)
    assert labels["citation_title"] == TITLE
    assert labels["citation_author"] == labels["citation_technical_report_institution"] == BODY
    assert labels["citation_publication_date"] == "2024/02/05"
    assert labels["citation_public_url"] == addressed_site.report_findings.report.source_url
    assert labels["citation_fulltext_html_url"] == f"{BASE}/2023/full.html"
    assert labels["citation_language"] == "zh-CN"


@pytest.mark.parametrize("path", ["index.html", "2023/facts.html", "terms.html", "embed/2023-disputes.html"])
def test_other_pages_are_no_source(built_site: BuiltSite, path: str) -> None:
    """What this site made is not cited as the report; without an address there is none of the full text either."""
    assert read_labels(built_site, path) == {}
    assert "citation_fulltext_html_url" not in read_labels(built_site, "2023/full.html")


def test_the_front_page_leads_to_the_files(built_site: BuiltSite) -> None:
    """The files are offered beside the reference, not among the data."""
    page = built_site.pages["2023/index.html"]
    cited = page[page.index('id="_citation"') :]
    assert all(f'href="../{STEM}.{ending}"' in cited for ending in ("ris", "bib", "json"))
    assert "citation." not in page[: page.index('id="_citation"')].partition("</head>")[2]


@pytest.mark.parametrize(
    ("ending", "old", "new"),
    [
        ("ris", "2024/02/05", "2024/02/06"),
        ("ris", "AU  - 青禾州", "AU  - 青苗州"),
        ("ris", "LA  - zh-CN\r\n", ""),
        ("ris", "ER  - \r\n", "ER  - \r\nTY  - ELEC\r\nER  - \r\n"),
        ("bib", "year = {2024}", "year = {2025}"),
        ("json", "2024", "2025"),
        ("json", '"type": "webpage"', '"type": "book"'),
        ("json", "]\n", "\n"),
    ],
)
def test_a_changed_file_is_found(built_site: BuiltSite, ending: str, old: str, new: str) -> None:
    """One digit, one name, one tag more or less, and the proof names the file."""
    assert built_site.prove_changed(f"{STEM}.{ending}", old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            '"citation_publication_date" content="2024/02/05"',
            '"citation_publication_date" content="2024/02/06"',
        ),
        ('"citation_author" content="青禾州', '"citation_author" content="青苗州'),
        ('<meta name="citation_language" content="zh-CN">', ""),
        ('<meta name="citation_language" content="zh-CN">', '<meta name="citation_doi" content="甲">'),
    ],
)
def test_a_changed_label_is_found(built_site: BuiltSite, old: str, new: str) -> None:
    """A label that says something else, is missing or is one too many is named."""
    assert built_site.prove_changed("2023/full.html", old, new)


def test_a_label_on_another_page_is_found(built_site: BuiltSite) -> None:
    """A page of this site's own making that claims to be the report is named."""
    label = f'<meta name="citation_title" content="{TITLE}"></head>'
    assert built_site.prove_changed("2023/facts.html", "</head>", label)
    assert built_site.prove_changed("index.html", "</head>", label)
