"""Named entities: the people, places and organisations that a text names."""
