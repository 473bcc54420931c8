"""Briefings written to a file of the reader's choice: a new one, and wholly or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import count
from pathlib import Path

from briefing.analysis.briefing import Briefing
from briefing.document import field, neutralise
from briefing.export import FORMATS, printed

_APART = re.compile(r"[\W_]+")
_LONGEST = 60  # characters of a suggested name
_ALSO = {".json": "json", ".htm": "html", ".markdown": "markdown"}
_BY_SUFFIX = {suffix: to for to, suffix in FORMATS.items()} | _ALSO


def form(path: Path) -> str | None:
    """The format of `FORMATS` that the name of a file asks for."""
    return _BY_SUFFIX.get(path.suffix.lower())


def suggest(name: str, folder: Path, suffix: str = ".html") -> Path:
    """A file that is not there yet, called after a title."""
    stem = _APART.sub("-", field(name)).strip("-").lower()[:_LONGEST].strip("-") or "briefing"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))
    return next(folder / name for name in names if not (folder / name).exists())


def folder(sources: Collection[Path]) -> Path:
    """Where to write: the current folder, but the home where that is one of the documents'."""
    here = Path.cwd()
    return Path.home() if is_among(here / "briefing", sources) else here


def is_among(path: Path, sources: Collection[Path]) -> bool:
    """Whether a file would lie in a folder of the documents, or below it."""
    folders = {source.parent.resolve() for source in sources}
    return not folders.isdisjoint(path.absolute().resolve().parents)


def problem(path: Path) -> str:
    """Why nothing can be written there, in words; else nothing."""
    if form(path) is None:
        return f"The name must end with one of {' '.join(FORMATS.values())}"
    if path.exists() or path.is_symlink():
        return "There is a file of this name, which is not written over"
    if not path.parent.is_dir():
        return f"There is no folder {field(str(path.parent))}"
    return ""


def write(path: Path, briefings: Sequence[Briefing] | Iterable[Briefing]) -> None:
    """Write briefings to a new file in the format its name asks for.

    Raises OSError where that fails; then there is no file. Raises ValueError for another name.
    """
    if (to := form(path)) is None:
        raise ValueError(path.name)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            for piece in printed(to, briefings):
                file.write(neutralise(piece) + "\n")
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
