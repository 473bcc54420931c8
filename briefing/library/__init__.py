"""Many documents: which files they are, reading them, and their briefings from worker processes."""

from briefing.library.failure import Failure
from briefing.library.reading import Beginning, open, read, read_first, read_stream  # noqa: A004 - library.open(path)
from briefing.library.scan import Listing, scan
from briefing.library.workers import ingest

__all__ = [
    "Beginning",
    "Failure",
    "Listing",
    "ingest",
    "open",
    "read",
    "read_first",
    "read_stream",
    "scan",
]
