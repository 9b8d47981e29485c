"""Weighted features of a text for matching: its words and its pairs of characters.

Rare words weigh more than those found everywhere. Words of manner (共, 达, 开展) weigh nothing: they change
from year to year while the thing counted stays the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ..model.words import SentenceWords, SplitWords

Features = Mapping[str, float]

EMPTY = frozenset(
    (
        "共", "累计", "合计", "总计", "达", "达到", "为", "是", "了", "的", "地", "得", "已", "已经", "均", "都", "等", "其中",
        "实现", "开展", "组织", "推进", "全年", "全面", "进行", "有", "现有", "共有", "至", "到", "并", "和", "与", "及", "以及",
        "由", "从", "在", "对", "将", "向", "各类", "各项", "有效", "深入", "扎实", "持续", "不断", "目前", "截至", "年", "年度",
        "目录", "名", "个", "约", "超", "超过", "近", "余", "多", "一", "进一步", "切实", "认真", "积极", "共计", "总共", "先后",
        "全年", "完成", "突破", "控制", "保持", "同比", "年内", "年末", "今年", "力争", "确保", "预计", "争取", "达标", "以上", "以内",
    )
)  # fmt: skip
"""Words of manner and measure."""
SAME: Mapping[str, str] = {
    "人员": "人", "人数": "人", "数量": "数", "总数": "数", "件数": "数", "比率": "率", "比例": "率", "比重": "率", "占比": "率",
    "占": "率", "构建": "建立", "组建": "建立", "成立": "建立", "设立": "建立", "制订": "制定", "出台": "制定", "印发": "制定",
    "公布": "发布", "公开": "发布", "承办": "办理",
}  # fmt: skip
"""Words that reports use for one another."""
GENERAL = frozenset(
    (
        "计划", "投资", "资金", "项目", "工程", "增长", "下降", "办理", "事项", "工作", "情况", "方面", "服务", "监督", "管理",
        "建设", "问题", "水平", "受理", "录入", "运营",
    )
)  # fmt: skip
"""Nouns and verbal nouns that tell no two numbers apart."""
MEASURING = frozenset(
    ("面积", "人数", "户数", "件数", "次数", "数量", "总数", "金额", "总额", "增长率", "增速", "增幅")
)
"""Words of names that a number's unit and the words of its change say too."""
PAIR = 0.5
"""How much a pair of characters weighs against a word."""
NOUN = re.compile("n|vn|j|l")
"""Tags of the words that name things or doings, in jieba's set."""
NAMING = re.compile("n|vn|j|l|i|f|b|a|s|z")
"""The same, with the words that say which of them: 内部, 社会."""
THING = re.compile("n|j")
"""Tags of the words that name things."""
_WHOLE = re.compile("[全我本][省市州县区旗盟国]")
"""Whose number it is says nothing of what is counted; it is compared by itself."""
_WORDS_ONLY = re.compile(r"[^\u3400-\u9fffA-Za-z]+")


class Vocabulary:
    """The words of all texts at hand, and how rare each of them is."""

    def __init__(self, texts: Iterable[str], split: SplitWords) -> None:
        unique = tuple(sorted(set(texts) - {""}))
        rows = split(unique)
        bags = {
            text: _list_features(tuple(word.text for word in row))
            for text, row in zip(unique, rows, strict=True)
        }
        self._telling = {text: _list_telling(row) for text, row in zip(unique, rows, strict=True)} | {"": ()}
        self._nouns = {text: _list_nouns(row) for text, row in zip(unique, rows, strict=True)} | {"": ()}
        self._naming = {text: _list_nouns(row, NAMING) for text, row in zip(unique, rows, strict=True)} | {
            "": ()
        }
        self._things = {text: _list_nouns(row, THING) for text, row in zip(unique, rows, strict=True)} | {
            "": ()
        }
        bags[""] = frozenset()
        spread = Counter(feature for bag in bags.values() for feature in bag)
        rarity = {feature: math.log(1 + len(unique) / count) for feature, count in spread.items()}
        self._weighed: dict[str, Features] = {
            text: {feature: rarity[feature] * (PAIR if feature.startswith("~") else 1.0) for feature in bag}
            for text, bag in bags.items()
        }
        self._words: dict[str, Features] = {
            text: {feature: weight for feature, weight in weighed.items() if feature[0] != "~"}
            for text, weighed in self._weighed.items()
        }

    def weigh(self, text: str) -> Features:
        """Return the features of a text with their weights; a repeated one counts once."""
        return self._weighed[text]

    def list_words(self, text: str) -> Features:
        """Return the words alone, with their weights."""
        return self._words[text]

    def list_last(self, text: str) -> tuple[str, ...]:
        """Return the last content word of a text; in a label it is the thing counted."""
        return self._telling[text][-1:]

    def list_telling(self, text: str) -> tuple[str, ...]:
        """Return all words of a text that tell something, as written."""
        return self._telling[text]

    def list_nouns(self, text: str) -> tuple[str, ...]:
        """Return the words that name things or doings, as written."""
        return self._nouns[text]

    def list_naming(self, text: str) -> tuple[str, ...]:
        """Return the words that name things or doings, or say which of them, as written."""
        return self._naming[text]

    def list_things(self, text: str) -> tuple[str, ...]:
        """Return the words that name things, as written."""
        return self._things[text]


def _list_features(words: tuple[str, ...]) -> frozenset[str]:
    telling = [word for word in words if word not in EMPTY and not _WHOLE.fullmatch(word)]
    known = [SAME.get(word, word) for word in telling]
    plain = [word for word in known if not _WORDS_ONLY.fullmatch(word)]
    runs = _WORDS_ONLY.split("".join(telling))
    pairs = [f"~{run[i : i + 2]}" for run in runs for i in range(len(run) - 1)]
    return frozenset([*plain, *pairs])


def _names(text: str) -> bool:
    known = text in EMPTY or text in SAME or text in GENERAL or _WHOLE.fullmatch(text)
    return len(text) > 1 and not known


def _list_telling(row: SentenceWords) -> tuple[str, ...]:
    return tuple(word.text for word in row if _names(word.text) and not _WORDS_ONLY.fullmatch(word.text))


def _list_nouns(row: SentenceWords, tags: re.Pattern[str] = NOUN) -> tuple[str, ...]:
    return tuple(word.text for word in row if tags.match(word.tag) and _names(word.text))


def scale(features: Features, factor: float) -> Features:
    """Return the same features, each with a part of its weight."""
    return {feature: weight * factor for feature, weight in features.items()}


def merge(*features: Features) -> dict[str, float]:
    """Return all features, each with its greatest weight."""
    merged: dict[str, float] = {}
    for one in features:
        for feature, weight in one.items():
            merged[feature] = max(weight, merged.get(feature, 0.0))
    return merged


def compute_cosine(ours: Features, theirs: Features) -> float:
    """Return how alike two weighted texts are, 0 to 1."""
    dot = math.fsum(weight * theirs[feature] for feature, weight in ours.items() if feature in theirs)
    if not dot:
        return 0.0
    return dot / math.sqrt(
        math.fsum(w * w for w in ours.values()) * math.fsum(w * w for w in theirs.values())
    )


def compute_share_known(ours: Features, theirs: Features) -> float:
    """Return which share of our weight they know too; 1 for an empty text."""
    total = math.fsum(ours.values())
    return (
        math.fsum(weight for feature, weight in ours.items() if feature in theirs) / total if total else 1.0
    )
