"""What is new since one last read, of digests made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.analysis.briefing import Briefing, Sentence
from briefing.document import Document, Span
from briefing.library.collection import Collection
from briefing.library.digest import Digest
from briefing.library.news import Changed, News, news
from briefing.library.notebook import Notebook
from briefing.library.seen import Seen
from tests.library.digests import agreed, digest, named, told

OLD, NEW = "The cod is back.", "The hake is gone."


def sentences(*words: str) -> Briefing:
    """Sentences of one text; each begins at a multiple of 20."""
    text = "".join(f"{one:20}" for one in words)
    spans = tuple(Sentence(20 * at, 20 * at + len(one), 0) for at, one in enumerate(words))
    return Briefing(Document("a", text, "text"), "en", spans, (), (), (), (), ())


class Library:
    """Documents that are open, each with its digest and the sentences of its text."""

    def __init__(self) -> None:
        self.notebook = Notebook()
        self.collection = Collection()
        self._texts: dict[int, Briefing] = {}

    def open(self, number: int, what: Digest, *words: str) -> None:
        self._texts[number] = sentences(*(words or (f"Note {number}.",)))
        self.collection.add(number, what)
        self.notebook.meet(number, f"/{number}", self._texts[number].document.fingerprint)

    def read(self, number: int, **statuses: str) -> None:
        briefing = self._texts[number]
        known = {named.name for named in self.collection.digest(number).entities}
        seen = replace(Seen.of(briefing), names=frozenset(known), statuses=statuses)
        self.notebook.set_seen({number: seen}, None)

    def news(self) -> News:
        return news(self.notebook, self.collection, self._texts.get)


@pytest.fixture
def library() -> Library:
    return Library()


def names(library: Library) -> list[str]:
    return [library.collection.entities.line(key).name for key, _ in library.news().names]


def moves(library: Library) -> list[tuple[str, str | None, str, int | None]]:
    return [
        (
            one.tracked.name,
            one.before,
            one.tracked.status,
            one.report.document if one.report else None,
        )
        for one in library.news().agreements
    ]


def test_documents_that_were_never_seen_are_new_the_newest_first(library: Library) -> None:
    for number, date in enumerate(("2020-01-01", "2021-01-01", "2019-01-01")):
        library.open(number, digest(date))
    library.read(2)
    assert library.news().documents == (1, 0)


def test_nothing_is_new_once_all_was_seen(library: Library) -> None:
    library.open(0, digest("2020-01-01", entities=(named("Ada Roe"),)))
    assert library.news()
    library.notebook.see_all()
    assert library.news() == News()


def test_of_what_changed_the_sentences_that_were_not_there_are_new(library: Library) -> None:
    library.open(0, digest("2020-01-01"), OLD)
    library.read(0)
    library.open(0, digest("2020-01-01"), NEW, OLD)
    assert library.news().changed == (Changed(0, True, ((Span(0, len(NEW)), NEW),)),)


def test_what_only_became_shorter_has_no_new_sentence(library: Library) -> None:
    library.open(0, digest("2020-01-01"), OLD, NEW)
    library.read(0)
    library.open(0, digest("2020-01-01"), OLD)
    assert library.news().changed == (Changed(0, True, ()),)


def test_of_what_changed_unread_it_is_only_said_that_it_did(library: Library) -> None:
    library.open(0, digest("2020-01-01"), OLD)
    library.notebook.see_all()
    library.open(0, digest("2020-01-01", entities=(named("Ada Roe"),)), NEW)
    assert library.news().changed == (Changed(0, False, ()),)
    assert names(library) == []


def test_names_are_new_that_stand_only_in_what_is_new(library: Library) -> None:
    library.open(0, digest("2020-01-01", entities=(named("Ada Roe"),)))
    library.read(0)
    both = (named("Ada Roe", start=20), named("Jon Doe", start=20))
    library.open(1, digest("2020-02-01", entities=both))
    assert names(library) == ["Jon Doe"]


def test_in_what_changed_a_name_is_new_that_was_not_in_it(library: Library) -> None:
    before = digest("2020-01-01", entities=(named("Ada Roe"),))
    library.open(0, before, OLD)
    library.read(0)
    both = (named("Ada Roe"), named("Jon Doe", start=20))
    library.open(0, replace(before, entities=both), NEW, OLD)
    assert names(library) == ["Jon Doe"]


def test_to_leave_open_where_an_agreement_stands_is_no_move(library: Library) -> None:
    before = agreed("Andes Water Treaty", told("signed", "2020-01"))
    library.open(0, digest("2020-01-01", agreements=(before,)), OLD)
    library.read(0, **{"Andes Water Treaty": "signed"})
    library.open(0, digest("2020-01-01", agreements=(agreed("Andes Water Treaty"),)), NEW)
    assert moves(library) == []


def test_an_agreement_has_moved_when_a_new_document_says_so(library: Library) -> None:
    signed = agreed("Andes Water Treaty", told("signed", "2020-01"))
    library.open(0, digest("2020-01-01", agreements=(signed,)))
    library.read(0)
    in_force = agreed("Andes Water Treaty", told("in_force", "2021-03"))
    library.open(1, digest("2021-04-01", agreements=(in_force,)))
    assert moves(library) == [("Andes Water Treaty", "signed", "in_force", 1)]


def test_an_agreement_stays_where_it_is_when_it_is_only_named_again(library: Library) -> None:
    signed = agreed("Andes Water Treaty", told("signed", "2020-01"))
    library.open(0, digest("2020-01-01", agreements=(signed,)))
    library.read(0)
    library.open(1, digest("2021-04-01", agreements=(agreed("Andes Water Treaty"),)))
    assert moves(library) == []


def test_an_agreement_that_nothing_named_before_is_new(library: Library) -> None:
    signed = agreed("Andes Water Treaty", told("signed", "2020-01"))
    library.open(0, digest("2020-01-01", agreements=(signed,)))
    assert moves(library) == [("Andes Water Treaty", None, "signed", 0)]


def test_an_agreement_moves_when_the_sentence_in_its_document_changes(library: Library) -> None:
    before = agreed("Andes Water Treaty", told("signed", "2020-01"))
    library.open(0, digest("2020-01-01", agreements=(before,)), OLD)
    library.read(0, **{"Andes Water Treaty": "signed"})
    after = agreed("Andes Water Treaty", told("suspended", "2020-03"))
    library.open(0, digest("2020-01-01", agreements=(after,)), NEW)
    assert moves(library) == [("Andes Water Treaty", "signed", "suspended", 0)]


def test_an_agreement_that_was_named_without_a_status_is_not_new(library: Library) -> None:
    library.open(0, digest("2020-01-01", agreements=(agreed("Andes Water Treaty"),)))
    library.read(0)
    signed = agreed("Andes Water Treaty", told("signed", "2021-01"))
    library.open(1, digest("2021-01-01", agreements=(signed,)))
    assert moves(library) == [("Andes Water Treaty", "unspecified", "signed", 1)]
