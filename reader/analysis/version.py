"""The version of the analysis: outlines that were kept under another one are made again."""

VERSION = "1"
"""Raised when the same text gets another outline; `tests/analysis/test_version.py` fails until it is."""
