"""PDF: pages become paragraphs again, and what cannot be read says why."""

import io
import sys

import pytest

from briefing import formats
from briefing.document import Document, Failure
from briefing.formats.limits import Limits
from tests.formats.pdfs import Line, content, pdf, set_lines


def read(data: bytes, **limits: int) -> Document:
    return formats.read(data, "a.pdf", limits=Limits(**limits))


def reason(data: bytes, **limits: int) -> str:
    with pytest.raises(formats.FormatError) as raised:
        read(data, **limits)
    return str(raised.value)


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_lines_are_paragraphs_again() -> None:
    page = [
        Line("The Strait Accord", 740, size=18),
        *set_lines(
            [
                "Both countries signed the accord after many months of talks, and they",
                "will open their ports to each other in the spring. The commis-",
                "sion that watches over it has its seat in a well-",
                "known town. The commission is small, and the well is known.",
                "",
                "A second paragraph begins here.",
                "• one item of a list",
                "• another item",
            ]
        ),
    ]
    document = read(pdf([page]))
    assert texts(document) == [
        "The Strait Accord",
        "Both countries signed the accord after many months of talks, and they will open their "
        "ports to each other in the spring. The commission that watches over it has its seat in a "
        "well-known town. The commission is small, and the well is known.",
        "A second paragraph begins here.",
        "one item of a list",
        "another item",
    ]
    assert [block.kind for block in document.blocks][:1] == ["heading"]
    assert [block.marker for block in document.blocks][3:] == ["•", "•"]
    assert document.title == "The Strait Accord"


def test_headers_that_return_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            Line(f"Ministry of Ports - Report {number} of 2021", 770),
            *set_lines([f"The {town} office says that nothing was signed there."]),
            Line(f"- {number} -", 20),
        ]
        for number, town in enumerate(
            ("Hallen", "Sund", "Norland", "Esterhaven", "Marn", "Oder"), 1
        )
    ]
    document = read(pdf(pages))
    assert texts(document)[0] == "The Hallen office says that nothing was signed there."
    assert len(document.blocks) == 6
    assert [block.page for block in document.blocks] == [1, 2, 3, 4, 5, 6]


def test_a_sentence_goes_on_over_the_page() -> None:
    document = read(
        pdf(
            [
                set_lines(
                    ["The accord was signed in the presence of both", "ministers and of the"]
                ),
                set_lines(["mayor of Hallen.", "", "Nothing else happened."]),
            ]
        )
    )
    assert texts(document)[0].endswith("of the mayor of Hallen.")
    assert [block.page for block in document.blocks] == [1, 2]


def test_bold_lines_may_be_headings() -> None:
    lines = [
        *set_lines(["It was signed."], 724),
        Line("What comes next", 700, bold=True),
        *set_lines(["The vote is on Monday."], 688),
    ]
    kinds = [block.kind for block in read(pdf([lines])).blocks]
    assert kinds == ["paragraph", "heading", "paragraph"]


def test_ligatures_and_soft_hyphens_are_letters_again() -> None:
    document = read(pdf([set_lines(["They agreed on the rati\xad", "fication of it."])]))
    assert document.text == "They agreed on the ratification of it."


def test_facts_come_from_the_file_unless_they_are_nonsense() -> None:
    page = set_lines(["Words."])
    info = "/Title(A report)/Author(Ann Roe)/CreationDate(D:20210304050607+02'00')"
    document = read(pdf([page], info, "/Lang(en-GB)"))
    assert (document.title, document.author) == ("A report", "Ann Roe")
    assert (document.date, document.language) == ("2021-03-04", "en-GB")
    assert read(pdf([page], "/Title(Microsoft Word - draft.doc)")).title is None


def test_commands_in_text_and_facts_are_harmless() -> None:
    document = read(pdf([[Line("A\x1b]52;c;x\x07B", 700)]], "/Title(T\x1b[2J\x9b)"))
    assert document.text == "A␛]52;c;x␇B"
    assert document.title
    assert not any(one in document.title for one in "\x1b\x9b")


def test_a_scan_has_no_text_layer() -> None:
    drawing = b"0 0 612 792 re f"
    assert reason(pdf([drawing, drawing])).startswith("no text layer: its 2 pages are pictures")
    document = read(pdf([set_lines(["Words."]), drawing]))
    assert document.notices == ("1 of 2 pages have no text layer.",)


def test_more_pages_than_may_be_are_cut_and_said() -> None:
    document = read(pdf([set_lines(["Words."])] * 30), pages=10)
    assert "Showing the first 10 of 30 pages (limit pages)." in document.notices
    document = read(pdf([set_lines(["Words and more words."] * 40)] * 30), text=2000)
    assert "of 30 pages (limit text)." in document.notices[0]


def test_what_is_encrypted_says_so_and_an_owner_password_does_not_matter() -> None:
    from pypdf import PdfReader, PdfWriter

    def locked(password: str) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([set_lines(["Words."])]))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        file = io.BytesIO()
        writer.write(file)
        return file.getvalue()

    assert reason(locked("secret")) == "encrypted: it opens with its password only"
    assert read(locked("")).text == "Words."


def test_a_bomb_is_refused() -> None:
    bomb = b"BT /F1 10 Tf (" + b"word " * 40_000_000 + b") Tj ET"
    assert "damaged PDF" in reason(pdf([bomb]))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_read_or_says_so(share: float) -> None:
    data = pdf([set_lines([f"Words of page {number}."]) for number in range(5)])
    (result,) = formats.read_all(data[: int(share * len(data))], "a.pdf")
    if isinstance(result, Failure):
        assert "PDF" in result.reason or "no text layer" in result.reason
    else:
        assert "Words" in result.text


def test_loops_end() -> None:
    data = pdf([set_lines(["Words."])])
    at = data.index(b"startxref") + 10
    own = data[at : data.index(b"\n", at)]
    looping = data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + own)
    assert read(looping).text == "Words."
    pages = data.replace(b"/Kids[7 0 R]", b"/Kids[2 0 R]")
    assert "PDF" in reason(pages)
    outlines = pdf([set_lines(["Words."])], catalog="/Outlines<</First 1 0 R/Last 1 0 R>>")
    assert read(outlines).text == "Words."


def test_scripts_and_files_in_it_are_left_alone() -> None:
    catalog = "/OpenAction<</S/JavaScript/JS(app.alert)>>/Names<</EmbeddedFiles<</Names[]>>>>"
    assert read(pdf([set_lines(["Words."])], catalog=catalog)).text == "Words."


def test_turned_pages_are_read() -> None:
    stream = content(set_lines(["Words."])).replace(b"72 700 Td", b"0 1 -1 0 72 700 Tm")
    assert read(pdf([stream])).text == "Words."


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert reason(pdf([set_lines(["Words."])])) == (
        "PDF files need an extra: pip install 'briefing-reader[pdf]'"
    )
