"""What a reader can set: one commented TOML file, and the keys."""
