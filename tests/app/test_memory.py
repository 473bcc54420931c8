"""What is found again at the next start."""

from pathlib import Path

import pytest

from briefing.app.app import BriefingApp
from briefing.app.memory import Memory
from briefing.document import Document
from tests.app.conftest import settled
from tests.app.test_app import NARROW, WIDE

TEXT = "\n\n".join(f"Paragraph {n} of a text that is longer than a screen." for n in range(60))


@pytest.fixture
def text(tmp_path: Path, by_hand_only: None) -> Path:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "note.txt"


def opened(tmp_path: Path, *paths: Path) -> BriefingApp:
    return BriefingApp(paths, memory=Memory(tmp_path / "state"))


def first_line(app: BriefingApp) -> str:
    return app.reading.desk.text.render_line(0).text.strip()


def test_a_place_belongs_to_the_text_and_not_to_its_file(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    memory.leave(Document("here", TEXT, "text"), 120)
    memory.resize({"side": 30})
    memory.close()
    again = Memory(tmp_path / "state")
    assert again.place(Document("there", TEXT, "markdown")) == 120
    assert again.place(Document("here", TEXT + "more", "text")) == 0
    assert again.sizes() == {"side": 30}
    again.leave(Document("here", TEXT, "text"), 0)
    again.close()
    assert Memory(tmp_path / "state").place(Document("here", TEXT, "text")) == 0


async def test_a_text_opens_where_it_was_left(tmp_path: Path, text: Path) -> None:
    app = opened(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await pilot.press("d", "d", "j")
        left = first_line(app)
    app = opened(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        assert first_line(app) == left
        await pilot.press("G")
    app = opened(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        assert first_line(app) == "Paragraph 0 of a text that is longer than a screen."


async def test_another_document_opens_where_it_was_left(
    tmp_path: Path, text: Path, seeds: Path
) -> None:
    app = opened(tmp_path, text, *seeds.iterdir())
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        app.open_document(0)
        await pilot.press("d", "d")
        left = first_line(app)
        app.open_document(1)
        await pilot.pause()
        assert first_line(app) != left
        app.open_document(0)
        await pilot.pause()
        assert first_line(app) == left


async def test_a_preview_is_no_place_one_was_at(tmp_path: Path, seeds: Path) -> None:
    (seed,) = seeds.iterdir()
    app = opened(tmp_path, seed)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        before = first_line(app)
        await pilot.press("3", "j", "j")
        assert first_line(app) != before
    app = opened(tmp_path, seed)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        assert first_line(app) == before


async def test_sizes_are_found_again(tmp_path: Path, text: Path) -> None:
    app = opened(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("4", ">", ">")
        width = app.reading.desk.side.outer_size.width
    app = opened(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.reading.desk.side.outer_size.width == width


async def test_a_damaged_file_is_told_and_costs_nothing_else(tmp_path: Path, text: Path) -> None:
    (tmp_path / "state").write_bytes(b"no database " * 200)
    app = opened(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        assert first_line(app).startswith("Paragraph 0")
        assert any("set aside" in one.message for one in app._notifications)


async def test_nothing_is_remembered_without_a_memory(text: Path) -> None:
    app = BriefingApp([text])
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await app.run_action("usual_sizes", app.reading)
        assert first_line(app) != "Paragraph 0 of a text that is longer than a screen."
