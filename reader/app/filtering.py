"""The rows that hold certain words, with the headings above them."""

from collections.abc import Iterable

from reader.app.row import Row


def filtered(rows: Iterable[Row], query: str) -> list[Row]:
    """The *rows* with every word of *query*, in any case; of a speaker that fits all quotes stay."""
    words = query.casefold().split()
    if not words:
        return [*rows]
    kept: list[Row] = []
    header: Row | None = None
    speaker: Row | None = None
    whole_speaker = False
    for row in rows:
        fits = all(word in f"{row.lead}{row.text}{row.tail}".casefold() for word in words)
        if row.style == "outline--header":
            header, speaker, whole_speaker = row, None, False
        elif row.style in {"outline--speaker", "outline--doubtful", "outline--unnamed"} and not row.lead:
            speaker, whole_speaker = row, fits
        elif row.style in {"outline--quote", "outline--reported"}:
            if fits or whole_speaker:
                kept += [each for each in (header, speaker, row) if each]
                header = speaker = None
        elif fits and row.target:
            kept += [each for each in (header, row) if each]
            header = None
    return kept
