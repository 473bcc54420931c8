"""Word and OpenDocument: structure, notes, tracked changes, and files made to do harm."""

from pathlib import Path

import pytest

from briefing import formats
from briefing.document import Document
from briefing.formats.limits import MEGABYTE, Limits
from tests.formats.containers import zipped
from tests.formats.packages import OASIS, W, docx, odt, p, r


def shown(document: Document) -> list[tuple[str, int, str, str]]:
    return [
        (one.kind, one.level, one.marker, document.text[one.start : one.end])
        for one in document.blocks
    ]


def read(data: bytes, **limits: int) -> Document:
    return formats.read(data, "a.docx", limits=Limits(**limits))


def reason(data: bytes, **limits: int) -> str:
    with pytest.raises(formats.FormatError) as raised:
        read(data, **limits)
    return str(raised.value)


STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Own"><w:name w:val="My own"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="Loop"><w:name w:val="loop"/><w:basedOn w:val="Loop"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def item(text: str, level: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def test_a_word_document_keeps_its_structure() -> None:
    body = (
        p(r("The accord"), style="T")
        + p(r("Terms"), style="Own")
        + p(r("One "), r("bold", "<w:b/>"), r(" word.", '<w:b w:val="0"/>'), style="Loop")
        + item("first")
        + item("inner", 1)
        + item("second")
        + item("loose", number=9)
    )
    document = read(docx(body, word__styles=STYLES, word__numbering=NUMBERING))
    assert (document.title, document.format) == ("The accord", "docx")
    assert shown(document) == [
        ("heading", 1, "", "The accord"),
        ("heading", 2, "", "Terms"),
        ("paragraph", 0, "", "One bold word."),
        ("item", 1, "1.", "first"),
        ("item", 2, "a.", "inner"),
        ("item", 1, "2.", "second"),
        ("item", 1, "•", "loose"),
    ]
    assert document.blocks[2].part == "paragraph 3"
    assert [document.text[m.start : m.end] for m in document.inlines if m.kind == "strong"] == [
        "bold"
    ]


def test_insertions_are_kept_and_deletions_are_told() -> None:
    body = p(
        r("They "),
        f"<w:del>{r('did not sign ', tag='delText')}</w:del>",
        f"<w:ins>{r('signed ')}</w:ins>",
        f"<w:moveFrom>{r('yesterday ')}</w:moveFrom>",
        r("it."),
    )
    document = read(docx(body))
    assert document.text == "They signed it."
    assert document.notices == (
        "Tracked changes: what was inserted is shown, 4 words that were deleted are left out.",
    )


def test_hidden_text_and_comments_are_told() -> None:
    body = p(
        r("Seen. "), r("Not seen.", "<w:vanish/>"), "<w:r><w:commentReference w:id='1'/></w:r>"
    )
    document = read(docx(body))
    assert document.text == "Seen."
    assert document.notices == (
        "Hidden text was left out: 2 words.",
        "Comments in the margin are not shown (1).",
    )


def test_footnotes_stand_at_the_end() -> None:
    notes = f"""<w:footnotes xmlns:w="{W}"><w:footnote w:id="0">{p(r("separator"))}</w:footnote>
    <w:footnote w:id="2">{p(r("In 1974."))}</w:footnote></w:footnotes>"""
    body = p(r("A convention"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" was signed."))
    document = read(docx(body, word__footnotes=notes))
    assert shown(document) == [
        ("paragraph", 0, "", "A convention[1] was signed."),
        ("item", 1, "[1]", "In 1974."),
    ]
    assert document.blocks[1].part == "footnote 1"


def test_tables_hold_their_cells_and_frames_do_not() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row('x', 'y')}</w:tbl>"
    nested = f"<w:tr><w:tc>{inner}{p()}</w:tc><w:tc>{p(r('z'))}</w:tc></w:tr>"
    table = f"<w:tbl>{row('Land', 'Boats')}{row('Sund', '97')}{nested}</w:tbl>"
    document = read(docx(table + f"<w:tbl>{row('A frame.')}</w:tbl>"))
    assert shown(document) == [
        ("table", 0, "", "Land\tBoats\nSund\t97\nx y\tz"),
        ("paragraph", 0, "", "A frame."),
    ]


def test_pages_are_counted_where_the_file_knows_them() -> None:
    body = p(r("One.")) + p("<w:r><w:br w:type='page'/></w:r>", r("Two.")) + p(r("Also two."))
    assert [block.page for block in read(docx(body)).blocks] == [0, 2, 2]


def test_text_boxes_are_read_once() -> None:
    text = p(r("In a box."))
    choices = f"<mc:Choice>{text}</mc:Choice><mc:Fallback>{text}</mc:Fallback>"
    box = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    document = read(docx(p(r("Around. "), f"<w:r>{box}</w:r>", r("After."))))
    assert sorted(text for *_, text in shown(document)) == ["Around. After.", "In a box."]


def test_facts_come_from_the_properties() -> None:
    core = """<cp:p xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A &#x202e;title</dc:title>
    <dc:creator>Ann Roe</dc:creator><dcterms:created>2021-03-04T05:06:07Z</dcterms:created>
    <dc:language>en-GB</dc:language></cp:p>"""
    document = read(docx(p(r("Words.")), docProps__core=core))
    assert (document.title, document.author) == ("A \ufffdtitle", "Ann Roe")
    assert (document.date, document.language) == ("2021-03-04", "en-GB")


# OpenDocument


def test_an_open_document_keeps_its_structure() -> None:
    styles = """<style:style style:name="B">
    <style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="P9" style:parent-style-name="Title"/>
    <style:style style:name="Q" style:parent-style-name="Quotations"/>
    <text:list-style style:name="L">
    <text:list-level-style-number text:level="1" style:num-format="1"/>
    <text:list-level-style-bullet text:level="2"/></text:list-style>"""
    body = """<text:p text:style-name="P9">The accord</text:p>
    <text:h text:outline-level="2">Terms</text:h>
    <text:p>One <text:span text:style-name="B">bold</text:span><text:s text:c="1"/>word<text:note>
    <text:note-citation>1</text:note-citation><text:note-body>
    <text:p>In 1974.</text:p></text:note-body>
    </text:note>.</text:p>
    <text:list text:style-name="L"><text:list-item><text:p>first</text:p><text:list><text:list-item>
    <text:p>inner</text:p></text:list-item></text:list></text:list-item>
    <text:list-item><text:p>second</text:p></text:list-item></text:list>
    <text:p text:style-name="Q">A quote.</text:p>
    <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="2"><text:p>b</text:p></table:table-cell>
    </table:table-row></table:table>"""
    document = formats.read(odt(body, styles), "a.odt")
    assert (document.title, document.format) == ("The accord", "odt")
    assert shown(document) == [
        ("heading", 1, "", "The accord"),
        ("heading", 2, "", "Terms"),
        ("paragraph", 0, "", "One bold word[1]."),
        ("item", 1, "1.", "first"),
        ("item", 2, "•", "inner"),
        ("item", 1, "2.", "second"),
        ("quote", 1, "", "A quote."),
        ("table", 0, "", "a\tb\tb"),
        ("item", 1, "[1]", "In 1974."),
    ]


def test_deletions_and_comments_of_an_open_document_are_told() -> None:
    body = """<text:tracked-changes><text:changed-region><text:deletion><text:p>did not</text:p>
    </text:deletion></text:changed-region></text:tracked-changes><text:p>They signed
    <office:annotation><text:p>Sure?</text:p></office:annotation> it.</text:p>"""
    document = formats.read(odt(body), "a.odt")
    assert document.text == "They signed it."
    assert document.notices == (
        "Tracked changes: what was inserted is shown, 2 words that were deleted are left out.",
        "Comments in the margin are not shown (1).",
    )


def test_an_encrypted_open_document_says_so() -> None:
    manifest = f'<m:manifest xmlns:m="{OASIS}:manifest:1.0"><m:encryption-data/></m:manifest>'
    with pytest.raises(formats.FormatError, match=r"^encrypted$"):
        formats.read(odt("", **{"META-INF__manifest": manifest}), "a.odt")


# Files made to do harm

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "{}">]>'
WORD = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    "document",
    [
        LAUGHS + WORD.format("&i;"),
        f'<!DOCTYPE x [<!ENTITY q "{"x" * 100_000}">]>' + WORD.format("&q;" * 1000),
        EXTERNAL.format("file:///etc/passwd") + WORD.format("&e;"),
        EXTERNAL.format("http://example.org/x") + WORD.format("&e;"),
    ],
    ids=["laughs", "quadratic", "file", "network"],
)
def test_entities_are_not_expanded(document: str) -> None:
    assert "declares entities" in reason(zipped({"word/document.xml": document.encode()}))


def test_what_lies_outside_is_not_fetched() -> None:
    document = '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">' + WORD.format("Words.")
    assert read(zipped({"word/document.xml": document.encode()})).text == "Words."
    include = WORD.format(
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
    )
    assert read(zipped({"word/document.xml": include.encode()})).text == ""
    relations = (
        '<Relationships><Relationship Id="r1" TargetMode="External" Type="x/attachedTemplate"'
        ' Target="http://example.org/t.dotm"/></Relationships>'
    )
    assert (
        read(docx(p(r("Words.")), **{"word___rels__document.xml.rels": relations})).text == "Words."
    )


def test_a_bomb_is_refused() -> None:
    assert "200 times its size (limit ratio)" in reason(docx(p(r("word " * 10_000_000))))
    assert "2 MB (limit unpacked)" in reason(
        docx("".join(p(r(f"{n} {n * n} {n**3}")) for n in range(60_000))), unpacked=2 * MEGABYTE
    )


@pytest.mark.parametrize("depth", [1000, 100_000])
def test_nesting_does_not_hurt(depth: int) -> None:
    table = "<w:tbl><w:tr><w:tc>" * depth + p(r("Deep.")) + "</w:tc></w:tr></w:tbl>" * depth
    assert "Deep." in read(docx(table), ratio=10_000).text
    paragraphs = "<w:p>" * depth + r("Deep.") + "</w:p>" * depth
    assert "Deep." in read(docx(paragraphs), ratio=10_000).text


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_says_so(share: float) -> None:
    for data in (docx(p(r("Words."))), odt("<text:p>Words.</text:p>")):
        assert "damaged" in reason(data[: int(share * len(data))])


def test_what_is_not_well_formed_says_so() -> None:
    assert "damaged XML" in reason(zipped({"word/document.xml": b"<w:document>"}))
    assert "damaged XML" in reason(zipped({"word/document.xml": b"\xff\xfe\x00words"}))


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"xl/workbook.xml": b""}, "an Excel workbook, which is not read"),
        ({"ppt/presentation.xml": b""}, "a presentation, which is not read"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "that is no text"),
    ],
)
def test_what_is_no_text_is_named(entries: dict[str, bytes], said: str) -> None:
    assert said in reason(zipped(entries))


def test_word_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert formats.read(docx(p(r("Words."))), "a.txt").format == "docx"
    assert formats.read(odt("<text:p>Words.</text:p>"), "a.zip").format == "odt"
    with pytest.raises(formats.FormatError, match="an old Office document"):
        formats.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc")
    assert formats.read(b"Plain words.", "a.doc").text == "Plain words."
