import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"textual", "rich", "rapidfuzz", "multiprocessing", "concurrent.futures.process"}


def imported_by(*arguments: str) -> set[str]:
    """The modules that are loaded when the command has run with `arguments`."""
    program = (
        "import sys\n"
        "from briefing.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('\\n' + '\\n'.join(sys.modules))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        cwd=ROOT,
    )
    return set(run.stdout.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("seeds", "--to", "json"),
        ("seeds", "--to", "text"),
        ("seeds", "--to", "markdown"),
    ],
)
def test_printing_imports_neither_the_screen_nor_what_it_does_not_use(
    arguments: tuple[str, ...],
) -> None:
    assert not imported_by(*arguments) & HEAVY


def test_finding_does_not_import_the_screen() -> None:
    assert not imported_by("seeds", "--find", "india") & {"textual", "rich"}


def test_the_version_reads_no_document() -> None:
    loaded = imported_by("--version")

    assert not {name for name in loaded if name.startswith("briefing.")} - {
        "briefing.cli",
        "briefing.document",
    }


def test_each_layer_imports_only_what_stands_below_it() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert "Contracts: 4 kept, 0 broken" in run.stdout


def test_the_first_picture_waits_for_no_more_than_it_shows() -> None:
    later = ("briefing.analysis.briefing", "briefing.library.digest", "briefing.app.filter_bar")
    program = "import sys, briefing.app.app; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not {*later} & {*run.stdout.split()}
