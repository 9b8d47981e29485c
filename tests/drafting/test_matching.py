"""Does drafting find the facts again, and is it never sure of a wrong one?"""

from __future__ import annotations

import re

import pytest
from measuring import (
    Split,
    compute_share_right,
    count_mutants,
    create_splitter,
    describe_counts,
    draft_page,
    read_project,
)
from mutations import read_page
from near_misses import ALL, Table

from built import RICH
from chuxiong_site.drafting import Draft, DraftedNumber
from chuxiong_site.drafting.scopes import SCOPES
from chuxiong_site.model.project import Project

MUTANTS = 15


@pytest.fixture(scope="module")
def project() -> Project:
    """Read the rich project once."""
    return read_project(RICH)


@pytest.fixture(scope="module")
def split(project: Project) -> Split:
    """Start the word splitter once."""
    return create_splitter(project)


def draft_body(body: str, project: Project, split: Split) -> Draft:
    """Draft a body under the head of the page of 2023."""
    head = "".join(read_page(RICH).splitlines(keepends=True)[:8])
    return draft_page(f"{head}青禾州2024年度依法行政情况报告\n{body}", project, split)


def find_number(draft: Draft, words: str) -> DraftedNumber:
    """Return what was made of the one number written so."""
    [drafted] = [drafted for drafted in draft.numbers if drafted.numeral.text == words]
    return drafted


def list_facts(drafted: DraftedNumber) -> list[str]:
    """Return the ids of the facts that a number states for certain."""
    return [slot.id for slot in drafted.certain]


def test_the_same_text_gives_the_same_facts(project: Project, split: Split) -> None:
    """The report of 2023, its years moved on and drafted as that of 2024, has all its facts, certain and in their places."""
    page = read_page(RICH).replace("2024", "2025").replace("2023", "2024")
    draft = draft_page(page, project, split)
    report = project.reports[0]
    tagged = {tag.span: list(tag.facts) for tag in report.tags if tag.facts}
    found = {f.numeral.span: [slot.indicator.id for slot in f.certain] for f in draft.numbers if f.certain}
    assert found == tagged
    assert sum(map(len, found.values())) == 92
    assert [f.numeral.text for f in draft.numbers if not f.certain] == ["88"]  # what no grammar can know
    assert draft.lost == ()
    assert draft.slugs == {section.number: section.slug for section in report.pages}


@pytest.mark.parametrize(("strength", "least_certain"), [(0.0, 0.97), (0.5, 0.75), (1.0, 0.55)])
def test_mutated_reports_are_matched(strength: float, least_certain: float) -> None:
    """Of changed reports at least 95 % of the matches are right, and none of those called certain is wrong."""
    counts = count_mutants(RICH, range(MUTANTS), strength)
    print(f"strength {strength}: {describe_counts(counts)}")  # noqa: T201  # the figures are asked for
    assert counts["certain_wrong"] == 0
    assert compute_share_right(counts) >= 0.95
    assert counts["certain"] >= least_certain * counts["known"]


@pytest.mark.parametrize("table", ALL)
def test_near_misses_are_never_certain(table: Table, project: Project, split: Split) -> None:
    """Sentences nearly like those of 2023 about something else match nothing for certain, though the facts are gone."""
    body = "一、主要工作\n" + "".join(f"{heading}{''.join(sentences)}\n" for heading, sentences in table)
    draft = draft_body(re.sub(r"[\[\]]", "", body), project, split)
    assert [f.numeral.text for f in draft.numbers if f.certain] == []
    assert len(draft.numbers) > 40


RESULTS = "一、主要工作\n(一)政务服务更加便捷。"
DISPUTES = "一、主要工作\n(一)矛盾纠纷有效化解。"


def test_a_change_has_two_ends(project: Project, split: Split) -> None:
    """由…压缩到… gives a fact before and a fact after, also in other words."""
    draft = draft_body(f"{RESULTS}农村建房审批由7个工作日缩短至3个工作日办结。\n", project, split)
    assert list_facts(find_number(draft, "7个工作日")) == ["house-approval-days.before"]
    assert list_facts(find_number(draft, "3个工作日")) == ["house-approval-days.after"]


def test_one_end_alone_stays_open(project: Project, split: Split) -> None:
    """Where last year's change is stated without its first end, the second is only a guess."""
    draft = draft_body(f"{RESULTS}农村建房审批压缩到3个工作日办结。\n", project, split)
    drafted = find_number(draft, "3个工作日")
    assert drafted.certain == ()
    assert drafted.candidates[0].slot.indicator.id == "house-approval-days"


def test_one_number_states_two_facts(project: Project, split: Split) -> None:
    """均为 gives the number to both subjects."""
    sentence = (
        "州政府办理行政复议案件30件,复议后提起诉讼的6件,行政机关负责人出庭应诉率、行政案件胜诉率均为99%。"
    )
    draft = draft_body(f"{DISPUTES}{sentence}\n", project, split)
    assert list_facts(find_number(draft, "99%")) == ["court-appearance-rate", "litigation-win-rate"]


def test_two_numbers_for_two_subjects(project: Project, split: Split) -> None:
    """分别为 gives each subject its own number, whatever stood in one number last year."""
    sentence = "州政府办理行政复议案件30件,复议后提起诉讼的6件,行政机关负责人出庭应诉率、行政案件胜诉率分别为99%、88%。"
    draft = draft_body(f"{DISPUTES}{sentence}\n", project, split)
    assert list_facts(find_number(draft, "99%")) == ["court-appearance-rate"]
    assert list_facts(find_number(draft, "88%")) == ["litigation-win-rate"]


def test_a_repetition_is_marked(project: Project, split: Split) -> None:
    """The same fact stated twice is the fact where it comes first and a repetition after that."""
    body = f"2024年,全年受理办件92.5万件。\n{RESULTS}全年受理办件92.5万件。\n"
    first, second = draft_body(body, project, split).numbers
    assert list_facts(first) == list_facts(second) == ["service-cases"]
    assert (first.again, second.again) == (False, True)


def test_another_value_is_no_repetition(project: Project, split: Split) -> None:
    """Two different numbers in the same words are not both the fact."""
    body = f"{RESULTS}全年受理办件92.5万件。全年受理办件90.1万件。\n"
    assert not any(drafted.certain for drafted in draft_body(body, project, split).numbers)


def test_a_second_claim_is_no_new_number(project: Project, split: Split) -> None:
    """A number in the words of a fact that another number states is doubtful, not new."""
    body = f"{DISPUTES}全省人民调解组织受理调解案件90000件。人民调解组织受理调解案件12000件。\n"
    first, second = draft_body(body, project, split).numbers
    assert first.certain == ()
    assert (first.candidates[0].slot.id, first.candidates[0].doubts) == (
        "mediation-cases",
        ("另有一个数更像它",),
    )
    assert list_facts(second) == ["mediation-cases"]


def test_plans_are_not_results(project: Project, split: Split) -> None:
    """Words of a result that stand in the part on next year's work are not certain."""
    body = "三、2025年工作安排\n(一)制度建设不断完善。制定州政府行政规范性文件6件。\n"
    drafted = find_number(draft_body(body, project, split), "6件")
    assert drafted.certain == ()


def test_another_printing_is_no_other_kind(project: Project, split: Split) -> None:
    """An about-number where last year's was exact is of the same indicator: how it is printed belongs to the fact."""
    draft = draft_body(f"{DISPUTES}共排查矛盾纠纷24000余件。\n", project, split)
    [slot] = find_number(draft, "24000余件").certain
    assert slot.id == "disputes-found"


def test_new_numbers_have_no_candidates(project: Project, split: Split) -> None:
    """A number unlike all known ones states nothing and is offered nothing."""
    draft = draft_body(f"{DISPUTES}全州公证机构办理公证5120件,新建司法所3个。\n", project, split)
    assert [drafted.is_new for drafted in draft.numbers] == [True, True]


def test_lost_facts_are_named(project: Project, split: Split) -> None:
    """Facts of last year that the new text does not state are listed."""
    draft = draft_body(f"{DISPUTES}共排查矛盾纠纷24000件。\n", project, split)
    lost = [slot.id for slot in draft.lost]
    assert "disputes-resolved" in lost
    assert "disputes-found" not in lost
    assert len(lost) == 91 - 1


def test_renumbered_sections_keep_their_pages(project: Project, split: Split) -> None:
    """A section keeps last year's page name under another number or a changed heading; a new one is named by number."""
    body = (
        "一、主要工作\n(一)矛盾纠纷有效化解调处。好。\n(二)古树名木保护成效显著。好。\n(三)制度建设不断完善。好。\n"
        "二、存在的问题\n(一)政务服务还不够均衡。好。\n"
    )
    draft = draft_body(body, project, split)
    assert draft.slugs == {
        "1.1": "disputes", "1.2": "section-1-2", "1.3": "rules", "2.1": "problems-services",
    }  # fmt: skip
    assert draft.renumbered["1.7"] == ("1.1",)
    assert "1.1" not in draft.renumbered


def test_every_county_is_a_scope() -> None:
    """Counties and cities together are read as one scope, with and without 各."""
    assert [found[0] for found in SCOPES.finditer("各县市新建两所，市县共建一所")] == ["各县市", "市县"]
