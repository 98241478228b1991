"""An article's outline and notes as files for other programs."""
