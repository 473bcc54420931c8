"""How the exports that are read by people put a briefing into words."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - dates here are ISO strings
from typing import TYPE_CHECKING

from briefing.document import field

if TYPE_CHECKING:
    from briefing.analysis.briefing import (
        Agreement,
        Briefing,
        Entity,
        EntityKind,
        Milestone,
        Status,
    )

KINDS: dict[EntityKind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Groups",
    "system": "Systems",
    "event": "Events",
}
"""The kinds of entities in the order in which they are listed, and how a list of each is headed."""


_LANGUAGES = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "mr": "Marathi",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of ISO 639-1 codes."""


def foreign_language(briefing: Briefing) -> str | None:
    """The language of a document that is not in English, which is what names are sought in."""
    code = (briefing.language or "en").lower().replace("_", "-").split("-")[0]
    return None if code == "en" else _LANGUAGES.get(code, one_line(code))


def one_line(text: str) -> str:
    """`text` safe to print, on one line, with single spaces."""
    return " ".join(field(text).split())


def title(briefing: Briefing) -> str:
    """What the document is called: its title, or else the name of its file."""
    return one_line(briefing.document.title or briefing.document.path)


def facts(briefing: Briefing) -> list[str]:
    """What is known of the document as a whole: date, length, file."""
    document = briefing.document
    words = document.words
    length = "1 word" if words == 1 else f"{words:,} words"
    named = [one_line(document.path)] if document.title else []
    language = foreign_language(briefing)
    read = [f"in {language}: names and agreements are sought in English only"] if language else []
    return [*([document.date] if document.date else []), length, *read, *named]


def by_kind(briefing: Briefing) -> list[tuple[str, list[Entity]]]:
    """The entities under their headings, those with most mentions first."""
    grouped = []
    for kind, heading in KINDS.items():
        entities = [entity for entity in briefing.entities if entity.kind == kind]
        if entities:
            grouped.append((heading, sorted(entities, key=lambda entity: -len(entity.mentions))))
    return grouped


def mentions(count: int) -> str:
    """How often something is named."""
    return "1 mention" if count == 1 else f"{count} mentions"


def agreement_name(agreement: Agreement) -> str:
    """The name with its acronym, where it has one that is not the name itself."""
    name = one_line(agreement.name)
    short = agreement.acronym
    return f"{name} ({one_line(short)})" if short and short not in name.split() else name


def status(agreement: Agreement) -> str:
    """The status as words."""
    if agreement.status == "unspecified":
        return "status not stated"
    return agreement.status.replace("_", " ")


_EVENTS: dict[Status, str] = {
    "in_force": "in force",
    "terminated": "ended",
    "lapsed": "expires",
    "enacted": "passed",
    "under_negotiation": "negotiated",
    "bill": "introduced",
}
"""What an agreement's dates call the event by which it has a status, where that is another word."""


def standing(agreement: Agreement, written: str | None = None) -> tuple[str, str]:
    """The date since when an agreement has its status; if none is told, what else is dated.

    ("2018-09", ""), or ("", "signed 2018-09") for one that is in force, or nothing. What lies
    behind the day on which the document was `written` is planned.
    """
    dates = [dated for dated in agreement.dates if dated.event != "dated"]
    wanted = _EVENTS.get(agreement.status, agreement.status)
    told = [dated.date for dated in dates if dated.event == wanted]
    others = {dated.date for dated in dates}
    told += [
        report.date
        for report in agreement.history
        if report.status == agreement.status and report.date and report.date not in others
    ]
    if told:
        return told[0], ""
    if not dates:
        return "", ""
    last = dates[-1]
    event = "planned for" if written and last.date > written else one_line(last.event)
    return "", f"{event} {last.date}"


def by_party(agreement: Agreement) -> list[str]:
    """What each party did about it, as "Norland: suspended (planned)"."""
    return [
        f"{one_line(one.party)}: {one.status.replace('_', ' ')}"
        + (" (planned)" if one.planned else "")
        for one in agreement.party_statuses
    ]


def terms(agreement: Agreement) -> list[tuple[str, str]]:
    """What is known of an agreement beside its name, each under its label."""
    rows = [("Status", f"{status(agreement)}, {one_line(agreement.kind)}")]
    if agreement.parties:
        rows.append(("Parties", ", ".join(map(one_line, agreement.parties))))
    if agreement.party_statuses:
        rows.append(("By party", "; ".join(by_party(agreement))))
    rows += [(dated.date, one_line(dated.event)) for dated in agreement.dates]
    if agreement.place:
        rows.append(("Place", one_line(agreement.place)))
    rows += [("Condition", one_line(condition)) for condition in agreement.conditions]
    if agreement.attribution:
        rows.append(("According to", one_line(agreement.attribution)))
    return rows


_YEAR, _MONTH = 4, 7
"""The lengths of ISO dates that say no more than the year, or the month."""
_FEW_DAYS, _FEW_WEEKS, _FEW_MONTHS = 13, 60, 730
"""Days up to which a distance is counted in days, in weeks, in months; beyond, in years."""
_ROUNDING = 0.1  # so that 365 days are a year


def when(milestone: Milestone) -> str:
    """The date of a milestone, or from when until when: "2019-12-18 – 20", "2019-12 – 2020-02"."""
    begin, until = milestone.date, milestone.until
    if until is None:
        return begin
    same = next((n + 1 for n in (_MONTH, _YEAR) if begin[: n + 1] == until[: n + 1]), 0)
    return f"{begin} – {until[same:]}"


def distance(date: str, written: str, until: str | None = None) -> str:
    """How far a date lies from the day of the document: "3 weeks before", "in 2 months".

    No more precise than both dates. Empty where they are the same, where the day of the document
    lies between the date and `until`, or where one is no date.
    """
    if until and date[: len(written)] <= written <= until[: len(written)]:
        return ""
    precise = min(len(date), len(written))
    there, here = _first_day(date[:precise]), _first_day(written[:precise])
    if there is None or here is None or there == here:
        return ""
    days = (there - here).days
    if precise == _YEAR or abs(days) > _FEW_MONTHS:
        count, unit = int(abs(days) / 365.25 + _ROUNDING), "year"
    elif precise == _MONTH or abs(days) > _FEW_WEEKS:
        count, unit = int(abs(days) / 30.44 + _ROUNDING), "month"
    elif abs(days) > _FEW_DAYS:
        count, unit = abs(days) // 7, "week"
    else:
        count, unit = abs(days), "day"
    words = f"{count:,} {unit}{'' if count == 1 else 's'}"
    return f"in {words}" if days > 0 else f"{words} before"


def _first_day(iso: str) -> Day | None:
    """The first day of what an ISO date of any precision names."""
    try:
        return Day.fromisoformat(iso + "-01-01"[len(iso) - _YEAR :])
    except ValueError:
        return None


def planned(milestone: Milestone) -> str:
    """What has to be said of a milestone beside its date: whether it lies ahead."""
    return "planned" if milestone.planned else ""
