"""What one sees when files change while they are open."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.app.app import BriefingApp
from briefing.app.shelf import ANEW, MISSING, UNREADABLE
from briefing.library.scan import Scan, scan
from briefing.library.watch import Watch
from tests.app.conftest import settled

WIDE = (120, 40)
LINES = "\n\n".join(f"Ada Roe wrote line {number} of this note." for number in range(80))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.md").write_text("---\ndate: 2020-01-01\n---\nDonald Trump met Ada Roe.\n")
    (folder / "b.md").write_text("---\ndate: 2020-01-02\n---\nRussia sold the S-400.\n")
    (folder / "long.md").write_text(f"---\ndate: 2020-01-03\n---\n{LINES}\n")
    return folder


@pytest.fixture
def app(by_hand_only: None, folder: Path) -> BriefingApp:
    return BriefingApp(scan([folder]).files, name="docs")


async def changed(pilot: Pilot[None], folder: Path, watch: Watch) -> BriefingApp:
    """The app, once it has seen and shown what became of the files since they were listed."""
    app = pilot.app
    assert isinstance(app, BriefingApp)
    watch.look()
    if changes := watch.look():
        app.take_changes(changes)
    return await settled(pilot)


def watch(folder: Path) -> Watch:
    return Watch([folder], scan([folder]))


def names(app: BriefingApp) -> set[str]:
    return {entry.name for entry in app.catalogue.entries()}


def listed(app: BriefingApp) -> list[str]:
    return [app.shelf.volumes[index].file for index in app.shelf.order]


def title(app: BriefingApp) -> str:
    return app.reading.title_line.render().plain


async def test_a_new_file_is_listed_analysed_and_found(app: BriefingApp, folder: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        before = app.reading.desk.text.document
        (folder / "new.md").write_text("---\ndate: 2019-01-09\n---\nNarendra Modi spoke.\n")
        await changed(pilot, folder, seen)
        assert listed(app)[0] == "new.md"
        assert "Narendra Modi" in names(app)
        assert len(app.collection) == 4
        assert app.reading.desk.text.document is before


async def test_what_a_file_said_before_it_changed_is_found_no_more(
    app: BriefingApp, folder: Path
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        (folder / "b.md").write_text(
            "---\ndate: 2020-01-02\n---\nMike Pompeo left Washington DC.\n"
        )
        await changed(pilot, folder, seen)
        assert "Mike Pompeo" in names(app)
        assert "S-400" not in names(app)
        assert len(app.collection) == 3
        searched = app.holdings.search
        assert [one.path for one in searched("Pompeo left", True, 5)] == [str(folder / "b.md")]
        assert searched("sold the S-400", True, 5) == []
        assert ANEW not in title(app)


async def test_a_file_that_is_gone_leaves_the_lists(app: BriefingApp, folder: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        (folder / "b.md").unlink()
        await changed(pilot, folder, seen)
        assert listed(app) == ["a.md", "long.md"]
        assert "S-400" not in names(app)
        assert len(app.collection) == 2
        assert app.holdings.search("sold the S-400", True, 5) == []


async def test_the_open_text_stays_when_its_file_goes_until_it_is_left(
    app: BriefingApp, folder: Path
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        (folder / "a.md").unlink()
        await changed(pilot, folder, seen)
        assert listed(app)[0] == "a.md"
        assert MISSING in title(app)
        await pilot.press("J")
        await settled(pilot)
        assert listed(app) == ["b.md", "long.md"]
        assert MISSING not in title(app)
        await pilot.press("H")
        await settled(pilot)
        assert app.reading.desk.text.document.text.startswith("Donald Trump")
        assert MISSING in title(app)
        await pilot.press("J")
        assert listed(app) == ["b.md", "long.md"]


async def test_a_file_that_comes_back_is_listed_again(app: BriefingApp, folder: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        text = (folder / "b.md").read_text()
        (folder / "b.md").unlink()
        await changed(pilot, folder, seen)
        (folder / "b.md").write_text(text)
        await changed(pilot, folder, seen)
        assert listed(app) == ["a.md", "b.md", "long.md"]
        assert "S-400" in names(app)
        assert len(app.collection) == 3


async def test_the_open_text_is_shown_anew_at_the_words_one_reads(
    app: BriefingApp, folder: Path
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        await pilot.press("J", "J")
        await settled(pilot)
        text = app.reading.desk.text
        text.restore(text.document.text.index("Ada Roe wrote line 40"))
        more = "\n\n".join(["Narendra Modi wrote a new beginning."] * 3)
        (folder / "long.md").write_text(f"---\ndate: 2020-01-03\n---\n{more}\n\n{LINES}\n")
        await changed(pilot, folder, seen)
        assert text.document.text.startswith("Narendra Modi")
        assert text.document.text[text.position :].startswith("Ada Roe wrote line 40")
        assert ANEW in title(app)
        assert app.reading.briefing
        assert "Narendra Modi" in {one.name for one in app.reading.briefing.entities}
        await pilot.press("K")
        assert ANEW not in title(app)


async def test_one_goes_on_stepping_through_mentions_in_the_text_shown_anew(
    app: BriefingApp, folder: Path
) -> None:
    file = folder / "a.md"
    file.write_text(
        "---\ndate: 2020-01-01\n---\nRussia spoke.\n\nIndia heard Russia.\n\nThe end.\n"
    )
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        await pilot.press("slash", *"russia", "enter", "n")
        await pilot.pause()
        assert str(app.reading.navigator.walk) == "Russia  2 of 2"
        file.write_text(
            "---\ndate: 2020-01-01\n---\nNews.\n\nRussia spoke.\n\nIndia heard Russia.\n\nRussia!\n"
        )
        await changed(pilot, folder, seen)
        assert str(app.reading.navigator.walk) == "Russia  2 of 3"
        span = app.reading.desk.text.target
        assert span
        assert app.reading.desk.text.document.text[span.start : span.end] == "Russia"


async def test_nothing_is_shown_anew_while_one_types_or_selects(
    app: BriefingApp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.app.following._DISTURB", 0.01)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        for opened, left in (("v", "escape"), ("ctrl+f", "escape"), ("slash", "escape")):
            before = app.reading.desk.text.document
            await pilot.press(opened)
            (folder / "a.md").write_text(f"---\ndate: 2020-01-01\n---\nAda Roe pressed {opened}.\n")
            await changed(pilot, folder, seen)
            assert app.reading.desk.text.document is before
            await pilot.press(left)
            await pilot.pause(0.1)
            assert app.reading.desk.text.document.text == f"Ada Roe pressed {opened}."


async def test_a_file_that_is_only_touched_is_not_shown_anew(
    app: BriefingApp, folder: Path
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        before = app.reading.desk.text.document
        (folder / "a.md").touch()
        await changed(pilot, folder, seen)
        assert ANEW not in title(app)
        assert app.reading.desk.text.document is before
        assert not any(one.stale for one in app.shelf.volumes)


async def test_a_file_that_cannot_be_read_any_more_says_why(app: BriefingApp, folder: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        (folder / "b.md").write_bytes(b"\x00\x01\x02\x03" * 20)
        await changed(pilot, folder, seen)
        assert listed(app) == ["a.md", "long.md"]
        assert [Path(one.path).name for one in app.shelf.failures] == ["b.md"]
        (folder / "b.md").write_text("---\ndate: 2020-01-02\n---\nRussia sold the S-400.\n")
        await changed(pilot, folder, seen)
        assert listed(app) == ["a.md", "b.md", "long.md"]
        assert app.shelf.failures == []


async def test_the_open_text_stays_when_its_file_cannot_be_read_any_more(
    app: BriefingApp, folder: Path
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        (folder / "a.md").write_bytes(b"\x00\x01\x02\x03" * 20)
        await changed(pilot, folder, seen)
        assert app.reading.desk.text.document.text.startswith("Donald Trump")
        assert UNREADABLE in title(app)
        (folder / "a.md").write_text("Donald Trump came back.")
        await changed(pilot, folder, seen)
        assert app.reading.desk.text.document.text == "Donald Trump came back."
        assert ANEW in title(app)


async def test_documents_in_a_file_come_and_go_with_it(app: BriefingApp, folder: Path) -> None:
    file = folder / "records.jsonl"
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        seen = watch(folder)
        file.write_text('{"text": "Russia came."}\n{"text": "India came."}\n')
        await changed(pilot, folder, seen)
        assert len(app.collection) == 5
        file.write_text('{"text": "Russia stayed."}\n')
        await changed(pilot, folder, seen)
        assert len(app.collection) == 4
        file.unlink()
        await changed(pilot, folder, seen)
        assert len(app.collection) == 3


async def test_one_document_becomes_a_list_of_two(by_hand_only: None, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Donald Trump met Ada Roe.\n")
    app = BriefingApp(scan([tmp_path]).files, name="docs")
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert not app.reading.desk.documents.display
        seen = watch(tmp_path)
        (tmp_path / "b.md").write_text("Russia sold the S-400.\n")
        await changed(pilot, tmp_path, seen)
        assert app.reading.desk.documents.display
        assert len(app.collection) == 2


async def test_the_app_looks_by_itself(
    by_hand_only: None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.watch._PAUSE", 0.01)
    monkeypatch.setattr("briefing.library.watch._SHORT_PAUSE", 0.01)
    monkeypatch.setattr("briefing.library.watch._SHARE", 0)
    found = Scan([folder])
    found.more()
    app = BriefingApp(name="docs", scan=found)
    async with app.run_test(size=WIDE) as pilot:
        (folder / "new.md").write_text("---\ndate: 2019-01-09\n---\nNarendra Modi spoke.\n")
        for _ in range(500):
            await pilot.pause(0.02)
            if "Narendra Modi" in names(app):
                break
        assert listed(app)[0] == "new.md"
