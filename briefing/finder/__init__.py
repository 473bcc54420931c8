"""Fuzzy search over names. Knows strings and kinds, neither screens nor the library."""
