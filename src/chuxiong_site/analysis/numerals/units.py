"""Which words may stand after a number as its unit? One table; a guard says what must not follow.

`COMMON` units count after digits and after Chinese numerals; `DIGITS_ONLY` ones would turn ordinary
words (三村, 一头, 十分) into quantities, so they count after digits alone.
"""

from __future__ import annotations

import re
from functools import cache

from ...model.place import Span

LATIN_UNITS = (
    "(?:km²|km2|km|kWh|kW|MW|GW|kg|mg|cm|mm|m²|m³|m2|m3|ml|dB|GB|TB|MB|Mbps|Gbps|t|m|g|L)(?![A-Za-z0-9])"
)

# fmt: off
COMMON: tuple[tuple[str, str], ...] = (
    ("rates", "个百分点 百分点 个基点 倍 成(?=以上|以下|左右|多|的|[^一-鿿]|$)"),
    ("people", "人次 人份 人(?![民才口格]|大常|大代) 名(?![称单录义誉优牌额副]) 位(?![于置数]) 岁"),
    ("households", "户次 户(?![籍型])"),
    ("cases", "件次 件(?!数) 案次 起(?![步草点]) 宗 例(?!如) 笔 批次 批(?![准复评示阅])"),
    ("items", "事项 项目(?![标录的前]) 项 条(?![件例款块]) 款(?!项) 种(?![植子业质苗]) 类(?!似) 大类 小类 大项 小项 个"),
    ("departments", "部门 部委 部(?![分门委队署级属长曲]) 方面(?=的?[^一-鿿]) 所(?![有属以在需得谓辖涉致]) 家次 家(?!庭)"),
    ("writings", "篇 卷(?!宗) 份(?![额量子]) 册 本(?![地级州市省年月人报身质]) 期(?![间限末初货待望刊]) 张(?![贴开力])"),
    ("events", "场次 场(?![所馆景]) 班次 车次 架次 台次 轮次 轮(?![流换岗]) 次"),
    ("things", "支(?![持付出撑]) 座(?![谈位椅]) 栋 幢 处(?![理置罚于分长室级]) 辆 台(?![账风州湾阶]) 套(?![路餐]) 艘 架 枚 幅 间"),
    ("working time", "个工作日 个自然日 个日历天 工作日 自然日 学时 课时"),
    ("hours and months", "个小时 小时 个[多余]小时 个[多余]月 个月 个季度 个年度 分钟 秒钟 秒"),
    ("days and years", "天(?![然气津空性堂]) 日(?![常益程]) 周年 周(?![一二三四五六日期边围]) 年(?![级代龄])"),
    ("money", "元(?![旦素件宵谋]) 美元 欧元 港元 日元 块钱"),
    ("length and area", "平方公里 平方千米 平方米 公里 千米 厘米 毫米 海里 公顷 亩次 亩 米(?![线饭面])"),
    ("mass and volume", "立方米 公斤 千克 毫克 微克 吨标准煤 吨公里 吨"),
    ("energy", "千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 千伏安 千伏"),
)
DIGITS_ONLY: tuple[tuple[str, str], ...] = (
    ("signs", "% ‰ ‱ ℃ ㎡ ㎥ °C 摄氏度"),
    ("Latin units", LATIN_UNITS),
    ("places", "县(?:市区?|区)?(?:\\([市区、]+\\))?(?![委级城]) 州市 州(?!委) 市(?![场委]) 地市 省区市 省(?![委级]) 乡镇 乡\\(镇\\) 乡 镇 村(?![民委]) 社区 街道 网格"),
    ("animals and plants", "头 只(?![有是能需]) 羽 匹 尾 株 棵 棚"),
    ("pieces", "口(?!径) 根(?!据) 块 片(?!区) 盏 节 幕 颗 粒 瓶 箱 袋 包(?![括含]) 桶 床 扇 门(?!户) 层 列(?![入为席出])"),
    ("groups", "队 班 组(?![织建长成]) 对(?![于接口外比]) 双 副 代(?!表) 级 届 桌 席 步 拨 声 句 字(?!号) 页 票 单(?![位个独]) 剂次 剂 针 餐"),
    ("measures", "度(?!假) 斤 克 毫升 升(?![级至到学]) 微米 纳米 赫兹 兆赫 伏 瓦 分贝 华里 里(?![面程]) 折 角 分(?=[^一-鿿]|的|以|$)"),
    ("quarters, months, points", "季度 月 点(?=[^一-鿿]|$)"),
)
# fmt: on

_SECOND_MEASURE = r"\((?:人?次|起|件|篇|份|册|期|条|项|户|家|个|处|人|名|套|台|辆|头|只|场|本|批|单位)\)"
"""件(次), 人(次), 件(起): two measure words for one count."""
_PER = (
    "/(?:人次|人|户|家|个|件|次|年|月|日|天|小时|秒|吨|亩|公顷|平方公里|平方米|立方米|公里|千瓦时|升|kg|km|t)"
)
WITHIN_UNIT = re.compile("[多余]")
"""两个多月: the unit is 个月."""


def find_unit(copy: str, start: int, *, chinese: bool = False) -> Span | None:
    """Return where the measure word stands that follows a number ending at `start`, if one does."""
    match = _compile_units(chinese).match(copy, start)
    return Span(start=match.start(1), end=match.end(1)) if match else None


@cache
def _compile_units(chinese: bool) -> re.Pattern[str]:
    rows = COMMON if chinese else COMMON + DIGITS_ONLY
    words = sorted((word for _, row in rows for word in row.split()), key=_measure_word, reverse=True)
    return re.compile(f"[ \u3000\xa0]?((?:{'|'.join(words)})(?:{_SECOND_MEASURE}|{_PER})?)")


def _measure_word(pattern: str) -> int:
    """Length of what the pattern can match, its guard left out."""
    return len(pattern.partition("(?!")[0].partition("(?=")[0])
