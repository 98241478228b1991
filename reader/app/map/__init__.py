"""A map of the article's places, drawn in characters."""
