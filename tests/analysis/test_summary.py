"""The summary: what is put first, what never is, and what holds for any document."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.briefing import Agreement, Entity, Mention, SummarySentence
from briefing.analysis.dates.dates import find
from briefing.analysis.sentences import sentences
from briefing.analysis.summary import summarise
from briefing.document import Block, Document, Span
from tests.analysis.documents import paragraphs

SEED = Path(__file__).parents[2] / "seeds" / "000_a5ba780fe487a775.txt"

NEWS = """# Two states sign a fishing treaty

By Ann Reporter

The foreign ministers of Norland and Sudland signed a treaty on fishing in the northern sea \
on Monday. It ends a quarrel about quotas that had lasted for eleven years.

Under the treaty both states will share the quotas for cod, and Norland will close two harbours. \
Fishermen protested outside the hall in the afternoon.

“We are glad. We are very, very glad. It is a great day for all of us,” one of them said.

Is it enough? The parliaments of both states must ratify the treaty before it takes force in May.

Image: The harbour of Norport.

The foreign ministers of Norland and Sudland signed a treaty on fishing in the northern sea \
on Monday.

(Applause.)

Thank you all for coming."""


def summary(text: str) -> tuple[SummarySentence, ...]:
    document = paragraphs(text)
    return summarise(document, sentences(document))


def test_it_tells_what_happened_first() -> None:
    chosen = summary(NEWS)
    best = min(chosen, key=lambda sentence: sentence.rank)
    assert best.text.startswith("The foreign ministers of Norland and Sudland signed a treaty")
    assert sorted(sentence.rank for sentence in chosen) == list(range(1, len(chosen) + 1))
    assert [sentence.start for sentence in chosen] == sorted(sentence.start for sentence in chosen)


def test_no_sentence_is_said_twice() -> None:
    texts = [sentence.text for sentence in summary(NEWS)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "words",
    ["By Ann Reporter", "Image:", "Applause", "Thank you", "Is it enough", "very glad"],
)
def test_what_is_no_news_is_left_out(words: str) -> None:
    assert not any(words in sentence.text for sentence in summary(NEWS))


def test_a_proclamation_is_summed_up_by_what_it_proclaims() -> None:
    praise = "The cod has fed the people of our northern coast for more than a thousand years."
    story = " ".join(f"In the town of Nor{place} it is salted." for place in ("by", "ham", "port"))
    act = (
        "NOW, THEREFORE, I, ANN BERG, do hereby proclaim the first week of May the Week of the Cod."
    )
    chosen = summary(f"{praise} {story}\n\nAll of them like it. {story} So do we.\n\n{act}")
    assert any(sentence.text == act for sentence in chosen)


def test_a_speech_is_not_summed_up_by_its_thanks() -> None:
    text = (
        "THE MINISTER: Thank you all, it is good to be in Norport with the Mayor of Norport.\n\n"
        "We are grateful, and I want to thank the Fishing Board of Norport and Sudport.\n\n"
        "Today Norland and Sudland have agreed to share the quotas for cod for eleven years.\n\n"
        "Norland will close two harbours, and Sudland will pay for the boats that are given up.\n\n"
        "The parliaments of both states will vote on the quotas for cod in the spring."
    )
    assert not any("thank" in sentence.text.lower() for sentence in summary(text))


def test_a_short_document_gives_what_it_has() -> None:
    text = "The treaty was signed in the old town hall on Monday. Nobody from the press was there."
    assert [sentence.rank for sentence in summary(text)] == [1, 2]
    assert summary("") == ()


def test_a_table_alone_is_summed_up_by_its_rows() -> None:
    text = "State\tDay of signature\nNorland\tMonday\n"
    rows = ((Span(0, 5), Span(6, 22)), (Span(23, 30), Span(31, 37)))
    document = Document("t.csv", text, "csv", (Block("table", 0, 37, rows=rows),))
    assert summarise(document, sentences(document))


def test_agreements_and_names_weigh() -> None:
    text = "The mayor of our town opened a new bridge over the river. "
    text += "The Cod Pact of the northern sea was laid before Ann Berg at noon."
    document = paragraphs(text)
    at = text.index("Cod Pact")
    assert summarise(document, sentences(document))[0].rank == 1
    pact = Agreement("Cod Pact", "pact", (Mention(at, at + 8),))
    person = Entity("Ann Berg", "person", (Mention(text.index("Ann"), text.index("Berg") + 4),))
    assert summarise(document, sentences(document), (person,), (pact,))[1].rank == 1


def test_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8").replace(" date 2019-11-24 ", "", 1)
    document = paragraphs(text, "2019-11-24")
    parts = sentences(document)
    chosen = summarise(document, parts, dates=find(document, parts))
    assert 3 <= len(chosen) <= 5
    waiver = "has been able to get a waiver for the S-400"
    assert sum(waiver in sentence.text for sentence in chosen) == 1
    assert not any("Possible visit" in sentence.text for sentence in chosen)


@settings(deadline=None, max_examples=100)
@given(
    st.text()
    | st.lists(st.sampled_from([*NEWS.split("\n\n"), "条約は署名された。"])).map("\n\n".join)
)
def test_a_summary_is_made_of_sentences_of_the_text(text: str) -> None:
    document = paragraphs(text)
    parts = sentences(document)
    spans = {(part.start, part.end) for part in parts}
    chosen = summarise(document, parts)
    assert len(chosen) <= 5
    assert all((sentence.start, sentence.end) in spans for sentence in chosen)
    assert all(document.slice(sentence.start, sentence.end) == sentence.text for sentence in chosen)
