"""Finds names while they are typed. Knows strings, neither screens nor the library."""

from briefing.finder.index import Entry, Finder, Hit

__all__ = ["Entry", "Finder", "Hit"]
