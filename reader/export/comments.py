"""HTML comments, as every browser takes them."""

import re

_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--!?>|<!--).)*-->", re.DOTALL)
"""One that ends for all readers at the same place: `<!-->` and `--!>` end a comment for browsers, not for Markdown."""


def without_comments(html: str) -> str:
    """*html* without the comments in it."""
    return _COMMENT.sub("", html)
