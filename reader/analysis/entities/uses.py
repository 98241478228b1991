"""How an article uses its words with a capital: what one sentence leaves open, another tells."""

from collections import Counter
from collections.abc import Iterable

from reader.analysis.entities.shapes import shape
from reader.analysis.names import TITLES, name_text
from reader.analysis.reporting import cue_share
from reader.analysis.words import Sentence, Word


class Uses:
    """How an article uses each capitalised word, all sentences together."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._located: Counter[str] = Counter()
        self._after_name: Counter[str] = Counter()
        self._acts: Counter[str] = Counter()
        self._titled: Counter[str] = Counter()
        for sentence in sentences:
            for at, word in enumerate(sentence):
                if word.is_word:
                    self._add(sentence, at, word)

    def _add(self, sentence: Sentence, at: int, word: Word) -> None:
        name = name_text(word)
        if not word.is_capital:
            self._small[name] += 1
            return
        name = name.capitalize() if name.isupper() else name
        before = sentence[at - 1] if at else None
        after = sentence[at + 1].low if at + 1 < len(sentence) else ""
        self._capital[name] += 1
        if before:
            self._located[name] += before.low in {"in", "at", "near", "from"}
            self._titled[name] += before.low in TITLES or (
                before.text == "." and at > 1 and sentence[at - 2].low in TITLES
            )
            self._after_name[name] += "g" in shape(before.text).lists and before.is_capital
        self._acts[name] += cue_share(after) > 0.5

    def of(self, word: Word) -> list[str]:
        """Features of a capitalised word."""
        name = name_text(word)
        small = self._small[name.lower()]
        name = name.capitalize() if name.isupper() else name
        uses = self._capital[name]
        found = [f"uses{min(uses, 4)}", f"small{min(2, small)}"]
        for label, counts in (
            ("in", self._located),
            ("given", self._after_name),
            ("acts", self._acts),
            ("titled", self._titled),
        ):
            if counts[name]:
                found.append(f"{label}{1 + (3 * counts[name] > uses)}")
        return found
