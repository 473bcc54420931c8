"""Many documents: which files they are, what is made of each, and all of that kept in a store."""

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
from briefing.library.scan import Listing, Scan, scan
from briefing.library.stamp import Stamp

__all__ = [
    "Beginning",
    "Failure",
    "Listing",
    "Scan",
    "Stamp",
    "brief",
    "open",
    "read",
    "read_all",
    "read_first",
    "read_stream",
    "scan",
]
