"""What is new since one last read, over the text. Enter on a row goes to its sentence."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.app.actions import Action, bindings
from briefing.app.between import between_keys
from briefing.app.library.targets import of_line, of_place, of_report, of_tracked
from briefing.app.panes.agreements import status_colour
from briefing.app.panes.documents import day
from briefing.app.rows import Row, RowList
from briefing.app.screens.overlay import Overlay
from briefing.app.sources import Target, of_sentence
from briefing.document import field
from briefing.export.wording import one_line
from briefing.library.collection import Collection
from briefing.library.links import Key
from briefing.library.merging import Place
from briefing.library.news import Changed, Moved, News
from briefing.library.notebook import Notebook

_LOOKING, _NOTHING = "Looking for what is new ...", "Nothing is new since you last read."
_MOST = 200
"""Rows of each part, and new sentences of each document; how many more there are is said."""
AMONG_NEWS = (
    Action("news_go", "enter", "Go to the sentence", "", "Marks", "choose"),
    Action("news_seen", "A", "All is seen", "nothing of it is new any more", "Marks", "see_all"),
    Action("news_undo", "ctrl+z", "Undo", "", "Marks", "undo"),
)


class NewsScreen(Overlay[Target]):
    """Shows what is new, which `look` finds, from the `last` chosen on. It gives what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("W", "dismiss(None)", "Close", show=False, id="news"),
        *bindings(AMONG_NEWS[1:]),
    ]

    def __init__(
        self,
        notebook: Notebook,
        collection: Collection,
        look: Callable[[], Generator[None, None, News]],
        last: Target | None = None,
    ) -> None:
        super().__init__()
        self._notebook, self._collection, self._look = notebook, collection, look
        self._last = last
        self._list = RowList(empty=_LOOKING)

    def compose(self) -> ComposeResult:
        """The list."""
        hint = "Enter goes there, A marks all seen, Esc closes"
        yield self.framed(self._list, "What is new", hint)

    def on_mount(self) -> None:
        """Show what is new now, and go on where one was."""
        self.list_news()

    @work(exclusive=True, exit_on_error=False)
    async def list_news(self) -> None:
        """Show what is new now, once that is found between the keys."""
        while True:
            changes = self._collection.changes
            try:
                found = list(rows(await between_keys(self._look()), self._collection))
                break
            except KeyError:  # a document has gone meanwhile: look again
                if changes == self._collection.changes:
                    raise
        self._list.set_empty(_NOTHING)
        self._list.set_rows(found)
        if self._last and self._list.select(self._last):
            self.call_after_refresh(self._list.centre)
        self._last = None

    @on(RowList.Chosen)
    def choose(self, message: RowList.Chosen) -> None:
        """Close, and go there."""
        if isinstance(target := message.row.payload, Target):
            self.dismiss(target)

    def action_see_all(self) -> None:
        """Take all of it for seen."""
        count = self._notebook.see_all()
        self.list_news()
        if count:
            self._say("All is seen; ctrl+z undoes.")

    def action_undo(self) -> None:
        """Undo the last change."""
        undone = self._notebook.undo()
        self.list_news()
        self._say(f"Undone: {undone}" if undone else "There is nothing to undo.")

    def _say(self, words: str) -> None:
        self.notify(words, timeout=3, markup=False)


def rows(news: News, collection: Collection) -> Iterator[Row]:
    """The rows under the titles of their parts."""
    yield from _part(
        "New documents",
        [_document(one, collection) for one in news.documents[:_MOST]],
        len(news.documents),
    )
    changed = [row for one in news.changed[:_MOST] for row in _changed(one, collection)]
    yield from _part("Changed documents", changed, len(news.changed))
    moved = [_agreement(one) for one in news.agreements[:_MOST]]
    yield from _part("Agreements", moved, len(news.agreements))
    names = [_name(key, place, collection) for key, place in news.names[:_MOST]]
    yield from _part("New names", names, len(news.names))


def _part(title: str, found: list[Row], count: int) -> Iterator[Row]:
    if not found:
        return
    yield Row(Content.assemble((title, "$primary"), (f"  {count:,}", "$faint")), header=True)
    yield from found
    if count > _MOST:
        yield Row(Content.styled(f"and {count - _MOST:,} more", "$faint"), header=True, indent=1)


def _document(number: int, collection: Collection) -> Row:
    outline, line = collection.outlines[number], collection.digest(number).line
    name = Content.styled(field(outline.name), "bold")
    if line:
        name = Content.assemble(name, "\n", (one_line(line.text), "$faint"))
    detail = Content.styled(day(outline.date), "$faint")
    return Row(name, detail, of_line(collection, number), indent=1)


def _changed(changed: Changed, collection: Collection) -> Iterator[Row]:
    """The document, and under it each sentence that is new in it."""
    number, count = changed.document, len(changed.sentences)
    told = "not read before"
    if changed.was_read:
        told = (
            "1 new sentence" if count == 1 else f"{count:,} new sentences" if count else "shorter"
        )
    name = Content.styled(field(collection.outlines[number].name), "bold")
    yield Row(name, Content.styled(told, "$faint"), Target(number), indent=1)
    for span, words in changed.sentences[:_MOST]:
        yield Row(Content(one_line(words)), None, Target(number, of_sentence(*span)), indent=3)


def _agreement(moved: Moved) -> Row:
    """From which status to which, and the sentence that says so."""
    one, report = moved.tracked, moved.report
    before = "new" if moved.before is None else _status(moved.before)
    content = Content.assemble((field(one.name), "bold"))
    if report:
        content = Content.assemble(content, "\n", (one_line(report.told.text), "$faint"))
    detail = Content.assemble(
        (f"{before} › ", "$faint"), (_status(one.status), status_colour(one.status))
    )
    return Row(content, detail, of_report(report) if report else of_tracked(one), indent=1)


def _status(status: str) -> str:
    return "not stated" if status == "unspecified" else status.replace("_", " ")


def _name(key: Key, place: Place, collection: Collection) -> Row:
    line, kind = collection.entities.line(key), str(key[0])
    content = Content.assemble(
        (field(line.name), "bold"), (f"  {field(line.role or kind)}", "$faint")
    )
    documents = "1 document" if line.documents == 1 else f"{line.documents:,} documents"
    return Row(content, Content.styled(documents, "$faint"), of_place(collection, place), indent=1)
