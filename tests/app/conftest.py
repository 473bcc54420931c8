"""The app on documents whose briefings are made by hand."""

from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from briefing.app.app import BriefingApp
from tests.app import by_hand


@pytest.fixture(scope="session", autouse=True)
def imported() -> None:
    """What the filter bar imports while one begins to type is there: the first key finds."""
    import_module("briefing.finder.index")


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing counts as read because a test has taken long."""
    monkeypatch.setattr("briefing.app.attention.SECONDS", 3600.0)


@pytest.fixture
def by_hand_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No analysis: every briefing is made by hand, in this process."""
    monkeypatch.setattr("briefing.analysis.pipeline.brief", by_hand.brief)


@pytest.fixture
def seed_app(by_hand_only: None, seeds: Path) -> BriefingApp:
    """The app on the seed."""
    return BriefingApp(sorted(seeds.iterdir()), name="seeds")


@pytest.fixture
def shelf_app(by_hand_only: None, seeds: Path, tmp_path: Path) -> BriefingApp:
    """The app on the seed, two notes of other days, one without a date, and an empty file."""
    notes = {
        "march.md": "---\ntitle: March note\ndate: 2020-03-05\n---\nDonald Trump met Ada Roe.\n",
        "may.md": "---\ntitle: May note\ndate: 2018-05-01\n---\nRussia sold the S-400.\n",
        "plain.txt": "A text without a date.\n",
        "nothing.txt": "",
    }
    for name, text in notes.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return BriefingApp([*sorted(seeds.iterdir()), *sorted(tmp_path.iterdir())], name="shelf")


async def settled(pilot: Pilot[None]) -> BriefingApp:
    """The app, once all that it has set out to read has been read and shown."""
    app = pilot.app
    assert isinstance(app, BriefingApp)
    # The workers that read the others begin when the first document is ready.
    for _ in range(3):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()
    app.list_documents()
    await pilot.pause()
    return app
