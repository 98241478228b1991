"""The words of the house: span, article, outline, note; nothing here imports anything above it."""
