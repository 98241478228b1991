"""The door through which text from outside comes in: every record that is made of it passes here once."""

from collections.abc import Mapping

from reader.sanitise import admitted, without_logins

LONGEST_NAME = 1_000
"""Characters of a title, a person's or a site's name: what is longer is no name, and is stored with each article."""
LONGEST_ADDRESS = 4_000
"""Characters of an address; servers refuse longer ones. An address is kept without its user's name and password."""


def admit(record: object, longest: Mapping[str, int | None]) -> None:
    """Have the text fields of a frozen *record* named by *longest* hold whole characters, at most so many (None: any).

    For `__post_init__`. A field that is None stays so.
    """
    for name, most in longest.items():
        text = getattr(record, name)
        if not text:
            continue
        fit = admitted(without_logins(text) if most == LONGEST_ADDRESS else text, most)
        if fit is not text:
            object.__setattr__(record, name, fit)
