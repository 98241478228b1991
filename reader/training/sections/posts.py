"""Posts in Markdown as plain texts whose title and headings are known, in the forms in which texts come.

From public-domain blogs of the United States' government: github.com/18F/18f.gsa.gov and GSA/digitalgov.gov.
"""

import html
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.analysis.sections.tagger import HEADING, TEXT, TITLE

UNKNOWN = "?"
"""Label of a paragraph of which nobody can say whether it is a heading: bold lines, tables."""
SHORTEST = 800
"""Code points of a post that is learnt from."""
_FRONT = re.compile(r"---\n(?P<front>.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(?P<title>\w.+|[\"'].+)$", re.MULTILINE)
_CODES = re.compile(r"<!--.*?-->|\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"(?P<words>[A-Z][^.!?:;\n“”\"]{12,75})\.(?:\s|$)")
"""A short sentence at the beginning of a paragraph."""
NEWSY = 0.2
"""Share of posts with headings that come a second time, with headings as news writes them."""
_ITEM = re.compile(r"- |\d+\. ")


class Example(NamedTuple):
    """A text's paragraphs with their labels."""

    paragraphs: list[str]
    labels: list[str]


def posts(folder: Path, *, seed: int = 11) -> Iterator[Example]:
    """The posts under *folder* in the forms in which texts come: some without title, byline or list marks.

    One in several comes a second time, headed as news is.
    """
    chance = random.Random(seed)  # repeatable variety, no secret
    news = random.Random(seed)
    parser = MarkdownIt("commonmark").enable("table")
    for path in sorted(folder.rglob("*.md")):
        post = _read(parser, path.read_text(encoding="utf-8"))
        if post and (HEADING in post[1].labels or chance.random() > 0.35):
            yield _varied(*post, chance)
        if post and HEADING in post[1].labels and news.random() < NEWSY:
            yield _varied(*headed_as_news(*post, news), news)


def _read(parser: MarkdownIt, written: str) -> tuple[str, Example] | None:
    """A post's title and body."""
    front = _FRONT.match(written)
    title = _TITLE.search(front["front"]) if front else None
    if not front or not title:
        return None
    body = _body(parser.parse(_CODES.sub("", written[front.end() :])))
    if sum(map(len, body.paragraphs)) < SHORTEST or body.labels.count(TEXT) < 3:
        return None
    return html.unescape(title["title"].strip("\"' ")), body


def _body(tokens: list[Token]) -> Example:
    found = Example([], [])
    lists: list[int | None] = []
    begins = False
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(int(token.attrs.get("start", 1)) if token.type.startswith("o") else None)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type == "list_item_open":
            begins = True
        elif token.type in {"inline", "html_block"} and before is not None:
            text, label = _words(token), _label(token, before)
            if text and begins and lists and label != HEADING:
                number = lists[-1]
                text = f"- {text}" if number is None else f"{number}. {text}"
                lists[-1] = None if number is None else number + 1
                begins, label = False, TEXT
            if text:
                found.paragraphs.append(text)
                found.labels.append(label)
    return found


def _words(token: Token) -> str:
    parts = token.children or []
    raw = "".join(
        " " if part.type.endswith("break") else part.content for part in parts if part.type != "html_inline"
    )
    return " ".join(_TAG.sub(" ", html.unescape(raw if parts else token.content)).split())


def _label(token: Token, before: Token) -> str:
    if before.type == "heading_open":
        return HEADING
    kinds = [part.type for part in token.children or [] if part.content.strip() or part.type != "text"]
    is_bold = (
        kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"] and kinds.count("strong_open") == 1
    )
    return UNKNOWN if is_bold or before.type != "paragraph_open" else TEXT


def _varied(title: str, body: Example, chance: random.Random) -> Example:
    if chance.random() < 0.06:
        return _letter(body, chance)
    paragraphs = list(body.paragraphs)
    if chance.random() < 0.5:
        paragraphs = [_ITEM.sub("", each, count=1) if _ITEM.match(each) else each for each in paragraphs]
    head = _head(title, chance)
    paragraphs, labels = [*head.paragraphs, *paragraphs], [*head.labels, *body.labels]
    if chance.random() < 0.3:
        paragraphs = [
            each.upper() if label in {TITLE, HEADING} else each
            for each, label in zip(paragraphs, labels, strict=True)
        ]
    return Example(paragraphs, labels)


def headed_as_news(title: str, body: Example, chance: random.Random) -> tuple[str, Example]:
    """A post, its title and some of its headings as sentences, which news writes and blogs hardly ever do."""
    said = [
        match["words"]
        for each, label in zip(body.paragraphs, body.labels, strict=True)
        if label == TEXT and (match := _SENTENCE.match(each))
    ]
    if not said:
        return title, body
    sentence, kind = chance.choice(said), chance.random()
    titles = (f"{title.rstrip('.!?')}?", f"“{sentence}”: {title}", f"{title}: “{sentence}”", sentence)
    written = [
        _as_news(each, chance.choice(said), chance) if label == HEADING and chance.random() < 0.6 else each
        for each, label in zip(body.paragraphs, body.labels, strict=True)
    ]
    return chance.choice(titles) if kind < 0.5 else title, Example(written, body.labels)


def _as_news(heading: str, sentence: str, chance: random.Random) -> str:
    """A heading that is a sentence, what somebody says, or has a quotation or an hour in it.

    None is a quotation alone: those are pull quotes and talk in stories.
    """
    name = chance.choice(_NAMES).split()[1]
    forms = (
        sentence, sentence, f"{name}: {sentence}",
        f'"{sentence}." {heading}', f'"{sentence}": {heading}',
        f"{heading}: {chance.choice(_DATES[1:4])}, {chance.randint(1, 12)}:{chance.randint(10, 59)} a.m.",
    )  # fmt: skip
    return chance.choice(forms)


_NAMES = ("Anna Reyes", "Tom Keller", "Maria Jensen", "Paul Okafor", "Jane Whitfield", "Chris Martin")
_DATES = (
    "Published: Nov. 18, 2019 at 6:05 p.m.", "March 4, 2021", "Last updated 3 hours ago", "12 May 2020", "Reuters",
    "Monday, June 3, 2019",
)  # fmt: skip


def _head(title: str, chance: random.Random) -> Example:
    """Three in five texts come with their title, a third of these with a byline."""
    if chance.random() > 0.6:
        return Example([], [])
    lines = [title]
    if chance.random() < 0.33:
        lines.append(chance.choice(["By ", "BY ", ""]) + chance.choice(_NAMES))
        lines += [chance.choice(_DATES)] if chance.random() < 0.7 else []
    return Example(lines, [TITLE, *[TEXT] * (len(lines) - 1)])


_ADDRESSES = (
    ("Office of the Mayor", "Department of History", "Student Union, Room 12", "HOUSE OF REPRESENTATIVES"),
    ("14 Harbour Street", "223 Mill Lane, Suite 4", "P.O. Box 12"),
    ("London", "SPRINGFIELD", "Boston, Mass. 02134"),
    ("March 4, 1974", "12 May 1961", "Jan. 10"),
    ("Telephone: (202) 555-0143", "Phone: 020 7946 0018"),
)
_GREETINGS = ("Dear Friends:", "Dear Sir,", "Dear Anna,", "Sir,", "Dear colleagues")
_PARTINGS = ("Sincerely,", "Yours faithfully", "Yours sincerely,", "Respectfully,", "Love,", "Best wishes,")
_OFFICES = ("Chair of the Board", "Class of 1974", "Member of the Council")


def _letter(body: Example, chance: random.Random) -> Example:
    """A post as a letter: its short lines are no headings."""
    lines = [each for each, label in zip(body.paragraphs, body.labels, strict=True) if label == TEXT][:12]
    name = chance.choice(_NAMES)
    above = [name, *(chance.choice(each) for each in _ADDRESSES)]
    head = chance.sample(above, chance.randint(1, 4))
    tail = [chance.choice(_PARTINGS), name, chance.choice(_OFFICES)][: chance.randint(1, 3)]
    written = [*head, chance.choice(_GREETINGS), *lines, *tail]
    return Example(written, [TEXT] * len(written))
