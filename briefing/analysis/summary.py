"""The sentences of a document that tell most of it, taken as they stand.

Each sentence is weighed by where it stands, by how much of what the document keeps saying it says,
by the title's words and by the names in it: the classic cues of extractive summaries (Edmundson
1969; centroids of words, Radev et al. 2004). Then they are taken one by one, each time the one
that adds most to what has been taken (maximal marginal relevance, Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefing.analysis import sentence_cues as cues
from briefing.analysis.briefing import Agreement, Entity, Sentence, SummarySentence
from briefing.analysis.dates.dates import DateMention
from briefing.analysis.language import detect, stop_words
from briefing.document import Document

# What a cue adds to a sentence; each cue lies between 0 and 1.
_POSITION = 1.5
_DECAY = 0.25  # the power of the place by which position loses its weight
_CENTRALITY = 0.9
_NAMES = 0.2
_AGREEMENT = 0.2
_TITLE = 0.2
_DATE = 0.1
_OPENING = 0.1  # of a paragraph
_DECISION = 0.4
# What is taken off.
_REPETITION = 1.5  # times the likeness to what has been taken already
_SPEECH = 0.5  # times the share of it that is quoted
_BROKEN = 0.1  # begins with a quotation, or breaks off inside one
_FRAGMENT = 0.6  # too short, or without a full stop
_INTRODUCTION = 0.2  # ends with a colon
_COURTESY = 1.5  # a thank-you, a welcome
_QUESTION = 0.5
_ITEM = 0.3  # of a list
_LONG = 0.3
_LEANING = 0.2  # opens with a word that needs the sentence before, which is not taken
_BOILERPLATE = 3.0

_SAME = 0.7  # from this likeness on, two sentences are one
_SHORTEST, _LONGEST = 8, 55  # words
_DAMPING = 12  # words: without it the shortest sentences would be the densest
_STEM = 6  # letters: enough to tell words apart, few enough to bring their forms together
_MOST_CANDIDATES = 3000  # beyond these a document is weighed by its beginning

# Words that carry little, beside the commonest function words of the language.
_LIGHT = (
    "about above across after against again ago all although am among another any are because "
    "been before being below between both can could did do does doing down during each either "
    "every few first for further had has have having how however if including into is just last "
    "later least less like made make many may me might more most much must neither new next no "
    "nor now off often once one only or over own per said same say says several shall should "
    "since so some still such than then there therefore these this those though three through "
    "thus today too two under until up upon us use used very via was were what when where "
    "whether while whom whose why will within without would yet "
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CAPITAL = re.compile(r"(?<=\w\s)[A-Z]\w")
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")  # scripts without spaces between words
_QUOTES = '"“”'
_QUOTE = re.compile(f"[{_QUOTES}]")
_STOPS = ".!?…。！？؟।"
_CLOSERS = "”’\"')]»*_」』"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be taken: its place among the candidates, its words and its terms."""

    place: int
    sentence: Sentence
    text: str
    kind: str  # of its block
    opens: bool  # its block
    length: int  # words
    speech: float  # how much of it stands between quotation marks: 0 to 1
    broken: bool  # it begins with a quotation or breaks off inside one
    terms: Mapping[str, int]


def summarise(
    document: Document,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity] = (),
    agreements: Sequence[Agreement] = (),
    dates: Sequence[DateMention] = (),
) -> tuple[SummarySentence, ...]:
    """Three to five sentences of `document` in reading order; rank 1 matters most.

    A document with fewer sentences gives what it has. None is taken that says again, in nearly
    the same words, what another one says.
    """
    candidates = _candidates(document, sentences)
    weights = _weights(document, candidates, entities, agreements, dates)
    chosen = _choose(candidates, weights, _budget(len(candidates)))
    return tuple(
        SummarySentence(found.text, found.sentence.start, found.sentence.end, rank)
        for found, rank in sorted(
            ((candidates[place], rank) for rank, place in enumerate(chosen, 1)),
            key=lambda pair: pair[0].sentence.start,
        )
    )


def _budget(candidates: int) -> int:
    return 3 if candidates < 12 else 4 if candidates < 30 else 5


def _candidates(document: Document, sentences: Sequence[Sentence]) -> list[_Candidate]:
    """The sentences of running text; where there is none, the rows of tables, or the headings."""
    light = frozenset(_LIGHT.split()) | stop_words(
        (document.language or detect(document.text) or "en")[:2]
    )
    for kinds in (("paragraph", "quote", "item"), ("table",), ("heading",)):
        found: list[_Candidate] = []
        block, speaking = -1, False
        for sentence in sentences:
            kind = document.blocks[sentence.block].kind
            if kind not in kinds:
                continue
            text = document.slice(sentence.start, sentence.end)
            opens, block = sentence.block != block, sentence.block
            begun = speaking and not opens
            speech, speaking = _speech(text, begun)
            words = [word.lower() for word in _WORD.findall(text)]
            terms = Counter(word[:_STEM] for word in words if word not in light)
            length = max(len(words), len(_WIDE.findall(text)) // 2)
            found.append(
                _Candidate(
                    len(found),
                    sentence,
                    text,
                    kind,
                    opens,
                    length,
                    speech,
                    (speaking and not begun) or text[0] in _QUOTES,
                    terms,
                )
            )
            if len(found) == _MOST_CANDIDATES:
                break
        if found:
            return found
    return []


def _speech(text: str, speaking: bool) -> tuple[float, bool]:
    """How much of `text` is quoted, if a quotation is `speaking` where it begins or not."""
    quoted = start = 0
    for mark in _QUOTE.finditer(text):
        opening = not speaking if mark[0] == '"' else mark[0] == "“"
        if speaking:
            quoted += mark.start() - start
        speaking, start = opening, mark.end()
    if speaking:
        quoted += len(text) - start
    return quoted / len(text), speaking


def _weights(
    document: Document,
    candidates: Sequence[_Candidate],
    entities: Sequence[Entity],
    agreements: Sequence[Agreement],
    dates: Sequence[DateMention],
) -> list[float]:
    title = _title(document)
    central = _centrality(candidates)
    named = _names(candidates, entities)
    bound = _sums(candidates, ((at.start, 1.0) for pact in agreements for at in pact.mentions))
    dated = _sums(candidates, ((mention.start, 1.0) for mention in dates))
    weights: list[float] = []
    # The words of a picture stand before its credit, in the same paragraph.
    pictures = {found.sentence.block for found in candidates if cues.is_credit(found.text)}
    told = 0  # sentences of substance so far: the place that counts
    for candidate in candidates:
        pictured = candidate.sentence.block in pictures
        loss = _BOILERPLATE if pictured else _loss(candidate)
        at = candidate.place
        weights.append(
            _POSITION / (1 + told) ** _DECAY
            + _CENTRALITY * central[at]
            + _NAMES * named[at]
            + _AGREEMENT * min(1.0, bound[at])
            + _OPENING * candidate.opens
            + _DATE * min(1.0, dated[at])
            + _DECISION * cues.decides(candidate.text)
            + _TITLE * sum(term in candidate.terms for term in title) / max(1, len(title))
            - loss
        )
        told += loss < _FRAGMENT
    return weights


def _title(document: Document) -> frozenset[str]:
    heading = next(document.headings(), None)
    title = document.title or (document.slice(heading.start, heading.end) if heading else "")
    light = _LIGHT.split()
    words = (word.lower() for word in _WORD.findall(title))
    return frozenset(word[:_STEM] for word in words if word not in light)


def _centrality(candidates: Sequence[_Candidate]) -> list[float]:
    """How much of what the document keeps saying each sentence says: 0 to 1."""
    spread: Counter[str] = Counter()
    for candidate in candidates:
        spread.update(candidate.terms.keys())
    return _dense(
        candidates, [sum(log(spread[term]) for term in found.terms) for found in candidates]
    )


def _names(candidates: Sequence[_Candidate], entities: Sequence[Entity]) -> list[float]:
    """How much of each sentence are the names that matter, or just capitals: 0 to 1."""
    if not entities:
        return _dense(
            candidates, [float(len(_CAPITAL.findall(found.text))) for found in candidates]
        )
    marks = (
        (mention.start, log(1 + len(entity.mentions)))
        for entity in entities
        for mention in entity.mentions
    )
    return _dense(candidates, _sums(candidates, marks))


def _dense(candidates: Sequence[_Candidate], sums: Sequence[float]) -> list[float]:
    """Sums by the length of their sentences, the highest 1."""
    shares = [
        value / sqrt(candidate.length + _DAMPING)
        for value, candidate in zip(sums, candidates, strict=True)
    ]
    most = max(shares, default=0.0) or 1.0
    return [share / most for share in shares]


def _sums(candidates: Sequence[_Candidate], marks: Iterable[tuple[int, float]]) -> list[float]:
    """The weight of the marks, each at an offset, that lie in each sentence."""
    starts = [candidate.sentence.start for candidate in candidates]
    sums = [0.0] * len(candidates)
    for at, weight in marks:
        place = bisect_right(starts, at) - 1
        if place >= 0 and at < candidates[place].sentence.end:
            sums[place] += weight
    return sums


def _loss(candidate: _Candidate) -> float:
    text, length = candidate.text, candidate.length
    if length < 3 or cues.is_boilerplate(text):
        return _BOILERPLATE
    loss = _SPEECH * candidate.speech + _BROKEN * candidate.broken
    if length < _SHORTEST:
        loss += _FRAGMENT * (1.5 - length / _SHORTEST)
    elif length > _LONGEST:
        loss += _LONG
    end = text.rstrip(_CLOSERS)[-1:]
    if candidate.kind == "item":
        loss += _ITEM
    elif end == ":":
        loss += _INTRODUCTION
    elif end not in _STOPS or cues.is_listing(text):
        loss += _FRAGMENT
    loss += _COURTESY * cues.is_courtesy(text)
    return loss + _QUESTION * (end in ("?", "？", "؟"))


def _choose(candidates: Sequence[_Candidate], weights: Sequence[float], budget: int) -> list[int]:
    """The places of the sentences to take, best first."""
    worth = list(weights)
    for candidate in candidates:
        if cues.leans(candidate.text):
            worth[candidate.place] -= _LEANING
    likeness = [0.0] * len(candidates)
    left = {place for place, weight in enumerate(weights) if weight > -_BOILERPLATE / 2}
    chosen: list[int] = []
    while left and len(chosen) < budget:
        best = max(left, key=lambda place: (worth[place] - _REPETITION * likeness[place], -place))
        chosen.append(best)
        left.discard(best)
        if best + 1 in left and cues.leans(candidates[best + 1].text):
            worth[best + 1] = weights[best + 1]
        for place in list(left):
            alike = _likeness(candidates[place].terms, candidates[best].terms)
            likeness[place] = max(likeness[place], alike)
            if alike >= _SAME:
                left.discard(place)
    return chosen


def _likeness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """How much the shorter of two sentences is said by the other: 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one.keys() & other.keys()) / shorter if shorter else 0.0
