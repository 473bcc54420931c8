"""Finds names while they are typed. Knows strings, neither screens nor the library."""

from briefing.finder.entry import Entry, Hit
from briefing.finder.finder import Finder

__all__ = ["Entry", "Finder", "Hit"]
