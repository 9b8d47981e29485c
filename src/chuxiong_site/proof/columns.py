"""The columns that the tables of the data have to have: what every file that describes them is held against."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from ..model.display_names import QUALIFIER_CODES, ROLE_NAMES
from ..model.findings import CheckOutcome
from ..model.measures import MEASURES
from ..model.numeral import NumeralKind
from .data import SHEETS

MEDIA: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xsd": "application/xml",
}
"""Ending of a file → its media type."""
OFFICIAL: Final = "官方文件，依《中华人民共和国著作权法》第五条不受该法保护"
SITE_TITLES: Final = {"facts": "全部年度的数字", "indicators": "全部指标"}
"""Table of all reports → its heading."""
FACTS: Final = {name: title for title, name in SHEETS["全部数字"][1].items() if not name.endswith("_name")}
SITE_FACTS = (
    "report", "id", "indicator", "name", "role", "year", "of", "display", "value", "unit", "measure", "qualifier", "theme",
    "scope", "section", "section_label", "named", "href",
)  # fmt: skip
TITLES: Final[Mapping[str, Mapping[str, str]]] = {
    "facts": FACTS,
    "checks": {
        "id": "标识", "name": "名称", "inputs": "用到的数字", "formula": "算式", "printed": "报告写的结果",
        "interval": "容许的区间", "result": "结果", "reason": "理由",
    },
    "numerals": {"start": "起", "end": "止", "text": "原文", "kind": "类别", "fact": "数字标识"},
    "all-facts": {name: ({"report": "报告", "theme": "主题"} | FACTS)[name] for name in SITE_FACTS},
    "all-indicators": {
        "id": "标识", "name": "名称", "measure": "种类", "unit": "单位", "scope": "范围", "theme": "主题", "definition": "定义",
        "definition_source": "定义的出处", "name_en": "英文名称", "scope_en": "英文范围", "drafted": "待确认",
    },
}  # fmt: skip
"""Table → the name of each column in the CSV file, in order → its heading."""
IN_JSON = (
    "id", "indicator", "named", "role", "year", "of", "name", "surface", "display", "value", "unit", "measure",
    "qualifier", "scope", "section", "start", "end", "sentence", "href", "section_label",
)  # fmt: skip
"""The order of those of the facts in JSON."""
KEYS: Final[Mapping[str, Sequence[str]]] = {
    "facts": ["id"], "checks": ["id"], "numerals": ["start"], "all-facts": ["report", "id"], "all-indicators": ["id"],
}  # fmt: skip
"""Table → the columns that tell its rows apart."""
TYPES: Final = {
    "value": "number",
    **dict.fromkeys(("start", "end"), "integer"),
    **dict.fromkeys(("named", "drafted"), "boolean"),
    **dict.fromkeys(("inputs", "interval"), "array"),
}
"""Column → its type; all others are strings."""
CODES: Final[Mapping[str, Collection[str]]] = {
    "measure": MEASURES.keys(),
    "qualifier": [code.value for code in QUALIFIER_CODES],
    "role": [*ROLE_NAMES],
    "kind": [kind.value for kind in NumeralKind],
    "result": [outcome.value for outcome in CheckOutcome],
}
"""Column → what may stand in it, where that is known."""
OF_FACTS = frozenset({"unit", "qualifier", "indicator", "role", "year", "of", "theme"})
EMPTY: Final[Mapping[str, frozenset[str]]] = {
    "facts": OF_FACTS,
    "checks": frozenset({"formula", "printed", "interval"}),
    "numerals": frozenset({"fact"}),
    "all-facts": OF_FACTS,
    "all-indicators": frozenset({"theme", "definition", "definition_source", "name_en", "scope_en"}),
}
"""Table → the columns whose cells may be empty."""
