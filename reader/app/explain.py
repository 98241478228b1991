"""An item in words for a person: why it is there, who said it, how to link to it."""

from reader.app.row import Target
from reader.document.article import Article
from reader.document.conversions import converted
from reader.document.identity import is_web_address
from reader.document.outline import NOT_NAMED, Outline, Quote
from reader.document.span import Span
from reader.export.fragments import passage_link
from reader.export.story import story
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
            if figure.total is not None:
                lines.append(f"a part of {figure.total:g}")
            same = converted(figure.value, figure.unit)
            far = converted(figure.upper, figure.unit) if figure.upper is not None else None
            lines += [f"about {same}{f' to {far}' if far else ''}"] if same else []
            if figure.of:
                lines.append(f"of “{printable(figure.of.phrase(article.text))}”")
        return printable_lines("\n".join(lines))
    return story(article, quote)


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
