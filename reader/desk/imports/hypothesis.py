"""Annotations of Hypothesis: the JSON that its client exports, or that its service answers a search with.

Format: https://h.readthedocs.io/en/latest/api-reference/ (annotation, target, TextQuoteSelector of the W3C's Web
Annotation Data Model).
"""

import json
from typing import Any, cast

from reader.desk.imports.highlight import Highlight, origin
from reader.document.identity import identity_of


def read(text: str) -> list[Highlight] | None:
    """The annotations; None where the text is no such export."""
    try:
        data = json.loads(text)
    except ValueError:
        return None
    rows = data.get("annotations", data.get("rows")) if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    if not any("target" in row for row in rows) and rows:
        return None
    if not rows and not (isinstance(data, dict) and "annotations" in data):
        return None
    return [_highlight(cast(dict[str, Any], row)) for row in rows]


def _highlight(row: dict[str, Any]) -> Highlight:
    """An annotation; one of a whole page quotes nothing."""
    selectors = [each for target in row.get("target") or () for each in target.get("selector") or ()]
    quote: dict[str, Any] = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})
    uri = str(row.get("uri") or (row.get("target") or [{}])[0].get("source") or "")
    title = (row.get("document") or {}).get("title") or ""
    return Highlight(
        str(quote.get("exact") or ""),
        str(row.get("text") or ""),
        tuple(map(str, row.get("tags") or ())),
        identity_of(uri),
        str(title[0] if isinstance(title, list) and title else title or ""),
        origin("hypothesis", row.get("id") or json.dumps(row, sort_keys=True)),
        str(quote.get("prefix") or ""),
        str(quote.get("suffix") or ""),
    )
