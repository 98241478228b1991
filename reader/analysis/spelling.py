"""Spellings of one name."""

import re


def skeleton(name: str) -> str:
    """*name* without what differs between transliterations: Sobyanin and Sobianin are one."""
    low = name.lower()
    for these, that in (
        ("y", "i"),
        ("j", "i"),
        ("kh", "h"),
        ("ck", "k"),
        ("w", "v"),
        ("ou", "u"),
        ("ph", "f"),
    ):
        low = low.replace(these, that)
    return re.sub(r"(.)\1+", r"\1", low)
