"""Does search answer what residents, journalists and officials ask of the report of 2023?

The questions, and what answers them, were written by somebody who did not write the search.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from visitor import create_visitor

from built import ROOT, build_project
from chuxiong_site.problems.codes import CODES, is_warning

pytestmark = pytest.mark.browser

QUESTIONS = json.loads((Path(__file__).parent / "search_questions.json").read_text(encoding="utf-8"))
YEAR = "2023"
FIRST = 3
"""How many results a reader looks at."""
ENOUGH = 0.95
WARNINGS = frozenset(code for code in CODES if is_warning(code))
ASK = """([queries, first]) => queries.map((query) => {
  const found = chuxiongSearch.find(query);
  const results = chuxiongSearch.listResults(found);
  return {
    isSaid: found.lacking.length > 0 || found.absent.length > 0 || found.asksForOtherYear || results.length === 0,
    results: results.slice(0, first).map((row) => row.page ? ["page", row.page.path.split(/[?#]/)[0]]
      : row.fact ? ["fact", row.fact.id] : ["sentence", row.hit.text]),
  };
})"""


@pytest.fixture(scope="module")
def page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Open the search page of a site of that year's report alone, whatever other years there are by now."""
    folder = tmp_path_factory.mktemp("questions")
    content = shutil.copytree(ROOT / "content", folder / "content")
    for path in (content / "reports").iterdir():
        if path.stem != YEAR:
            path.unlink()
    address = build_project(content, folder / "_site", allowed=WARNINGS).folder.as_uri()
    visitor = create_visitor(browser, lambda path: f"{address}/{path}", lambda _: False)
    yield visitor.open("search.html?q=a")
    visitor.page.context.close()


def is_answered(question: dict[str, Any], found: dict[str, Any]) -> bool:
    """Say whether one of the right answers is among the first results; what is absent has to be said."""
    for answer in question["answers"]:
        kind, _, words = answer.partition(":")
        if kind == "absent" and found["isSaid"]:
            return True
        if any(
            kind == each and (words in text if kind == "sentence" else words == text)
            for each, text in found["results"]
        ):
            return True
    return False


def test_nearly_all_questions_are_answered_first(page: Any) -> None:
    """Of more than four hundred questions, 19 in 20 have a right answer among the first three results."""
    assert len(QUESTIONS) >= 476
    answers = page.evaluate(ASK, [[question["question"] for question in QUESTIONS], FIRST])
    missed = [
        question["question"]
        for question, found in zip(QUESTIONS, answers, strict=True)
        if not is_answered(question, found)
    ]
    assert len(missed) <= len(QUESTIONS) * (1 - ENOUGH), missed


def test_a_place_that_is_not_named_is_no_slip(page: Any) -> None:
    """A place of the gazetteer that the report leaves out is not read as one like it; which ones it names is offered."""
    found = page.evaluate(
        "() => { const found = chuxiongSearch.find('武定县'); return [found.slip, found.lacking, found.pages.map((page) => page.path)]; }"
    )
    assert found == [None, ["武定县"], ["2023/places.html"]]


def test_what_is_on_the_page_is_in_that_order(page: Any) -> None:
    """The results that the page shows are those that were judged, in their order."""
    for question in [each["question"] for each in QUESTIONS[::10]]:
        (found,) = page.evaluate(ASK, [[question], FIRST])
        page.fill("#_search", question)
        page.press("#_search", "Enter")
        shown = page.locator(".search__main .search__list > li > a").all_text_contents()
        assert len(shown) >= len(found["results"]), question
        for (kind, text), words in zip(found["results"], shown, strict=False):
            assert text in words if kind == "sentence" else words, question
