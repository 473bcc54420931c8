"""What a reader leaves behind: places in texts, sizes of panes, and what else is to be found again.

One SQLite file in the user's folder for such things. It is never beside the documents, and no
cleaning of a cache touches it. What `put` has returned from is on the disk: it is there again
whenever and however the program ends.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TypeAlias

VARIABLE = "BRIEFING_STATE"
"""The variable of the environment that names another file; `:memory:` keeps nothing."""
IN_MEMORY = Path(":memory:")
VERSION = 1
_PATIENCE = 5.0  # seconds to wait for another instance that writes
# What SQLite says of a file that is none of ours; all else is the disk's or the folder's.
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


def location(environment: Mapping[str, str]) -> Path:
    """The file: the one the environment names, or the one in the folder for such files."""
    if named := environment.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_state_path

    return user_state_path("briefing", appauthor=False) / "state.sqlite3"


class State:
    """Values under a kind and a key, such as the place in a text. Any thread may use it.

    A file that is damaged is set aside, and one that cannot be written, or that a later version
    has made, is left as it is and nothing is kept; `problem` then says so for the reader.
    """

    def __init__(self, path: Path) -> None:
        self.problem: str | None = None
        self._lock = Lock()
        try:
            self._database = _open(path)
        except _LaterError:
            self.problem = f"{path}: made by a later version, so nothing is remembered"
            self._database = _open(IN_MEMORY)
        except sqlite3.DatabaseError as error:
            self._database = self._begin_anew(path, error)
        except OSError as error:
            self.problem = f"{path}: {error.strerror or error}, so nothing is remembered"
            self._database = _open(IN_MEMORY)

    def _begin_anew(self, path: Path, error: sqlite3.DatabaseError) -> sqlite3.Connection:
        if error.sqlite_errorcode & 0xFF in _DAMAGED:
            with suppress(OSError, sqlite3.Error):
                aside = _free_name(path)
                path.rename(aside)
                for left in ("-wal", "-shm"):
                    path.with_name(path.name + left).unlink(missing_ok=True)
                self.problem = f"{path}: {error}; it was set aside as {aside.name}"
                return _open(path)
        self.problem = f"{path}: {error}, so nothing is remembered"
        return _open(IN_MEMORY)

    def get(self, kind: str, key: str) -> Value:
        """What was kept; None where nothing was."""
        with self._lock:
            row = self._database.execute(
                "SELECT value FROM entries WHERE kind = ? AND key = ?", (kind, key)
            ).fetchone()
        return None if row is None else _value(row[0])

    def put(self, kind: str, key: str, value: Value) -> None:
        """Keep a value, None to forget it. Raises `sqlite3.Error` where that cannot be done."""
        self.put_all({(kind, key): value})

    def put_all(self, entries: Mapping[tuple[str, str], Value]) -> None:
        """Keep values by kind and key: all of them, or none where `sqlite3.Error` is raised."""
        gone = [at for at, value in entries.items() if value is None]
        kept = [
            (*at, json.dumps(value, ensure_ascii=False))
            for at, value in entries.items()
            if value is not None
        ]
        with self._lock:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                self._database.executemany("DELETE FROM entries WHERE kind = ? AND key = ?", gone)
                self._database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", kept)
                self._database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                raise

    def all(self, kind: str) -> dict[str, Value]:
        """Everything of a kind, by its key."""
        with self._lock:
            rows = self._database.execute(
                "SELECT key, value FROM entries WHERE kind = ? ORDER BY key", (kind,)
            ).fetchall()
        return {key: _value(value) for key, value in rows}

    def kinds(self) -> list[str]:
        """Of what there is something."""
        with self._lock:
            rows = self._database.execute("SELECT DISTINCT kind FROM entries ORDER BY kind")
            return [row[0] for row in rows]

    def close(self) -> None:
        """Leave the file."""
        with self._lock, suppress(sqlite3.Error):
            self._database.close()


class _LaterError(Exception):
    """The file has a form that is not known yet."""


def _open(path: Path) -> sqlite3.Connection:
    """Raises `OSError`, `sqlite3.DatabaseError`, `_LaterError`."""
    if path != IN_MEMORY:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = sqlite3.connect(
        path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise _LaterError
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        if version < VERSION:
            database.execute(
                "CREATE TABLE IF NOT EXISTS entries (kind TEXT, key TEXT, value TEXT NOT NULL, "
                "PRIMARY KEY (kind, key)) WITHOUT ROWID"
            )
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("SELECT kind, key, value FROM entries LIMIT 1").fetchone()
    except UnicodeDecodeError as error:
        database.close()
        damaged = sqlite3.DatabaseError("what is wrong with it is not even text")
        damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damaged from error
    except BaseException:
        database.close()
        raise
    return database


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside


def _value(text: str) -> Value:
    with suppress(ValueError):
        value: Value = json.loads(text)
        return value
    return None
