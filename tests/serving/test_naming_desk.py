"""Is every decision about a number written whole, refused with its reason, or undone, and nothing else changed?"""

from __future__ import annotations

import hashlib
import os
import re
import threading
from pathlib import Path

import pytest
from naming_content import COPY, copy_unnamed, read_all

from chuxiong_site.build.naming import (
    BrokenContentError,
    DeskView,
    NamingDesk,
    NothingLeftError,
)
from chuxiong_site.build.trial import RefusedError
from chuxiong_site.drafting.naming.decisions import Decision, DecisionKind, UnknownNumberError
from chuxiong_site.drafting.naming.desk import DeskNumber, State
from chuxiong_site.drafting.naming.tag_edits import Naming
from chuxiong_site.model.findings import Fact
from chuxiong_site.publishing.changed_files import ChangedMeanwhileError
from chuxiong_site.publishing.errors import WriteFailedError
from sample_projects import replace_in, reseal

ENTRY = {"name": "种下的树", "measure": "count", "unit": "棵", "scope": "全县"}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of two years; of the newer one nobody has named the numbers."""
    return copy_unnamed(tmp_path)


@pytest.fixture
def desk(content: Path) -> NamingDesk:
    """Return the desk of that content."""
    return NamingDesk(content)


def find(desk: NamingDesk, words: str) -> DeskNumber:
    """Return the only number of the report that says these words."""
    [number] = [number for number in desk.describe("2024").desk.numbers if number.words == words]
    return number


def find_fact(desk: NamingDesk, words: str) -> Fact:
    """Return the only fact that a number states."""
    [fact] = find(desk, words).facts
    return fact


def name(number: DeskNumber, indicator: str) -> Decision:
    """Return the decision that a number states a known indicator."""
    naming = Naming(indicator=indicator)
    return Decision(kind=DecisionKind.NAME, report="2024", number=number.id, naming=naming)


def register(number: DeskNumber, indicator: str, *, theme: str = "trees", theme_name: str = "") -> Decision:
    """Return the decision that a number states an indicator which is registered with it."""
    return Decision(
        kind=DecisionKind.NEW,
        report="2024",
        number=number.id,
        naming=Naming(indicator=indicator),
        entry=ENTRY | {"theme": theme},
        theme_name=theme_name,
    )


def test_every_number_lies_on_the_desk(desk: NamingDesk) -> None:
    """Numbers stand in the order of the text; those without a name are open, with last year's fact beside where one is like it."""
    numbers = desk.describe("2024").desk.numbers
    assert [number.span for number in numbers] == sorted(number.span for number in numbers)
    planted = find(desk, "5000棵")
    assert planted.state is State.DOUBTFUL
    [first, *_] = planted.suggestions
    assert first.indicator == "trees-planted"
    assert first.report == "2023"
    assert f"【{first.shown}】" in first.quote
    assert planted.proposal is not None
    assert planted.proposal.unit == "棵"


@pytest.mark.parametrize(
    ("words", "name", "scope"),
    [("5000棵", "义务植树", "全县"), ("4600棵", "成活", "全县"), ("92%", "成活率", "全县")],
)
def test_what_the_text_says_is_proposed(desk: NamingDesk, words: str, name: str, scope: str) -> None:
    """A new indicator is called what is counted, and whose it is, as its sentence says it last, stands by itself."""
    proposal = find(desk, words).proposal
    assert proposal is not None
    assert (proposal.name, proposal.scope) == (name, scope)
    assert proposal.measure == ("count" if words.endswith("棵") else "")


def test_a_name_changes_its_tag_alone(desk: NamingDesk, content: Path) -> None:
    """The tag says the indicator; no other byte of any file is another; the number is named then."""
    before = read_all(content)
    desk.decide(name(find(desk, "5000棵"), "trees-planted"))
    after = read_all(content)
    expected = before["2024.md"].replace("[5000棵]{fact}".encode(), "[5000棵]{fact=trees-planted}".encode())
    assert after == before | {"2024.md": expected}
    assert find(desk, "5000棵").state is State.NAMED
    assert find_fact(desk, "5000棵").indicator.id == "trees-planted"
    assert [step.words for step in desk.log] == ["5000棵　是「trees-planted」"]


def test_a_new_indicator_is_registered_with_its_theme(desk: NamingDesk, content: Path) -> None:
    """Tag, indicator and theme are written together, and undone together."""
    before, number = read_all(content), find(desk, "5000棵")
    desk.decide(register(number, "new-trees", theme="new-theme", theme_name="新的主题"))
    fact = find_fact(desk, "5000棵")
    assert (fact.indicator.id, fact.indicator.name, fact.indicator.theme) == (
        "new-trees",
        "种下的树",
        "new-theme",
    )
    assert "新的主题" in (content / "indicators.yaml").read_text(encoding="utf-8")
    desk.undo()
    assert read_all(content) == before


def test_steps_go_back_and_forth(desk: NamingDesk, content: Path) -> None:
    """Each undo takes one decision back, each redo writes it again, a new decision ends what could be done again."""
    states = [read_all(content)]
    for words, indicator in (("5000棵", "trees-planted"), ("4600棵", "trees-alive")):
        desk.decide(name(find(desk, words), indicator))
        states.append(read_all(content))
    assert desk.undo().words.startswith("4600棵")
    assert read_all(content) == states[1]
    desk.undo()
    assert read_all(content) == states[0]
    with pytest.raises(NothingLeftError):
        desk.undo()
    assert desk.redo().words.startswith("5000棵")
    assert read_all(content) == states[1]
    desk.decide(Decision(kind=DecisionKind.UNNAME, report="2024", number=find(desk, "5000棵").id))
    assert read_all(content) == states[0]
    assert not desk.can_redo
    with pytest.raises(NothingLeftError):
        desk.redo()


def test_candidates_follow_what_other_reports_state(desk: NamingDesk, content: Path) -> None:
    """Another name of an indicator, or another tag in last year's report, is met by the candidates at once."""
    [first, *_] = find(desk, "5000棵").suggestions
    replace_in(content / "indicators.yaml", f"name: {first.name}\n", "name: 又一个名称\n")
    assert find(desk, "5000棵").suggestions[0].name == "又一个名称"
    path = content / "reports" / "2023.md"
    text = path.read_text(encoding="utf-8").replace("{fact=trees-planted}", "{fact}")
    path.write_text(text, encoding="utf-8", newline="\n")
    assert "trees-planted" not in {one.indicator for one in find(desk, "5000棵").suggestions}


def test_a_number_that_says_it_again_is_offered_as_that(desk: NamingDesk, content: Path) -> None:
    """The same number of the same thing, named before, is written with `again`, and a check has nothing against it."""
    for suffix, join in ((".txt", "{}"), (".md", "[{}]{{fact}}")):
        path = content / "reports" / f"2024{suffix}"
        text = path.read_text(encoding="utf-8")
        planted = join.format("5000棵")
        assert text.count(f"全县义务植树{planted}") == 1
        text = text.replace(f"全县义务植树{planted}", f"全县义务植树{planted},全县义务植树{planted}")
        path.write_text(text, encoding="utf-8", newline="\n")
    digest = hashlib.sha256((content / "reports" / "2024.txt").read_bytes()).hexdigest()
    text = (content / COPY).read_text(encoding="utf-8")
    text = re.sub("source_sha256: .*", f"source_sha256: {digest}", text)
    (content / COPY).write_text(text, encoding="utf-8", newline="\n")
    first, second = (number for number in desk.describe("2024").desk.numbers if number.words == "5000棵")
    desk.decide(name(first, "trees-planted"))
    [found] = [number for number in desk.describe("2024").desk.numbers if number.id == second.id]
    suggestion = next(one for one in found.suggestions if one.indicator == "trees-planted")
    assert suggestion.again
    naming = Naming(indicator=suggestion.indicator, again=suggestion.again)
    desk.decide(Decision(kind=DecisionKind.NAME, report="2024", number=second.id, naming=naming))
    assert "[5000棵]{fact=trees-planted again=yes}" in (content / COPY).read_text(encoding="utf-8")


def add_shared_number(content: Path, newer: str) -> None:
    """Have both reports say two rates in one number; nobody has named the newer one's."""
    for year, written in (("2023", '[90%]{fact="planting-rate tending-rate"}'), ("2024", newer)):
        path = content / "reports" / f"{year}.md"
        words = f"栽植率、抚育率均为{written}。"
        replace_in(path, "继续植树。", words)
        replace_in(path.with_suffix(".txt"), "继续植树。", re.sub(r"\[(.*?)\]\{.*?\}", r"\1", words))
        reseal(path)
    path = content / "indicators.yaml"
    entry = (
        "  {}-rate:\n    name: {}率\n    measure: share\n    unit: '%'\n    scope: 全县\n    theme: trees\n"
    )
    text = path.read_text(encoding="utf-8")
    rates = entry.format("planting", "栽植") + entry.format("tending", "抚育")
    path.write_text(text.replace("indicators:\n", f"indicators:\n{rates}"), encoding="utf-8", newline="\n")


def test_a_number_that_says_two_things_is_offered_as_both(desk: NamingDesk, content: Path) -> None:
    """What is certain of one number is one suggestion, the first; each alone follows; its tag names both."""
    add_shared_number(content, "[95%]{fact}")
    both, *each = find(desk, "95%").suggestions
    assert (both.indicator, both.name) == ("planting-rate tending-rate", "栽植率、抚育率")
    assert (both.shown, both.doubts) == ("90%", ())
    assert [one.indicator for one in each[:2]] == ["planting-rate", "tending-rate"]
    desk.decide(name(find(desk, "95%"), both.indicator))
    assert '[95%]{fact="planting-rate tending-rate"}' in (content / COPY).read_text(encoding="utf-8")
    assert [fact.indicator.id for fact in find(desk, "95%").facts] == ["planting-rate", "tending-rate"]


def test_two_things_in_different_parts_are_offered_each(desk: NamingDesk, content: Path) -> None:
    """Where one of the two was stated with that number before and the other was not, no tag says both at once."""
    add_shared_number(content, "[95%]{fact}")
    path = content / "reports" / "2024.md"
    replace_in(path, "栽植率", "抚育率为[95%]{fact=tending-rate},栽植率")
    replace_in(path.with_suffix(".txt"), "栽植率", "抚育率为95%,栽植率")
    reseal(path)
    open_one = next(n for n in desk.describe("2024").desk.numbers if n.words == "95%" and n.suggestions)
    assert all(" " not in one.indicator for one in open_one.suggestions)


def test_a_number_can_be_none(desk: NamingDesk) -> None:
    """What is no fact is said in its tag, and taken back to a fact without a name."""
    number = find(desk, "15所")
    desk.decide(Decision(kind=DecisionKind.OTHER, report="2024", number=number.id, numeral="idiom"))
    assert find(desk, "15所").state is State.OTHER
    desk.decide(Decision(kind=DecisionKind.UNNAME, report="2024", number=number.id))
    assert find(desk, "15所").state in {State.DOUBTFUL, State.UNNAMED}


@pytest.mark.parametrize(
    ("words", "naming", "code"),
    [
        ("5000棵", Naming(indicator="no-such-thing"), "E403"),
        ("92%", Naming(indicator="trees-planted"), "E404"),
        ("5000棵", Naming(indicator="trees-planted", role="before"), "E4"),
        ("5000棵", Naming(indicator="trees-planted", year="去年"), "E3"),
    ],
)
def test_a_mistake_is_shown_and_not_written(
    desk: NamingDesk, content: Path, words: str, naming: Naming, code: str
) -> None:
    """What a check would refuse is refused with the same words, and every file stays as it was."""
    before = read_all(content)
    with pytest.raises(RefusedError) as refused:
        desk.decide(
            Decision(kind=DecisionKind.NAME, report="2024", number=find(desk, words).id, naming=naming)
        )
    assert any(problem.code.startswith(code) for problem in refused.value.problems), refused.value.problems
    assert read_all(content) == before
    assert desk.log == ()


def test_mistakes_that_are_there_already_refuse_nothing(desk: NamingDesk, content: Path) -> None:
    """A content with an error elsewhere can still be worked on."""
    replace_in(content / COPY, "[4600棵]{fact}", "[4600棵]{fact=no-such-thing}")
    desk.decide(name(find(desk, "5000棵"), "trees-planted"))
    assert b"{fact=trees-planted}" in (content / COPY).read_bytes()


def test_what_others_wrote_is_not_overwritten(desk: NamingDesk, content: Path) -> None:
    """After an editor has changed the file an undo would lose its words: it is refused; decisions go on from what stands there."""
    desk.decide(name(find(desk, "5000棵"), "trees-planted"))
    replace_in(content / COPY, "[4600棵]{fact}", "[4600棵]{fact=trees-alive}")
    edited = read_all(content)
    with pytest.raises(ChangedMeanwhileError):
        desk.undo()
    assert read_all(content) == edited
    desk.decide(name(find(desk, "610人"), "volunteers"))
    assert b"[4600\xe6\xa3\xb5]{fact=trees-alive}" in (content / COPY).read_bytes()


def test_what_is_written_while_a_decision_is_made_counts(
    desk: NamingDesk, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save between the look at the files and the writing is met with its own words; the tag is not put elsewhere."""
    decision, describe = name(find(desk, "5000棵"), "trees-planted"), desk._describe

    def save_meanwhile(report_id: str) -> DeskView:
        view = describe(report_id)
        monkeypatch.undo()
        replace_in(content / COPY, "---\n\n", "---\n\n\n\n")
        return view

    monkeypatch.setattr(desk, "_describe", save_meanwhile)
    with pytest.raises(ChangedMeanwhileError):
        desk.decide(decision)
    assert b"fact=trees-planted" not in (content / COPY).read_bytes()
    desk.decide(decision)
    assert "[5000棵]{fact=trees-planted}" in (content / COPY).read_text(encoding="utf-8")


def test_a_number_that_is_gone_is_said_to_be(desk: NamingDesk, content: Path) -> None:
    """A decision about a number that stands there no more writes nothing."""
    before = read_all(content)
    with pytest.raises(UnknownNumberError):
        desk.decide(Decision(kind=DecisionKind.UNNAME, report="2024", number="at-99999"))
    assert read_all(content) == before


def test_two_windows_take_turns(desk: NamingDesk) -> None:
    """Decisions of several windows at once are all written."""
    pairs = (
        ("5000棵", "trees-planted"),
        ("4600棵", "trees-alive"),
        ("92%", "survival-rate"),
        ("610人", "volunteers"),
    )
    decisions = [name(find(desk, words), indicator) for words, indicator in pairs]
    threads = [threading.Thread(target=desk.decide, args=(decision,)) for decision in decisions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(desk.log) == len(pairs)
    assert all(find(desk, words).state is State.NAMED for words, _ in pairs)


def test_a_file_that_may_not_be_written_stays(
    desk: NamingDesk, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without leave to write is not replaced, though its folder would allow that."""
    before = read_all(content)
    (content / COPY).chmod(0o444)
    monkeypatch.setattr(
        os, "access", lambda path, _: bool(Path(path).stat().st_mode & 0o200)
    )  # root has every leave
    with pytest.raises(WriteFailedError):
        desk.decide(name(find(desk, "5000棵"), "trees-planted"))
    assert read_all(content) == before


def test_a_disk_that_refuses_leaves_all_files(
    desk: NamingDesk, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the second of two files cannot be written the first is put back."""
    before, number = read_all(content), find(desk, "5000棵")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == Path(COPY).name:
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteFailedError):
        desk.decide(register(number, "new"))
    assert read_all(content) == before
    assert desk.log == ()


@pytest.mark.parametrize("after", [0, 1])
def test_a_killed_run_leaves_content_that_can_be_read(
    desk: NamingDesk, content: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Killed between two files the catalogue has an indicator more, never a tag without one; each file is whole."""
    number, replace = find(desk, "5000棵"), Path.replace
    done: list[str] = []

    class KilledError(BaseException):
        pass

    def kill(path: Path, target: Path) -> Path:
        if len(done) == after:
            monkeypatch.setattr(Path, "replace", lambda *_: path)  # nothing is put back by a dead program
            raise KilledError
        done.append(target.name)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", kill)
    with pytest.raises(KilledError):
        desk.decide(register(number, "new"))
    monkeypatch.undo()
    assert done == ["indicators.yaml"][:after]
    assert find(NamingDesk(content), "5000棵").state is not State.NAMED
    assert b"{fact=new}" not in (content / COPY).read_bytes()


def test_broken_content_is_said_to_be(desk: NamingDesk, content: Path) -> None:
    """Where no report can be read the desk says which mistakes are in the way."""
    for path in content.glob("reports/*.md"):
        path.unlink()
    with pytest.raises(BrokenContentError) as broken:
        desk.describe("2024")
    assert broken.value.problems
