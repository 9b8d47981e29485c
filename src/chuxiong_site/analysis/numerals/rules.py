"""The rules that read a text, in their order. One rule a line; what a rule has claimed is hidden from the next.

A pattern runs on the half-width copy of the text; `<words>` are explained in `fragments.py`. Where the
numeral is only a part of the pattern it is the group `n`. The example shows the numeral in 【】.
"""

from __future__ import annotations

from ...model.numeral import NumeralKind
from ...model.place import Span
from ...model.records import dataclass
from . import amounts as a
from . import ranges, shares, single
from .lexicon import LEXICAL, PRINCIPLES, SERVICE_NUMBERS, SET_PHRASES, create_word_pattern
from .quantities import Quantity, Structure
from .units import LATIN_UNITS

FACT = NumeralKind.FACT
DATE = NumeralKind.DATE
YEAR = NumeralKind.YEAR
PERIOD = NumeralKind.PLAN_PERIOD
ORDINAL = NumeralKind.ORDINAL
NUMBER = NumeralKind.DOCUMENT_NUMBER
IDIOM = NumeralKind.IDIOM
MARKER = NumeralKind.LIST_MARKER
EVENT = NumeralKind.EVENT_DATE
LEVELS = NumeralKind.STRUCTURAL
NAME = NumeralKind.LEGAL_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one kind of numeral is written."""

    name: str
    kind: NumeralKind | None
    """`None` for words that are no numerals: they are hidden from later rules and reported by none."""
    pattern: str
    example: str
    structure: Structure | None = None
    """What the groups mean, for quantities."""
    bare: bool = False
    """Whether the rule gives way where a unit follows: 12345件 is a quantity."""
    each: str = ""
    """How each numeral is written in a pattern that holds a list of them: 第1、2、3批."""


Claim = tuple[Rule, Span, Quantity | None]
"""Which rule claims which words, and what quantity they state."""


def _rule(name: str, kind: NumeralKind | None, pattern: str, example: str) -> Rule:
    return Rule(name=name, kind=kind, pattern=pattern, example=example)


def _bare(name: str, kind: NumeralKind, pattern: str, example: str) -> Rule:
    return Rule(name=name, kind=kind, pattern=pattern, example=example, bare=True)


def _list(name: str, kind: NumeralKind, pattern: str, each: str, example: str, *, bare: bool = False) -> Rule:
    return Rule(name=name, kind=kind, pattern=pattern, each=each, example=example, bare=bare)


def _fact(name: str, pattern: str, example: str, structure: Structure) -> Rule:
    return Rule(name=name, kind=FACT, pattern=pattern, example=example, structure=structure)


_LABEL = "(?:电话|传真|邮编|邮政编码|手机|QQ|[账帐]号|编号|代码|索引号|备案号|标识码|文号)(?:号码)?[:：]<s>"
_NEXT = "(?:[、和及与或]|以及)"
_LABELLED = "<hanzi>{0,4}?(?:模式|工程|行动|体系|机制|工作法|计划|战略|格局|品牌|平台|专项|改革|制度|政策|布局|框架|方案|理念|活动|网络|圈|系列|路径|企业|战法|措施|标准|任务)"
_GRADED = "(?:医院|甲|乙|丙|以上|以下|及以|标准|公路|响应|资质|保护|文物|警|英模|教授|职称|巡视|调研|主任|消防|企业|技工|建造|水质|水平|饭店|景区|酒店|风险|预警|应急|等保|古树|重点|国家|建筑|伤残|残疾|运动|裁判|达标|安全|污水|航道|目录|市场|学科|指标|口岸|心理|图书馆|文化馆|博物馆|火炬|站|考点|联盟|士官|法官|检察官|高级|律师|翻译|证|河流)"
_LEVELLED = "(?:联[动调网]|防[控治]|审核|复核|预防|生态|书记|网络|体系|便民|平台|机构|干部|公共|管理|调解|法院|检察|医疗|河长|林长|网格|党组织|服务|人大|政府|财政|联|贯通|同步|综治|矛盾|治理|责任|架构|行政|政务)"
_DAYS = "(?:<hanzi>{0,4}(?:宪法日|消费者|禁毒日|宣传日|安全日|法制宣传|环境日|劳动节|妇女节|建军节|青年节|护士节|教师节)|国际|世界|全国|全民|国家|中国|地震|事故|火灾|专案|惨案|讲话|批示|重要|案)"
_CALLS = "(?:拨打|拨通|致电|呼叫|来电|电话|热线|对接|打)"
_SHORT = "(?:110|119|120|122|12[0-9]{3}|96[0-9]{3,4}|95[0-9]{3})"
_HOTLINE = "<close><s><hanzi>{0,8}?(?:热线|电话|平台|专线|短信|警情|报警|接警|出警|处警|指挥|急救)"
_EVENT = '[”"]<hanzi>{0,8}(?:地震|事故|火灾|洪|案|事件|专案|专项|灾害|[一-鿿]日(?![常期均])|节(?!约)|讲话|批示|精神)'
_QUOTED = r"[^“”‘’\"0-9,;。:?!\n\ue000]{1,24}"
_AMOUNT_WITHIN = '(?![^“”‘’"]{0,20}(?:[几数二三四五六七八九][十百千万亿]{1,3}|点[零一二三四五六七八九]{1,4}万?亿?)[余多]?(?:件|元|人次|人|户|家|名|吨|亩|平方公里|平方米|立方米|公里|千瓦|个百分点|个月|天|项))'
_SERVICES = SERVICE_NUMBERS.replace(" ", "|")
_PRINCIPLES = PRINCIPLES.replace(" ", "|")

# fmt: off
RULES: tuple[Rule, ...] = (
    # numbers that name a thing
    _rule("address", NUMBER, r"(?:https?://|www\.)[!#-&*+\--:=?-~]+", "见【https://example.org/2023/1.html】网页"),
    _rule("mail", NUMBER, r"(?<![A-Za-z0-9._-])[A-Za-z0-9][A-Za-z0-9._-]*+@[A-Za-z0-9.-]+", "发至【box12@example.org】信箱"),
    _rule("document", NUMBER, r"[〔\[(【﹝]<year>[〕\])】﹞]<s>(?:第<s>)?<d>{1,6}<s>号", "楚政发【〔2017〕47号】文件"),
    _rule("court case", NUMBER, r"\(<year>\)<hanzi>{1,2}<d>{0,6}<hanzi>{1,4}<d>{1,7}号", "【（2023）云23行终15号】判决"),
    _rule("standard", NUMBER, r"(?<![A-Za-z])[A-Z][A-Z]{1,4}<d>{0,4}(?:/[A-Z]{1,3})?[ \u3000\u2009]{0,4}<d>{2,6}(?:\.<d>{1,3})?[-—](?:19|20)<d>{2}(?!<d>)", "按【GB/T 9704-2012】排版"),
    _rule("decree", NUMBER, "第<s>(?:<d>{1,6}|<cn>{1,6})<s>号", "国务院令【第711号】公布"),
    _rule("after a label", NUMBER, _LABEL + "(?P<n>(?=[A-Z-]{0,12}<d>)[0-9A-Z][0-9A-Z()/-]{2,})", "邮编：【675000】。"),
    _bare("long identifier", NUMBER, r"(?<![0-9A-Za-z.])[0-9A-Z](?:(?<=<d>)|(?=[A-Z]{0,30}<d>))[0-9A-Z]{14,29}+(?>(?:[-/_]+[0-9A-Z]+)*)(?![0-9A-Z]|[.]<d>)", "索引号【115323000151673132-/2024-0118001】"),
    _rule("endless digits", NUMBER, "<d>{31,}+", "【1234567890123456789012345678901234567890】"),
    _bare("telephone", NUMBER, r"(?<![0-9.-])[0148](?:(?<=0)<d>{2,3}-<d>{7,8}(?:-<d>{1,5})?|(?<=1)[3-9]<d>{9}|(?<=[48])00-<d>{3}-?<d>{4})(?![0-9]|[.]<d>)", "拨打【0878-3389000】咨询"),
    _bare("serial", NUMBER, "<year>-<d>{5,8}(?!<d>)", "后段【2024-0118001】"),
    _rule("page number", NUMBER, r"^[ \t]*[—–-]{1,2} ?(?P<n><d>{1,4}) ?[—–-]{1,2}[ \t]*$", "—【12】—"),
    _rule("list marker at line start", MARKER, r"^(?:#{1,6}|>|\*\*)?[ \t\u3000\u2009]*(?:\*\*)?(?P<n><cn>{1,3}、(?!<cn>{1,2}(?:季度|等奖|等功|级|期|产业|批))|<cn>{1,3}[.](?!<d>)|\(<cn>{1,3}\)|<cn>{1,3}\)|<d>{1,3}(?:[.、](?!<d>)|[.、](?=<year><s>年))|\(<d>{1,3}\)|<d>{1,2}\))", "【（一）】组织领导"),
    _rule("list marker at the start of a cell", MARKER, r"(?:(?<=\t)|(?<=\|)|(?<=\| ))(?:<d>{1,2}[.、]|\(<d>{1,2}\))(?=[一-鿿“《])", "| 【1.】属于国家秘密 |"),
    _rule("spoken marker", MARKER, "(?<![一-鿿0-9A-Za-z])[一二三四五六七八九十](?P<w><cn>?(?:是|要))(?![素求件点害领非否])".replace("(?P<w>", "(?:"), "重点：【一是】立法"),
    _rule("heading number", MARKER, r"^[ \t　]*(?P<n><d>{1,2}(?:\.<d>{1,2}){1,3})(?=[ \t　]+(?![万亿余多千百])<hanzi>)", "【1.2】 工作开展情况"),
    _rule("circled marker", MARKER, "[①-⒛㈠-㈩⓪-⓿❶-➓]", "包括【①】举措"),
    # dates, years, plan periods
    _rule("year, month, day", DATE, "<year><s>年<s>(?:<month>月?<to>)?<month><s>月(?:<s><day>(?:日?<to><day>)?<s>[日号])?", "自【2024年2月1日】起施行"),
    _rule("numeric date", DATE, r"<year>([-./])<month>\1<day>(?!<d>)", "发布日期：【2024-01-18】"),
    _rule("year and month", DATE, "<year>-(?:0[1-9]|1[0-2])(?![0-9-])", "统计至【2023-12】"),
    _bare("eight digits", DATE, "<year>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]<d>|3[01])(?![0-9]|[.]<d>)", "【20240118】印发"),
    _rule("month, day", DATE, "<month>(?<![.].)(?<![.]..)<s>月<s><day>(?:日?<to><day>)?<s>[日号]", "于【2月1日】起施行"),
    _rule("day of the month", DATE, "[每当次本下]月(?P<n><day>[日号])", "每月【5日】前报送"),
    _rule("months", DATE, "<month>(?<![.].)(?<![.]..)(?:月?(?:<to>|[、和])<month>)?<s>月(?!<s><d>)", "【1—6月】共受理"),
    _rule("date in Chinese", DATE, "<cn-year>年<cn-month>月(?:<cn-day>[日号])?", "【二〇二四年一月十八日】印发"),
    _rule("month, day in Chinese", DATE, "<cn-month>月(?:<cn-day>[日号]|(?=份|底|初|[上中下]旬))", "【十二月四日】是国家宪法日"),
    _rule("clock", DATE, "(?<![0-9.为比按])(?<![0-9]:)[0-9](?:(?<=[01])<d>|(?<=2)[0-4])?:<minute>(?::<minute>)?(?:<to><d>{1,2}:<minute>)?(?![0-9:])", "【8:30】开始"),
    _rule("hour", DATE, "<hour>(?:[时点](?:[0-5]?<d>分|[半整许]|(?=[至到前起后止]))|时(?=<to>|[^一-鿿0-9]|$))", "【14时30分】发生"),
    _rule("dotted", NUMBER, r"(?<![0-9.])<d><d>{0,2}(?:\.<d>{1,5}){2,8}(?!<d>)", "按照【3.2.1】执行"),
    _rule("plan period", PERIOD, "<year><s>年?<s><to><s><year><s>(?:学年|年)", "规划（【2021—2025年】）"),
    _bare("plan period without 年", PERIOD, "<year><s>年?<s><to><s><year>(?!<d>|[-./]<d>)", "规划（【2021-2025】）"),
    _rule("plan period in Chinese", PERIOD, "<cn-year>年?<to>[一二][〇零一二三四五六七八九]{3}年", "【二〇二一至二〇二五年】"),
    _rule("year in a list", YEAR, "<year>(?=(?:[、,和及](?:19|20)<d><d>){1,8}年|<s>(?:学年|财年|届|级))", "【2021】、2022年"),
    _rule("year", YEAR, "<year><s>年(?!代)", "【2023年】度"),
    _rule("year in Chinese", YEAR, "<cn-year>年", "【二〇二三年】"),
    _rule("decade in Chinese", YEAR, "(?<!<cn>)[一二三四五六七八九]十年代", "【九十年代】以来"),
    _rule("decade", YEAR, "(?<!<d>)<d>0年代", "【90年代】以来"),
    _bare("event date", EVENT, "<month>(?<![.].)(?<![.]..)[·•・‧]<day>(?![0-9.])", "松谷县“【8·13】”地震"),
    _rule("event date with a full stop", EVENT, f"[“\"](?P<n><month>[.]<day>)(?={_EVENT})", "“【8.13】”地震"),
    _rule("event date before its name", EVENT, f"(?<![0-9.])[0-9][0-2]?[.](?:[0-2]?[0-9]|3[01])(?=<close>{_DAYS})", "【12.4】国家宪法日"),
    _rule("event date in Chinese", EVENT, "(?<!<cn>)[一二三四五六七八九十][一二三四五六七八九十]?[·•・‧][一二三四五六七八九十]{1,3}", "“【五·四】”精神"),
    # ordinals
    _list("session of a congress", ORDINAL, "(?<!<cn>)[第一二三四五六七八九十]<cn>{0,3}届(?:(?:全国|<hanzi>{1,3})?(?:人大|政协)|党代会|纪委|[市县区州省]委|人民代表大会|委员会|理事会|职代会)<hanzi>{0,6}?<cn>{1,2}次(?=(?:全体)?(?:会议|全会))", "第?<cn>+[届次]", "州【十三届】人大四次会议"),
    _list("ordinals in a list, digits", ORDINAL, f"第<s><d>{{1,4}}(?:{_NEXT}<d>{{1,4}}){{1,40}}<rank>", "第?<s><d>+<rank>?", "公布【第1】、2批"),
    _list("ordinals in a list", ORDINAL, f"第<cn>{{1,4}}(?:{_NEXT}<cn>{{1,4}}){{1,40}}<rank>", "第?<cn>+<rank>?", "修订【第二】、五条"),
    _rule("ordinal in digits", ORDINAL, "第<s><d>{1,4}(?:<s><to><s>第?<d>{1,4})?(?:<s><rank>)?", "居全省【第3位】"),
    _rule("ordinal", ORDINAL, "第<cn>{1,6}(?:[至到—-]第?<cn>{1,6})?<rank>?", "市委【第五次】会议"),
    _list("plenary sessions", ORDINAL, f"(?<!<cn>)[一二三四五六七八九十]<cn>{{0,2}}届<cn>{{1,2}}中(?:{_NEXT}(?:<cn>{{1,3}}届)?<cn>{{1,2}}中){{0,8}}(?:全会)?", "(?:<cn>{1,3}届)?<cn>{1,2}中(?:全会)?", "党的【二十届三中全会】"),
    _rule("plenary session", ORDINAL, "(?<![0-9<cn-chars>])[0-9<cn-chars>][0-9<cn-chars>]{0,2}届(?:<cn>{1,2}次|(?<=<cn>届)(?<![新上这每本]一届)(?<!连续.届))", "党的【二十届】历次全会"),
    _rule("session alone", ORDINAL, "(?<!<cn>)[一二三四五六七八九]中全会", "【三中全会】精神"),
    _rule("party congress", ORDINAL, "(?<!<cn>)[十二](?:(?<=十)[五六七八九]|(?<=二)十[一二]?)大(?![类项个件])", "党的【二十大】精神"),
    _rule("earlier party congress", ORDINAL, "(?<=党的)(?P<n>[一二三四五六七八九十]{1,2}大)(?![类项])", "党的【十四大】精神"),
    _rule("five-year plan", ORDINAL, "(?<!<cn>)十[一二三四五六七八九]五(?!<cn>)", "“【十四五】”规划"),
    _rule("earlier five-year plan", ORDINAL, "(?<!<cn>)[一二三四五六七八九]五(?=<close>(?:普法|规划|时期|期间|计划))", "“【八五】”普法"),
    _list("quarters in a list", ORDINAL, f"(?<![0-9.<cn-chars>])[一二三四1-4](?:{_NEXT}[一二三四1-4]){{1,4}}季度", "[一二三四1-4](?:季度)?", "【一】、三季度"),
    _rule("quarter", ORDINAL, "(?<![0-9.<cn-chars>])[前一二三四1-4](?:(?<=前)[一二三四1-4])?(?<!前)(?:<to>[二三四2-4])?季度(?!<cn>季度)(?<!连续.季度)", "【前三季度】"),
    _list("stages of works", ORDINAL, f"(?<![<cn-chars>第])[一二三四五六](?:{_NEXT}[一二三四五六]){{1,5}}期(?![间限货待望刊盼])", "[一二三四五六]期?", "项目【一】、二期"),
    _rule("stage of works", ORDINAL, "(?<![<cn-chars>第办织共计出行了分班训报刊])[一二三四五六](?<!开展.)(?<![印编]发.)期(?![间限货待望刊盼]|培训|简报|讲座|论坛|学习|专题|主题)", "看守所【二期】交付"),
    _rule("stage of works in digits", ORDINAL, "(?<![0-9.第])[1-9]期(?=工程|项目|建设)", "【2期】工程"),
    _list("prizes and merits", ORDINAL, f"(?<![<cn-chars>0-9])[一二三四1-4](?:{_NEXT}[一二三四1-4]){{0,4}}等(?:[奖功舱座]|战功|残疾|军功)", "[一二三四1-4](?:等.功?)?", "荣获【二等奖】"),
    _list("grades", ORDINAL, f"(?<![<cn-chars>0-9.])[一二三四五六七八九1-9](?:(?:{_NEXT}|[至到])[一二三四五六七八九1-9]){{0,8}}级(?=<close>{_GRADED})", "[一二三四五六七八九1-9]级?", "增设【三级】医院"),
    _rule("century", ORDINAL, "(?<!<d>)[12]<d>世纪", "【21世纪】"),
    _rule("first place", ORDINAL, "首位", "居全省【首位】"),
    _list("top ranks in a list", ORDINAL, f"(?<![目当])前[一二三四五1-5](?:{_NEXT}[一二三四五1-5]){{1,4}}[名位]", "前?[一二三四五1-5][名位]?", "奖励【前一】、二名"),
    _rule("top ranks", ORDINAL, "(?<![目当从以日年])前(?!一(?!百))(?:<cn>{1,3}|<d>{1,3})(?:[名位强甲]|(?=[^一-鿿0-9.%A-Za-z\ue000]|$|的|和|行列|左右|以内|水平|强|列))", "位列全省【前三名】"),
    _bare("table or figure", ORDINAL, "(?:附[表件图录]|专栏|[图表])<s><d>{1,3}(?:[-—.]<d>{1,3})?(?!<d>)", "见【附件1】"),
    # parts of a whole
    _fact("share in words", a.SHARE, "完成【百分之九十八点二二】", shares.structure_share),
    _fact("rate", a.RATE, "发案率为【2.1/10万】", shares.structure_rate),
    _fact("fraction in words", a.FRACTION, "占【三分之二】", shares.structure_fraction),
    # words, names and phrases
    _rule("the year that is spoken of", None, "(?:(?<=过去)|(?<=过去的)|(?<=新的)|(?<=这)|(?<=又)|(?<=上)|(?<=每))一年(?![级期多半余内又])|一年(?=来(?![自源])|一度|一个台阶)", "过去【一年】的工作"),
    _rule("unit said for a table", None, r"(?:计量)?单位<s>[:：]<s>(?P<n>[一-鿿%‰/、]{1,16})", "单位：【万元】"),
    _rule("unit in brackets", None, r"[(（](?P<n>[百千万亿]{1,3}[一-鿿]{1,6}(?:/[一-鿿]{1,4})?)[)）]", "服务人次（【万人次】）"),
    _rule("unit in a cell", None, r"\t(?P<n>[百千万亿]{1,3}[一-鿿]{1,6})(?=\t|$)", "人口\t【万人】\t5.1"),
    _rule("lexical", None, create_word_pattern(LEXICAL, a.CHINESE_DIGITS), "【一批】道路"),
    _rule("sum of letters and digits", IDIOM, r"(?<![0-9A-Za-z.])[0-9A-Z](?:(?<=<d>)<d>{1,2})?(?:\+(?:<d>{1,3}|[A-Z])(?![0-9A-Za-z])){1,8}", "“【1+N】”体系"),
    _list("service numbers in a list", NUMBER, f"(?<![0-9.]){_SHORT}(?:[”\"]?[、和与及或/][“\"]?{_SHORT}){{1,8}}(?![0-9%]|[.]<d>)", _SHORT, "拨打【110】、120", bare=True),
    _list("service numbers to call", NUMBER, f"{_CALLS}[“\"]?[19]<d>{{2,5}}(?:[、和与及或/][19]<d>{{2,5}}){{0,8}}(?![0-9%]|[.]<d>)", "<d>+", "拨打【114】", bare=True),
    _rule("quoted service number", NUMBER, f"[“\"](?P<n>{_SHORT})[”\"]", "“【12345】”热线"),
    _rule("quoted digits", IDIOM, "[“‘\"](?P<n>(?!(?:19|20)<d><d>[”’\"])<d>{2,8})[”’\"]", "“【1355】”模式"),
    _rule("quoted label with digits", IDIOM, f"[“‘\"](?P<n>(?=[^“”‘’\"]{{0,13}}<d>)[^“”‘’\",。;:?!\n\ue000]{{1,14}})[”’\"](?={_LABELLED})", "“【3个1】”工程"),
    _rule("label that says what it is", IDIOM, "[“‘\"](?P<n>(?=[^“”‘’\"]{0,13}<d>)[^“”‘’\",。;:?!\n\ue000]{1,14}(?:圈|工程|行动|模式|体系|机制|工作法|计划|网络))[”’\"]", "“【15分钟生活圈】”"),
    _rule("list of the strongest", IDIOM, "(?<![0-9.前])[0-9十百千]<d>{0,3}强(?=企业|大学|高校|医院|品牌|县|市|区|镇|乡|榜|名|园|[^一-鿿]|$|的)", "世界【500强】企业"),
    _fact("product", r"(?<![0-9.])[0-9][0-9]{0,2}[×xX*](?P<high>[0-9]+(?:\.[0-9]+)?)(?:[万亿]|(?=千瓦|兆瓦|米|厘米|毫米|吨|公里))", "新建【2×35万千瓦】机组", single.structure_doubt),
    _rule("round the clock", IDIOM, "(?<![0-9.])<d><d>{0,2}[×xX*]<d>{1,3}(?:小时)?", "【7×24小时】值守"),
    _rule("version", IDIOM, r"(?<![0-9.])<d><d>?\.<d>(?=版|时代|升级)", "【2.0】版"),
    _rule("quoted idiom", IDIOM, f"[“‘](?P<n>(?=[^“”‘’]{{0,23}}<cn>){_AMOUNT_WITHIN}{_QUOTED})[”’]", "“【一网通办】”水平"),
    _rule("quoted idiom, straight quotes", IDIOM, f"\"(?:(?P<n>(?=[^\"]{{0,23}}<cn>){_AMOUNT_WITHIN}{_QUOTED})|[^\"\n]*+)\"", "\"【一网通办】\"水平"),
    _rule("set phrase", IDIOM, create_word_pattern(SET_PHRASES, a.CHINESE_DIGITS), "政务服务【一张网】应用"),
    _rule("numbered principles", IDIOM, f"(?<![第<cn-chars>])[一二两三四五六七八九十]<cn>{{0,2}}个(?:{_PRINCIPLES})", "增强【四个意识】"),
    _bare("known service number", NUMBER, f"(?:{_SERVICES})(?<![0-9.].....)(?![0-9%]|[.]<d>|<to><d>)", "【12345】政务服务便民热线"),
    _bare("service number", NUMBER, f"(?<![0-9.])[19]<d>{{2,4}}(?={_HOTLINE})", "【110】报警服务台电话"),
    _rule("programme of years", NAME, "(?<![0-9<cn-chars>])[0-9<cn-chars>][0-9<cn-chars>]?年(?=行动|规划|计划|攻坚)", "国企改革【三年】行动"),
    _rule("classes", ORDINAL, "(?<![<cn-chars>第])[一二三四五六]类(?=水|地区|事业|标准|公益|疫苗|传染病|医疗器械|城市|河流|县)", "达到【三类】水质"),
    _rule("stars", ORDINAL, "(?<!<cn>)[一二三四五2-5]星(?=级|酒店|饭店|村|党)", "评为【三星】级酒店"),
    _rule("levels", LEVELS, f"(?<!<cn>)[2-6一二两三四五六七八九](?:(?<=<cn>)|(?<=[省市州县区乡镇村组)].))级(?!别)(?<=[省市州县区乡镇村组两)].级)|[二三四五六](?<!<cn>.)级(?={_LEVELLED})", "乡村【两级】受理"),
    _list("grades in a list", ORDINAL, f"(?<![一-鿿0-9.])[一二三四五六七八九](?:{_NEXT}[一二三四五六七八九]){{1,6}}级(?!别)", "[一二三四五六七八九]级?", "，【一】、二级"),
    _rule("grade", ORDINAL, "(?<!<cn>)[一二三四五六七八九]级(?!别|[联分差])", "达到【一级】"),
    _rule("inline list marker in Chinese", MARKER, r"\(<cn>{1,3}\)|(?<=[。;:!])<cn>{1,2}、(?=[一-鿿“《])(?!<cn>)", "举措：【（二）】督导"),
    _rule("inline list marker", MARKER, r"(?<![0-9A-Za-z])[0-9(\[](?:(?<=\()<d>{1,2}\)|(?<=\[)<d>{1,2}\]|(?<=[;。:].)<d>?[.、](?=[一-鿿“《]))", "包括：【（1）】举措"),
    _bare("letters with a number", IDIOM, r"(?<![0-9A-Za-z])[A-Za-z][A-Za-z]*+-?<d>++(?>(?:\.<d>++)?)[0-9A-Za-z]*+", "【PM2.5】浓度"),
    _rule("number with letters", IDIOM, rf"(?<![0-9A-Za-z])<d><d>*+(?>(?:\.<d>++)?)(?!{LATIN_UNITS})[A-Za-z][0-9A-Za-z]*+", "【5A】级景区"),
    _rule("house or item number", NUMBER, "(?<![0-9.])<d><d>{0,11}(?:-<d>{1,4})?号", "拆除【3号】楼"),
    _bare("leading zero", NUMBER, "(?<![0-9.])0(?:(?<![0-9],.)|(?=<d>{3}))<d>+(?![0-9%]|[.]<d>)", "科目【0301】支出"),
    _bare("year alone", YEAR, "<year>(?<![0-9A-Za-z][./-]....)(?<!2000)(?![0-9/%]|[.]<d>|<to><d>)", "【2023】总结报告"),
    # quantities
    _fact("kinds", a.KINDS, "实施【六大】行动", single.structure_kinds),
    _fact("half", a.HALF, "用时【半年】", single.structure_half),
    _fact("broken or two numbers", r"(?<=[一-鿿])(?P<high>[0-9]+(?:\.[0-9]+)?(?: [0-9]+)+)(?![0-9.])", "收案【1 234】，", single.structure_doubt),
    _fact("slash fraction", a.SLASH_FRACTION, "占【2/3】", shares.structure_fraction),
    _fact("ratio", a.RATIO, "三次产业结构为【21:38:41】", shares.structure_ratio),
    _fact("ratio in words", a.RATIO_IN_WORDS, "按【3比1】配备", shares.structure_ratio),
    _fact("indefinite magnitude", a.INDEFINITE, "查处【几十万件】", single.structure_indefinite),
    _fact("range with two units", a.DIGIT_RANGE_WITH_UNITS, "增长【15%—20%】", ranges.structure_digit_range),
    _fact("range with two units in Chinese", a.CHINESE_RANGE_WITH_UNITS, "配备【三名至五名】人员", ranges.structure_chinese_range),
    _fact("range", a.DIGIT_RANGE, "配备【3—5名】人员", ranges.structure_digit_range),
    _fact("range in Chinese", a.CHINESE_RANGE, "配备【三至五名】人员", ranges.structure_chinese_range),
    _fact("quantity", a.DIGIT_QUANTITY, "办件【132.87万件】", single.structure_digits),
    _fact("quantity in Chinese", a.CHINESE_QUANTITY, "洽谈【一天】完成", single.structure_chinese),
    _fact("quantity in formal numerals", a.FORMAL_QUANTITY, "罚款【伍佰元】整", single.structure_chinese),
)
# fmt: on
