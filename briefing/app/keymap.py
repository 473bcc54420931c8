"""The keys of the actions, as the reader may set them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from textual.binding import Binding
from textual.keys import Keys
from textual.theme import BUILTIN_THEMES

from briefing.app import themes
from briefing.app.actions import EVERY, Action
from briefing.app.config import Bindable, Settable

_MODIFIERS = {"ctrl", "alt", "shift"}
_BETWEEN = {",": "comma", " ": "space"}


def _long(character: str) -> str:
    """The name by which Textual knows the key of a character."""
    # Textual takes these for what stands between keys.
    if character in _BETWEEN:
        return _BETWEEN[character]
    return next(iter(Binding.make_bindings([(character, "")]))).key


_CHARACTERS = {_long(chr(code)): chr(code) for code in range(ord("!"), ord("~") + 1)}
_NAMES = {key.value for key in Keys if key.value.isalnum()} | _CHARACTERS.keys()
# Between quotes in a list these would have to be disguised.
_NAMED = {"comma", "backslash", "quotation_mark"}


def key(name: str) -> str | None:
    """A key by the name that Textual has for it, None where there is no such key."""
    if len(name) == 1:
        return _long(name) if name.isprintable() else None
    *modifiers, last = name.split("+")
    last = _long(last) if len(last) == 1 else last
    known = last in _NAMES and _MODIFIERS.issuperset(modifiers)
    return "+".join([*modifiers, last]) if known else None


def settable() -> Settable:
    """What a configuration may name."""
    own = [theme.name for theme in themes.THEMES]
    actions = [
        Bindable(one.id, one.description, tuple(map(_written, one.keys.split(","))))
        for one in EVERY
        if one.keys
    ]
    return Settable([*own, *BUILTIN_THEMES], actions, key)


def _written(name: str) -> str:
    return name if name in _NAMED else _CHARACTERS.get(name, name)


def in_force(actions: Iterable[Action], keys: Mapping[str, str]) -> Iterator[Action]:
    """The actions with the keys that they have now."""
    return (replace(action, keys=keys.get(action.id, action.keys)) for action in actions)
