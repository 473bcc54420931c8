"""What the reader has set: one TOML file, read without the screen.

Whatever is wrong in the file is told with its line; the rest of it counts all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.document import field as one_line
from briefing.formats.limits import MEANINGS, Limits, defaults, from_table

VARIABLE = "BRIEFING_CONFIG"
"""The variable of the environment that names another file."""
WIDTHS = range(20, 201)
"""How many columns wide a text may be set."""
DEFAULT_WIDTH = 72
_MAX_BYTES = 1 << 20
ALWAYS_QUITS = "ctrl+q"
"""The key that ends the program wherever one is."""

_KEY = re.compile(r"""^\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")
_TABLE = re.compile(r"""^\s*\[\s*["']?([\w-]+)["']?\s*\]""")


class Problem(NamedTuple):
    """Something of the file that does not count, and why. `line` is 0 where it is not known."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}" if self.line else self.reason


@dataclass(frozen=True, slots=True)
class Config:
    """What was set. None is what the program decides for itself."""

    theme: str | None = None
    text_width: int | None = None
    motion: bool = True
    follow: bool = True
    documents: bool | None = None
    side: bool | None = None
    timeline: bool | None = None
    limits: Limits = field(default_factory=Limits)
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The keys of actions, by their ids, parted by commas."""


class Bindable(NamedTuple):
    """An action whose keys can be set: its id, what it does, and the keys it has, as written."""

    id: str
    description: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settable:
    """What a file may name: themes, actions, and what is a key.

    `key` gives the name the screen knows a key by, or None for what is not one.
    """

    themes: Collection[str]
    actions: Sequence[Bindable]
    key: Callable[[str], str | None]


_NOTHING = Settable((), (), lambda _: None)


def location(environment: Mapping[str, str]) -> Path:
    """The file: the one the environment names, or the one in the folder for such files."""
    if named := environment.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "config.toml"


def read(path: Path, settable: Settable, must_exist: bool = False) -> tuple[Config, list[Problem]]:
    """Read a file; where there is none, nothing is set."""
    text, problems = _text(path, must_exist)
    return (Config(), problems) if problems else parse(text, settable)


def read_limits(path: Path, must_exist: bool = False) -> tuple[Limits, list[Problem]]:
    """Read of a file only how much of documents is read, without knowing what else may be set."""
    text, problems = _text(path, must_exist)
    reading, problems = (None, problems) if problems else _reading(text, _NOTHING)
    if reading is None:
        return Limits(), problems
    limits = reading.limits()
    return limits, sorted(reading.problems)


def parse(text: str, settable: Settable) -> tuple[Config, list[Problem]]:
    """What a text sets, and what in it does not count."""
    reading, problems = _reading(text, settable)
    if reading is None:
        return Config(), problems
    config = reading.config()
    return config, sorted(reading.problems)


def _text(path: Path, must_exist: bool) -> tuple[str, list[Problem]]:
    """What stands in a file, nothing where there is none; or why it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            return "", [Problem(0, "the file is too large to be a configuration")]
        return data.decode("utf-8-sig"), []
    except FileNotFoundError:
        return "", [Problem(0, "there is no such file")] if must_exist else []
    except UnicodeDecodeError:
        return "", [Problem(0, "the file is not UTF-8")]
    except (OSError, ValueError) as error:
        return "", [Problem(0, str(getattr(error, "strerror", None) or error))]


def _reading(text: str, settable: Settable) -> tuple[_Reading | None, list[Problem]]:
    if not text:
        return None, []
    import tomllib

    try:
        return _Reading(text, tomllib.loads(text), settable), []
    except (ValueError, RecursionError) as error:  # also numbers that are too long
        found = re.search(r"at line (\d+)", str(error))
        return None, [Problem(int(found[1]) if found else 0, f"this is not TOML: {error}")]


class _Reading:
    """Takes what counts out of a file."""

    def __init__(self, text: str, data: dict[str, object], settable: Settable) -> None:
        self._data, self._settable = data, settable
        self._lines = dict(_lines(text))
        self.problems: list[Problem] = []

    def config(self) -> Config:
        panes = self._table("panes")
        keys = self._table("keys")
        known = ("theme", "text-width", "motion", "follow", "panes", "limits", "keys")
        self._only("", self._data, known)
        self._only("panes", panes, ("documents", "side", "timeline"))
        self._only("keys", keys, [action.id for action in self._settable.actions])
        motion = self._truth("", self._data, "motion")
        return Config(
            theme=self._theme(),
            text_width=self._width(),
            motion=motion is not False,
            follow=self._truth("", self._data, "follow") is not False,
            documents=self._truth("panes", panes, "documents"),
            side=self._truth("panes", panes, "side"),
            timeline=self._truth("panes", panes, "timeline"),
            limits=self.limits(),
            keys=self._keys(keys),
        )

    def limits(self) -> Limits:
        """How much of documents is read."""
        table = self._table("limits")
        self._only("limits", table, MEANINGS)
        limits, wrong = from_table(table)
        for name in wrong:
            self._refuse("limits", name, "this must be a whole number above zero")
        return limits

    def _refuse(self, table: str, key: str, reason: str) -> None:
        name = f"{table}.{key}" if table else key
        self.problems.append(Problem(self._lines.get((table, key), 0), f"{name}: {reason}"))

    def _table(self, name: str) -> dict[str, object]:
        table = self._data.get(name, {})
        if isinstance(table, dict):
            return table
        self._refuse("", name, f"this must be a table, written [{name}]")
        return {}

    def _only(self, table: str, data: Mapping[str, object], known: Collection[str]) -> None:
        for key in data:
            if key not in known:
                self._refuse(table, key, f"there is no such setting{_meant(key, known)}")

    def _truth(self, table: str, data: Mapping[str, object], key: str) -> bool | None:
        value = data.get(key)
        if value is None or isinstance(value, bool):
            return value
        self._refuse(table, key, "this must be true or false")
        return None

    def _theme(self) -> str | None:
        value = self._data.get("theme")
        if value is None or (isinstance(value, str) and value in self._settable.themes):
            return value
        if isinstance(value, str):
            meant = _meant(value, self._settable.themes)
            self._refuse("", "theme", f"there is no theme {value!r}{meant}")
        else:
            self._refuse("", "theme", "this must be the name of a theme, in quotes")
        return None

    def _width(self) -> int | None:
        value = self._data.get("text-width")
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and value in WIDTHS:
            return value
        self._refuse(
            "", "text-width", f"this must be a number from {WIDTHS.start} to {WIDTHS.stop - 1}"
        )
        return None

    # Keys

    def _keys(self, table: Mapping[str, object]) -> Mapping[str, str]:
        actions = {action.id: action for action in self._settable.actions}
        chosen: dict[str, tuple[str, ...]] = {}
        for name, value in table.items():
            if name in actions and (keys := self._key_list(name, value)):
                always = (ALWAYS_QUITS,) if name == "quit" else ()
                chosen[name] = tuple(dict.fromkeys((*keys, *always)))
        self._part(actions, chosen)
        return MappingProxyType({name: ",".join(keys) for name, keys in chosen.items()})

    def _key_list(self, name: str, value: object) -> tuple[str, ...] | None:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not values:
            self._refuse("keys", name, 'this must be a key, or some: ["x", "ctrl+x"]')
            return None
        keys = []
        for one in values:
            key = self._settable.key(one) if isinstance(one, str) else None
            if key is None:
                self._refuse("keys", name, f"{one!r} is not the name of a key")
                return None
            if key == ALWAYS_QUITS and name != "quit":
                self._refuse("keys", name, f"{one} always quits")
                return None
            keys.append(key)
        return tuple(keys)

    def _usual(self, action: Bindable) -> tuple[str, ...]:
        return tuple(self._settable.key(key) or key for key in action.keys)

    def _part(self, actions: Mapping[str, Bindable], chosen: dict[str, tuple[str, ...]]) -> None:
        """Take back the keys that would do two things, until each does one."""
        while True:
            bound = {
                name: chosen.get(name) or self._usual(action) for name, action in actions.items()
            }
            count = Counter(key for keys in bound.values() for key in keys)
            clashing = [name for name, keys in bound.items() if any(count[key] > 1 for key in keys)]
            # Of two that were set the one further down in the file gives way, quit last of all.
            to_blame = [name for name in clashing if name in chosen]
            if not to_blame:
                return
            name = max(to_blame, key=lambda one: (one != "quit", self._lines.get(("keys", one), 0)))
            key = next(key for key in bound[name] if count[key] > 1)
            other = next(one for one in clashing if one != name and key in bound[one])
            reason = f"{key} is the key of {other} ({actions[other].description})"
            self._refuse("keys", name, f"{reason}; give that another one first")
            del chosen[name]


def _meant(word: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, 1)
    return f"; did you mean {close[0]}?" if close else ""


def _lines(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    """The line of each setting, by its table and name."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = found[1]
            yield ("", table), number
        elif found := _KEY.match(line):
            yield (table, found[1] or found[2] or found[3]), number


def sample(settable: Settable, path: Path) -> str:
    """A file in which everything stands as it is without one, each line switched off by a #.

    `path` is where it is looked for.
    """
    themes = "\n".join(f"#   {theme}" for theme in settable.themes)
    set_ = [(f"# {action.id} = {_list(action.keys)}", action) for action in settable.actions]
    width = max(len(line) for line, _ in set_)
    most = [(f"# {name} = {value}", MEANINGS[name].of) for name, value in defaults().items()]
    wide = max(len(line) for line, _ in most)
    limits = "\n".join(f"{line:{wide}}  # {of}" for line, of in most)
    keys = "\n".join(f"{line:{width}}  # {action.description}" for line, action in set_)
    return f"""\
# The configuration of briefing, all of it switched off. Take away the # before a setting to
# change it. It is looked for in
#   {one_line(str(path))}
# unless {VARIABLE} names another file.

# The colours. There are
{themes}
# theme = "{next(iter(settable.themes))}"

# Columns of a line of text, at most: {WIDTHS.start} to {WIDTHS.stop - 1}.
# text-width = {DEFAULT_WIDTH}

# Whether what moves may glide.
# motion = true

# Whether files that are added, changed or removed meanwhile are shown as they are.
# follow = true

# Which panes are open at the beginning. Without such a line the documents are open where there
# are several, and the timeline where there is room for it.
[panes]
# documents = true
# side = true
# timeline = true

# How much of documents is read at most.
[limits]
{limits}

# The keys of each action. A key does one thing only.
[keys]
{keys}
"""


def _list(keys: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{key}"' for key in keys) + "]"
