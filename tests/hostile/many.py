"""`python -m tests.hostile.many FOLDER [COUNT]`: hostile files to mix into a library (500).

The files of `folder`, then the same cut off, with bytes of others in them, or under the names of
other formats; and what is no file, or not one to read. The same ones every time.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from briefing.formats.detection import SUFFIXES
from tests.formats.containers import zipped
from tests.hostile.folder import hostile_files

BOMB = zipped({"a.txt": bytes(40_000_000)})


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut off, or with other bytes here and there."""
    if chance.random() < 0.4:
        return data[: chance.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def make_many(folder: Path, count: int) -> None:
    """Write so many files into a folder, which is made."""
    folder.mkdir(parents=True)
    chance = random.Random(7)
    whole = hostile_files()
    shapes = {"bomb.zip": BOMB, "deep.html": b"<div>" * 50_000, "deep.md": b">" * 20_000}
    shapes |= {"zeros.txt": bytes(1000), "empty.txt": b"", "one line.txt": b"word " * 400_000}
    suffixes = sorted(SUFFIXES)
    for number, (name, data) in enumerate({**whole, **shapes}.items()):
        (folder / f"{number:03} {name}").write_bytes(data)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "none.txt")
    sources = list(whole.values())
    for number in range(len(whole) + len(shapes) + 3, count):
        data = damaged(chance.choice(sources), chance)
        (folder / f"{number:03} damaged{chance.choice(suffixes)}").write_bytes(data)


if __name__ == "__main__":
    make_many(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
