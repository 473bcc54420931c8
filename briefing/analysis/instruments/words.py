"""The words that names of legal instruments are made of."""

from __future__ import annotations

from typing import Literal

Family = Literal["pact", "ceasefire", "law", "text"]


def words(text: str) -> frozenset[str]:
    """The words of `text`, as a set."""
    return frozenset(text.split())


# Head nouns, singular: kind, family. Words of one family can stand for one another ("the pact").
HEADS: dict[str, tuple[str, Family]] = {
    "treaty": ("treaty", "pact"),
    "agreement": ("agreement", "pact"),
    "pact": ("pact", "pact"),
    "accord": ("accord", "pact"),
    "deal": ("deal", "pact"),
    "compact": ("compact", "pact"),
    "convention": ("convention", "pact"),
    "covenant": ("convention", "pact"),
    "concordat": ("treaty", "pact"),
    "partnership": ("partnership", "pact"),
    "arrangement": ("arrangement", "pact"),
    "settlement": ("settlement", "pact"),
    "contract": ("contract", "pact"),
    "memorandum of understanding": ("memorandum", "pact"),
    "memorandum of agreement": ("memorandum", "pact"),
    "memorandum of cooperation": ("memorandum", "pact"),
    "memorandum of intent": ("memorandum", "pact"),
    "memorandum": ("memorandum", "pact"),
    "mou": ("memorandum", "pact"),
    "memo of understanding": ("memorandum", "pact"),
    "memo of cooperation": ("memorandum", "pact"),
    "memo of intent": ("memorandum", "pact"),
    "ceasefire": ("ceasefire", "ceasefire"),
    "cease-fire": ("ceasefire", "ceasefire"),
    "truce": ("ceasefire", "ceasefire"),
    "armistice": ("ceasefire", "ceasefire"),
    "act": ("act", "law"),
    "bill": ("bill", "law"),
    "law": ("law", "law"),
    "statute": ("act", "law"),
    "ordinance": ("act", "law"),
    "directive": ("directive", "law"),
    "regulation": ("regulation", "law"),
    "legislation": ("law", "law"),
    "protocol": ("protocol", "text"),
    "framework": ("framework", "text"),
    "annex": ("annex", "text"),
    "charter": ("charter", "text"),
    "amendment": ("amendment", "text"),
    "letter of intent": ("letter", "pact"),
    "plan of action": ("plan", "pact"),
}

PLURALS: dict[str, str] = {
    "treaties": "treaty",
    "agreements": "agreement",
    "pacts": "pact",
    "accords": "accord",
    "deals": "deal",
    "conventions": "convention",
    "memoranda of understanding": "memorandum of understanding",
    "memorandums of understanding": "memorandum of understanding",
    "memoranda": "memorandum",
    "mous": "mou",
    "acts": "act",
    "bills": "bill",
    "laws": "law",
    "protocols": "protocol",
    "letters of intent": "letter of intent",
    "ceasefires": "ceasefire",
    "partnerships": "partnership",
    "arrangements": "arrangement",
    "contracts": "contract",
}

# Head nouns of instruments that name something else more often when in lower case.
CAPITALISED_ONLY = words(
    "act amendment convention protocol framework annex charter covenant compact statute ordinance "
    "directive regulation partnership arrangement settlement contract memorandum concordat "
    "legislation"
)

# What may precede the head and says what sort of instrument it is, but not which one.
GENERIC = words("""
    a an the this that these those new old final full draft proposed such said any every
    another no its their his her our your my of on in for and to with between agreement
    treaty pact accord act bill law deal memorandum understanding convention protocol
    framework arrangement contract settlement ceasefire truce partnership annex charter
    trade free peace security defence defense military bilateral trilateral multilateral
    tentative preliminary interim comprehensive international global joint signed recent
    latest historic landmark previous earlier existing current original same first second
    whole entire controversial major key main initial formal official legal binding
    long-awaited foundational permanent temporary lasting short brief revised updated
    amended possible potential future eventual similar separate broader wider so-called
    new-look important crucial government governments
    """)

# Adjectives that judge or place an instrument in time; they are no part of its name.
LOOSE = words("""
    new old final proposed recent latest historic landmark previous earlier existing
    current original same whole entire controversial major key main initial formal
    official important crucial so-called long-awaited said possible potential future
    eventual similar separate broader wider first second third last upcoming planned
    pending much-needed unprecedented sweeping lasting foundational massive huge big great
    good bad better best worst fair terrible own full called many several few other
    different various certain latter former sole only single enhanced strengthened
    expanded improved ambitious robust bipartisan rare fragile shaky tenuous
    near-term long-term short-term stalled remaining critical vital imminent elusive defunct
    long-sought long-delayed hard-won far-reaching wide-ranging diplomatic immediate renewed
    acceptable workable reported apparent surprise unpopular high-stakes much-awaited
    long-standing months-long hoped-for hoped would-be secret fresh mere flawed strong
    stronger weak tough revised updated amended
    """)

# Words in lower case that stand inside a name.
CONNECTORS = words(
    "of and the for on to in against through by with & or de du des la le del y von its all an a "
    "from at into under between among concerning regarding relating respecting"
)

# Words that never belong to a name when they begin it.
STARTERS = words("""
    a an the this that these those such each every any some no both either neither all in
    on under with by for from as at after before when while since if although though
    however but and or so yet nor of to into over through until till upon within without
    during despite because our their his her its my your whose which who whom what where
    why how he she they we it i you there here today yesterday tomorrow tonight meanwhile
    also then now later earlier instead additionally moreover furthermore finally first
    second third fourth once again still even only just not article articles section
    sections chapter title part parties paragraph clause appendix president prime minister
    secretary senator ambassador governor chancellor premier is are was were be been being
    has have had do does did will would can could may might must shall should says said
    say signed signs sign following according per like than monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august
    september october november december ii iii iv v vi vii viii ix x xi xii please let see
    read full more
    """)

# Nouns in -ing that say what a law or an agreement is on; other words in -ing are verbs.
GERUNDS = words("""
    hunting gambling gaming banking fishing housing trading shipping mining lending licensing
    drinking driving smoking vaping farming planning logging whaling drilling sharing cloning
    advertising marketing broadcasting policing sentencing trafficking stalking hacking spying
    voting training monitoring testing bargaining funding spending voting working building
    """)

# Nouns that end like adverbs.
NOUNS_IN_LY = words("supply family assembly anomaly monopoly reply ally rally fly bully July")

# What comes first in "ceasefire and hostage deal", "trade and investment agreement".
COORDINATED = words("""
    ceasefire cease-fire truce peace trade investment security defence defense military political
    economic customs border maritime oil gas energy water climate science scientific technical
    technology cultural data hostage hostages prisoner prisoners supply tax pay wage migration
    fisheries fishing health education labour labor services extradition reconciliation unity
    growth stability withdrawal disarmament amnesty aid arms nuclear migrant tourism transport
    aviation food
    """)

# Words before "convention" that make it a gathering, and words of its sentence that do.
GATHERINGS = words("national democratic republican party constitutional state nominating annual")

# Capitalised nouns after which the whole names a body, an office or a book, not the instrument.
BODIES = words("""
    organization organisation organizations committee commission council secretariat
    conference forum group centre center fund bank institute school court office
    department agency association society tribunal network alliance union college
    university firm enforcement board bureau foundation team coalition academy chamber
    club company corporation lab laboratory library museum summit ministerial meeting
    leaders street road hall house building review journal times post press
    """)

# Verbs that take an instrument as their object, which end a noun phrase towards the left.
_OBJECT_VERBS = words("""
    sign ink seal clinch announce reach conclude negotiate renegotiate reject approve ratify
    enact pass veto discuss finalise finalize accept back support oppose welcome hail praise
    slam denounce propose seek demand want need get make take have violate honour honor
    respect implement enforce join leave quit end extend renew revoke repeal suspend scrap
    cancel terminate offer urge introduce sponsor file block kill delay amend revise rewrite
    draft unveil close complete near consider debate adopt agree secure pursue achieve
    advance broker mediate monitor observe uphold undermine abandon ditch dump nix nullify
    void save kickstart restore resume ease endorse criticise criticize condemn claim call
    include including require enter invoke cite mark follow mean see find give let help keep
    review study table push challenge defend defy ignore understand vote reveal resume
    restart mull weigh hammer face eye test lose clear axe shelve revive trigger spark okay
    clinch expand boost hammer question demand favour favor fear expect use govern promise
    send return refer publish release report confirm deny threaten allow enable
""")
_IRREGULAR = words("""
    struck strike strikes broke break breaks broken made took taken had got gotten gave
    given left cut wrote rewrote upheld sought met hit meets meet won win wins held hold
    holds saw seen found kept led lead leads put puts set sets brought bring brings drew
    forged forge forges said says told tells is are was were be been being has do does did
    will would can could may might must shall should became become becomes remains remain
    remained came come comes went go goes
    """)


def forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular verb, with and without a doubled last letter."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith(("s", "h", "x", "o")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    double = verb + verb[-1]
    return verb, verb + "s", verb + "ed", verb + "ing", double + "ed", double + "ing"


VERBS = frozenset(form for verb in _OBJECT_VERBS for form in forms(verb)) | frozenset(_IRREGULAR)

DETERMINERS = words(
    "the a an this that these those its their his her our your my any no each every another some "
    "such what which whose either neither both all"
)

# Function words, at which a noun phrase in lower case ends towards the left.
FUNCTION = (
    CONNECTORS
    | STARTERS
    | DETERMINERS
    | words("""
    about above across along among around behind below beneath beside besides beyond down
    except inside like near off out outside over past plus regarding round since than
    toward towards under unless up upon via whereas whether while within without because
    as if when where who whom whose very more most less least much many few several two
    three four five six seven eight nine ten dozen hundred thousand million billion there
    here not never always often already soon ever and or but nor yet so them him us me
    myself himself itself themselves ago
    """)
)

# Words before a head in lower case that show it is no instrument.
OTHER_SENSE: dict[str, frozenset[str]] = {
    "deal": words("great good big best raw square real package plea no-deal"),
    "bill": words(
        "electricity phone energy water gas tax medical hospital heating fuel utility food dollar "
        "pound import total wage grocery repair legal average treasury dental restaurant hotel"
    ),
    "law": words(
        "martial common international criminal civil constitutional federal state national islamic "
        "sharia case family labour labor business military moore's natural customary maritime "
        "private public brother-in mother-in employment environmental humanitarian domestic "
        "local roman canon basic in patent copyright"
    ),
    "agreement": words("general broad full mutual complete total unanimous verbal"),
    "accord": frozenset(("own",)),
    "treaty": frozenset(),
}

# Lower-case words after the head that show it is no instrument.
OTHER_SENSE_AFTER: dict[str, frozenset[str]] = {
    "deal": words("with in maker makers breaker making"),
    "law": words(
        "enforcement firm firms school professor student students degree and practice lecturer "
        "court courts faculty graduate journal journals review lords lord society clerk library"
    ),
    "bill": frozenset(("of",)),
    "convention": words("centre center hall bureau goers floor"),
    "treaty": words("event events action actions body bodies law series"),
    "contract": words("killer killers worker workers law laws"),
    "accord": frozenset(("with",)),
}
