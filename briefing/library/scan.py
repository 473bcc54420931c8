"""Which files are documents: the ones named, and those in the folders named, each once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.formats import accepts, unread
from briefing.library.failure import Failure, reason
from briefing.library.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to be read, sorted within each path that was named, and what was left out.

    `skipped` counts the visible files of the folders that are no documents, by their names, and
    the links to folders, which are not followed. `stamps` are those of the files, and `folders`
    all that were visited, with the stamps they had before.
    """

    files: tuple[Path, ...]
    failures: tuple[Failure, ...] = ()
    skipped: int = 0
    stamps: tuple[Stamp, ...] = ()
    folders: tuple[tuple[Path, Stamp], ...] = ()


def scan(paths: Sequence[Path]) -> Listing:
    """The documents that `paths` name or hold, all at once."""
    found = Scan(paths)
    found.more()
    return found.listing


class Scan:
    """The documents that `paths` name or hold, in a fixed order, as they are found.

    Folders are read recursively but for what is hidden, and no link to a folder is followed. A
    file that is named is listed whatever its suffix. A file or folder met again is left out.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = tuple(paths)
        self.is_done = not self.paths
        self._files: list[Path] = []
        self._failures: list[Failure] = []
        self._skipped = 0
        self._stamps: list[Stamp] = []
        self._folders: list[tuple[Path, Stamp]] = []
        self._seen: set[tuple[int, int]] = set()
        self._steps = self._walk()

    def more(self, count: int | None = None) -> tuple[Path, ...]:
        """The next files, `count` of them, or all; fewer only where there are no more."""
        first = len(self._files)
        for _ in self._steps:
            if count is not None and len(self._files) - first >= count:
                break
        else:
            self.is_done = True
        return tuple(self._files[first:])

    @property
    def listing(self) -> Listing:
        """All that has been found so far."""
        return Listing(
            tuple(self._files),
            tuple(self._failures),
            self._skipped,
            tuple(self._stamps),
            tuple(self._folders),
        )

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What was found so far and cannot be listed."""
        return tuple(self._failures)

    def _walk(self) -> Iterator[None]:
        for path in self.paths:
            yield from self._add(path)

    def _add(self, path: Path) -> Iterator[None]:
        try:
            status = path.stat()
        except OSError as error:
            self._fail(path, reason(error))
        except ValueError:
            self._fail(path, "no such file or folder")
        else:
            if stat.S_ISDIR(status.st_mode):
                yield from self._add_folder(path)
            elif not stat.S_ISREG(status.st_mode):
                self._fail(path, "not a regular file")
            else:
                self._add_file(path, status)
                yield

    def _add_file(self, path: Path, status: os.stat_result) -> None:
        if self._is_new(status):
            self._files.append(path)
            self._stamps.append(Stamp.in_(status))

    def _add_folder(self, root: Path) -> Iterator[None]:
        """Everything below `root`, without recursion: folders may be nested deeper than calls."""
        real_root = os.path.realpath(root)
        stack: list[Iterator[os.DirEntry[str]]] = [self._entries(root)]
        while stack:
            entry = next(stack[-1], None)
            if entry is None:
                stack.pop()
            elif entry.is_symlink():
                self._add_link(Path(entry.path), real_root)
            elif entry.is_dir(follow_symlinks=False):
                stack.append(self._entries(Path(entry.path)))
            else:
                self._add_entry(entry)
            yield

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        """The visible entries of `folder` by name; none if it was visited or cannot be."""
        try:
            status = folder.stat()
            if not self._is_new(status):
                return iter(())
            self._folders.append((folder, Stamp.in_(status)))
            with os.scandir(folder) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            self._fail(folder, reason(error))
            return iter(())
        return iter(sorted(visible, key=lambda entry: entry.name))

    def _add_entry(self, entry: os.DirEntry[str]) -> None:
        if not accepts(entry.name):
            self._leave_out(Path(entry.path))
            return
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            self._fail(Path(entry.path), reason(error))
            return
        if not stat.S_ISREG(status.st_mode):
            self._fail(Path(entry.path), "not a regular file")
        else:
            self._add_file(Path(entry.path), status)

    def _add_link(self, path: Path, real_root: str) -> None:
        """A link in a folder: followed to a document below the folder, and nowhere else."""
        if not accepts(path):
            self._leave_out(path)
            return
        target = os.path.realpath(path)
        if os.path.commonpath((target, real_root)) != real_root:
            self._fail(path, "a link that leads out of the folder")
        else:
            try:
                status = path.stat()
            except OSError as error:
                missing = isinstance(error, FileNotFoundError)
                self._fail(path, "a link that leads nowhere" if missing else reason(error))
                return
            if stat.S_ISREG(status.st_mode):
                self._add_file(path, status)
            elif stat.S_ISDIR(status.st_mode):
                self._skipped += 1

    def _leave_out(self, path: Path) -> None:
        why = unread(path)
        if why:
            self._fail(path, why)
        else:
            self._skipped += 1

    def _fail(self, path: Path, why: str) -> None:
        self._failures.append(Failure(str(path), why))

    def _is_new(self, status: os.stat_result) -> bool:
        key = status.st_dev, status.st_ino
        if key in self._seen:
            return False
        self._seen.add(key)
        return True
