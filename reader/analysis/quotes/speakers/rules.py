"""Whom the words that attribute a quote mean: named rules in one list, asked in order until one answers."""

from collections.abc import Callable
from typing import NamedTuple

from reader.analysis.quotes.speakers import bodies, described, documents, namely, persons
from reader.analysis.quotes.speakers.asked import Asked, Named


class Rule(NamedTuple):
    """A rule with the name under which the trace shows it."""

    name: str
    ask: Callable[[Asked], Named | None]


RULES = (
    Rule("one of a family, picked out before", persons.picked_before),
    Rule("the source without a name before", persons.unnamed_source),
    Rule("the name by which somebody spoke just before", namely.just_before),
    Rule("who spoke last goes on", persons.goes_on_speaking),
    Rule("whom the sentence before describes", described.described_before),
    Rule("the likeliest of those named before", persons.likeliest_before),
    Rule("the only one introduced shortly before", persons.introduced_before),
    Rule("the first one named below a headline", persons.named_below),
    Rule("in his or her own words", persons.own_words),
    Rule("in this person’s words", namely.in_words),
    Rule("the name before a relative pronoun", namely.before_relative),
    Rule("the group that spoke before", bodies.group_before),
    Rule("a pronoun that nothing tells", persons.untold),
    Rule("one of a family, picked out", persons.picked),
    Rule("the subject of a sentence with a place in it", namely.beside_place),
    Rule("the name by which a source wants to be known", namely.name_given),
    Rule("who issued the document", documents.issued_by),
    Rule("the name that stands there", namely.named_there),
    Rule("a source without a name, again", described.unnamed_again),
    Rule("the person whom the article describes so", described.described_person),
    Rule("the person whom a headline describes", described.described_above),
    Rule("the document of who spoke before", documents.same_document),
    Rule("the body that is described", bodies.described_body),
    Rule("the words as they are", persons.as_it_stands),
)
