import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from briefing.library.database import Database

SCHEMA = ("CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('first')")


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "notes.db"


def notes(database: Database) -> list[str]:
    return database.read(
        lambda connection: [text for (text,) in connection.execute("SELECT text FROM notes")]
    )


def add(database: Database, text: str) -> None:
    database.write(lambda connection: connection.execute("INSERT INTO notes VALUES (?)", (text,)))


def test_what_was_written_is_there_the_next_time(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 1, told.append)
    add(database, "second")
    database.close()

    assert notes(Database(path, SCHEMA, 1, told.append)) == ["first", "second"]
    assert told == []


def test_nobody_else_can_read_it(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 1, told.append)
    add(database, "second")

    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()} == {0o600}


def test_half_of_a_change_is_none(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 1, told.append)

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes VALUES ('half')")
        raise KeyError

    with pytest.raises(KeyError):
        database.write(fail)
    assert notes(database) == ["first"]


def test_an_older_file_is_emptied(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 1, told.append)
    add(database, "second")
    database.close()

    assert notes(Database(path, SCHEMA, 2, told.append)) == ["first"]
    assert told == []


def test_a_later_file_is_set_aside(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 7, told.append)
    add(database, "second")
    database.close()

    assert notes(Database(path, SCHEMA, 1, told.append)) == ["first"]
    assert told == [
        f"{path} was set aside as notes.db.bad: it was written by a later version of this program."
        " A new one was begun."
    ]
    assert notes(Database(path.with_name("notes.db.bad"), SCHEMA, 7, told.append)) == [
        "first",
        "second",
    ]


def test_a_file_that_is_none_is_set_aside(path: Path, told: list[str]) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database at all\n" * 500)
    database = Database(path, SCHEMA, 1, told.append)

    add(database, "second")
    assert notes(database) == ["first", "second"]
    assert database.is_kept
    assert [message.partition(": ")[2] for message in told] == [
        "it is damaged. A new one was begun."
    ]
    assert path.with_name("notes.db.bad").read_bytes().startswith(b"no database")


def test_damage_that_shows_later_costs_what_was_kept_and_no_more(
    path: Path, told: list[str]
) -> None:
    database = Database(path, SCHEMA, 1, told.append)
    for _ in range(100):
        add(database, "long " * 2000)
    database.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    database = Database(path, SCHEMA, 1, told.append)

    assert notes(database) == ["first"]
    add(database, "second")
    assert notes(database) == ["first", "second"]
    assert len(told) == 1


def test_where_nothing_can_be_written_memory_serves(tmp_path: Path, told: list[str]) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    database = Database(tmp_path / "cache" / "notes.db", SCHEMA, 1, told.append)

    add(database, "second")
    assert notes(database) == ["first", "second"]
    assert not database.is_kept
    assert len(told) == 1
    assert "cannot be kept" in told[0]


@pytest.mark.parametrize("pragma", ["max_page_count = 4", "query_only = ON"])
def test_a_disk_that_is_full_or_read_only_loses_nothing(
    path: Path, told: list[str], pragma: str
) -> None:
    database = Database(path, SCHEMA, 1, told.append)
    add(database, "second")
    database.write(lambda connection: None)
    database._writer.execute(f"PRAGMA {pragma}")

    add(database, "third " * 5000)
    assert [text[:6] for text in notes(database)] == ["first", "second", "third "]
    assert not database.is_kept
    assert len(told) == 1
    assert "held in memory" in told[0]
    assert notes(Database(path, SCHEMA, 1, told.append)) == ["first", "second"]


def test_two_processes_write_to_one_file(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 1, told.append)
    program = (
        "import sys; from pathlib import Path; from briefing.library.database import Database\n"
        "database = Database(Path(sys.argv[1]), (), 1, print)\n"
        "for number in range(100):\n"
        "    database.write(lambda c: c.execute('INSERT INTO notes VALUES (?)', ('theirs',)))\n"
    )
    other = subprocess.Popen([sys.executable, "-c", program, str(path)], cwd=os.getcwd())
    for _ in range(100):
        add(database, "ours")
    assert other.wait(60) == 0

    assert sorted(notes(database)) == ["first", *["ours"] * 100, *["theirs"] * 100]
    assert told == []


def test_threads_may_share_it(path: Path, told: list[str]) -> None:
    database = Database(path, SCHEMA, 1, told.append)

    def work() -> None:
        for _ in range(50):
            add(database, "more")
            notes(database)

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes(database)) == 201
