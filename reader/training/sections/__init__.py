"""Training of the tagger of titles and headings."""
