"""What a reader has left behind, as JSON: to look at, to keep a copy of, to take elsewhere.

{"schema": 1, "state": {kind: {key: value}}}
"""

from __future__ import annotations

import json
from typing import NoReturn

from briefing.document import neutralise
from briefing.library.state import State, Value

SCHEMA = 1


def to_json(state: State) -> str:
    """Everything that is kept. Letters stay as they are; what could command a terminal does not."""
    kept = {kind: state.all(kind) for kind in state.kinds()}
    written = json.dumps({"schema": SCHEMA, "state": kept}, ensure_ascii=False, indent=2)
    for character in sorted(set(written)):
        if neutralise(character) != character:
            written = written.replace(character, json.dumps(character)[1:-1])
    return written


def from_json(text: str | bytes) -> dict[tuple[str, str], Value]:
    """Values by kind and key. Raises `ValueError` for what `to_json` cannot have written."""
    try:
        value = json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("not a state that was printed: too deep") from None
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from None
    kept = value.get("state") if isinstance(value, dict) else None
    if not isinstance(kept, dict) or not all(isinstance(one, dict) for one in kept.values()):
        raise ValueError("not a state that was printed")
    if value.get("schema") != SCHEMA:
        raise ValueError("printed by a later version")
    return {
        (kind, key): one
        for kind, entries in kept.items()
        for key, one in entries.items()
        if one is not None
    }


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no value")
