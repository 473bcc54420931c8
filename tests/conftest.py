"""What every test may ask for."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.pictures import PictureExtension

ROOT = Path(__file__).parent.parent


def pytest_configure() -> None:
    """Let an interruption reach what the tests start, also where they run in the background.

    A shell has its background jobs ignore it, and what they start inherits that.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of documents that the project started from."""
    return ROOT / "seeds"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's is used, and no test sees what another has analysed."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Equal to an SVG when it is the picture in screenshots/ that bears the test's name."""
    return snapshot.use_extension(PictureExtension)
