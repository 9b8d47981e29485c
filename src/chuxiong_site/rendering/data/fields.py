"""The columns of the data and their meaning. One table for every format, for the workbook's notes and its headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ...model.display_names import CHECK_NAMES, KIND_NAMES, QUALIFIER_CODES, ROLE_NAMES
from ...model.findings import CheckOutcome
from ...model.measures import MEASURES
from ...model.numeral import NumeralKind, Qualifier
from ...model.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DataField:
    """A column: its name in the data files, its heading for readers, what it holds."""

    name: str
    title: str
    about: str
    type: str = "string"
    """A type of Table Schema."""
    required: bool = True
    unique: bool = False
    width: int = 12
    """In the workbook, in characters."""
    list_codes: Callable[[], Iterable[tuple[str, str]]] = tuple
    """Returns (code, what it means) where only these occur."""

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """The codes; empty where anything may occur."""
        return tuple(self.list_codes())

    @property
    def explanation(self) -> str:
        """What it holds, with its codes."""
        codes = "；".join(f"{code} {meaning}" for code, meaning in self.codes)
        return f"{self.about}{codes}。" if codes else self.about


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table of the data: its name in the files, its heading, its columns."""

    name: str
    title: str
    about: str
    fields: tuple[DataField, ...]
    key: tuple[str, ...] = ()
    """The columns that tell its rows apart."""
    refers: tuple[str, str, str] | None = None
    """A column whose cells stand in another table: its name, that table's, that table's column."""


FACTS = DataTable(
    name="facts",
    key=("id",),
    title="全部数字",
    about="报告里标注了的每一个数字，一行一个，依正文次序。",
    fields=(
        DataField(name="id", title="标识", about="数字的标识：指标标识，同一指标有几个的，再加 .before、.after 一类的角色、年份、所指；还没有名称的是 at- 和「起」；也是网页上的锚点。", unique=True, width=34),
        DataField(name="name", title="指标名称", about="数的是什么，由本站拟定；还没有名称的，引用它所在的分句；表里的数引用行头、栏头。", width=36),
        DataField(name="surface", title="原文", about="采集的官方页上的字，含「余」和量词，逐字相同。", width=14),
        DataField(name="display", title="显示", about="网页上显示的字：与原文只差全角、半角标点。", width=14),
        DataField(name="value", title="数值", about="由原文读出的十进制数，「万」「亿」已经换算；只用来计算和排序，引用时请用「显示」。", type="number", width=13),
        DataField(name="unit", title="单位", about="原文的量词，不含「万」「亿」；表里的数照表头、表前写的单位；没有量词的留空。", required=False, width=10),
        DataField(name="measure", title="种类", about="哪一种数：", list_codes=lambda: tuple((word, measure.name) for word, measure in MEASURES.items()), width=18),
        DataField(name="qualifier", title="限定", about="原文怎样限定这个数，没有限定的留空：", required=False, list_codes=lambda: tuple((code.value, QUALIFIER_CODES[code]) for code in Qualifier), width=12),
        DataField(name="scope", title="范围", about="报告在原句或小标题里写明的范围；没有写明的写「报告未明示」。", width=18),
        DataField(name="section", title="节", about="所在的节：0 是序，1 是第一部分的标题和引言，1.2 是第一部分的第二节。", width=6),
        DataField(name="section_label", title="报告里的节", about="报告里写的位置：一（十）是第一部分的第十节。表格软件会把「节」里的 1.10 当成数，显示成 1.1，以这一列为准。", width=12),
        DataField(name="sentence", title="所在句子", about="采集的官方页上的整句，逐字相同。", width=60),
        DataField(name="indicator", title="指标标识", about="指标的标识，各年度相同；还没有名称的留空。", required=False, width=34),
        DataField(name="named", title="已命名", about="这个数字有没有名称：还没有名称的，「指标标识」留空，「指标名称」引用原文。", type="boolean", width=8),
        DataField(name="role", title="角色", about="这个数字在同一指标里的角色，没有的留空：", required=False, list_codes=lambda: tuple(ROLE_NAMES.items()), width=8),
        DataField(name="year", title="年份", about="这个数字说的是哪一年：标记写了年份的，照标记；没有写的，是报告的年度；说不准的（没有写年份的目标、上年的数）留空。", required=False, width=8),
        DataField(name="of", title="所指", about="同一指标分别说到几个地方、单位时，这个数字说的是哪一个。", required=False, width=14),
        DataField(name="start", title="起", about="在 report.txt 里从第几个字符起（从 0 数，按 Unicode 字符）。", type="integer", width=7),
        DataField(name="end", title="止", about="到第几个字符为止（不含）。", type="integer", width=7),
        DataField(name="href", title="网页", about="网页上的位置，从网站的根目录算起。", width=44),
    ),
)  # fmt: skip

CHECKS = DataTable(
    name="checks",
    key=("id",),
    title="核对",
    about="用报告写的数作的核对，一行一项：比率、合计的复算，大小关系的比较；做不了的写明原因。",
    fields=(
        DataField(name="id", title="标识", about="核对的标识。", unique=True, width=34),
        DataField(name="name", title="名称", about="核对的是什么。", width=36),
        DataField(name="inputs", title="用到的数字", about="算式用到的数字的标识，要复算的数在最后。", type="array", width=40),
        DataField(name="formula", title="算式", about="用报告写的数写成；不能复算的留空。", required=False, width=30),
        DataField(name="printed", title="报告写的结果", about="报告写的、要复算的数；核对的是大小关系时留空。", required=False, width=12),
        DataField(name="interval", title="容许的区间", about="报告写的结果经过四舍五入，代表的区间：下限、上限。", type="array", required=False, width=20),
        DataField(name="result", title="结果", about="核对的结果：", list_codes=lambda: tuple((outcome.value, CHECK_NAMES[outcome]) for outcome in CheckOutcome), width=12),
        DataField(name="reason", title="理由", about="为什么是这个结果。", width=60),
    ),
)  # fmt: skip

NUMERALS = DataTable(
    name="numerals",
    key=("start",),
    title="数的归类",
    about="正文里的每一处数属于哪一类，一行一处，依正文次序。",
    fields=(
        DataField(name="start", title="起", about="在 report.txt 里从第几个字符起（从 0 数，按 Unicode 字符）。", type="integer", width=7),
        DataField(name="end", title="止", about="到第几个字符为止（不含）。", type="integer", width=7),
        DataField(name="text", title="原文", about="采集的官方页上的字，逐字相同。", width=24),
        DataField(name="kind", title="类别", about="哪一类：", list_codes=lambda: tuple((kind.value, KIND_NAMES[kind]) for kind in NumeralKind), width=16),
        DataField(name="fact", title="数字标识", about="是数字时，它的标识；一处说明两个指标时用空格隔开。", required=False, width=60),
    ),
)  # fmt: skip

TABLES = (FACTS, CHECKS, NUMERALS)
"""The tables of each report."""


def _take(*names: str) -> tuple[DataField, ...]:
    """Return columns of the facts, in this order."""
    known = {field.name: field for field in FACTS.fields}
    return tuple(known[name] for name in names)


THEME = DataField(name="theme", title="主题", about="指标的主题；没有的留空。", required=False)
ALL_FACTS = DataTable(
    name="facts",
    key=("report", "id"),
    refers=("indicator", "indicators", "id"),
    title="全部年度的数字",
    about="各份报告里标注了的每一个数字，一行一个，新的报告在前；所在句子和原文位置，在那份报告自己的数据文件里。",
    fields=(
        DataField(name="report", title="报告", about="哪一份报告：它的标识，一般是年份。"),
        replace(FACTS.fields[0], unique=False),
        *_take("indicator", "name", "role", "year", "of", "display", "value", "unit", "measure", "qualifier"),
        THEME,
        *_take("scope", "section", "section_label", "named", "href"),
    ),
)  # fmt: skip
INDICATORS = DataTable(
    name="indicators",
    key=("id",),
    title="全部指标",
    about="各年度共用的指标，一行一个：数的是什么。",
    fields=(
        DataField(name="id", title="标识", about="指标的标识，各年度相同；数字的「指标标识」就是它。", unique=True),
        DataField(name="name", title="名称", about="数的是什么，名称由本站起。"),
        *_take("measure"),
        DataField(name="unit", title="单位", about="计量单位，与报告写的量词相同；没有量词的写「无」。"),
        *_take("scope"),
        THEME,
        DataField(name="definition", title="定义", about="报告或法律、文件给出的定义；没有的留空。", required=False),
        DataField(name="definition_source", title="定义的出处", about="定义出自哪里；没有定义的留空。", required=False),
        DataField(name="name_en", title="英文名称", about="由本站翻译；没有的留空。", required=False),
        DataField(name="scope_en", title="英文范围", about="由本站翻译；没有的留空。", required=False),
        DataField(name="drafted", title="待确认", about="名称是不是程序起的、还没有人确认。", type="boolean"),
    ),
)  # fmt: skip
