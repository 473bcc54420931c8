"""What a program has written to its terminal: the sequences that command it, and all the rest."""

from __future__ import annotations

import base64
import re
from typing import NamedTuple

from tests.hostile.payloads import MARK

_SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<csi>[0-?]*[ -/]*[@-~])|\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)|(?P<esc>.))",
    re.DOTALL,
)
_OWN = {
    "csi": re.compile(
        r"[\d;]*[HJKm]"  # the cursor, what is drawn anew, colours
        r"|\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
        r"|\?(?:2026|2048)\$p|[?<>][\d]*u|\?\d*u"  # what the terminal can do; its keyboard
    ),
    "osc": re.compile(r"22;[a-z-]*|52;c;[A-Za-z0-9+/=]*"),  # the pointer; what one copies
    "esc": re.compile(r"[=>78]"),
}
_COMMANDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ON_AT_FIRST = {"7", "25"}
"""Modes that a terminal has when it is opened: lines are wrapped, the cursor is seen."""


class Recording(NamedTuple):
    """`sequences` by their kinds, in order, and the `text` between them."""

    sequences: tuple[tuple[str, str], ...]
    text: str

    @property
    def foreign(self) -> set[tuple[str, str]]:
        """What the program does not send of itself, or what bears the mark of a document."""
        return {
            (kind, one)
            for kind, one in self.sequences
            if not _OWN[kind].fullmatch(one) or (MARK in one and not one.startswith("52;"))
        } | {("text", one) for one in _COMMANDS.findall(self.text)}

    @property
    def copied(self) -> list[str]:
        """What was handed to the clipboard."""
        return [
            base64.b64decode(one.removeprefix("52;c;")).decode()
            for kind, one in self.sequences
            if kind == "osc" and one.startswith("52;")
        ]

    @property
    def left_behind(self) -> set[str]:
        """The modes that are not as they were when the terminal was opened."""
        modes: dict[str, bool] = {}
        pushed = 0
        for kind, one in self.sequences:
            if kind == "csi" and one[-1] in "hl" and one[0] == "?":
                modes[one[1:-1]] = one[-1] == "h"
            if kind == "csi" and one[-1] == "u" and one[0] in "<>":
                pushed += 1 if one[0] == ">" else -1
        left = {mode for mode, on in modes.items() if on != (mode in _ON_AT_FIRST)}
        return left | ({"keyboard"} if pushed > 0 else set())


def record(output: bytes) -> Recording:
    """Take apart what was written."""
    text = output.decode("utf-8", "surrogateescape")
    found = tuple(
        (match.lastgroup or "esc", match[match.lastgroup or "esc"])
        for match in _SEQUENCE.finditer(text)
    )
    return Recording(found, _SEQUENCE.sub("", text))
