"""How good is drafting? Counts over mutants whose truth is known, and the words of the project cut once."""

from __future__ import annotations

import logging
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from mutations import Mutant, mutate, read_page

from chuxiong_site.content.load import load_project
from chuxiong_site.content.structure_raw import structure_raw
from chuxiong_site.drafting import Draft, compute_draft
from chuxiong_site.model.project import Project
from chuxiong_site.model.words import SentenceWords, Word

Split = Callable[[tuple[str, ...]], tuple[SentenceWords, ...]]


def read_project(content: Path) -> Project:
    """Return a project."""
    project, _ = load_project(content)
    assert project is not None
    return project


def create_splitter(project: Project) -> Split:
    """Return the word splitter of the program, started once and remembering every text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
    jieba.default_logger.setLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    splitter = jieba.posseg.POSTokenizer(tokenizer)
    for line in project.list_whole_words():
        word, _, tag = line.partition(" ")
        tokenizer.add_word(word, 20000, tag.strip() or "n")
    known: dict[str, SentenceWords] = {}

    def split(texts: tuple[str, ...]) -> tuple[SentenceWords, ...]:
        for text in texts:
            if text not in known:
                known[text] = tuple(Word(text=pair.word, tag=pair.flag) for pair in splitter.cut(text))
        return tuple(known[text] for text in texts)

    return split


def draft_page(page: str, project: Project, split: Split) -> Draft:
    """Draft a page as the report of 2024."""
    raw = structure_raw(page)
    assert raw is not None
    return compute_draft(raw, project, "2024", split)


def count_mutant(mutant: Mutant, draft: Draft) -> Counter[str]:
    """Hold a draft against the truth."""
    counts: Counter[str] = Counter(known=mutant.known)
    for drafted in draft.numbers:
        span = drafted.numeral.span
        truth = mutant.truth[span.start, span.end]
        if drafted.certain:
            pairs = zip((slot.id for slot in drafted.certain), truth, strict=False)
            right = sum(ours == theirs for ours, theirs in pairs)
            counts += Counter(certain=len(drafted.certain), certain_wrong=len(drafted.certain) - right)
        elif drafted.candidates:
            right = drafted.candidates[0].slot.id in truth
            counts += Counter(doubtful=1, doubtful_wrong=int(not right))
        else:
            counts += Counter(new=1, new_wrong=int(bool(truth)))
    return counts


def count_mutants(content: Path, seeds: range, strength: float) -> Counter[str]:
    """Draft a mutant for every seed and add up."""
    project = read_project(content)
    split, page = create_splitter(project), read_page(content)
    [report] = [report for report in project.reports if report.id == "2023"]
    total: Counter[str] = Counter()
    for seed in seeds:
        mutant = mutate(report, page, seed, strength=strength)
        total += count_mutant(mutant, draft_page(mutant.page, project, split))
    return total


def compute_share_right(counts: Counter[str]) -> float:
    """Return the share of matched numbers, certain and doubtful, whose first answer is right."""
    matched = counts["certain"] + counts["doubtful"]
    return 1 - (counts["certain_wrong"] + counts["doubtful_wrong"]) / matched


def describe_counts(counts: Counter[str]) -> str:
    """Return the figures in a line."""
    certain = (counts["certain"] - counts["certain_wrong"]) / counts["known"]
    return (
        f"known {counts['known']}, certain {counts['certain']} ({certain:.1%} of the known), "
        f"wrong among the certain {counts['certain_wrong']}, doubtful {counts['doubtful']}, "
        f"right among the matched {compute_share_right(counts):.2%}, new {counts['new']}, "
        f"known taken for new {counts['new_wrong']}"
    )
