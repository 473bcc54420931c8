"""Cards: what is known of a name or an agreement, line by line, and what the keys do with it."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.geometry import Offset

from briefing.analysis.briefing import Briefing, Entity, Merge, PartyStatus
from briefing.app.app import BriefingApp
from briefing.app.cards import Card, Section, card
from briefing.app.rows import RowList
from briefing.app.screens.card import CardScreen
from briefing.app.screens.reading import ReadingScreen
from briefing.app.sources import Source
from briefing.document import Block, Document, Span
from briefing.library import read
from tests.app import by_hand
from tests.app.conftest import settled

WIDE, NARROW = (120, 40), (80, 24)


@pytest.fixture
def seed(seeds: Path) -> Briefing:
    document = read(next(seeds.iterdir()))
    assert isinstance(document, Document)
    return by_hand.brief(document)


def section(made: Card, title: str) -> Section:
    return next(one for one in made.sections if one.title == title)


def entity(briefing: Briefing, name: str) -> Entity:
    return next(one for one in briefing.entities if one.name == name)


def marked(briefing: Briefing, source: Source | None) -> str:
    assert source is not None
    return briefing.document.slice(*source.span)


def test_an_entity_s_card_has_all_that_is_known_of_it(seed: Briefing) -> None:
    trump = replace(
        entity(seed, "Donald Trump"),
        merges=(Merge("President Trump", "surname of the only Trump named"),),
    )
    made = card(seed, trump)
    assert (made.name, made.kind) == ("Donald Trump", "Person")
    assert [one.title for one in made.sections] == ["Role", "Also called", "2 mentions"]
    (role,) = section(made, "Role").lines
    assert role.text == "President, United States"
    assert marked(seed, role.source) == "Donald Trump"
    (alias,) = section(made, "Also called").lines
    assert alias.text == "President Trump, surname of the only Trump named"
    assert marked(seed, alias.source) == "President Trump"


def test_a_name_stands_out_in_each_sentence_that_has_it(seed: Briefing) -> None:
    russia = entity(seed, "Russia")
    lines = section(card(seed, russia), f"{len(russia.mentions)} mentions").lines
    for line in lines:
        assert {part.text for part in line.parts if part.strong} == {"Russia"}
        assert line.source
        assert line.source.sentence
        assert line.text == seed.document.slice(*line.source.sentence)
        assert marked(seed, line.source) == "Russia"


def test_an_entity_is_told_of_agreements_and_dates_of_its_sentences(seed: Briefing) -> None:
    made = card(seed, entity(seed, "New Delhi"))
    (agreement,) = section(made, "Agreements").lines
    assert agreement.label == "signed"
    assert agreement.text.endswith("(COMCASA)")
    assert marked(seed, agreement.source) == "New Delhi"
    (date,) = section(made, "Dates").lines
    assert date.label == "2018-09"
    assert [part.text for part in date.parts if part.strong] == ["September 2018"]
    assert marked(seed, date.source) == "September 2018"


def test_a_party_is_told_of_its_agreements_wherever_it_is_named(seed: Briefing) -> None:
    lines = section(card(seed, entity(seed, "United States")), "Agreements").lines
    assert len(lines) == 3


def test_an_agreement_s_card_has_its_terms_and_their_evidence(seed: Briefing) -> None:
    made = card(seed, seed.agreements[0])
    assert made.name == "Communications Compatibility and Security Agreement (COMCASA)"
    assert made.kind == "Agreement"
    status, sentence = section(made, "Status").lines
    assert status.text == "signed"
    assert sentence.source
    assert sentence.source.sentence
    assert sentence.text == seed.document.slice(*sentence.source.sentence)
    assert section(made, "Parties").lines[0].text == "India – United States"
    (date,) = section(made, "Dates").lines
    assert (date.label, date.text) == ("2018-09", "signed")
    (evidence,) = section(made, "Evidence").lines
    assert evidence.label == "status"
    (other,) = section(made, "Other mentions").lines
    assert other.text != evidence.text
    waiver = card(seed, seed.agreements[1])
    assert section(waiver, "Conditions").lines[0].text == "waiver for the S-400"


def test_an_agreement_s_card_says_what_each_party_did(seed: Briefing) -> None:
    sentence = seed.sentences[3]
    left = PartyStatus("United States", "suspended", True, sentence.start, sentence.end)
    made = card(seed, replace(seed.agreements[0], party_statuses=(left,)))
    (line,) = section(made, "By party").lines
    assert line.text == "United States: suspended (planned)"
    assert line.source
    assert line.source.sentence == Span(sentence.start, sentence.end)


def test_of_a_very_long_sentence_the_part_with_the_name_is_shown() -> None:
    text = "word " * 500 + "Russia" + " word" * 500
    document = Document("a.txt", text, "text", (Block("paragraph", 0, len(text)),))
    made = by_hand.brief(document)
    (line,) = section(card(made, entity(made, "Russia")), "1 mention").lines
    assert len(line.text) < 700
    assert line.text.startswith("… ")
    assert line.text.endswith(" …")
    assert [part.text for part in line.parts if part.strong] == ["Russia"]


def test_of_very_many_sentences_each_shows_the_name_on_one_line() -> None:
    sentence = f"Nothing was said of it {'in the course of that long day ' * 4}till Russia came. "
    text = (sentence * 300).strip()
    document = Document("a.txt", text, "text", (Block("paragraph", 0, len(text)),))
    made = by_hand.brief(document)
    lines = section(card(made, entity(made, "Russia")), "300 mentions").lines
    assert len(lines) == 300
    assert all("Russia" in line.text[:40] for line in lines)


def test_a_name_without_mentions_has_an_empty_card(seed: Briefing) -> None:
    assert card(seed, Entity("Nobody", "person", ())).sections == ()


def rows(app: BriefingApp) -> str:
    return "\n".join(row.content.plain for row in app.screen.query_one(RowList).rows)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_c_opens_the_card_of_the_row_and_escape_leaves_all_as_it_was(
    seed_app: BriefingApp, size: tuple[int, int]
) -> None:
    async with seed_app.run_test(size=size) as pilot:
        app = await settled(pilot)
        await pilot.press("4", "j")
        text, desk = app.reading.desk.text, app.reading.desk
        before = text.position, text.target, desk.here
        await pilot.press("c")
        assert isinstance(app.screen, CardScreen)
        assert app.screen.card.name == "S Jaishankar"
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)
        assert (text.position, text.target, desk.here) == before


@pytest.mark.parametrize("key", ["c", "q", "escape"])
async def test_a_card_closes_and_the_program_goes_on(seed_app: BriefingApp, key: str) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        await pilot.press("5", "c", key)
        assert isinstance(app.screen, ReadingScreen)
        assert app.is_running


async def test_enter_on_a_line_of_a_card_goes_to_its_source_and_back_leads_back(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=NARROW) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        start = text.position
        await pilot.press("5", "c", "G", "enter")
        assert isinstance(app.screen, ReadingScreen)
        assert app.reading.desk.here == "text"
        assert text.target
        assert text.document.text[slice(*text.target)] == "COMCASA"
        assert "1 of 3" in app.reading.title_line.render().plain
        await pilot.press("H")
        assert text.position == start


async def test_in_the_text_the_card_is_that_of_the_name_that_is_marked(
    seed_app: BriefingApp,
) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        await pilot.press("c")
        assert isinstance(app.screen, ReadingScreen)
        assert [one.message for one in app._notifications] == [
            "Choose a name or an agreement first."
        ]
        await pilot.press("4", *"jjjj", "enter", "n", "c")
        assert isinstance(app.screen, CardScreen)
        assert "Donald Trump" in rows(app)


async def test_a_click_on_a_name_marks_it_and_opens_its_card(seed_app: BriefingApp) -> None:
    async with seed_app.run_test(size=WIDE) as pilot:
        app = await settled(pilot)
        text = app.reading.desk.text
        left, top = text.content_region.x, text.content_region.y
        point = next(
            Offset(x, 0)
            for x in range(text.content_region.width)
            if text.offset_at(Offset(x, 0)) == 2
        )
        await pilot.click(offset=(left + point.x, top))
        assert isinstance(app.screen, CardScreen)
        assert app.screen.card.name == "India"
        assert text.target == Span(0, 5)
        await pilot.click(offset=(0, 0))
        assert isinstance(app.screen, ReadingScreen)
        assert text.target == Span(0, 5)


async def test_brackets_in_a_document_stay_brackets_on_a_card(
    by_hand_only: None, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Russia [/x] sold [bold]it[/bold] \x1b]0;x\x07 on.\n", encoding="utf-8")
    app = BriefingApp([path])
    async with app.run_test(size=NARROW) as pilot:
        await settled(pilot)
        await pilot.press("4", "c")
        assert "Russia [/x] sold [bold]it[/bold] ␛]0;x␇ on." in rows(app)
