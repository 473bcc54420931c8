"""What a sentence says of itself by its wording: that it matters here, or that it does not.

Stigma and bonus phrases (Edmundson 1969), each a class of sentences and none of them a topic.
"""

from __future__ import annotations

import re

_LEANS = re.compile(
    r"[“\"‘]?(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|But|And|However|So|Also|Then"
    r"|There|Moreover|Furthermore|In addition|Meanwhile|Instead|Yet|Still|Others?|Such|Both"
    r"|(?:First|Second|Third|Fourth|Fifth|Next|Finally|Lastly|Secondly|Thirdly)(?=,)"
    r"|For (?:example|instance))\b"
)
_CREDIT = re.compile(r"\b(?:Image|Photo|Picture|Credit|Caption)s?:")
_SPEAKER = r"(?:(?-i:[^\W\d_a-z][^\Wa-z]*(?:[.’'\ -]+[^\Wa-z]+){0,5}):\s|Q\s+)"
_BOILER = re.compile(
    rf"""^\W*{_SPEAKER}?(?:
      for\s(?:immediate|planning)\s(?:release|purposes) | (?:images?|photos?|pictured?|caption):
      | file\sphoto | (?:sources?|related|tags?|categories|contacts?|editing|reporting)(?:\sby|:)
      | share\sthis | copyright | ©\s?\d | all\srights\sreserved | click\shere | subscribe\sto
      | sign\sup | read\s(?:more|the\sfull) | see\salso | follow\sus | by\s\w+(?:\s[\w.]+){{0,3}}$
      | (?:last\s)?updated\b | published\s(?:on|at)\b | posted\s(?:on|by|in)\b | advertisement\b
      | https?:\S+$ | dear\s | sincerely\b | thank\syou\b | good\s(?:morning|afternoon|evening)
      | end\stext | \(?(?:applause|laughter|crosstalk|inaudible)\b | [q#*\\]\W*$
      | \d{{1,2}}[:.]\d\d\s[ap]\.?m\b | (?:with|from)\s(?:post|staff|agency)\s(?:wires|reports)
      | by\s(?:the\s)?(?:authority|virtue)\b | in\switness\swhereof\b
      | (?:\w+\s\w+\.\s)?(?:\(a\)\s)?nothing\sin\sthis\s\w+\sshall\b
      | (?:editor[’']s\snote|disclaimer|correction)\b | this\s(?:article|story)\s(?:has\sbeen|was)\s
    )|^.{{0,60}}:$|\b(?:(?:is|be)\son\sbackground|embargoed\s(?:un)?til|attribut(?:able|ed)\sto\sa)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_COURTESY = re.compile(
    r"""\b(?:thank(?:s|ful|\syou|\sall)?
      | (?:want|like|pleased|honou?red|glad|thrilled|happy|delighted|good|great)\sto
        \s(?:be\s(?:here|with|back)|have\syou|see\s(?:you|everyone)|welcome|acknowledge|recogni[sz]e
        |join|introduce)
      | welcome\s(?:to|back|everyone|you) | (?:have|take)\sa\sseat | how\sare\syou | god\sbless
      | (?:turn|hand)\sit\sover | with\sthat,\si
      | kidding
    )\b | \b(?:you\sknow|i\smean|anyway),""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    rf"\W*{_SPEAKER}?(?:and |so |now |well, )*(?:(?:a )?(?:special |big )?thanks|welcome|please)\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(r"\b(?:I|I’m|I'm|I’d|we|we’re|we’d|us|me|my|our|you)\b", re.IGNORECASE)
_DECISION = re.compile(
    r"""\b(?:hereby
      | (?:am|are|is|’m|’re)\s(?:today\s|also\s|now\s)?
        (?:announcing|releasing|launching|issuing|proposing|taking\s(?:action|steps)|directing
        |continuing|imposing|extending|ending)
      | (?:I|we)\shave\s(?:decided|determined|directed|ordered)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def is_boilerplate(text: str) -> bool:
    """What stands around a text: by-lines, credits, greetings, invitations to subscribe."""
    return text.isupper() or bool(_BOILER.search(text))


def is_credit(text: str) -> bool:
    """The credit of a picture."""
    return bool(_CREDIT.search(text))


def is_courtesy(text: str) -> bool:
    """Thanks, welcomes and small talk: what is said to those who listen, not to those who read."""
    return bool((_COURTESY.search(text) and _SPOKEN_TO.search(text)) or _ADDRESS.match(text))


def leans(text: str) -> bool:
    """It opens with a word that needs the sentence before."""
    return bool(_LEANS.match(text))


def decides(text: str) -> bool:
    """It does what the document was made for: "I hereby proclaim", "we are announcing"."""
    return bool(_DECISION.search(text))


def is_listing(text: str) -> bool:
    """Nearly all words have capitals, as in addresses, lists of people, and headlines."""
    words = _WORD.findall(text)
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return len(words) > 3 and capitals >= 0.75 * len(words)
