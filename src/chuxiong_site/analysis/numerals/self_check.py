"""Check that this Python reads numbers rightly: built-in examples, compared before anything is believed.

The reader stands on the regular expressions of Python, and a release of them has been at fault before: on 3.11.2
possessive repeats lost characters without a word. The answer is remembered for one Python and one program, so
the examples are read again whenever either changes, and cost nothing otherwise.
"""

from __future__ import annotations

from decimal import Decimal

from .reader import read_claims
from .rules import RULES, Claim

AMOUNTS = (
    "【三十二千米】=32", "【三十二千瓦时】=32", "提高【五十百分点】=50", "【一千零五十万元】=10500000", "【九十八点二二亿元】=9822000000",
    "【两万一千人】=21000", "【二十余次】=20", "【十几个】=10", "【十七八个】=17..18", "【三至五名】=3..5", "【三名至五名】=3..5", "【贰万叁仟元】=23000",
    "【百分之九十八点二二】=98.22", "【千分之五至千分之八】=5..8", "【四分之一】=0.25", "【1/2】=0.5", "【3.05:1】=3.05",
    "【1,234,567件】=1234567", "【132.87万件】=1328700", "【2亿3000万元】=230000000", "【30余万亩】=300000", "【3千米】=3", "【5百万元】=5000000",
    "【98.22%】=98.22", "【-3.2%】=-3.2", "【负3.2%】=-3.2", "【3—5万元】=30000..50000", "【15%—20%】=15..20",
    "【十万分之五】=0.00005", "【负百分之二点四】=-2.4", "1.75-\n【2.12吨】=2.12", "收案【1 860件】=1860", "收案【12\n60件】=1260",
    "上【千万元】=10000000", "【一年半】=1.5", "【两个半月】=2.5", "【三个亿】=300000000", "【六点七八天】=6.78", "【一两万人】=10000..20000",
    "【2.1/10万】=2.1", "选派【15名】优秀干部=15", "逾【七成】案件=7", "【六大】行动=6", "【5万】市民=50000",
)  # fmt: skip
"""A text with the words of a quantity in 【】, and its value."""


def find_misread() -> tuple[str, ...]:
    """Return the built-in examples that this Python does not read as they must be read."""
    wrong = [rule.example for rule in RULES if rule is not _find_rule(rule.example)]
    return (*wrong, *(amount for amount in AMOUNTS if _read_amount(amount) != amount))


def _find_rule(example: str) -> object:
    """Return the rule that claims the words in 【】."""
    claim = _read_marked(example)
    return claim and claim[0]


def _read_amount(amount: str) -> str:
    """Write the amount as it is read: the words in 【】, and the value that they have."""
    text, _, _ = amount.partition("=")
    claim = _read_marked(text)
    quantity = claim and claim[2]
    if quantity is None:
        return text
    ends = [value for value in (quantity.value, quantity.upper) if value is not None]
    return f"{text}={'..'.join(map(_write, ends))}"


def _write(value: Decimal) -> str:
    return f"{value:f}"


def _read_marked(example: str) -> Claim | None:
    start, end = example.index("【"), example.index("】") - 1
    claims = read_claims(example.replace("【", "").replace("】", ""))
    return next((claim for claim in claims if (claim[1].start, claim[1].end) == (start, end)), None)
