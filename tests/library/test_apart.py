import os
import signal
import time
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from briefing.analysis import pipeline
from briefing.analysis.briefing import Briefing
from briefing.document import Document, Failure
from briefing.formats.limits import MEGABYTE, Limits
from briefing.library import apart, processes, reading
from briefing.library.apart import Apart, NotWantedError
from tests.formats.containers import zipped

LONG = "Norland signed the Cod Treaty in May 2021.\n\n" * 2000


def read(path: Path, limits: Limits | None = None) -> list[Document | Failure]:
    with closing(Apart(limits or Limits())) as process:
        return list(process.read_all(path))


def test_it_reads_what_any_process_would(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a.txt": b"One.", "b.txt": b"\x00" * 50}))
    for path in (tmp_path / "x.zip", tmp_path / "none.html"):
        assert read(path) == list(reading.read_all(path))


def test_a_long_text_has_the_briefing_that_any_process_would_make() -> None:
    document = Document("a.txt", LONG, "text")
    with closing(Apart(Limits())) as process:
        made = process.brief(document)
    assert isinstance(made, Briefing)
    assert made == reading.brief(document)
    assert made.document is document


_serve = apart._serve


def misbehave(path: Path, limits: Limits) -> list[Document]:
    """Instead of reading: die, each time or once, wait or work for ever, or take much memory."""
    if path.name == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name == "dies once" and not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name == "dies once":
        return [Document(str(path), "Words.", "text")]
    if path.name == "hangs":
        time.sleep(60)
    while path.name == "works":
        pass
    return [Document(str(path), "x" * 4_000_000_000, "text")]


def serve_badly(connection: object, limits: Limits) -> None:
    reading.read_all = misbehave  # type: ignore[assignment]
    reading.read_stream = lambda data, **_: misbehave(Path(data.decode()[:5]), limits)  # type: ignore
    _serve(connection, limits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("dies", "the process that read it died"),
        ("hangs", "reading it took longer than 1 seconds (limit seconds)"),
        ("works", "reading it took longer than 1 seconds (limit seconds)"),
        ("grows", "reading it took more than 1000 MB of memory (limit memory)"),
    ],
)
def test_a_file_that_is_too_much_is_told_why(
    name: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_serve", serve_badly)
    monkeypatch.setattr(processes, "BY_THE_CLOCK", 2)
    assert read(Path(name), Limits(seconds=1, memory=1000 * MEGABYTE)) == [Failure(name, reason)]


def test_what_standard_input_gives_is_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Apart(Limits())) as process:
        for data in (b"Words.", zipped({"a.txt": b"One.", "b.txt": b""}), LONG.encode()):
            read = list(process.read_stream(BytesIO(data)))
            assert read == list(reading.read_stream(data))

    monkeypatch.setattr(apart, "_serve", serve_badly)
    with closing(Apart(Limits(seconds=1))) as process:
        late = "reading it took longer than 1 seconds (limit seconds)"
        stream = BytesIO(b"works" + b" " * reading.FIRST)
        assert list(process.read_stream(stream)) == [Failure("-", late)]


def test_a_stream_without_end_is_cut() -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 <= size <= 2 * MEGABYTE
            return (b"word " * (size // 5 + 1))[:size]

    with closing(Apart(Limits(text=MEGABYTE))) as process:
        (document,) = process.read_stream(Endless())
    assert isinstance(document, Document)
    assert document.notices == ("Showing the first 1 MB.",)


def test_a_process_that_is_ended_by_the_system_costs_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "_serve", serve_badly)
    (read_at_last,) = read(tmp_path / "dies once")
    assert isinstance(read_at_last, Document)


def test_an_answer_nobody_wants_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_serve", serve_badly)
    process = Apart(Limits(), stopped=lambda: True)
    with closing(process), pytest.raises(NotWantedError):
        list(process.read_all(Path("hangs")))


def test_a_short_text_is_analysed_here_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("a.txt", "Words.", "text")
    with closing(Apart(Limits())) as process:
        assert process.brief(document) == reading.brief(document)

    def take_long(document: Document) -> None:
        time.sleep(30)

    monkeypatch.setattr(pipeline, "brief", take_long)
    monkeypatch.setattr(processes, "BY_THE_CLOCK", 1)
    with closing(Apart(Limits(seconds=1))) as process:
        made = process.brief(document)
    assert made == Failure("a.txt", "analysing it took longer than 1 seconds (limit seconds)")


def test_what_does_not_fit_into_memory_costs_its_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def grow(document: Document) -> None:
        raise MemoryError

    monkeypatch.setattr(pipeline, "brief", grow)
    made = reading.brief(Document("a.txt", "Words.", "text"))
    assert made == Failure("a.txt", "analysing it took too much memory (limit memory)")


def test_without_processes_this_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_serve", refuse)
    (tmp_path / "a.html").write_text("<p>Words.")
    assert read(tmp_path / "a.html") == list(reading.read_all(tmp_path / "a.html"))


def refuse(connection: object, limits: Limits) -> None:
    os._exit(1)
