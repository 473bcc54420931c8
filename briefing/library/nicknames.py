"""English given names and what their bearers are commonly called."""

from __future__ import annotations

from briefing.analysis.instruments.words import words

_SHORT = {
    "abigail": "abby",
    "abraham": "abe",
    "albert": "al bert",
    "alexander": "alex sandy",
    "alexandra": "alex sandra",
    "alfred": "al fred",
    "andrew": "andy drew",
    "anthony": "tony",
    "barbara": "barb",
    "benjamin": "ben",
    "bernard": "bernie",
    "catherine": "cathy kate",
    "charles": "charlie chuck",
    "christine": "chris",
    "christopher": "chris",
    "daniel": "dan danny",
    "david": "dave",
    "deborah": "debbie deb",
    "donald": "don",
    "douglas": "doug",
    "edward": "ed eddie ted",
    "elizabeth": "liz beth betsy",
    "eugene": "gene",
    "frederick": "fred",
    "gabriel": "gabe",
    "gerald": "gerry jerry",
    "gregory": "greg",
    "henry": "hank harry",
    "jacob": "jake",
    "james": "jim jimmy",
    "jeffrey": "jeff",
    "jennifer": "jen jenny",
    "jonathan": "jon",
    "joseph": "joe joey",
    "joshua": "josh",
    "katherine": "kathy kate katie",
    "kathleen": "kathy",
    "kenneth": "ken",
    "lawrence": "larry",
    "leonard": "len",
    "louis": "lou",
    "margaret": "maggie peggy meg",
    "matthew": "matt",
    "michael": "mike",
    "mitchell": "mitch",
    "nathaniel": "nate",
    "nicholas": "nick",
    "patricia": "pat patty",
    "patrick": "pat",
    "peter": "pete",
    "philip": "phil",
    "raymond": "ray",
    "rebecca": "becky",
    "richard": "dick rick rich",
    "robert": "bob bobby rob",
    "ronald": "ron",
    "samuel": "sam",
    "stephen": "steve",
    "steven": "steve",
    "susan": "sue susie",
    "theodore": "ted teddy",
    "thomas": "tom tommy",
    "timothy": "tim",
    "victoria": "vicky",
    "vincent": "vince",
    "walter": "walt",
    "william": "bill billy will",
}
_CALLED = {name: words(short) for name, short in _SHORT.items()}


_SPELLINGS = (
    *("alan allan allen", "ann anne", "anthony antony", "brian bryan", "catherine katherine"),
    *(
        "cathleen kathleen",
        "deborah debra",
        "elizabeth elisabeth",
        "eric erik",
        "frederick frederic",
    ),
    *("geoffrey jeffrey", "lawrence laurence", "marc mark", "michelle michele"),
    *("nicholas nicolas", "philip phillip", "sara sarah", "stephen steven", "teresa theresa"),
)
_SPELT = {form: forms.split()[0] for forms in _SPELLINGS for form in forms.split()}


def spelling(name: str) -> str:
    """One spelling, always the same, for all of a given name in lower case."""
    return _SPELT.get(name, name)


def is_short_for(nickname: str, name: str) -> bool:
    """Whether people of a given name are called by another one, or by a spelling that goes before.

    Both are in lower case. Of two spellings that come before one another only the later stands for
    the other, so that none stands for itself.
    """
    if nickname in _CALLED.get(spelling(name), ()) or nickname in _CALLED.get(name, ()):
        return True
    return nickname < name and spelling(nickname) == spelling(name)
