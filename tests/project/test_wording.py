"""Is every word of ours written as the field writes it: full-width marks, the same words, simplified characters?

Read are the words that people meet: the built pages without what is quoted from the report, the strings of the
browser scripts, every message that the wrong projects print, and the handbook.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest

from built import ROOT, BuiltSite

HAN = "\u3007\u3400-\u9fff"
SLIPS = {
    "半角标点": re.compile(rf"[{HAN}][,;!?()]|[,;!?()][{HAN}]|[{HAN}]:(?! )|(?<!键):[{HAN}]"),
    "半角句号或省略号": re.compile(rf"[{HAN}]\.(?![a-z])|\.\.\.|[{HAN}]--"),
    "重复的标点": re.compile("，，|。。|、、|：：|；；|。，|，。"),
    "汉字之间的空格": re.compile(rf"(?<!年度)(?<=[{HAN}]) +[{HAN}]"),
    "直引号": re.compile(rf"[{HAN}]\"|\"[{HAN}]"),
    "别字": re.compile(
        "登陆|帐号|帐户|阀值|既使|按装|粘帖|缺醒|其它|部份|图象|好象|做为|连结|视频道|程式|资料夹|网路"
    ),
}
"""What a line may not have, by name."""
REFUSED = {
    "所印": "报告写的",
    "取走": "下载",
    "点名(?!称)": "提到",
    "明年": "那一年自己的名字",
    "事实": "数字",
    "一个不少": "数了什么，有几个",
    "反复说到": "出现几次",
    "逐一核对": "复算了哪些，哪些不能",
    "（之前）|（之后）": "报告的动词，或者变化前、变化后",
    "未列出|报告没有(?:安排|写到)(?!，也)": "本站未找到",
    "报告[一二三四五六七八九十]+（": "第一部分（",
    "“[^”]*[\u3400-\u9fff][^”]*”": "「」",
}
"""What no word of ours says → what is said instead. Words of the report are its own."""
JS_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
JS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CODE = re.compile(r"(?ms)^```.*?^```|`[^`\n]*`|^---$.*?^---$|\]\([^)]*\)|<[^>]*>")
WORD_LIST = re.compile(rf"[{HAN}]+([ |][{HAN}]+)+ ?")
"""Words for a script to look for, not to show."""
QUOTATION = re.compile("「[^」]*」?")
READ_OUT = ("aria-label", "alt", "title", "placeholder")
QUOTED = {"data-official-text", "data-quote", "data-fact"}
CODE_TAGS = {"script", "style", "code", "pre", "cite"}


def find_slips(text: str) -> list[str]:
    """Return what is wrong in a line, each with the words around it."""
    slips = [
        f"{name}：{text[max(0, match.start() - 8) : match.end() + 8]}"
        for name, slip in SLIPS.items()
        for match in slip.finditer(text)
    ]
    return slips + [
        f"不是规范字：{char}" for char in text if re.match(f"[{HAN}]", char) and not is_simplified(char)
    ]


def is_simplified(char: str) -> bool:
    """Tell whether a Hanzi is one of the 6763 of GB/T 2312, which has no traditional or Japanese forms; or 〇."""
    return char == "〇" or bool(char.encode("gb2312", errors="ignore"))


def read_page(html: str) -> Iterator[str]:
    """Yield the words of ours in a page, piece by piece."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in _list_ours(tree):
        yield from (element.get(name, "") for name in READ_OUT)
        yield element.text or ""
        yield from (child.tail or "" for child in element)


def _list_ours(element: Element) -> Iterator[Element]:
    tag: object = element.tag  # of a comment it is a function
    if not isinstance(tag, str) or tag in CODE_TAGS or not QUOTED.isdisjoint(element.attrib):
        return
    if "citation" in element.get("class", "").split():
        return
    yield element
    for child in element:
        yield from _list_ours(child)


def find_refused(text: str) -> list[str]:
    """Return the refused words in a line, each with what is said instead."""
    return [
        f"「{words[0]}」→{instead}"
        for refused, instead in REFUSED.items()
        for words in re.finditer(refused, text.replace("不等于报告没有安排", ""))
    ]


def read_strings(source: str) -> Iterator[str]:
    """Yield the strings of a Python file with Hanzi, without its docstrings."""
    tree = ast.parse(source)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_no_template_script_or_message_says_a_refused_word() -> None:
    """Templates, browser scripts and the program's own strings keep to the words of the glossary."""
    templates = [(path, path.read_text(encoding="utf-8")) for path in (ROOT / "templates").rglob("*.html")]
    scripts = [
        (path, words)
        for path in (ROOT / "templates").rglob("*.js")
        for words in JS_STRING.findall(JS_COMMENT.sub("", path.read_text(encoding="utf-8")))
        if not WORD_LIST.fullmatch(words)
    ]
    program = [
        (path, words)
        for name in ("rendering", "charts", "cli", "problems", "serving")
        for path in (ROOT / "src" / "chuxiong_site" / name).rglob("*.py")
        for words in read_strings(path.read_text(encoding="utf-8"))
    ]
    slips = [
        f"{path.name} {slip}"
        for path, words in (*templates, *scripts, *program)
        for slip in find_refused(words)
    ]
    assert sorted(set(slips)) == []


def test_pages(built_site: BuiltSite) -> None:
    """Nothing that this site says of the report is misspelt on any page."""
    slips = {
        f"{path} {slip}"
        for path, html in built_site.pages.items()
        for words in read_page(html)
        for slip in find_slips(QUOTATION.sub("「」", words))
    }
    assert sorted(slips) == []


def test_scripts() -> None:
    """Nothing that a script says is misspelt."""
    slips = [
        f"{path.name} {slip}"
        for path in sorted((ROOT / "templates").rglob("*.js"))
        for words in JS_STRING.findall(JS_COMMENT.sub("", path.read_text(encoding="utf-8")))
        for slip in find_slips(words)
        if not WORD_LIST.fullmatch(words)
    ]
    assert slips == []


def test_messages() -> None:
    """Nothing that a message says is misspelt; what it quotes from the files is theirs."""
    slips = [
        f"{path.parent.name} {slip}"
        for path in sorted((ROOT / "tests/invalid").glob("*/problems.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("  | ")
        for slip in find_slips(re.sub(rf"{QUOTATION.pattern}|[\w\"]+=\"?[^\"。]*\"?", "", line))
    ]
    assert slips == []


def test_handbook() -> None:
    """Nothing in the handbook is misspelt; code is code."""
    slips = [
        f"{path.name} {slip}"
        for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
        for slip in find_slips(QUOTATION.sub("「」", CODE.sub("x", path.read_text(encoding="utf-8"))))
    ]
    assert slips == []


@pytest.mark.parametrize(
    "text",
    [
        "核对,相符",
        "全部（76）个(约)",
        "说明:如下",
        "请等待...",
        "好。。",
        "一 二",
        '"词"',
        "其它",
        "數字",
        "検索",
    ],
)
def test_slips_are_found(text: str) -> None:
    """Each kind of slip is one that the linter sees."""
    assert find_slips(text)


@pytest.mark.parametrize(
    "text", ["共 76 个，数值照原文：98.22%。", "「键: 值」", "CC BY 4.0", "二〇二四年", "见 index.html。"]
)
def test_right_words_pass(text: str) -> None:
    """What is written rightly is left alone."""
    assert find_slips(text) == []
