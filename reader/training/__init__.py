"""Makes the data in reader/analysis/trained from corpora; not part of the installed package.

Each module is a command: `python -m reader.training.MODULE …`; the card beside each data file names
corpus, licence, command and score.
"""
