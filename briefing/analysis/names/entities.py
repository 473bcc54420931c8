"""One entity for each thing the document names, with all its names, and why they were merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import Entity, EntityKind, Mention, Merge
from briefing.analysis.gazetteer import Gazetteer, gazetteer
from briefing.analysis.names.merging import Form, bracketed, fold, merges
from briefing.analysis.names.names import NameMention
from briefing.document import Document


def resolve(
    document: Document, names: Sequence[NameMention], acronyms: Sequence[Acronym] = ()
) -> tuple[Entity, ...]:
    """The entities, most mentioned first, then by their first mention."""
    know = gazetteer()
    mentions: dict[str, list[NameMention]] = defaultdict(list)
    for name in names:
        mentions[document.slice(name.start, name.end).replace("\u00ad", "")].append(name)
    forms = {text: _form(text, found) for text, found in mentions.items()}
    leader = {text: text for text in forms}
    reasons: dict[str, tuple[str, str]] = {}
    same = chain(merges(forms, acronyms, know), bracketed(document, names))
    for alias, full, reason in same:
        one, other = _root(leader, alias), _root(leader, full)
        if one != other and _compatible(forms[alias].kind, forms[full].kind):
            leader[one] = other
            reasons.setdefault(alias, (full, reason))
    groups: dict[str, list[Form]] = defaultdict(list)
    for form in sorted(forms.values(), key=lambda form: form.first):
        groups[_root(leader, form.text)].append(form)
    entities = [_entity(group, mentions, reasons, know) for group in groups.values()]
    entities.sort(key=lambda entity: (-len(entity.mentions), entity.mentions[0].start))
    return tuple(entities)


def _form(text: str, found: Sequence[NameMention]) -> Form:
    kinds = Counter(name.kind for name in found)
    roles = tuple(dict.fromkeys(name.role for name in found if name.role))
    return Form(text, kinds.most_common(1)[0][0], found[0].start, len(found), roles)


def _root(leader: Mapping[str, str], text: str) -> str:
    while leader[text] != text:
        text = leader[text]
    return text


def _compatible(one: EntityKind, other: EntityKind) -> bool:
    """A people is not its country; otherwise a wrong guess at the kind does not part two names."""
    return one == other or "group" not in (one, other)


def _entity(
    group: Sequence[Form],
    mentions: Mapping[str, Sequence[NameMention]],
    reasons: Mapping[str, tuple[str, str]],
    know: Gazetteer,
) -> Entity:
    kinds: Counter[EntityKind] = Counter()
    for form in group:
        kinds[form.kind] += form.mentions
    kind = kinds.most_common(1)[0][0]
    best = max(group, key=_fullness)
    name = _shown(best.text, kind, know)
    spans = sorted((found.start, found.end) for form in group for found in mentions[form.text])
    aliases = [form.text for form in group if form.text != name]
    why = [Merge(alias, _reason(alias, name, reasons)) for alias in aliases]
    if kind == "system" and " " in name and name.split()[0] not in aliases:
        aliases.append(name.split()[0])
        why.append(Merge(aliases[-1], f"first word of {name}"))
    return Entity(
        name,
        kind,
        tuple(Mention(*span) for span in spans),
        _role(group) if kind == "person" else None,
        tuple(aliases),
        tuple(why),
    )


def _fullness(form: Form) -> tuple[bool, int, int]:
    """What makes a form the name to show: not in capitals, many words, often used."""
    return not form.text.isupper(), len(form.text.split()), form.mentions


def _shown(text: str, kind: EntityKind, know: Gazetteer) -> str:
    """The name to show: a country's usual name, and no name in capitals but acronyms."""
    country = know.country(text) if kind == "place" else None
    if country:
        return country
    if text.isupper() and kind in ("person", "place") and len(text) > 3:
        return text.title()
    return text


def _reason(alias: str, name: str, reasons: Mapping[str, tuple[str, str]]) -> str:
    """Why `alias` is `name`; a form that others were merged into has no reason of its own."""
    if alias in reasons:
        return reasons[alias][1]
    if fold(alias) == fold(name):
        return "the same name in capitals" if alias.isupper() else f"another spelling of {name}"
    short = " " not in alias and (alias.isupper() or "." in alias)
    return f"abbreviation of {name}" if short else f"another name of {name}"


def _role(group: Sequence[Form]) -> str | None:
    """The first role the text gives, or a later one that says the same and more."""
    roles = [role for form in group for role in form.roles]
    if not roles:
        return None
    return max((role for role in roles if role.startswith(roles[0])), key=len)
