"""Which body “it”, “they”, “the company” mean."""

import re
from dataclasses import replace

from reader.analysis.names import CALENDAR
from reader.analysis.places.gazetteer import lookup
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.speakers.asked import Asked, Named
from reader.analysis.quotes.speakers.topics import told_before
from reader.analysis.quotes.speakers.words import WORDS
from reader.document.outline import Speaker
from reader.document.span import Span

_ORGANISATIONS = WORDS["organisations"]
_COLLECTIVES = WORDS["collectives"]
"""Groups that “they” means although their noun is singular."""
_BODY = re.compile(
    rf"The (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(_ORGANISATIONS))}|ministry|department|council|committee|"
    r"commission|board|court|government|office|authority|institute|party|army|police|inspectorate|parliament)\b"
    r"(?: (?:of|for) (?:the )?[\w’'-]+(?: and [\w’'-]+)?)?"
)
"""A body at the beginning of a sentence."""
_NEXT = re.compile(r"[^\S\n]+(?:also |had |has )?([a-z]+)")
_INNER = re.compile(r",|\s(?:of|for|from|at|in|to|with|who|which|that|on|near|by|close)\s")
_SHORTLY = 300
"""Code points before “the company” in which its name is looked for."""
_MOST_WORDS = 4
_PARAGRAPHS = 2
"""Paragraphs that “they” looks back for the group that spoke."""


def group_before(asked: Asked) -> Named | None:
    """They: the group that spoke before, if it was one."""
    last = asked.last
    if asked.low != "they" or last is None or last.person:
        return None
    mentions = asked.known.mentions
    far = mentions.paragraph(asked.mention.start) - mentions.paragraph(last.speaker.mention.start)
    if far > _PARAGRAPHS or not _is_group(last.speaker.name.phrase(asked.known.text)):
        return None
    speaker = replace(last.speaker, mention=asked.mention)
    return Named(speaker, "the group that spoke before")


def _is_group(words: str) -> bool:
    """Whether a noun phrase means several people: “officials at the ministry”, “Jonas’s family”."""
    head = (_INNER.split(words, maxsplit=1)[0].split() or [""])[-1].strip(".,").lower()
    return head in _COLLECTIVES or "NNS" in look(head).part


def described_body(asked: Asked) -> Named | None:
    """It, or “the company”: the body of which the sentence before tells, or the only one named shortly before."""
    words = asked.low.split()
    described = 1 < len(words) <= _MOST_WORDS and words[0] == "the" and words[-1] in _ORGANISATIONS
    if not described and asked.low != "it":
        return None
    again = spoke_before(asked)
    if again:
        return again
    subject = _subject_before(asked) if asked.low == "it" else _subject_named_before(asked)
    if subject:
        return Named(Speaker(asked.mention, subject), "the sentence before is about this body")
    found = _only_named(asked)
    return (
        Named(Speaker(asked.mention, found), "the only organisation named shortly before") if found else None
    )


def spoke_before(asked: Asked) -> Named | None:
    """The body that spoke before by its name, shortly before."""
    last, known = asked.last, asked.known
    if last is None or last.person:
        return None
    far = known.mentions.paragraph(asked.mention.start) - known.mentions.paragraph(last.speaker.mention.start)
    if far > _PARAGRAPHS or not _is_name(known.text, last.speaker.name):
        return None
    return Named(replace(last.speaker, mention=asked.mention), "the body that spoke before")


def _is_name(text: str, name: Span) -> bool:
    """Whether words are a name, but for an article: “the Rodong Sinmun”."""
    words = name.text(text).split()
    rest = words[1:] if words[0].lower() == "the" else words
    if len(rest) == 1 and rest[0].lower() in WORDS["pronouns"]:
        return False
    return bool(rest) and all(word[0].isupper() or word in WORDS["inside"] for word in rest)


def _subject_named_before(asked: Asked) -> Span | None:
    """The body whose name is the subject of the sentence before: “On Monday, Dick Lane Films denied it.”"""
    known = asked.known
    sentence = next(told_before(known.mentions, asked.mention), None)
    if sentence is None:
        return None
    for name in known.names.inside(sentence):
        before = known.text[max(0, name.start - 2) : name.start]
        opens = name.start == sentence.start or before in {", ", "e "}
        after = _NEXT.match(known.text, name.end)
        acts = after and look(after[1]).part.startswith(("VBD", "VBZ", "MD"))
        if opens and acts:
            return name if _is_body(asked, name) else None
    return None


def _only_named(asked: Asked) -> Span | None:
    """The only name shortly before that is no person's or place's."""
    known, found = asked.known, dict[str, Span]()
    for name in known.names.inside(Span(max(0, asked.mention.start - _SHORTLY), asked.mention.start)):
        if _is_body(asked, name):
            found.setdefault(name.phrase(known.text), name)
    return next(iter(found.values())) if len(found) == 1 else None


def _subject_before(asked: Asked) -> Span | None:
    """The body that is the subject of the sentence before: “The ministry of fisheries … It said …”."""
    mentions, text = asked.known.mentions, asked.known.text
    sentence = next(told_before(mentions, asked.mention), None)
    if sentence is None:
        return None
    near = mentions.paragraph(asked.mention.start) - mentions.paragraph(sentence.start)
    body = _BODY.match(text, *sentence)
    if body and not near:
        return Span(*body.span())
    start = sentence.start + 4 * text.startswith("The ", sentence.start)
    name = next(iter(asked.known.names.inside(Span(start, sentence.end))), None)
    if name is None or name.start != start or near > 1:
        return None
    return name if _is_body(asked, name) and text[name.end : name.end + 2].strip().islower() else None


def _is_body(asked: Asked, name: Span) -> bool:
    """Whether a name is no person's, place's or day's, as far as is known."""
    spelt, mentions = name.phrase(asked.known.text), asked.known.mentions
    known = mentions.between(name.start, name.end) or mentions.in_quote(name.start)
    return not known and spelt.lower() not in CALENDAR and not lookup(spelt)
