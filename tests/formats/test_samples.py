"""The same text in each format gives the same briefing, but for how it was laid out."""

from pathlib import Path

import pytest

from briefing import formats
from briefing.analysis.briefing import Briefing
from briefing.analysis.pipeline import brief

SAMPLES = Path(__file__).with_name("samples")
FILES = sorted(
    path.name for path in SAMPLES.iterdir() if path.suffix not in (".md", ".txt", ".rtf")
)

PLAIN_HEADINGS = [
    "Norland and Sund sign the Strait Accord",
    "What the accord says",
    "What comes next",
]


def briefing(name: str) -> Briefing:
    return brief(formats.read((SAMPLES / name).read_bytes(), name))


def content(found: Briefing) -> dict[str, object]:
    """What a briefing says, without the places in which it was said."""
    text = found.document.text
    return {
        "date": found.document.date,
        "headings": [one.title for one in found.headings],
        "summary": [" ".join(one.text.split()) for one in found.summary],
        "entities": sorted((one.name, one.kind, one.role, one.aliases) for one in found.entities),
        "agreements": [
            (one.name, one.kind, one.status, one.parties, one.dates) for one in found.agreements
        ],
        "timeline": [(one.date, text[one.words.start : one.words.end]) for one in found.timeline],
    }


@pytest.mark.parametrize("name", FILES)
def test_a_format_gives_the_briefing_of_the_plain_text(name: str) -> None:
    plain, found = content(briefing("plain.txt")), briefing(name)
    if name.endswith(".epub"):
        plain["headings"] = ["The Strait Accord", *PLAIN_HEADINGS]  # its title page
    for part, value in content(found).items():
        assert value == plain[part], part


@pytest.mark.parametrize("name", ["office.rtf", "pandoc.rtf"])
def test_of_rtf_the_footnotes_are_missing_and_that_is_said(name: str) -> None:
    found = briefing(name)
    assert [one.title for one in found.headings] == PLAIN_HEADINGS
    assert "Footnotes are not read (1)." in found.document.notices
    ours, plain = content(found), content(briefing("plain.txt"))
    for part in ("date", "summary"):
        assert ours[part] == plain[part]
