"""Every action of the reading screen: its id, keys, words and help, once, for all who show them.

Bindings, chords, the status line, the key help and the palette are made from this table.
"""

from dataclasses import dataclass
from typing import NamedTuple

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the user can do. A key of two characters apart by a space is a chord: `] q`."""

    id: str
    keys: tuple[str, ...]
    run: str
    label: str
    help: str
    group: str


class Hint(NamedTuple):
    """A key, what it does, and the action that a click on it runs."""

    key: str
    label: str
    action: str


def _hop(letter: str, kind: str) -> tuple[Action, Action]:
    return (
        Action(
            f"next.{kind}",
            (f"] {letter}",),
            f"hop('{kind}', 1)",
            f"next {kind}",
            f"go to the next {kind}",
            "Jumps",
        ),
        Action(
            f"previous.{kind}",
            (f"[ {letter}",),
            f"hop('{kind}', -1)",
            f"previous {kind}",
            f"go to the {kind} before",
            "Jumps",
        ),
    )


ACTIONS: tuple[Action, ...] = (
    Action(
        "follow",
        ("enter",),
        "follow",
        "source ↔ item",
        "from an item to its source, and from there back",
        "Jumps",
    ),
    *_hop("q", "quote"),
    *_hop("r", "reported"),
    *_hop("s", "section"),
    *_hop("f", "figure"),
    *_hop("l", "place"),
    *_hop("p", "person"),
    *_hop("a", "note"),
    Action("back", ("<", "ctrl+o"), "history(-1)", "back", "back through the jumps made", "Jumps"),
    Action("last", ("'",), "last", "last place", "where you were before the last jump, and back", "Jumps"),
    Action("forward", (">",), "history(1)", "forward", "forward through the jumps made", "Jumps"),
    Action("down", ("j", "down"), "lines(1)", "down", "a line down", "Moving"),
    Action("up", ("k", "up"), "lines(-1)", "up", "a line up", "Moving"),
    Action("page.down", ("space", "pagedown"), "pages(1.0)", "page down", "a page down", "Moving"),
    Action("page.up", ("b", "pageup"), "pages(-1.0)", "page up", "a page up", "Moving"),
    Action("half.down", ("ctrl+d",), "pages(0.5)", "half down", "half a page down", "Moving"),
    Action("half.up", ("ctrl+u",), "pages(-0.5)", "half up", "half a page up", "Moving"),
    Action("paragraph.down", ("}",), "paragraphs(1)", "paragraph down", "the next paragraph", "Moving"),
    Action("paragraph.up", ("{",), "paragraphs(-1)", "paragraph up", "the paragraph before", "Moving"),
    Action("top", ("g g", "home"), "ends(False)", "top", "the beginning", "Moving"),
    Action("bottom", ("G", "end"), "ends(True)", "end", "the end", "Moving"),
    Action(
        "pane",
        ("tab", "shift+tab"),
        "switch_pane",
        "panes",
        "between article and outline",
        "Panes",
    ),
    Action("pane.article", ("h", "left"), "pane('article')", "article", "to the article", "Panes"),
    Action("pane.outline", ("l", "right"), "pane('outline')", "outline", "to the outline", "Panes"),
    Action("map", ("M",), "map", "map", "a map of the places", "Panes"),
    Action("zen", ("z",), "zen", "article alone", "the article alone, and back", "Panes"),
    Action("reported", ("r",), "reported", "reported speech", "show or hide reported speech", "Panes"),
    Action("tab.all", ("f 0",), "tab('all')", "all", "outline: everything", "Panes"),
    Action("tab.quotes", ("f q",), "tab('quotes')", "quotes", "outline: quotes only", "Panes"),
    Action("tab.figures", ("f f",), "tab('figures')", "figures", "outline: figures only", "Panes"),
    Action("tab.places", ("f l",), "tab('places')", "places", "outline: places only", "Panes"),
    Action("tab.people", ("f p",), "tab('people')", "people", "outline: people only", "Panes"),
    Action("tab.notes", ("f a",), "tab('notes')", "notes", "outline: notes only", "Panes"),
    Action("method", ("f m",), "method", "key sentences by", "key sentences by the next method", "Panes"),
    Action("number", ("f k",), "number", "more", "another number of key sentences", "Panes"),
    Action(
        "sort",
        ("f s",),
        "sort",
        "sort figures",
        "figures as they stand, by amount, by what is counted",
        "Panes",
    ),
    Action("find", ("/",), "find", "find", "find words in the article", "Finding"),
    Action("find.next", ("n",), "match(1)", "next match", "the next place with these words", "Finding"),
    Action("find.previous", ("N",), "match(-1)", "previous match", "the place before", "Finding"),
    Action(
        "note",
        ("a",),
        "note",
        "note",
        "write a note on the item, the selection or the paragraph",
        "Notes",
    ),
    Action("save", ("s",), "save", "save", "save the annotated summary as Markdown", "Notes"),
    Action("save.as", ("S",), "save_as", "save as", "save under another name", "Notes"),
    Action("copy", ("y",), "copy_quote", "copy", "copy the item, a quote with its attribution", "Notes"),
    Action("copy.link", ("Y",), "copy_link", "copy link", "copy a link to the passage", "Notes"),
    Action("why", ("i",), "why", "why", "why this item is here: rule, cue, links", "Notes"),
    Action("open", ("o",), "open_page(False)", "open page", "open the page in a browser", "Article"),
    Action(
        "open.passage",
        ("O",),
        "open_page(True)",
        "open passage",
        "open the page at the passage",
        "Article",
    ),
    Action("article.next", ("J",), "article(1)", "next article", "the next article", "Article"),
    Action(
        "article.previous",
        ("K",),
        "article(-1)",
        "previous article",
        "the article before",
        "Article",
    ),
    Action("keys", ("?", "f1"), "keys", "keys", "every key", "Program"),
    Action(
        "palette",
        (":", "ctrl+p"),
        "app.command_palette",
        "palette",
        "find an action by name",
        "Program",
    ),
    Action(
        "leave",
        ("q", "escape"),
        "leave",
        "leave",
        "back one level; quit from the article",
        "Program",
    ),
    Action("quit", ("ctrl+q",), "app.quit", "quit", "quit newsreader", "Program"),
)

BY_ID = {action.id: action for action in ACTIONS}
CHORDS = {key: action for action in ACTIONS for key in action.keys if " " in key}
PREFIXES = frozenset(chord[0] for chord in CHORDS)
_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "slash": "/",
    "apostrophe": "'",
    "colon": ":",
}
_TEXTUAL = {character: name for name, character in _NAMES.items()}


def bindings() -> list[Binding]:
    """Textual's bindings of all actions that take one key; ids let a user's keymap change them."""
    return [
        Binding(
            ",".join(_TEXTUAL.get(key, key) for key in action.keys if " " not in key),
            action.run,
            action.label,
            id=action.id,
            show=False,
            tooltip=action.help,
            priority=action.id == "pane",
        )
        for action in ACTIONS
        if any(" " not in key for key in action.keys)
    ]


def chord(prefix: str, key: str) -> Action | None:
    """The action of two keys in a row."""
    return CHORDS.get(f"{prefix} {key}")


def shown(action: Action) -> str:
    """The first key of an action as a user reads it."""
    return action.keys[0].replace(" ", "").replace("enter", "Enter").replace("space", "Space")


_IN_ARTICLE = ("follow", "next.quote", "pane", "keys", "note", "save", "find")
_IN_OUTLINE = ("follow", "next.quote", "pane", "keys", "note", "save", "tab.quotes")


def hints(prefix: str, *, in_outline: bool) -> tuple[Hint, ...]:
    """What the status line offers: the keys that matter most, or what may follow an open chord."""
    if prefix:
        offered = [(keys.replace(" ", ""), action) for keys, action in CHORDS.items() if keys[0] == prefix]
    else:
        offered = [(shown(BY_ID[name]), BY_ID[name]) for name in (_IN_OUTLINE if in_outline else _IN_ARTICLE)]
    return tuple(Hint(keys, action.label, action.run) for keys, action in offered)
