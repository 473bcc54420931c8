"""The short forms of an instrument that a document explains by naming it in full."""

from __future__ import annotations

from briefing.library.digest import Agreed
from briefing.library.instrument_keys import acronym_key, name_key, spells
from briefing.library.links import Key


def short_forms(key: Key, agreement: Agreed) -> dict[Key, tuple[str, bool]]:
    """The short forms that a document explains by the name it gives an agreement.

    Each with the reason, and whether it is an acronym, which hardly means anything else.
    """
    found: dict[Key, tuple[str, bool]] = {}
    if key[3]:
        return found
    words = set(key[1].split())
    for alias in (agreement.acronym, *agreement.aliases):
        short = _short(alias, key) if alias and alias != agreement.name else None
        if short is None or alias is None:
            continue
        if short[0] == "" and key[2]:  # "the 2019 NLA" is the Norland Lake Act of 2019
            found.setdefault((*short[:2], key[2], ""), (f"stands for {agreement.name}", True))
        if spells(alias, agreement.name):
            found.setdefault(short, (f"the initials of {agreement.name}", True))
        elif alias == agreement.acronym and _may_abbreviate(alias, agreement.name):
            found.setdefault(short, (f"stands for {agreement.name} where that is named", True))
        elif words >= set(short[1].split()) or _of_acronym(short, agreement):
            found.setdefault(short, (f"used for {agreement.name} where that is named", False))
    return found


def _short(alias: str, key: Key) -> Key | None:
    """The key of another name than that of `key`, None where it is the same or none at all."""
    short = name_key(alias)
    if alias.isupper() and " " not in alias and alias.lower() not in key[1].split():
        short = acronym_key(alias)
    if short is None or short == key or short[1] == key[1] or short[2] not in ("", key[2]):
        return None
    return short


def _may_abbreviate(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym stand in a name, in this order."""
    letters = iter(name.lower())
    return all(letter in letters for letter in acronym.lower() if letter.isalpha())


def _of_acronym(short: Key, agreement: Agreed) -> bool:
    acronym = agreement.acronym or ""
    named = acronym.lower() in short[1].split()
    return named and _may_abbreviate(acronym, agreement.name)
