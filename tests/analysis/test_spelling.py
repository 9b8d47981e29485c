"""Which slips of spelling are found in the words of staff, and what is left alone?"""

from __future__ import annotations

import pytest

from chuxiong_site.analysis.spelling import check_spelling
from chuxiong_site.model.place import Place


def list_slips(text: str) -> list[tuple[str, str]]:
    """Return code and words of every slip."""
    place = Place(file="site.yaml", line=1, column=7, length=len(text), excerpt=f"name: {text}")
    return [
        (problem.code, problem.place.excerpt[problem.place.column - 1 :][: problem.place.length])
        for problem in check_spelling(text, place)
    ]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("核对,相符", [("W504", ",")]),
        ("全部(好)个", [("W504", "("), ("W504", ")")]),
        ("说到这里...", [("W506", "...")]),
        ("说完了.", [("W506", ".")]),
        ("好。。", [("W506", "。。")]),
        ("好，，坏；；", [("W506", "，，"), ("W506", "；；")]),
        ("一 二", [("W506", " ")]),
        ('这个"词"', [("W506", '"'), ("W506", '"')]),
        ("登录帐号、按装、部份", [("W506", "帐号"), ("W506", "按装"), ("W506", "部份")]),
        ("好象图象", [("W506", "好象"), ("W506", "图象")]),
    ],
)
def test_slips_are_found_where_they_stand(text: str, slips: list[tuple[str, str]]) -> None:
    """Each kind of slip is found, at its own characters."""
    assert sorted(list_slips(text)) == sorted(slips)


@pytest.mark.parametrize(
    "text",
    [
        "共列出若干项，数值照原文（见说明）：如下……",
        "CC BY 4.0、index.html、3.5 亿元",
        "台风登陆时做为民办实事，其它照旧",
        "美好象征与图象征引",
        "他说“好”；她说「不」——为什么？！",
    ],
)
def test_right_words_pass(text: str) -> None:
    """What may be right, in this or in another office's words, is left alone."""
    assert list_slips(text) == []
