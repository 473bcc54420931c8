"""Arrays of whole numbers in one small file: what the trained model is kept in.

The file is zlib-compressed. Inside, a line of JSON names the arrays; then their bytes, one plane
for each byte of a number (the lowest first), so that what hardly varies packs to nothing. Arrays
that rise throughout are kept as differences.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[np.integer]]


def pack(arrays: Mapping[str, NDArray[np.integer]], header: Mapping[str, object]) -> bytes:
    """The arrays and a header of JSON values as bytes; the same input gives the same bytes."""
    described: list[tuple[str, str, int, int, bool]] = []
    planes: list[bytes] = []
    for name, array in arrays.items():
        flat = array.ravel()
        rising = flat.dtype == np.uint32 and bool((flat[1:] >= flat[:-1]).all())
        kept = np.diff(flat, prepend=flat.dtype.type(0)) if rising else flat
        raw = np.ascontiguousarray(kept.astype(flat.dtype.newbyteorder("<")))
        width = raw.dtype.itemsize
        described.append((name, flat.dtype.name, len(flat), width, rising))
        octets = raw.view(np.uint8).reshape(-1, width)
        planes += [octets[:, byte].tobytes() for byte in range(width)]
    first = json.dumps({"arrays": described, **header}, sort_keys=True).encode() + b"\n"
    return zlib.compress(first + b"".join(planes), 9)


def unpack(packed: bytes) -> tuple[Arrays, dict[str, object]]:
    """What `pack` was given. Raises ValueError or zlib.error for other bytes."""
    raw = zlib.decompress(packed)
    cut = raw.index(b"\n") + 1
    header: dict[str, object] = json.loads(raw[:cut])
    arrays: Arrays = {}
    described = header.pop("arrays")
    if not isinstance(described, list):
        raise ValueError("the file does not name its arrays")
    for name, kind, length, width, rising in described:
        octets = np.empty((length, width), np.uint8)
        for byte in range(width):
            octets[:, byte] = np.frombuffer(raw, np.uint8, length, cut)
            cut += length
        array = octets.view(np.dtype(kind).newbyteorder("<"))[:, 0].astype(kind)
        arrays[name] = np.cumsum(array, dtype=array.dtype) if rising else array
    return arrays, header
