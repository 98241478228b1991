"""What the front matter of a saved summary says of its article."""

import re
from collections.abc import Iterator

from reader.document.article import Article
from reader.document.outline import Outline
from reader.export import escape
from reader.export.findings import Difference, Proof, Unproven
from reader.export.free import text_suspicion
from reader.export.front import Front, Value
from reader.export.wording import title_of
from reader.sanitise import printable

_VERSION = re.compile(r"[\w.+-]{1,40}\Z")
_ABOUT = ("title", "source", "byline", "site", "published")
_OURS = frozenset({*_ABOUT, "sha256", "newsreader", "tags", "people", "places"})
_TAKEN_FOR = _OURS | frozenset(
    "author authors creator publisher outlet paper medium date day time url uri link links address origin headline"
    " headlines subtitle description summary abstract excerpt quote quotes quotation quotations speaker speakers figure"
    " figures image cover banner person place sources caption claim claims finding findings".split()
)
"""Keys by which a reader would take a value for what the article says."""


def prove_front(saved: Front, article: Article, outline: Outline, uri: str) -> Proof:
    """What the front matter says of the article, and of anything else."""
    proof = Proof()
    for line, words in saved.unread:
        proof.unproven.append(Unproven(line, words, "front matter that can be read in more than one way"))
    true = {
        "title": title_of(article, outline), "source": uri, "byline": article.byline or "",
        "site": article.site or "", "published": article.published or "",
    }  # fmt: skip
    for key, value in saved.values.items():
        said = ", ".join(value.words)
        if key in true:
            if said != _plain(true[key]):
                proof.differences.append(Difference(value.line, "", key, said, _plain(true[key])))
        elif key in {"people", "places"}:
            proof.differences += _listed(key, value, article, outline)
        elif key == "newsreader" and not _VERSION.match(said):
            proof.differences.append(Difference(value.line, "", key, said, ""))
        elif key not in {"sha256", "newsreader"}:
            why = _property(key, value)
            if why:
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


def _property(key: str, value: Value) -> str:
    """Why a property of the reader's own could be taken for the article's; empty where nobody would."""
    if key != "tags" and key.lower() in _TAKEN_FOR:
        return "a property that says something of an article"
    return next(filter(None, map(text_suspicion, (key, *value.words))), "")
