"""An index in a file: one block of bytes, so that loading is little more than reading.

The file begins with a signature and the length of a directory, which is JSON: what the index was
made for and from, a check sum of all that follows it, and the name, type and length of each array.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from briefing.finder.build import Arrays
from briefing.finder.texts import Texts

_SIGNATURE = b"briefing names 2\n"
"""Another number with each change of the arrays or of how names are folded."""
_STARTS = " starts"
_ALIGNED = 16


class SavedIndexError(ValueError):
    """A file holds no index, an older one, a broken one or one made from something else."""


def save(arrays: Arrays, path: Path, stamp: str, made_from: str = "") -> None:
    """Write `arrays` to a file, all at once: whoever reads it meanwhile gets the file before."""
    directory: list[tuple[str, str, int]] = []
    checked = 0
    blocks: list[memoryview] = []
    for name, block in _blocks(arrays):
        directory.append((name, block.dtype.str, len(block)))
        padded = block.tobytes()
        padded += b"\0" * (-len(padded) % _ALIGNED)
        checked = crc32(padded, checked)
        blocks.append(memoryview(padded))
    head = json.dumps(
        {
            "stamp": stamp,
            "made_from": made_from,
            "checked": checked,
            "order": sys.byteorder,
            "arrays": directory,
        }
    ).encode()
    head += b" " * (-(len(_SIGNATURE) + 8 + len(head)) % _ALIGNED)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as file:
            file.write(_SIGNATURE + len(head).to_bytes(8, "little") + head)
            file.writelines(blocks)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def load(path: Path, stamp: str) -> tuple[Arrays, str]:
    """What `save` has written with this `stamp`, and what it was made from; raises
    SavedIndexError, and OSError.
    """
    data = path.read_bytes()
    begin = len(_SIGNATURE) + 8
    if data[: len(_SIGNATURE)] != _SIGNATURE:
        raise SavedIndexError("not an index of this version")
    length = int.from_bytes(data[len(_SIGNATURE) : begin], "little")
    try:
        head = json.loads(data[begin : begin + length])
        directory, checked = head["arrays"], head["checked"]
        made_for, made_from = (head["stamp"], head["order"]), str(head["made_from"])
    except (ValueError, KeyError, TypeError) as error:
        raise SavedIndexError("its directory is broken") from error
    if made_for != (stamp, sys.byteorder):
        raise SavedIndexError("made for something else")
    if crc32(memoryview(data)[begin + length :]) != checked:
        raise SavedIndexError("its check sum is wrong")
    return _arrays(data, begin + length, directory), made_from


def _blocks(arrays: Arrays) -> Iterator[tuple[str, NDArray[np.generic]]]:
    for field in fields(arrays):
        value = getattr(arrays, field.name)
        if isinstance(value, Texts):
            end = value.origin + int(value.starts[-1])
            yield field.name, np.frombuffer(value.data[value.origin : end], np.uint8)
            yield field.name + _STARTS, value.starts
        elif field.name == "words":
            # No word holds a line feed.
            yield field.name, np.frombuffer("\n".join(value).encode(), np.uint8)
        elif field.name == "kinds":
            yield field.name, np.frombuffer(json.dumps(value).encode(), np.uint8)
        else:
            yield field.name, value


def _arrays(data: bytes, start: int, directory: list[tuple[str, str, int]]) -> Arrays:
    read: dict[str, NDArray[Any]] = {}
    starts: dict[str, int] = {}
    for name, kind, length in directory:
        read[name] = np.frombuffer(data, np.dtype(kind), length, start)
        starts[name] = start
        start += read[name].nbytes + -read[name].nbytes % _ALIGNED
    made: dict[str, Any] = {}
    for field in fields(Arrays):
        name = field.name
        if name + _STARTS in read:
            made[name] = Texts(data, read[name + _STARTS], starts[name])
        elif name == "words":
            made[name] = read[name].tobytes().decode().split("\n") if len(read[name]) else []
        elif name == "kinds":
            made[name] = tuple(json.loads(read[name].tobytes()))
        else:
            made[name] = read[name]
    return Arrays(**made)
