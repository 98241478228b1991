"""The people of one article as mentions in reading order: whomever a pronoun or a description can mean."""

from bisect import bisect_left, bisect_right
from collections import Counter
from operator import itemgetter
from unicodedata import combining, normalize

from reader.analysis.findings import Findings
from reader.analysis.trained import first_names
from reader.document.outline import Person

FEMALE = frozenset(
    """woman girl mother daughter sister wife widow aunt niece grandmother queen princess actress countess
    duchess baroness heroine abbess nun goddaughter waitress ballerina congresswoman spokeswoman
    chairwoman councilwoman businesswoman mrs ms miss lady madam""".split()
)
MALE = frozenset(
    """man boy father son brother husband widower uncle nephew grandfather king prince actor count duke
    baron earl emperor sultan emir monk abbot imam godson waiter groom fisherman policeman fireman
    congressman spokesman chairman councilman businessman mr sir lord pope""".split()
)
_FEMALE_ENDINGS = ("ova", "eva", "ová", "skaya", "dóttir", "ska", "ina")
_MALE_ENDINGS = ("ov", "ev", "sky", "skiy", "ski", "ský", "son", "ić")
_LOOKED_AT = 20
"""Mentions of a person that are looked at for a title that tells."""


class Mentions:
    """Every mention by name, and where it stands."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        pairs = [(span, person) for person in findings.outline.people for span in person.mentions]
        pairs.sort(key=itemgetter(0))
        self.spans = [span for span, _ in pairs]
        self.people = [person for _, person in pairs]
        self.sentences = findings.sentences
        self._starts = [span.start for span in self.spans]
        self._sentence_starts = [sentence.start for sentence in findings.sentences]
        self._paragraph_starts = [paragraph.start for paragraph in findings.paragraphs]
        self._quoted = findings.quoted
        self._quoted_starts = [span.start for span in findings.quoted]
        self._outside = [start for start in self._starts if not self.in_quote(start)]
        self._genders: dict[str, str] = {}

    def between(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin from *start* to *end* (exclusive)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def named_outside(self, start: int, end: int) -> bool:
        """Whether anybody is named from *start* to *end* (exclusive) but between quotation marks."""
        return bisect_left(self._outside, start) < bisect_left(self._outside, end)

    def last_before(self, at: int) -> int | None:
        """The number of the last mention that begins before a position."""
        index = bisect_left(self._starts, at) - 1
        return index if index >= 0 else None

    def in_quote(self, at: int) -> bool:
        """Whether a position lies between quotation marks."""
        index = bisect_right(self._quoted_starts, at) - 1
        return index >= 0 and self._quoted[index].end > at

    def sentence(self, at: int) -> int:
        """The number of the sentence at a position."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at a position."""
        return bisect_right(self._paragraph_starts, at) - 1

    def gender(self, person: Person) -> str:
        """`f`, `m`, or `e` where neither title, role nor first name tells."""
        if person.id not in self._genders:
            self._genders[person.id] = self._find_gender(person)
        return self._genders[person.id]

    def _find_gender(self, person: Person) -> str:
        told: Counter[str] = Counter()
        for span in person.mentions[:_LOOKED_AT]:
            before = self.text[max(0, span.start - 24) : span.start].lower().replace(".", " ").split()
            before = [word.strip(",:;") for word in before]
            if before and before[-1] in FEMALE | MALE:
                told["f" if before[-1] in FEMALE else "m"] += 2
        for word in person.role.text(self.text).lower().split() if person.role else ():
            told["f"] += word in FEMALE
            told["m"] += word in MALE
        if told["f"] != told["m"]:
            return "f" if told["f"] > told["m"] else "m"
        name = person.name.text(self.text).split()
        return _by_form(name) if len(name) > 1 else "e"


def _unaccented(name: str) -> str:
    return "".join(each for each in normalize("NFD", name) if not combining(each))


def _by_form(name: list[str]) -> str:
    """By the list of first names, else by endings that go with one gender in most languages of Europe."""
    plain = _unaccented(name[0])
    if plain in first_names():
        return first_names()[plain]
    if name[-1].endswith(_FEMALE_ENDINGS) or name[0].endswith(("a", "á")):
        return "f"
    return "m" if name[-1].endswith(_MALE_ENDINGS) else "e"
