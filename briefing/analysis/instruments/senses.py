"""Whether the deals, bills and conventions of a document are those of states, players or fans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.identity import Cluster, distinguishing, traits

_REACH = 20_000  # code points that tell what the document is about
_SPORT = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|winger|quarterback|pitcher|point guard|draft pick"
    r"|free agent|head coach|transfer (?:fee|window)|signing-on fee|playoffs?|Premier League"
    r"|fly-half|full-back|season-ticket)\b",
    re.IGNORECASE,
)
# Words that one report of a match or a club has several of, and no other report.
_PLAYED = re.compile(
    r"\b(?:club|coach|squad|league|keeper|defender|captain|match|cup|championship|rugby|football|cricket"
    r"|tennis|season|injury|fixture|goals?|matches|clubs|players?)\b",
    re.IGNORECASE,
)
_ENOUGH = 6  # such words
_DISPUTE = re.compile(r"\b(?:(?<!rugby )union|lockout|on strike|walkout)\b", re.IGNORECASE)
_LEGISLATES = re.compile(
    r"\b(?:parliament|congress|senat|lawmaker|legislat|assembly|MPs?\b|into law|enact|minister)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:films?|movies?|albums?|singers?|bands?|actors?|concerts?|director|box office)\b",
    re.IGNORECASE,
)
_OF_STATES = re.compile(
    r"\b(?:treat(?:y|ies)|ratif\w+|signator\w+|acced\w+|protocol|accord|human rights"
    r"|United Nations|UN)\b"
)


class Senses:
    """Tells instruments from what else their head nouns name in a document."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def about_sport(self) -> bool:
        """Whether the document is on players and clubs, and on no labour dispute."""
        text = self._text
        if _DISPUTE.search(text, 0, _REACH):
            return False
        named = sum(1 for _ in islice(_SPORT.finditer(text, 0, _REACH), 3))
        return named > 2 or self._played

    @cached_property
    def _played(self) -> bool:
        found = _PLAYED.finditer(self._text, 0, _REACH)
        words = sum(1 for _ in islice(found, _ENOUGH))
        return words == _ENOUGH and not _OF_STATES.search(self._text, 0, _REACH)

    @cached_property
    def legislates(self) -> bool:
        """Whether the document speaks of a legislature."""
        return _LEGISLATES.search(self._text) is not None

    def sporting(self, one: Cluster, windows: Sequence[Sentence]) -> bool:
        """Whether it is a deal of players and clubs."""
        if self.about_sport and not _states_in(one):
            return True
        return not _DISPUTE.search(self._text, 0, _REACH) and any(
            _SPORT.search(self._text, window.start, window.end) for window in windows[:1]
        )

    def other(self, one: Cluster) -> bool:
        """Whether it is no law or treaty, but a bill of players or a gathering of fans."""
        first = one.mentions[0]
        if first.family == "law" and not self.legislates:
            if one.named:  # "Kill Bill"
                bills = all(mention.kind in ("bill", "law") for mention in one.mentions)
                shown = islice(_SHOWN.finditer(self._text, 0, _REACH), 3)
                return bills and sum(1 for _ in shown) > 2
            return not distinguishing(first.name)
        gathers = all(m.head == "convention" for m in one.mentions)
        return gathers and not _OF_STATES.search(self._text)


def _states_in(one: Cluster) -> bool:
    """Whether its names give countries."""
    return any(
        gazetteer().country(side.title())
        for mention in one.forms.values()
        for side in traits(mention).sides
    )
