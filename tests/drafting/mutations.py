"""What might the report of the year after look like? A report changed by rule, with the truth kept beside it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from rewording import NEW_SENTENCES, ORDER, SYNONYMS

from chuxiong_site.model.report import Report

CHINESE = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A tagged number: the facts it states (none for a new one), its role, and its words."""

    facts: tuple[str, ...]
    role: str | None
    words: str


Piece = str | Number
Sentence = list[Piece]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A made-up page and what its numbers really are."""

    page: str
    body: str
    truth: dict[tuple[int, int], tuple[str, ...]]
    """Place in the body → ids of the facts stated there; empty for a new number."""
    known: int
    """How many known facts are still in it."""


def read_pieces(report: Report, text: str, start: int) -> list[Piece]:
    """Cut a part of the body at its tagged numbers."""
    pieces: list[Piece] = []
    end = start
    for tag in report.tags:
        if (tag.facts or tag.numeral) and start <= tag.span.start < start + len(text):
            pieces += [report.body[end : tag.span.start]]
            pieces += [Number(facts=tag.facts, role=tag.role, words=tag.span.of(report.body))]
            end = tag.span.end
    return [*pieces, report.body[end : start + len(text)]]


def mutate(report: Report, page: str, seed: int, *, strength: float = 0.5) -> Mutant:
    """Change numbers, words, their order and that of sentences and sections; remove and add; renumber."""
    chance = random.Random(seed)
    parts: list[list[tuple[str, list[Sentence]]]] = []
    for section in report.sections:
        heading = section.heading.of(report.body) if section.heading else ""
        blocks = [
            read_pieces(report, span.of(report.body), span.start)
            for span in section.sentences
            if not section.heading or span.start >= section.heading.end
        ]
        if section.is_part or section.number in {"T", "0"}:
            parts.append([])
        sentences = [s for block in blocks if (s := _change_sentence(block, chance, strength)) is not None]
        if "." in section.number and section.number.startswith("1."):
            chance.shuffle(sentences)
        parts[-1].append((heading, sentences))
    _add_sentences(parts[2], chance, strength)
    introduction, *rest = parts[2]
    chance.shuffle(rest)
    parts[2] = [introduction, *_renumber(rest)]
    return _write(parts, page)


def _change_sentence(sentence: Sentence, chance: random.Random, strength: float) -> Sentence | None:
    pieces = _remove_clauses(sentence, chance, strength * 0.25)
    pieces = [_change_number(p, chance) if isinstance(p, Number) else p for p in pieces]
    pieces = [_reword(p, chance, strength) if isinstance(p, str) else p for p in pieces]
    pieces = _reorder(pieces, chance, strength)
    return pieces if any(p for p in pieces) else None


def _remove_clauses(sentence: Sentence, chance: random.Random, rate: float) -> Sentence:
    """Drop a number together with its clause; numbers that belong together go together."""
    clauses: list[Sentence] = [[]]
    for piece in sentence:
        if isinstance(piece, Number):
            clauses[-1].append(piece)
            continue
        for index, words in enumerate(re.split(r"(?<=[,;])", piece)):
            if index:
                clauses.append([])
            clauses[-1].append(words)
    kept = [c for c in clauses if not (_has_number(c) and chance.random() < rate)]
    if not any(_has_number(c) for c in kept) and any(_has_number(c) for c in clauses):
        return []
    return [piece for clause in kept for piece in clause]


def _has_number(pieces: Sentence) -> bool:
    return any(isinstance(piece, Number) for piece in pieces)


def _change_number(number: Number, chance: random.Random) -> Number:
    """Return the same kind of number with another value: as many decimals, no more digits than fit."""
    found = re.match(r"([0-9]+)(\.[0-9]+)?(.*)$", number.words)
    if found is None:
        return number
    whole, decimals, unit = found[1], found[2] or "", found[3]
    if unit == "%":
        value = chance.randint(20, 99)
        return _say(
            number,
            "100%" if whole == "100" and chance.random() < 0.6 else f"{value}{_digits(decimals, chance)}%",
        )
    low = max(1, int(int(whole) * 0.6))
    return _say(number, f"{chance.randint(low, int(int(whole) * 1.5) + 2)}{_digits(decimals, chance)}{unit}")


def _digits(decimals: str, chance: random.Random) -> str:
    return "." + "".join(chance.choice("123456789") for _ in decimals[1:]) if decimals else ""


def _say(number: Number, words: str) -> Number:
    return Number(facts=number.facts, role=number.role, words=words)


def _reword(words: str, chance: random.Random, strength: float) -> str:
    for old, new in SYNONYMS:
        if old in words and chance.random() < strength:
            words = words.replace(old, new)
    return words.replace("2024", "2025").replace("2023", "2024")


def _reorder(pieces: Sentence, chance: random.Random, strength: float) -> Sentence:
    """Move a noun from before its number to behind it."""
    result = list(pieces)
    for index, piece in enumerate(pieces[1:], start=1):
        before = result[index - 1]
        if not isinstance(piece, Number) or not isinstance(before, str):
            continue
        for verb, noun in ORDER:
            if before.endswith(verb + noun) and chance.random() < strength:
                result[index - 1] = before.removesuffix(noun)
                after = result[index + 1]
                assert isinstance(after, str)
                result[index + 1] = noun + after
                break
    return result


def _add_sentences(part: list[tuple[str, list[Sentence]]], chance: random.Random, strength: float) -> None:
    sections = [sentences for heading, sentences in part if heading.startswith("(")]
    for text in chance.sample(NEW_SENTENCES, int(len(NEW_SENTENCES) * strength)):
        pieces: Sentence = []
        for word in re.split(r"(\[[^\]]+\])", text):
            pieces.append(Number(facts=(), role=None, words=word[1:-1]) if word.startswith("[") else word)
        sentences = chance.choice(sections)
        sentences.insert(chance.randint(0, len(sentences)), pieces)


def _renumber(sections: list[tuple[str, list[Sentence]]]) -> list[tuple[str, list[Sentence]]]:
    return [
        (re.sub(r"^\([一二三四五六七八九十]+\)", f"({CHINESE[index]})", heading), sentences)
        for index, (heading, sentences) in enumerate(sections)
    ]


def _write(parts: list[list[tuple[str, list[Sentence]]]], page: str) -> Mutant:
    body, known = "", 0
    truth: dict[tuple[int, int], tuple[str, ...]] = {}
    for part in parts:
        for heading, sentences in part:
            body += heading.replace("2024", "2025").replace("2023", "2024")
            body += "\n" if heading and not heading.startswith("(") else ""
            for sentence in sentences:
                for piece in sentence:
                    if isinstance(piece, str):
                        body += piece
                        continue
                    ids = tuple(f"{id}.{piece.role}" if piece.role else id for id in piece.facts)  # noqa: A001
                    truth[len(body), len(body) + len(piece.words)] = ids
                    known += len(ids)
                    body += piece.words
            body += "\n" if sentences else ""
    head = "".join(page.splitlines(keepends=True)[:8]).replace("2023年度", "2024年度")
    return Mutant(page=head + body, body=body, truth=truth, known=known)


def read_page(content: Path) -> str:
    """Return the captured page of 2023."""
    return (content / "reports" / "2023.txt").read_bytes().decode("utf-8")
