"""Tell 一 with a measure word as an article, 作为一项长期任务, from 一 that counts one thing.

一 counts where one might as well say two: behind words of making, ending, finding and limiting (建成一个便民窗口,
立案一件, 仅一家), in a list of amounts, and at the end of its clause (立案一件,). It is an article behind words that say
what something is (是, 作为, 成为), and elsewhere before the measure words of ideas and of things in general (一种风格,
一个时期, 一条新路). Times, money, measures, and measure words of cases and persons count, but for the words of being.
"""

from __future__ import annotations

import re

from ...model.place import Span

GENERAL = frozenset(
    [
        "个",
        "项",
        "种",
        "条",
        "支",
        "股",
        "派",
        "面",
        "道",
        "片",
        "部",
        "场",
        "座",
        "位",
        "份",
        "张",
        "套",
        "块",
        "类",
        "本",
        "把",
        "颗",
        "款",
        "层",
        "处",
        "大类",
        "方面",
        "篇",
        "幅",
        "期",
    ]
)
"""Measure words that 一 stands before as an article, too."""
PERSONS_AND_CASES = frozenset(
    ["人", "名", "家", "户", "件", "起", "次", "例", "宗", "支", "辆", "台", "栋", "所"]
)
_BEING = re.compile("(?:是|作为|成为|当作|当成|看作|视为)\\Z")
_BEING_IN_GENERAL = re.compile(
    "(?:列为|作|为|像|如同|形成|呈现|还有|有着|又|的|这样|那样|怎样|什么样|如此)\\Z"
)
_CHANGED_TO = re.compile("(?:增|减|降|压缩|合并|整合|调整|缩短|分别|均|共|改|升)为\\Z")
_COUNTING = re.compile(
    "(?:[建成设办开增获得共各仅只减查缴结收立审破抓侦评召举新引发出印制修废编签完补缺选聘配购捐挂投种植销停关撤取派抽约近超逾至于不约第达有]"
    "|受理|办理|调解|处理|通过|增加|增至|引进|落户|命中|每村|每县|每乡|每人|人均|户均|至少|最多|不少于|不超过|超过|其中|分别|合并|整合|压缩|缩短|减少|下降|提高|相当于)"
    "(?:了|为|到|至|过)?\\Z"
)
_ENDS = re.compile("[,。;、)!?\\n]|\\Z|以[上下内]|和[0-9一二两三四五六七八九十]")
_IDEAS = re.compile(
    "[一-鿿]{0,10}(?:队伍|铁军)|(?:[一-鿿]{0,8}的)?(?:新|大|好|高|重要|重大|重点|长期|系统|艰巨|复杂|崭新|全新|战略|基础|历史|伟大|光荣|严肃|特殊|根本|高素质|过硬|强大|专业化|较|更|很|十分|非常|整体|时期|阶段|"
    "过程|方面|台阶|目标|任务|工程|事业|高峰|高潮|局面|格局|道路|路子|新路|硬仗|战役|革命|风格|境界|力量|生力军|精神|方式|方法|办法|手段|形式|现象|体系|制度|机制|国家(?!级)|世界|社会|时代|原则|问题|挑战|课题|答卷|窗口期|统筹|眼|劲|股劲|声|热潮|典范|标杆|品牌|亮丽|亮点|缩影|侧面)"
)


def is_article(copy: str, start: int, unit: Span) -> bool:
    """Tell whether 一 at `start`, with its measure word, only says that there is such a thing."""
    before, measure = copy[max(0, start - 4) : start], unit.of(copy)
    if measure not in GENERAL:
        return measure in PERSONS_AND_CASES and _BEING.search(before) is not None
    if _BEING.search(before) or (_BEING_IN_GENERAL.search(before) and not _CHANGED_TO.search(before)):
        return True
    if _ENDS.match(copy, unit.end):
        return False
    return _IDEAS.match(copy, unit.end) is not None or _COUNTING.search(before) is None
