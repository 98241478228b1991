"""Sources without a name: “A customs officer said …”, whom “she” and “the officer” mean from there on."""

import re
from bisect import bisect_left

from reader.analysis.quotes.looks import look
from reader.analysis.quotes.speakers.descriptions import PEOPLE
from reader.analysis.quotes.speakers.genders import FEMALE, MALE
from reader.analysis.quotes.speakers.mentions import Mentions
from reader.document.span import Span

_HEADS = "|".join(sorted(PEOPLE, key=len, reverse=True))
_WORDS = r"(?:(?!(?:of|for|with|to|in|on|at|from|by|that|who|whose|which|and|or|is|was)\b)[\w’'-]+[^\S\n])"
_INTRODUCED = re.compile(
    r"(?:(?<=[.!?:;”\"] )|(?<=\n)|(?<=\A)|(?<=said )|(?<=says )|(?<=But )|(?<=And )|(?<=Yet ))"
    rf"(?:(?:[Aa]|[Aa]n|[Oo]ne|[Aa]nother)[^\S\n]{_WORDS}{{0,4}}?(?P<head>{_HEADS})\b"
    rf"|[Oo]ne of (?:the|his|her|its|their)[^\S\n]{_WORDS}{{0,3}}?(?P<heads>{_HEADS})s\b"
    rf"|(?:[Aa]|[Aa]n|[Oo]ne|[Aa]nother)[^\S\n]{_WORDS}{{0,3}}?(?P<told>[a-z][\w’'-]+)"
    r"(?:[^\S\n](?:in|at|from|of|with|for|on|near)[^\S\n][^,.;:!?\n]{1,40})?(?=,? who\b))"
    r"(?!['’]s|[^\S\n](?:[A-Z]|and\b)|, (?:he|she)\b)"
)
_NEXT = re.compile(r"[^\S\n](?P<word>[a-z]+)")
_SILENT = re.compile(
    r"[^,.!?\n]{0,60}\b(?:declined|refused|(?:did|could|would|was|were|has|have)(?: not|n[’']t))\b(?! to be| be)"
)
_PARAGRAPHS = 3
"""Paragraphs that a pronoun looks back for an unnamed source."""


class Unnamed:
    """The people whom an article introduces without a name, in reading order."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        found = [
            match for match in _INTRODUCED.finditer(mentions.text)
            if not mentions.in_quote(match.start()) and not _goes_on(mentions.text, match.end())
        ]  # fmt: skip
        self._spans = [Span(*match.span()) for match in found]
        self._heads = [match["head"] or match["heads"] or match["told"] for match in found]
        self._starts = [span.start for span in self._spans]

    def meant_by(self, pronoun: Span, *, female: bool) -> Span | None:
        """The unnamed person whom “he” or “she” means: the last one introduced, if nobody was named since."""
        index = bisect_left(self._starts, pronoun.start) - 1
        if index < 0:
            return None
        span, head = self._spans[index], self._heads[index]
        mentions = self.mentions
        far = mentions.paragraph(pronoun.start) - mentions.paragraph(span.start) > _PARAGRAPHS
        if far or head in (MALE if female else FEMALE) or _SILENT.match(mentions.text, span.end):
            return None
        return None if mentions.named_outside(span.start, pronoun.start) else span

    def described(self, low: str, mention: Span) -> Span | None:
        """The unnamed person whom “the officer” means: one of that kind, if nobody was named since."""
        head = low.rsplit(maxsplit=1)[-1]
        index = bisect_left(self._starts, mention.start) - 1
        if index < 0 or not low.startswith("the ") or self._heads[index] != head:
            return None
        span = self._spans[index]
        return None if self.mentions.named_outside(span.start, mention.start) else span


def _goes_on(text: str, at: int) -> bool:
    """Whether a noun follows, so that the words before only modify it: “a chief reason”."""
    word = _NEXT.match(text, at)
    return word is not None and look(word["word"]).part in {"NN", "NNS"}
