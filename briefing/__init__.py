"""A reader that opens a folder of documents in the terminal and shows each one as a briefing."""

__version__ = "0.1.0"
