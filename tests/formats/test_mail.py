"""E-mail: fields and text are shown, attachments only named."""

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing import formats
from briefing.document import Document
from tests.formats import containers

HEAD = b"""From: Ann Roe <ann@example.org>
To: Jon Vik <jon@example.org>
Subject: The talks
Date: Sun, 24 Nov 2019 23:30:00 -0500
MIME-Version: 1.0
"""


def read(data: bytes, path: str = "a.eml") -> Document:
    return formats.read(data, path)


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_fields_and_text_are_shown() -> None:
    document = read(HEAD + b"\nDear Jon,\n\nwe signed.\n\n> Did you\n> sign?\n>> Soon.\n\nAnn\n")
    assert (document.title, document.author, document.date) == (
        "The talks",
        "Ann Roe",
        "2019-11-24",
    )
    assert texts(document)[0].split("\n")[:2] == [
        "From: Ann Roe <ann@example.org>",
        "To: Jon Vik <jon@example.org>",
    ]
    assert [(block.kind, block.level) for block in document.blocks][3:5] == [
        ("quote", 1),
        ("quote", 2),
    ]
    assert texts(document)[1:] == ["Dear Jon,", "we signed.", "Did you sign?", "Soon.", "Ann"]


def test_of_alternatives_the_plain_one_is_shown_and_html_where_there_is_no_other() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "ann@example.org", "The talks"
    message.set_content("Plain words.")
    message.add_alternative("<p>Rich words.</p>", subtype="html")
    assert texts(read(message.as_bytes()))[1:] == ["Plain words."]
    html = HEAD + b"Content-Type: text/html\n\n<ul><li>One</li></ul><p hidden>Not seen here.</p>"
    document = read(html)
    assert texts(document)[1:] == ["One"]
    assert document.notices == ("Hidden text was left out: 3 words.",)


def test_attachments_are_named_and_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    message = EmailMessage()
    message["From"], message["Subject"] = "ann@example.org", "The talks"
    message.set_content("See below.")
    message.add_attachment(b"x" * 3000, maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("evil", filename="../../.bashrc")
    document = read(message.as_bytes())
    assert texts(document)[1:3] == ["See below.", "Attachments"]
    assert texts(document)[3] == "a.pdf (application/pdf, 2.9 KB)"
    assert texts(document)[4].startswith("../../.bashrc (text/plain")
    assert not list(tmp_path.iterdir())


def test_a_message_in_a_message_is_a_part_of_it() -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], inner["Subject"] = "jon@example.org", "The first"
    inner.set_content("Inner words.")
    outer["From"], outer["Subject"] = "ann@example.org", "Fwd"
    outer.set_content("Outer words.")
    outer.add_attachment(inner)
    document = read(outer.as_bytes())
    assert texts(document)[1:3] == ["Outer words.", "Attached: The first"]
    assert "Inner words." in texts(document)
    assert document.blocks[-1].part == "attached"


def test_what_fields_decode_to_is_harmless() -> None:
    head = HEAD.replace(b"The talks", b"=?utf-8?q?Hi=1b]0;PWN=07=9b?=")
    document = read(head + b"\nWords.\n")
    assert document.title
    assert not any(one in document.title + document.text for one in "\x1b\x07\x9b")


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("text/plain; charset=no-such", "Zürich".encode(), "Zürich"),
        ("text/plain; charset=iso-8859-1", "Zürich".encode("latin-1"), "Zürich"),
        ("text/plain; charset=us-ascii", "Zürich".encode(), "Zürich"),
        ("text/plain; charset=utf-16", "Zürich".encode("utf-16"), "Zürich"),
        ("text/plain; charset==?x?=", b"Words.", "Words."),
    ],
    ids=["unknown", "latin-1", "wrong", "utf-16", "broken"],
)
def test_a_wrong_charset_costs_nothing(kind: str, body: bytes, expected: str) -> None:
    head = HEAD + f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\n".encode()
    assert expected in read(head + base64.b64encode(body)).text


def test_two_subjects_are_told() -> None:
    document = read(
        b"Subject: One\nSubject: Two\n" + HEAD.replace(b"Subject: The talks\n", b"") + b"\nx"
    )
    assert document.title == "One"
    assert document.notices == ("The message has several subjects; the first is shown.",)


@pytest.mark.parametrize("depth", [200, 5000])
def test_nesting_does_not_hurt(depth: int) -> None:
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth)
    )
    data = HEAD + parts + b"Content-Type: text/plain\n\nDeep.\n"
    (result,) = formats.read_all(data, "a.eml")
    text = result.text if isinstance(result, Document) else result.reason
    assert "Deep." in text or "a damaged message" in text


def test_ten_thousand_fields_do_not_hurt() -> None:
    many = b"".join(b"X-%d: y\nReceived: z\nTo: a%d@example.org\n" % (n, n) for n in range(10_000))
    document = read(many + HEAD + b"\nWords.")
    assert document.text.endswith("Words.")


@pytest.mark.parametrize("path", ["a.txt", "a", "a.html"])
def test_a_message_is_known_by_its_fields(path: str) -> None:
    assert read(HEAD + b"\nWords.", path).format == "mail"


def test_a_memo_with_fields_is_a_text() -> None:
    memo = b"From: Ann\nTo: Jon\nSubject: Talks\nDate: 24 November 2019\n\nWords."
    assert read(memo, "a.txt").format == "text"


def test_a_page_that_was_saved_as_a_message_is_a_page() -> None:
    story = (
        "<p>The council met on Monday and spoke for three hours about the price of coal.</p>" * 3
    )
    data = (
        "From: <Saved by a browser>\nMIME-Version: 1.0\nSubject: x\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        f"<html><title>Coal</title><nav>Menu</nav>{story}</html>\n"
        "--b\nContent-Type: image/png\n\nx\n--b--\n"
    ).encode()
    document = read(data, "a.mhtml")
    assert "Menu" not in document.text
    assert document.title == "Coal"


def test_each_message_of_a_mailbox_is_a_document() -> None:
    first = b"From ann Sun Nov 24 2019\n" + HEAD + b"\nOne.\n>From here on.\n\n"
    second = b"From jon Mon Nov 25 2019\nSubject: Two\nFrom: x@y\n\nTwo.\n"
    documents, reasons = containers.read(first + second, "a.mbox")
    assert not reasons
    assert list(documents) == ["a.mbox#1", "a.mbox#2"]
    assert documents["a.mbox#1"].text.endswith("One.\nFrom here on.")
    assert documents["a.mbox#2"].title == "Two"
