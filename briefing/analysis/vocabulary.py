"""Classes of words that tell what a name is: titles, head nouns, calendar words.

Every list is a class of general English, written out; names themselves are in the gazetteer.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


SMALL = _words("a an and as at by de del des di do du for in la le of on or the to with")
"""Words that may be left out of an acronym, in lower case."""
