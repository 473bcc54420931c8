"""What is kept from one start to the next."""

import sqlite3
import textwrap
from pathlib import Path

from briefing.library.bookmarks import bookmarks
from briefing.library.notebook import KINDS, Notebook
from briefing.library.state import IN_MEMORY, VARIABLE, State, location
from tests import kills


def test_what_was_put_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "state.sqlite3"
    state = State(path)
    state.put("place", "a", 12)
    state.put("place", "b", {"line": [1, "é"]})
    state.close()
    again = State(path)
    assert again.problem is None
    assert again.get("place", "a") == 12
    assert again.all("place") == {"a": 12, "b": {"line": [1, "é"]}}
    again.put("place", "a", None)
    assert again.get("place", "a") is None
    assert again.kinds() == ["place"]


def test_two_instances_see_what_the_other_has_put(tmp_path: Path) -> None:
    one, other = State(tmp_path / "state"), State(tmp_path / "state")
    one.put("place", "a", 1)
    assert other.get("place", "a") == 1
    other.put("place", "a", 2)
    assert one.get("place", "a") == 2


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "state"
    for number in (1, 2):
        path.write_bytes(b"This is no database at all. " * 100)
        state = State(path)
        assert state.problem is not None
        assert f"set aside as state.damaged-{number}" in state.problem
        state.put("place", "a", 1)
        assert state.get("place", "a") == 1
        state.close()
    assert (tmp_path / "state.damaged-1").read_bytes().startswith(b"This is no database")


def test_a_database_of_another_program_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "state"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE entries (something TEXT)")
    database.commit()
    database.close()
    state = State(path)
    state.put("place", "a", 1)
    assert state.get("place", "a") == 1
    assert sqlite3.connect(tmp_path / "state.damaged-1").execute("SELECT * FROM entries")


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "state"
    State(path).close()
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    state = State(path)
    assert state.problem is not None
    assert "later version" in state.problem
    state.put("place", "a", 1)
    assert state.get("place", "a") == 1
    state.close()
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    state = State(tmp_path / "file" / "state")
    assert state.problem is not None
    assert "nothing is remembered" in state.problem
    state.put("place", "a", 1)
    assert state.get("place", "a") == 1


def test_nothing_need_be_kept() -> None:
    assert State(IN_MEMORY).problem is None


def test_the_environment_names_the_file(tmp_path: Path) -> None:
    assert location({VARIABLE: str(tmp_path / "s")}) == tmp_path / "s"
    assert location({VARIABLE: ":memory:"}) == IN_MEMORY
    assert location({}).name == "state.sqlite3"


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "state"
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from briefing.library.state import State
        state = State(Path(sys.argv[1]))
        number = state.get("count", "n") or 0
        while True:
            number += 1
            state.put_all({("count", "n"): number, ("count", "text"): str(number) * 2000})
            print(number, flush=True)
        """
    )
    for round_ in range(kills.ROUNDS):
        printed = kills.killed(["-c", program, str(path)], tmp_path, 5 + round_ % 3, round_)
        acknowledged = int(printed[-1])
        state = State(path)
        assert state.problem is None
        kept = state.get("count", "n")
        assert kept in (acknowledged, acknowledged + 1)
        assert state.get("count", "text") == str(kept) * 2000
        state.close()


def test_marks_and_bookmarks_that_were_acknowledged_outlive_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "state"
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from briefing.library.bookmarks import Bookmark, bookmarks, delete, keep
        from briefing.library.notebook import KINDS, Notebook
        from briefing.library.seen import Seen
        from briefing.library.state import State
        state = State(Path(sys.argv[1]))
        notebook = Notebook(state.put_all)
        for kind in KINDS:
            notebook.begin_with(kind, state.all(kind))
        number = len(list(bookmarks(notebook)))
        while True:
            number += 1
            notebook.meet(number, f"/{number}", f"text {number}")
            notebook.set_seen({number: Seen(f"text {number}", read=True)}, "")
            kept = Bookmark(f"/{number}", "", f"text {number}", 0, "Words.", "note")
            keep(notebook, kept)
            delete(notebook, kept)
            notebook.undo()
            print(number, flush=True)
        """
    )
    for round_ in range(kills.ROUNDS):
        printed = kills.killed(["-c", program, str(path)], tmp_path, 3 + round_ % 3, round_)
        acknowledged = int(printed[-1])
        state = State(path)
        assert state.problem is None
        notebook = Notebook()
        for kind in KINDS:
            notebook.begin_with(kind, state.all(kind))
        state.close()
        for number in range(1, acknowledged + 1):
            notebook.meet(number, f"/{number}", f"text {number}")
            assert notebook.standing(number) == "read"
        found = [one.document for one in bookmarks(notebook) if one.document is not None]
        assert sorted(found) == list(range(1, acknowledged + 1))
        assert {one.bookmark.note for one in bookmarks(notebook)} == {"note"}
