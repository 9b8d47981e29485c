"""The forms of amounts, ranges and fractions: regular expressions with named groups, without their units."""

from __future__ import annotations

SPACE = "[ \u3000\u2009]?"
TO = "(?:—{1,2}|-{1,2}|[–―~至到])"
CHINESE_DIGITS = "〇零一二两三四五六七八九十百千万亿"
PLAIN_DIGITS = (
    "[0-9](?<![0-9].)(?>"
    r"(?:[0-9]{0,2}(?:,[0-9]{3}){1,8}(?![0-9]|,[0-9]{3}(?![0-9]))|[0-9]*)(?:\.[0-9]+)?)"
)
"""The first digit stands alone for the speed of the search (`fragments.py`)."""
PLACE = "(?:[百千]?万亿?|[百千万]?亿|十[万亿]|千(?![米克瓦伏帕卡焦赫])|百(?![分姓货花]))"
DIGITS = f"{PLAIN_DIGITS}(?:{SPACE}{PLACE}(?:[0-9]{{1,8}}{PLACE}?){{0,3}})?"
_LATER_DIGIT = "(?:[〇零一二两三四五六七八九十万亿]|千(?![米克瓦伏帕焦卡])|百(?!分))"
"""千米 and 百分点 are units."""
CHINESE = f"[{CHINESE_DIGITS}](?<![{CHINESE_DIGITS}].)(?>{_LATER_DIGIT}{{0,23}})(?:点[〇零一二三四五六七八九]{{1,12}}+)?"
FORMAL = "[壹贰叁肆伍陆柒捌玖拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,23}+"
LATER = f"(?P<more>[余多几]|来(?![自源看说到]))?(?P<scale>{PLACE})?(?P<still>[余多](?!项式))?"
"""余 before or after the place word: 20余万件, 3万多人."""

_NO_COUNT_OF = "人户件次个总参基指倍分系级岁字位函奇偶票席批天多少无负额"
INDEFINITE = f"(?P<some>[几数](?<![{CHINESE_DIGITS}0-9第].))(?<![{_NO_COUNT_OF}]数)(?P<high>10{{0,3}}[万亿]{{0,2}}|十[万亿]{{0,2}}|{PLACE}(?!分))(?![0-9〇零一二两三四五六七八九])(?P<still>[余多](?!项式))?"
"""几十万, 数百: so many of a magnitude; in 人数十五 and 第几十 nothing is left open."""
DIGIT_QUANTITY = f"(?P<high>{DIGITS}){LATER}"
CHINESE_QUANTITY = f"(?P<high>{CHINESE}){LATER}"
FORMAL_QUANTITY = f"(?P<high>{FORMAL}){LATER}"
DIGIT_RANGE = f"(?P<low>{DIGITS}){SPACE}{TO}{SPACE}(?P<high>{DIGITS}){LATER}"
CHINESE_RANGE = f"(?P<low>{CHINESE}){TO}(?P<high>[{CHINESE_DIGITS}]{{1,24}}+){LATER}"
_UNIT_OF_BOTH = "(?P<between>[%‰℃一-鿿]{1,5})"
DIGIT_RANGE_WITH_UNITS = f"(?P<low>{DIGITS}){_UNIT_OF_BOTH}{TO}(?P<high>{DIGITS}){LATER}(?=(?P=between))"
CHINESE_RANGE_WITH_UNITS = (
    f"(?P<low>{CHINESE}){_UNIT_OF_BOTH}{TO}(?P<high>[{CHINESE_DIGITS}]{{1,24}}+){LATER}(?=(?P=between))"
)
_NOT_A_TAIL = f"(?<![0-9{CHINESE_DIGITS}几数.].)(?<![0-9{CHINESE_DIGITS}][ \u3000\xa0].)(?<![0-9],[0-9])"
_PART = f"(?:{PLAIN_DIGITS}|{CHINESE})(?!分之)"
SHARE = f"(?P<name>[百千万]{_NOT_A_TAIL}分之){SPACE}(?P<low>{_PART})(?:{TO}(?:(?P=name))?{SPACE}(?P<high>{_PART}))?"
_DENOMINATOR = rf"(?:(?<=[0-9])[0-9]{{0,14}}(?:,[0-9]{{3}}){{0,4}}(?:\.[0-9]+)?{SPACE}[十百千万亿]{{0,3}}|[{CHINESE_DIGITS}]{{0,23}})"
FRACTION = f"(?P<whole>[0-9{CHINESE_DIGITS}]{_NOT_A_TAIL}{_DENOMINATOR})分之{SPACE}(?P<part>{_PART})"
"""The denominator is read whole: 十万分之五 and 10万分之7.5 are no ‱, 五百分之一 is no %."""
SLASH_FRACTION = r"(?P<part>[0-9](?<![0-9/.].)[0-9]{0,2})/(?P<whole>[0-9]{1,3})(?![0-9/.])"
RATE = rf"(?P<part>{PLAIN_DIGITS})(?<![0-9]/[0-9])/(?P<per>[0-9]{{0,4}}[十百千万亿]{{1,2}})(?![0-9{CHINESE_DIGITS}点.·/])"
"""2.1/10万: so many of so many."""
RATIO_IN_WORDS = (
    r"(?P<part>[0-9](?<![0-9:.,].)[0-9]{0,2}(?:\.[0-9]{1,2})?)比(?P<whole>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?P<rest>(?:比[0-9]{1,3}(?:\.[0-9]{1,2})?){0,4})"
    rf"(?![0-9%‰年月日{CHINESE_DIGITS}]|[.,][0-9])"
)
RATIO = (
    r"(?P<part>[0-9](?<![0-9:.].)[0-9]{0,5}(?:\.[0-9]{1,4})?)"
    r":(?P<whole>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?P<rest>(?::[0-9]{1,6}(?:\.[0-9]{1,4})?){0,8})(?![0-9:])"
)
HALF = f"(?P<high>半)(?<![{CHINESE_DIGITS}0-9.负−个壹贰叁肆伍陆柒捌玖拾佰仟上下前后大小一过多两近各对夜-].)(?<![{CHINESE_DIGITS}0-9]点.)(?=(?:个(?:多?月|多?小时|学期|世纪)|年(?!级)|天|小时|公里|亩|吨|斤))"
"""半年, 半个月; 上半年 and 一半 are words."""
KINDS = (
    f"(?P<high>(?:[二两三四五六七八九](?<![第负−{CHINESE_DIGITS}0-9.-].)|十(?<![第负−{CHINESE_DIGITS}0-9-].)[一二三四五六]?|[0-9](?<![0-9.负−{CHINESE_DIGITS}-].)[0-9]?))大"
    "(?![会学都多概致地幅力批量型中小面胆家众队陆豆厦道片坝洋爷妈年雪连桥坪街米师户项类件个湾竹理庆同田楼门姚大额宗国写卡])"
)
"""六大行动: kinds of things, with 大 in the place of a measure word."""
