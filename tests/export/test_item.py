from dataclasses import replace

from briefing.export import item
from tests.export import sample

BRIEFING = sample.briefing()


def test_an_entity_has_its_role_and_its_other_names() -> None:
    ines = replace(BRIEFING.entities[0], aliases=("Ms Calder", "I_C_"))
    assert item.entity(BRIEFING.document, ines) == (
        "**Ines Calder**, Foreign minister, Norland\n\n"
        "- Kind: person\n"
        "- Also: Ms Calder, I\\_C\\_\n"
        "- Source: Harbour pact, 2021-06-02, harbour\\.txt (1 mention)"
    )


def test_an_agreement_has_the_sentence_its_status_rests_on() -> None:
    assert item.agreement(BRIEFING.document, BRIEFING.agreements[0]) == (
        "**Harbour Access Treaty (HAT)**\n\n"
        "- Status: signed, treaty\n"
        "- Parties: Norland, Sudland\n"
        "- 2021-05: signed\n"
        "- Place: Port Vale\n"
        "- Condition: approval by parliament\n"
        "\n"
        "> “Norland and Sudland signed the Harbour Access Treaty (HAT) in Port Vale in May 2021.” "
        "Harbour pact, 2021-06-02, harbour\\.txt"
    )


def test_what_has_no_evidence_or_mention_is_written_too() -> None:
    bare = replace(BRIEFING.agreements[0], evidence=())
    assert ">" not in item.agreement(BRIEFING.document, bare)
    nobody = replace(BRIEFING.entities[0], mentions=(), role=None)
    assert item.entity(BRIEFING.document, nobody).startswith("**Ines Calder**\n\n- Kind: person\n")
