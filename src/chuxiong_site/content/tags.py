"""The attributes of a bracketed span → a typed tag."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model.catalogue import ID_PATTERN
from ..model.numeral import NumeralKind
from ..model.place import Place, Span
from ..model.report import OMITTED, Tag
from ..problems import Problem, create_problem, describe_nearest
from .read_files import SourceFile
from .spans import AnnotatedLine, RawSpan

ATTRIBUTE = re.compile(
    r'\s*(?P<key>[A-Za-z_][A-Za-z0-9_-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[A-Za-z0-9_:\u3400-\u9fff-]+))(?=\s|$)'
)
UNNAMED = re.compile(r"\s*(?P<key>fact)(?=\s|$)")
"""A fact that nobody has named yet."""
ID = re.compile(ID_PATTERN)
ROLES = ("before", "after", "target", "previous", "change")
YEAR = re.compile("(?:19|20)[0-9]{2}")
OF = re.compile("[\u3400-\u9fffA-Za-z0-9·]{1,20}")
BESIDE = ("as", "year", "of", "again")
"""Attributes that say more of a fact."""

KEYS: dict[str, Callable[[str], str | None]] = {
    "fact": lambda value: (
        None if value.split() and all(map(ID.match, value.split())) else "指标标识，几个之间空一格"
    ),
    "as": lambda value: None if value in ROLES else "、".join(ROLES),
    "year": lambda value: None if YEAR.fullmatch(value) else "四位数的年份，例如 2011",
    "of": lambda value: None if OF.fullmatch(value) else "县市、单位的名称，不超过二十个字，没有空格和标点",
    "again": lambda value: None if value == "yes" else "yes",
    "numeral": lambda value: (
        None
        if value in set(NumeralKind) - {"fact"}
        else "、".join(kind for kind in NumeralKind if kind != "fact")
    ),
    "problem": lambda value: None if ID.match(value) else "小写英文标识",
    "plan": lambda value: None if ID.match(value) else "小写英文标识",
    "achievement": lambda value: None if ID.match(value) else "小写英文标识",
    "heading": lambda value: None if value in {"no", *"123456"} else "标题的层次，1 到 6，或 no（不是标题）",
    "omit": lambda value: None if value in OMITTED else "、".join(OMITTED),
}
"""Attribute → what is wrong with a value (what it should be), or `None` when it is right."""

_SUBJECTS = ("fact", "numeral", "problem", "plan", "achievement", "heading", "omit")


def structure_tag(
    source: SourceFile, line: AnnotatedLine, raw: RawSpan, offset: int
) -> tuple[Tag | None, list[Problem]]:
    """Return the tag with its span counted from `offset`, or `None` and the problems."""
    values, problems = _read_attributes(source, line, raw)
    last = line.columns[raw.end - 1] + 1 if raw.end > raw.start else raw.column + 1
    place = source.place(line.number, raw.column, last - raw.column)
    if raw.start == raw.end:
        problems.append(create_problem("E306", place, "括号里没有字", "括住原文里的字"))
    if not problems and not any(key in values for key in _SUBJECTS):
        problems.append(create_problem("E305", place, "没有说明标的是什么", "、".join(_SUBJECTS) + " 之一"))
    if not problems and "fact" in values and "numeral" in values:
        hint = "是要展示的数量就留 fact，不是数量就留 numeral。"
        problems.append(create_problem("E305", place, "fact 和 numeral 写在一起", "二者只能有一个", hint))
    lone = [key for key in BESIDE if key in values]
    if not problems and "fact" not in values and lone:
        found, expected = f"没有 fact，却写了 {'、'.join(lone)}", f"{'、'.join(BESIDE)} 只与 fact 一起用"
        hint = f"补上 fact=指标标识，或者去掉 {'、'.join(lone)}。"
        problems.append(create_problem("E305", place, found, expected, hint))
    if not problems and values.get("fact") == "" and "again" in values:
        hint = "两处都写上 fact=指标标识；还没有名称，就去掉 again=yes，各标各的。"
        found = "again 和没有名称的 fact 写在一起"
        problems.append(create_problem("E305", place, found, "again 重复的是有名称的数", hint))
    if problems:
        return None, problems
    return _create_tag(values, Span(start=offset + raw.start, end=offset + raw.end), place), []


def _create_tag(values: dict[str, str], span: Span, place: Place) -> Tag:
    return Tag(
        span=span,
        place=place,
        facts=tuple(values.get("fact", "").split()),
        is_unnamed=values.get("fact") == "",
        role=values.get("as"),
        year=values.get("year"),
        of=values.get("of"),
        again="again" in values,
        numeral=NumeralKind(values["numeral"]) if "numeral" in values else None,
        problem=values.get("problem"),
        plan=values.get("plan"),
        achievement=values.get("achievement"),
        depth=int(values["heading"].replace("no", "0")) if "heading" in values else None,
        omitted=values.get("omit"),
    )


def _read_attributes(
    source: SourceFile, line: AnnotatedLine, raw: RawSpan
) -> tuple[dict[str, str], list[Problem]]:
    values: dict[str, str] = {}
    problems: list[Problem] = []
    position = 0
    text = raw.attributes.rstrip()
    while position < len(text):
        match = ATTRIBUTE.match(text, position) or UNNAMED.match(text, position)
        column = raw.attributes_column + position
        if match is None:
            place = source.place(line.number, column, len(text) - position)
            problems.append(
                create_problem(
                    "E303",
                    place,
                    f"「{text[position:].strip()[:40]}」",
                    "键=值；值里有空格或点时加英文双引号",
                )
            )
            break
        key = match["key"]
        value = _read_value(match)
        place = source.place(
            line.number, column + match.start("key") - position, match.end() - match.start("key")
        )
        problems += _check_attribute(key, value, values, place)
        values.setdefault(key, value or "")
        position = match.end()
    return values, problems


def _advise_ids(key: str, value: str) -> str:
    """Return the attribute with the ids that were probably meant: in lower case, without commas."""
    words = [word for word in re.split(r"[\s,，、;；]+", value) if word]
    ids = [re.sub("[^a-z0-9]+", "-", word.lower()).strip("-") for word in words]
    if key == "numeral" or not ids or not all(map(ID.match, ids)):
        return ""
    return f"写成 {key}={ids[0]}。" if len(ids) == 1 else f'写成 {key}="{" ".join(ids)}"。'


def _read_value(match: re.Match[str]) -> str | None:
    """Return an attribute's value; `None` for one without."""
    if match.re is UNNAMED:
        return None
    quoted: str | None = match["quoted"]
    return quoted if quoted is not None else match["bare"]


def _check_attribute(key: str, value: str | None, values: dict[str, str], place: Place) -> list[Problem]:
    if key not in KEYS:
        hint = describe_nearest(key, KEYS)
        return [create_problem("E303", place, f"不认识的属性「{key}」", "、".join(KEYS), hint)]
    if key in values:
        return [
            create_problem(
                "E304",
                place,
                f"又一个「{key}」",
                "每个属性只写一次",
                '留下一个；两个指标写成「fact="甲 乙"」。',
            )
        ]
    expected = KEYS[key](value) if value is not None else None
    if value is not None and expected:
        return [
            create_problem(
                "E303",
                place,
                f"{key}=「{value[:60]}」",
                expected,
                describe_nearest(value, re.split("、| 或 ", expected)) or _advise_ids(key, value),
            )
        ]
    return []
