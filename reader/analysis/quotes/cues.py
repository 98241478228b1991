"""The cue of a quotation and the words that name its speaker, within one frame."""

from dataclasses import dataclass

from reader.analysis.quotes.frames import Frame, Token
from reader.analysis.trained import cue_words
from reader.analysis.words import Word
from reader.document.span import Span

REACH = 60
"""Words before and after a quotation among which its cue is looked for; sentences of news are shorter."""
NEAR = 4
LEAST = 0.3
LEAST_FAR = 0.6
"""A word is tried as a cue where at least this share of its uses are one; beyond NEAR words, more."""

_ADVERBS = frozenset(
    """also then later once again still never always often even just only already ever now recently
    earlier repeatedly famously flatly bluntly simply further quickly immediately instead has had
    have having been is was were are be being would could might may will did does do 's not n't
    previously publicly privately first""".split()
)
_CLAUSE_STARTS = frozenset(
    """that but and as while when if because though although whereas so since after before until
    whether which where or than yet nor""".split()
)
_PRONOUNS = frozenset("he she they it we i you who".split())
_DETERMINERS = frozenset(
    """the a an his her its their our my this these those one some many several another both""".split()
)
_PREPOSITIONS = frozenset(
    """in on at by for from with to of into during over under about against between through across
    around near after before since until without within despite amid""".split()
)
_NOT_CUES = frozenset("s not people known expected seemed seems new right".split())
_REPORTING = frozenset(
    """said says say told tells added adds noted notes explained explains argued argues warned warns
    wrote writes asked asks replied replies answered insisted insists acknowledged admitted claimed
    claims declared announced stated states stressed specified recalled confirmed denied suggested
    observed remarked commented conceded concluded continued repeated reiterated responded joked
    quipped tweeted posted assured reported reports complained lamented urged testified recounted
    shouted whispered agreed countered boasted predicted promised pledged vowed described thinks
    believes summed""".split()
)
"""Verbs of saying that a cue lexicon learnt from one kind of news may not have met often enough."""
_REPORTING_SHARE = 0.8
_REFLEXIVE = frozenset(["himself", "herself", "themselves"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cue and speaker mention of a quotation; `rule` says by which pattern they were found."""

    cue: Span | None
    mention: Span | None
    rule: str
    score: float


def best_attribution(frame: Frame, at: int) -> Attribution | None:
    """The likeliest attribution of the quotation at token *at* of *frame*."""
    first = max(0, at - REACH)
    tokens = frame.tokens[first : at + REACH]
    found = [
        each
        for index, token in enumerate(tokens)
        if token.quote is None and (each := _candidate(tokens, index, at - first)) is not None
    ]
    return max(found, key=lambda each: each.score, default=None)


def _candidate(tokens: tuple[Token, ...], cue: int, quote: int) -> Attribution | None:
    """The attribution by the word at *cue*, if it is one, for the quotation at *quote*."""
    low = tokens[cue].word.low
    share = max(cue_words().get(low, 0.0), _REPORTING_SHARE if low in _REPORTING else 0.0)
    if low == "according" and _low(tokens, cue + 1) == "to":
        mention = _phrase_after(tokens, cue + 2)
        span = Span(tokens[cue].word.start, tokens[cue + 1].word.end)
        return mention and Attribution(span, mention, "according to", _score(tokens, cue, quote, 1.45))
    least = LEAST if abs(cue - quote) <= NEAR else LEAST_FAR
    if low in _NOT_CUES or share < least or not tokens[cue].word.is_word:
        return None
    before = _subject_before(tokens, cue)
    after = _phrase_after(tokens, cue + 1) if _can_invert(tokens, cue) else None
    if before is None and after is None:
        return None
    score = _score(tokens, cue, quote, share)
    span = tokens[cue].word.span
    if after and (before is None or _is_cut_off(tokens, cue)):
        return Attribution(span, after, "cue before speaker", score)
    return Attribution(span, before, "speaker before cue", score)


def _score(tokens: tuple[Token, ...], cue: int, quote: int, share: float) -> float:
    """Higher for words that are cues more often, nearer, and on the side that punctuation points to."""
    step = 1 if cue > quote else -1
    between = tokens[quote + step : cue : step]
    distance = len(between)
    reports = cue < quote and any(token.word.low == "that" for token in between[-8:])
    score = share - 0.04 * min(distance, 4 if reports else 20)
    if any(token.quote is not None for token in between):
        score -= 0.25
    if _is_participle(tokens[cue].word):
        score -= 0.25
    words = tokens[quote].word.text.rstrip("”\"’'» ")
    if cue > quote:
        score += 0.35 if words.endswith((",", "?", "!")) and distance <= 6 else 0.0
        score -= 0.3 if words.endswith(".") and distance > 0 else 0.0
        score -= 0.3 if any(token.word.text in ";" for token in between) else 0.0
    else:
        last = tokens[quote - 1].word.text if quote else ""
        score += 0.3 if last in {",", ":", "that", "as"} and distance <= 6 else 0.0
        score += 0.15 if distance <= 2 else 0.0
    return score


def _low(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].word.low if 0 <= at < len(tokens) and tokens[at].quote is None else ""


def _can_invert(tokens: tuple[Token, ...], cue: int) -> bool:
    """Whether a speaker may follow: “…,” said the mayor; … , reported the mayor."""
    if cue + 1 >= len(tokens) or tokens[cue + 1].quote is not None:
        return False
    following = tokens[cue + 1].word
    starts = (
        following.is_capital or following.low in _DETERMINERS | _PRONOUNS - {"who"} or following.low.isalpha()
    )
    return _is_cut_off(tokens, cue) and starts and following.low not in _PREPOSITIONS | _CLAUSE_STARTS


def _is_cut_off(tokens: tuple[Token, ...], cue: int) -> bool:
    """Whether nothing that could be a subject stands right before the cue."""
    at = cue - 1
    while at >= 0 and tokens[at].quote is None and tokens[at].word.low in _ADVERBS:
        at -= 1
    if at < 0:
        return True
    if tokens[at].quote is not None:
        return True
    return tokens[at].word.text in {",", "—", "–"} and not _closes_apposition(tokens, at)


def _closes_apposition(tokens: tuple[Token, ...], comma: int) -> bool:
    """Whether the comma ends an apposition: “Roe, a senator from Ohio, said”."""
    at = comma - 1
    while at > 0 and tokens[at].quote is None and tokens[at].word.text != ",":
        at -= 1
    if at <= 0 or tokens[at].quote is not None or comma - at > 18 or tokens[at + 1].quote is not None:
        return False
    head = tokens[at - 1]
    named_after = all(token.word.is_capital or token.word.text == "." for token in tokens[at + 1 : comma])
    return head.quote is None and (
        head.word.is_capital or head.word.text.isdigit() or (named_after and head.word.is_word)
    )


def _subject_before(tokens: tuple[Token, ...], cue: int) -> Span | None:
    """The noun phrase that is the subject of the verb at *cue*."""
    at = cue - 1
    if _is_participle(tokens[cue].word):
        return _clause_subject(tokens, cue)
    while (
        at >= 0
        and tokens[at].quote is None
        and (tokens[at].word.low in _ADVERBS or _is_adverb(tokens[at].word))
    ):
        at -= 1
    if at < 0 or tokens[at].quote is not None:
        return None
    if tokens[at].word.low in {"who", "which"}:
        at -= 1
        while at >= 0 and tokens[at].word.text == ",":
            at -= 1
        return _phrase_before(tokens, at)
    if tokens[at].word.text == "," and _closes_apposition(tokens, at):
        comma = at
        at -= 1
        while tokens[at].word.text != ",":
            at -= 1
        return _named(tokens, _phrase_before(tokens, at - 1), at + 1, comma)
    if tokens[at].word.low in {"and", "but", "or", "to", "by", "in", ","} or not tokens[at].word.is_word:
        return _clause_subject(tokens, at)
    return _phrase_before(tokens, at) or _clause_subject(tokens, at)


def _named(tokens: tuple[Token, ...], head: Span | None, start: int, end: int) -> Span | None:
    """Of a phrase and its apposition the one that is a name: “the mayor, Anna Berg, said”."""
    first = next((token.word for token in tokens[:start] if head and token.word.start == head.start), None)
    described = first is not None and (not first.is_capital or first.low in _DETERMINERS)
    apposed = [token.word for token in tokens[start:end]]
    if described and apposed and all(word.is_capital or word.text == "." for word in apposed):
        return Span(apposed[0].start, apposed[-1].end)
    return head


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") and len(word.low) > 4 and not word.is_capital


def _clause_subject(tokens: tuple[Token, ...], end: int) -> Span | None:
    """The first name, pronoun or described person of the sentence before *end*: subject of its verbs."""
    for at in range(end):
        token = tokens[at]
        if token.quote is not None:
            continue
        if token.word.low in _PRONOUNS - {"it", "you", "who"}:
            return token.word.span
        name = token.word.is_capital and token.word.is_word and (at > 0 or _names_at_start(tokens))
        if name and _low(tokens, at - 1) not in _PREPOSITIONS:
            return _phrase_after(tokens, at)
        if token.word.low in {"the", "a", "an"} and at == 0:
            return _phrase_after(tokens, at)
    return None


def _names_at_start(tokens: tuple[Token, ...]) -> bool:
    """Whether the capital of a sentence's first word is a name's."""
    from reader.analysis.trained import common_words

    first = tokens[0].word
    following = tokens[1].word if len(tokens) > 1 else None
    return first.low not in common_words() or bool(following and following.is_capital)


def _phrase_before(tokens: tuple[Token, ...], last: int) -> Span | None:
    """The noun phrase whose last word is at *last*; an age after the name is passed over."""
    if last > 1 and tokens[last].word.text.isdigit() and tokens[last - 1].word.text == ",":
        last -= 2
    if last < 0 or tokens[last].quote is not None or not tokens[last].word.is_word:
        return None
    if tokens[last].word.low in _PRONOUNS:
        return tokens[last].word.span
    at = last
    while at > 0 and _belongs(tokens, at - 1):
        at -= 1
    while at < last and tokens[at].word.low in _PREPOSITIONS | _CLAUSE_STARTS | _ADVERBS:
        at += 1
    at = _after_introduction(tokens, at, last)
    span = Span(tokens[at].word.start, tokens[last].word.end)
    return span if span.end - span.start <= 200 else Span(tokens[last].word.start, span.end)


def _belongs(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.quote is not None:
        return False
    if token.word.text in {".", "'", "’", "&", "-", "/"}:
        return True
    if not token.word.is_word or token.word.low in _CLAUSE_STARTS - {"and", "or"}:
        return False
    if token.word.low in {"and", "or"}:
        return tokens[at + 1].word.is_capital and at > 0 and tokens[at - 1].word.is_capital
    return token.word.low not in _PRONOUNS and cue_words().get(token.word.low, 0) < 0.5


def _after_introduction(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Skip what leads to the subject: “In Ohio on Friday Roe” gives Roe."""
    if not any(tokens[i].word.low in _PREPOSITIONS for i in range(max(0, first - 1), last)):
        return first
    if not tokens[last].word.is_capital:
        starts = [i for i in range(first, last) if tokens[i].word.low in _DETERMINERS]
        return starts[0] if starts else first
    at = last
    while at > first and (tokens[at - 1].word.is_capital or tokens[at - 1].word.text == "."):
        at -= 1
    before = _low(tokens, at - 1)
    if before in _PREPOSITIONS - {"after", "before", "during", "since"} or before in _DETERMINERS:
        starts = [i for i in range(first, at) if tokens[i].word.low in _DETERMINERS]
        return starts[0] if starts else first
    return at


def _phrase_after(tokens: tuple[Token, ...], first: int) -> Span | None:
    """The noun phrase that begins at *first*, with an apposition where that holds the name."""
    if first >= len(tokens) or tokens[first].quote is not None or not tokens[first].word.is_word:
        return None
    low = tokens[first].word.low
    owner = low == "her" and _low(tokens, first + 1).isalpha()
    if low in _PRONOUNS | {"him", "her", "them", "me"} and not owner:
        return tokens[first].word.span
    last = _phrase_end(tokens, first)
    described = not tokens[first].word.is_capital
    if described and _low(tokens, last + 1) == "," and last + 2 < len(tokens):
        name = tokens[last + 2]
        if name.quote is None and name.word.is_capital:
            last = _phrase_end(tokens, last + 2)
    return Span(tokens[first].word.start, tokens[last].word.end)


def _phrase_end(tokens: tuple[Token, ...], first: int) -> int:
    """The index of the last word of the phrase that begins at *first*."""
    at = first
    capital = tokens[first].word.is_capital
    while at + 1 < len(tokens):
        token = tokens[at + 1]
        low = token.word.low
        if token.quote is not None:
            break
        if (
            token.word.text == "."
            and len(tokens[at].word.text) <= 3
            and at + 2 < len(tokens)
            and tokens[at + 2].word.is_capital
        ):
            at += 1
            continue
        if not token.word.is_word or low in _CLAUSE_STARTS | _PRONOUNS | _REFLEXIVE:
            break
        if low in _PREPOSITIONS and not _links(tokens, at + 1, capital=capital):
            break
        if cue_words().get(low, 0) >= 0.5 or low in _ADVERBS or _is_adverb(token.word) or at - first > 14:
            break
        if (
            capital
            and not token.word.is_capital
            and low not in _PREPOSITIONS | _DETERMINERS
            and tokens[at].word.low not in _PREPOSITIONS | _DETERMINERS
        ):
            break
        at += 1
    while at > first and (tokens[at].word.low in _PREPOSITIONS | _DETERMINERS or not tokens[at].word.is_word):
        at -= 1
    return at


def _links(tokens: tuple[Token, ...], at: int, *, capital: bool) -> bool:
    """Whether the preposition at *at* goes on a noun phrase: of, for, from before more of a name."""
    if tokens[at].word.low not in {"of", "for", "from", "at", "with"} or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.quote is not None:
        return False
    if capital:
        return tokens[at].word.low == "of" and (following.word.is_capital or following.word.low == "the")
    return following.word.is_word


def _is_participle(word: Word) -> bool:
    return word.low.endswith("ing") and word.low != "according"
