"""Many documents: which files they are, reading them, and their briefings from worker processes."""

from briefing.library.failure import Failure
from briefing.library.reading import (
    Beginning,
    brief,
    open,  # noqa: A004
    read,
    read_all,
    read_first,
    read_stream,
)
from briefing.library.scan import Listing, scan
from briefing.library.workers import ingest

__all__ = [
    "Beginning",
    "Failure",
    "Listing",
    "brief",
    "ingest",
    "open",
    "read",
    "read_all",
    "read_first",
    "read_stream",
    "scan",
]
