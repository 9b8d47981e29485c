"""What is counted and named of the site, of a report, of one of its sections."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from ...model.catalogue import Measure, SumCheck
from ...model.display_names import CHECK_NAMES, CLAIM_NAMES, KIND_NAMES, MEASURE_NAMES, QUALIFIER_CODES
from ...model.findings import CheckOutcome, Findings, ReportFindings
from ...model.hidden_names import name_hidden
from ...model.numeral import NumeralKind, describe_decimal
from ...model.report import Report, Section
from .charts import list_left_out
from .words import Scope, name_report, one, read_day, read_heading, read_marker

OWNER = re.compile(r"(?:关于)?(.+?)(\d{4})(年度?)")
BRACKETED = re.compile("^[（(][一二三四五六七八九十]+[）)]")
KEYWORDS = 6
"""How many keywords the head of a page names."""


def describe_site(findings: Findings) -> Scope:
    """Return what is true of the whole site."""
    site = findings.project.site
    return one(
        site=site.name,
        notice=site.notice,
        description=site.description,
        contact=site.contact,
        repository=site.repository,
        base_url=site.base_url,
        indicators_total=len(findings.project.indicators),
        reports_total=len(findings.reports),
    ) | {
        "left_out": tuple("、".join(list_left_out(findings, found)) for found in findings.reports),
        "change_text": tuple(change.text for change in site.changes),
        "change_date": tuple(change.date for change in site.changes),
        "years_checked": tuple(f"{found.report.id}年度的核对结果" for found in findings.reports),
        "any_theme": tuple(theme.name for theme in findings.project.themes),
        "any_measure": tuple(MEASURE_NAMES.values()),
        "measure_code_list": (" ".join(measure.value for measure in Measure),),
        "measure_codes": ("；".join(f"{measure.value} {name}" for measure, name in MEASURE_NAMES.items()),),
        "qualifier_codes": ("；".join(f"{code.value} {name}" for code, name in QUALIFIER_CODES.items()),),
        "any_unit": tuple(indicator.unit for indicator in findings.project.indicators.values()),
    }


def find_last_change(findings: Findings, report: str) -> str:
    """Return the day of the last line of the change log about a report; empty when there is none."""
    return max(
        (change.date for change in findings.project.site.changes if change.report == report), default=""
    )


def describe_report(found: ReportFindings) -> Scope:
    """Return what is counted and named of a report."""
    report, fields = found.report, found.report.disclosure
    display = report.display
    marks = "，".join(f"「{raw}」→「{full}」{count} 处" for raw, full, count in display.marks)
    return (
        one(
            report=name_report(report),
            id=report.id,
            title=report.title,
            publisher=fields.publisher,
            published=fields.published,
            day=read_day(fields.published),
            index=fields.index_number,
            document_number=fields.document_number,
            source=report.source_url,
            capture_sha=report.capture_sha256,
            body_sha=hashlib.sha256(report.captured.text.encode()).hexdigest(),
            marks=marks,
            marks_total=sum(count for _, _, count in display.marks) or "",
            spaces=len(display.spaces) or "",
            hidden=len(report.captured.hidden) or "",
            hidden_words="，".join(
                f"{name_hidden(char)}（U+{ord(char):04X}）{count} 处"
                for char, count in report.captured.count_hidden()
            ),
            characters=sum(not char.isspace() for char in report.body),
            citation=say_citation(report),
            bibtex=" ".join(say_bibtex(report).split()),
            **{"notes.title": report.title, "notes.citation": say_citation(report)},
        )
        | _count(found)
        | _list_words(found)
    )


def _count(found: ReportFindings) -> Scope:
    claims, relations = list_claims_tallies(found), list_relation_tallies(found)
    return one(
        facts=len(found.facts),
        tagged=sum(bool(entry.facts) for entry in found.census),
        numerals=len(found.census),
        checks=len(found.checks),
        claims="；".join(map(_say_tally, claims)),
        tallies="；".join(map(_say_tally, [*claims, *relations])),
        problems=len(found.follow_ups),
        checks_total=len(found.checks),
        answered=sum(bool(entry.plans) for entry in found.follow_ups),
        places_total=len(found.places),
        terms_total=len(found.terms),
        keywords_total=sum(len(entry.keywords) for entry in found.keywords),
    ) | {
        "tally_line": tuple(_list_tally_lines([*claims, *relations])),
        "year_role": tuple(
            f"{found.report.id}（{fact.role_name}）" for fact in found.facts if fact.role_name
        ),
        "unverifiable_reason": tuple(
            check.reason for check in found.checks if check.outcome is CheckOutcome.UNVERIFIABLE
        ),
    }


def _list_words(found: ReportFindings) -> Scope:
    """Return what is said in a list whose lines have no anchor of their own."""
    report = found.report
    firsts = [entry.keywords[0].text for entry in found.keywords if entry.keywords]
    return {
        "keyword_line": tuple(
            f"{keyword.text}×{keyword.count}" if keyword.count > 1 else keyword.text
            for entry in found.keywords
            for keyword in entry.keywords
        ),
        "keywords": (join_keywords(firsts),),
        "mark_count": tuple(str(count) for _, _, count in report.display.marks),
        "owner": tuple(_list_owners(report)),
        "door": tuple(_list_doors(found)),
        "example": tuple(_list_examples(found)),
        "any_marker": tuple(read_marker(report, section) for section in report.sections),
    }


def _list_owners(report: Report) -> Iterator[str]:
    """Yield what a report is called by whose it is: 楚雄州2023年度报告, 楚雄州2023年度, 楚雄州2023."""
    match = OWNER.match(report.title)
    if match:
        place, year, unit = match.groups()
        yield from (f"{place}{year}{unit}报告", f"{place}{year}{unit}", f"{place}{year}")
    yield f"{report.disclosure.publisher}{name_report(report)}"


def _list_doors(found: ReportFindings) -> Iterator[str]:
    """Yield what staff call the parts, with the year that a part's heading prints."""
    report = found.report
    for section in report.sections:
        name = report.doors.get(section.number, "")
        for entry in found.census:
            if section.heading and section.heading.contains(entry.span):
                yield name.replace("{year}", report.display.of(entry.span))
        yield name


def _list_examples(found: ReportFindings) -> Iterator[str]:
    """Yield the numbers that the search page proposes: a headline as printed, a scaled one in full."""
    for fact in found.facts:
        if fact.id in found.report.headline:
            yield fact.display
            yield f"{fact.indicator.name}是多少"
        yield describe_decimal(fact.value)


def join_keywords(words: list[str]) -> str:
    """Return keywords as the head of a page lists them: six at most, each once."""
    return ",".join(list(dict.fromkeys(words))[:KEYWORDS])


def say_citation(report: Report) -> str:
    """Return the reference after GB/T 7714; the reader fills in the day of access."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    when = f"({day})" if day else ""
    index = f"索引号：{fields.index_number}. " if fields.index_number else ""
    return f"{fields.publisher}. {report.title}[EB/OL]. {when}[引用日期]. {index}{report.source_url}."


def say_bibtex(report: Report) -> str:
    """Return the entry for reference managers."""
    fields, day = report.disclosure, read_day(report.disclosure.published)
    year, month, date = day.split("-") if day else ("", "", "")
    entries = {
        "author": f"{{{_escape(fields.publisher)}}}" if fields.publisher else "",
        "title": f"{{{_escape(report.title)}}}",
        "year": year,
        "month": month.lstrip("0"),
        "day": date.lstrip("0"),
        "number": _escape(fields.document_number),
        "note": _escape(f"索引号：{fields.index_number}") if fields.index_number else "",
        "url": report.source_url,
        "language": "zh-CN",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in entries.items() if value]
    return "\n".join([f"@online{{report-{report.id},", *lines, "}"])


def _escape(text: str) -> str:
    special = {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}"}
    return "".join(special.get(char, f"\\{char}" if char in "&%$#_{}" else char) for char in text)


CLAIM_ORDER = (
    CLAIM_NAMES[CheckOutcome.HOLDS],
    CLAIM_NAMES[CheckOutcome.FAILS],
    "报告没给分子或分母",
    "报告没给全部分项",
    "报告给的数不能用来复算",
    "没有核对",
)


Tally = tuple[str, str, Counter[str], tuple[str, ...]]
"""What is counted, its measure word, how often each outcome came, the order in which outcomes are said."""


def list_claims_tallies(found: ReportFindings) -> list[Tally]:
    """Return how the printed rates and totals came out."""
    rates = [fact for fact in found.facts if fact.indicator.measure is Measure.RATE]
    totals = [check.claim for check in found.checks if isinstance(check.spec, SumCheck) and check.claim]
    judged = (
        ("比率", Counter(_judge(found, fact.id, CLAIM_ORDER[2]) for fact in rates)),
        ("合计", Counter(_judge(found, fact.id, CLAIM_ORDER[3]) for fact in totals)),
    )
    return [(name, "个", counts, CLAIM_ORDER) for name, counts in judged if counts]


def list_relation_tallies(found: ReportFindings) -> list[Tally]:
    """Return how the relations between numbers came out."""
    counts = Counter(CHECK_NAMES[check.outcome] for check in found.checks if check.claim is None)
    return [("大小关系", "项", counts, tuple(CHECK_NAMES.values()))] if counts else []


def _list_tally_lines(tallies: list[Tally]) -> Iterator[str]:
    for name, unit, counts, order in tallies:
        yield f"{name}（{unit}）：{counts.total()}"
        yield from (f"{name}：{outcome}（{unit}）：{counts[outcome]}" for outcome in order if counts[outcome])


def _judge(found: ReportFindings, id: str, lacking: str) -> str:  # noqa: A002
    checks = [check for check in found.checks if check.claim is not None and check.claim.id == id]
    outcomes = {check.outcome for check in checks}
    if CheckOutcome.FAILS in outcomes:
        return CLAIM_ORDER[1]
    if CheckOutcome.HOLDS in outcomes:
        return CLAIM_ORDER[0]
    if any(check.lacks_input for check in checks):
        return lacking
    return CLAIM_ORDER[4] if checks else CLAIM_ORDER[5]


def _say_tally(tally: Tally) -> str:
    """Return 13 个比率：2 个复算相符，11 个报告没给分子或分母."""
    name, unit, counts, order = tally
    said = [(outcome, counts[outcome]) for outcome in order if counts[outcome]]
    if counts.total() == 1:
        return f"1 {unit}{name}：{said[0][0]}"
    return f"{counts.total()} {unit}{name}：" + "，".join(
        f"{count} {unit}{outcome}" for outcome, count in said
    )


def describe_kind(found: ReportFindings, kind: NumeralKind) -> Scope:
    """Return how many numerals of a kind there are, and which."""
    words = Counter(found.report.display.of(entry.span) for entry in found.census if entry.kind is kind)
    said = " ".join(word + (f"×{count}" if count > 1 else "") for word, count in words.items())
    return one(kind=KIND_NAMES[kind], kind_count=sum(words.values()), kind_words=said) | {
        "kind_word": tuple(word + (f"×{count}" if count > 1 else "") for word, count in words.items())
    }


def describe_section(found: ReportFindings, section: Section) -> Scope:
    """Return what is counted and named of a section; a part's counts are of itself alone."""
    report, own = found.report, section.span
    facts = sum(fact.section == section.number for fact in found.facts)
    rows = {
        (id, tag.role)
        for tag in report.tags
        if own.contains(tag.span)
        for id in tag.facts  # noqa: A001
    }
    tags = Counter(
        kind
        for tag in report.tags
        if own.contains(tag.span)
        for kind in ("problem", "plan", "achievement")
        if getattr(tag, kind)
    )
    return one(
        heading=read_heading(report, section),
        bare_heading=BRACKETED.sub("", read_heading(report, section)),
        marker=read_marker(report, section),
        part_marker=read_marker(report, section).partition("（")[0],
        section_facts=facts,
        section_rows=len(rows),
        section_problems=tags["problem"],
        section_plans=tags["plan"],
        section_sentences=len(section.sentences) - 1,
    ) | _list_section_keywords(found, section)


def _list_section_keywords(found: ReportFindings, section: Section) -> Scope:
    words = [k.text for entry in found.keywords if entry.section == section.number for k in entry.keywords]
    return {"keywords": (join_keywords(words),)} if words else {}
