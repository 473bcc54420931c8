"""What the screen looks like, as the pictures in screenshots/."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.app import themes
from briefing.app.app import BriefingApp
from briefing.library.watch import Changes
from tests.app.conftest import settled
from tests.pictures import plain

TINY, SMALL, MEDIUM, LARGE = (40, 15), (80, 24), (120, 40), (200, 50)

LIBRARY = {
    "2021-03-02 harbour.md": """\
        ---
        title: Ministers sign the Harbour Convention
        date: 2021-03-02
        ---
        Ministers from Norway and Iceland signed the Harbour Convention in Bergen on Tuesday.
        Foreign Minister Kari Lunde said that it will enter into force on 1 July 2021.

        ## What it says

        The International Maritime Organization (IMO) will keep the register. Jon Aasen, chief
        executive of Nordhavn ASA, called it a good day for Oslo and Reykjavik.
        """,
    "2021-05-11 fisheries.md": """\
        ---
        title: Fisheries talks go on in Oslo
        date: 2021-05-11
        ---
        Talks between Norway and the United Kingdom on a Fisheries Framework Agreement go on,
        the Ministry of Trade said on Monday. A draft is expected next month.
        """,
    "2021-06-30 empty.txt": "",
    "2021-07-01 scan.txt": "\x00\x01\x02\x03 binary \x00\x00",
}


async def draw(pilot: Pilot[None]) -> str:
    """The screen as an SVG, without what differs from one drawing to the next."""
    await pilot.wait_for_scheduled_animations()
    await pilot.pause()
    return plain(pilot.app.export_screenshot(title="briefing"))


@pytest.fixture
def seed(seeds: Path) -> BriefingApp:
    """The app on the seed, analysed as it is for a reader."""
    return BriefingApp(sorted(seeds.iterdir()), name="seeds")


@pytest.fixture
def library(tmp_path: Path) -> BriefingApp:
    """The app on a small library with two files that cannot be read."""
    for name, text in LIBRARY.items():
        lines = (line.removeprefix(" " * 8) for line in text.splitlines())
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    return BriefingApp(sorted(tmp_path.iterdir()), name="harbours")


async def test_seed_120x40(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_seed_80x24(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_seed_light(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    seed.theme = themes.LIGHT.name
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_filter_with_a_typo(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("/", *"jaishnkar")
        pilot.app.query_one("#filter-line", Input).cursor_blink = False
        while seed.reading.desk.agreements.rows:  # the panes narrow once one has stopped typing
            await pilot.pause(0.05)
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_agreement_at_its_sentence(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("/", *"comcsa")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_timeline(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("6", "j", "enter")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_agreement_opened_80x24(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("5", "j", "x")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_card_of_a_name(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("4", "c")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_card_of_an_agreement(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("5", "c")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_outline_80x24(library: BriefingApp, picture: SnapshotAssertion) -> None:
    async with library.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_seed_high_contrast(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    seed.theme = themes.CONTRAST_DARK.name
    async with seed.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("4", "j")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_library_200x50(library: BriefingApp, picture: SnapshotAssertion) -> None:
    async with library.run_test(size=LARGE) as pilot:
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_help(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("?")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_bookmarks(library: BriefingApp, picture: SnapshotAssertion) -> None:
    async with library.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("B", *"The date to watch: 1 July", "enter", "J")
        await settled(pilot)
        await pilot.press("B", "enter", "apostrophe")
        pilot.app.clear_notifications()
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_what_is_new(
    library: BriefingApp, tmp_path: Path, picture: SnapshotAssertion
) -> None:
    harbour, talks = (tmp_path / name for name in list(LIBRARY)[:2])
    later = harbour.with_name("2021-07-02 force.md")
    async with library.run_test(size=MEDIUM) as pilot:
        app = await settled(pilot)
        await pilot.press("R", "J", "R")
        text = talks.read_text(encoding="utf-8")
        talks.write_text(text.replace("go on,", "broke off,").replace("A draft is", "None was"))
        later.write_text(
            "---\ntitle: The Harbour Convention enters into force\ndate: 2021-07-02\n---\n"
            "The Harbour Convention entered into force on Thursday. Minister Anna Strand of Iceland"
            " spoke of a new age.\n"
        )
        app.take_changes(Changes((later,), (talks,), ()))
        await settled(pilot)
        app.clear_notifications()
        await pilot.press("W")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_find(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+f", *"defence")
        # The cursor of the line is drawn, not caught between two blinks.
        pilot.app.query_one("#find-line", Input).cursor_blink = False
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_seed_40x15(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=TINY) as pilot:
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_entities_40x15(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    async with seed.run_test(size=TINY) as pilot:
        await settled(pilot)
        await pilot.press("4", "j")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_seed_ansi(seed: BriefingApp, picture: SnapshotAssertion) -> None:
    seed.theme = "ansi-dark"
    async with seed.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("3", "j")
        await settled(pilot)
        assert await draw(pilot) == picture


TABLE = """\
# What the parties have done

| Party | Signed | Ratified | In force | Depositary | Reservation |
|---|---|---|---|---|---|
| Norway | 2021-03-02 | 2021-05-20 | 2021-07-01 | Secretary-General of the Commission | none |
| Iceland | 2021-03-02 | 2021-06-11 | 2021-07-01 | Secretary-General of the Commission | as to \
article 4, until the committee has met |
| 日本国 | 2021-04-30 | | | Secretary-General of the Commission | |

```
register(party="Norway", instrument="Harbour Convention", signed="2021-03-02", reservation=None)
```
"""
RIGHT_TO_LEFT = """\
וזירי החוץ של נורווגיה ושל איסלנד חתמו ביום שלישי על אמנת הנמלים.

وقع وزيرا خارجية النرويج وآيسلندا يوم الثلاثاء على اتفاقية الموانئ في بيرغن.

The Harbour Convention (אמנת הנמלים) was signed in Bergen.
"""


async def test_wide_table_80x24(tmp_path: Path, picture: SnapshotAssertion) -> None:
    (tmp_path / "parties.md").write_text(TABLE, encoding="utf-8")
    async with BriefingApp([tmp_path / "parties.md"], name="parties").run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("z", "right", "right")
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_right_to_left(tmp_path: Path, picture: SnapshotAssertion) -> None:
    (tmp_path / "harbours.txt").write_text(RIGHT_TO_LEFT, encoding="utf-8")
    async with BriefingApp([tmp_path / "harbours.txt"], name="news").run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert await draw(pilot) == picture


async def test_nothing_to_read(tmp_path: Path, picture: SnapshotAssertion) -> None:
    (tmp_path / "scan.txt").write_bytes(b"\x89PNG\r\n")
    async with BriefingApp([tmp_path / "scan.txt"], name="scans").run_test(size=SMALL) as pilot:
        await settled(pilot)


async def test_all_documents(library: BriefingApp, picture: SnapshotAssertion) -> None:
    async with library.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("a")
        assert await draw(pilot) == picture


async def test_all_documents_80x24(library: BriefingApp, picture: SnapshotAssertion) -> None:
    async with library.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.press("a", "2")
        assert await draw(pilot) == picture


async def test_tracked_agreement(library: BriefingApp, picture: SnapshotAssertion) -> None:
    async with library.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("a", "2", "c")
        assert await draw(pilot) == picture
