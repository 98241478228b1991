"""Which words of a chunk are the name: not ranks, offices, styles of address, nationalities or countries before it."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from reader.analysis.names import ORGANISATION_WORDS, TITLES, Chunk, name_text
from reader.analysis.places.gazetteer import demonyms, key, lookup
from reader.analysis.roles import OFFICE_LINKS, ROLE_NOUNS, is_agent, is_occupation, is_role_noun
from reader.analysis.trained import common_words, first_names, name_words, word_classes
from reader.analysis.words import Word

Name = tuple[Word, ...]

_STYLES = frozenset(
    """datuk dato tun tunku tengku puan encik haji hajjah alhaji alhaja begum shri smt pandit maulana mullah
    ayatollah hojatoleslam ustaz ustadh kyai bapak ibu chief hon honourable honorable justice advocate adv
    pm da mp mps mep msp mla ag dg dpp igp cj cfo coo cto cio md vp evp svp mec brig supt cpl pte cdr cmdr
    insp sgt cst dsp asp ssp acp dcp brigadier commodore marshal eng engr ir""".split()
)
"""Styles of address and offices by their letters, in small letters."""
_AFTER_STYLE = frozenset("seri sri dr".split())
_RANKS = frozenset(
    """gen general col colonel maj major capt captain lt lieutenant sgt sergeant cpl corporal brig brigadier adm
    admiral cdr commander marshal air vice rear field staff chief warrant second first lance""".split()
)


def name_of(chunk: Chunk, surnames: Collection[str], tagged: Mapping[int, int]) -> tuple[Name, bool]:
    """The name in a chunk, and whether it has a title.

    *surnames*: last words of the article's longer names; *tagged*: where the tagger's people begin, by where
    they end.
    """
    words = chunk.words
    first = _after_titles(words)
    if first >= len(words):
        return (), False
    before = [word for word in chunk.before if word.is_word]
    titled = first > 0 or bool(before and before[-1].low in TITLES and chunk.before[-1].text != ",")
    name = words[first:]
    office = _of_office(chunk, name)
    cut = office or _by_tagger(name, tagged)
    if cut:
        name = name[cut:]
        titled = (
            titled
            or office > 0
            or is_role_noun(name_text(words[first]))
            or is_people(name_text(words[first]))
        )
    while (
        len(name) > 2
        and name[-1].low not in ORGANISATION_WORDS
        and _describes(name, at_start=chunk.starts_sentence)
    ):
        name = name[1:]
    if len(chunk.words) == len(name) == 2 and chunk.starts_sentence and _is_known(name, surnames):
        return name[1:], True
    return name, titled


def last_names(chunks: Iterable[Chunk]) -> frozenset[str]:
    """The last words of an article's names of two words or more, occupations before a last name left out."""
    return frozenset(
        name_text(chunk.words[-1])
        for chunk in chunks
        if len(chunk.words) > 1 and not (len(chunk.words) == 2 and _is_occupation(chunk.words[0]))
    )


def _after_titles(words: Sequence[Word]) -> int:
    """The index after the last title, style or rank."""
    at = max((i for i, word in enumerate(words) if word.low in TITLES), default=-1) + 1
    for i, word in enumerate(words[:-1]):
        if i < at:
            continue
        rest = len(words) - i - 1
        styled = word.low in _STYLES and (name_text(word) not in first_names() or word.text.isupper())
        letters = (
            i > 0 and rest > 1 and 1 < len(word.text) < 5 and word.text.isupper() and not _is_roman(word.text)
        )
        office = i > 0 and rest > 1 and word.low in ROLE_NOUNS and name_text(word) not in name_words()
        follows = i > 0 and i == at and word.low in _AFTER_STYLE and words[i - 1].low in _STYLES
        if styled or letters or office or follows or _is_rank(word.low) or _is_participle(word.text):
            at = i + 1
    return at


def _is_roman(word: str) -> bool:
    return not set(word) - set("IVX")


def _is_rank(low: str) -> bool:
    """Whether a word is a rank of several parts: Major-Gen."""
    parts = low.split("-")
    return len(parts) > 1 and all(part in _RANKS for part in parts)


def _is_participle(word: str) -> bool:
    """Whether a word says of somebody where from or whose: Australian-born, Oslo-based; not a name as Hau-yip is."""
    tail = word.rpartition("-")[2] if "-" in word else ""
    return tail.islower() and word_classes().get(tail, "").startswith("VB")


def _of_office(chunk: Chunk, name: Name) -> int:
    """Words of *name* that say of what an office is: Moldova in “the Prime Minister of Moldova Ana Rusnac”."""
    before = [word for word in chunk.before if word.low != "the"]
    if len(before) > 3 and before[-1].low in OFFICE_LINKS and before[-2].text[0].isupper():
        inner = before[-3].low in OFFICE_LINKS and is_role_noun(before[-4].text)
        before = before[:-2] if inner else before
    if len(before) < 2 or before[-1].low not in OFFICE_LINKS or not is_role_noun(before[-2].text):
        return 0
    for length in range(len(name) - 2, 0, -1):
        spelt = " ".join(map(name_text, name[:length]))
        if (
            any(place.kind in {"country", "region"} for place in lookup(spelt))
            or name[length - 1].low in ORGANISATION_WORDS
        ):
            return length
    return 0


def _by_tagger(name: Name, tagged: Mapping[int, int]) -> int:
    """Words of *name* before somebody whom the tagger found at its end, where none of these can be a name's."""
    last = name[-1]
    start = tagged.get(last.start + len(name_text(last)), -1)
    cut = next((i for i, word in enumerate(name) if word.start == start), 0)
    whole = len(name) - cut > 1 and not _is_roman(last.text)
    return cut if whole and all(map(_is_no_name, name[:cut])) else 0


def _is_no_name(word: Word) -> bool:
    """Whether lists, or its look, tell that a word is none of a person's name."""
    text, low = name_text(word), word.low
    if text in name_words() or len(text) == 1:
        return False
    plain = low.removesuffix("s")
    listed = any(
        form in known for form in (plain, low) for known in (common_words(), word_classes(), ROLE_NOUNS)
    )
    look = not text.isalpha() or text.isupper() or plain.endswith(("er", "or", "ist")) or is_agent(plain)
    return listed or look or is_people(text) or bool(lookup(text))


def is_people(word: str) -> bool:
    """Whether a word is one for the people of a country, and no name: Belgian."""
    return key(word) in demonyms() and word not in name_words()


def _describes(name: Name, *, at_start: bool) -> bool:
    """Whether the first word is no part of the name: “Cyclist Bruna Scarpelli”, “Belgian Ann Smet”."""
    first = name_text(name[0])
    if first in first_names() or len(first) == 1:
        return False
    low = name[0].low
    return is_people(first) or (at_start and low in common_words()) or low in ROLE_NOUNS or is_occupation(low)


def _is_known(name: Name, surnames: Collection[str]) -> bool:
    """Whether an occupation begins a sentence before the last name of somebody: “Realtor Goolam”."""
    return _is_occupation(name[0]) and name_text(name[1]) in surnames


def _is_occupation(word: Word) -> bool:
    """Whether a word with a capital is for what somebody does; -man and -smith end names, too."""
    agent = is_agent(word.low) and not word.low.endswith(("man", "smith"))
    return name_text(word) not in name_words() and (word.low in ROLE_NOUNS or agent)
