"""The words that may stand after a number as its unit. One table; a guard says what must not follow.

`COMMON` units count after digits and after Chinese numerals; `DIGITS_ONLY` ones would turn ordinary
words (三村, 一头, 十分) into quantities, so they count after digits, and after Chinese numerals of several characters.
Units of measure are those of GB 3100 and GB 3101 with the old ones of the market; measure words are those that
official texts count with. The longest word wins, so a unit never loses its tail to a shorter one.
"""

from __future__ import annotations

import re
from functools import cache

from ...model.place import Span

_LATIN = (
    "km²|km2|km|kWh|kW|MWh|MW|GWh|GW|TWh|kVA|MVA|kV|kg|mg/L|mg|μg|cm|mm|μm|nm|hm²|hm2|m²|m³/s|m³|m2|m3|ml|mL|dB|GB|TB|MB|PB|EB"
    "|Mbps|Gbps|Tbps|MHz|GHz|Hz|kPa|MPa|hPa|Pa|GJ|MJ|kJ|TEU|ppm|EFLOPS|PFLOPS|ha|t|m|g|L"
)
LATIN_UNITS = rf"(?:{_LATIN})(?![A-Za-z0-9])"

# fmt: off
COMMON: tuple[tuple[str, str], ...] = (
    ("rates", "个位次 位次 个名次 名次 个席位 个百分点 百分点 个千分点 个基点 倍 成(?![功立为果绩效员长熟就本品分份语套都交全因型片批人活婚败见家县武安渝昆]) 番(?![茄薯禺话])"),
    ("people", "人次 人份 人口(?![普抽调数计]) 人件 人(?![民才口格均文]|大常|大代|社[局厅部系]) 名(?![称单录义誉额牌城校企]|优[特新产]|副其) 位(?![于置数]) 周岁 岁"),
    ("households", "户次 户(?![籍型外均])"),
    ("cases", "件次 件套 件(?!数) 案次 例次 起(?![步草点]) 宗(?!旨) 桩 例(?![如会外证]) 笔(?![记试]) 批次 批(?![准复评示阅])"),
    ("items", "事项 项目(?![标录的前]) 项 条次(?!干) 条(?![件例款块]) 款(?![项式]) 种(?![子苗质]|植(?!物)|业(?![务态])) 大类 小类 类(?![似型别]) 大项 小项 个"),
    ("departments", "个部门 部门 部委 部(?![分门委队署级属长曲落]) 方面(?=的?[^一-鿿]) 所(?![有属在需得谓辖涉致]|以(?![上下内外])) 家次 家(?![庭园居具畜禽])"),
    ("writings", "篇次 篇 卷次 卷(?![宗烟入]) 份(?![额量子]) 册 本(?![地级州市省区县年月人报身质土届]) 期(?![间限末初货待望刊盼权内]) 张(?![贴开力榜]) 首(?=[^一-鿿]|歌|诗) 则(?=[^一-鿿]) 幅(?![度员])"),
    ("events", "场次 场(?![所馆景地面]) 班次 车次 架次 台次 轮次 航次 艘次 轮(?![流换岗胎]) 次(?![生序要数贷级区]) 回合"),
    ("things", "支(?![持付出撑柱]) 座(?![谈位椅右]) 栋 幢 处(?![理置罚于分长室级方]) 辆次 辆 台套 台(?![账风州湾阶商]) 套(?![路餐取用]) 艘 架(?![构设桥]) 枚 间(?![接断隔])"),
    ("working time", "个工作日 个自然日 个日历天 个交易日 工作日 自然日 日历天 学时 课时"),
    ("hours and months", "个半小时 个半钟头 个半月 个半学期 个小时 小时 个[多余]小时 个[多余]月 个月 个季度 个年度 个学期 个世纪 分钟 秒钟 秒"),
    ("days and years", "天(?![然气津空性堂台河]) 日(?![常益程均]) 周年 周(?![一二三四五六日期边围转]) 年(?![级代龄鉴货轻均产])"),
    ("money", "圆(?=[^一-鿿]|整|[壹贰叁肆伍陆柒捌玖]角) 元钱 元人民币 元(?![旦素件宵谋老首帅]) 美元 欧元 港元 港币 日元 英镑 印度卢布 卢布 澳元 韩元 澳门元 块钱 分钱"),
    ("length and area", "平方公里 平方千米 平方米 平方厘米 平米 延长米 延米 公里 千米 厘米 毫米 海里 英里 英寸 公顷 亩次 亩 米(?![线饭面粉制])"),
    ("mass and volume", "立方米 立方厘米 公斤 千克 毫克 微克 纳克 吨标准煤 吨标煤 吨公里 吨海里 吨级 吨位 吨"),
    ("energy", "千瓦时 千瓦小时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 千伏安 兆伏安 千伏 千帕 兆帕 千焦 千卡 大卡 马力"),
    ("transport", "标准箱 标箱 人公里 床日 车道 车公里"),
)
DIGITS_ONLY: tuple[tuple[str, str], ...] = (
    ("signs", "% ‰ ‱ ℃ ℉ ㎡ ㎥ ㎞ °C 摄氏度"),
    ("Latin units", LATIN_UNITS),
    ("places", "县(?:市区?|区)?(?:\\([市区、]+\\))?(?![委级城长域]) 州市 州(?!委) 市(?![场委民区级域直长]) 地市 省区市 省(?![委级会内外属直道]) 乡镇 乡\\(镇\\) 乡(?![村亲愁]) 镇 村(?![民委级居]) 村居 社区 街道 网格 旗县 旗 国(?=[^一-鿿]|的|和)"),
    ("animals and plants", "头次 头(?![部条等]) 头只 羽 只(?![有是能需要]) 匹(?!配) 尾(?![部气矿款水]) 株 棵 棚"),
    ("pieces", "口(?![径岸子]) 根(?![据本治源]) 块(?!状) 片(?![区面]) 盏 节(?![约能点日]) 幕(?![后墙]) 颗 粒 瓶 箱 袋 包(?![括含容装揽]) 桶 床(?!位) 扇 门(?![户口诊]) 层(?![级次面]) 列(?![入为席出]) 顶(?![层部格]) 股(?![份权东]) 道(?![路德理县]) 面(?![积对向临貌板]) 杯 碗 捆 尊"),
    ("groups", "队次 队(?![伍员长]) 班(?![子组级]) 组次 组(?![织建长成]) 对(?![于接口外比象应待标策]) 双(?![拥创重向]) 副(?![主省市县局书校教]) 代(?![表理码替价]) 级(?![别差]) 届(?![满时]) 桌 席(?!位) 步(?![伐行骤入道]) 拨 声 句 字(?![号节符]) 页(?!面) 票(?![据价款房]) 单(?![位个独元]) 剂次 剂(?!量) 针(?!对) 餐(?![饮厅]) 任(?![务何意职]) 胎 餐次 档(?![次案]) 集(?![团中体约聚群合成])"),
    ("measures", "度(?![假过]) 斤 克(?!服) 毫升 升(?![级至到学值格温华降高起]) 微米 毫伏 纳米 赫兹 兆赫 伏(?!法) 瓦(?!斯) 安培 欧姆 分贝 华里 里(?![面程]) 折(?![合算旧]) 角(?![度色]) 分(?=[^一-鿿\ue000\ue001]|的|以|和|$) 尺(?!度) 寸 度电 微西弗 毫西弗"),
    ("quarters, months, points", "季度 月 点(?=[^一-鿿\ue000\ue001]|$)  比特 字节"),
)
# fmt: on

_SECOND_MEASURE = r"\((?:人?次|起|件|篇|份|册|期|条|项|户|家|个|处|人|名|套|台|辆|头|只|场|本|批|单位)\)"
"""件(次), 人(次), 件(起): two measure words for one count."""
_PER = (
    "/(?:\\(平方公里·[月年]\\)|[0-9]{0,3}[百千万亿]{1,2}(?:人口|人|户|元|名|辆|件|平方公里)|标准立方米|立方米|平方公里|平方千米|平方米|人次|人|户|家|个|件|次|年|月|日|天|小时|分钟|分|秒|min|吨|亩|公顷|公里"
    "|千米|千瓦时|千瓦|千克|公斤|斤|升|台|辆|床|套|度|kg|km|t|d|h|a|L|m³|m²|kWh|只|头|株|米)(?:·[年月日天])?"
)
WITHIN_UNIT = re.compile("[多余半]")
"""两个多月, 两个半月: the unit is 个月."""


def find_unit(copy: str, start: int, *, chinese: bool = False) -> Span | None:
    """Return where the measure word stands that follows a number ending at `start`, if one does."""
    match = _compile_units(chinese).match(copy, start)
    return Span(start=match.start(1), end=match.end(1)) if match else None


@cache
def _compile_units(chinese: bool) -> re.Pattern[str]:
    rows = COMMON if chinese else COMMON + DIGITS_ONLY
    words = sorted((word for _, row in rows for word in row.split()), key=_measure_word, reverse=True)
    return re.compile(f"[ \u3000\u2009]?((?:{'|'.join(words)})(?:{_SECOND_MEASURE}|{_PER})?)")


def _measure_word(pattern: str) -> int:
    """Length of what the pattern can match, its guard left out."""
    return len(pattern.partition("(?!")[0].partition("(?=")[0])
