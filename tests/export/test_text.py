from dataclasses import replace

from briefing.analysis.briefing import PartyStatus
from briefing.export import to_text
from tests.export import sample


def test_the_parts_stand_in_order_and_name_the_facts() -> None:
    printed = to_text(sample.briefing())

    parts = [
        "Harbour pact\n=====",
        "2021-06-02 · 28 words · pacts/harbour.txt",
        "Summary\n-------\n 1. Norland and Sudland signed",
        "Agreements\n",
        "Harbour Access Treaty (HAT)\n",
        "Status:       signed, treaty",
        "Parties:      Norland, Sudland",
        "2021-05:      signed",
        "Condition:    approval by parliament",
        "People\n",
        "Ines Calder, Foreign minister, Norland (1 mention)",
        "Places\n",
        "Norland (2 mentions)",
        "Timeline\n",
        "(planned)",
    ]
    places = [printed.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_lines_are_not_wider_than_asked() -> None:
    for width in (30, 60, 80, 120):
        assert max(map(len, to_text(sample.briefing(), width).splitlines())) <= width


def test_a_part_without_anything_is_left_out() -> None:
    printed = to_text(replace(sample.briefing(), agreements=(), timeline=()))

    assert "Agreements" not in printed
    assert "Timeline" not in printed


def test_a_document_without_a_title_is_called_by_its_file() -> None:
    printed = to_text(sample.briefing(title=None))

    assert printed.startswith("pacts/harbour.txt\n")
    assert printed.count("pacts/harbour.txt") == 1


def test_notices_are_told() -> None:
    assert "Note: Cut after 1 MB." in to_text(sample.briefing(notices=("Cut after 1 MB.",)))


def test_a_language_that_is_not_english_is_named() -> None:
    printed = to_text(replace(sample.briefing(), language="es"))

    assert "in Spanish: names and agreements are sought in English only" in " ".join(
        printed.split()
    )
    assert "English" not in to_text(sample.briefing())


def test_what_each_party_did_is_noted_behind_the_parties() -> None:
    briefing = sample.briefing()
    did = (
        PartyStatus("Norland", "terminated", planned=False, start=0, end=12),
        PartyStatus("Sudland", "suspended", planned=True, start=0, end=12),
    )
    treaty = replace(briefing.agreements[0], party_statuses=did)
    printed = to_text(replace(briefing, agreements=(treaty,)))
    assert "By party:     Norland: terminated; Sudland: suspended (planned)" in printed
