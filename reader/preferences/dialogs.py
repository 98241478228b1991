"""The actions of what lies over the reading screen."""

from collections.abc import Iterator

from reader.preferences.action import Action, Place


def _at(place: Place, group: str, *rows: tuple[str, tuple[str, ...], str, str, str]) -> Iterator[Action]:
    """The actions of one *place*: id, keys, what is run, label, help."""
    return (Action(*row, group, place) for row in rows)


DIALOGS: tuple[Action, ...] = (
    *_at(
        "map", "Map",
        ("map.close", ("escape", "q", "M"), "dismiss(None)", "close", "back to the article"),
        ("map.follow", ("enter",), "follow", "passage", "to the first passage that names it"),
        ("map.next", ("j", "n", "tab"), "step(1)", "next place", "the next place"),
        ("map.previous", ("k", "N", "shift+tab"), "step(-1)", "previous place", "the place before"),
        ("map.nearer", ("+", "="), "zoom(True)", "nearer", "nearer"),
        ("map.farther", ("-",), "zoom(False)", "farther", "farther"),
        ("map.fit", ("0",), "fit", "all places", "all places"),
        ("map.west", ("left", "h"), "pan(-1, 0)", "west", "west"),
        ("map.east", ("right", "l"), "pan(1, 0)", "east", "east"),
        ("map.north", ("up",), "pan(0, -1)", "north", "north"),
        ("map.south", ("down",), "pan(0, 1)", "south", "south"),
    ),
    *_at(
        "select", "Selecting",
        ("select.left", ("h", "left"), "character(-1)", "left", "a character left"),
        ("select.right", ("l", "right"), "character(1)", "right", "a character right"),
        ("select.word", ("w", "e"), "unit('word', 1)", "word", "a word on"),
        ("select.word.back", ("b",), "unit('word', -1)", "word back", "a word back"),
        ("select.down", ("j", "down"), "line(1)", "down", "a line down"),
        ("select.up", ("k", "up"), "line(-1)", "up", "a line up"),
        ("select.sentence", (")",), "unit('sentence', 1)", "sentence", "to the sentence's end"),
        ("select.sentence.back", ("(",), "unit('sentence', -1)", "sentence back", "a sentence back"),
        ("select.paragraph", ("}",), "unit('paragraph', 1)", "paragraph", "to the paragraph's end"),
        ("select.paragraph.back", ("{",), "unit('paragraph', -1)", "paragraph back", "a paragraph back"),
        ("select.first", ("0", "home"), "edge(False)", "line begin", "to the line's first character"),
        ("select.last", ("$", "end"), "edge(True)", "line end", "to the line's last character"),
        ("select.begin", ("v",), "begin", "from here", "begin the selection at the cursor"),
        ("select.swap", ("o",), "swap", "other end", "move the other end"),
        ("select.keep", ("enter", "space"), "finish('')", "keep", "keep the selection"),
        ("select.note", ("a",), "finish('note')", "note", "write a note on it"),
        ("select.mark", ("m",), "finish('mark')", "mark", "mark it"),
        ("select.tag", ("t",), "finish('tag')", "tag", "give it tags"),
        ("select.copy", ("y",), "finish('copy_quote')", "copy", "copy it"),
        ("select.link", ("Y",), "finish('copy_link')", "copy link", "copy a link to it"),
        ("select.cancel", ("escape", "q"), "dismiss(None)", "cancel", "select nothing"),
    ),
    *_at(
        "check", "Checking",
        ("queue.confirm", ("c",), "give('confirmed')", "confirmed", "it is confirmed"),
        ("queue.dispute", ("d", "x"), "give('disputed')", "disputed", "it is disputed"),
        ("queue.next", ("n", "j", "space", "down"), "step(1)", "skip", "the next, without a verdict"),
        ("queue.previous", ("p", "k", "up"), "step(-1)", "before", "the one before"),
        ("queue.evidence", ("e",), "write(True)", "evidence", "what the verdict rests on"),
        ("queue.note", ("a",), "write(False)", "note", "write a note on it"),
        ("queue.undo", ("u",), "undo", "undo", "take the last verdict back"),
        ("queue.leave", ("escape", "q", "enter"), "dismiss(None)", "leave", "leave the queue here"),
    ),
    *_at(
        "notes", "Notes",
        ("notes.close", ("escape", "q"), "close", "close", "the filter away; back to the article"),
        ("notes.follow", ("enter",), "follow", "passage", "to the passage in its article"),
        ("notes.filter", ("/",), "filter", "filter", "by words, tag:, status:, in: and is:unplaced"),
        ("notes.down", ("j", "down"), "move(1)", "down", "a note down"),
        ("notes.up", ("k", "up"), "move(-1)", "up", "a note up"),
        ("notes.page.down", ("space", "pagedown"), "move(15)", "page down", "a page down"),
        ("notes.page.up", ("b", "pageup"), "move(-15)", "page up", "a page up"),
        ("notes.top", ("g", "home"), "end(False)", "top", "the first note"),
        ("notes.bottom", ("G", "end"), "end(True)", "end", "the last note"),
        ("notes.delete", ("d",), "delete", "delete", "delete the note"),
        ("notes.undo", ("u",), "undo", "undo", "take back the last change"),
    ),
    *_at(
        "dossier", "People",
        ("dossier.close", ("escape", "q"), "close", "close", "back"),
        ("dossier.follow", ("enter",), "follow", "passage", "to the source; on a name to that speaker"),
        ("dossier.down", ("j", "down"), "move(1)", "down", "a line down"),
        ("dossier.up", ("k", "up"), "move(-1)", "up", "a line up"),
        ("dossier.page.down", ("space", "pagedown"), "move(15)", "page down", "a page down"),
        ("dossier.page.up", ("b", "pageup"), "move(-15)", "page up", "a page up"),
        ("dossier.top", ("g", "home"), "end(False)", "top", "the first quote"),
        ("dossier.bottom", ("G", "end"), "end(True)", "end", "the last line"),
        ("dossier.same", ("s",), "same", "the same", "another name is the same speaker's"),
        ("dossier.undo", ("u",), "undo", "undo", "part the names that were merged last"),
        ("dossier.other", ("/",), "other", "somebody else", "the dossier of another name"),
    ),
    *_at(
        "versions", "Versions",
        ("versions.close", ("escape", "q"), "close", "close", "back"),
        ("versions.follow", ("enter",), "follow", "passage", "to the passage as it is now"),
        ("versions.down", ("j", "down"), "move(1)", "down", "a line down"),
        ("versions.up", ("k", "up"), "move(-1)", "up", "a line up"),
        ("versions.page.down", ("space", "pagedown"), "move(15)", "page down", "a page down"),
        ("versions.page.up", ("b", "pageup"), "move(-15)", "page up", "a page up"),
        ("versions.older", ("n",), "older", "older", "beside an older version"),
    ),
    *_at(
        "save", "Saving",
        ("save.template", ("ctrl+t", "f2"), "next_template", "template", "save with the next template"),
        ("save.cancel", ("escape",), "dismiss(None)", "cancel", "save nothing"),
    ),
    *_at(
        "note", "Writing",
        ("note.keep", ("ctrl+s", "f2"), "keep", "keep", "keep the note"),
        ("note.leave", ("escape",), "leave", "leave", "leave without a change"),
    ),
    *_at(
        "prompt", "Writing",
        ("prompt.cancel", ("escape",), "dismiss(None)", "cancel", "type nothing"),
    ),
    *_at(
        "picture", "Pictures",
        ("picture.close", ("escape", "q", "p"), "dismiss(None)", "close", "close"),
        ("picture.next", ("j", "n", "right", "space"), "step(1)", "next", "the next picture"),
        ("picture.previous", ("k", "N", "left"), "step(-1)", "previous", "the picture before"),
        ("picture.open", ("o",), "browse", "open", "the picture in a browser"),
    ),
    *_at(
        "conflict", "Saving",
        ("conflict.file", ("f", "1"), "settle('file')", "the file's", "keep the file's lines"),
        ("conflict.new", ("n", "2"), "settle('new')", "the new", "take the new lines"),
        ("conflict.both", ("b", "3"), "settle('both')", "both", "both, the file's first"),
        ("conflict.none", ("escape", "q"), "dismiss(None)", "nothing", "save nothing"),
    ),
    *_at(
        "why", "Text",
        ("why.close", ("escape", "q", "i", "enter"), "dismiss(None)", "close", "close the reasons"),
    ),
    *_at(
        "shown", "Text",
        ("shown.close", ("escape", "q"), "dismiss(None)", "close", "close the text"),
        ("shown.copy", ("y",), "copy", "copy", "copy all of the text"),
    ),
    *_at(
        "help", "Help",
        ("help.close", ("escape", "q", "?", "f1"), "close", "close", "close the help"),
        ("help.search", ("/",), "search(True)", "search", "look for a key or a word"),
        ("help.down", ("j", "down"), "scroll(1)", "down", "a line down"),
        ("help.up", ("k", "up"), "scroll(-1)", "up", "a line up"),
        ("help.page.down", ("space", "pagedown"), "scroll(12)", "page down", "a page down"),
        ("help.page.up", ("b", "pageup"), "scroll(-12)", "page up", "a page up"),
    ),
)  # fmt: skip
"""Every action of the dialogs."""
