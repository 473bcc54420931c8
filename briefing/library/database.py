"""A SQLite file that may be lost at any time, and never stands in the way.

What cannot be opened or written is replaced by memory, what is broken or too new is set aside,
and each time a message says so. Several processes may use one file at once.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

from briefing.library.failure import reason

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

_PATIENCE = 30.0
"""Seconds to wait for another process that writes."""
_CACHED = 16 * 1024
"""KB of the file that are held in memory by whoever writes."""
_CHECKPOINT = 8192
"""Pages that are logged before they are put in place: in the log, the latest of each counts."""
_BROKEN = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))


class _TooNewError(Exception):
    """The file was written by a later version of the program."""


class Database:
    """A file, or memory where `path` is None, with the tables of `schema`.

    `number` is the schema's: a file with a smaller one is emptied, with a greater one set aside.
    Safe in any thread; whoever reads does not wait for whoever writes.
    """

    def __init__(
        self,
        path: Path | None,
        schema: Sequence[str],
        number: int,
        tell: Callable[[str], None],
    ) -> None:
        self._schema, self._number, self._tell = schema, number, tell
        self.path = path
        self._inode = 0
        self._reading, self._writing = RLock(), RLock()
        self._reader = self._writer = _connect(":memory:")
        self._open()

    @property
    def is_kept(self) -> bool:
        """Whether what is written will be there the next time."""
        return self.path is not None

    def read(self, work: Work[T]) -> T:
        """What `work` makes of a connection, from which it only reads; it may be called again."""
        with self._reading:
            used = self._reader
            try:
                return work(used)
            except sqlite3.DatabaseError as error:
                wrong = error
        with self._writing, self._reading:
            if used is self._reader:
                self._recover(wrong)
            return work(self._reader)

    def write(self, work: Work[T]) -> T:
        """What `work` makes of a connection, all of it or nothing; it may be called again."""
        with self._writing:
            try:
                return self._transact(work)
            except sqlite3.DatabaseError as error:
                with self._reading:
                    self._recover(error)
                return self._transact(work)

    def shrink(self) -> None:
        """Give back the room of what was deleted, as far as nobody is in the way."""
        with self._writing, suppress(sqlite3.Error):
            self._writer.execute("PRAGMA incremental_vacuum").fetchall()

    def close(self) -> None:
        """End all use of it."""
        with self._writing, self._reading:
            self._close()

    def _transact(self, work: Work[T]) -> T:
        self._writer.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._writer)
            self._writer.execute("COMMIT")
            return result
        except BaseException:
            # A full disk has ended the transaction already.
            with suppress(sqlite3.Error):
                self._writer.execute("ROLLBACK")
            raise

    # Opening

    def _open(self) -> None:
        if self.path is None:
            self._use_memory()
            return
        try:
            self._use_file(self.path)
        except _TooNewError:
            self._set_aside("it was written by a later version of this program")
        except sqlite3.DatabaseError as error:
            if _code(error) in _BROKEN:
                self._set_aside("it is damaged")
            else:
                self._retreat(str(error))
        except UnicodeDecodeError:  # what SQLite says of it is not even text
            self._set_aside("it is damaged")
        except OSError as error:
            self._retreat(reason(error))

    def _use_file(self, path: Path) -> None:
        self._inode = _make_private(path)
        self._reader = self._writer = _connect(str(path))
        # Counts for a new file only, and before anything is written.
        self._writer.execute("PRAGMA auto_vacuum=INCREMENTAL")
        mode = self._writer.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        self._writer.execute("PRAGMA synchronous=NORMAL")
        self._writer.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT}")
        self._writer.execute(f"PRAGMA cache_size=-{_CACHED}")
        self._bring_up_to_date()
        if mode == "wal":
            self._reader = _connect(str(path))

    def _use_memory(self) -> None:
        self._writer = self._reader = _connect(":memory:")
        self._reading = self._writing
        self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        def bring(connection: sqlite3.Connection) -> None:
            number = connection.execute("PRAGMA user_version").fetchone()[0]
            if number > self._number:
                raise _TooNewError
            if number < self._number:
                self._create(connection)

        if self._writer.execute("PRAGMA user_version").fetchone()[0] != self._number:
            self._transact(bring)

    def _create(self, connection: sqlite3.Connection) -> None:
        # Virtual tables first: they take those with them that are theirs.
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage"
        for (name,) in connection.execute(tables).fetchall():
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in self._schema:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={self._number}")

    # When something is wrong

    def _recover(self, error: sqlite3.DatabaseError) -> None:
        """Make it usable again, or raise what was wrong."""
        if self.path is None or isinstance(error, sqlite3.ProgrammingError | sqlite3.DataError):
            raise error
        if isinstance(error, sqlite3.IntegrityError | sqlite3.InterfaceError):
            raise error
        if _code(error) in _BROKEN:
            self._set_aside("it is damaged")
        elif _code(error) == sqlite3.SQLITE_ERROR:  # a fault of this program
            raise error
        else:
            self._retreat(str(error))

    def _set_aside(self, why: str) -> None:
        path = self.path
        assert path is not None
        self._close()
        try:
            # Another process may have been faster, and this file be a new one.
            if path.stat().st_ino == self._inode:
                for end in ("", "-wal", "-shm"):
                    with suppress(FileNotFoundError):
                        os.replace(f"{path}{end}", f"{path}.bad{end}")
            self._use_file(path)
        except (OSError, sqlite3.Error, _TooNewError) as error:
            self._retreat(str(error))
            return
        self._tell(f"{path} was set aside as {path.name}.bad: {why}. A new one was begun.")

    def _retreat(self, why: str) -> None:
        """Go on in memory, with all that is there already."""
        path, self.path = self.path, None
        assert path is not None
        reader, writer = self._reader, self._writer
        self._use_memory()
        if not self._copy(reader):
            # It may stand where nobody may write the files beside it.
            with suppress(sqlite3.Error, ValueError):
                name = f"{path.absolute().as_uri()}?immutable=1"
                self._copy(sqlite3.connect(name, uri=True))
        writer.close()
        self._tell(
            f"What is analysed now cannot be kept in {path}: {why}. It is held in memory and will "
            "be analysed again the next time."
        )

    def _copy(self, kept: sqlite3.Connection) -> bool:
        """Take what `kept` holds into the memory; False where that is nothing of use."""
        try:
            if kept.execute("PRAGMA user_version").fetchone()[0] != self._number:
                return False
            kept.backup(self._writer)
            self._writer.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error:
            self._use_memory()
            return False
        finally:
            kept.close()
        return True

    def _close(self) -> None:
        self._reader.close()
        self._writer.close()


def _make_private(path: Path) -> int:
    """Let nobody else read the file, which is made where there is none; its inode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        return os.fstat(descriptor).st_ino
    finally:
        os.close(descriptor)


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(name, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)


def _code(error: sqlite3.Error) -> int:
    """The kind of an error, without its details."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
