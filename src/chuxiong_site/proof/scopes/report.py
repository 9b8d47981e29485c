"""The scope of a report: what is counted and named of it as a whole."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from ...model.check_specs import TableSum
from ...model.display_names import KIND_NAMES
from ...model.findings import ReportFindings
from ...model.hidden_names import name_hidden
from ...model.numeral import NumeralKind, describe_decimal
from ...model.report import OMITTED, Report
from .english_report import describe_english_report
from .joins import count_answers
from .overview import describe_overview
from .references import say_bibtex, say_citation, say_source
from .section import join_keywords
from .tallies import list_claims_tallies, list_relation_tallies, list_tally_lines, say_tally
from .words import Scope, name_english_report, name_report, one, read_day, read_heading, read_marker

OWNER = re.compile(r"(?:关于)?(.+?)(\d{4})(年度?)")


def describe_identity(report: Report, site: str) -> Scope:
    """Return what a report is called and where it is from; `site` is the site's name."""
    fields = report.disclosure
    return one(
        report=name_report(report),
        en_report=name_english_report(report),
        id=report.id,
        title=report.title,
        publisher=fields.publisher,
        published=fields.published,
        day=read_day(fields.published),
        index=fields.index_number,
        source=report.source_url,
        source_words=say_source(report),
        source_words_short=say_source(report, with_index=False),
        foot=f"{fields.publisher}《{report.title}》{fields.published} {site}（非官方）",
    )


def describe_report(report_findings: ReportFindings, site: str) -> Scope:
    """Return the scope of a report: counts and names."""
    report = report_findings.report
    display = report.display
    marks = "，".join(f"「{raw}」→「{full}」{count} 处" for raw, full, count in display.marks)
    return (
        describe_identity(report, site)
        | one(
            years_checked=f"{report.id}年度的核对结果",
            elements_source=report.elements_source,
            capture_sha=report.capture_sha256,
            body_sha=hashlib.sha256(report.captured.text.encode()).hexdigest(),
            marks=marks,
            marks_total=sum(count for _, _, count in display.marks) or "",
            other_changes="，".join(list_changes(report)),
            unquoted_changes="，".join(words for words in list_changes(report) if "词内空格" not in words),
            hidden=len(report.captured.hidden) or "",
            hidden_words="，".join(
                f"{name_hidden(char)}（U+{ord(char):04X}）{count} 处"
                for char, count in report.captured.count_hidden()
            ),
            characters=len("".join(report.body.split())),
            display_changes=say_changes(report),
            citation=say_citation(report),
            bibtex=" ".join(say_bibtex(report).split()),
            publication_date="/".join(read_day(report.disclosure.published).split("-")),
            document_number=report.disclosure.document_number,
            **{
                "notes.report": report.id,
                "notes.title": report.title,
                "notes.citation": say_citation(report),
            },
        )
        | describe_english_report(report_findings)
        | _count(report_findings)
        | _list_words(report_findings)
        | describe_overview(report_findings)
    )


def _count(report_findings: ReportFindings) -> Scope:
    claims, relations = list_claims_tallies(report_findings), list_relation_tallies(report_findings)
    return one(
        facts=len(report_findings.facts),
        tagged=sum(bool(entry.facts) for entry in report_findings.census),
        numerals=len(report_findings.census),
        checks=len(report_findings.checks),
        claims="；".join(map(say_tally, claims)),
        tallies="；".join(map(say_tally, [*claims, *relations])),
        **count_answers(report_findings.report),
        localities=len(report_findings.localities),
        keywords_total=sum(len(entry.keywords) for entry in report_findings.keywords),
    ) | {
        "sum_line": tuple(_list_sum_lines(report_findings)),
        "table_name": tuple(_list_table_names(report_findings.report)),
        "tally_line": tuple(list_tally_lines([*claims, *relations])),
    }


def _list_sum_lines(report_findings: ReportFindings) -> Iterator[str]:
    """Yield what stands above the totals of a row or a column of a table: 「合计」一行：各行相加."""
    for check in report_findings.checks:
        if isinstance(check.spec, TableSum):
            cell, _, way = check.spec.name.rpartition("：")
            kind = "行" if way == "各行相加" else "栏"
            named = [part for part in re.split("(?<=」一行)、(?=「)", cell) if part.endswith(f"一{kind}")]
            yield f"{(named or [cell])[0]}：{way}"


def _list_table_names(report: Report) -> Iterator[str]:
    """Yield what tables are called: the first line above, or their place in the report."""
    for order, table in enumerate(report.tables, start=1):
        note = report.display.of(table.notes[0]) if table.notes else ""
        yield note.strip("* \u3000") or f"第 {order} 张表"


def _list_words(report_findings: ReportFindings) -> Scope:
    """Return the texts of lists whose lines have no anchor of their own."""
    report = report_findings.report
    firsts = [entry.keywords[0].text for entry in report_findings.keywords if entry.keywords]
    return {
        "keyword_line": tuple(
            f"{keyword.text}×{keyword.count}" if keyword.count > 1 else keyword.text
            for entry in report_findings.keywords
            for keyword in entry.keywords
        ),
        "keywords": (join_keywords(firsts),),
        "owner": tuple(_list_owners(report)),
        "door": tuple(_list_doors(report_findings)),
        "example": tuple(_list_examples(report_findings)),
        "element_places": tuple(_list_element_places(report)),
        "heading_count": tuple(_count_headings(report_findings)),
        "missing": tuple(missing.words for missing in report_findings.report.missing),
        "any_marker": tuple(read_marker(report_findings.report, s) for s in report_findings.report.sections),
    }


def _list_element_places(report: Report) -> Iterator[str]:
    """Yield where each thing stands that such a report should have: headings, one after another."""
    sections = {section.number: section for section in report.sections}
    for numbers in report.elements.values():
        yield "、 ".join(read_heading(report, sections[number]) for number in numbers if number in sections)
        yield "、".join(read_heading(report, sections[number]) for number in numbers if number in sections)


def _count_headings(report_findings: ReportFindings) -> Iterator[str]:
    """Yield every page that states numbers, by the heading that begins it, with how many."""
    pages = {section.number: section.page or section.number for section in report_findings.report.sections}
    counts = Counter(pages[fact.section] for fact in report_findings.facts)
    for section in report_findings.report.sections:
        if counts[section.number]:
            heading = "标题" if section.number == "T" else read_heading(report_findings.report, section)
            yield f"{heading} {counts[section.number]} 个"


def _list_owners(report: Report) -> Iterator[str]:
    """Yield the report's names with its owner: 青禾市2023年度报告, 青禾市2023年度, 青禾市2023."""
    match = OWNER.match(report.title)
    if match:
        place, year, unit = match.groups()
        yield from (f"{place}{year}{unit}报告", f"{place}{year}{unit}", f"{place}{year}")
    yield f"{report.disclosure.publisher}{name_report(report)}"


def _list_doors(report_findings: ReportFindings) -> Iterator[str]:
    """Yield staff's names of the parts, with the year that a part's heading prints."""
    report = report_findings.report
    for section in report.sections:
        name = report.doors.get(section.number, "")
        for entry in report_findings.census:
            if section.heading and section.heading.contains(entry.span):
                yield name.replace("{year}", report.display.of(entry.span))
        yield name


def _list_examples(report_findings: ReportFindings) -> Iterator[str]:
    """Yield the numbers that the search page proposes: a headline as printed, a scaled one in full."""
    headline = report_findings.report.headline
    first = next((f.id for f in report_findings.facts if f.named), "")
    for index, fact in enumerate(report_findings.facts):
        if fact.id in (*headline, first) or (index == 0 and not headline):
            yield fact.display
            yield f"{fact.indicator.name}是多少"
        yield describe_decimal(fact.value)
    yield from (entry.keywords[0].text for entry in report_findings.keywords if entry.keywords)


def list_changes(report: Report) -> list[str]:
    """Return the display changes of the text other than marks, with their counts."""
    omitted = Counter(OMITTED[tag.omitted] for tag in report.tags if tag.omitted)
    ends = sum(1 for offset in report.display.line_ends if report.body[offset] == "\n")
    edges = set(report.display.edges)
    runs = sum(at - 1 not in edges for at in edges)
    counts = [(len(report.display.spaces), "处词内空格不显示"), (runs, "处段首段尾的空格不显示")]
    counts += [(ends, "处段内的换行接起来")]
    counts += [(omitted[name], f"处{name}不显示") for name in OMITTED.values()]
    return [f"{count} {words}" for count, words in counts if count]


def say_changes(report: Report) -> str:
    """Return all display changes of the text and their counts."""
    marks, hidden = sum(count for _, _, count in report.display.marks), len(report.captured.hidden)
    first = [f"{marks} 处半角标点显示为全角"] if marks else []
    last = [f"{hidden} 个看不见的字符略去"] if hidden else []
    return "，".join([*first, *list_changes(report), *last])


def describe_kind(report_findings: ReportFindings, kind: NumeralKind) -> Scope:
    """Return how many numerals of a kind there are, and which."""
    words = Counter(
        report_findings.report.display.of(entry.span)
        for entry in report_findings.census
        if entry.kind is kind
    )
    said = " ".join(word + (f"×{count}" if count > 1 else "") for word, count in words.items())
    return one(kind=KIND_NAMES[kind], kind_count=sum(words.values()), kind_words=said) | {
        "kind_word": tuple(word + (f"×{count}" if count > 1 else "") for word, count in words.items())
    }
