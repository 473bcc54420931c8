"""The command `briefing`: arguments in; the app, or an export, out.

Nothing is imported before it is needed; Textual only to open the app. All that is printed is
UTF-8, whatever the locale, and holds nothing that could command a terminal.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from briefing import __version__
from briefing.document import field as one_line
from briefing.document import neutralise

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.document import Document
    from briefing.formats.limits import Limits
    from briefing.library import Failure, Scan
    from briefing.library.catalogue import Catalogue
    from briefing.library.state import State
    from briefing.library.store import Facts, Store

GOOD, SOME_UNREAD, BAD_ARGUMENTS, INTERRUPTED = 0, 1, 2, 130

_STANDARD_INPUT = "-"
_MOST_TEXTS = 50
"""Places in texts that are printed of those that have what is sought."""
_FIRST_FILES = 100
"""Files that are looked for before there is a screen: as many as it lists at once, and more."""
_MOST_BYTES = 64 << 20
"""Bytes of a list of files, or of what one kept elsewhere."""
_FORMATS = ("json", "csv", "markdown", "html", "text")


class _CommandError(Exception):
    """Ends the command with bad arguments or nothing to read; the message says why."""


class _Parser(argparse.ArgumentParser):
    """Says on one line what is wrong, and cannot be made to command the terminal."""

    def error(self, message: str) -> NoReturn:
        raise _CommandError(f"{message} (try --help)")


@dataclass(slots=True)
class _Opened:
    """What the arguments name: files, and what was read from standard input."""

    scan: Scan
    stream: list[Document] = field(default_factory=list)
    unread: list[Failure] = field(default_factory=list)
    name: str = ""
    limits: Limits | None = None
    cached: bool = True

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the arguments name or hold, as far as they have been found."""
        return self.scan.listing.files

    @property
    def failures(self) -> list[Failure]:
        """What cannot be read, as far as that is known."""
        return [*self.unread, *self.scan.failures]


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="briefing",
        description="Open documents in the terminal and read each one as a briefing.",
        epilog="Exit status: 0 good, 1 some file could not be read, 2 bad arguments or nothing to "
        "read, 130 interrupted.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, and folders with all that is in them; - is standard input; none is this "
        "folder",
    )
    parser.add_argument(
        "--files-from", metavar="FILE", help="open the files listed in FILE (-), one a line"
    )
    printing = parser.add_mutually_exclusive_group()
    printing.add_argument("--to", choices=_FORMATS, help="print instead of opening")
    printing.add_argument(
        "--find",
        metavar="QUERY",
        help="print what the filter bar finds, in its order, one JSON object a line",
    )
    printing.add_argument(
        "--print-state",
        action="store_true",
        help="print as JSON what was read, the bookmarks and the places in texts",
    )
    printing.add_argument(
        "--take-state",
        metavar="FILE",
        help="keep what --print-state has printed to FILE (-); what is kept of other things stays",
    )
    parser.add_argument(
        "--print-config",
        action="store_true",
        help="print the configuration file as it is without one, with comments",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="neither use nor keep what has been analysed"
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_args(argv)
    # argparse takes the value away from `--find=--`.
    if options.find == []:
        options.find = "--"
    if [] in (options.to, options.files_from, options.take_state):
        parser.error("-- is not a value")
    return options


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status."""
    try:
        options = _arguments(argv)
        if options.print_config:
            return _print_config()
        if options.print_state:
            return _print_state()
        if options.take_state is not None:
            return _take_state(options.take_state)
        reads = options.find is None and not options.to and _is_terminal(sys.stdout)
        opened = _open(options, reads)
        if reads:
            return _read(opened)
        if options.find is not None:
            status = _find(opened, options.find)
        else:
            status = _print(opened, options.to or "text")
        sys.stdout.flush()
        return status
    except _CommandError as error:
        _complain(str(error))
        return BAD_ARGUMENTS
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has had enough. What is left in the buffer must not be tried again at exit.
        _point_to_nothing(sys.stdout)
        return GOOD
    except OSError as error:
        _point_to_nothing(sys.stdout)
        _complain(f"cannot write: {error.strerror or error}")
        return BAD_ARGUMENTS


def _open(options: argparse.Namespace, reads: bool) -> _Opened:
    """Find the files; for the app, which goes on with it, only the first ones.

    Raises `_CommandError` where there is nothing to read.
    """
    from briefing import library

    paths: list[str] = options.paths
    if options.files_from is not None:
        if options.files_from == _STANDARD_INPUT and _STANDARD_INPUT in paths:
            raise _CommandError("standard input cannot be a document and the list of files")
        paths = [*paths, *_listed(options.files_from)]
    elif not paths:
        paths = ["."]
    limits = _limits(tell=not reads)
    scan = library.Scan([Path(path) for path in paths if path != _STANDARD_INPUT])
    opened = _Opened(scan, name=_name(paths), limits=limits, cached=not options.no_cache)
    if _STANDARD_INPUT in paths:
        from briefing.library.apart import Apart

        with closing(Apart(limits)) as apart:
            for result in apart.read_stream(_standard_input()):
                if isinstance(result, library.Failure):
                    opened.unread.append(result)
                else:
                    opened.stream.append(result)
    scan.more(_FIRST_FILES if reads else None)
    if not opened.files and not opened.stream:
        raise _CommandError(
            "; ".join(f"{one.path}: {one.reason}" for one in opened.failures)
            or f"nothing to read in {opened.name}"
        )
    return opened


def _limits(*, tell: bool) -> Limits:
    """What is read at most, as the configuration has it; the app tells what is wrong with it."""
    from briefing.app import config

    file = config.location(os.environ)
    limits, problems = config.read_limits(file, config.VARIABLE in os.environ)
    for problem in problems if tell else ():
        _complain(f"{file}: {problem}")
    return limits


def _listed(name: str) -> list[str]:
    """The paths in a list of files, one a line, as the bytes they are."""
    lines = _data(name).replace(b"\r\n", b"\n").split(b"\n")
    return [os.fsdecode(line) for line in lines if line]


def _data(name: str) -> bytes:
    try:
        with (
            nullcontext(_standard_input()) if name == _STANDARD_INPUT else open(name, "rb") as file
        ):
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _CommandError(f"{name}: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > _MOST_BYTES:
        raise _CommandError(f"{name}: larger than {_MOST_BYTES >> 20} MB")
    return data


def _name(paths: Sequence[str]) -> str:
    """What is opened, in a few words."""
    if not paths:
        return "an empty list"
    first = "standard input" if paths[0] == _STANDARD_INPUT else Path(paths[0]).absolute().name
    first = first or paths[0]
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"


def _standard_input() -> IO[bytes]:
    if sys.stdin is None:
        raise _CommandError("there is no standard input")
    return sys.stdin.buffer


# Printing


def _print(opened: _Opened, to: str) -> int:
    from briefing.export import printed
    from briefing.library import Failure

    status = _report(opened.failures)

    def read() -> Generator[Briefing, None, None]:
        nonlocal status
        for result in _briefings(opened):
            if isinstance(result, Failure):
                status = _report([result])
            else:
                yield result

    with closing(read()) as briefings:
        for piece in printed(to, briefings, _width()):
            _write(piece)
    return status


def _find(opened: _Opened, line: str) -> int:
    from briefing import library
    from briefing.export.json import line as json_line
    from briefing.library.catalogue import Catalogue
    from briefing.library.holdings import Holdings

    status = _report(opened.failures)
    with closing(_store(opened)) as store:
        catalogue = Catalogue(Holdings(lambda: store))
        holdings = catalogue.holdings
        for result in _stream_briefings(opened):
            if isinstance(result, library.Failure):
                status = _report([result])
            else:
                catalogue.give(len(holdings), result)
        for path, facts in _documents(opened, store):
            if facts.reason is None:
                holdings.put(len(holdings), f"{path}{facts.tail}", facts.id)
            else:
                status = _report([library.Failure(f"{path}{facts.tail}", facts.reason)])
        for number, digest in holdings.digests(range(len(holdings))):
            catalogue.add(number, digest)
        for hit in _hits(catalogue, line):
            _write(json_line(hit))
    return status


def _store(opened: _Opened) -> Store:
    from briefing.library.store import Store

    return Store.usual(_complain) if opened.cached else Store(None)


def _hits(catalogue: Catalogue, line: str) -> Iterator[dict[str, object]]:
    """What fits `line`, in the order of the filter bar, but all of each kind."""
    from briefing.library.search import Searchable

    searchable = Searchable(catalogue)
    texts = searchable.find_texts(line, _MOST_TEXTS)
    for group in (*searchable.find(line, whole=True).groups, *filter(None, [texts])):
        for one in group.choices:
            if one.place is None:
                continue
            entry = one.hit.entry if one.hit else None
            yield {
                "kind": entry.kind if entry else "text",
                "name": entry.name if entry else one.shown,
                "alias": one.shown if entry else "".join(one.shown[at] for at in one.marks),
                "score": one.hit.score if one.hit else None,
                "path": one.place.path,
                "start": one.place.span.start,
                "end": one.place.span.end,
            }


def _briefings(opened: _Opened) -> Iterator[Briefing | Failure]:
    """The briefings in the order of the files, each as soon as it and all before it are ready."""
    from briefing.library.ingest import result

    yield from _stream_briefings(opened)
    with closing(_store(opened)) as store:
        for path, facts in _documents(opened, store):
            yield result(store, path, facts, opened.limits)


def _stream_briefings(opened: _Opened) -> Iterator[Briefing | Failure]:
    """The briefings of what standard input gave."""
    from briefing.formats.limits import Limits
    from briefing.library.apart import Apart

    with closing(Apart(opened.limits or Limits())) as apart:
        yield from map(apart.brief, opened.stream)


def _documents(opened: _Opened, store: Store) -> Iterator[tuple[Path, Facts]]:
    """The documents in the files, in their order, as soon as they are in the store."""
    from briefing.library.ingest import ingest

    early: dict[int, tuple[Facts, ...]] = {}
    following = 0
    with closing(ingest(store, list(enumerate(opened.files)), opened.limits)) as kept:
        for index, documents in kept:
            early[index] = documents
            while following in early:
                for one in early.pop(following):
                    yield opened.files[following], one
                following += 1


def _report(failures: Sequence[Failure]) -> int:
    for failure in failures:
        _complain(f"{failure.path}: {failure.reason}")
    return SOME_UNREAD if failures else GOOD


def _complain(message: str) -> None:
    if sys.stderr is None:
        return
    # A broken standard error must not hide the exit status.
    with suppress(OSError):
        sys.stderr.buffer.write(f"briefing: {one_line(message)}\n".encode())
        sys.stderr.flush()


def _write(text: str) -> None:
    sys.stdout.buffer.write(neutralise(text).encode() + b"\n")


def _width() -> int | None:
    """The columns of the terminal that is printed to; None where it is not one."""
    if not _is_terminal(sys.stdout):
        return None
    import shutil

    return shutil.get_terminal_size().columns


# Reading


def _print_config() -> int:
    from briefing.app import config, keymap

    _write(config.sample(keymap.settable(), config.location(os.environ)).rstrip())
    sys.stdout.flush()
    return GOOD


def _print_state() -> int:
    from briefing.library.state_json import to_json

    with closing(_state()) as state:
        _write(to_json(state))
    sys.stdout.flush()
    return GOOD


def _take_state(name: str) -> int:
    """Keep what was printed elsewhere. Raises `_CommandError` where all is left as it was."""
    from sqlite3 import Error

    from briefing.library.state_json import from_json

    try:
        entries = from_json(_data(name))
        with closing(_state()) as state:
            state.put_all(entries)
    except (ValueError, Error) as error:
        raise _CommandError(f"{name}: {error}") from error
    return GOOD


def _state() -> State:
    from briefing.library import state

    found = state.State(state.location(os.environ))
    if found.problem:
        found.close()
        raise _CommandError(found.problem)
    return found


def _read(opened: _Opened) -> int:
    """Open the app."""
    from briefing.app import config, garbage, keymap

    garbage.wait()  # what is imported from here on is held to the end

    file = config.location(os.environ)
    settings, problems = config.read(file, keymap.settable(), config.VARIABLE in os.environ)
    told = [f"{file}: {problem}" for problem in problems]
    for problem in told:
        _complain(problem)
    _take_keys_from_terminal()
    from briefing.app.memory import Memory
    from briefing.library import state

    memory = Memory(state.location(os.environ))
    from briefing.app.app import BriefingApp

    app = BriefingApp(
        opened.stream,
        opened.unread,
        opened.name,
        settings,
        told,
        memory,
        _lasting if opened.cached else None,
        opened.scan,
    )
    app.run()
    return app.return_code or GOOD


def _lasting(tell: Callable[[str], None]) -> Store:
    from briefing.library.store import Store

    return Store.usual(tell)


def _take_keys_from_terminal() -> None:
    """Where standard input was a document, put the terminal in its place; also for the screen."""
    redirected = [
        descriptor
        for descriptor, stream in ((0, sys.__stdin__), (2, sys.__stderr__))
        if not _is_terminal(stream)
    ]
    if not redirected:
        return
    try:
        terminal = os.open("/dev/tty" if os.name == "posix" else "CONIN$", os.O_RDWR)
    except OSError:
        raise _CommandError("there is no terminal to take keys from (try --to text)") from None
    for descriptor in redirected:
        os.dup2(terminal, descriptor)
    os.close(terminal)


def _is_terminal(stream: IO[str] | None) -> bool:
    return stream is not None and stream.isatty()


def _point_to_nothing(stream: IO[str]) -> None:
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
