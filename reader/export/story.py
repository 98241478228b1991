"""How it was decided who said something, in the words of the outline: the same on the screen and for `--trace`."""

from collections.abc import Iterator

from reader.document.article import Article
from reader.document.outline import NOT_NAMED, Outline, Quote, Speaker, SpeakerKind
from reader.document.span import Span
from reader.sanitise import printable, printable_lines

_SHOWN_AS: dict[SpeakerKind, str] = {
    "name": "a name",
    "organisation": "the name of a body",
    "description": f"a description: {NOT_NAMED}",
    "pronoun": f"a pronoun: {NOT_NAMED}",
    "unnamed": "somebody whom the article does not name",
}
_FIRST_WORDS = 60
"""Characters of a quote by which the trace of many shows it."""


def story(article: Article, quote: Quote) -> str:
    """What a quote is, who said it, and what was proposed on the way, in lines."""
    kind = "a quote" if quote.kind == "direct" else "reported speech"
    lines = [f"{kind} with probability {quote.probability:.2f}"]
    if quote.cue:
        lines.append(f"cue: “{_words(article, quote.cue)}”")
    lines.append(f"rule: {quote.rule}")
    lines += _decided(article, quote)
    if quote.speaker:
        lines += _shown(article, quote.speaker)
    return "\n".join(lines)


def _decided(article: Article, quote: Quote) -> Iterator[str]:
    """The steps, what was followed with an arrow."""
    for step in quote.trace:
        sign = "→" if step.is_followed else "×"
        yield f"  {sign} “{_words(article, step.proposed)}” {step.weight:.2f}: {step.rule}"


def _shown(article: Article, speaker: Speaker) -> Iterator[str]:
    sure = "" if speaker.is_sure else ": probably"
    yield f"speaker with probability {speaker.probability:.2f}{sure}"
    yield f"mention: “{_words(article, speaker.mention)}” at {speaker.mention.start}"
    if speaker.name != speaker.mention:
        yield f"→ name: “{_words(article, speaker.name)}” at {speaker.name.start}"
    yield f"   because {speaker.how}"
    yield f"   shown as {_SHOWN_AS[speaker.kind]}"
    if speaker.role:
        yield f"→ introduced as: “{_words(article, speaker.role)}” at {speaker.role.start}"


def trace(article: Article, outline: Outline) -> str:
    """The stories of all quotes, in reading order, with the line end."""
    return "".join(
        f"{_heading(article, each)}\n{_indented(story(article, each))}\n\n" for each in outline.quotes
    )


def _heading(article: Article, quote: Quote) -> str:
    words = _words(article, quote.span)
    cut = words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS]}…"
    return f"{quote.id} at {quote.span.start}: {cut}"


def _indented(lines: str) -> str:
    return "\n".join(f"    {line}" for line in printable_lines(lines).splitlines())


def _words(article: Article, span: Span) -> str:
    return printable(span.phrase(article.text))
