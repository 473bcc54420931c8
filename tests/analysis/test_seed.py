"""The document the project started from, read by hand and by the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.briefing import Agreement, Briefing, Entity
from briefing.analysis.pipeline import brief
from briefing.formats import read


@pytest.fixture(scope="module")
def seed(seeds: Path) -> Briefing:
    (path,) = seeds.glob("*.txt")
    return brief(read(path.read_bytes(), str(path)))


def agreement(briefing: Briefing, name: str) -> Agreement:
    (found,) = [row for row in briefing.agreements if name in (row.name, row.acronym, *row.aliases)]
    return found


def entity(briefing: Briefing, name: str) -> Entity:
    (found,) = [row for row in briefing.entities if name in (row.name, *row.aliases)]
    return found


def sentence_at(briefing: Briefing, start: int) -> str:
    (found,) = [each for each in briefing.sentences if each.start <= start < each.end]
    return briefing.document.slice(found.start, found.end)


def test_the_date_marker_is_metadata(seed: Briefing) -> None:
    assert seed.document.date == "2019-11-24"
    assert seed.document.title is None
    assert seed.document.text.startswith("India, according to sources")


def test_its_two_headings_are_headings(seed: Briefing) -> None:
    assert [heading.title for heading in seed.headings] == [
        "Possible visit of the US President Donald Trump",
        "More Agreements to be signed?",
    ]


def test_comcasa_is_signed_and_not_in_force(seed: Briefing) -> None:
    row = agreement(seed, "COMCASA")
    assert row.name == "Communications Compatibility and Security Agreement"
    assert row.status == "signed"
    assert set(row.parties) == {"India", "United States"}
    assert row.place == "New Delhi"
    assert [(dated.date, dated.event) for dated in row.dates] == [("2018-09", "signed")]
    assert any("functional" in condition for condition in row.conditions)


def test_the_status_of_comcasa_rests_on_the_sentence_that_says_signed(seed: Briefing) -> None:
    row = agreement(seed, "COMCASA")
    evidence = next(each for each in row.evidence if "status" in each.supports)
    said = seed.document.slice(evidence.start, evidence.end)
    assert said.startswith("As has been reported earlier")
    assert said.endswith("was signed.")


def test_caatsa_is_a_law_with_a_waiver(seed: Briefing) -> None:
    row = agreement(seed, "CAATSA")
    assert row.kind == "act"
    assert row.status in ("in_force", "enacted")
    assert row.parties == ("United States",)
    assert any("waiver" in each and "S-400" in each for each in row.conditions)


@pytest.mark.parametrize(
    "name", ["Industrial Security Annex", "Standard Operating Procedure (SOP) Framework for DTTI"]
)
def test_what_is_to_be_announced_is_expected(seed: Briefing, name: str) -> None:
    row = agreement(seed, name)
    assert row.status == "expected"
    assert set(row.parties) == {"India", "United States"}


@pytest.mark.parametrize(
    "trap",
    [
        "foundational agreement",
        "More Agreements to be signed?",
        "mutual interests",
        "Secretary of State",
        "Information Fusion Centre",
        "2+2 Indo-US Ministerial",
        "Anti-Submarine warfare",
        "personal invitation",
    ],
)
def test_what_is_no_agreement_is_not_listed(seed: Briefing, trap: str) -> None:
    assert trap not in {row.name for row in seed.agreements}


@pytest.mark.parametrize(
    ("date", "words", "planned"),
    [
        ("2018-09", "September 2018", False),
        ("2019-12-18", "December 18", True),
        ("2019-12", "next month", True),
    ],
)
def test_its_dates_are_on_the_timeline(
    seed: Briefing, date: str, words: str, planned: bool
) -> None:
    (line,) = [each for each in seed.timeline if each.date == date]
    assert line.planned is planned
    assert words in seed.document.text[line.words.start : line.words.end]


def test_the_sentence_that_stands_twice_is_told_once(seed: Briefing) -> None:
    told = [each.text for each in seed.summary]
    assert 3 <= len(told) <= 5
    assert len(set(told)) == len(told)


@pytest.mark.parametrize(
    ("name", "mentions"),
    [("India", 5), ("Russia", 3), ("Donald Trump", 2), ("Information Fusion Centre", 3)],
)
def test_every_mention_is_counted(seed: Briefing, name: str, mentions: int) -> None:
    assert len(entity(seed, name).mentions) == mentions


def test_roles_stand_beside_the_people(seed: Briefing) -> None:
    assert "external affairs minister" in (entity(seed, "S Jaishankar").role or "").lower()
    assert "Secretary of State" in (entity(seed, "Mike Pompeo").role or "")


def test_an_acronym_is_merged_with_its_reason(seed: Briefing) -> None:
    merges = entity(seed, "Information Fusion Centre").merges
    assert "IFC" in {merge.alias for merge in merges}
    assert all(merge.reason for merge in merges)


def test_a_name_leads_to_its_sentence(seed: Briefing) -> None:
    mention = entity(seed, "S Jaishankar").mentions[0]
    assert seed.document.text[mention.start : mention.end] == "S Jaishankar"
    assert sentence_at(seed, mention.start).startswith("Both defence Minister")
