"""Texts as the world writes them: marks, emoji, combining marks, every line end, control characters."""

from hypothesis import strategies as st

PIECES = [
    "“We will go,” said Anna Berg, the mayor of Oslo. ", 'Roe added: "Not now." ', "‘Never,’ he said. ",
    "«Oui», dit-il. ", "more than 600 soldiers ", "$1.2bn ", "5-10 days ", "nine out of 10 doctors ",
    "in Kyiv, Ukraine, ", "Mr. Smith ", "according to the ministry ", "\n", "\r\n", "\r", "\n\n", "\t", " ",
    "👩‍👩‍👧 ", "e\u0301", "\u202e", "\x1b[31m", "\x00", "\u2028", "[red]x[/red] ", "「はい」と述べた。",
    "# Heading\n", "Part one\n", "”", "“", '"', "'", "’s ",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join)
"""Any text, mostly made of what trips a reader of news."""
