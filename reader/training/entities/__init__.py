"""Makes the entity tagger."""
