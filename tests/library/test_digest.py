import json
from dataclasses import replace

from briefing import formats
from briefing.analysis.briefing import Entity, Mention, Report
from briefing.analysis.pipeline import brief
from briefing.document import Document, Span
from briefing.library.digest import decode, digest, encode, pack, unpack
from tests.export import sample


def test_a_digest_has_a_place_for_each_thing() -> None:
    found = digest(sample.briefing())
    treaty = found.agreements[0]
    minister, norland, _ = found.entities

    assert (found.name, found.title, found.date) == ("Harbour pact", "Harbour pact", "2021-06-02")
    assert (minister.role, minister.start) == (
        "Foreign minister, Norland",
        sample.span("Ines").start,
    )
    assert (norland.mentions, norland.sentence) == (2, Span(treaty.evidence[0].start, 98))
    assert (treaty.status, treaty.acronym, treaty.mentions) == ("signed", "HAT", 1)
    assert [milestone.date for milestone in found.timeline] == ["2021-05", "2021-07"]


def test_what_is_told_of_a_status_is_kept_in_words() -> None:
    briefing = sample.briefing()
    signed = briefing.sentences[0]
    agreement = replace(
        briefing.agreements[0],
        history=(Report("signed", signed.start, signed.end, "2021-05"),),
    )
    (told,) = digest(replace(briefing, agreements=(agreement,))).agreements[0].history

    assert told[:4] == ("signed", "2021-05", signed.start, signed.end)
    assert told.text.startswith("Norland and Sudland signed")


def test_its_line_is_the_sentence_that_matters_most() -> None:
    line = digest(sample.briefing()).line

    assert line is not None
    assert line.text.startswith("Norland and Sudland signed")


def test_what_stands_nowhere_is_left_out() -> None:
    briefing = replace(sample.briefing(), entities=(Entity("Nobody", "person", ()),))

    assert digest(briefing).entities == ()


def test_a_mention_outside_of_all_sentences_is_its_own() -> None:
    briefing = replace(sample.briefing(), entities=(Entity("Harbour", "place", (Mention(0, 7),)),))

    assert digest(briefing).entities[0].sentence == Span(0, 0)


def test_a_digest_survives_json_and_packing() -> None:
    text = (
        "Norland and Sudland signed the Harbour Access Treaty (HAT) on 3 May 2021.\n\n"
        "Foreign Minister Anna Keller of Germany met the United Nations in June. Keller told the "
        "UN that the HAT will enter into force in 2023."
    )
    for briefing in (sample.briefing(), sample.briefing(title=None), brief(_document(text))):
        found = digest(briefing)

        assert decode(json.loads(json.dumps(encode(found)))) == found
        assert unpack(pack(found)) == found
    assert any(entity.merges for entity in found.entities)
    assert any(agreement.history for agreement in found.agreements)


def test_equal_strings_are_kept_once() -> None:
    one, other = (unpack(pack(digest(sample.briefing()))) for _ in range(2))

    assert one.entities[0].name is other.entities[0].name


def _document(text: str) -> Document:
    return formats.read(text.encode(), "notes/note.txt", len(text))
