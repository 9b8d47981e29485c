"""Does the gate answer each question by itself, though it remembers what it was asked before?"""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from built import BuiltSite
from chuxiong_site.model.site import Site, make_artifact
from chuxiong_site.proof.documents.utterance import Record, Utterance
from chuxiong_site.proof.gate import Gate
from chuxiong_site.proof.lately import keep_last
from chuxiong_site.proof.making import describe_making
from chuxiong_site.proof.phrases import PhraseBook
from chuxiong_site.proof.scopes.creating import create_scopes
from chuxiong_site.proof.scopes.looking import Scopes
from chuxiong_site.proof.scopes.words import one
from chuxiong_site.proof.sorting import read_pages

ASKED = 4000
OTHER_DIGIT = str.maketrans("0123456789", "1234567890")
NO_PHRASES = PhraseBook(())


@pytest.fixture(scope="module")
def files(built_site: BuiltSite) -> Site:
    """Return the files of the site, made."""
    return {path: make_artifact(artifact) for path, artifact in built_site.site.items()}


@pytest.fixture(scope="module")
def scopes(built_site: BuiltSite, files: Site) -> Scopes:
    """Return the scopes of the whole site."""
    library = describe_making(files).library | one(built="")
    newest = built_site.report_findings.report.id
    return create_scopes(built_site.findings, files, library, newest=newest, several=True)


@pytest.fixture(scope="module")
def questions(files: Site) -> list[tuple[str, Utterance]]:
    """Return some of what all pages say: as it is, with other digits, and in the place of something else."""
    chance = random.Random(1)
    said = [(path, words) for path, page in read_pages(files).items() for words in page.utterances]
    others = [words for _, words in said]
    asked = []
    for path, words in chance.sample(said, min(len(said), ASKED)):
        other = chance.choice(others)
        asked += [
            (path, words),
            (path, words._replace(text=words.text.translate(OTHER_DIGIT))),
            (path, words._replace(subject=other.subject)),
            (path, words._replace(text=other.text)),
        ]
    return asked


def test_no_answer_depends_on_what_was_asked_before(
    scopes: Scopes, questions: list[tuple[str, Utterance]]
) -> None:
    """A gate that was asked everything else before says of each utterance what a new one says, in any order."""
    gate = Gate(scopes, NO_PHRASES)
    answers = [gate.lets_through(path, said) for path, said in questions]
    assert {True, False} <= set(answers)
    backwards = Gate(scopes, NO_PHRASES)
    assert [backwards.lets_through(path, said) for path, said in reversed(questions)] == answers[::-1]
    for (path, said), answer in [*zip(questions, answers, strict=True)][::40]:
        assert Gate(scopes, NO_PHRASES).lets_through(path, said) is answer, said


def test_a_record_is_judged_field_by_field(built_site: BuiltSite, scopes: Scopes) -> None:
    """Of a record the same fields are faults as if each were said by itself: another digit, another fact's words, a new field."""
    first, second = built_site.report_findings.facts[:2]
    path = f"data/{built_site.report_findings.report.id}/facts.json"
    fields: Mapping[str, str] = {
        "id": first.id,
        "name": second.indicator.name,
        "display": first.display,
        "value": f"{first.value + 1:f}",
        "other": "",
    }
    record, gate = Record(kind="facts", subject=first.id, fields=fields), Gate(scopes, NO_PHRASES)
    faults = [said.role for said in gate.list_faults(path, record)]
    assert faults == ["facts.name", "facts.value", "facts.other"]
    assert faults == [said.role for said in record.list_utterances() if not gate.lets_through(path, said)]


def test_what_was_kept_is_that_of_the_same_record() -> None:
    """Another record is worked out anew, even one that equals the last."""
    asked = []

    @keep_last
    def count(record: list[int]) -> int:
        asked.append(record)
        return len(record)

    first, equal = [1, 2], [1, 2]
    assert [count(first), count(first), count(equal), count(first)] == [2, 2, 2, 2]
    assert [id(record) for record in asked] == [id(first), id(equal), id(first)]
