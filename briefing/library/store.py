"""What has been analysed, so that it need not be again: a file in the user's cache folder.

Kept by the content of a file and the version of the analysis. The paths of files, with their
sizes and times, only say which content to expect, so that a file that is renamed or copied keeps
its work and one that has changed is seen. Nothing is ever written beside the documents.

What has not been opened for `_KEPT` days is dropped, and what no file is known to hold any more,
such as an earlier state of a document, after `_KEPT_ALONE`.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from briefing.analysis.briefing import Briefing
from briefing.library import fulltext, names, record
from briefing.library.database import Database
from briefing.library.digest import Digest, file_name, unpack
from briefing.library.record import Record
from briefing.library.stamp import Stamp
from briefing.library.work import Part, Work

VARIABLE = "BRIEFING_CACHE"
"""The variable of the environment that names another folder."""

_NAME = "library.db" if fulltext.available() else "library-without-words.db"
_SCHEMA_NUMBER = 1
_SCHEMA = (
    "CREATE TABLE about (identity BLOB)",
    "INSERT INTO about VALUES (randomblob(8))",
    # `used` counts days.
    "CREATE TABLE contents (id INTEGER PRIMARY KEY, key BLOB UNIQUE, version BLOB, used INTEGER)",
    "CREATE TABLE files (path BLOB PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, "
    "content INTEGER) WITHOUT ROWID",
    "CREATE INDEX files_of_content ON files (content)",
    "CREATE TABLE documents (id INTEGER PRIMARY KEY, content INTEGER, part INTEGER, tail TEXT, "
    "name TEXT, date TEXT, language TEXT, words INTEGER, reason TEXT)",
    "CREATE INDEX documents_of_content ON documents (content, part)",
    # By themselves, so that the rows above lie close together.
    "CREATE TABLE digests (document INTEGER PRIMARY KEY, digest BLOB)",
    "CREATE TABLE records (document INTEGER PRIMARY KEY, text BLOB, rest BLOB)",
    "CREATE TABLE names (key INTEGER, document INTEGER, PRIMARY KEY (key, document)) WITHOUT ROWID",
    *([fulltext.SCHEMA] if fulltext.available() else []),
)
_FACTS = "d.id, d.tail, d.name, d.date, d.language, d.words, d.reason FROM documents AS d"
_KEPT = 90
_KEPT_ALONE = 7
_AT_ONCE = 256
"""How many digests are read before others may read."""


class Facts(NamedTuple):
    """What a list shows of a document. `id` is its number in the store.

    `name` is empty where it is called as its file, `tail` follows the path of the file in its
    own. `reason` says why there is no document.
    """

    id: int
    tail: str
    name: str
    date: str | None
    language: str | None
    words: int
    reason: str | None


class Store:
    """What is kept, or only held in memory where `path` is None. Safe in any thread.

    `tell` is called with what the reader should know of it.
    """

    def __init__(self, path: Path | None, tell: Callable[[str], None] = lambda _: None) -> None:
        self._database = Database(path, _SCHEMA, _SCHEMA_NUMBER, tell)
        self._used: set[int] = set()

    @classmethod
    def usual(cls, tell: Callable[[str], None] = lambda _: None) -> Store:
        """The store in the folder that the environment names, else in the user's cache folder."""
        return cls(folder() / _NAME, tell)

    @property
    def folder(self) -> Path | None:
        """Where other things may be kept too; None where nothing is."""
        return self._database.path and self._database.path.parent

    def close(self) -> None:
        """End all use of it."""
        self._database.close()

    def identity(self) -> str:
        """What no other store has: numbers of documents mean something only together with it."""
        query = "SELECT hex(identity) FROM about"
        return self._database.read(lambda connection: str(connection.execute(query).fetchone()[0]))

    # Files

    def known(
        self, files: Iterable[tuple[int, Path, Stamp]], version: bytes
    ) -> dict[int, tuple[Facts, ...]]:
        """The documents of those files that have not changed, by the number of the file."""
        asked = [(number, _path(path), *stamp) for number, path, stamp in files]

        def ask(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
            connection.execute(
                "CREATE TEMP TABLE IF NOT EXISTS asked "
                "(number INTEGER PRIMARY KEY, path BLOB, size, modified, changed)"
            )
            connection.execute("DELETE FROM asked")
            connection.executemany("INSERT INTO asked VALUES (?, ?, ?, ?, ?)", asked)
            return connection.execute(
                f"SELECT a.number, f.content, {_FACTS} JOIN files AS f ON f.content = d.content "
                "JOIN asked AS a ON a.path = f.path AND a.size = f.size "
                "AND a.modified = f.modified AND a.changed = f.changed "
                "JOIN contents AS c ON c.id = f.content AND c.version = ? "
                "ORDER BY a.number, d.part",
                (version,),
            ).fetchall()

        found: dict[int, tuple[Facts, ...]] = {}
        for number, content, *facts in self._database.read(ask):
            found[number] = (*found.get(number, ()), Facts(*facts))
            self._used.add(content)
        return found

    def find(self, path: Path, stamp: Stamp | None, key: bytes) -> tuple[Facts, ...] | None:
        """The documents of a content that is known; from now on also as the one of this file."""

        def look(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
            return connection.execute(
                f"SELECT c.id, {_FACTS} JOIN contents AS c ON c.id = d.content "
                "WHERE c.key = ? ORDER BY d.part",
                (key,),
            ).fetchall()

        # In one look: another process may drop it between two.
        found = self._database.read(look)
        if not found:
            return None
        content = found[0][0]
        if stamp:
            self._database.write(lambda connection: _remember(connection, path, stamp, content))
        self._used.add(content)
        return tuple(Facts(*facts) for _, *facts in found)

    def put(self, works: Sequence[tuple[Path, Work]]) -> list[tuple[Facts, ...]]:
        """Keep what was made of files, all of it or nothing; the documents of each."""

        def put(connection: sqlite3.Connection) -> list[tuple[Facts, ...]]:
            return [_put(connection, path, work) for path, work in works]

        return self._database.write(put)

    # Documents

    def briefing(self, id_: int, path: str) -> Briefing | None:
        """The briefing of a document, called `path`; None where it is gone or cannot be read."""
        row = self._row("SELECT text, rest FROM records WHERE document = ?", id_)
        try:
            return record.unpack(Record(*row), path) if row else None
        except ValueError:
            return None

    def text(self, id_: int) -> str:
        """The text of a document; empty where it is gone."""
        row = self._row("SELECT text FROM records WHERE document = ?", id_)
        try:
            return record.unpack_text(row[0]) if row else ""
        except ValueError:
            return ""

    def size(self, id_: int) -> int:
        """How many bytes the briefing of a document takes, packed."""
        row = self._row("SELECT length(text) + length(rest) FROM records WHERE document = ?", id_)
        return row[0] if row else 0

    def digest(self, id_: int, path: str) -> Digest | None:
        """The digest of a document, called `path`; None where it is gone or cannot be read."""
        row = self._row("SELECT digest FROM digests WHERE document = ?", id_)
        return _digest(row[0], path) if row else None

    def digests(self, documents: Sequence[tuple[int, str]]) -> Iterator[Digest | None]:
        """The digests of many documents, each given by its number and path."""
        for start in range(0, len(documents), _AT_ONCE):
            some = documents[start : start + _AT_ONCE]
            packed = self.packed_digests([id_ for id_, _ in some])
            for id_, path in some:
                yield _digest(packed[id_], path) if id_ in packed else None

    def packed_digests(self, ids: Sequence[int]) -> dict[int, bytes]:
        """The digests of some documents, by their numbers, as `digest.pack` gave them."""
        marks = ", ".join(map(str, map(int, ids)))
        return self._database.read(
            lambda connection: dict(
                connection.execute(
                    f"SELECT document, digest FROM digests WHERE document IN ({marks})"
                ).fetchall()
            )
        )

    def naming(self, key: int) -> list[int]:
        """The documents that name something, by the key of its name; also those not open now."""
        return self._database.read(
            lambda connection: [
                row[0]
                for row in connection.execute("SELECT document FROM names WHERE key = ?", (key,))
            ]
        )

    # Texts

    def search(self, asked: fulltext.Asked, among: Collection[int], limit: int) -> list[int]:
        """The documents that have what is asked for, best first, of those in `among`."""
        return self._database.read(
            lambda connection: list(islice(fulltext.documents(connection, asked, among), limit))
        )

    def _row(self, query: str, id_: int) -> tuple[Any, ...] | None:
        def look(connection: sqlite3.Connection) -> tuple[Any, ...] | None:
            row: tuple[Any, ...] | None = connection.execute(query, (id_,)).fetchone()
            return row

        return self._database.read(look)

    # What is not used any more

    def prune(self, today: int | None = None) -> None:
        """Note what was used, and drop what was not for long. `today` counts days."""
        today = _today() if today is None else today
        used = [(today, content, today) for content in self._used]

        def prune(connection: sqlite3.Connection) -> None:
            connection.executemany("UPDATE contents SET used = ? WHERE id = ? AND used < ?", used)
            old = connection.execute(
                "SELECT id FROM contents WHERE used < ? "
                "OR used < ? AND id NOT IN (SELECT content FROM files)",
                (today - _KEPT, today - _KEPT_ALONE),
            ).fetchall()
            for (content,) in old:
                _drop(connection, content)

        self._database.write(prune)
        self._database.shrink()


def folder() -> Path:
    """The folder that holds the store."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("briefing", appauthor=False)


def _path(path: Path) -> bytes:
    return os.fsencode(os.path.abspath(path))


def _remember(connection: sqlite3.Connection, path: Path, stamp: Stamp, content: int) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", (_path(path), *stamp, content)
    )


def _documents(connection: sqlite3.Connection, content: int) -> tuple[Facts, ...]:
    rows = connection.execute(f"SELECT {_FACTS} WHERE d.content = ? ORDER BY d.part", (content,))
    return tuple(Facts(*row) for row in rows)


def _put(connection: sqlite3.Connection, path: Path, work: Work) -> tuple[Facts, ...]:
    if work.key is None:
        return tuple(Facts(0, *part[:-1]) for part in work.parts)
    row = connection.execute("SELECT id FROM contents WHERE key = ?", (work.key,)).fetchone()
    if row:  # another process was faster, or another file holds the same
        content = int(row[0])
    else:
        inserted = connection.execute(
            "INSERT INTO contents (key, version, used) VALUES (?, ?, ?)",
            (work.key, work.version, _today()),
        ).lastrowid
        assert inserted is not None
        content = inserted
        for number, part in enumerate(work.parts):
            _put_part(connection, content, number, part)
    if work.stamp:
        _remember(connection, path, work.stamp, content)
    return _documents(connection, content)


def _put_part(connection: sqlite3.Connection, content: int, number: int, part: Part) -> None:
    *facts, packed = part
    document = connection.execute(
        "INSERT INTO documents (content, part, tail, name, date, language, words, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (content, number, *facts),
    ).lastrowid
    if packed is None or document is None:
        return
    connection.execute("INSERT INTO digests VALUES (?, ?)", (document, packed.digest))
    connection.execute("INSERT INTO records VALUES (?, ?, ?)", (document, *packed.record))
    keys = [(key, document) for key in packed.keys]
    connection.executemany("INSERT INTO names VALUES (?, ?)", keys)
    fulltext.add(connection, document, packed.record.text)


def _drop(connection: sqlite3.Connection, content: int) -> None:
    of_content = "IN (SELECT id FROM documents WHERE content = ?)"
    rows = connection.execute(
        f"SELECT r.document, r.text, d.digest FROM records AS r NATURAL JOIN digests AS d "
        f"WHERE r.document {of_content}",
        (content,),
    ).fetchall()
    for document, text, digest in rows:
        fulltext.drop(connection, document, text)
        keys = [(key, document) for key in names.keys(unpack(digest))]
        connection.executemany("DELETE FROM names WHERE key = ? AND document = ?", keys)
        connection.execute("DELETE FROM records WHERE document = ?", (document,))
        connection.execute("DELETE FROM digests WHERE document = ?", (document,))
    connection.execute("DELETE FROM documents WHERE content = ?", (content,))
    connection.execute("DELETE FROM files WHERE content = ?", (content,))
    connection.execute("DELETE FROM contents WHERE id = ?", (content,))


def _digest(packed: bytes, path: str) -> Digest | None:
    try:
        found = unpack(packed)
    except (ValueError, zlib.error, TypeError):
        return None
    return replace(found, path=path, name=found.name or file_name(path))


def _today() -> int:
    """The number of the day; it says only what may be dropped."""
    return int(time.time() // 86400)
