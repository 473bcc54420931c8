"""What all documents of a library say together, kept from one opening to the next.

To merge thousands of digests again takes many times as long as to read what came of it. What has
changed meanwhile is taken out and in. The file holds Python's objects of the classes named here:
to read it makes such objects, and nothing else is ever called.
"""

from __future__ import annotations

import os
import pickle
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MethodType
from typing import IO, Any, NamedTuple, TypeAlias, cast
from zlib import crc32

from briefing.analysis.briefing import DatedEvent, Evidence
from briefing.document import Span
from briefing.library import (
    catalogue,
    chronology,
    collection,
    digest,
    links,
    merging,
    people,
    ranking,
    saved_files,
    status_history,
    tracker,
)
from briefing.library.version import library_version

Members: TypeAlias = Mapping[int, tuple[int, str]]
"""Documents by the caller's number: their number in the store, and what they are called."""

_SIGNATURE = b"briefing together 2\n"
_CHECK = 4
_CHUNK = 1 << 20
_NAMES = 20_000
"""Names that are written at once."""
_CALLED_BACK = ("_infer", "_moved", "_forget")


class Snapshot(NamedTuple):
    """What followed from the documents in `members`."""

    members: Members
    together: collection.Together
    names: dict[int, catalogue.Name]


class SavedSnapshot:
    """The file for the documents at `paths`, in a folder for what can be made again.

    `store` says in which store the documents have their numbers.
    """

    def __init__(self, folder: Path, store: str, paths: Iterable[str]) -> None:
        self._path = saved_files.file_of(folder, "together", paths)
        self._stamp = _SIGNATURE + f"{store} {library_version().hex()}\n".encode()

    def load(self) -> Snapshot | None:
        """What was saved last by this version of the program; None where there is nothing good."""
        try:
            with self._path.open("rb") as file:
                if not self._is_good(file):
                    return None
                # From the file itself: at each piece of it other threads have their turn.
                members, *together, pieces = (_Unpickler(file).load() for _ in range(6))
                names: dict[int, catalogue.Name] = {}
                for _ in range(pieces):
                    names.update(_Unpickler(file).load())
        except (OSError, EOFError, ValueError, TypeError, LookupError, AttributeError):
            return None
        except pickle.UnpicklingError:
            return None
        saved_files.touch(self._path)
        return Snapshot(members, collection.Together(*together), names)

    def _is_good(self, file: IO[bytes]) -> bool:
        """Whether the file is whole and of this version; then it stands where the objects begin."""
        if file.read(len(self._stamp)) != self._stamp:
            return False
        left = os.fstat(file.fileno()).st_size - len(self._stamp) - _CHECK
        checked = 0
        while left > 0 and (chunk := file.read(min(left, _CHUNK))):
            checked = crc32(chunk, checked)
            left -= len(chunk)
        good = not left and file.read() == checked.to_bytes(_CHECK, "big")
        file.seek(len(self._stamp))
        return good

    def save(self, snapshot: Snapshot) -> bool:
        """Write it, all at once; False where that cannot be done, or it has changed meanwhile."""
        new = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(self._stamp)
                checked = _Checked(file)
                pickler = pickle.Pickler(cast("IO[bytes]", checked), 5)
                pickler.dispatch_table = {MethodType: _called_back}
                for part in _parts(snapshot):
                    pickler.dump(part)
                    pickler.clear_memo()  # which holds much that is made to be written
                file.write(checked.sum.to_bytes(_CHECK, "big"))
            new.replace(self._path)
            saved_files.tidy(self._path)
        except (OSError, RuntimeError):  # a dictionary that grows while it is written
            return False
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)
        return True

    def drop(self) -> None:
        """Have nothing saved any more."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


class _Checked:
    """Writes to a file, and keeps the check sum of it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = 0

    def write(self, data: bytes) -> int:
        self.sum = crc32(data, self.sum)
        return self._file.write(data)


def _parts(snapshot: Snapshot) -> Iterator[object]:
    yield snapshot.members
    yield from snapshot.together
    names = list(snapshot.names.items())
    starts = range(0, len(names), _NAMES)
    yield len(starts)
    yield from (dict(names[start : start + _NAMES]) for start in starts)


def _called_back(method: MethodType) -> tuple[Callable[..., Any], tuple[object, str]]:
    return _call_back, (method.__self__, method.__name__)


def _call_back(owner: merging.Entities | tracker.Tracker, name: str) -> Any:
    """What the links between names call when they change."""
    if not isinstance(owner, merging.Entities | tracker.Tracker) or name not in _CALLED_BACK:
        raise pickle.UnpicklingError(name)
    return getattr(owner, name)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """One of the classes that are written; no other name leads anywhere."""
        if (found := _MADE.get((module, name))) is None:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


_MADE: dict[tuple[str, str], Any] = {
    (one.__module__, one.__qualname__): one
    for one in (
        *(collection.Together, collection.Outline, catalogue.Name, links.Links, _call_back),
        *(merging.Entities, merging._Node, people.People, ranking.Ranking),
        *(chronology.Chronology, chronology.Dated),
        *(tracker.Tracker, tracker.Occurrence, tracker.Tracked, tracker.Naming),
        *(status_history.Step, status_history.Reported),
        *(digest.Agreed, digest.Told, DatedEvent, Evidence, Span, Counter),
        *(array, cast("Any", array("I").__reduce_ex__(4)[0])),
    )
}
