"""What becomes of a whole project when something in it is changed at random? Told, or harmless; never a crash, never a wrong fact.

Hundreds of mutations by default; CHUXIONG_MUTATIONS=5000 for a long run.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from built import RICH
from chuxiong_site.analysis import analyse
from chuxiong_site.content.load import load_project
from chuxiong_site.memory import Memory, use_memory
from chuxiong_site.model.words import SentenceWords, Word
from chuxiong_site.problems import describe_problems, is_warning, sort_problems

CONTENT = RICH
FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*") if path.is_file())
EXAMPLES = int(os.environ.get("CHUXIONG_MUTATIONS", "300"))
HOSTILE = (
    "0", "9", "一", "万", "%", "％", "，", ",", "[", "]", "{", "}", "｛", "【", '"', ":", "#", "&a", "*a", "!!python/none",
    "\t", "\n", "\r", "\x00", "\x1b", "\u200b", "\u202e", "\ufeff", "<script>", "..", "/", "\\", "---\n", "a" * 500, "[" * 300,
)  # fmt: skip

MEMORY = Memory({})
"""A slip changes one line; the others are read once for all slips, as they are for all builds."""


def split_nothing(_: str, sentences: tuple[str, ...]) -> tuple[SentenceWords, ...]:
    """Return each sentence as one word: words are not what is tested here."""
    return tuple((Word(text=sentence, tag="x"),) for sentence in sentences)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return a content file's name and what somebody's slip made of it."""
    name = draw(st.sampled_from(FILES))
    text = (CONTENT / name).read_bytes().decode("utf-8")
    at = draw(st.integers(0, len(text) - 1))
    length = draw(st.integers(1, 30))
    kind = draw(st.sampled_from(("delete", "insert", "replace", "double", "move", "truncate", "bytes")))
    slip = draw(st.sampled_from(HOSTILE))
    made = {
        "delete": text[:at] + text[at + length :],
        "insert": text[:at] + slip + text[at:],
        "replace": text[:at] + slip + text[at + 1 :],
        "double": text[: at + length] + text[at : at + length] + text[at + length :],
        "move": text[:at]
        + text[at + length : at + 2 * length]
        + text[at : at + length]
        + text[at + 2 * length :],
        "truncate": text[:at],
        "bytes": text,
    }[kind]
    data = made.encode("utf-8")
    return name, data[:at] + b"\xff" + data[at:] if kind == "bytes" else data


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the content that may be spoilt."""
    folder = tmp_path_factory.mktemp("mutations") / "content"
    shutil.copytree(CONTENT, folder)
    return folder


@settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(mutation=mutations())
def test_slips_are_told_or_harmless(content: Path, mutation: tuple[str, bytes]) -> None:
    """No slip ends in a traceback; what passes without an error still has the official words and their very numbers."""
    name, data = mutation
    path = content / name
    original = path.read_bytes()
    official = (CONTENT / "reports/2023.txt").read_text(encoding="utf-8").split("\n", 8)[8]
    try:
        path.write_bytes(data)
        with use_memory(MEMORY):
            project, problems = load_project(content)
        if project is None:
            assert problems
            return
        with use_memory(MEMORY):
            findings, found = analyse(project, split_nothing)
        problems = list(sort_problems([*problems, *found]))
        assert describe_problems(problems, "text").count("\n") < 3000
        if project.complete and all(is_warning(problem.code) for problem in problems):
            report = findings.reports[0]
            assert report.report.body == official
            for fact in report.facts:
                assert fact.surface == fact.span.of(official)
            assert len(report.facts) >= 80
    finally:
        path.write_bytes(original)
