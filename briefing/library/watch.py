"""Which documents were added, changed or removed since they were listed.

Found by looking again, which works on every file system. As long as the stamps of the files and
folders stay the same, no folder is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from time import monotonic, thread_time
from typing import NamedTuple

from briefing.library.failure import Failure
from briefing.library.scan import Listing, scan
from briefing.library.stamp import Stamp

_PAUSE, _SHORT_PAUSE = 2.0, 1.0
_SHARE, _SHORT_SHARE = 80, 20
"""How many times what a look takes of the processor one waits for the next, at least. The short
one counts while something is about to change."""


class Changes(NamedTuple):
    """Files that are no longer as they were, and all that cannot be listed now."""

    added: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    failures: tuple[Failure, ...] = ()


class Watch:
    """Looks at what `paths` name or hold, which was listed as `listing`.

    What is found to be different is told when it is the same at the next look: a file that is
    being written waits, and one that is replaced is not taken for removed.
    """

    def __init__(self, paths: Sequence[Path], listing: Listing) -> None:
        self._paths = paths
        self._files = dict(zip(listing.files, listing.stamps, strict=True))
        self.failures = listing.failures
        self._around: dict[Path, Stamp | None] = {}
        self._unsettled: dict[Path, Stamp | None] = {}
        self._seconds = self._spent = 0.0
        self._keep_around(listing)

    def follow(self, stopped: Event) -> Iterator[Changes]:
        """What changes, as soon as it is seen, until `stopped`. For a thread of its own."""
        while not stopped.wait(self.pause):
            if changes := self.look():
                yield changes

    @property
    def pause(self) -> float:
        """Seconds to wait before the next look: more where there is much to look at."""
        least = _SHORT_PAUSE if self._unsettled else _PAUSE
        share = _SHORT_SHARE if self._unsettled else _SHARE
        return max(least, share * self._spent, self._seconds)

    def look(self) -> Changes | None:
        """What has changed and is settled; None where there is nothing."""
        began, spent = monotonic(), thread_time()
        try:
            if not self._unsettled and self._is_same():
                return None
            return self._compare(scan(self._paths))
        finally:
            self._seconds, self._spent = monotonic() - began, thread_time() - spent

    def _is_same(self) -> bool:
        return all(
            Stamp.of(path) == stamp
            for known in (self._around, self._files)
            for path, stamp in known.items()
        )

    def _compare(self, listing: Listing) -> Changes | None:
        self._keep_around(listing)
        now: dict[Path, Stamp | None] = dict(zip(listing.files, listing.stamps, strict=True))
        hidden = [one.path for one in listing.failures if os.path.lexists(one.path)]
        for path in self._files:
            if path not in now and not _is_below(path, hidden):
                now[path] = None
        different = {path: at for path, at in now.items() if self._files.get(path) != at}
        nothing = object()
        settled = {
            path: at for path, at in different.items() if self._unsettled.get(path, nothing) == at
        }
        self._unsettled = {path: at for path, at in different.items() if path not in settled}
        removed = tuple(path for path, at in settled.items() if at is None)
        changed = tuple(path for path, at in settled.items() if at and path in self._files)
        added = tuple(path for path, at in settled.items() if at and path not in self._files)
        for path, at in settled.items():
            if at:
                self._files[path] = at
            else:
                del self._files[path]
        if not settled and (self._unsettled or listing.failures == self.failures):
            return None
        self.failures = listing.failures
        return Changes(added, changed, removed, listing.failures)

    def _keep_around(self, listing: Listing) -> None:
        """Know by what one sees that files were added: the folders, and the paths themselves."""
        folders = dict(listing.folders)
        self._around = {path: folders.get(path) or Stamp.of(path) for path in self._paths}
        self._around.update(folders)


def _is_below(path: Path, folders: Sequence[str]) -> bool:
    """Whether a file is one of, or lies in, what cannot be read now, and may well be there."""
    return any(str(path) == one or str(path).startswith(f"{one}{os.sep}") for one in folders)
