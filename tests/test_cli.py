import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import main
from tests.formats.containers import zipped

ROOT = Path(__file__).parent.parent

Outcome = subprocess.CompletedProcess[bytes]
Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in an empty folder, as a program of its own."""

    def command(*arguments: str | bytes, given: bytes = b"", **environment: str) -> Outcome:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *arguments],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=False,
        )

    return command


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def objects(outcome: Outcome) -> list[dict[str, object]]:
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def paths(outcome: Outcome) -> list[str]:
    return [json.loads(line)["document"]["path"] for line in outcome.stdout.splitlines()]


def test_the_version(run: Run) -> None:
    outcome = run("--version")

    assert outcome.stdout.decode().split() == ["briefing", __version__]
    assert outcome.returncode == 0


def test_a_folder_is_read_recursively_one_object_a_line_in_the_order_of_the_files(
    run: Run, tmp_path: Path
) -> None:
    for name in ("b.txt", "a.md", "c/d.txt", "ignored.bin"):
        write(tmp_path / "docs", name, f"Text of {name}.")
    outcome = run("docs", "--to", "json")

    assert outcome.returncode == 0
    assert outcome.stderr == b""
    assert paths(outcome) == ["docs/a.md", "docs/b.txt", "docs/c/d.txt"]


def test_many_files_come_in_the_order_in_which_they_are_listed(run: Run, tmp_path: Path) -> None:
    names = [f"docs/{number:02}.txt" for number in range(12)]
    for number, name in enumerate(names):
        # The first takes longest, and must still be printed first.
        write(tmp_path, name, "The harbour was quiet all day. " * (300 if number == 0 else 1))

    assert paths(run("docs", "--to", "json")) == names


def test_without_a_path_this_folder_is_read(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Some text.")

    assert len(objects(run("--to", "json"))) == 1


def test_what_is_no_terminal_gets_text(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Some text.")
    outcome = run("a.txt")

    assert outcome.returncode == 0
    assert outcome.stdout.startswith(b"a.txt\n=====\n")


def test_text_is_as_wide_wherever_it_is_printed(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "The treaty was signed by the two ministers in the capital. " * 20)

    assert run("a.txt", COLUMNS="40").stdout == run("a.txt", COLUMNS="200").stdout


def test_standard_input_is_a_document(run: Run) -> None:
    outcome = run("-", "--to", "json", given=b"The text.\n")

    assert paths(outcome) == ["-"]
    assert outcome.returncode == 0


def test_files_are_listed_on_standard_input(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a b.txt", "One.")
    write(tmp_path, "c.txt", "Two.")
    outcome = run("--files-from", "-", "--to", "json", given=b"c.txt\n\na b.txt\n")

    assert paths(outcome) == ["c.txt", "a b.txt"]


def test_files_are_listed_in_a_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "c.txt", "Two.")
    write(tmp_path, "list", "c.txt\r\n")

    assert paths(run("--files-from", "list", "--to", "json")) == ["c.txt"]


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_printed(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, "good.txt", "Good.")
    write(tmp_path, "empty.txt", "")
    outcome = run("missing.txt", "empty.txt", "good.txt", "--to", "json")

    assert outcome.returncode == 1
    assert paths(outcome) == ["good.txt"]
    told = outcome.stderr.decode().splitlines()
    assert len(told) == 2
    assert told[0] == "briefing: missing.txt: no such file or folder"
    assert told[1].startswith("briefing: empty.txt: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--to", "nonsense"),
        ("--frobnicate",),
        ("--to", "json", "--find", "x"),
        ("--ver",),
        ("missing.txt",),
        (),
        ("--files-from", "missing"),
        ("--files-from=--",),
        ("--to=--",),
        ("--files-from", "-"),
        ("-", "--files-from", "-"),
        ("-",),
    ],
)
def test_bad_arguments_and_nothing_to_read_are_told_on_one_line(
    run: Run, arguments: tuple[str, ...]
) -> None:
    outcome = run(*arguments)

    assert outcome.returncode == 2
    assert outcome.stdout == b""
    assert outcome.stderr.startswith(b"briefing: ")
    assert outcome.stderr.count(b"\n") == 1


def test_find_prints_what_fits_by_kind_best_first_and_texts_last(run: Run, seeds: Path) -> None:
    outcome = run(str(seeds), "--find", "india")
    hits = objects(outcome)

    assert outcome.returncode == 0
    assert hits
    for hit in hits:
        assert set(hit) == {"kind", "name", "alias", "score", "path", "start", "end"}
    assert (hits[0]["kind"], hits[0]["name"]) == ("place", "India")
    scores = [float(str(hit["score"])) for hit in hits if hit["kind"] != "text"]
    assert scores[0] == max(scores)
    assert [hit["score"] for hit in hits[len(scores) :]] == [None] * (len(hits) - len(scores))
    kinds = [
        kind
        for kind, _ in groupby(hit["kind"] for hit in hits if float(str(hit["score"] or 0)) >= 2)
    ]
    assert len(kinds) == len(set(kinds))


def test_find_searches_words_in_quotation_marks_in_all_texts(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "They keep the harbour open. The harbour is deep.")
    write(tmp_path, "b.txt", "Open is the harbour.")
    write(tmp_path, "c.txt", "A Harbour\nopen to all.")

    hits = objects(run(str(tmp_path), "--find", '"harbour open"'))
    assert {Path(str(hit["path"])).name: (hit["start"], hit["end"]) for hit in hits} == {
        "a.txt": (14, 26),
        "c.txt": (2, 14),
    }
    assert {hit["kind"] for hit in hits} == {"text"}
    assert {hit["alias"] for hit in hits} == {"harbour open", "Harbour open"}


def test_find_restricts_the_kinds_by_the_first_sign(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.md", "# Harbour\n\nThe harbour is open.\n")
    kinds = [hit["kind"] for hit in objects(run("a.md", "--find", "harbour"))]

    assert set(kinds) >= {"heading", "document"}
    assert {hit["kind"] for hit in objects(run("a.md", "--find", ">harbour"))} == {"document"}


def test_a_hostile_query_is_only_text(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Some text.")

    for query in ("[/foo]", "NEAR(", '"', "\x1b]52;c;eA==\x07", "x" * 10_000, "--", ""):
        outcome = run("a.txt", f"--find={query}")
        assert outcome.returncode == 0, query
        assert b"\x1b" not in outcome.stdout + outcome.stderr


HOSTILE = "\x1b]52;c;eA==\x07\x1b]0;title\x1b\\\x9b31m\x90q\x1b\\\x00\x7f\u202e\x08"


@pytest.mark.parametrize("to", ["json", "text", "markdown"])
def test_nothing_that_commands_a_terminal_is_printed(run: Run, tmp_path: Path, to: str) -> None:
    name = "x\x1b]0;name\x07\x9b.md"
    write(
        tmp_path,
        name,
        f"---\ntitle: T{HOSTILE}\n---\n# Heading {HOSTILE}\n\n"
        f"Norland{HOSTILE} signed the Harbour{HOSTILE} Treaty (HAT) on 3 May 2021 &#27;[2J.\n",
    )
    outcome = run(name, "miss\x1b[2Jing", "--to", to)

    printed = (outcome.stdout + outcome.stderr).decode()
    assert outcome.returncode == 1
    assert not {character for character in printed if not character.isprintable()} - {"\n"}


def test_bad_arguments_are_told_without_commanding_the_terminal(run: Run) -> None:
    outcome = run("--x\x1b]0;x\x07\ny")

    assert outcome.returncode == 2
    assert outcome.stderr.count(b"\n") == 1
    assert b"\x1b" not in outcome.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        {"PYTHONIOENCODING": "ascii:strict", "PYTHONHASHSEED": "8"},
    ],
)
def test_the_output_is_the_same_utf8_everywhere(
    run: Run, seeds: Path, environment: dict[str, str]
) -> None:
    assert (
        run(str(seeds), "--to", "json", **environment).stdout
        == run(str(seeds), "--to", "json").stdout
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names of files")
def test_a_name_that_is_not_utf8_is_shown_safely(run: Run, tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("Some text.")
    outcome = run("--to", "json")

    assert paths(outcome) == ["bad\ufffd.txt"]
    assert run("--files-from", "-", "--to", "json", given=b"bad\xff.txt\n").returncode == 0
    missing = run(b"\xfe.txt")
    assert missing.returncode == 2
    assert "\ufffd.txt" in missing.stderr.decode()


@pytest.mark.skipif(os.name != "posix", reason="needs pipes as POSIX has them")
def test_a_reader_that_goes_away_is_not_an_error(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Some text. " * 50_000)
    command = [sys.executable, "-m", "briefing", "a.txt", "--to", "json"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert told == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_full_disk_is_told(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "Some text.")
    with open("/dev/full", "wb") as full:
        outcome = subprocess.run(
            [sys.executable, "-m", "briefing", "a.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(b"briefing: cannot write")
    assert outcome.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_that_there_is_nothing_to_read_is_said_without_a_screen(tmp_path: Path) -> None:
    from tests.terminal import Terminal

    (tmp_path / "empty").mkdir()
    for name, said in (("none", "no such file or folder"), ("empty", "")):
        arguments = ["-m", "briefing", str(tmp_path / name)]
        with Terminal(arguments, 500, environment={"PYTHONPATH": str(ROOT)}) as terminal:
            assert terminal.end() == 2
        wanted = f"{tmp_path / name}: {said}" if said else f"nothing to read in {name}"
        assert terminal.output.decode() == f"briefing: {wanted}\r\n"


@pytest.mark.skipif(os.name != "posix", reason="needs signals as POSIX has them")
def test_an_interruption_ends_quietly(run: Run, tmp_path: Path) -> None:
    # Standard input stays open, so that the command waits for it.
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, "-", "--to", "json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
    assert told == b""
    assert process.returncode == 130


# Says when it is about to read standard input, so that the signal does not come too early.
INTERRUPTED = """
import sys
from briefing import cli

read = cli._standard_input
def ready():
    print("ready", flush=True)
    return read()
cli._standard_input = ready
sys.exit(cli.main())
"""


def test_the_function_gives_the_exit_status(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = write(tmp_path, "a.txt", "Some text.")

    assert main([str(path), "--to", "markdown"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"# ")
    assert main([str(tmp_path / "missing.txt")]) == 2


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_document_comes_from_standard_input_and_the_keys_from_the_terminal(
    tmp_path: Path,
) -> None:
    from tests.terminal import Terminal

    path = write(tmp_path, "piped.txt", "Norland and Sudland signed a treaty.")
    piping = (
        "import subprocess, sys\n"
        "with open(sys.argv[1], 'rb') as given:\n"
        "    command = [sys.executable, '-m', 'briefing', '-']\n"
        "    sys.exit(subprocess.call(command, stdin=given, stderr=subprocess.DEVNULL))\n"
    )
    with Terminal(["-c", piping, str(path)], environment={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("Norland and Sudland signed")
        terminal.press("q")
        assert terminal.end() == 0


def test_the_configuration_is_printed_with_the_file_it_is_looked_for_in(run: Run) -> None:
    outcome = run("--print-config", BRIEFING_CONFIG="/somewhere/briefing.toml")
    printed = outcome.stdout.decode()
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert "/somewhere/briefing.toml" in printed
    assert "\n[keys]\n" in printed


def test_what_the_reader_has_left_is_printed_and_taken_elsewhere(run: Run, tmp_path: Path) -> None:
    from briefing.library.state import State

    state = State(tmp_path / "here")
    state.put_all({("place", "a"): 12, ("bookmark", "b"): {"note": "é"}})
    state.close()
    printed = run("--print-state", BRIEFING_STATE="here")
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert json.loads(printed.stdout)["state"]["bookmark"] == {"b": {"note": "é"}}

    other = State(tmp_path / "there")
    other.put_all({("place", "a"): 1, ("place", "c"): 2})
    other.close()
    taken = run("--take-state", "-", given=printed.stdout, BRIEFING_STATE="there")
    assert (taken.returncode, taken.stdout, taken.stderr) == (0, b"", b"")
    other = State(tmp_path / "there")
    assert other.all("place") == {"a": 12, "c": 2}
    assert other.all("bookmark") == {"b": {"note": "é"}}
    other.close()


@pytest.mark.parametrize("given", [b"{", b"\xff", b'{"schema": 1, "state": {"a": {"\\udcff": 1}}}'])
def test_a_state_that_cannot_be_taken_changes_nothing(
    run: Run, tmp_path: Path, given: bytes
) -> None:
    outcome = run("--take-state", "-", given=given, BRIEFING_STATE="here")
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert outcome.stderr.startswith(b"briefing: -: ")
    assert outcome.stderr.count(b"\n") == 1


def test_a_state_that_cannot_be_read_is_told_and_not_printed(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "file", "")
    outcome = run("--print-state", BRIEFING_STATE="file/state")
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert b"nothing is remembered" in outcome.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_what_is_wrong_in_the_configuration_is_told_and_the_rest_counts(tmp_path: Path) -> None:
    from tests.terminal import Terminal

    note = write(tmp_path, "a.txt", "A short note.\n")
    file = write(tmp_path, "config.toml", 'themes = "x"\n[keys]\nquit = "w"\n')
    environment = {"PYTHONPATH": str(ROOT), "BRIEFING_CONFIG": str(file)}
    with Terminal(["-m", "briefing", str(note)], environment=environment) as terminal:
        terminal.wait_for("A short note.")
        terminal.wait_for("did you mean theme?")
        terminal.wait_for("w Quit")
        terminal.press("w")
        assert terminal.end() == 0
        assert b"line 1: themes: there is no such setting" in terminal.output


@pytest.mark.skipif(os.name != "posix", reason="needs signals as POSIX has them")
def test_an_interruption_ends_the_workers_too(tmp_path: Path) -> None:
    for number in range(60):
        write(tmp_path, f"{number:02}.txt", "The harbour was quiet all day. " * 300)
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", ".", "--to", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.read(1)
        assert first == b"{", process.stderr.read()
        # As a terminal does it: to the command and to all it has started.
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        told = process.stderr.read()
    assert process.returncode == 130
    assert told == b""


def test_each_document_of_an_archive_is_printed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": b"One.", "b.txt": b"", "c.txt": b"Three."}))
    write(tmp_path, "y.txt", "Four.")

    outcome = run(".", "--to", "json")

    assert paths(outcome) == ["x.zip!/a.txt", "x.zip!/c.txt", "y.txt"]
    assert outcome.stderr.decode() == "briefing: x.zip!/b.txt: the file is empty\n"
    assert outcome.returncode == 1


def test_documents_come_from_standard_input(run: Run) -> None:
    outcome = run("-", "--to", "json", given=zipped({"a.txt": b"One.", "b.txt": b"Two."}))

    assert paths(outcome) == ["-!/a.txt", "-!/b.txt"]


def test_of_standard_input_no_more_is_read_than_is_shown(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "config.toml", "[limits]\ntext = 1\nfile = 1\n")

    text = run("-", "--to", "text", given=b"\n" * 1_100_000 + b"x", BRIEFING_CONFIG="config.toml")
    assert text.stderr == b"briefing: -: the file is empty\n"
    page = b"<html><body><p>Some words.</p>" + b" " * (1 << 20) + b"<p>Other words."
    shown = run("-", "--to", "text", given=page, BRIEFING_CONFIG="config.toml").stdout.decode()
    assert "Showing the first 1 MB." in shown
    assert "2 words" in shown
    packed = b"PK\x03\x04" + b"\x00" * (1 << 20)
    refused = run("-", given=packed, BRIEFING_CONFIG="config.toml").stderr
    assert refused == b"briefing: -: larger than 1 MB (limit file)\n"


def test_a_list_of_files_without_end_is_refused(run: Run) -> None:
    outcome = run("--files-from", "-", "--to", "text", given=b"y\n" * (33 << 20))
    assert outcome.stderr == b"briefing: -: larger than 64 MB\n"
    assert outcome.returncode == 2


def test_limits_of_the_configuration_hold_for_what_is_printed(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "config.toml", "theme = 'none'\n[limits]\nentries = 1\nfoo = 2\n")
    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": b"One.", "b.txt": b"Two."}))

    outcome = run("x.zip", "--to", "json", BRIEFING_CONFIG="config.toml")

    assert paths(outcome) == ["x.zip!/a.txt"]
    assert outcome.stderr.decode().splitlines() == [
        "briefing: config.toml: line 4: limits.foo: there is no such setting",
        "briefing: x.zip: only 1 of 2 entries are read (limit entries)",
    ]


def test_what_has_been_analysed_is_kept_and_printed_again(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md", "# Note\n\nAda Roe met Bo Lind in Norland.")
    write(tmp_path, "docs/empty.txt", "")
    cache = tmp_path / "cache"
    first = run("docs", "--to", "json", BRIEFING_CACHE=str(cache))
    assert [path.name for path in cache.iterdir()] == ["library.db"]
    second = run("docs", "--to", "json", BRIEFING_CACHE=str(cache))

    assert objects(second) == objects(first)
    assert (second.returncode, second.stderr) == (
        1,
        b"briefing: docs/empty.txt: the file is empty\n",
    )


def test_without_a_cache_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md", "Some text.")
    cache = tmp_path / "cache"

    assert run("docs", "--no-cache", "--to", "json", BRIEFING_CACHE=str(cache)).returncode == 0
    assert not cache.exists()


def test_where_nothing_can_be_kept_it_says_so_and_goes_on(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md", "Some text.")
    cache = write(tmp_path, "cache", "a file")
    outcome = run("docs", "--to", "json", BRIEFING_CACHE=str(cache))

    assert outcome.returncode == 0
    assert paths(outcome) == ["docs/a.md"]
    assert outcome.stderr.count(b"\n") == 1
    assert b"cannot be kept" in outcome.stderr
