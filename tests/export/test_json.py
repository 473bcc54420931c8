import json
from dataclasses import replace

from briefing.analysis.briefing import PartyStatus
from briefing.analysis.pipeline import brief
from briefing.document import Block, Document
from briefing.export import to_json
from tests.export import sample

KEYS = {
    "": {"schema", "document", "headings", "summary", "entities", "agreements", "timeline"},
    "document": {
        *{"path", "title", "date", "author", "language", "format", "words", "text"},
        *{"encoding", "notices"},
    },
    "headings": {"title", "level", "start", "end"},
    "summary": {"text", "start", "end", "rank"},
    "entities": {"name", "kind", "role", "aliases", "merges", "mentions"},
    "agreements": {
        *{"name", "acronym", "aliases", "kind", "status", "parties", "place", "dates"},
        *{"conditions", "attribution", "mentions", "evidence", "history"},
        "party_statuses",
    },
    "timeline": {"date", "text", "planned", "start", "end", "words", "resolution", "until"},
}


def test_a_document_is_one_line_with_the_keys_of_the_contract() -> None:
    printed = to_json(sample.briefing())

    assert len(printed.splitlines()) == 1
    value = json.loads(printed)
    assert value["schema"] == 1
    assert set(value) == KEYS[""]
    assert set(value["document"]) == KEYS["document"]
    for part in ("headings", "summary", "entities", "agreements", "timeline"):
        assert value[part], part
        for item in value[part]:
            assert set(item) == KEYS[part], part


def test_what_single_parties_did_comes_with_its_sentence() -> None:
    briefing = sample.briefing()
    signed = sample.span("Norland and Sudland signed")
    left = PartyStatus("Sudland", "suspended", True, *signed)
    treaty = replace(briefing.agreements[0], party_statuses=(left,))
    value = json.loads(to_json(replace(briefing, agreements=(treaty,))))
    assert value["agreements"][0]["party_statuses"] == [
        {
            "party": "Sudland",
            "status": "suspended",
            "planned": True,
            "start": signed.start,
            "end": signed.end,
        }
    ]


def test_facts_and_spans_come_out_as_they_are() -> None:
    value = json.loads(to_json(sample.briefing()))
    text = value["document"]["text"]

    treaty = value["agreements"][0]
    assert treaty["dates"] == [{"date": "2021-05", "event": "signed"}]
    assert treaty["evidence"][0]["supports"] == ["name", "status", "date", "place"]
    vote = value["timeline"][1]
    assert vote["planned"] is True
    assert vote["resolution"] == "next month from 2021-06-02"
    assert text[vote["words"]["start"] : vote["words"]["end"]] == "next month"
    for entity in value["entities"]:
        for mention in entity["mentions"]:
            assert text[mention["start"] : mention["end"]] == entity["name"]


def test_what_is_unknown_is_null_or_empty_but_there() -> None:
    document = Document("a.txt", "Nothing.", "text", (Block("paragraph", 0, 8),))
    value = json.loads(to_json(brief(document)))

    assert set(value) == KEYS[""]
    assert value["document"]["title"] is None
    assert value["document"]["date"] is None
    assert value["agreements"] == []


def test_letters_of_every_script_stay_and_line_ends_of_every_kind_are_escaped() -> None:
    printed = to_json(sample.briefing(title="Côte d’Ivoire – اتفاق\u2028next\u2029end"))

    assert "Côte d’Ivoire – اتفاق" in printed
    assert len(printed.splitlines()) == 1
    assert json.loads(printed)["document"]["title"].endswith("next\u2029end")


def test_a_lone_surrogate_can_be_encoded() -> None:
    assert "a\ufffdb" in to_json(sample.briefing(path="a\udcffb")).encode().decode()
