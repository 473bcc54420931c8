"""Who is bound by an instrument: the states and bodies that the text gives as its parties.

For a law that is the enacting state. Applicants, mediators and critics are no parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set

from briefing.analysis.agreements.belligerents import GOVERNMENT, Belligerents
from briefing.analysis.agreements.legislators import Bond, Legislators
from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.identity import traits
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.instruments.words import words
from briefing.analysis.nations import Party, state
from briefing.analysis.status import clauses

_BOTH = re.compile(
    r"\b(?:both|the\s+two|both\s+the|two)\s+"
    r"(?:sides|countries|nations|governments|states|parties|allies|neighbou?rs|leaders)\b",
    re.IGNORECASE,
)
_AROUND = 300  # characters in which the text says what part a state has in an act
_MEDIATOR = re.compile(
    r"(?:brokered|mediated|facilitated|hosted|sponsored|condemned|criticised|criticized|welcomed"
    r"|denounced|opposed|rejected|overseen|monitored)\s+by\s+[^.;]{0,60}$"
    r"|\b(?:according to|outside|against|like|unlike|in|at|near|from)\s+(?:the\s+|\w+ern\s+)?$",
    re.IGNORECASE,
)
# What the ministers or the delegation are "from" is bound all the same.
_DELEGATES = re.compile(
    r"\b(?:ministers?|leaders?|delegat\w+|officials?|representatives?|negotiators?|envoys?|presidents?"
    r"|diplomats?|teams?|commanders?|countries|nations|lawmakers|chiefs?|generals)\s+(?:from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ONLOOKER = re.compile(
    r"\b(?:welcom|commend|applaud|urg|condemn|prais|critici[sz]|hail|oppos|warn|broker|mediat|facilitat"
    r"|host|congratulat|denounc|slam|call(?:s|ed|ing)?\s+(?:on|for)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[^.;:]{0,60}?\b(?:between|among|amongst)\s+", re.IGNORECASE)
_WITH = re.compile(r"[^.;:,]{0,40}?\bwith\s+", re.IGNORECASE)
_BY = re.compile(
    r"[^.;:]{0,80}?\b(?:signed|ratified|agreed|reached|concluded|offered)\s+(?:\w+\s+){0,5}by\s+",
    re.I,
)
_LIST_END = re.compile(
    r"(?<![A-Z])\.(?!\w)|[;:”\"]|\b(?:on|to|in|for|that|which|who|will|would|is|are|was|were|has|have|had|at|after|over"
    r"|as|under|aimed|agreed|signed|reached|could|may|from|by|since|during|regarding|concerning"
    r"|covering|said|before|when|while|until|into|about|gives?|gave|takes?|took)\b",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"\b(?:(?:co-)?sign(?:s|ed|ing)?|ink(?:s|ed)?|reach(?:es|ed|ing)?|agree(?:s|d)?|conclude(?:s|d)?"
    r"|clinch(?:es|ed)?|struck|strikes?|ratif(?:y|ies|ied|ying)|acced(?:e|es|ed)|join(?:s|ed)?"
    r"|finali[sz]e(?:s|d)?|seal(?:s|ed)?|enter(?:s|ed)?(?: into)?|announce(?:s|d)?"
    r"|(?:re)?negotiat(?:e|es|ed|ing|ions)|complet(?:e|es|ed)|withdr(?:ew|aw|aws|awn)"
    r"|terminat(?:e|es|ed|ing)|abrogat(?:e|es|ed|ing)|scrap(?:s|ped|ping)?|end(?:s|ed|ing)|approv(?:e|es|ed)"
    r"|suspend(?:s|ed)?|pull(?:s|ed|ing)? out|withdrawing|leaving|quitting"
    r"|accept(?:s|ed)?|reject(?:s|ed)?|back(?:s|ed)|thr(?:ow|ew) out|turn(?:s|ed)? down"
    r"|quit|quits|left|rejoin(?:s|ed)?|adopt(?:s|ed)?|renew(?:s|ed)?|extend(?:s|ed)?"
    r"|return(?:s|ed)?|violat(?:e|es|ed|ing)|breach(?:es|ed)?|implement(?:s|ed)?"
    r"|ratification of|accession to|signature of|signing of|reservations? to"
    r"|(?:party|parties|signator(?:y|ies)) to|obligations|withdrawal|adherence)\b",
    re.IGNORECASE,
)
_APPLICANT = re.compile(
    r"\b(?:become|join|accede|apply|applied|applying|application|seek\w*|wants?|hop\w+|bid)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_COMMERCIAL = words("deal agreement contract")
_ACQUIRED = re.compile(
    r"\b(?:acquir(?:e|es|ed|ing)|b(?:uys?|ought|uying)|merge[sd]? with|merger with|takeover of"
    r"|acquisition of|sold .{1,40} to)\b"
)
_MERGER = re.compile(r"\b(?:merger|tie-up|union)\s+(?:of|between)\s+")
_RETURNED = re.compile(
    r"\b(?:return|bring|brought|take|took|taking|pull|pulled|withdr[ae]w|keep)(?:ing|ed|s)?\s+(?:the\s+)?"
    r"(?=[A-Z])",
)
# "the Ford-UAW deal"
_PAIR_OF_BODIES = re.compile(r"([A-Z]\w{2,})[-–/]([A-Z]\w{2,})\s[a-z]")
# "the pact groups Chile, Peru and Japan"
_INCLUDES = re.compile(
    r"[^.;:]{0,60}?\b(?:includes?|comprises?|groups|brings?\stogether|members\sare)\s+"
)
# "a pact that would bind Chile and Peru", "which allows Lima to fish"
_OBLIGES = re.compile(
    r"[^.;:]{0,60}?\b(?:binds?|commits?|obliges?|obligates?|requires?|allows?|enables?|permits?|gives?)"
    r"\s+(?:both\s+)?(?=[A-Z])"
)
# "Norway stays silent as Chile and Peru forge a pact"
_WHILE_OTHERS = re.compile(r"\s(?:as|while|after|when)\s+(?:the\s+)?[A-Z]")
_OTHER_OBJECT = re.compile(r"[a-z][^,]{2,60},\s+and\s+")
# What stands before the subject of the next act in a list.
_NEXT_SUBJECT = re.compile(r"(?:,|\band|;)\s+(?:the\s+)?$")
_SIGNATORIES = re.compile(r"\b(?:[Pp]arties|[Ss]ignatories|[Mm]embers) (?:to|of) (?:the|this) $")
_GOVERNMENTS = re.compile(r"\b[Gg]overnments\s+of\s+(?:the\s+)?")
# "the government and the rebels of the ..."
_JOINED = re.compile(
    r"\b[Gg]overnment\s+and\s+(?:the\s+)?(?:\w+\s+){0,2}(?:of\s+the\s+|of\s+|the\s+)?$"
)
_BRACKET = re.compile(r"\s*\(([^()]{5,120})\)")
_SUBJECT_GAP = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:,\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){1,2},)?"
    r"(?:,?\s+and\s+(?:the\s+)?(?:[^\s.,;:()]+\s?){1,6})?(?:\s*\([^()]{1,20}\))?"
    r"\s+(?:(?:by\s[\d.]+\S*|have|has|had|will|today|yesterday|also|both|announced|it|they|said|recently|finally"
    r"|union|group|company|coalition|rebels?|movement|alliance|says?|on|\w+day|that|its|their|members|voted|to|tentatively|jointly)\s+){0,9}"
)
_COORDINATED = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:,?\s+and|,)\s+(?:[a-z]\S*\s+|[A-Z]\w+-based\s+){0,3}"
)
_GOVERNMENTAL = re.compile(r"\bgovernment['’]s\s+(?:\w+\s+){0,2}$")
_ANOTHER = re.compile(
    r"\b(?:treaty|agreement|accord|pact|deal|truce|cease-?fire|convention)\b", re.I
)
_REGULATOR = re.compile(
    r"(?:\s[a-z-]+){0,2}\s(?:agency|regulators?|watchdog|authorit(?:y|ies)|courts?|judges?|media)\b"
)
# "the Irish pilots' union"
_ADJECTIVE_OF = re.compile(
    r"(?:\s[a-z'’-]+){0,2}\s(?:union|company|firm|miner|bank|airline|carrier|maker|giant|workers|club"
    r"|newspaper|producer|retailer|lender|conglomerate|group)\b"
)
# "Condor Motors of Chile", which is not "the Republic of Chile"
_SEAT = re.compile(
    r"(?:^|[^\w\s]|\b[a-z]\S*)\s(?!(?:Republics?|Kingdom|Governments?|Presidents?|Ministers?|Leaders?"
    r"|Kings?|States?|Emirate|Emir|Sultanate|People|Parliament|Senate|Federation|Union|Commonwealth"
    r"|Delegat\w+|Envoys?|Bank|Governor|Prince|Chancellor|Speaker|Rulers?)\b)[A-Z][a-z]\w+\sof\s$"
)
_DEPOSITARIES = frozenset(("United Nations",))  # "a UN treaty" is one of its members
_BILATERAL = words("deal ceasefire cease-fire truce armistice pact accord")
# Organs of states, papers and the like: named beside agreements, but parties to none.
_ORGAN = re.compile(
    r"\b(?:Party|Cabinet|Congress|News|Department|Ministry|House|Senate|Parliament|Court|Times|University"
    r"|Post|Journal|Army|Navy|Force|Command|Guard|Office|Duma|Knesset|Bundestag|Institute|Bureau|Council"
    r"|Police|Reserve|Administration|Security Council|General Assembly|Guardian|Reuters|BBC|CNN"
    r"|Press|AFP|Getty)\b"
)


class Parties(Legislators, Belligerents):
    """Finds who is party to an instrument from the sentences that mention it."""

    def bound(self, placed: Sequence[tuple[Instrument, Sentence]]) -> list[Bond]:
        """The parties to an agreement that is mentioned in these places."""
        bonds: list[Bond] = []
        for mention, sentence in placed:
            bonds += self._by_mention(mention, sentence)
        for least in (2, 1):  # who announces it is hardly one beside those who sign it
            sure = [bond for bond in bonds if bond.weight >= least]
            if len({bond.name for bond in sure}) > 1:
                bonds = sure  # "both countries" are these
                break
        if any(mention.family == "ceasefire" for mention, _ in placed):
            owned = any(traits(mention).proper for mention, _ in placed)
            bonds = self._of_ceasefire(bonds, owned)
        names = {bond.name for bond in bonds}
        if len(names) < 2 and (not names or placed[0][0].head in _BILATERAL):
            bonds += self._nearby(placed, names)
        if len({bond.name for bond in bonds}) == 1:
            bonds += self._counterpart(placed, bonds[0])
        return _best(bonds)

    def _of_ceasefire(self, bonds: list[Bond], owned: bool) -> list[Bond]:
        """The sides of a ceasefire: those said to agree, or else those said to fight.

        One with a name of its own (`owned`) need not be theirs.
        """
        named = [bond for bond in bonds if bond.weight > 3]
        if len({bond.name for bond in named}) > 1:
            return named  # and others mediate
        if self.fighting is None or owned:
            return bonds
        sides, sentence = self.fighting
        known = {bond.name for bond in bonds}
        if len(known) > 1 and not known & set(sides):
            return bonds
        return [Bond(name, sentence, 4) for name in sides]

    def _counterpart(self, placed: Sequence[tuple[Instrument, Sentence]], bond: Bond) -> list[Bond]:
        """The other side of "the agreement with Peru": the country the document is about."""
        for mention, sentence in placed:
            if mention.phrase.startswith("with ") and state(bond.name):
                others = [name for name in self.principal[:2] if name != bond.name]
                return [Bond(name, sentence, 1) for name in others[:1]]
        return []

    def _by_mention(self, mention: Instrument, sentence: Sentence) -> Iterator[Bond]:
        text = self.text
        clause = clauses.around(text, mention.start, mention.end, sentence.start, sentence.end)

        def bonds(parties: Iterable[Party], weight: int) -> Iterator[Bond]:
            return (Bond(party.name, sentence, weight) for party in parties)

        if mention.form != "anaphor":
            inside = [
                party
                for party in self._stated(mention.start, mention.end)
                if not gazetteer().capital(text[party.start : party.end])
                and not _ORGAN.search(party.name)
                and party.name not in _DEPOSITARIES
                and text[party.start : party.end] != mention.name
            ]
            yield from bonds(inside, 3 if len(inside) > 1 else 2)
            if not inside and (pair := _PAIR_OF_BODIES.match(mention.name)):
                yield from (Bond(name, sentence, 2) for name in pair.groups())
        members = _BRACKET.match(text, mention.end, sentence.end)
        if members:
            listed = self.within(members.start(1), members.end(1), bodies=False)
            yield from bonds(listed if len(listed) > 1 else (), 4)
        for pattern, weight in ((_BETWEEN, 4), (_WITH, 3), (_BY, 3)):
            link = pattern.match(text, mention.end, sentence.end)
            if link and not _ANOTHER.search(link.group()):
                listed = self._listed(link.end(), sentence.end)
                yield from bonds(listed, weight)
                if pattern is _BETWEEN and len({party.name for party in listed}) > 1:
                    return
        obliges = _OBLIGES.match(text, mention.end, sentence.end)
        if obliges:
            listed = self._listed(obliges.end(), sentence.end)
            yield from bonds((party for party in listed if state(party.name)), 1)
        members = _INCLUDES.match(text, mention.end, sentence.end)
        if members:
            listed = self._listed(members.end(), sentence.end)
            sure = _SIGNATORIES.search(text, clause.start, mention.start)
            yield from bonds(listed if sure or len({p.name for p in listed}) > 2 else (), 4)
        verb = max(
            _AGREE.finditer(text, clause.start, mention.start), key=re.Match.start, default=None
        )
        if (
            verb is not None
            and not _APPLICANT.search(text, clause.start, mention.start)
            and clauses.modality(text, clause, verb.start()) not in ("negated", "refused")
        ):
            said = verb.group().lower().startswith("announce")
            yield from bonds(self._subjects(self._since_last(clause, verb), verb), 2 - said)
        if mention.head in _COMMERCIAL:
            bought = _ACQUIRED.search(text, sentence.start, sentence.end)
            if bought:
                yield from bonds(self._organisations(sentence.start, bought.start())[-1:], 2)
                yield from bonds(self._organisations(bought.end(), sentence.end)[:1], 2)
            yield from self._merging(sentence)
        returned = _RETURNED.search(text, clause.start, mention.start)
        if returned:
            yield from bonds(self.within(returned.end(), mention.start), 2)
        governments = _GOVERNMENTS.search(text, sentence.start, sentence.end)
        if governments:
            yield from bonds(self._listed(governments.end(), sentence.end), 3)
        owners = [
            party
            for party in self.within(clause.start, mention.start)
            if mention.start - party.end <= 3 and party.name not in _DEPOSITARIES
        ]
        if mention.form != "name":
            yield from bonds(owners[-1:], 2)
        if _GOVERNMENTAL.search(text, clause.start, mention.start):
            yield from bonds(self.within(clause.start, mention.start, bodies=False)[-1:], 2)
        if _BOTH.search(text, sentence.start, sentence.end):
            together = self.fighting or self._groups
            two = together is not None and len(together[0]) == 2
            sides = together[0] if together and two else self.principal[:2]
            yield from (Bond(name, sentence, 0) for name in sides)

    def _merging(self, sentence: Sentence) -> Iterator[Bond]:
        """The firms of "the merger of A and B", in the sentence or the one before it."""
        at = self._number(sentence)
        for near in self.sentences[max(0, at - 1) : at + 1]:
            merger = _MERGER.search(self.text, near.start, near.end)
            firms = self._organisations(merger.end(), near.end)[:2] if merger else []
            if len(firms) > 1:
                yield from (Bond(firm.name, near, 2) for firm in firms)

    def _since_last(self, clause: clauses.Clause, verb: re.Match[str]) -> clauses.Clause:
        """What of the clause follows another act, with an object and a subject of its own.

        In "Chile signed the Tuna Pact and Peru ratified the Condor Treaty" Peru alone ratified.
        """
        acts = list(_AGREE.finditer(self.text, clause.start, verb.start()))
        for act in reversed(acts):
            later = self.within(act.end(), verb.start(), bodies=False)
            gap = self.text[act.end() : later[0].start] if later else ""
            if len(gap.split()) > 2 and _NEXT_SUBJECT.search(gap):
                return clauses.Clause(act.end(), clause.end)
        return clause

    def _subjects(self, clause: clauses.Clause, verb: re.Match[str]) -> list[Party]:
        """Who does what the verb says: states, and the bodies that are its subject."""
        subjects: list[Party] = []
        for party in reversed(self.within(clause.start, verb.start())):
            if self._bystander(party, clause, verb) or self._modifies(party):
                continue
            if state(party.name) or self._acts(party, verb) or self._beside(party, subjects):
                subjects.append(party)
        return subjects[::-1]

    def _modifies(self, party: Party) -> bool:
        """Whether a state is only the adjective of a firm or a union."""
        if not state(party.name):
            return False
        before = self.text[max(0, party.start - 40) : party.start]
        return bool(_ADJECTIVE_OF.match(self.text, party.end) or _SEAT.search(before))

    def _beside(self, party: Party, subjects: Sequence[Party]) -> bool:
        """Whether a body is named in one breath with the subject behind it."""
        return (
            bool(subjects)
            and not _ORGAN.search(party.name)
            and _COORDINATED.fullmatch(self.text, party.end, subjects[-1].start) is not None
        )

    def _bystander(self, party: Party, clause: clauses.Clause, verb: re.Match[str]) -> bool:
        """Whether the text names a state beside the verb, but not as one that does it."""
        behind = min(max(party.end, verb.start()), party.end + _AROUND)
        if _ONLOOKER.search(self.text, party.end, behind):
            return True
        if _REGULATOR.match(self.text, party.end):
            return True
        if _WHILE_OTHERS.search(self.text, party.end, max(party.end, verb.start())):
            return True
        before = max(clause.start, party.start - _AROUND)
        mediates = _MEDIATOR.search(self.text, before, party.start)
        return mediates is not None and not _DELEGATES.search(self.text, before, party.start)

    def _organisations(self, start: int, end: int) -> list[Party]:
        return [party for party in self.within(start, end) if not state(party.name)]

    def _acts(self, party: Party, verb: re.Match[str]) -> bool:
        """Whether a body is the subject of the verb, and of a kind that makes agreements."""
        if _ORGAN.search(party.name):
            return False
        clause = self.text[max(0, party.start - 60) : party.start]
        return bool(_JOINED.search(clause)) or (
            verb.start() >= party.end
            and _SUBJECT_GAP.fullmatch(self.text, party.end, verb.start()) is not None
        )

    def _listed(self, start: int, end: int) -> list[Party]:
        """The members of the list that begins at `start`."""
        stop = _LIST_END.search(self.text, start, end)
        listed = self.within(start, stop.start() if stop else end)
        if listed and _OTHER_OBJECT.fullmatch(self.text, start, listed[0].start):
            return []  # "with reservations, and Peru ..."
        if GOVERNMENT.match(self.text, start) and self.principal and len(listed) < 2:
            listed = [Party(self.principal[0], start, start), *listed]
        return listed

    def _nearby(self, placed: Sequence[tuple[Instrument, Sentence]], known: Set[str]) -> list[Bond]:
        """A pair of states ("Israel and Egypt") with the agreement or shortly before it.

        Where the document opens with the agreement, it may be the pair it names most often.
        """
        for _, sentence in placed:
            at = self._number(sentence)
            for other in reversed(self.sentences[max(0, at - 3) : at + 1]):
                pair = self._group(other) if other.block == sentence.block or at < 3 else None
                if pair and (not known or known & set(pair)):
                    return [Bond(name, other, 1) for name in pair]
        if self._number(placed[0][1]) < 3 and self._groups:
            pair, sentence = self._groups
            if not known or known & set(pair):
                return [Bond(name, sentence, 1) for name in pair]
        return []


def _best(bonds: Iterable[Bond]) -> list[Bond]:
    """Each party once, by its surest bond; bonds without force give way to sure ones."""
    best: dict[str, Bond] = {}
    for bond in bonds:
        if any(bond.name.startswith(f"{name} ") and not state(name) for name in best):
            continue  # "Andes Air" and "Andes Air Holdings" are one
        if bond.name not in best or best[bond.name].weight < bond.weight:
            best[bond.name] = bond
    return list(best.values())
