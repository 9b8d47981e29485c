"""Does the search data, read back, hold every sentence and fact of the report, and lead where they stand?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..charts import describe_value
from ..model.findings import Fact, Findings, ReportFindings
from ..model.numeral import describe_decimal
from ..model.report import Section
from ..model.site import Site, read_artifact
from ..problems import Problem
from . import urls
from .faults import describe_fault
from .read_back import BuiltPage
from .search_data import HEAD, LENGTHS, TAIL

Row = dict[str, Any]
EXCERPT = 16


def check_search(findings: Findings, site: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield what search would not find, would show otherwise than the report, or would lead astray."""
    listed = [address.partition("?")[0] for address in pages.get(urls.SEARCH, BuiltPage()).loaded]
    for found in findings.reports:
        path = urls.data_file(found.report, "search-data.js")
        data = read_search_data(site, path)
        if path not in listed:
            yield describe_fault(urls.SEARCH, f"没有载入 {path}", "每份报告的检索数据")
        yield from _check_sections(found, data, path, pages)
        yield from _check_facts(found, data, path, pages)


def read_search_data(site: Site, path: str) -> Row:
    """Return the data inside the script; empty when there is none."""
    text = read_artifact(site, path).decode("utf-8")
    data: Row = json.loads(text.removeprefix(HEAD).removesuffix(TAIL) or "{}")
    return data


def _check_sections(
    found: ReportFindings, data: Row, path: str, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem]:
    rows = {row["number"]: row for row in data.get("sections", [])}
    for section in found.report.sections:
        row = rows.get(section.number, {"page": "", "sentences": []})
        yield from _check_sentences(found, section, row, path)
        known = pages.get(row["page"], BuiltPage()).ids
        for order in range(1, len(row["sentences"]) + 1):
            if f"_s{section.number}-{order}" not in known:
                yield describe_fault(path, f"{section.number} 第 {order} 句没有去处", "网页里有的标识")


def _check_sentences(found: ReportFindings, section: Section, row: Row, path: str) -> Iterator[Problem]:
    display = found.report.display
    wanted = [display.of(sentence) for sentence in section.sentences]
    shown = [text for text, _ in row["sentences"]]
    if shown != wanted:
        first = next((b for a, b in zip([*shown, ""], wanted, strict=False) if a != b), "")
        yield describe_fault(path, f"{section.number} 的句子不同", f"「{first[:EXCERPT]}」")
    for sentence, (text, lengths) in zip(section.sentences, row["sentences"], strict=False):
        words = [word.text for word in found.words.get(sentence, ())]
        if cut(text, lengths) != words:
            yield describe_fault(path, f"「{text[:EXCERPT]}」的词不同", "、".join(words[:5]))


def cut(text: str, lengths: str) -> list[str]:
    """Return the words of a sentence from their lengths, as a browser cuts them."""
    units, longest = text.encode("utf-16-le"), LENGTHS[-1]
    words, start, end = list[str](), 0, 0
    for char in lengths:
        end += LENGTHS.index(char)
        if char != longest:
            words.append(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
            start = end
    return words


def _check_facts(
    found: ReportFindings, data: Row, path: str, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem]:
    rows = {row[0]: row for row in data.get("facts", [])}
    sentences = [text for section in data.get("sections", []) for text, _ in section["sentences"]]
    for fact in found.facts:
        row = rows.get(fact.id)
        wanted = list_wanted(found, fact)
        if row is None or [*row[:5], *_read_place(row, sentences)] != wanted:
            yield describe_fault(path, f"数字 {fact.id} 缺少或不同", "、".join(wanted))
    yield from _check_indicators(found, data, path, pages)


def _read_place(row: list[Any], sentences: list[str]) -> list[str]:
    """Return the sentence that a fact points to, and its words there."""
    sentence = sentences[row[5]] if row[5] < len(sentences) else ""
    return [sentence, sentence.encode("utf-16-le")[2 * row[6] : 2 * row[7]].decode("utf-16-le", "replace")]


def list_wanted(found: ReportFindings, fact: Fact) -> list[str]:
    """Return what the data have to say of a fact; last its sentence, and its words there."""
    shown, indicator = describe_value(fact), fact.indicator
    sentence = found.report.display.of(fact.sentence)
    value = describe_decimal(fact.value)
    return [fact.id, value, shown, indicator.name, indicator.scope, sentence, fact.display]


def _check_indicators(
    found: ReportFindings, data: Row, path: str, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem]:
    """Every fact leads to its indicator, and every term to its line."""
    targets = [data.get("indicator", "").replace("*", fact.indicator.id) for fact in found.facts]
    targets += [f"{urls.TERMS}#_term-{row[0]}" for row in data.get("terms", [])]
    for target in dict.fromkeys(targets):
        page, _, anchor = target.partition("#")
        if page not in pages or (anchor and anchor not in pages[page].ids):
            yield describe_fault(path, f"{target} 不存在", "本站有的网页和标识")
