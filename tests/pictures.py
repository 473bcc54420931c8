"""Screens as pictures: the files in screenshots/ are what the tests compare with.

`pytest tests/app/test_pictures.py --snapshot-update` draws them anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SnapshotIndex

SCREENSHOTS = Path(__file__).parent.parent / "screenshots"

_UNIQUE_ID = re.compile(r"\bterminal-\d+-")
_FONT_FACE = re.compile(r"\s*@font-face \{[^}]*\}")
_GENERATOR = re.compile(r"\s*<!--.*?-->", re.DOTALL)


def plain(svg: str) -> str:
    """The picture without its random identifiers and without fonts from elsewhere."""
    svg = _GENERATOR.sub("", _FONT_FACE.sub("", svg))
    return _UNIQUE_ID.sub("terminal-", svg).replace("Fira Code, monospace", "monospace")


class PictureExtension(SingleFileSnapshotExtension):
    """One SVG a test, `test_NAME` in screenshots/NAME.svg."""

    _file_extension = "svg"
    _write_mode = WriteMode.TEXT

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        """Where the pictures lie, whichever test draws them."""
        return str(SCREENSHOTS)

    @classmethod
    def _get_file_basename(cls, *, test_location: PyTestLocation, index: SnapshotIndex) -> str:
        name = cls.get_snapshot_name(test_location=test_location, index=index)
        return name.removeprefix("test_").replace("_", "-")
