"""What the front matter of a saved summary says of its article."""

import re
from collections.abc import Iterator, Mapping

from reader.document.article import Article
from reader.document.outline import Outline
from reader.export import escape
from reader.export.findings import Difference, Proof, Unproven
from reader.export.free import text_suspicion, unlike
from reader.export.front import Front, Value
from reader.export.plain import strange
from reader.export.wording import title_of
from reader.sanitise import printable

Made = Mapping[str, frozenset[tuple[str, ...]]]
"""What the front matter of summaries that newsreader makes says under each key."""
_VERSION = re.compile(r"\d+(?:\.\d+){1,3}(?:[.+-]?[a-z]{1,5}\d{0,8}){0,2}\Z")
_FREE = frozenset({"aliases", "project"})
_MARKED = frozenset({"cssclasses", "publish", "draft", "created", "modified", "status", "rating"})
"""Properties of the reader's own by which nobody would take a value for what the article says."""
_MARK = re.compile(r"[\w.:+-]{0,40}(?: [\w.:+-]{1,40}){0,2}\Z")
_TAG = re.compile(r"[\w/-]{1,100}\Z")
_QUOTED = re.compile(r"[<|\n\"“”„‟«»‘‚‹›「」『』`]|''")
_MOST = 100
"""Values that are listed."""


def prove_front(saved: Front, article: Article, outline: Outline, uri: str, more: Made) -> Proof:
    """What the front matter says of the article, and of anything else; *more* is what else it may say."""
    proof = Proof()
    for line, words in saved.unread[:_MOST]:
        proof.unproven.append(Unproven(line, words, "front matter that can be read in more than one way"))
    true = {
        "title": title_of(article, outline), "source": uri, "byline": article.byline or "",
        "site": article.site or "", "published": article.published or "",
    }  # fmt: skip
    for key, value in saved.values.items():
        said = ", ".join(value.words)
        if value.words in more.get(key, ()):
            continue
        if key in true:
            if said != _plain(true[key]):
                proof.differences.append(Difference(value.line, "", key, said, _plain(true[key])))
        elif key in {"people", "places"}:
            proof.differences += _listed(key, value, article, outline)
        elif key == "newsreader":
            if not _VERSION.match(said):
                proof.differences.append(Difference(value.line, "", key, said, ""))
        elif key != "sha256" and (why := _property(key, value, more)):
            proof.unproven.append(Unproven(value.line, f"{key}: {said}", why))
    return proof


def _plain(words: str) -> str:
    """*words* as the front matter has them."""
    return printable(words)


def _listed(key: str, value: Value, article: Article, outline: Outline) -> Iterator[Difference]:
    names = (
        [each.name.text(article.text) for each in outline.people]
        if key == "people"
        else [each.name for each in outline.locations]
    )
    known = {f"[[{escape.wikilink(name)}]]" for name in names}
    for words in value.words:
        if words not in known:
            yield Difference(value.line, "", key, words, "")


def _property(key: str, value: Value, more: Made) -> str:
    """Why a property of the reader's own could be taken for the article's; empty where nobody would."""
    if key == "tags":
        known = {words for several in more.get(key, ()) for words in several}
        odd = (each for each in value.words if each not in known and (not _TAG.match(each) or strange(each)))
        return "a tag that newsreader would not write" if next(odd, None) is not None else ""
    if key not in _FREE | _MARKED:
        return "a property that neither newsreader nor a program for notes puts there"
    if key in _MARKED and not all(map(_MARK.match, value.words)):
        return "a property that says more than a word or a day"
    if any(map(_QUOTED.search, value.words)):
        return "a property with marks in it"
    return next(
        filter(None, (found for each in value.words for found in (unlike(each), text_suspicion(each)))), ""
    )
