"""Check the unit and measure of tagged numbers against their indicators, and tell a wrong tag from a wrong entry.

An entry that none of its numbers agrees with is wrong itself, and told once, at its own line. A number that
differs from others of its indicator is told at its tag, and two tags that were exchanged as one mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..model.catalogue import Indicator
from ..model.measures import MEASURES, RATE_UNITS, list_fitting
from ..model.numeral import Numeral, NumeralKind
from ..model.project import Project
from ..model.records import dataclass
from ..model.report import Report, Tag
from ..problems import Problem
from .units import NO_UNIT, fold_unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A tagged number and the indicator that its tag names."""

    report: Report
    tag: Tag
    numeral: Numeral
    indicator: Indicator

    @property
    def unit(self) -> str:
        """The number's unit, by which it is compared."""
        return fold_unit(self.numeral.unit)

    @property
    def wanted(self) -> str:
        """The indicator's unit, by which it is compared."""
        return fold_unit(self.indicator.unit)

    def fits(self, measure: str) -> bool:
        """Tell whether the number is of that measure."""
        return MEASURES[measure].fits(self.numeral)

    @property
    def words(self) -> str:
        """The number with the word that qualifies it, as far apart as they stand: 平均…24件."""
        word, before = self.numeral.qualifier_text, self.report.body[: self.numeral.span.start]
        if not word or word in self.numeral.text:
            return self.numeral.text
        if self.report.body.startswith(word, self.numeral.span.end):
            return self.numeral.text + word
        return f"{word}{'' if before.endswith(word) else '…'}{self.numeral.text}"

    @property
    def where(self) -> str:
        """The line of the tag, in words: reports/2023.md 第 12 行."""
        return f"{self.tag.place.file} 第 {self.tag.place.line} 行"


def list_uses(
    report: Report, numerals: Sequence[Numeral], indicators: Mapping[str, Indicator]
) -> tuple[Use, ...]:
    """Return the numbers of a report that are tagged with known indicators, in text order."""
    by_span = {numeral.span: numeral for numeral in numerals if numeral.kind is NumeralKind.FACT}
    return tuple(
        Use(report=report, tag=tag, numeral=by_span[tag.span], indicator=indicators[id])
        for tag in sorted(report.tags, key=lambda tag: tag.span)
        if tag.span in by_span and by_span[tag.span].value is not None
        for id in tag.facts  # noqa: A001
        if id in indicators
    )


def check_uses(project: Project, uses: Sequence[Use]) -> Iterator[Problem]:
    """Yield every disagreement between the tagged numbers of all reports and their indicators."""
    by_indicator: dict[str, list[Use]] = {}
    uses = [use for use in uses if not (use.tag.role == "change" and use.unit in RATE_UNITS)]
    for use in uses:
        by_indicator.setdefault(use.indicator.id, []).append(use)
    strangers = [use for use in uses if use.unit != use.wanted]
    for own in by_indicator.values():
        yield from _check_units(project, own, strangers)
        yield from _check_measures(project, [use for use in own if use.unit == use.wanted])


def _check_units(project: Project, own: list[Use], strangers: Sequence[Use]) -> Iterator[Problem]:
    wrong = [use for use in own if use.unit != use.wanted]
    partners = [_find_partner(use, strangers) for use in wrong]
    units = {use.unit for use in wrong}
    if wrong and len(wrong) == len(own) and len(units) == 1 and units != {""} and not any(partners):
        yield _create_entry_unit_problem(project, wrong[0])
        return
    for use, partner in zip(wrong, partners, strict=True):
        if partner is None:
            yield _create_unit_problem(use, "标记要包住量词；单位真的变了，就用另一个指标。")
        elif use.tag.span < partner.tag.span:
            hint = f"与 {partner.where}的 {partner.indicator.id} 标反了：把两处的标识对调。"
            yield replace(_create_unit_problem(use, hint), about=(use.indicator.id, partner.indicator.id))


def _find_partner(use: Use, strangers: Sequence[Use]) -> Use | None:
    """Return the tag of the same report that was exchanged with this one."""
    return next(
        (
            other
            for other in strangers
            if other.report is use.report
            and other.indicator is not use.indicator
            and (other.unit, other.wanted) == (use.wanted, use.unit)
        ),
        None,
    )


def _create_entry_unit_problem(project: Project, use: Use) -> Problem:
    id, unit = use.indicator.id, use.numeral.unit  # noqa: A001
    return Problem(
        code="E404",
        place=project.place("indicators.yaml", "indicators", id, "unit"),
        found=f"{id} 的单位写的是「{use.indicator.unit}」，报告里写的是「{use.words}」（{use.where}）",
        expected=f"单位「{unit}」",
        hint=f"单位抄错了，就改成「{unit}」；是标错了指标，就改 {use.where}的标记。",
        about=(id,),
    )


def _create_unit_problem(use: Use, hint: str) -> Problem:
    id, wanted = use.indicator.id, use.indicator.unit  # noqa: A001
    if use.unit == "":
        found = f"「{use.words}」后面没有量词"
        hint = f"原文确实没有量词，它的 unit 就写「{NO_UNIT}」；别处有量词，就另立一个指标。"
    else:
        found = f"「{use.words}」的单位是「{use.numeral.unit}」"
    expected = f"{id} 的单位「{wanted}」" if use.wanted else f"没有量词的数：{id} 的单位写的是「{NO_UNIT}」"
    return Problem(code="E404", place=use.tag.place, found=found, expected=expected, hint=hint, about=(id,))


def _check_measures(project: Project, own: list[Use]) -> Iterator[Problem]:
    wrong = [use for use in own if not use.fits(use.indicator.measure)]
    fitting = list_fitting([use.numeral for use in own])
    if wrong and len(wrong) == len(own) and fitting:
        yield _create_entry_measure_problem(project, wrong[0], fitting)
        return
    right = next((use for use in own if use.fits(use.indicator.measure)), None)
    yield from (_create_measure_problem(use, right) for use in wrong)


def _create_entry_measure_problem(project: Project, use: Use, fitting: list[str]) -> Problem:
    id, measure = use.indicator.id, use.indicator.measure  # noqa: A001
    return Problem(
        code="E405",
        place=project.place("indicators.yaml", "indicators", id, "measure"),
        found=f"{id} 的种类写的是 {measure}，报告里写的是「{use.words}」（{use.where}）",
        expected="；或者 ".join(f"{kind}：{MEASURES[kind].like}" for kind in fitting),
        hint=f"种类写错了，就改成 {' 或 '.join(fitting)}；是标错了指标，就改 {use.where}的标记。",
        about=(id,),
    )


def _create_measure_problem(use: Use, right: Use | None) -> Problem:
    id, measure = use.indicator.id, use.indicator.measure  # noqa: A001
    hint = "换一个指标；没有合适的，另立一个。"
    if right is not None:
        hint = f"{right.where}的「{right.words}」合这个种类，所以不要改它的 measure：这里{hint}"
    return Problem(
        code="E405",
        place=use.tag.place,
        found=f"「{use.words}」",
        expected=f"{id} 的种类 {measure}：{MEASURES[measure].like}",
        hint=hint,
        about=(id,),
    )
