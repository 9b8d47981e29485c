"""Make the pages of the staff handbook that come from the program: every code, and every key of every file."""

from __future__ import annotations

from collections.abc import Iterable

from chuxiong_site.model import catalogue, check_specs
from chuxiong_site.problems import CODES, explain, is_warning
from schemas import list_keys

GROUPS = (
    ("E1", "文件"),
    ("E2", "YAML 的写法"),
    ("E3", "正文、标记、公开要素"),
    ("E4", "数字"),
    ("E5", "目录文件里的引用"),
    ("E6", "生成的网站"),
    ("W", "提醒（只有加了 --strict 才会拦住发布）"),
)
FILES: tuple[tuple[str, str, tuple[tuple[str, type[catalogue.Record]], ...]], ...] = (
    (
        "site.yaml",
        "整个网站的设置。",
        (
            ("", catalogue.SiteConfig),
            ("changes 下面，每条", catalogue.Change),
            ("data_licence 下面", catalogue.DataLicence),
            ("english 下面", catalogue.EnglishEdition),
            ("official_footer 下面", catalogue.OfficialFooter),
        ),
    ),
    (
        "indicators.yaml",
        "指标的目录，各年共用。最外层两项：`themes` 下面写「标识: 名称」，`indicators` 下面写「标识:」再缩进写：",
        (("", catalogue.Indicator),),
    ),
    ("charts.yaml", "图。最外层是 `charts`，下面写「标识:」再缩进写：", (("", catalogue.ChartSpec),)),
    (
        "checks.yaml",
        "核对。最外层是 `checks`，下面写「标识:」再缩进写；先写 `kind`，其余的键随它而定：",
        (
            ("kind: ratio", check_specs.RatioCheck),
            ("kind: part_of_whole", check_specs.PartCheck),
            ("kind: sum", check_specs.SumCheck),
            ("kind: reduction", check_specs.ReductionCheck),
            ("kind: growth", check_specs.GrowthCheck),
            ("kind: difference", check_specs.DifferenceCheck),
            ("kind: per_unit", check_specs.PerUnitCheck),
            ("kind: share", check_specs.ShareCheck),
            ("kind: unverifiable", check_specs.UnverifiableCheck),
        ),
    ),
    ("terms.yaml", "词语。最外层是 `terms`，下面写「报告里的词:」再缩进写：", (("", catalogue.Term),)),
    ("places.yaml", "地名表，可以没有这个文件。", (("", catalogue.Gazetteer),)),
    (
        "reports/年份.md 开头的说明",
        "两行 `---` 之间的部分。",
        (("", catalogue.FrontMatter), ("disclosure 下面", catalogue.Disclosure)),
    ),
)


def render_errors_page() -> str:
    """Return the page of all codes."""
    lines = [
        "# 错误代码",
        "",
        "程序报的每个错误都有一个代码。`E` 开头的会拦住发布，`W` 开头的只是提醒。",
        "在终端里也能查：`python build.py explain E310`。",
    ]
    for prefix, name in GROUPS:
        lines += ["", f"## {name}"]
        for code in CODES:
            if code.startswith(prefix):
                lines += ["", *_describe_code(code)]
    return "\n".join(lines) + "\n"


def _describe_code(code: str) -> Iterable[str]:
    found = explain(code)
    assert found is not None
    kind = "提醒" if is_warning(code) else "错误"
    yield f"### {code} {found.title}"
    yield ""
    yield f"- 为什么报{kind}：{found.why}"
    yield f"- 怎么改：{found.fix}"


def render_keys_page() -> str:
    """Return the page on every key of every file."""
    lines = [
        "# 每个文件里可以写什么",
        "",
        "必填的键少了一个、写了不认识的键，程序都会指出是哪一行。",
        "编辑器装了 YAML 插件（例如 VS Code 的 YAML 扩展）时，会照 `docs/schemas/` 里的说明自动补全和提示。",
        "值一律当文字读：`no`、`12:30`、`1.10`、`2024-01-18` 不会变成别的东西。标识只能用小写英文、数字和连字符。",
    ]
    for file, about, records in FILES:
        lines += ["", f"## {file}", "", about]
        for name, kind in records:
            lines += [
                "",
                *([f"### {name}", ""] if name else []),
                "| 键 | 必填 | 写什么 |",
                "| --- | --- | --- |",
            ]
            lines += [
                f"| `{key}` | {'是' if needed else ''} | {words} |" for key, words, needed in list_keys(kind)
            ]
    return "\n".join(lines) + "\n"
