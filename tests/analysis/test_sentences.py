"""Sentence boundaries: examples by class of difficulty, and what holds on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.sentences import sentences, split
from briefing.document import Block, Document, Span

# Each text parts at every "|".
EXAMPLES = [
    "The ministers met.| They signed nothing.| Why not?| Nobody said!",
    "Gen. Smith met Prof. J. R. Lee and Mrs. Okoye in St. Louis.| They spoke.",
    "The U.S. Congress sat.| He moved to the U.S.| They stayed in the U.K. for a year.",
    "See No. 5 and Art. 3(b), para. 7, pp. 12-14, of the text.| No.| Nothing more.",
    "It buys e.g. radars, i.e. sensors, etc. from Acme Inc. and Bolt Co. of Ohio.| It pays.",
    "The rate rose by 3.5 per cent to $1.20.| Prices fell.",
    "He came on Dec. 18 and left on Jan. 3.| The rest stayed until 2019.| Then they left.",
    "They bought S-400 systems after the 2+2 talks.| F-16 jets followed.",
    "“We agreed.| They did not.”| The minister left.| “Did he?” she asked.",
    '"This is a start." she said.| "More will follow."| He nodded.',
    "(Applause.)| Thank you.| The plan (drafted in May) stands.",
    "He waited... and left.| Then it ended....| Nobody came…| All was quiet.",
    "The law is old. [6] [7]| The court is new.¹| It sits in June.",
    "1. The first point.| 2. The second point.| 3. The third point.",
    "Write to a.person@example.org.| See https://example.org/a.b.html for more.",
    "The talks failed.|Nobody signed.",
    "条約は署名された。|次は批准だ。",
    "أين الاتفاق؟| لا أحد يعلم.",
    "One line of a wrapped paragraph goes on\nin the next line.| And ends.",
    "A heading\n\n|A paragraph without a stop\n\n|Another",
    "Members are:\n|- the first\n|- the second",
    "He served under Lt. Col. Ann M. Berg (ret.) in Springfield, Ill. and retired.",
    "The U.S.-led force left at 5 a.m. on Monday.| Others left at 6 p.m.| They returned.",
    "iPhones sold well.| iPads did not.",
    "The shop is on Main St.| The church of St. Michael is near Ft. Myers.",
    "The firm Bolt Mfg. (Bolt Limited) bought it.| (Nobody else did.)| It paid.",
    "The maker Varga Zs. (Varga Ltd) sold it; so did X! (the old one) and Y.",
    "He was ill.| Smith went on.| They met in Joliet, Ill. on Monday.",
    "Under 50 U.S.C. 1622 and H.R. 7377 it ends.| Nobody minds.",
    "Mr. Roe of D.C.’s council spoke.| “No,” he said.",
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split(text)] == [
        part.strip() for part in marked.split("|")
    ]


PIECES = ["Mr.", "U.S.", "1.", "2.", "a)", "b)", "The", "end.", "\n", "\n\n", "[6]", "•", "…"]
TEXTS = st.text(st.sampled_from("aAbB15 .!?…\n\t\"'()[]“”’-•*ف؟。")) | st.lists(
    st.sampled_from(PIECES)
).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(TEXTS | st.text())
def test_spans_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = split(text)
    position = 0
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()


def test_sentences_do_not_cross_blocks_and_rows_stand_alone() -> None:
    text = "A title. Of two parts\n\nOne. Two.\n\na\tb\nc\td\n\nx = 1. Y\nz"
    blocks = (
        Block("heading", 0, 21, 1),
        Block("paragraph", 23, 32),
        Block("table", 34, 41, rows=((Span(34, 35), Span(36, 37)), (Span(38, 39), Span(40, 41)))),
        Block("code", 43, len(text)),
    )
    document = Document("a.md", text, "markdown", blocks)
    assert [(text[s.start : s.end], s.block) for s in sentences(document)] == [
        ("A title. Of two parts", 0),
        ("One.", 1),
        ("Two.", 1),
        ("a\tb", 2),
        ("c\td", 2),
        ("x = 1. Y", 3),
        ("z", 3),
    ]


def test_what_goes_on_without_an_end_is_parted_between_words() -> None:
    text = "word " * 10_000 + "x" * 100_000
    document = Document("a.txt", text, "text", (Block("paragraph", 0, len(text)),))
    parts = sentences(document)
    assert " ".join(text[one.start : one.end] for one in parts) == text
    assert [one.end - one.start for one in parts] == [10_004, 10_004, 10_004, 10_004, 109_980]
