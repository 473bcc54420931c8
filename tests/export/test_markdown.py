from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.analysis.briefing import SummarySentence
from briefing.export import to_markdown
from briefing.export.markdown import escape
from briefing.export.wording import one_line
from tests.export import sample

HOSTILE = [
    "# not a heading",
    "- not an item",
    "+ nor this",
    "1. nor a number",
    "12) nor this",
    "=== ---",
    "> not a quote",
    "```python",
    "~~~",
    "<script>alert(1)</script> and <b>bold</b> &lt; &#27;",
    "[link](javascript:alert(1)) ![picture](http://example.org/x.png)",
    "<https://example.org> and https://example.org and www.example.org and a@example.org",
    "[ref]: http://example.org",
    "[^1] and [^1]: note",
    "**strong** _emphasis_ `code` ~~gone~~ $x$ ||spoiler||",
    "| a | b |",
    "--- | ---",
    r"backslash \* at the end \\",
    "S.J. Rao & Sons (HAT) at 10:30, 3.5%",
]


def _parse(markdown: str) -> list[Token]:
    # HTML and the tables of GitHub's Markdown on: what the escapes must withstand.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def _shown(markdown: str) -> str:
    """What is shown of a list of one item, which must hold nothing but text."""
    tokens = _parse(markdown)
    assert [token.type for token in tokens] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    ]
    children = tokens[3].children or []
    assert {child.type for child in children} <= {"text"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    assert _shown(f"- {escape(text)}") == one_line(text)


@given(
    st.text(alphabet=st.sampled_from("aZ1.) #-+*_`~[]()<>!|\\&;:/@=^$\t\n\x1b\x9b“é"), min_size=1)
)
@settings(max_examples=300, deadline=None)
def test_any_text_stays_text(text: str) -> None:
    if one_line(text):
        assert _shown(f"- {escape(text)}") == one_line(text)


@pytest.mark.parametrize(
    "text", ["https://example.org", "www.example.org", "mailto:a@example.org", "ftp://example.org"]
)
def test_no_address_is_left_for_a_program_that_makes_links_of_them(text: str) -> None:
    assert text not in escape(text)


def test_ordinary_words_are_left_alone() -> None:
    text = "The U.S. and India (2018-09), at 3.5% - the 2+2 talks: “agreed”."
    assert escape(text) == text


def test_the_parts_are_headings_and_lists() -> None:
    tokens = _parse(to_markdown(sample.briefing()))

    headings = [
        tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings == [
        *("Harbour pact", "Summary", "Agreements", "Entities", "People", "Places", "Timeline")
    ]
    printed = to_markdown(sample.briefing())
    assert "- **Harbour Access Treaty (HAT)**\n  - Status: signed, treaty\n" in printed
    assert "- **Norland** (2 mentions)" in printed


def test_a_hostile_document_adds_no_structure() -> None:
    plain = sample.briefing()
    summary = (SummarySentence("[x](javascript:y)\n\n# <b>z</b>", 0, 5, 1),)
    entities = tuple(replace(entity, name=f"**{entity.name}** <i>") for entity in plain.entities)
    agreements = tuple(
        replace(agreement, name="1. <a href=x>`", conditions=("> - # *",))
        for agreement in plain.agreements
    )
    hostile = replace(
        sample.briefing(title="<script>\n# x", path="[a](b)\x1b]0;x\x07.md"),
        summary=summary,
        entities=entities,
        agreements=agreements,
    )

    def structure(markdown: str) -> list[str]:
        tokens = _parse(markdown)
        inside = [child.type for token in tokens for child in token.children or []]
        return [token.type for token in tokens] + [kind for kind in inside if kind != "text"]

    assert structure(to_markdown(hostile)) == structure(to_markdown(plain))
    assert "\x1b" not in to_markdown(hostile)
