"""Is a number said to have been recomputed only where it was, and are the sums of it right for any report?"""

from __future__ import annotations

import json
import re
from dataclasses import replace

import html5lib
import pytest

from built import BuiltSite
from chuxiong_site.analysis.checks import compute_checks
from chuxiong_site.model import measures
from chuxiong_site.model.check_specs import (
    CheckSpec,
    PartCheck,
    RatioCheck,
    ReductionCheck,
    SumCheck,
    UnverifiableCheck,
)
from chuxiong_site.model.findings import Fact, ReportFindings
from chuxiong_site.model.numeral import Qualifier
from chuxiong_site.rendering.parts.outcomes import compute_tallies, describe_outcome, describe_tallies
from fact_samples import create_fact, create_rate

NOTES = re.compile(r'<script type="application/json" class="fact-notes">(.*?)</script>', re.DOTALL)
PART, WHOLE = create_fact("part", "90"), create_fact("whole", "120")
UNKNOWN = UnverifiableCheck(id="u", kind="unverifiable", name="某率", rate="u", reason="分母未公布")
TOTAL = SumCheck(id="sum", kind="sum", name="合计", total="total", parts=("part", "whole"))
SMALLER = PartCheck(id="smaller", kind="part_of_whole", name="部分", part="part", whole="whole")


def rate_of(name: str) -> RatioCheck:
    """Return the check of a rate that is part ÷ whole."""
    return RatioCheck(id=name, kind="ratio", name=name, rate=name, part="part", whole="whole")


def say(site: BuiltSite, facts: tuple[Fact, ...], specs: tuple[CheckSpec, ...]) -> str:
    """Return what a report with these facts and checks is said to have."""
    report_findings = replace(site.report_findings, facts=facts, checks=compute_checks(specs, facts))
    return "；".join(map(str, compute_tallies(report_findings)))


@pytest.mark.parametrize(
    ("facts", "specs", "words"),
    [
        ((PART, WHOLE), (), ""),
        ((PART, create_rate("a", "75")), (), "1 个比率：没有复算"),
        ((PART, WHOLE, create_rate("a", "75")), (rate_of("a"),), "1 个比率：复算相符"),
        (
            (PART, WHOLE, create_rate("a", "75"), create_rate("b", "75")),
            (rate_of("a"), rate_of("b")),
            "2 个比率：2 个复算相符",
        ),
        (
            (PART, WHOLE, create_rate("a", "75"), create_rate("b", "80"), create_rate("u", "3")),
            (rate_of("a"), rate_of("b"), UNKNOWN),
            "3 个比率：1 个复算相符，1 个复算不符，1 个报告没给分子或分母",
        ),
        ((WHOLE, create_rate("a", "75")), (rate_of("a"),), "1 个比率：报告没给分子或分母"),
        (
            (
                create_fact("part", "90", qualifier=Qualifier.APPROXIMATE),
                WHOLE,
                create_rate("a", "75"),
                create_rate("u", "1"),
            ),
            (rate_of("a"), UNKNOWN),
            "2 个比率：1 个报告没给分子或分母，1 个报告给的数不能用来复算",
        ),
        ((PART, WHOLE, create_fact("total", "210")), (TOTAL,), "1 个合计：复算相符"),
        ((PART, create_fact("total", "210")), (TOTAL,), "1 个合计：报告没给全部分项"),
        ((PART, WHOLE), (SMALLER,), "1 项大小关系：成立"),
    ],
)
def test_tallies(
    built_site: BuiltSite, facts: tuple[Fact, ...], specs: tuple[CheckSpec, ...], words: str
) -> None:
    """Rates, totals and relations are counted by how they came out; what a report lacks is not spoken of."""
    assert say(built_site, facts, specs) == words


def test_a_rate_checked_twice_is_one_rate(built_site: BuiltSite) -> None:
    """A rate that one check recomputes and another gives up on counts once, as recomputed."""
    also = replace_rate(UNKNOWN, "a")
    assert (
        say(built_site, (PART, WHOLE, create_rate("a", "75")), (rate_of("a"), also)) == "1 个比率：复算相符"
    )


def replace_rate(spec: UnverifiableCheck, rate: str) -> UnverifiableCheck:
    """Return the check for another rate."""
    return replace(spec, rate=rate)


def test_a_relation_holds_and_nothing_is_recomputed() -> None:
    """A part that is not larger, a time that became shorter: said to hold, never to have been recomputed."""
    before = create_fact("days", "20", role="before", measure=measures.DURATION, unit="天")
    after = create_fact("days", "5", role="after", measure=measures.DURATION, unit="天")
    less = ReductionCheck(id="less", kind="reduction", name="压缩", indicator="days")
    results = compute_checks((SMALLER, less), (PART, WHOLE, before, after))
    assert [(describe_outcome(result), result.claim) for result in results] == [("成立", None)] * 2


def test_home_says_what_was_recomputed(built_site: BuiltSite) -> None:
    """The front page states the rates as they came out, and no total of checks."""
    tallies = [tally for tally in compute_tallies(built_site.report_findings) if tally.name == "比率"]
    home = built_site.pages["index.html"]
    assert str(describe_tallies(tallies)) in home
    assert "14 个比率：5 个复算相符，1 个复算不符，8 个报告没给分子或分母" in re.sub("<[^>]*>", "", home)
    assert f"{len(built_site.report_findings.checks)} 项" not in re.sub("<[^>]*>", "", home)


def list_recomputed(report_findings: ReportFindings) -> set[str]:
    """Return the facts that a check recomputed or gave up on."""
    return {check.claim.id for check in report_findings.checks if check.claim}


def test_marks_stand_only_at_what_was_recomputed(built_site: BuiltSite) -> None:
    """In every table a mark stands in the row of a rate or total that a check is about, in no other row."""
    claims = set().union(*map(list_recomputed, built_site.findings.reports))
    assert claims
    marked = set()
    for path, html in built_site.pages.items():
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        for row in tree.iter("tr"):
            shown = [cell.get("data-fact") for cell in row.iter("data")]
            links = [link.get("href") or "" for link in row.iter("a")]
            if shown and any("checks.html#_check-" in link for link in links):
                assert set(shown) <= claims, path
                marked |= set(shown)
    assert marked == claims


def test_notes_say_so_too(built_site: BuiltSite) -> None:
    """The note on a number tells a result only where that number was to be recomputed."""
    by_report = {found.report.id: list_recomputed(found) for found in built_site.findings.reports}
    for path, html in built_site.pages.items():
        claims = by_report.get(path.split("/")[0], list_recomputed(built_site.report_findings))
        for match in NOTES.finditer(html):
            for note in json.loads(match[1])["facts"]:
                assert bool(note["checks"]) is (note["id"] in claims), note["id"]
