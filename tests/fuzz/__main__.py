"""Fuzzing, for an hour in which the machine is free: `python -m tests.fuzz TARGET [MINUTES]`.

Needs the extra `fuzz` (`pip install -e '.[test,fuzz]'`). Runs atheris on one of the targets for so
many minutes (5 by default), begins with `seeds` and what earlier runs kept in `--corpus FOLDER`,
and prints how often the target was called. An input that fails is written to the current folder;
put it, as small as it can be made, into found/TARGET/, where the tests take it up.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["briefing"]):
    from briefing import analysis, finder, formats, library
    from briefing.app import config, keymap  # noqa: F401
    from tests.fuzz.targets import TARGETS

    # Much is imported when it is needed, which would be too late to watch it.
    for package in (analysis, finder, formats, library):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)

from tests.fuzz.seeds import WORDS, seeds

LONGEST = 20_000
HANG = 60
"""Seconds for one input; by the clock, and the machine may have others to serve."""


def main() -> None:
    """Fuzz the target that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("minutes", nargs="?", type=float, default=5.0)
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begin = Path(folder) / "seeds"
        begin.mkdir()
        for number, seed in enumerate(seeds(options.target)):
            (begin / str(number)).write_bytes(seed)
        words = Path(folder) / "words"
        escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
        words.write_text("".join(f'"{word}"\n' for word in escaped))
        corpus = options.corpus or Path(folder) / "corpus"
        corpus.mkdir(exist_ok=True)
        arguments = [
            sys.argv[0],
            f"-max_total_time={int(options.minutes * 60)}",
            f"-max_len={LONGEST}",
            f"-timeout={HANG}",
            f"-dict={words}",
            "-print_final_stats=1",
            "-verbosity=1",
            str(corpus),
            str(begin),
        ]
        target = TARGETS[options.target]
        atheris.Setup(arguments, lambda data: target(bytes(data)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
