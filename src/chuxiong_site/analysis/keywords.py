"""Keywords of each section: words that it uses and other sections use less."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping

from ..model.place import Span
from ..model.report import Report
from ..model.words import Keyword, SectionKeywords, SentenceWords

HANZI = re.compile(r"^[\u3400-\u9fff“”+、A-Za-z]*[\u3400-\u9fff][\u3400-\u9fff“”+、A-Za-z]*$")
NAMING_TAGS = frozenset({"n", "vn", "nz", "nt", "j"})
"""Parts of speech that name things. Verbs and adverbs are how such reports talk, not what they talk about."""
BOILERPLATE = frozenset(
    (
        "工作", "建设", "情况", "方面", "问题", "水平", "能力", "力度", "机制", "体系", "基础", "作用", "要求", "领域",
        "重点", "目标任务", "任务",
        "行政", "政府", "部门", "社会", "发展", "成效", "措施", "环节", "差距", "短板", "取得", "进展", "新进展", "新突破",
        "范围", "事项", "组织", "关系", "方式", "思维", "格局", "实施", "推动", "推进", "落实", "经验", "根本遵循",
    )
)  # fmt: skip
"""Nouns that every annual report is full of. A project tells its own by a tag that names nothing, in its dictionary."""
PER_SECTION = 8
LONGER_IS_RARER = 0.35
"""How much a further character adds: set phrases say more than the words they are made of."""


def compute_keywords(report: Report, words: Mapping[Span, SentenceWords]) -> tuple[SectionKeywords, ...]:
    """Return up to eight keywords for each section with a page of its own.

    Score: times in the section × log(sections ÷ sections with the word) × a bonus for length.
    """
    stretches = {
        page.number: tuple(sentence for section in report.carried_by(page) for sentence in section.sentences)
        for page in report.pages
    }
    counts = {number: _count(sentences, words) for number, sentences in stretches.items()}
    spread = Counter(word for counter in counts.values() for word in counter)
    return tuple(
        SectionKeywords(
            section=number,
            keywords=tuple(
                _describe(word, counts[number][word], sentences, words)
                for word in _rank(counts[number], spread, len(counts))
            ),
        )
        for number, sentences in stretches.items()
    )


def _count(sentences: tuple[Span, ...], words: Mapping[Span, SentenceWords]) -> Counter[str]:
    return Counter(
        word.text
        for sentence in sentences
        for word in words.get(sentence, ())
        if word.tag in NAMING_TAGS and is_telling(word.text)
    )


def is_telling(text: str) -> bool:
    """Tell whether a word says what a text is about, and not how such reports talk."""
    return len(text) >= 2 and text not in BOILERPLATE and HANZI.match(text) is not None


def _rank(counter: Counter[str], spread: Counter[str], sections: int) -> list[str]:
    def score(word: str) -> float:
        rarity = math.log((sections + 1) / spread[word])
        return counter[word] * rarity * (1 + LONGER_IS_RARER * (len(word) - 2))

    # Rounded, since the last bit of a logarithm is the platform's own affair: 2 × log 3 and log 9 are one rank.
    return sorted(counter, key=lambda word: (-round(score(word), 9), word))[:PER_SECTION]


def _describe(
    word: str, count: int, sentences: tuple[Span, ...], words: Mapping[Span, SentenceWords]
) -> Keyword:
    places = tuple(span for span in sentences if any(other.text == word for other in words.get(span, ())))
    return Keyword(text=word, count=count, sentences=places)


def group_words(report: Report, rows: tuple[SentenceWords, ...]) -> Mapping[Span, SentenceWords]:
    """Return the words of each sentence by its span; `rows` follow the report's sentences."""
    return dict(zip(list_sentences(report), rows, strict=True))


def list_sentences(report: Report) -> tuple[Span, ...]:
    """Return all sentences of a report, in order."""
    return tuple(sentence for section in report.sections for sentence in section.sentences)
