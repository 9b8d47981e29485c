"""Which numbers may be laid side by side as lengths: those of one kind, as far as the catalogues say so.

One unit is not enough: documents that an office made and documents that it filed for others are both counted in 件,
and nothing follows from the one being more. Counts are of one kind where `checks.yaml` states that they are parts of one
total, or of one another; standards where they set the same unit; rates where they speak of the same scope.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model.catalogue import ChartSpec, Indicator
from ..model.chart_forms import CHART_FORMS, Likeness
from ..model.check_specs import CheckSpec, PartCheck, RatioCheck, ShareCheck, SumCheck
from ..model.measures import STANDARD
from ..model.place import Place
from ..problems import Problem

FIGURES = "改成 form: figures：并列写出各数，不画长短。"
RELATED = (
    f"{FIGURES}真是一件事的几个部分，或者部分与全体，先在 checks.yaml 写明（sum、part_of_whole）；"
    "比的是先后，用 before_after；都是金额，用 amounts；是几个年度的，用 trend。"
)
SCOPED = f"{FIGURES}只有一个比率，用 share。"


def check_comparable(
    chart: ChartSpec, drawn: list[Indicator], checks: Iterable[CheckSpec], place: Place
) -> Iterator[Problem]:
    """Yield a problem of a chart that lays side by side what nothing shows to be of one kind."""
    likeness = CHART_FORMS[chart.form].likeness
    ids = tuple(item.id for item in drawn)
    if likeness is Likeness.SCOPE and len({item.scope for item in drawn}) > 1:
        each = "、".join(f"{item.scope}（{item.id}）" for item in drawn)
        found, expected, hint = f"范围不同：{each}", "范围相同的比率", SCOPED
    elif likeness is Likeness.RELATED and len({item.measure for item in drawn}) > 1:
        each = "、".join(f"{item.measure}（{item.id}）" for item in drawn)
        found, expected, hint = f"种类不同：{each}", "种类相同的数", RELATED
    elif likeness is Likeness.RELATED and (apart := _list_apart(drawn, checks)):
        found = f"checks.yaml 没有写明「{ids[0]}」与「{'」「'.join(apart)}」的关系"
        expected, hint = "有核对写明它们相加得合计，或者是部分与全体", RELATED
    else:
        return
    yield Problem(code="E515", place=place, found=found, expected=expected, hint=hint, about=ids)


def _list_apart(drawn: list[Indicator], checks: Iterable[CheckSpec]) -> list[str]:
    """Return the ids that no check ties to the first; standards need none, each says how many there must be."""
    if all(item.measure == STANDARD for item in drawn):
        return []
    related = list_related(drawn[0].id, checks)
    return [item.id for item in drawn if item.id not in related]


def list_related(id: str, checks: Iterable[CheckSpec]) -> set[str]:  # noqa: A002  # the contract's word
    """Return the ids of an indicator and of all that checks tie to it as parts, whole or total, step by step."""
    groups = [list_parts(check) for check in checks]
    related, size = {id}, 0
    while size < len(related):
        size = len(related)
        related |= {one for group in groups if group & related for one in group}
    return related


def list_parts(check: CheckSpec) -> set[str]:
    """Return the ids of what a check states to be a whole and its parts."""
    match check:
        case RatioCheck() | PartCheck():
            return {check.part, check.whole}
        case SumCheck():
            return {check.total, *check.parts}
        case ShareCheck():
            return {check.part, *check.parts}
        case _:
            return set()
