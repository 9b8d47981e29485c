"""Similarity of the contexts of two numbers, and the words that only one of them has."""

from __future__ import annotations

from ..analysis.number_context import NumberContext
from ..analysis.subjects import strip_relation
from ..analysis.units import fold_unit
from ..model.records import dataclass
from .records import Slot
from .words import MEASURING, Features, Vocabulary, compute_cosine, compute_share_known, merge, scale

TAIL = 0.7
"""How much the words after a number weigh against those before it."""
NEAR, SENTENCE, HEADING = 0.62, 0.26, 0.12
"""What the likeness is made of: the words at the number, its sentence, its heading."""
CERTAIN = 0.58
"""How alike all the words have to be."""
NEAR_CERTAIN = 0.5
"""The least likeness of the words right at the number."""
KNOWN = 0.58
"""Which share of the words at one number has to stand near the other."""
MOST = 0.5
"""How many of a noun's pairs of characters have to stand somewhere for it to count as said."""
LONG_NAME = 4
"""How many characters of a name have to tell something for it to be said by them alone."""
LONG_LABEL = 6
"""A label as long as this says what is counted by itself; 化解率 does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two contexts are."""

    score: float
    near: float
    """Of the words at the numbers alone."""
    known: float
    """The smaller share of words at one number that stand near the other."""
    said: bool = False
    """Whether our number's own words say the whole name of theirs: then they need not be those of last year."""
    unheard: tuple[str, ...] = ()
    """Things that are named at our number and nowhere near the other."""
    missing: tuple[str, ...] = ()
    """Things that are named at the other number and not in our sentence."""

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why the words leave it open that both numbers count the same, in Chinese; empty when they do not."""
        doubts = []
        if not self.said and (self.score < CERTAIN or self.near < NEAR_CERTAIN):
            doubts.append("措辞不够相近")
        elif not self.said and self.known < KNOWN:
            doubts.append("缺了往年的说法")
        doubts += [f"往年没有「{word}」的说法" for word in self.unheard[:1]]
        doubts += [f"没有往年的「{word}」" for word in self.missing[:1]]
        return tuple(doubts)


def compute_likeness(
    vocabulary: Vocabulary, ours: NumberContext, theirs: NumberContext, name: str
) -> Likeness:
    """Compare two contexts; `name` is what the catalogue calls their number."""
    said = says_name(vocabulary, ours, name)
    near = _compute_near(vocabulary, ours, theirs, name)
    sentence = compute_cosine(vocabulary.weigh(ours.sentence), vocabulary.weigh(theirs.sentence))
    heading = compute_cosine(vocabulary.weigh(ours.heading), vocabulary.weigh(theirs.heading))
    return Likeness(
        score=NEAR * near + SENTENCE * sentence + HEADING * heading,
        near=near,
        known=_compute_known(vocabulary, ours, theirs, name),
        said=said,
        unheard=_list_unheard(vocabulary, ours, theirs, name, said=said),
        missing=() if said else _list_missing(vocabulary, ours, theirs),
    )


def _compute_near(vocabulary: Vocabulary, ours: NumberContext, theirs: NumberContext, name: str) -> float:
    """Compare the words at the numbers: as they stand, in another order, and with the catalogue's name."""
    if (ours.label, ours.tail) == (theirs.label, theirs.tail) and ours.label + ours.tail:
        return 1.0
    label, tail = vocabulary.weigh(ours.label), scale(vocabulary.weigh(ours.tail), TAIL)
    other_label, other_tail = vocabulary.weigh(theirs.label), scale(vocabulary.weigh(theirs.tail), TAIL)
    mine, other = merge(label, tail), merge(other_label, other_tail)
    called = compute_cosine(mine, vocabulary.weigh(name))
    alone = compute_cosine(label, other_label) * 0.95 if vocabulary.list_nouns(ours.label) else 0.0
    return max(compute_cosine(mine, other), alone, called * 0.9)


def _compute_known(vocabulary: Vocabulary, ours: NumberContext, theirs: NumberContext, name: str) -> float:
    """Return the smaller share of words at one number that stand in the other's sentence, heading or name."""
    mine, other = _list_telling(vocabulary, ours), _list_telling(vocabulary, theirs)
    named = vocabulary.list_words(name)
    return min(
        compute_share_known(mine, merge(_list_around(vocabulary, theirs), named)),
        compute_share_known(other, _list_around(vocabulary, ours)),
    )


def _list_telling(vocabulary: Vocabulary, context: NumberContext) -> Features:
    """Return the words for what is counted: the label's; where it is short, those around it too."""
    if not leans(vocabulary, context):
        return vocabulary.list_words(context.label)
    texts = (context.label, context.tail, find_topic(vocabulary, context))
    return merge(*(vocabulary.list_words(text) for text in texts))


def find_topic(vocabulary: Vocabulary, context: NumberContext) -> str:
    """Return the nearest clause before the label that names something new: a short label leans on it."""
    return next((clause for clause in context.clauses if _names_more(vocabulary, clause, context.label)), "")


def _names_more(vocabulary: Vocabulary, clause: str, label: str) -> bool:
    return any(noun not in label for noun in vocabulary.list_nouns(clause))


def says_name(vocabulary: Vocabulary, ours: NumberContext, name: str) -> bool:
    """Tell whether every word of the catalogue's name that its unit does not say stands right at a number."""
    words = [word for word in vocabulary.list_telling(name) if word not in MEASURING]
    here = ours.label + ours.tail + (find_topic(vocabulary, ours) if leans(vocabulary, ours) else "")
    return sum(map(len, words)) >= LONG_NAME and all(word in here for word in words)


def _list_unheard(
    vocabulary: Vocabulary, ours: NumberContext, theirs: NumberContext, name: str, *, said: bool
) -> tuple[str, ...]:
    """Return the nouns at our number that the other lacks: in the label, the tail, the clause before."""
    near = "".join((theirs.label, theirs.tail, find_topic(vocabulary, theirs), name, theirs.heading))
    short = leans(vocabulary, ours)
    last = () if ours.tail or ours.role else vocabulary.list_last(ours.label)
    label = vocabulary.list_telling(ours.label) if short else (*vocabulary.list_naming(ours.label), *last)
    telling = (*label, *vocabulary.list_things(ours.tail))
    before = vocabulary.list_nouns(find_topic(vocabulary, ours)) if short and not said else ()
    wide = near + theirs.sentence
    return (
        *(noun for noun in telling if not _is_said(noun, near)),
        *(noun for noun in before if not _is_said(noun, wide)),
    )


def _list_missing(vocabulary: Vocabulary, ours: NumberContext, theirs: NumberContext) -> tuple[str, ...]:
    """Return the nouns at the other number, or before it where its label is short, that our sentence lacks."""
    nouns = [*vocabulary.list_nouns(theirs.label), *vocabulary.list_things(theirs.tail)]
    nouns += vocabulary.list_nouns(find_topic(vocabulary, theirs)) if leans(vocabulary, theirs) else []
    return tuple(noun for noun in nouns if not _is_said(noun, ours.sentence))


def _is_said(noun: str, words: str) -> bool:
    """Tell whether a noun, or most of it, is among the words: 行政执法证件 in 行政执法证."""
    pairs = [noun[index : index + 2] for index in range(len(noun) - 1)]
    return noun in words or sum(pair in words for pair in pairs) >= MOST * len(pairs)


def leans(vocabulary: Vocabulary, context: NumberContext) -> bool:
    """Tell whether a label needs the words before it to say what is counted: 化解率, 占总数的, 全年计划投资."""
    return is_short(context) or not vocabulary.list_nouns(context.label)


def is_short(context: NumberContext) -> bool:
    """Tell whether a label is too short to say what is counted by itself."""
    return len(strip_relation(context.label)) < LONG_LABEL or context.label.startswith(("占", "其中"))


def _list_around(vocabulary: Vocabulary, context: NumberContext) -> Features:
    return merge(vocabulary.list_words(context.sentence), vocabulary.list_words(context.heading))


def is_unit_of(context: NumberContext, slot: Slot) -> bool:
    """Tell whether a number has the unit of an indicator."""
    return fold_unit(context.numeral.unit) == fold_unit(slot.unit)
