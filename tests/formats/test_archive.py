"""Archives are read in place, as far as the limits go, and nothing of them is written."""

import bz2
import gzip
import lzma
import zipfile
from pathlib import Path

import pytest

from briefing.formats.limits import MEGABYTE
from tests.formats.containers import read, tarred, zipped

TWO = {"b.txt": b"Second.", "in/a.md": b"# First\n\nWords."}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(TWO)),
        ("x.tar", tarred(TWO)),
        ("x.tgz", gzip.compress(tarred(TWO))),
        ("x.tar.gz", gzip.compress(tarred(TWO))),
        ("x.tar.xz", lzma.compress(tarred(TWO))),
        ("x.tar.bz2", bz2.compress(tarred(TWO))),
        ("no-suffix", gzip.compress(tarred(TWO))),
    ],
    ids=["zip", "tar", "tgz", "gz", "xz", "bz2", "none"],
)
def test_the_documents_of_an_archive_keep_their_order(name: str, data: bytes) -> None:
    documents, reasons = read(data, name)
    assert not reasons
    assert list(documents) == [f"{name}!/b.txt", f"{name}!/in/a.md"]
    assert [one.format for one in documents.values()] == ["text", "markdown"]
    assert documents[f"{name}!/in/a.md"].title == "First"


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress])
def test_a_compressed_file_is_one_document(pack: object) -> None:
    assert callable(pack)
    documents, _ = read(pack(b"# A title\n\nWords."), "a.md.gz")
    assert documents["a.md.gz"].title == "A title"


def test_archives_lie_in_archives() -> None:
    data = zipped({"in.zip": zipped({"a.txt": b"Deep."}), "b.txt.gz": gzip.compress(b"Packed.")})
    documents, _ = read(data, "x.zip")
    assert {path: one.text for path, one in documents.items()} == {
        "x.zip!/in.zip!/a.txt": "Deep.",
        "x.zip!/b.txt.gz": "Packed.",
    }


def test_what_is_hidden_or_no_document_is_left_out() -> None:
    entries = {".hidden.txt": b"x", "__MACOSX/a.txt": b"x", "a.png": b"x", "a.txt": b"Words."}
    documents, reasons = read(zipped(entries), "x.zip")
    assert list(documents) == ["x.zip!/a.txt"]
    assert not reasons


def test_an_archive_without_documents_says_so() -> None:
    assert read(zipped({"a.png": b"x"}), "x.zip")[1] == {"x.zip": "holds no documents"}
    assert read(zipped({}), "x.zip")[1] == {"x.zip": "holds no documents"}


def test_a_bad_entry_stops_no_other() -> None:
    entries = {"a.txt": b"\x89PNG\r\n\x1a\n", "b.xlsx": b"x", "c.txt": b"Words."}
    documents, reasons = read(zipped(entries), "x.zip")
    assert list(documents) == ["x.zip!/c.txt"]
    assert reasons == {
        "x.zip!/a.txt": "not text: looks like a PNG picture",
        "x.zip!/b.xlsx": "Excel files are not read",
    }


def test_names_that_lead_out_of_the_archive_are_only_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["../../x.txt", "/etc/x.txt", "C:\\x.txt", "a\x1b[2J.txt"]
    for data in (zipped([(name, b"Words.") for name in names]), tarred([(names[0], b"Words.")])):
        documents, reasons = read(data, "x.zip")
        assert documents
        assert not reasons
        assert not any("\x1b" in path for path in documents)
    assert not list(tmp_path.iterdir())


def test_entries_of_the_same_name_are_all_read() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped([("a.txt", b"One."), ("a.txt", b"Two.")])
    from briefing import formats

    assert [getattr(one, "text", "") for one in formats.read_all(data, "x.zip")] == ["One.", "Two."]


def test_an_entry_may_have_no_name() -> None:
    assert read(zipped([("", b"Words."), ("a.txt", b"Words.")]), "x.zip")[0].keys() == {
        "x.zip!/a.txt"
    }


def test_what_unpacks_to_too_much_is_refused() -> None:
    bomb = b"word " * MEGABYTE
    entries = {"bomb.txt": bomb, "good.txt": b"Words."}
    documents, reasons = read(zipped(entries), "x.zip")
    assert list(documents) == ["x.zip!/good.txt"]
    assert reasons == {"x.zip!/bomb.txt": "unpacks to more than 200 times its size (limit ratio)"}
    for pack in (gzip.compress, lzma.compress, bz2.compress):
        _, reasons = read(pack(bomb), "a.txt.gz")
        assert "200 times its size" in reasons["a.txt.gz"]
        _, reasons = read(pack(tarred({"bomb.txt": bomb})), "a.tar.gz")
        assert "200 times its size" in reasons["a.tar.gz"]


def test_all_that_is_unpacked_counts_together() -> None:
    entries = {f"{number}.txt": b"word " * 100_000 for number in range(9)}
    documents, reasons = read(zipped(entries), "x.zip", unpacked=2 * MEGABYTE)
    assert list(documents) == [f"x.zip!/{number}.txt" for number in range(4)]
    assert set(reasons.values()) == {"unpacks to more than 2 MB (limit unpacked)"}


def test_an_archive_in_itself_ends_somewhere() -> None:
    data = b"Words."
    for level in range(10):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    _, reasons = read(data, "x.zip")
    assert list(reasons.values()) == ["lies more than 4 archives deep (limit depth)"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_more_entries_than_may_be_are_cut_and_said(pack: object) -> None:
    assert callable(pack)
    data = pack({f"{number}.txt": b"Words." for number in range(9)})
    documents, reasons = read(data, "x.zip", entries=3)
    assert len(documents) == 3
    assert "(limit entries)" in reasons["x.zip"]


def test_a_hundred_thousand_entries_are_not_all_read() -> None:
    data = zipped([(f"{number}.txt", b"") for number in range(100_000)])
    documents, reasons = read(data, "x.zip", entries=10)
    assert not documents
    assert reasons["x.zip"] == "only 10 of 100,000 entries are read (limit entries)"


def test_overlapping_entries_are_refused() -> None:
    """The directory names the same bytes many times, as a bomb that is not nested does."""
    data = bytearray(zipped({"a.txt": b"Words.", "b.txt": b"Others."}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")  # where its bytes begin
    documents, reasons = read(bytes(data), "x.zip")
    assert "x.zip!/b.txt" in reasons
    assert "x.zip!/b.txt" not in documents


def test_an_encrypted_entry_says_so() -> None:
    data = bytearray(zipped({"a.txt": b"Words."}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    assert read(bytes(data), "x.zip")[1] == {"x.zip!/a.txt": "encrypted"}


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz", "txt.gz", "txt.xz", "txt.bz2"])
def test_what_is_cut_off_is_read_as_far_as_it_goes_or_refused(suffix: str) -> None:
    many = {f"{number}.txt": bytes(range(32, 126)) * 50 for number in range(20)}
    whole = {
        "zip": zipped(many),
        "tar": tarred(many),
        "tar.gz": gzip.compress(tarred(many)),
        "txt.gz": gzip.compress(b"Words. " * 1000),
        "txt.xz": lzma.compress(b"Words. " * 1000),
        "txt.bz2": bz2.compress(b"Words. " * 1000),
    }[suffix]
    for size in (10, len(whole) // 2, len(whole) - 4):
        documents, reasons = read(whole[:size], f"x.{suffix}")
        assert reasons or documents


def test_a_large_file_is_refused_by_its_size() -> None:
    _, reasons = read(zipped(TWO), "x.zip", file=100)
    assert reasons == {"x.zip": "larger than 100 bytes (limit file)"}


def test_zip_entries_packed_in_rare_ways_are_read() -> None:
    import io

    for method in (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as archive:
            archive.writestr("a.txt", b"Words.")
        assert list(read(file.getvalue(), "x.zip")[0]) == ["x.zip!/a.txt"]
