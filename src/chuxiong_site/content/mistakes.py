"""What the validation library found wrong → a problem in words for staff, at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ..model import catalogue, check_specs
from ..model.measures import MEASURES, find_new_word, list_choices
from ..model.place import Place
from ..model.project import KeyPath
from ..model.records import dataclass
from ..model.rules import list_descriptions
from ..problems import Problem, describe_nearest

LONGEST = 60
"""How much of a wrong value is quoted."""

KINDS_OF_CHECK: Mapping[str, type[catalogue.Record]] = {
    "ratio": check_specs.RatioCheck,
    "part_of_whole": check_specs.PartCheck,
    "sum": check_specs.SumCheck,
    "reduction": check_specs.ReductionCheck,
    "growth": check_specs.GrowthCheck,
    "difference": check_specs.DifferenceCheck,
    "per_unit": check_specs.PerUnitCheck,
    "share": check_specs.ShareCheck,
    "unverifiable": check_specs.UnverifiableCheck,
}
"""The library names the member of a union in its locations; in the file there is no such level."""

APPEARANCE: Mapping[str, str] = {
    "accent": '# 加六位十六进制数，两头加引号，例如 "#8f2d20"',
    "logo": "内容文件夹里的文件名，例如 logo.svg；只用英文、数字和连字符，后缀是 .svg、.png 或 .webp",
}
"""Keys of the theme, and what each has to look like."""

NUMBERS: Mapping[str, str] = {
    "site_id_code": "十位数字，例如 1100000001",
    "icp": "备案号全文，例如「京ICP备12345678号」",
    "police_record": "备案号全文，例如「京公网安备 11000002000001号」",
}
"""Numbers that an office gives out, and how each is written."""
OF_FACT = re.compile(r"([a-z][a-z0-9-]*)\.(?:before|after|target|previous|change|[0-9]{4}|[\u3400-\u9fff])")
"""An indicator's id with what a tag says beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What the validation library found, with where that stands."""

    type: str
    input: Any
    context: Mapping[str, Any]
    path: KeyPath
    kind: object
    places: Mapping[KeyPath, Place]

    @property
    def name(self) -> str:
        """The key concerned."""
        if not self.path:
            return "整个文件"
        last = self.path[-1]
        return f"第 {last + 1} 项" if isinstance(last, int) else last

    def value_place(self, path: KeyPath | None = None) -> Place:
        """Return the place of the value, or of the key of its nearest parent, or of the file's first line."""
        path = self.path if path is None else path
        if path in self.places:
            return self.places[path]
        while path and (*path, "#key") not in self.places:
            path = path[:-1]
        first = next(iter(self.places.values()), Place(file=""))
        return self.places[(*path, "#key")] if path else replace(first, column=0)

    def key_place(self, path: KeyPath | None = None) -> Place:
        """Return the place of the key."""
        path = self.path if path is None else path
        return self.places.get((*path, "#key")) or self.value_place(path)


def create_mistake_problem(mistake: Mistake) -> Problem:
    """Return the problem that a mistake is."""
    return _WORDING.get(mistake.type, _create_shape_problem)(mistake)


def list_known_keys(kind: object) -> list[str]:
    """Return the keys that staff may write in an entry of that kind."""
    fields = list(list_descriptions(kind)) if isinstance(kind, type) else []
    told_apart = kind is not catalogue.Gazetteer  # of a check the kind comes first, and is known
    return [field for field in fields if field != "id" and not (told_apart and field == "kind")]


def create_missing_keys_problem(mistakes: list[Mistake]) -> Problem:
    """Return the one problem that an entry lacks keys."""
    names = [mistake.name for mistake in mistakes]
    return Problem(
        code="E211",
        place=mistakes[0].key_place(mistakes[0].path[:-1]),
        found=f"没有{''.join(f'「{name}」' for name in names)}{'这一项' if len(names) == 1 else '这几项'}",
        expected=f"写上{''.join(f'「{name}: …」' for name in names)}",
    )


def _create_no_kind_problem(mistake: Mistake) -> Problem:
    return Problem(
        code="E211",
        place=mistake.key_place(),
        found="没有「kind」",
        expected=f"写上「kind: …」，{'、'.join(KINDS_OF_CHECK)} 之一",
    )


def create_unknown_key_problem(mistake: Mistake) -> Problem:
    """Name the keys that may stand where an unknown one stands."""
    known = list_known_keys(mistake.kind)
    return Problem(
        code="E212",
        place=mistake.key_place(),
        found=f"不认识的键「{mistake.name}」",
        expected=f"这里可以写的键：{'、'.join(known)}",
        hint=describe_nearest(mistake.name, known) or "删掉它，或者改成可以写的键。",
    )


def _create_pattern_problem(mistake: Mistake) -> Problem:
    if expected_number := NUMBERS.get(mistake.name):
        found = f"「{_cut(mistake.input)}」"
        return Problem(code="E217", place=mistake.value_place(), found=found, expected=expected_number)
    if mistake.context["pattern"] == catalogue.DAY:
        found = f"「{_cut(mistake.input)}」"
        return Problem(
            code="E219", place=mistake.value_place(), found=found, expected="年-月-日，例如 2024-01-18"
        )
    if mistake.context["pattern"] == catalogue.ENGLISH:
        return Problem(
            code="E220",
            place=mistake.value_place(),
            found=f"「{_cut(mistake.input)}」",
            expected="英文：没有汉字，没有全角标点",
        )
    if mistake.name in APPEARANCE:
        found, form = f"「{_cut(mistake.input)}」", APPEARANCE[mistake.name]
        hint = "照「应为」写；用不着就删掉这一行。"
        place = mistake.value_place()
        return Problem(code="E213", place=place, found=found, expected=form, hint=hint)
    digest = "0-9a-f" in mistake.context["pattern"]
    expected = (
        "六十四位十六进制数（小写）" if digest else "小写英文字母、数字和连字符，以字母开头，例如 online-rate"
    )
    found = f"「{mistake.input}」，{len(mistake.input)} 个字符" if digest else f"「{_cut(mistake.input)}」"
    near = re.sub(r"[^a-z0-9]+", "-", str(mistake.input).lower()).strip("-")
    if not mistake.input:
        place, found = mistake.key_place(), f"「{mistake.name}」是空的"
        return Problem(code="E215", place=place, found=found, expected="写上内容")
    is_word = near[:1].isalpha() and not digest
    hint = _advise_list(mistake.input) or _advise_fact(mistake.input) or (f"例如 {near}。" if is_word else "")
    about = (near,) * is_word
    place = mistake.value_place()
    return Problem(code="E213", place=place, found=found, expected=expected, hint=hint, about=about)


def _advise_fact(written: object) -> str:
    """Return what to write instead of a fact's id where an indicator's belongs."""
    fact = OF_FACT.match(str(written))
    return f"这里写指标，不带角色、年份、所指：{fact[1]}。" if fact else ""


def _create_file_name_problem(mistake: Mistake) -> Problem:
    return Problem(
        code="E213",
        place=mistake.value_place(),
        found=f"「{mistake.input}」是 Windows 留给设备的名字，不能当文件名",
        expected="另起一个名字",
        hint=f"例如 {mistake.input}-item。",
    )


def _create_unnamed_id_problem(mistake: Mistake) -> Problem:
    return Problem(
        code="E213",
        place=mistake.value_place(),
        found=f"「{mistake.input}」是还没有命名的数字的标识",
        expected="另起一个名字，不要写成 at- 加数字",
        hint=f"例如 {mistake.input}-item。",
    )


def _create_choice_problem(mistake: Mistake) -> Problem:
    raw = str(mistake.context.get("expected") or mistake.context.get("expected_tags") or "")
    allowed = [word.strip(" '") for word in raw.replace(" or ", ", ").split(",")]
    of_kind = isinstance(mistake.input, dict)
    given = str(mistake.input.get("kind", "") if of_kind else mistake.input)
    return Problem(
        code="E214",
        place=mistake.value_place((*mistake.path, "kind") if of_kind else None),
        found=f"「{_cut(given)}」",
        expected=f"{'、'.join(allowed)} 之一",
        hint=_advise_list(given) or describe_nearest(given, allowed),
    )


def _create_measure_problem(mistake: Mistake) -> Problem:
    given = str(mistake.input)
    new = find_new_word(given)
    return Problem(
        code="E214",
        place=mistake.value_place(),
        found=f"「{_cut(given)}」",
        expected=f"{'、'.join(f'{word}（{MEASURES[word].name}）' for word in list_choices())} 之一",
        hint=f"「{given}」是旧的写法，现在写{new}。" if new else describe_nearest(given, list_choices()),
    )


def _advise_list(text: str) -> str:
    """Return what is wrong with a list that was written with the marks of Chinese text."""
    if any(mark in text for mark in "，、"):
        return "列表里的逗号用半角的，后面空一格：「[甲, 乙]」。"
    return "列表的方括号用半角的：「[甲, 乙]」。" if text[:1] in {"【", "［", "〔"} else ""


def _create_length_problem(mistake: Mistake) -> Problem:
    context = mistake.context
    expected = {
        "string_too_short": "写上内容",
        "string_too_long": f"不超过 {context.get('max_length')} 个字",
        "too_short": f"至少 {context.get('min_length')} 项",
        "too_long": f"最多 {context.get('max_length')} 项",
    }[mistake.type]
    size = len(mistake.input)
    found = "是空的" if size == 0 else f"有 {size} {'个字' if isinstance(mistake.input, str) else '项'}"
    text = isinstance(mistake.input, str)
    place = mistake.value_place() if text else mistake.key_place()
    if size == 0 and place.excerpt[max(0, place.column - 1) :].lstrip().startswith("#"):
        return Problem(
            code="E215",
            place=place,
            found=f"「{mistake.name}」是空的：# 后面的字是注释",
            expected=expected,
            hint='值以 # 开头时，给整个值加英文双引号："…"。',
        )
    return Problem(code="E215", place=place, found=f"「{mistake.name}」{found}", expected=expected)


def _create_shape_problem(mistake: Mistake) -> Problem:
    value = mistake.input
    if isinstance(value, str):
        found = f"「{_cut(value)}」" if value else "空的"
    else:
        found = "几个「键: 值」" if isinstance(value, dict) else "一个列表"
    return Problem(
        code="E216",
        place=mistake.value_place(),
        found=f"「{mistake.name}」写的是{found}",
        expected=_SHAPES.get(mistake.type, "另一种写法"),
        hint=_advise_list(value) if isinstance(value, str) and mistake.type == "tuple_type" else "",
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


_SHAPES = {
    "dataclass_type": "几个「键: 值」",
    "dict_type": "几个「键: 值」",
    "string_type": "一段文字",
    "tuple_type": "一个列表，每项以「- 」开头",
    "int_parsing": "一个整数",
    "int_type": "一个整数",
    "greater_than_equal": "一个正整数",
    "bool_parsing": "true；看过、改好以后，删掉这一行",
    "bool_type": "true；看过、改好以后，删掉这一行",
}

_WORDING: dict[str, Callable[[Mistake], Problem]] = {
    "missing": lambda mistake: create_missing_keys_problem([mistake]),
    "union_tag_not_found": _create_no_kind_problem,
    "extra_forbidden": create_unknown_key_problem,
    "string_pattern_mismatch": _create_pattern_problem,
    catalogue.NO_FILE_NAME: _create_file_name_problem,
    catalogue.NO_INDICATOR: _create_unnamed_id_problem,
    catalogue.NO_MEASURE: _create_measure_problem,
    "enum": _create_choice_problem,
    "literal_error": _create_choice_problem,
    "union_tag_invalid": _create_choice_problem,
    "string_too_short": _create_length_problem,
    "string_too_long": _create_length_problem,
    "too_short": _create_length_problem,
    "too_long": _create_length_problem,
}
