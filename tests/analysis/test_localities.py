"""Are the localities of a gazetteer found where a report names them, and no others?"""

from __future__ import annotations

from chuxiong_site.analysis.localities import compute_localities
from chuxiong_site.model.catalogue import Gazetteer
from chuxiong_site.model.report import Report
from report_samples import Line, build_report


def build_text(text: str) -> Report:
    """Return a report of a title and one paragraph."""
    return build_report((Line(number="T", text="报告", heading=True), Line(number="0", text=text)))


def find_names(text: str, *names: str) -> list[str]:
    """Return the names that a report of one paragraph mentions."""
    report = build_text(text)
    mentions = compute_localities(report, Gazetteer(kind="乡镇", names=names))
    return [mention.name for mention in mentions]


def test_names_come_in_the_order_of_the_text() -> None:
    """Whatever the order of the file; a name that the report lacks is left out."""
    assert find_names("松谷镇先行。柳溪乡跟上。", "柳溪乡", "松谷镇", "望霞镇") == ["松谷镇", "柳溪乡"]


def test_a_name_inside_a_longer_one_is_not_meant() -> None:
    """东柳溪乡 is no mention of 柳溪乡 where the gazetteer has both."""
    assert find_names("东柳溪乡先行。", "柳溪乡", "东柳溪乡") == ["东柳溪乡"]


def test_a_name_written_twice_is_one() -> None:
    """A gazetteer that names a place twice finds it once."""
    assert find_names("松谷镇先行。", "松谷镇", "松谷镇") == ["松谷镇"]


def test_without_a_gazetteer_nothing_is_found() -> None:
    """Nothing is guessed from the look of a word."""
    assert compute_localities(build_text("松谷县先行。"), None) == ()
