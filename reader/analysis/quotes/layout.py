"""Speakers and speech that the layout or a set phrase tells: “…” ― Name, NAME: “…”, in her words, “…”."""

import re

from reader.document.span import Span

_NAME = r"[A-ZÀ-ÞŠŽ][\w.’'-]+(?:[^\S\n]+(?:[A-ZÀ-ÞŠŽ][\w.’'-]*|de|van|von|la|del|bin|al)){0,4}"
_SIGNED = re.compile(rf"[”\"»\s]*[―—–][^\S\n]*(?P<name>{_NAME})(?=\s*(?:[,.(\n]|$))")
_ASIDE = r"(?:[ \t]*[(\[][^)\]\n]{1,40}[)\]])?"
"""A stage direction: OYARZÚN (laughing): “…”."""
_NAMED_LINE = re.compile(rf"(?:^|\n)[ \t]*(?P<name>{_NAME}){_ASIDE}:[ \t]*$")
_SENT_BY = re.compile(
    r"(?:^|\n)[ \t]*(?:From (?:the desk of )?|(?:A |The )?(?:[Mm]essage|[Ll]etter|[Nn]ote|[Ss]tatement|[Rr]emarks) "
    r"(?:from|by|of) )"
    rf"(?P<name>{_NAME})(?:,[^\n]{{1,120}})?[.:]?[ \t]*\n\s*\Z"
)
_TRANSCRIPT = re.compile(rf"\W{{0,2}}(?P<name>[A-ZÀ-ÞŠŽ][A-ZÀ-ÞŠŽ .’'-]{{2,40}}){_ASIDE}:\s")
_COLON_NAME = re.compile(r":[^\S\n]+[A-ZÀ-ÞŠŽ]")
"""What follows a quotation that opens a headline: ‘I will be back’: Larsen vows to return."""
_OWN_WORDS = re.compile(
    r"\b(?:in (?:his|her|their|its|my|our|\S+['’]s?) (?:own )?words|"
    r"as \S[^.!?“”\"]{1,60} (?:puts?|phrased|describe[sd]) it)[,:]?\s*\Z"
)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s|ing)|inquire[ds]|wonder(?:ed|s))(?: (?:him|her|them|us|me|himself|herself))?[,:]\s*\Z"
)
_REACH = 80
_LINE = 200


def signed_by(text: str, quotation: Span) -> tuple[Span, str] | None:
    """The name that the layout gives with a quotation, and how."""
    after = _SIGNED.match(text, quotation.end, quotation.end + _REACH)
    if after:
        return Span.of(after, "name"), "signed after the quotation"
    start = text.rfind("\n", max(0, quotation.start - _REACH), quotation.start) + 1
    before = _NAMED_LINE.match(text[start : quotation.start]) if quotation.start - start <= _REACH else None
    if before:
        return Span(start + before.start("name"), start + before.end("name")), "named before a colon"
    above = text[max(0, quotation.start - _LINE) : quotation.start]
    sent = _SENT_BY.search(above)
    if sent:
        offset = quotation.start - len(above)
        return Span(offset + sent.start("name"), offset + sent.end("name")), "named in the line above"
    return None


def introduced(text: str, quotation: Span) -> bool:
    """Whether the words right before a quotation say that somebody's own follow."""
    start = text.rfind("\n", max(0, quotation.start - _REACH), quotation.start) + 1
    if quotation.start == 0 and _COLON_NAME.match(text, quotation.end):
        return True
    before = text[max(start, quotation.start - _REACH) : quotation.start]
    return any(pattern.search(before) for pattern in (_OWN_WORDS, _ASKED))


def transcribed(text: str, start: int, end: int) -> Span | None:
    """The name in capitals with a colon that a paragraph of a transcript begins with."""
    found = _TRANSCRIPT.match(text, start, min(end, start + _REACH))
    return Span.of(found, "name") if found else None
