"""Does the proof see an excerpt that is not what stands in the text? One change each at the head of a page."""

from __future__ import annotations

import re

import pytest
from rendered import Built, render_content

from chuxiong_site.proof import prove_site
from sample_projects import copy_fixture

ITEM = r'<li><a class="excerpts__sentence".*?</li>'
CHANGES = {
    "another word": (r'(data-excerpt="[^"]*">)[^<]', r"\g<1>甲", "摘录「甲"),
    "half a sentence": (r'(data-excerpt="[^"]*">[^<]{4})[^<]+', r"\g<1>", "摘录「"),
    "another sentence's link": (
        r'href="#(_s[\d.]+-)\d+"( data-excerpt)',
        r'href="#\g<1>1"\g<2>',
        "摘录的链接",
    ),
    "turned round": (rf"({ITEM})\s*({ITEM})", r"\g<2>\g<1>", "摘录的次序"),
    "twice": (rf"({ITEM})\s*({ITEM})", r"\g<1>\g<1>", "摘录的次序"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render a project with pages that have excerpts."""
    return render_content(copy_fixture("rich", tmp_path_factory.mktemp("excerpts")))


@pytest.mark.parametrize("name", CHANGES)
def test_changed_excerpts_are_named(name: str, built: Built) -> None:
    """Every excerpt is a whole sentence of its page, in order, and leads to itself."""
    old, new, expected = CHANGES[name]
    findings, site = built.findings, built.site
    path = next(path for path, data in site.items() if b"data-excerpt" in data)
    changed = re.sub(old, new, site[path].decode(), count=1, flags=re.DOTALL)
    assert changed != site[path].decode()

    problems = prove_site(findings, {**site, path: changed.encode()})

    assert any(problem.place.file == path and expected in str(problem.found) for problem in problems)


def test_undefined_terms_are_those_of_the_page(built: Built) -> None:
    """A term more or less in the line of those without a definition is named."""
    findings, site = built.findings, built.site
    path = next(path for path, data in site.items() if "报告未给出定义的：".encode() in data)
    changed = re.sub(
        "(报告未给出定义的：.*?aria-label=.[^>]*>)[^<]+", r"\g<1>甲乙", site[path].decode(), count=1
    )

    problems = prove_site(findings, {**site, path: changed.encode()})

    assert any(problem.place.file == path for problem in problems)
