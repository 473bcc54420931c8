"""The command `briefing`: arguments in; the app, or an export, out.

Nothing is imported before it is needed; Textual only to open the app.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefing import __version__
from briefing.document import field, neutralise

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing

GOOD, SOME_UNREAD, BAD_ARGUMENTS, INTERRUPTED = 0, 1, 2, 130


class _Parser(argparse.ArgumentParser):
    """Says on one line what is wrong, and cannot be made to command the terminal."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_ARGUMENTS, f"{self.prog}: {field(message)} (try --help)\n")


def _arguments() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="briefing",
        description="Open documents in the terminal and read each one as a briefing.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files and folders; a folder is read with all that is in it; - is standard input; "
        "none is this folder",
    )
    parser.add_argument("--to", choices=("json",), help="print instead of opening")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status."""
    options = _arguments().parse_args(argv)
    return _print(options)


def _print(options: argparse.Namespace) -> int:
    from briefing.export import FORMATS

    status = GOOD
    for briefing in _briefings([Path(path) for path in options.paths or ["."]]):
        printed = neutralise(FORMATS[options.to or "json"](briefing))
        sys.stdout.buffer.write(printed.encode() + b"\n")
    return status


def _briefings(paths: Sequence[Path]) -> Iterator[Briefing]:
    from briefing import formats
    from briefing.analysis.pipeline import brief

    for path in paths:
        files = [path] if path.is_file() else sorted(filter(formats.accepts, path.rglob("*")))
        for file in files:
            yield brief(formats.read(file.read_bytes(), str(file)))
