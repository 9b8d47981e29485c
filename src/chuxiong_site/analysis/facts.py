"""Tags and numerals → facts: value, unit and qualifier are parsed from the tagged words, never typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from ..model.catalogue import Indicator
from ..model.display_names import KIND_NAMES
from ..model.findings import Fact
from ..model.numeral import Numeral, NumeralKind
from ..model.report import Report, Tag
from ..problems import Problem, describe_nearest
from .cell_names import read_head_year
from .roles import ENDS, name_roles
from .unnamed import create_stand_in

REPORT_YEAR = re.compile("(?:19|20)[0-9]{2}")


def compute_facts(
    report: Report,
    numerals: tuple[Numeral, ...],
    indicators: Mapping[str, Indicator],
    registered: Collection[str] = (),
) -> tuple[tuple[Fact, ...], list[Problem]]:
    """Return the facts of a report in text order, and every tag that states none.

    Ids in `registered` that are no indicators have a broken entry, which is a problem of its own.
    """
    by_span = {numeral.span: numeral for numeral in numerals}
    tagged = Counter(tag.span for tag in report.tags if tag.is_fact)
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for tag in sorted(
        (tag for tag in report.tags if tag.is_fact), key=lambda tag: (tag.span.start, -tag.span.end)
    ):
        if tag.is_unnamed and tagged[tag.span] > 1:
            problems.append(_create_twice_problem(report, tag))
            continue
        numeral = by_span.get(tag.span)
        if numeral is None or numeral.kind is not NumeralKind.FACT or numeral.value is None:
            problems.append(_create_not_a_quantity_problem(report, tag, numerals))
            continue
        if tag.is_unnamed:
            stand_in = create_stand_in(report, numeral, numerals)
            problems += _add_fact(_create_fact(report, tag, numeral, stand_in), tag, facts)
        for id in tag.facts:  # noqa: A001  # the contract's word
            indicator = indicators.get(id)
            if indicator is None:
                problems += (
                    []
                    if id in registered
                    else [_create_unknown_problem(id, tag, _list_free(report, indicators))]
                )
                continue
            problems += _add_fact(_create_fact(report, tag, numeral, indicator), tag, facts)
    problems += _check_pairs(facts)
    return name_roles(report, tuple(facts.values())), problems


def _list_free(report: Report, indicators: Mapping[str, Indicator]) -> list[str]:
    """Return the indicators that no tag of the report names: one of them may be meant by a misspelt one."""
    named = {id for tag in report.tags for id in tag.facts}  # noqa: A001
    return [id for id in indicators if id not in named]  # noqa: A001


def _create_unknown_problem(id: str, tag: Tag, free: Collection[str]) -> Problem:  # noqa: A002
    hint = describe_nearest(id, free) or f"检查拼写；是新指标就先在 indicators.yaml 里登记 {id}。"
    return Problem(
        code="E403",
        place=tag.place,
        found=f"指标「{id}」",
        expected="indicators.yaml 里有的指标",
        hint=hint,
        about=(id,),
    )


def _create_twice_problem(report: Report, tag: Tag) -> Problem:
    found = f"「{report.display.of(tag.span)}」标了两次"
    named = next((id for other in report.tags if other.span == tag.span for id in other.facts), "")  # noqa: A001
    hint = f"留下 fact={named}。" if named else "留下一个标记。"
    return _problem("E406", tag, found, "每个数只标一次，有名称就写名称", hint)


def _add_fact(fact: Fact, tag: Tag, facts: dict[str, Fact]) -> list[Problem]:
    """Add a fact, or a repetition to the fact it repeats."""
    first = facts.get(fact.id)
    if first is None:
        facts[fact.id] = fact
        return (
            [
                _problem(
                    "E407",
                    tag,
                    f"{fact.id} 写了 again，前面却没有它",
                    "先有一处不带 again 的",
                    "去掉 again=yes。",
                )
            ]
            if tag.again
            else []
        )
    if not tag.again:
        hint = "同一个数再次出现时加 again=yes；不是同一个数，就用 year=年份、of=地方、as=target 这些分开，或者用另一个指标。"
        expected = f"一份报告里只标一次；前一处是「{first.display}」"
        return [_problem("E406", tag, f"指标「{fact.id}」又标了一次", expected, hint)]
    if (first.value, first.upper, first.unit) != (fact.value, fact.upper, fact.unit):
        return [_problem("E407", tag, f"「{fact.display}」", f"与前一处「{first.display}」相等")]
    facts[fact.id] = replace(first, occurrences=(*first.occurrences, tag.span))
    return []


def _create_fact(report: Report, tag: Tag, numeral: Numeral, indicator: Indicator) -> Fact:
    assert numeral.value is not None
    assert numeral.resolution is not None
    return Fact(
        id=indicator.id + ("" if tag.is_unnamed else tag.part),
        indicator=indicator,
        role=tag.role,
        span=tag.span,
        surface=numeral.text,
        display=report.display.of(tag.span),
        value=numeral.value,
        resolution=numeral.resolution,
        unit=numeral.unit,
        unit_words=numeral.unit_words,
        qualifier=numeral.qualifier,
        qualifier_text="".join(numeral.qualifier_text.split()),  # stray blanks inside it are not shown
        upper=numeral.upper,
        per=numeral.per,
        members=numeral.members,
        included=numeral.included,
        section=report.section_at(tag.span.start).number,
        sentence=report.sentence_at(tag.span.start),
        place=tag.place,
        named=not tag.is_unnamed,
        year=_find_year(report, tag),
        told_year=tag.year,
        of=tag.of,
    )


def _find_year(report: Report, tag: Tag) -> str | None:
    """Return the year that a number speaks of; in a table, that of its heads; of aims and of earlier values only their tags can say it."""
    if tag.year or tag.role in {"target", "previous"}:
        return tag.year
    if (year := read_head_year(report, tag.span)) is not None:
        return year
    return report.id if REPORT_YEAR.fullmatch(report.id) else None


def _check_pairs(facts: Mapping[str, Fact]) -> list[Problem]:
    """Return problems: `before` without `after`, or either beside a plain fact of the same indicator."""
    problems = []
    for fact in facts.values():
        if fact.role not in ENDS or not fact.named:
            continue
        rest = fact.id.removeprefix(f"{fact.indicator.id}.{fact.role}")
        other = f"{fact.indicator.id}.{'after' if fact.role == 'before' else 'before'}{rest}"
        if f"{fact.indicator.id}{rest}" in facts:
            found, hint = "同一指标既有 as 又有不带 as 的数", "两头都写上 as；不是前后两头的，用另一个指标。"
            problems.append(_at(fact, "E408", found, "两头都带 as，或者只有一个不带 as 的数", hint))
        elif other not in facts:
            expected = (
                f"{fact.indicator.id} 的另一头也标出来：as={'after' if fact.role == 'before' else 'before'}"
            )
            problems.append(_at(fact, "E408", f"只有 as={fact.role}", expected))
    return problems


def _create_not_a_quantity_problem(report: Report, tag: Tag, numerals: tuple[Numeral, ...]) -> Problem:
    touching = [numeral for numeral in numerals if numeral.span.overlaps(tag.span)]
    quantity = next((numeral for numeral in touching if numeral.kind is NumeralKind.FACT), None)
    words = tag.span.of(report.body)
    if quantity is not None and quantity.value is None:
        return _problem("E402", tag, f"「{words}」的值算不出来", "有确定值的数")
    if quantity is not None:
        whole = quantity.span.of(report.body)
        hint = f"改成 {_write_tag(whole, tag)}。"
        return _problem("E402", tag, f"标的是「{words}」", f"恰好是数和量词：「{whole}」", hint)
    if touching:
        found = f"「{words}」不是说明数量的数，是{KIND_NAMES[touching[0].kind]}"
        return _problem("E402", tag, found, "数和量词", "去掉这个标记。")
    return _problem("E402", tag, f"「{words}」里没有数", "数和量词", "把方括号移到数上，或者去掉这个标记。")


def _write_tag(words: str, tag: Tag) -> str:
    ids = " ".join(tag.facts)
    attributes = ["fact" if tag.is_unnamed else f"fact={ids}" if len(tag.facts) == 1 else f'fact="{ids}"']
    told = {"as": tag.role, "year": tag.year, "of": tag.of, "again": "yes" if tag.again else None}
    attributes += [f"{key}={value}" for key, value in told.items() if value]
    return f"[{words}]{{{' '.join(attributes)}}}"


def _problem(code: str, tag: Tag, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=tag.place, found=found, expected=expected, hint=hint)


def _at(fact: Fact, code: str, found: str, expected: str, hint: str = "") -> Problem:
    return Problem(code=code, place=fact.place, found=found, expected=expected, hint=hint)
