"""What the reader's own headings and notes in a summary could be taken for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.export.findings import Known
from reader.export.folding import is_like, is_mixed
from reader.export.free import by_name, is_set_off, line_suspicion, suspicion, text_suspicion, unlike
from reader.export.label import label_of
from reader.export.made import NOTE_END
from reader.export.pieces import Piece
from reader.export.plain import words_of

_LONGEST = 300
"""Characters of a heading that is looked through."""
_LISTS = {"Key sentences", "Sections", "Places", "People", "Pictures"}
_SHORT = 80
"""Characters of a further paragraph of a note that nobody takes for an item of a list."""


def heading_suspicion(piece: Piece, within: str, headings: Iterable[str], names: frozenset[str]) -> str:
    """What a heading that is none of our *headings* could be taken for; *within* which of ours it lies, if in any."""
    if piece.is_underlined:
        return "a heading that is underlined, which could be front matter elsewhere"
    if piece.level == 1:
        return "a title"
    if within:
        return f"a heading within {within}"
    if len(piece.source) > _LONGEST:
        return "a heading that is too long to be looked through"
    words = words_of(piece.source)
    if is_mixed(words):
        return "a heading in letters of several alphabets"
    if is_like(words, headings, names):
        return "a heading like one of newsreader's, or that names somebody"
    return unlike(piece.source) or text_suspicion(words) or by_name(words, names)


def note_suspicions(parts: list[Piece], section: str, known: Known) -> Iterator[tuple[Piece, str]]:
    """What the *parts* of a note in a *section* could be taken for; those that the library knows are the reader's."""
    label = label_of(parts[0].source, known.labels)
    if label is None:
        return
    if label.about and label.about not in known.about and section != "Unplaced":
        yield parts[0], "a note on something that is no item of the article"
    first = NOTE_END.sub("", label.words)
    if first not in known.notes:
        lines = (_of_line(line, known.names) for line in first.split("\n")[1:])
        if why := unlike(first) or next(filter(None, lines), ""):
            yield parts[0], why
    for piece in parts[1:]:
        words = NOTE_END.sub("", piece.source)
        if words in known.notes:
            continue
        why = "a further paragraph of a note in a list" if parts[0].place else ""
        if why := why or _of_part(replace(piece, source=words), section, known.names):
            yield piece, why


def _of_line(line: str, names: frozenset[str]) -> str:
    """What a further line of a note's first paragraph could be taken for; it may quote, as the first does."""
    words = words_of(line)
    if line.strip("\\ ") == "":
        return "an empty line, which sets apart what follows"
    if is_set_off(line):
        return "a line that is set off as a quotation"
    return line_suspicion(words) or by_name(words, names)


def _of_part(piece: Piece, section: str, names: frozenset[str]) -> str:
    """What a further paragraph of a note, or an item of its list, could be taken for."""
    if (piece.place and section in {"", *_LISTS}) or (section in _LISTS and len(piece.source) > _SHORT):
        return "a line among newsreader's own"
    found = suspicion(piece, names)
    return found or ("a line that is set off as a quotation" if is_set_off(piece.source) else "")
