"""Names of people, compared."""

import re
import unicodedata

_MARK = re.compile(r"[^\w\s]|_")


def name_key(name: str) -> str:
    """*name* without case, accents, points and hyphens: what two spellings of it have in common."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return " ".join(_MARK.sub(" ", plain).casefold().split())
