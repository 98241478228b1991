"""Annotations of Hypothesis: the JSON that its client exports, or that its service answers a search with.

Format: https://h.readthedocs.io/en/latest/api-reference/ (annotation, target, TextQuoteSelector of the W3C's Web
Annotation Data Model).
"""

import json
from typing import Any

from reader.desk.imports.fields import gathered, identity, parsed, record, rows, words
from reader.desk.imports.highlight import Export, Highlight, origin


def read(text: str) -> Export | None:
    """The annotations; None where the text is no such export. Raises RecursionError."""
    data = parsed(text)
    found = data.get("annotations", data.get("rows")) if isinstance(data, dict) else data
    if not isinstance(found, list):
        return None
    if not any(isinstance(row, dict) and "target" in row for row in found) and found:
        return None
    if not found and not (isinstance(data, dict) and "annotations" in data):
        return None
    return Export(*gathered(found, "annotation", lambda row: [_highlight(record(row, "the entry"))]))


def _highlight(row: dict[str, Any]) -> Highlight:
    """An annotation; one of a whole page quotes nothing."""
    targets = [record(each, "target") for each in rows(row.get("target"), "target")]
    selectors = [
        record(each, "selector") for target in targets for each in rows(target.get("selector"), "selector")
    ]
    quote = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})
    source = targets[0].get("source") if targets else None
    title = record(row.get("document"), "document").get("title")
    return Highlight(
        words(quote.get("exact"), "quotation"),
        words(row.get("text"), "text"),
        tuple(words(tag, "tag") for tag in rows(row.get("tags"), "tags")),
        identity(words(row.get("uri") or source, "address")),
        words(next(iter(title), "") if isinstance(title, list) else title, "title"),
        origin("hypothesis", row.get("id") or json.dumps(row, sort_keys=True)),
        words(quote.get("prefix"), "prefix"),
        words(quote.get("suffix"), "suffix"),
    )
