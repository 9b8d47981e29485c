"""The data contract: fields and order, decimals as text, one content in JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from built import RICH, BuiltSite
from chuxiong_site.model.catalogue import CC_BY
from chuxiong_site.model.numeral import Qualifier
from chuxiong_site.rendering.data.data_files import (
    describe_decimal,
    describe_fact,
    render_checks_json,
    render_csv,
    render_facts_csv,
    render_facts_json,
    render_numerals_json,
    shield,
)
from report_samples import build_fact, build_report, build_report_findings

FIELDS = [
    "id", "indicator", "named", "role", "year", "of", "name", "surface", "display", "value", "unit", "measure", "qualifier",
    "scope", "section", "start", "end", "sentence", "href", "section_label",
]  # fmt: skip
VALUES = {
    "86.45万件": "864500",
    "100%": "100",
    "2.84亿元": "284000000",
    "4260万元": "42600000",
    "97.65%": "97.65",
    "1500余件(次)": "1500",
    "18个工作日": "18",
    "两天": "2",
}


def read_facts(site: BuiltSite) -> list[dict[str, Any]]:
    """Return the rows of the built facts.json."""
    rows: list[dict[str, Any]] = json.loads(site.read("data/2023/facts.json"))["facts"]
    return rows


def read_csv(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file with BOM."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_fields_of_a_fact() -> None:
    """A fact has just the fields of the contract, in its order; offsets are numbers, values text."""
    report = build_report()
    fact = build_fact(report, "days.before", "20天", "20", Qualifier.AT_LEAST, unit="天")
    described = describe_fact(report, fact)
    start = report.body.index("20天")
    assert list(described) == FIELDS
    assert described == {
        "id": "days.before",
        "indicator": "days",
        "named": True,
        "role": "before",
        "year": None,
        "of": None,
        "name": "指标days",
        "surface": "20天",
        "display": "20天",
        "value": "20",
        "unit": "件",
        "measure": "count",
        "qualifier": "at_least",
        "scope": "全州",
        "section": "1.1",
        "start": start,
        "end": start + 3,
        "sentence": "由20天压缩到5天。",
        "href": "2023/faster.html#days.before",
        "section_label": "1.1",
    }


def test_a_fact_says_how_far_it_goes() -> None:
    """Ranges, rates, ratios and bounds have fields behind the others, and only they have them."""
    report = build_report()
    fact = build_fact(report, "days.before", "20天", "20", unit="天")
    members = (Decimal("3.05"), Decimal(1))
    row = describe_fact(
        report, replace(fact, upper=Decimal(25), per=Decimal(1000), members=members, included=True)
    )
    extent = {name: value for name, value in row.items() if name not in FIELDS}
    assert extent == {"upper": "25", "per": "1000", "members": ["3.05", "1"], "included": True}


def test_all_facts_of_the_report(built_site: BuiltSite) -> None:
    """The report of 2023 states 91 facts: 91 numbers are tagged, one of them twice over, and one is a repetition."""
    rows = read_facts(built_site)
    assert len(rows) == 91
    assert len({row["id"] for row in rows}) == 91
    assert all(list(row) == FIELDS for row in rows)
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)


def test_sections_have_their_printed_place(built_site: BuiltSite) -> None:
    """Beside the number of a section stands its printed place, which no spreadsheet program takes for a number."""
    labels = {row["section"]: row["section_label"] for row in read_facts(built_site)}
    assert (labels["1.1"], labels["1.8"]) == ("一（一）", "一（八）")
    assert not any(label.replace(".", "").isdecimal() for label in labels.values())


@pytest.mark.parametrize(("surface", "value"), VALUES.items())
def test_values_of_the_report(built_site: BuiltSite, surface: str, value: str) -> None:
    """万 and 亿 are applied, percent is not divided, 余 does not change the number."""
    values = {row["value"] for row in read_facts(built_site) if row["surface"] == surface}
    assert values == {value}


def test_offsets_point_into_the_text(built_site: BuiltSite) -> None:
    """The fields start and end are code points of report.txt, and the sentence there holds the number."""
    body = built_site.read("data/2023/report.txt").decode("utf-8")
    for row in read_facts(built_site):
        assert body[row["start"] : row["end"]] == row["surface"]
        at = body.index(row["sentence"])
        assert at <= row["start"]
        assert row["end"] <= at + len(row["sentence"])


def test_text_file_is_the_captured_body(built_site: BuiltSite) -> None:
    """report.txt is the captured page from its ninth line to its end, byte for byte."""
    captured = (RICH / "reports" / "2023.txt").read_bytes()
    assert built_site.read("data/2023/report.txt") == captured.split(b"\n", 8)[8]


def test_links_lead_to_the_fact(built_site: BuiltSite) -> None:
    """href, from the site root, is a page with the fact's anchor."""
    pages = built_site.pages
    for row in read_facts(built_site):
        path, _, anchor = row["href"].partition("#")
        assert anchor == row["id"]
        assert f'id="{anchor}"' in pages[path]


def test_numerals_cover_every_digit(built_site: BuiltSite) -> None:
    """Every Arabic digit of the body lies in a numeral, and the facts named there are all the facts."""
    body = built_site.read("data/2023/report.txt").decode("utf-8")
    numerals = json.loads(built_site.read("data/2023/numerals.json"))["numerals"]
    covered = {offset for row in numerals for offset in range(row["start"], row["end"])}
    assert {offset for offset, char in enumerate(body) if char.isdecimal()} <= covered
    assert all(list(row) == ["start", "end", "text", "kind", "fact"] for row in numerals)
    named = {id for row in numerals if row["fact"] for id in row["fact"].split()}  # noqa: A001
    assert named == {row["id"] for row in read_facts(built_site)}


def test_checks_of_the_report(built_site: BuiltSite) -> None:
    """A ratio holds at the printed precision, one that does not is said to fail, and what cannot be checked says why."""
    checks = {row["id"]: row for row in json.loads(built_site.read("data/2023/checks.json"))["checks"]}
    rate = checks["dispute-resolution-rate"]
    assert list(rate) == ["id", "name", "inputs", "formula", "printed", "interval", "result", "reason"]
    assert (rate["formula"], rate["printed"], rate["result"]) == ("23202件 ÷ 23760件", "97.65%", "holds")
    assert rate["interval"] == ["97.645", "97.655"]
    assert (checks["public-comments"]["result"], checks["minor-case-share"]["result"]) == ("holds", "fails")
    assert all(row["reason"] for row in checks.values() if row["result"] == "unverifiable")


def test_csv_says_what_json_says(built_site: BuiltSite) -> None:
    """Every field of every fact is the same text in both files, empty for null."""
    table = read_csv(built_site.read("data/2023/facts.csv"))
    rows = read_facts(built_site)
    assert len(table) == len(rows)
    for line, row in zip(table, rows, strict=True):
        assert line == {name: say(value) for name, value in row.items()}


def say(value: object) -> str:
    """Return a value of JSON as CSV says it: empty for null, truth in the words of JSON."""
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


def test_csv_opens_as_chinese(built_site: BuiltSite) -> None:
    """The file begins with a BOM and its lines end as spreadsheet programs expect."""
    data = built_site.read("data/2023/facts.csv")
    assert data.startswith(b"\xef\xbb\xbfid,")
    assert data.count(b"\r\n") == 1 + len(built_site.report_findings.facts)


@pytest.mark.parametrize(
    "words", ["=1+1", "+86", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1+1", "-2+3"]
)
def test_formula_is_shielded(words: str) -> None:
    """A name that a spreadsheet program would run stands there as text."""
    report = build_report()
    fact = build_fact(report, "days", "20天", name=f"{words}|x")
    (row,) = read_csv(render_csv([{**describe_fact(report, fact), "name": f"{words}|x"}]))
    assert row["name"] == f"'{words}|x"


@pytest.mark.parametrize(
    "value",
    [
        "-3",
        "-3.5",
        "-3.2%",
        "+12.5%",
        "+86",
        "-1,234.5",
        "-0.5‰",
        "12",
        "",
        "2023/a.html#b",
        "一、=2",
        "−3件",
    ],
)
def test_harmless_cells_stay(value: str) -> None:
    """Numbers, negative ones too, and words that only contain a sign are left alone."""
    assert shield(value) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [("551000000", "551000000"), ("1E+3", "1000"), ("95.070", "95.07"), ("100.00", "100"), ("0.5", "0.5")],
)
def test_decimals_as_text(value: str, text: str) -> None:
    """No exponent, no idle zeros, no binary remainder."""
    assert describe_decimal(Decimal(value)) == text


def test_same_input_same_bytes() -> None:
    """The files of a report are a function of the report."""
    report = build_report()
    report_findings = build_report_findings(report, [build_fact(report, "days", "20天")])
    for render in (render_facts_csv, render_numerals_json, render_checks_json):
        assert render(report_findings) == render(report_findings)
    facts = render_facts_json(report_findings, CC_BY)
    assert facts == render_facts_json(report_findings, CC_BY)
