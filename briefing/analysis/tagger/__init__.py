"""A trained tagger of names, and what it sees of a text (`tagger`)."""
