"""Which mentions of an instrument surely are of it, so that what they tell is told of it.

Where mentions are taken together, some may be of another: "the deal" of a long text, or a second
pact between the same parties. A status is only believed where there is no doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.instruments.identity import distinguishing, initials, traits
from briefing.analysis.instruments.phrases import YEAR, Instrument

_NEAR = 250  # code points before a mention in which "the pact" was named
_INDEFINITE = frozenset(("a", "an", "any", "another", "some", "no", "one"))
_RELATIVE = re.compile(r"\s(?:that|which|who|whose|where)\s", re.IGNORECASE)


def sure(text: str, mentions: Sequence[Instrument], best: Instrument) -> list[Instrument]:
    """The mentions that surely are of the instrument which `best` says most of, in order.

    Those are its names, and what points back to one of them just before: "the pact" may be another
    one where it is not named nearby, and "the bill that was introduced" says itself which it is.
    What is never named is told by the words that the best description has in common with others.
    """
    if any(mention.form == "name" for mention in mentions):
        telling = [mention for mention in mentions if _names(mention, best)]
    else:
        telling = list(_like(mentions, best))
    chain = [mention.start for mention in telling]
    surely, loose = set(chain), best.form != "name" and not _words(best)
    for mention in mentions:
        if mention.start in surely or mention.form == "name" or not _points_back(text, mention):
            continue
        near = bisect_left(chain, mention.start) - bisect_left(chain, mention.start - _NEAR)
        if near:
            surely.add(mention.start)
            if loose:
                chain.insert(bisect_left(chain, mention.start), mention.start)
    return [mention for mention in mentions if mention.start in surely]


def _names(mention: Instrument, best: Instrument) -> bool:
    """Whether it is a name, and none that another instrument beside the best known bears.

    Of "the Norland Trade Agreement" and "the Norland Fishing Agreement" each has its own words.
    """
    if mention.form != "name":
        return False
    if mention.acronym or best.form != "name":
        return True
    own, other = _words(mention), _words(best)
    if own <= initials(best.name) or other <= initials(mention.name):
        return True
    own, other = own | traits(mention).sorts, other | traits(best).sorts
    return not (own & other and own - other and other - own)


def _like(mentions: Iterable[Instrument], best: Instrument) -> Iterator[Instrument]:
    words = _words(best)
    for mention in mentions:
        another = mention.determiner in _INDEFINITE and mention.head != best.head
        alike = words & _words(mention) and not mention.plural and not another
        if alike or mention == best:
            yield mention


def _points_back(text: str, mention: Instrument) -> bool:
    definite = mention.determiner and mention.determiner not in _INDEFINITE
    return bool(
        definite
        and not mention.plural
        and _RELATIVE.match(text, mention.end, mention.end + 8) is None
    )


def _words(mention: Instrument) -> frozenset[str]:
    words = distinguishing(f"{mention.name} {mention.phrase}")
    return frozenset(word for word in words if not YEAR.match(word))
