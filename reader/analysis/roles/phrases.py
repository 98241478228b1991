"""Which words belong to one noun phrase that says what somebody is, such as “former Bank of Canada governor”."""

from collections.abc import Sequence

from reader.analysis.places.gazetteer import demonyms
from reader.analysis.reporting import USUAL, cue_share
from reader.analysis.roles.nouns import WORDS, is_role_noun
from reader.analysis.roles.tokens import BREAKS, DETERMINERS, Token
from reader.analysis.trained import common_words, word_classes

LINKS = frozenset("of for at in to on from".split())
"""Prepositions that join a role to what it is of."""
OFFICE_LINKS = frozenset("of to for".split())
"""Prepositions between an office and its country or body: ambassador to France."""


def joins_left(before: Token | None, left: Token, right: Token) -> bool:
    """Whether *left*, which stands behind *before*, belongs to the phrase that begins with *right*.

    A common noun in small letters says nothing of an office in capitals: “the third day | Foreign Minister”.
    """
    if left.is_verbal:
        return _describes(before, left, right)
    if left.is_number:
        return before is not None and before.is_capital
    if not left.is_nominal or left.owns:
        return False
    if before and before.low == "to" and _may_be_verb(left):
        return False
    if left.is_capital or not right.is_capital:
        return left.is_capital or left.is_quality or right.low not in WORDS["opening"]
    if is_role_noun(left.text) and right.low in WORDS["ranks"]:
        return True
    if right.text.isupper() and len(right.text) > 1 and left.kind == "NN":
        return True
    singular = left.kind == "NN" or (not left.kind and not left.low.endswith("s"))
    opens = left.opens and left.text[0].isupper() and singular
    return left.is_quality or left.low in WORDS["before_offices"] or opens


def _may_be_verb(word: Token) -> bool:
    """Whether a word behind “to” is a verb: to witness, to coach; not that of an office, as in “to state officials”."""
    return "VB" in word_classes().get(word.low, "").split("|") and word.low not in WORDS["before_offices"]


def _describes(before: Token | None, left: Token, right: Token) -> bool:
    """Whether a form in -ed or -ing is no verb: “the embattled mayor”, “of defeated candidate”, “building owner”."""
    if left.low.endswith("ing"):
        noun = "NN" in word_classes().get(left.low, "") and not right.is_capital
        owned = before is not None and (before.low in DETERMINERS or before.owns)
        return noun or owned or left.low in WORDS["doing"]
    if before is None:
        return left.kind == "VBN" and cue_share(left.low) < USUAL
    return before.low in DETERMINERS or before.kind == "IN" or before.low == "to"


def names_body(left: Token, link: Token, right: Token) -> bool:
    """Whether a preposition stands inside a name: Bank of Canada, Center for Science."""
    begins = left.is_capital or (left.opens and left.text[0].isupper() and left.kind == "NN")
    return (
        link.low in {"of", "for"}
        and begins
        and right.is_capital
        and not left.owns
        and right.low not in demonyms()
    )


def owns_name(left: Token, right: Token) -> bool:
    """Whether a possessive stands inside a name: Sheriff's Office spokesman."""
    return left.owns and left.is_capital and right.is_capital


def couples(left: Token, right: Token) -> bool:
    """Whether “and” stands inside a name: Trade and Industry Minister."""
    both = left.is_capital and right.is_capital
    return both and left.low in common_words() and right.low in common_words()


def last_break(found: Sequence[Token]) -> int:
    """The index after the last mark, or line, that ends a phrase."""
    return next((at for at in range(len(found), 0, -1) if found[at - 1].text in BREAKS), 0)
