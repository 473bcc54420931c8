"""What the analysis knows by heart: countries, places, peoples, bodies, names of people, words.

The facts are compiled from licensed sources by `briefing.training.gazetteer` into one file; its
card is data/README.md. Look-ups are by exact form, a typographic apostrophe or an upper-case form
("INDIA") excepted.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

PlaceKind = Literal["country", "region", "city"]


def _plain(form: str) -> str:
    return form.replace("’", "'") if "’" in form else form


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Dictionaries from the forms of names to what they are."""

    countries: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    regions: frozenset[str]
    cities: frozenset[str]
    groups: frozenset[str]
    events: frozenset[str]
    bodies: dict[str, str]
    first_names: frozenset[str]
    last_names: frozenset[str]
    common_words: frozenset[str]

    def country(self, form: str) -> str | None:
        """The short English name of the country that `form` names: "U.S." is "United States"."""
        return self._find(self.countries, form)

    def demonym(self, form: str) -> str | None:
        """The country whose people or adjective `form` is: "British" is of "United Kingdom"."""
        return self._find(self.demonyms, form)

    def capital(self, form: str) -> str | None:
        """The country whose capital, or seat of government, `form` is."""
        return self._find(self.capitals, form)

    def body(self, form: str) -> str | None:
        """The full name of the well-known body that `form` names: "UN" is "United Nations"."""
        return self.bodies.get(_plain(form))

    def place_kind(self, form: str) -> PlaceKind | None:
        """Whether `form` names a country, a region or a city; None where it names no place."""
        form = _plain(form)
        if self.country(form):
            return "country"
        for name in (form, form.title()) if form.isupper() and len(form) > 3 else (form,):
            if name in self.regions:
                return "region"
            if name in self.cities or name in self.capitals:
                return "city"
        return None

    def group(self, form: str) -> bool:
        """Whether `form` names a people, a religion or the like, or is a demonym."""
        form = _plain(form)
        return form in self.groups or self.demonym(form) is not None

    def first_name(self, word: str) -> bool:
        """Whether `word` is somebody's first name; it may be an ordinary word as well."""
        return word in self.first_names

    def last_name(self, word: str) -> bool:
        """Whether `word` is a last name, first names included."""
        return word in self.last_names or word in self.first_names

    def common_word(self, lower_word: str) -> bool:
        """Whether `lower_word`, in lower case, is an ordinary word of English."""
        return _plain(lower_word) in self.common_words

    @staticmethod
    def _find(table: dict[str, str], form: str) -> str | None:
        form = _plain(form)
        found = table.get(form)
        if found is None and len(form) > 3 and form.isupper():
            found = table.get(form.title())
        return found


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read at its first use."""
    packed = (files("briefing.analysis") / "data" / "gazetteer.bin").read_bytes()
    data = json.loads(zlib.decompress(packed))
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for name, names, adjectives, seats in data["countries"]:
        countries[name] = name
        for table, forms in ((countries, names), (demonyms, adjectives), (capitals, seats)):
            for form in forms:
                table.setdefault(form, name)
    bodies: dict[str, str] = {}
    for name, *forms in data["bodies"]:
        for form in (name, *forms):
            bodies.setdefault(form, name)

    def words(key: str) -> frozenset[str]:
        return frozenset(data[key].split("\n"))

    return Gazetteer(
        countries,
        demonyms,
        capitals,
        words("regions"),
        words("cities"),
        words("groups"),
        words("events"),
        bodies,
        words("first_names"),
        words("last_names"),
        words("common"),
    )
