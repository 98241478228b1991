"""Who speaks in a document: “a statement by the club read”, “the note said”."""

import re
from dataclasses import replace

from reader.analysis.quotes.speakers.asked import Asked, Named, line_end
from reader.analysis.quotes.speakers.bodies import spoke_before
from reader.analysis.quotes.speakers.namely import named_there
from reader.analysis.quotes.speakers.topics import told_before
from reader.analysis.quotes.speakers.words import WORDS
from reader.document.span import Span

_KINDS = "|".join(sorted(WORDS["documents"]))
_BY = re.compile(
    rf"(?:(?:an?|the|this|that|one|another)[^\S\n])?(?:[\w-]+[^\S\n]){{0,2}}?(?:{_KINDS})\b"
    r"(?:[^\S\n](?:issued|released|published|posted|signed|sent|written|made|shared|put out))?"
    r"[^\S\n](?:by|from)[^\S\n](?:the[^\S\n])?(?P<who>[A-ZÀ-ÞŠŽ][\w’'.-]*(?:[^\S\n][A-ZÀ-ÞŠŽ][\w’'.-]*)*)",
    re.IGNORECASE,
)
_OWN = re.compile(rf"(?P<who>\S[^,.;]*?)(?:['’]s|(?<=s)['’])[^\S\n](?:[\w-]+[^\S\n]){{0,2}}(?:{_KINDS})\Z")
_SAME = re.compile(rf"(?:the|this|that)[^\S\n](?:[\w-]+[^\S\n])?(?P<kind>{_KINDS})\Z", re.IGNORECASE)
_MADE = (
    r"\b(?:in|via|through|by|issued|posted|released|published|wrote|sent|shared|made|put out) "
    r"(?:an?|his|her|its|their) (?:[\w-]+ )?{kind}\b"
)
BY = "who issued the document"
SAME = "who spoke before did so in it"
_NEAR = 30
"""Code points behind the words that attribute a quote within which the issuer's name begins."""


def issued_by(asked: Asked) -> Named | None:
    """Who issued it, as the words themselves say: “a statement issued by the club”, “the club’s statement”."""
    text, mention = asked.known.text, asked.mention
    found = _BY.match(text, mention.start, line_end(text, mention.end)) or _OWN.match(text, *mention)
    if found is None or not found["who"][0].isupper() or found.start("who") > mention.end + _NEAR:
        return None
    who = named_there(asked._replace(mention=Span.of(found, "who")))
    return who._replace(speaker=replace(who.speaker, mention=mention), how=BY) if who else None


def same_document(asked: Asked) -> Named | None:
    """“The statement”: of whoever made one in the sentence before, or spoke in one before, or of the body that did."""
    known = asked.known
    same = _SAME.match(known.text, *asked.mention)
    if same is None:
        return None
    made = re.compile(_MADE.format(kind=same["kind"].lower()))
    sentence = next(told_before(known.mentions, asked.mention), None)
    if sentence and made.search(known.text, *sentence):
        inside = known.mentions.between(*sentence)
        name = known.mentions.spans[inside[0]] if inside else next(iter(known.names.inside(sentence)), None)
        who = named_there(asked._replace(mention=name)) if name else None
        if who:
            return who._replace(speaker=replace(who.speaker, mention=asked.mention), how=SAME)
    last = asked.last
    if last and any(letter.isupper() for letter in last.speaker.name.text(known.text)):
        spoken = known.mentions.sentences[known.mentions.sentence(last.speaker.mention.start)]
        if made.search(known.text, *spoken):
            return last._replace(speaker=replace(last.speaker, mention=asked.mention), how=SAME, share=None)
    return spoke_before(asked)
