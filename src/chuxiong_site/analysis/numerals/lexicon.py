"""Phrases that hold Chinese numeral characters and count nothing.

`LEXICAL` words are no numerals at all, even where a measure word follows. `SET_PHRASES` are names
of policies and mechanisms: recognised, but not quantities. Rows are regular expressions, and each
word begins with a plain character, so that the search is fast.
"""

from __future__ import annotations

# fmt: off
LEXICAL: tuple[tuple[str, str], ...] = (
    ("一 after a determiner points at one thing", "这一 那一 每一 某一 又一 再一 哪一 另一 任何一 任(?<![主责]任)一 同(?<![合共]同)一"),
    ("the one before, the one after", "上(?<![线网路以]上)一(?=[年级届次轮步个代阶期季]) 下(?<![线网路以]下)一(?=[年级届次轮步个代阶期季]) 前(?<![目当]前)一 后一"),
    ("one further on", "新(?<!创新)一(?=[代轮届批年个]) 近一步 进一步"),
    ("one as a whole", "统(?<![系传]统)一 唯一 单(?<![订清名菜]单)一 专一 归一 合一 逐一 之一 其一 不一 如一 划一 一一(?![一二三四五六七八九十百千万])"),
    ("一 in words of manner", "一道 一并 一同 一齐 一律 一次次 一件件 一个个 一项项 一批批 一桩桩 一家家 一条条 一座座 一户户 一步步 一天天 一年年 一点点 一句句 一遍遍 一致 一直 一贯 一向 一再 一味 一经 一旦 一度 一时 一举"),
    ("一起 is together, unless a case follows", "一起(?!案|事|典型|行政|刑事|较大|重大|一般|交通)"),
    ("一 in words of extent", "一批 一大批 一些 一系列 一连串 一方面 一部分 一定 一般 一样 一切 一共 一番 一席之地 一半"),
    ("一 in words of quality", "一流 一(?<!位一)体 一线 一站式 一门式 一揽子 一次性 一元化 一条龙 一条心 一成不变 一把手 一家亲 一家人 一人有限"),
    ("hundred, thousand, myriad in words", "百姓 百货 百花齐放 千方百计 千家万户 千军万马 千头万绪 成百上千 成千上万 万众 万无一失 万一(?![千百十]) 十分(?!之)"),
    ("days of the week and feasts", "星期[一二三四五六日天] 礼拜[一二三四五六日天] 周[一二三四五六](?![次个件天场期]) 五一(?=劳动|假|节|期间) 十一(?=黄金|假|期间)"),
    ("places", "三台县 五台山 五家渠 五家岗 七台河 九台区 三元[区里乳] 三级跳 千户苗寨 三里屯 五里坡 三门峡 六盘水 十八里 二道沟"),
    ("schemes whose 一次 is not a count", "综合查一次 最多跑一次 一次办好 一次办结 一次办成 一次告知 一次受理"),
)

NO_AMOUNTS: tuple[tuple[str, str], ...] = (
    ("names and words that hold place words", "万一 百花 百般 百度 百科 百强 千禧 千山 千里 万里 万象 万物 万能 万达 万科 万宁 万州 万元户 七十七国集团 十足 十佳 十全 十字 十堰 双十一 二十四节气"),
)
"""Words with 十, 百, 千, 万 that are no unread amounts; before a measure word their characters may still count."""

SET_PHRASES: tuple[tuple[str, str], ...] = (
    ("one net, one window", "一张网 一张蓝图 一网通办 一网统管 一网协同 一窗通办 一窗受理 一站通办 一件事一次办 一件事"),
    ("law and administration", "三项制度 两法衔接 双随机[、,]?一公开 一岗双责 谁执法谁普法 一规划两实施规划 一府一委两院 一府两院"),
    ("party building", "三重一大 三会一课 两学一做 八项规定 四套班子 四大班子 两代表一委员 两优一先"),
    ("state and region", "一国两制 一带一路 三位一体 四位一体 五位一体 一老一小 三区三线 三区三州 六稳六保 两个一百年 三次产业 一号文件 九年义务教育"),
    ("one for each: 一村一品", "一[村企户人案乡镇县校事区厂月岗街园]一(?![百千万十次个])[一-鿿] 一[一-鿿]一[品策档码册员长议评单表图账警案网格岗度]"),
)

PRINCIPLES = "意识 自信 维护 确立 全面 务必 坚持 明确 定位 大局 毫不动摇 区分开来 先行区 服从 不准 从严 最严 一(?![百千万])"
"""What 四个意识, 两个维护, 五个一 count by name."""

SERVICE_NUMBERS = (
    "12345 12348 12315 12309 12333 12328 12350 12369 12371 12380 12388 12389 12337 12366 12301 12318 12320 12329 "
    "12355 12338 12351 12358 12365 12385 12393 12110 12123 12306 12339 12340 12367 12368 12377 12381 12386 12390 "
    "12395 12396 96128"
)
"""Hotlines that are known without the word 热线 after them."""
HOTLINES = frozenset(SERVICE_NUMBERS.split())
"""The same, one by one: numbers that a reader may call."""
# fmt: on


def create_word_pattern(table: tuple[tuple[str, str], ...], numerals: str) -> str:
    """Return a regular expression for the words of a table, longest first, none the tail of a numeral or of 第一.

    Words that begin alike stand behind that one character, so that it is guarded once: a guard for each of them
    would take longer to compile than a report to read.
    """
    ends: dict[str, list[str]] = {}
    for word in sorted((word for _, row in table for word in row.split()), key=len, reverse=True):
        ends.setdefault(word[0], []).append(word[1:])
    guard = f"(?<![第{numerals}].)(?<![{numerals}]点.)"
    guarded = (first + guard * (first in numerals) + f"(?:{'|'.join(rest)})" for first, rest in ends.items())
    return f"(?:{'|'.join(guarded)})"
