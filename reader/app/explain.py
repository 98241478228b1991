"""An item in words for a person: why it is there, who said it, how to link to it."""

from reader.app.row import Target
from reader.document.article import Article
from reader.document.conversions import converted
from reader.document.identity import is_web_address
from reader.document.outline import NOT_NAMED, Outline, Quote, SpeakerKind
from reader.document.span import Span
from reader.export.fragments import passage_link
from reader.sanitise import printable, printable_lines

_HOW = {
    "section": "a heading of the source’s markup, or a line that the tagger takes for one by look and place",
    "figure": "number grammar: a number that is no date, name, score or rank",
    "place": "named as a place by the tagger of names, here or where the same name stands again",
    "person": "named as a person by the tagger of names and by all uses of the name: titles, roles, verbs of saying",
    "note": "written by you",
    "unplaced": "written by you on another version of the article; its passage was not found in this one",
}


def why(article: Article, outline: Outline, target: Target, method: str) -> str:
    """Rule, cue and links of an item, in a few lines; *method* is how the key sentences were chosen."""
    quote = target.quote
    if quote is None:
        lines = [f"a key sentence by {method}" if target.kind == "key" else _HOW.get(target.kind, "")]
        place = next((each for each in outline.locations if each.id == target.id), None)
        if place and place.latitude is not None and place.longitude is not None:
            where = f"{place.latitude:.2f} {place.longitude:.2f}"
            number = f"GeoNames {place.geonames_id}: " if place.geonames_id else ""
            lines.append(f"{number}{place.name}, {place.country or 'several countries'}, {where}")
        if place:
            lines.append(f"because {place.how} (probability {place.probability:.2f})")
        figure = next((each for each in outline.figures if each.id == target.id), None)
        if figure:
            lines.append(
                f"value {figure.value:g}, bound {figure.bound}, unit {figure.unit or 'none'}, {figure.dimension}"
            )
            same = converted(figure.value, figure.unit)
            far = converted(figure.upper, figure.unit) if figure.upper is not None else None
            lines += [f"about {same}{f' to {far}' if far else ''}"] if same else []
            if figure.of:
                lines.append(f"of “{printable(figure.of.phrase(article.text))}”")
        return printable_lines("\n".join(lines))
    return _why_quote(article, quote)


_SHOWN_AS: dict[SpeakerKind, str] = {
    "name": "a name",
    "organisation": "the name of a body",
    "description": f"a description: {NOT_NAMED}",
    "pronoun": f"a pronoun: {NOT_NAMED}",
    "unnamed": "somebody whom the article does not name",
}


def _why_quote(article: Article, quote: Quote) -> str:
    def words(span: Span) -> str:
        return printable(span.phrase(article.text))

    speaker = quote.speaker
    kind = "a quote" if quote.kind == "direct" else "reported speech"
    lines = [f"{kind} with probability {quote.probability:.2f}"]
    if quote.cue:
        lines.append(f"cue: “{words(quote.cue)}”")
    lines.append(f"rule: {quote.rule}")
    if speaker:
        sure = "" if speaker.is_sure else ": probably"
        lines.append(f"speaker with probability {speaker.probability:.2f}{sure}")
        lines.append(f"mention: “{words(speaker.mention)}” at {speaker.mention.start}")
        if speaker.name != speaker.mention:
            lines.append(f"→ name: “{words(speaker.name)}” at {speaker.name.start}")
        lines.append(f"   because {speaker.how}")
        lines.append(f"   shown as {_SHOWN_AS[speaker.kind]}")
        if speaker.role:
            lines.append(f"→ introduced as: “{words(speaker.role)}” at {speaker.role.start}")
    return "\n".join(lines)


def attributed(article: Article, quote: Quote) -> str:
    """A quote as it can be pasted: the words, who said them, where they were read."""
    words = quote.span.text(article.text)
    return f"{words}\n— {said_by(article, quote)} ({link(article, quote.span) or article.uri})"


def said_by(article: Article, quote: Quote) -> str:
    """Who said it, with their role."""
    speaker = quote.speaker
    if speaker is None:
        return "speaker not stated"
    role = f", {speaker.role.phrase(article.text)}" if speaker.role else ""
    unnamed = f" ({NOT_NAMED})" if speaker.is_open else ""
    return f"{'' if speaker.is_sure else 'probably '}{speaker.name.phrase(article.text)}{unnamed}{role}"


def link(article: Article, passage: Span | None) -> str | None:
    """The article's web address, at *passage* where given; None for a file."""
    if passage is not None and passage.end > passage.start:
        return passage_link(article.uri, article.text, passage)
    return article.uri if is_web_address(article.uri) else None
