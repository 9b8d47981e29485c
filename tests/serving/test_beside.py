"""Is what a number is read from its clause: of what it is the change, which end of one, and how it could be called?"""

from __future__ import annotations

from pathlib import Path

import pytest
from naming_content import copy_unnamed, read_all

from chuxiong_site.build.naming import NamingDesk
from chuxiong_site.build.trial import RefusedError
from chuxiong_site.drafting.naming.decisions import Decision, DecisionKind
from chuxiong_site.drafting.naming.desk import DeskNumber
from chuxiong_site.drafting.naming.suggestion import Suggestion
from chuxiong_site.drafting.naming.tag_edits import Naming
from sample_projects import reseal

COPY = "reports/2023.md"


def open_desk(folder: Path, sentence: str = "") -> NamingDesk:
    """Return the desk of a content without names, its preamble another sentence where one is given."""
    content = copy_unnamed(folder, "rich", COPY)
    if sentence:
        lines = (content / COPY).read_text(encoding="utf-8").split("\n")
        captured = (content / "reports/2023.txt").read_text(encoding="utf-8").split("\n")
        first = next(i for i, line in enumerate(lines) if line.startswith("2023年,青禾州以"))
        told = next(i for i, line in enumerate(captured) if line.startswith("2023年,青禾州以"))
        plain = sentence.replace("[", "").replace("]{fact}", "")
        lines[first], captured[told] = sentence, plain
        (content / COPY).write_text("\n".join(lines), encoding="utf-8", newline="\n")
        (content / "reports/2023.txt").write_text("\n".join(captured), encoding="utf-8", newline="\n")
        reseal(content / COPY)
    return NamingDesk(content)


def find(desk: NamingDesk, words: str) -> DeskNumber:
    """Return the first number of the report that says these words."""
    return next(number for number in desk.describe("2023").desk.numbers if number.words == words)


def name(desk: NamingDesk, words: str, naming: Naming) -> None:
    """Decide that a number states a known indicator."""
    number = find(desk, words).id
    desk.decide(Decision(kind=DecisionKind.NAME, report="2023", number=number, naming=naming))


def list_beside(desk: NamingDesk, words: str) -> list[Suggestion]:
    """Return what a number is offered as the change of."""
    return [one for one in find(desk, words).suggestions if one.is_beside]


@pytest.mark.parametrize(
    ("between", "change"),
    [
        (",同比增长", "5.2%"),
        (",比上年增长", "5.2%"),
        ("(较上年同期下降", "5.2%"),
        (",增加", "31件(次)"),
        (",比上年 实际增长", "1.5个百分点"),
    ],
)
def test_a_change_right_behind_its_number_is_offered(tmp_path: Path, between: str, change: str) -> None:
    """Once the number has a name, the change is one key away; before, and where it is written, it is not offered."""
    desk = open_desk(tmp_path, f"2023年,青禾州办理了[58316件(次)]{{fact}}{between}[{change}]{{fact}}。")
    assert list_beside(desk, change) == []
    name(desk, "58316件(次)", Naming(indicator="hotline-requests"))
    [one] = list_beside(desk, change)
    assert (one.indicator, one.role, one.report, one.shown) == (
        "hotline-requests",
        "change",
        "2023",
        "58316件（次）",
    )
    assert "【58316件（次）】" in one.quote
    assert find(desk, change).suggestions[0] is not None
    name(desk, change, Naming(indicator=one.indicator, role=one.role))
    assert all(fact.named for fact in find(desk, change).facts)


@pytest.mark.parametrize(
    ("between", "change"),
    [
        (",占比", "5.2%"),
        (",年均增长", "5.2%"),
        (",其中投诉增长", "5.2%"),
        (",比2020年增长", "5.2%"),
        ("。同比增长", "5.2%"),
        (",增加人员", "31人"),
        (",增加", "31人"),
    ],
)
def test_what_may_be_of_something_else_is_not_offered(tmp_path: Path, between: str, change: str) -> None:
    """Any other word between them, another base, another unit: nobody can be sure."""
    desk = open_desk(tmp_path, f"2023年,青禾州办理了[58316件(次)]{{fact}}{between}[{change}]{{fact}}。")
    name(desk, "58316件(次)", Naming(indicator="hotline-requests"))
    assert list_beside(desk, change) == []


def test_both_ends_of_a_change_are_named_at_once(tmp_path: Path) -> None:
    """One end alone would be a mistake: whichever is decided, the other is written with it, and undone with it."""
    sentence = "2023年,青禾州农村建房审批由[20个工作日]{fact}压缩到[5个工作日]{fact}办结。"
    for words, role in (("20个工作日", "before"), ("5个工作日", "after")):
        folder = tmp_path / role
        folder.mkdir()
        desk = open_desk(folder, sentence)
        before = read_all(folder / "content")
        proposal = find(desk, words).proposal
        assert proposal
        assert proposal.role == role
        name(desk, words, Naming(indicator="house-approval-days", role=role))
        text = (folder / "content" / COPY).read_text(encoding="utf-8")
        assert "[20个工作日]{fact=house-approval-days as=before}压缩到" in text
        assert "压缩到[5个工作日]{fact=house-approval-days as=after}" in text
        desk.undo()
        assert read_all(folder / "content") == before


def test_an_end_without_the_other_is_refused(tmp_path: Path) -> None:
    """Where the text does not say which number the other end is, none is taken for it: the check says that it is missing."""
    desk = open_desk(tmp_path, "2023年,青禾州培训[3个工作日]{fact},农村建房审批压缩到[5个工作日]{fact}办结。")
    before = read_all(tmp_path / "content")
    with pytest.raises(RefusedError) as refusal:
        name(desk, "5个工作日", Naming(indicator="house-approval-days", role="after"))
    assert "E408" in {problem.code for problem in refusal.value.problems}
    assert read_all(tmp_path / "content") == before


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("全年接待游客突破", "接待游客"),
        ("驻青禾州金融机构达到", "驻青禾州金融机构"),
        ("龙头企业发展到", "龙头企业"),
        ("共有图书馆", "图书馆"),
        ("完成", ""),
        ("达到了", ""),
        ("全年", "全年"),
        ("村级党组织", "村级党组织"),
    ],
)
def test_a_name_says_what_is_counted(tmp_path: Path, clause: str, name: str) -> None:
    """Of the clause before a number the verbs that only lead to it are no part of the name; a verb alone is none."""
    desk = open_desk(tmp_path, f"2023年,{clause}[58316个]{{fact}}。")
    proposal = find(desk, "58316个").proposal
    assert proposal
    assert proposal.name == name
