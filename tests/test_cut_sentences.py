"""Is only what was not cut before cut, and is nothing believed that could be another's or damaged?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from built import FIXTURES
from chuxiong_site.build import keeping
from chuxiong_site.build.options import work_silently
from chuxiong_site.content.load import load_project
from chuxiong_site.content.split_words import Splitter
from chuxiong_site.model.project import Project
from chuxiong_site.model.words import SentenceWords

KEPT = "words-2024.bin"


@pytest.fixture(scope="module", name="project")
def read_project() -> Project:
    """Read the smallest project."""
    project, problems = load_project(FIXTURES / "small")
    assert project is not None
    assert problems == []
    return project


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write down which sentences jieba had to cut."""
    done: list[str] = []
    split = Splitter.split

    def note(self: Splitter, sentences: Sequence[str]) -> tuple[SentenceWords, ...]:
        done.extend(sentences)
        return split(self, sentences)

    monkeypatch.setattr(Splitter, "split", note)
    return done


def split(project: Project, cache: Path, *sentences: str) -> tuple[SentenceWords, ...]:
    """Return the words of the sentences of a report, as a run with this cache cuts them."""
    keeping._prepare_splitter.cache_clear()
    return keeping.create_splitter(project, cache, work_silently)("2024", sentences)


def test_a_sentence_that_was_edited(project: Project, cut: list[str], tmp_path: Path) -> None:
    """It alone is cut; the words of all are those of a first run."""
    split(project, tmp_path, "继续植树。", "修路架桥。", "继续植树。")
    assert cut == ["继续植树。", "修路架桥。"]
    again = split(project, tmp_path, "继续植树造林。", "修路架桥。")
    assert cut == ["继续植树。", "修路架桥。", "继续植树造林。"]
    assert ["".join(word.text for word in row) for row in again] == ["继续植树造林。", "修路架桥。"]
    assert again == split(project, tmp_path / "afresh", "继续植树造林。", "修路架桥。")


def test_sentences_that_are_gone(project: Project, cut: list[str], tmp_path: Path) -> None:
    """What is kept of a report does not grow with its edits."""
    split(project, tmp_path, "继续植树。", "修路架桥。")
    split(project, tmp_path, "修路架桥。", "治河。")
    cut.clear()
    split(project, tmp_path, "继续植树。", "修路架桥。", "治河。")
    assert cut == ["继续植树。"]


def test_other_whole_words(project: Project, cut: list[str], tmp_path: Path) -> None:
    """Another dictionary of the project is another question for every sentence."""
    split(project, tmp_path, "修路架桥。")
    longer = replace(project, dictionary=(*project.dictionary, "修路架桥"))
    words = split(longer, tmp_path, "修路架桥。")
    assert cut == ["修路架桥。", "修路架桥。"]
    assert [word.text for word in words[0]] == ["修路架桥", "。"]


@pytest.mark.parametrize("name", [KEPT, keeping.LEXICON])
def test_a_damaged_file(name: str, project: Project, cut: list[str], tmp_path: Path) -> None:
    """What cannot be trusted is made again, and kept whole again."""
    first = split(project, tmp_path, "继续植树。")
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[:-1] + b"?")
    (tmp_path / KEPT).write_bytes(b"" if name == keeping.LEXICON else (tmp_path / KEPT).read_bytes())
    assert split(project, tmp_path, "继续植树。") == first
    assert (tmp_path / name).read_bytes() == whole
    assert cut == ["继续植树。"] * 2
