"""Outlook messages, made in memory: a compound file with the streams of one."""

import struct
from collections.abc import Mapping

END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SECTOR, SMALL = 512, 64


def padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)


def entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        *(encoded, len(encoded), kind, 1, FREE, right, child),
        *(b"", 0, 0, 0, start, size),
    )


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these small streams in its root."""
    small = b""
    chain: list[int] = []
    starts = []
    for data in streams.values():
        begin, count = len(chain), max(1, -(-len(data) // SMALL))
        starts.append(begin)
        chain += [*range(begin + 1, begin + count), END]
        small += padded(data or b"\0", SMALL)
    names = list(streams)
    entries = [entry("Root Entry", 5, 1, FREE, 3, len(small))]
    for number, name in enumerate(names, 1):
        right = number + 1 if number < len(names) else FREE
        entries.append(entry(name, 2, FREE, right, starts[number - 1], len(streams[name])))
    directory = padded(b"".join(entries), SECTOR)
    small = padded(small, SECTOR)
    mini_fat = padded(struct.pack(f"<{len(chain)}I", *chain), SECTOR)
    assert len(mini_fat) == SECTOR
    folders, smalls = len(directory) // SECTOR, len(small) // SECTOR
    # Sectors: 0 the table, 1 the table of the small ones, 2 the small ones ..., then the names.
    first = 3 + smalls
    table = [FAT, END, END, *range(4, first), END, *range(first + 1, first + folders), END]
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b""),
        *(0, 1, first, 0, 4096, 1, 1, END, 0, 0),
    )
    header += struct.pack(f"<{109 - 1}I", *[FREE] * 108)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff")
    return header + fat + mini_fat + bytes(SECTOR) + small + directory


def msg(subject: str, body: str, sender: str, html: bytes = b"") -> bytes:
    """A message as Outlook saves it."""
    values: dict[int, bytes] = {
        0x0037001F: subject.encode("utf-16-le"),
        0x1000001F: body.encode("utf-16-le"),
        0x0042001F: sender.encode("utf-16-le"),
    }
    if html:
        values[0x10130102] = html
    values = {tag: data for tag, data in values.items() if data}
    listed = b"".join(
        struct.pack("<IIII", tag, 6, len(data) + 2, 0) for tag, data in values.items()
    )
    streams = {f"__substg1.0_{tag:08X}": data for tag, data in values.items()}
    return compound({"__properties_version1.0": bytes(32) + listed, **streams})
