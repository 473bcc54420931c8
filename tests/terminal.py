"""A pseudo-terminal that runs the program as a user's terminal would, and keeps every byte."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 60.0
"""Seconds after which a screen that has not come is taken as never coming."""


class Terminal:
    """A running program: `output` is all it has written, `screen` what stands there now."""

    def __init__(
        self,
        arguments: Sequence[str],
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> None:
        self.output = b""
        self._terminal = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._terminal)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            self._become(arguments, columns, rows, environment or {}, directory)
        # Both sides set the size: whoever comes first, the program finds it set.
        self._resize(self._fd, columns, rows)

    @staticmethod
    def _resize(fd: int, columns: int, rows: int) -> None:
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _become(
        self,
        arguments: Sequence[str],
        columns: int,
        rows: int,
        environment: Mapping[str, str],
        directory: Path | None,
    ) -> None:
        try:
            self._resize(0, columns, rows)
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where the tests run under nohup
            if directory:
                os.chdir(directory)
            kept = {"PATH", "HOME", "PYTHONPATH", "VIRTUAL_ENV"} & set(os.environ)
            inherited = {name: os.environ[name] for name in kept}
            fresh = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
            fresh |= {"BRIEFING_CONFIG": os.devnull, "BRIEFING_STATE": ":memory:"}
            os.execve(
                sys.executable,
                [sys.executable, *arguments],
                {**inherited, **fresh, **environment},
            )
        finally:
            os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def fd(self) -> int:
        """Our side of the terminal."""
        return self._fd

    @property
    def screen(self) -> str:
        """The lines of the screen, without the space at their ends."""
        return "\n".join(line.rstrip() for line in self._terminal.display)

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what the program has written; False when it has ended."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.output += data
        self._stream.feed(data)
        return bool(data)

    def wait_for(self, condition: str | Callable[[str], bool]) -> str:
        """The screen, once it shows a text or meets a condition."""
        met = condition if callable(condition) else lambda screen: condition in screen
        deadline = time.monotonic() + PATIENCE
        while not met(self.screen):
            if not self.read() or time.monotonic() > deadline:
                raise AssertionError(f"The screen never showed {condition!r}:\n{self.screen}")
        return self.screen

    def settle(self, moment: float = 0.3) -> str:
        """The screen, once nothing has been written for a moment."""
        while True:
            before = len(self.output)
            if not self.read(moment) or len(self.output) == before:
                return self.screen

    def press(self, keys: str) -> None:
        """Send keys as the bytes that a terminal sends for them."""
        os.write(self._fd, keys.encode())

    def end(self) -> int:
        """The exit status, once the program has ended by itself."""
        deadline = time.monotonic() + PATIENCE
        while self.read():
            if time.monotonic() > deadline:
                raise AssertionError(f"The program has not ended:\n{self.screen}")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
