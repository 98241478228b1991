"""Every action of the program: its id, usual keys, words and help, once, for all who show them.

Bindings, chords, the status line, the key help, the palette and the settings file are made from this table.
"""

from typing import Literal, NamedTuple

Place = Literal["reading", "map", "note", "prompt", "help", "shown", "picture", "why", "conflict"]


class Action(NamedTuple):
    """Something that the user can do in one *place*. Two keys apart by a space are pressed in a row: `] q`.

    `run` is the name of Textual's action; one without keys is in the palette alone.
    """

    id: str
    keys: tuple[str, ...]
    run: str
    label: str
    help: str
    group: str
    place: Place = "reading"


def _hop(letter: str, kind: str, name: str = "") -> tuple[Action, Action]:
    name, forward, back = name or kind, f"hop('{kind}', 1)", f"hop('{kind}', -1)"
    return (
        Action(f"next.{kind}", (f"] {letter}",), forward, f"next {kind}", f"the next {name}", "Jumps"),
        Action(f"previous.{kind}", (f"[ {letter}",), back, f"previous {kind}", f"the {name} before", "Jumps"),
    )


ACTIONS: tuple[Action, ...] = (
    Action("follow", ("enter",), "follow", "source ↔ item", "item to source, and back", "Jumps"),
    *_hop("q", "quote"),
    *_hop("r", "reported", "reported statement"),
    *_hop("s", "section"),
    *_hop("f", "figure"),
    *_hop("l", "place"),
    *_hop("p", "person", "mention of a person"),
    *_hop("a", "note"),
    Action("back", ("<", "ctrl+o"), "history(-1)", "back", "back through the jumps made", "Jumps"),
    Action("forward", (">",), "history(1)", "forward", "forward through the jumps made", "Jumps"),
    Action("last", ("'",), "last", "last place", "where you were before the last jump, and back", "Jumps"),
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
    Action("pane", ("tab", "shift+tab"), "switch_pane", "panes", "between article and outline", "Panes"),
    Action("pane.article", ("h", "left"), "pane('article')", "article", "to the article", "Panes"),
    Action("pane.outline", ("l", "right"), "pane('outline')", "outline", "to the outline", "Panes"),
    Action("map", ("M",), "map", "map", "a map of the places", "Panes"),
    Action("zen", ("z",), "zen", "article alone", "the article alone, and back", "Panes"),
    Action("wider", ("+",), "measure(4)", "wider", "longer lines in the article", "Panes"),
    Action("narrower", ("-",), "measure(-4)", "narrower", "shorter lines in the article", "Panes"),
    Action("justify", (), "justify", "justify", "both edges of the article straight, or the right one free", "Panes"),
    Action("tab.all", ("f 0",), "tab('all')", "all", "everything, unfiltered", "Outline"),
    Action("tab.quotes", ("f q",), "tab('quotes')", "quotes", "quotes only, and who speaks how much", "Outline"),
    Action("tab.figures", ("f f",), "tab('figures')", "figures", "figures only", "Outline"),
    Action("tab.places", ("f l",), "tab('places')", "places", "places only", "Outline"),
    Action("tab.people", ("f p",), "tab('people')", "people", "people only, with what they say", "Outline"),
    Action("tab.notes", ("f a",), "tab('notes')", "notes", "notes only", "Outline"),
    Action("tab.unnamed", ("f u",), "tab('unnamed')", "unnamed", "statements whose source has no name", "Outline"),
    Action("filter", ("f /",), "filter", "filter", "only the items that hold the words you type", "Outline"),
    Action("group", ("f g",), "group", "by speaker", "quotes as they stand, or all of a speaker together", "Outline"),
    Action("sort", ("f s",), "sort", "sort figures", "figures as they stand, by amount, by what is counted", "Outline"),
    Action("method", ("f m",), "method", "key sentences by", "key sentences by the next method", "Outline"),
    Action("number", ("f k",), "number", "more", "another number of key sentences", "Outline"),
    Action("reported", ("r",), "reported", "reported speech", "show or hide reported speech", "Outline"),
    Action("why", ("i",), "why", "why", "why this item is here: rule, cue, links", "Outline"),
    Action("find", ("/",), "find", "find", "find words in the article", "Finding"),
    Action("find.next", ("n",), "match(1)", "next match", "the next place with these words", "Finding"),
    Action("find.previous", ("N",), "match(-1)", "previous match", "the place before", "Finding"),
    Action("note", ("a",), "note", "note", "write a note on the item, selection or paragraph", "Notes"),
    Action("save", ("s",), "save", "save", "save the annotated summary as Markdown", "Notes"),
    Action("save.as", ("S",), "save_as", "save as", "save under another name", "Notes"),
    Action("copy", ("y",), "copy_quote", "copy", "copy the item, a quote with speaker and link", "Notes"),
    Action("copy.link", ("Y",), "copy_link", "copy link", "copy a link to the passage", "Notes"),
    Action("open", ("o",), "open_page(False)", "open page", "open the page in a browser", "Article"),
    Action("open.passage", ("O",), "open_page(True)", "open passage", "open the page at the passage", "Article"),
    Action("picture", ("p",), "picture", "picture", "show the article's pictures", "Article"),
    Action("article.next", ("J",), "article(1)", "next article", "the next article", "Article"),
    Action("article.previous", ("K",), "article(-1)", "previous article", "the article before", "Article"),
    Action("keys", ("?",), "keys(False)", "keys", "every key, to be searched", "Program"),
    Action("help", ("f1",), "keys(True)", "help", "what can be done here", "Program"),
    Action("palette", (":", "ctrl+p"), "app.command_palette", "palette", "find an action by name", "Program"),
    Action("tour", (), "tour", "tour", "the first four steps once more", "Program"),
    Action("doctor", (), "doctor", "report", "versions, folders, terminal: the text for a bug report", "Program"),
    Action("leave", ("q",), "leave(True)", "leave", "back one level; quit from the article", "Program"),
    Action("cancel", ("escape",), "leave(False)", "back", "back one level, never out of the program", "Program"),
    Action("suspend", ("ctrl+z",), "app.suspend_process", "suspend", "back to the shell; fg comes back", "Program"),
    Action("quit", ("ctrl+q",), "app.quit", "quit", "quit newsreader", "Program"),
    Action("map.close", ("escape", "q", "M"), "dismiss(None)", "close", "back to the article", "Map", "map"),
    Action("map.follow", ("enter",), "follow", "passage", "to the first passage that names it", "Map", "map"),
    Action("map.next", ("j", "n", "tab"), "step(1)", "next place", "the next place", "Map", "map"),
    Action("map.previous", ("k", "N", "shift+tab"), "step(-1)", "previous place", "the place before", "Map", "map"),
    Action("map.nearer", ("+", "="), "zoom(True)", "nearer", "nearer", "Map", "map"),
    Action("map.farther", ("-",), "zoom(False)", "farther", "farther", "Map", "map"),
    Action("map.fit", ("0",), "fit", "all places", "all places", "Map", "map"),
    Action("map.west", ("left", "h"), "pan(-1, 0)", "west", "west", "Map", "map"),
    Action("map.east", ("right", "l"), "pan(1, 0)", "east", "east", "Map", "map"),
    Action("map.north", ("up",), "pan(0, -1)", "north", "north", "Map", "map"),
    Action("map.south", ("down",), "pan(0, 1)", "south", "south", "Map", "map"),
    Action("note.keep", ("ctrl+s", "f2"), "keep", "keep", "keep the note", "Writing", "note"),
    Action("note.leave", ("escape",), "leave", "leave", "leave without a change", "Writing", "note"),
    Action("prompt.cancel", ("escape",), "dismiss(None)", "cancel", "type nothing", "Writing", "prompt"),
    Action("picture.close", ("escape", "q", "p"), "dismiss(None)", "close", "close", "Pictures", "picture"),
    Action("picture.next", ("j", "n", "right", "space"), "step(1)", "next", "the next picture", "Pictures", "picture"),
    Action("picture.previous", ("k", "N", "left"), "step(-1)", "previous", "the picture before", "Pictures", "picture"),
    Action("picture.open", ("o",), "browse", "open", "the picture in a browser", "Pictures", "picture"),
    Action("conflict.file", ("f", "1"), "settle('file')", "the file's", "keep the file's lines", "Saving", "conflict"),
    Action("conflict.new", ("n", "2"), "settle('new')", "the new", "take the new lines", "Saving", "conflict"),
    Action("conflict.both", ("b", "3"), "settle('both')", "both", "both, the file's first", "Saving", "conflict"),
    Action("conflict.none", ("escape", "q"), "dismiss(None)", "nothing", "save nothing", "Saving", "conflict"),
    Action("why.close", ("escape", "q", "i", "enter"), "dismiss(None)", "close", "close the reasons", "Text", "why"),
    Action("shown.close", ("escape", "q"), "dismiss(None)", "close", "close the text", "Text", "shown"),
    Action("shown.copy", ("y",), "copy", "copy", "copy all of the text", "Text", "shown"),
    Action("help.close", ("escape", "q", "?", "f1"), "close", "close", "close the help", "Help", "help"),
    Action("help.search", ("/",), "search(True)", "search", "look for a key or a word", "Help", "help"),
    Action("help.down", ("j", "down"), "scroll(1)", "down", "a line down", "Help", "help"),
    Action("help.up", ("k", "up"), "scroll(-1)", "up", "a line up", "Help", "help"),
    Action("help.page.down", ("space", "pagedown"), "scroll(12)", "page down", "a page down", "Help", "help"),
    Action("help.page.up", ("b", "pageup"), "scroll(-12)", "page up", "a page up", "Help", "help"),
)  # fmt: skip
BY_ID = {action.id: action for action in ACTIONS}

PRESETS: dict[str, dict[str, tuple[str, ...]]] = {
    "default": {},
    "newsboat": {
        "article.next": ("n", "J"),
        "article.previous": ("p", "K"),
        "find.next": ("*",),
        "find.previous": ("#",),
        "picture": ("P",),
        "open": ("o",),
        "quit": ("Q", "ctrl+q"),
        "copy.link": ("u", "Y"),
    },
    "arrows": {
        "next.quote": ("ctrl+right", "] q"),
        "previous.quote": ("ctrl+left", "[ q"),
        "next.section": ("ctrl+down", "] s"),
        "previous.section": ("ctrl+up", "[ s"),
        "back": ("alt+left", "<"),
        "forward": ("alt+right", ">"),
        "find": ("ctrl+f", "/"),
        "find.next": ("f3", "n"),
        "find.previous": ("shift+f3", "N"),
        "note": ("f2", "a"),
        "save": ("ctrl+s", "s"),
        "why": ("f4", "i"),
        "map": ("f5", "M"),
        "zen": ("f11", "z"),
        "article.next": ("ctrl+pagedown", "J"),
        "article.previous": ("ctrl+pageup", "K"),
    },
}
"""Keys that are other than usual, by the name of the preset."""
