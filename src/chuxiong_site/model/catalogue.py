"""Records of what staff write beside the text: indicators, charts, terms, the head of a report, the site itself.

The records are the shapes of the YAML files: an unknown key or a wrong value is refused by them,
and the editor schemas are made from them. Field descriptions are shown to staff.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, ClassVar, Literal

from .chart_forms import CHART_FORMS
from .measures import MEASURES, list_choices
from .names import is_portable
from .records import dataclass
from .rules import Checked, Letters, Wrong, about

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
NO_MEASURE = "no_measure"
"""Type of the validation error of a word that is no measure's."""
NO_FILE_NAME = "no_file_name"
"""Type of the validation error of an id that some system cannot have a file of."""


def _check_file_name(id: str) -> str:  # noqa: A002  # the contract's word
    if not is_portable(id):
        raise Wrong(NO_FILE_NAME, "no system-wide file name")
    return id


Id = Annotated[str, Letters(pattern=ID_PATTERN, max_length=80), Checked(_check_file_name)]
"""Lower-case words joined by hyphens; ids become anchors and file names, so a name of a Windows device is none."""
PageName = Annotated[
    str,
    Letters(pattern=ID_PATTERN.replace("^", "^(").replace("$", ")?$"), max_length=80),
    Checked(lambda name: _check_file_name(name) if name else name),
]
"""The name of a section's page, formed as an id; empty for a section without one."""
UNNAMED_ID = re.compile("at-[0-9]+")
"""How facts without a name are called, by where they stand."""
FACT_ID_PATTERN = r"^[a-z][a-z0-9-]*(\.[\u3400-\u9fffA-Za-z0-9·]+)*$"
NO_INDICATOR = "no_indicator"
"""Type of the validation error of an id that only facts without a name have."""


def _check_indicator(id: str) -> str:  # noqa: A002  # the contract's word
    if UNNAMED_ID.fullmatch(id):
        raise Wrong(NO_INDICATOR, "an id of a fact without a name")
    return id


IndicatorId = Annotated[Id, Checked(_check_indicator)]
Text = Annotated[str, Letters(min_length=1, max_length=2000, strip_whitespace=True)]
"""Words for readers; one line or a paragraph, never markup."""
DRAFTED = about("起草时由程序拟的条目写 true；有人看过、改好以后，删掉这一行。")
"""Of an entry that no person has looked at."""
DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
OptionalText = Annotated[str, Letters(max_length=2000, strip_whitespace=True)]
ENGLISH = r"^[^\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]*$"
"""No character of Chinese type: what is said in English is read aloud in English."""
OptionalEnglish = Annotated[str, Letters(max_length=2000, strip_whitespace=True, pattern=ENGLISH)]
EnglishText = Annotated[OptionalEnglish, Letters(min_length=1)]


def _check_measure(word: str) -> str:
    if word not in list_choices():
        raise Wrong(NO_MEASURE, "no measure")
    return word


MeasureWord = Annotated[str, Checked(_check_measure, tuple(list_choices()))]
"""A word of the table of measures."""


def _check_form(word: str) -> str:
    if word not in CHART_FORMS:
        raise Wrong("literal_error", "no form", {"expected": ", ".join(CHART_FORMS)})
    return word


FormWord = Annotated[str, Checked(_check_form, tuple(CHART_FORMS))]
"""A word of the table of chart forms."""


class Record:
    """A record of what staff write: one read from a file has known keys only, and values that keep to the rules."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """One thing that reports count, shared by all years."""

    id: IndicatorId
    name: Text = field(metadata=about("名称：数的是什么，写准确；不写数字。"))
    measure: MeasureWord = field(
        metadata=about(
            "种类，一个词：" + "、".join(f"{word}（{MEASURES[word].name}）" for word in list_choices()) + "。"
        )
    )
    unit: Text = field(
        metadata=about(
            "计量单位，与报告写的相同，不含万、亿：件、件（次）、个工作日、元、%；没有量词的数写「无」。"
        )
    )
    scope: Text = field(
        metadata=about("范围：照报告在原句或小标题里写明的词，例如全市、市政府；没有写明就写「报告未明示」。")
    )
    theme: Id = field(metadata=about("主题的标识，列在 themes 里。"))
    definition: OptionalText = field(
        default="",
        metadata=about("定义：只用报告或有名称的法律、文件里的话；没有就留空，网页写「报告未给出定义」。"),
    )
    definition_source: OptionalText = field(default="", metadata=about("定义的出处；有定义时必填。"))
    name_en: OptionalEnglish = field(default="", metadata=about("英文名称，英文版用；不写数字和汉字。"))
    scope_en: OptionalEnglish = field(
        default="", metadata=about("范围的英文说法；不写，英文版就照录 scope。")
    )
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A subject that groups indicators across sections."""

    id: Id
    name: Text = field(metadata=about("主题的名称。"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec(Record):
    """A chart as staff describe it. Numbers come in only through `{indicator-id}` placeholders."""

    id: Id
    form: FormWord = field(
        metadata=about(
            "图形，一个词：" + "；".join(f"{word}，{form.needs}" for word, form in CHART_FORMS.items()) + "。"
        )
    )
    title: Text = field(metadata=about("一句结论；数字写成 {指标标识}。"))
    note: OptionalText = field(
        default="", metadata=about("给读者的提醒，例如「两项范围不同，不能相加」；数字写成 {指标标识}。")
    )
    indicators: tuple[Id, ...] = field(metadata=about("指标标识，按图中顺序。", min_length=1, max_length=12))
    emphasis: Id | None = field(default=None, metadata=about("着重的指标标识。"))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """A term that readers ask about."""

    id: Text
    """The term itself, as the report prints it."""
    definition: OptionalText = field(
        default="", metadata=about("解释：只用报告或有名称的法律、文件里的话；没有就留空。")
    )
    source: OptionalText = field(default="", metadata=about("解释的出处；有解释时必填。"))
    also: tuple[Text, ...] = field(default=(), metadata=about("报告里的其他写法。"))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer(Record):
    """The localities whose mentions readers look for: `places.yaml`. A project may have none."""

    kind: Text = field(metadata=about("这些地方统称什么，例如乡镇、街道、园区；网页上的「提到的……」用它。"))
    names: tuple[Text, ...] = field(metadata=about("地名，一项一个，照报告的写法。", min_length=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialFooter(Record):
    """What an official site has to show at its foot: all of it, or none. Only the site's owner may fill it in."""

    organiser: Text = field(metadata=about("主办单位。"))
    contact: Text = field(metadata=about("联系方式：电话或邮箱。"))
    site_id_code: Annotated[str, Letters(pattern=r"^[0-9]{10}$")] = field(
        metadata=about("十位数字的政府网站标识码。")
    )
    icp: Annotated[str, Letters(pattern=r"^[\u4e00-\u9fff]ICP[备证][0-9]{5,10}号(-[0-9]{1,3})?$")] = field(
        metadata=about("ICP 备案号，例如「京ICP备12345678号」。")
    )
    police_record: Annotated[str, Letters(pattern=r"^[\u4e00-\u9fff]公网安备 ?[0-9]{14}号$")] = field(
        metadata=about("公安备案号，例如「京公网安备 11000002000001号」。")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """A line of the change log: what was corrected on this site, for readers who have seen it before."""

    date: Annotated[str, Letters(pattern=DAY)] = field(metadata=about("哪一天，例如 2024-01-18。"))
    report: OptionalText = field(
        default="", metadata=about("关于哪一年度的报告，写它的文件名；关于整个网站就不写。")
    )
    text: Text = field(metadata=about("改了什么，一两句话；里面不写数字。"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgets(Record):
    """How heavy files may be before staff are reminded, in KB of 1,024 bytes; pages as servers send them (gzip)."""

    reading: int = field(default=30, metadata=about("首页和每一节的网页，连样式一起，压缩后的 KB。", ge=1))
    page: int = field(
        default=60, metadata=about("任何一页，连它载入的文件一起（互动图的程序除外），压缩后的 KB。", ge=1)
    )
    search: int = field(default=12, metadata=about("一份报告的搜索数据，压缩后的 KB。", ge=1))
    offline: int = field(default=400, metadata=about("一份报告的离线版，KB。", ge=1))


COLOUR = r"^#[0-9A-Fa-f]{6}$"
LOGO = r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png|webp)$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance(Record):
    """How a site looks: `theme` in `site.yaml`. What is not said stays as the program has it."""

    accent: Annotated[str, Letters(pattern=COLOUR)] = field(
        default="",
        metadata=about(
            '强调色，# 加六位十六进制数，例如 "#8f2d20"（要加引号）；深色、高对比的由程序推算，看不清的会改到看得清。'
        ),
    )
    logo: Annotated[str, Letters(pattern=LOGO)] = field(
        default="",
        metadata=about("站名前的标志：内容文件夹里的文件名，.svg、.png 或 .webp；不用国徽、机关徽标。"),
    )
    font: Literal["serif", "sans"] = field(
        default="sans", metadata=about("官方文字的字体：serif 宋体一类，sans 黑体一类；不写就是 sans。")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLicence(Record):
    """Under which licence annotations and data may be used."""

    name: Text = field(metadata=about("许可的名称，例如 CC BY 4.0。"))
    url: OptionalText = field(default="", metadata=about("许可全文的网址。"))
    condition: OptionalText = field(
        default="", metadata=about("一句话说明怎样可以使用，例如「注明来源即可使用」，末尾不写句号。")
    )

    @property
    def code(self) -> str:
        """The name as machines write it: CC-BY-4.0."""
        return self.name.replace(" ", "-")

    @property
    def granted(self) -> str:
        """The licence as the object of 以……提供: ` CC BY 4.0 许可`, `某某数据开放许可`."""
        named = self.name if self.name.endswith(("许可", "协议")) else f"{self.name} 许可"
        return f" {named}" if self.name[0].isascii() else named

    @property
    def sentence(self) -> str:
        """The licence in words: `CC BY 4.0，注明来源即可使用`."""
        return "，".join(filter(None, (self.name, self.condition)))


CC_BY = DataLicence(
    name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/", condition="注明来源即可使用"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishEdition(Record):
    """The site's own words in English: with them, and English names of all indicators, a site has English pages."""

    name: EnglishText = field(metadata=about("网站的英文名称。"))
    notice: EnglishText = field(metadata=about("非官方声明的英文，英文版每页都有。"))
    description: EnglishText = field(metadata=about("一两句英文说明网站是什么；不写数字。"))
    how_made: OptionalEnglish = field(default="", metadata=about("how_made 的英文；不写就没有。"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig(Record):
    """`site.yaml`: what is true of the whole site."""

    name: Text = field(metadata=about("网站的名称。"))
    notice: Text = field(metadata=about("非官方声明，每页都有。"))
    description: Text = field(metadata=about("一两句话说明网站是什么；搜索引擎和分享卡片用它。"))
    contact: OptionalText = field(default="", metadata=about("联系邮箱；不填就没有这个链接。"))
    repository: OptionalText = field(default="", metadata=about("仓库网址；不填就没有这个链接。"))
    base_url: OptionalText = field(
        default="", metadata=about("网站地址；不填就没有规范链接、站点地图、转发时的预览图。")
    )
    theme: Appearance = field(default=Appearance(), metadata=about("外观：强调色、标志、字体；都可以不写。"))
    data_licence: DataLicence = field(default=CC_BY, metadata=about("标注与数据的许可；不写就是 CC BY 4.0。"))
    how_made: OptionalText = field(
        default="", metadata=about("标注和说明文字是怎样写成的，一两句话，关于页里有；不写就没有。")
    )
    changes: tuple[Change, ...] = field(
        default=(), metadata=about("更正记录：新的写在前面；关于页列出，有几份报告时，也列在各自的首页上。")
    )
    budgets: Budgets = field(
        default=Budgets(),
        metadata=about("网页多大时提醒；不写就用程序的预定。超过了只是提醒，从不拦住发布。"),
    )
    english: EnglishEdition | None = field(
        default=None,
        metadata=about("英文版：写了它，最近一份报告的指标又都有 name_en，就有英文网页；不写就没有。"),
    )
    official_footer: OfficialFooter | None = field(
        default=None, metadata=about("官方页脚：只有政府网站才填，要填就填全；不填就没有。")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Record):
    """The eight disclosure fields of the official page, as captured; empty ones stay empty."""

    index_number: OptionalText = field(default="", metadata=about("索引号"))
    catalogue: OptionalText = field(default="", metadata=about("公开目录"))
    publisher: OptionalText = field(default="", metadata=about("发布机构"))
    subject_words: OptionalText = field(default="", metadata=about("主题词"))
    published: OptionalText = field(default="", metadata=about("发布日期"))
    document_number: OptionalText = field(default="", metadata=about("文号"))
    title: OptionalText = field(default="", metadata=about("标题"))
    written: OptionalText = field(default="", metadata=about("成文日期"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter(Record):
    """The YAML head of `reports/<id>.md`."""

    disclosure: Disclosure = field(metadata=about("八项公开要素，照原页写；原页留空的也留空。"))
    source_url: OptionalText = field(
        default="", metadata=about("官方原文的网址；没有就留空，网页上就没有相应的链接。")
    )
    source_sha256: Annotated[str, Letters(pattern=r"^[0-9a-f]{64}$")] = field(
        metadata=about("采集的 .txt 的 SHA-256 校验值，六十四位小写十六进制数。")
    )
    body_from_line: int = field(metadata=about("正文（含标题行）从采集页的第几行起。", ge=1))
    normalise: tuple[Literal["punctuation", "spaces", "lines"], ...] = field(
        default=(),
        metadata=about(
            "显示时统一什么：punctuation 半角标点，spaces 多余空格；网址、邮箱、文件名和一行一行的单元格照原样；lines 采集页的一行不是一段，分段照这份文稿；原样另存，可下载。"
        ),
    )
    sections: dict[str, PageName] = field(
        metadata=about('节号 → 网页名；太短、接在前一页后面的一节，写 ""。')
    )
    drafted: tuple[str, ...] = field(
        default=(), metadata=about("起草时暂定网页名的节，写节号；看过、改好一节的网页名，就去掉一个。")
    )
    headline: tuple[Annotated[str, Letters(pattern=FACT_ID_PATTERN)], ...] = field(
        default=(),
        metadata=about("首页的数字，至多五个，写数字的标识；不写，首页就没有主要数字。", max_length=5),
    )
    doors: dict[str, Text] = field(
        default_factory=dict,
        metadata=about(
            "首页的门的名字：部分的序号 → 名字；名字里的 {year} 换成那一部分标题里的年份；不写就用标题。"
        ),
    )
    unanswered: tuple[Id, ...] = field(
        default=(),
        metadata=about(
            "没有找到逐条对应的安排的问题，写问题的标识；不在这里、又没有标出安排的问题会有提醒。"
        ),
    )
    misnumbered: tuple[Text, ...] = field(
        default=(),
        metadata=about(
            "标题序号与前面不连续、而原文确实如此的节：节号按先后数，例如第一部分的第二节写 1.2。"
        ),
    )
    elements: dict[Text, tuple[str, ...]] = field(
        default_factory=dict,
        metadata=about("要素对照：应有的内容 → 写在哪几节（节号）；没有写到的留空列表。"),
    )
    elements_source: OptionalText = field(default="", metadata=about("要素的依据：文件名称。"))
    title_en: OptionalEnglish = field(
        default="", metadata=about("报告标题的英文翻译，英文版注明是本站所译；不写就照录原题。")
    )
    publisher_en: OptionalEnglish = field(default="", metadata=about("发布机构的英文翻译；不写就照录原名。"))
    accepted_failures: dict[Id, Text] = field(
        default_factory=dict, metadata=about("复算不符而原文确实如此的核对：核对标识 → 说明。网页照实列出。")
    )
