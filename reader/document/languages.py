"""The languages that are read, and what is said of those that are not read in full."""

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip
"""By their codes (ISO 639-1)."""


def lacking(code: str) -> str:
    """In one sentence what the outline of a text in that language leaves out; empty for English."""
    if code == "en":
        return ""
    if code in NAMES:
        return f"{NAMES[code]}: speakers, reported speech, places and people are found in English only."
    known = ", ".join(NAMES.values())
    return f"Not in a language that is read ({known}): only sections, quotations and key sentences are shown."
