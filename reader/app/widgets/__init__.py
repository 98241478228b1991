"""Widgets that draw themselves and know nothing of each other."""
