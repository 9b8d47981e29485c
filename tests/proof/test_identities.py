"""What facts are called is worked out anew from their tags: id, role, year, county, and the words for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from built import BuiltSite
from chuxiong_site.proof.identities import check_identities

OF, AIM, OTHER_YEAR = "service-cases.石榆市", "service-cases.target.2025", "service-cases.2021"


def test_the_right_ones(built_site: BuiltSite) -> None:
    """Every fact of the rich project is called as its tag says."""
    assert [list(check_identities(found)) for found in built_site.findings.reports] == [[], []]


@pytest.mark.parametrize(
    ("id", "wrong"),
    [
        (OF, {"of": "松谷县"}),
        (OF, {"role_name": "松谷县"}),
        (OF, {"id": "service-cases.松谷县"}),
        (OF, {"year": "2021"}),
        (AIM, {"year": "2026"}),
        (AIM, {"role": None}),
        (AIM, {"role_name": "2025年，上年"}),
        (AIM, {"role_name": "2025年"}),
        (OTHER_YEAR, {"year": "2022"}),
        (OTHER_YEAR, {"told_year": None}),
        (OTHER_YEAR, {"role_name": ""}),
        (OTHER_YEAR, {"named": False}),
    ],
)
def test_a_wrong_reading(id: str, wrong: dict[str, Any], built_site: BuiltSite) -> None:  # noqa: A002
    """Another year, county or role than the tag's, and the proof tells it."""
    found = built_site.findings.reports[1]
    facts = tuple(replace(fact, **wrong) if fact.id == id else fact for fact in found.facts)
    assert facts != found.facts
    assert list(check_identities(replace(found, facts=facts)))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("2022/facts.html", "（石榆市）", "（松谷县）"),
        ("2022/services.html", "（石榆市）", "（松谷县）"),
        ("2022/facts.html", "（2021年）", "（2020年）"),
        ("2022/services.html", "（2025年，目标）", "（2026年，目标）"),
        ("2022/services.html", "#_row-service-cases.%E7%9F%B3%E6%A6%86%E5%B8%82", "#_row-service-cases"),
        ("indicators/service-cases.html", "2021（2022年度报告）", "2020（2022年度报告）"),
        ("indicators/service-cases.html", "2025（目标，2022年度报告）", "2025（2022年度报告）"),
        ("indicators/service-cases.html", "2022年（石榆市）", "2022年（松谷县）"),
        ("indicators.html", ' data-year="2021"', ' data-year="2020"'),
        ("indicators.html", ">目标：<span", ">石榆市：<span"),
        ("indicators.html", " 2021：74.6万件", " 2020：74.6万件"),
        ("data/2022/facts.json", '"of": "石榆市"', '"of": "松谷县"'),
        ("data/2022/facts.json", '"year": "2021"', '"year": "2020"'),
        ("data/2022/facts.csv", "石榆市,", "松谷县,"),
        ("data/2022/search-data.js", '"石榆市"', '"松谷县"'),
    ],
)
def test_a_changed_word(path: str, old: str, new: str, built_site: BuiltSite) -> None:
    """A year, county or role changed in a finished file, and the proof names the file."""
    text = built_site.read(path).decode("utf-8")
    assert old in text
    assert built_site.prove(path, text.replace(old, new, 1).encode("utf-8"))
