from __future__ import annotations

import pytest

from tests.analysis.agreement_texts import find, only

PACTS = [
    ("Chile and Peru signed the Andes Water Treaty on Monday.", "signed"),
    ("The Andes Water Treaty was signed in Lima.", "signed"),
    ("Ministers reached the Andes Water Agreement after a long night.", "signed"),
    ("Chile will sign the Andes Water Treaty next week.", "expected"),
    ("The Andes Water Treaty is expected to be signed next week.", "expected"),
    ("Chile may sign the Andes Water Treaty.", "proposed"),
    ("Chile is negotiating the Andes Water Treaty.", "under_negotiation"),
    ("Talks on the Andes Water Treaty went on.", "under_negotiation"),
    ("Chile proposed the Andes Water Treaty.", "proposed"),
    ("Chile ratified the Andes Water Treaty.", "ratified"),
    ("The Andes Water Treaty entered into force in May.", "in_force"),
    ("Under the Andes Water Treaty, Chile must share the river.", "in_force"),
    ("Chile suspended the Andes Water Treaty.", "suspended"),
    ("Chile withdrew from the Andes Water Treaty.", "terminated"),
    ("The Andes Water Treaty expired in May.", "lapsed"),
    ("The Andes Water Treaty collapsed within weeks.", "lapsed"),
    ("Voters rejected the Andes Water Treaty.", "rejected"),
    ("It is cloudy over an Andes Water Treaty.", "unspecified"),
    ("Chile said it would sign the Andes Water Treaty.", "expected"),
    ("The Andes Water Treaty is ready for signing.", "expected"),
    ("Chile and Peru agreed the text of the Andes Water Treaty.", "expected"),
    ("Peru became the first state to ratify the Andes Water Treaty.", "ratified"),
    ("Chile said it would stop applying the Andes Water Treaty.", "suspended"),
    ("The Andes Water Treaty, which entered into force in May, is long.", "in_force"),
    ("The Andes Water Treaty takes effect on Sunday.", "signed"),
    ("Rain fell on the 2018 Andes Water Treaty.", "signed"),
    ("Once Chile has signed the Andes Water Treaty, work starts.", "expected"),
]

LAWS = [
    ("Parliament passed the Clean Rivers Act.", "enacted"),
    ("The President signed the Clean Rivers Act into law.", "enacted"),
    ("I was proud to sign the Clean Rivers Act into law.", "enacted"),
    ("Members voted to pass the Clean Rivers Act.", "enacted"),
    ("Parliament gave its approval on Monday to the Clean Rivers Act.", "enacted"),
    ("Parliament passed the Clean Rivers Bill in its first reading.", "bill"),
    ("The Senate passed the Clean Rivers Bill.", "bill"),
    ("Lawmakers debated the Clean Rivers Bill.", "bill"),
    ("She urged Congress to pass the Clean Rivers Act.", "bill"),
    ("The Clean Rivers Act took effect on Monday.", "in_force"),
    ("The Clean Rivers Act, under which mills pay, is old.", "in_force"),
    ("Parliament repealed the Clean Rivers Act.", "repealed"),
    ("The court struck down the Clean Rivers Act.", "terminated"),
]


@pytest.mark.parametrize(("text", "status"), PACTS + LAWS)
def test_status_of_a_sentence(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Chile refused to sign the Andes Water Treaty.",
        "Chile has not signed the Andes Water Treaty.",
        "Chile would have signed the Andes Water Treaty.",
        "If Chile signed the Andes Water Treaty, it would help.",
        "Chile is yet to sign the Andes Water Treaty.",
    ],
)
def test_what_has_not_happened_is_no_fact(text: str) -> None:
    assert only(text).status not in ("signed", "ratified", "in_force")


def test_the_later_and_stronger_event_counts() -> None:
    text = "Chile signed the Andes Water Treaty in 2001. It suspended the treaty in 2009."
    assert only(text).status == "suspended"


def test_a_list_of_instruments_shares_its_verb() -> None:
    text = (
        "An announcement related to the Harbour Annex agreement is expected as well as the Joint "
        "Repair Framework for Ships."
    )
    assert [agreement.status for agreement in find(text)] == ["expected", "expected"]


def test_what_an_act_does_is_not_done_to_it() -> None:
    assert only("Congress passed the Border Act. The Border Act suspended all visas.").status == (
        "enacted"
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The union reached a tentative deal with the mills. The deal awaits a vote.", "expected"),
        ("The ceasefire in Peru is over, the army said. The truce lasted a week.", "lapsed"),
        ("Prior to joining the Andes Water Treaty in 1991, Chile had its own rules.", "signed"),
        ("Chile quit the Andes Water Treaty in 2009. It rejoined the treaty in 2012.", "in_force"),
        (
            "Ministers signed the Andes Water Treaty after Chile withdrew from the treaty.",
            "signed",
        ),
        (
            "Parliament passed the Clean Rivers Bill. The king had vetoed the bill in May.",
            "enacted",
        ),
        ("A court ruled that the Andes Water Treaty was unlawful.", "terminated"),
        ("Critics say the Andes Water Treaty is unlawful.", "in_force"),
        ("Chile and Peru agreed to revive the Andes Water Treaty. It was suspended.", "in_force"),
        ("Chile rejects new budget, Andes Water Treaty is next.", "in_force"),
        (
            "The Clean Rivers Act, which received royal assent in May, came fully into force.",
            "in_force",
        ),
        ("Chile pulled Peru out of the Andes Water Treaty.", "terminated"),
    ],
)
def test_turns_of_phrase(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is cloudy over the Andes Water Treaty.", "in_force"),
        ("Mills must obey the Clean Rivers Act of 1998.", "in_force"),
        ("Lobbyists do not like the Clean Rivers Bill.", "bill"),
        ("The Clean Rivers Bill would let mills pay.", "bill"),
        ("Farmers cheer Andes water deal\nThe deal was the talk of Lima.", "signed"),
    ],
)
def test_what_goes_by_its_name_exists_where_nothing_else_is_said(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Andes Water Treaty expires in October.", "in_force"),
        ("The Andes Water Treaty, which expires next year, is old.", "in_force"),
        ("The Andes Water Treaty runs out at the end of 2031.", "in_force"),
        ("The Andes Water Treaty is close to collapse.", "in_force"),
        ("Andes Water Treaty expires as talks fail\nIt was a dry day.", "lapsed"),
        ("The truce in Peru agreed in May broke down on Monday.", "lapsed"),
        ("Ministers met after they failed to sign the Andes Water Treaty.", "under_negotiation"),
        ("Ministers spoke of the Andes Water Treaty over the last four years.", "in_force"),
    ],
)
def test_an_end_that_is_to_come_is_none(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks on the Andes Water Treaty started in May.", "under_negotiation"),
        ("Negotiators concluded talks on the Andes Water Treaty.", "signed"),
        ("The signing of the Andes Water Treaty was postponed.", "expected"),
        ("Ministers approved the signing of the Andes Water Treaty.", "expected"),
        ("Ratification of the Andes Water Treaty was delayed.", "signed"),
        ("Peru completed its ratification of the Andes Water Treaty.", "ratified"),
        ("Implementation of the Andes Water Treaty began in May.", "in_force"),
        ("Implementation of the Andes Water Treaty was halted.", "suspended"),
        ("Chile suspended its withdrawal from the Andes Water Treaty.", "in_force"),
        ("Chile announced its withdrawal from the Andes Water Treaty.", "terminated"),
        ("Andes Water Treaty termination was put on hold by Chile.", "in_force"),
        ("Chile lifted its suspension of the Andes Water Treaty.", "in_force"),
        ("The two sides agreed on an extension of the Andes Water Treaty.", "in_force"),
        ("With the signing of the Andes Water Treaty, trade will grow.", "signed"),
        ("Bringing the Andes Water Treaty into force is urgent.", "signed"),
        ("Chile brought the Andes Water Treaty into force in May.", "in_force"),
    ],
)
def test_what_is_said_of_a_noun_that_governs_the_instrument(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile to sign Andes Water Treaty\nIt was a dry day.", "expected"),
        ("The Andes Water Treaty is ready, but Chile and Peru are to sign it.", "in_force"),
        ("Chile and Peru are close to an Andes water agreement.", "expected"),
        ("The Andes Water Treaty, expected to cut losses, was signed in Lima.", "signed"),
        ("Chile agreed to extend the Andes Water Treaty.", "in_force"),
        ("Chile is unwilling to sign the Andes Water Treaty.", "unspecified"),
        ("Groups that rejected the Andes Water Treaty now sign the treaty.", "signed"),
        ("With a view to signing the Andes Water Treaty, Chile wrote to Peru.", "proposed"),
        ("The House and Senate passed the Clean Rivers Act.", "enacted"),
        ("The White House said Congress passed the Clean Rivers Act.", "enacted"),
        ("I return without my approval the Clean Rivers Bill.", "rejected"),
        ("The mayor announced the withdrawal of the Clean Rivers Bill.", "terminated"),
    ],
)
def test_modality_and_complements(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Talks between Chile and Peru on an Andes water pact ended without a deal.",
            "under_negotiation",
        ),
        ("Negotiators are still haggling over the Andes Water Treaty.", "under_negotiation"),
        ("Differences remain on the Andes Water Treaty.", "under_negotiation"),
        ("Ministers aim to wrap up the Andes Water Treaty by June.", "expected"),
        ("By the end of the year Chile would have signed the Andes Water Treaty.", "expected"),
        ("Chile and Peru have agreed in principle on the Andes Water Treaty.", "signed"),
        ("Chile put its signature to the Andes Water Treaty.", "signed"),
        ("Chile has signed, but not ratified, the Andes Water Treaty.", "signed"),
        ("The Andes Water Treaty must be ratified by both parliaments.", "signed"),
        ("The truce in Peru seems to hold.", "in_force"),
        ("The truce in Peru has all but collapsed.", "lapsed"),
        ("Chile pulled the plug on the Andes Water Treaty.", "terminated"),
        ("The Andes Water Treaty is no longer in force.", "terminated"),
        ("The Andes Water Treaty was replaced by the Lima Protocol.", "terminated"),
        ("The Andes Water Treaty was allowed to lapse.", "lapsed"),
        ("Voters in Peru said no to the Andes Water Treaty.", "rejected"),
        ("Chile resumed its participation in the Andes Water Treaty.", "in_force"),
        ("Chile suspended its participation in the Andes Water Treaty.", "suspended"),
        ("The Andes Water Treaty was signed in May and entered into force in June.", "in_force"),
        ("Parliament threw out the Clean Rivers Bill.", "rejected"),
        ("The Clean Rivers Bill died in committee.", "rejected"),
        ("The president threatened to veto the Clean Rivers Bill.", "bill"),
        ("The Clean Rivers Bill awaits a vote.", "bill"),
    ],
)
def test_the_language_of_reports(text: str, status: str) -> None:
    assert find(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile held the Andes Water Treaty in abeyance.", "suspended"),
        ("The Andes Water Treaty remains suspended.", "suspended"),
        ("The row has left the Andes Water Treaty on the verge of collapse.", "in_force"),
        ("Chile formally left the Andes Water Treaty on Friday.", "terminated"),
        ("Talks to revive the Andes Water Treaty began in Lima.", "under_negotiation"),
        ("Ministers spoke of reviving the Andes Water Treaty.", "under_negotiation"),
        ("The court invalidated the decision on the Andes Water Treaty.", "terminated"),
        ("The Andes Water Treaty awaits ratification.", "signed"),
        ("The Andes Water Treaty has met the required 60 ratifications.", "ratified"),
        ("Parliament approved the Andes Water Treaty.", "ratified"),
        ("Parliament has yet to approve the Andes Water Treaty.", "signed"),
        ("Ministers set a date for signing the Andes Water Treaty.", "expected"),
        ("A bid to join the Andes Water Treaty was turned down.", "in_force"),
        ("Chile proposed changes to the Andes Water Treaty.", "in_force"),
        ("Talks on extending the Andes Water Treaty begin on Monday.", "in_force"),
        ("Ministers will replace the Andes Water Treaty when it expires in 2031.", "in_force"),
        ("The truce in Peru largely held overnight.", "in_force"),
        ("The truce in Peru ends at midnight.", "in_force"),
        ("Peers inflicted five defeats on the Clean Rivers Bill.", "bill"),
        ("Peers may amend the Clean Rivers Bill in May when it continues its way.", "bill"),
        ("The cabinet approved the Clean Rivers Bill.", "bill"),
        ("A judge overturned parts of the Clean Rivers Act.", "in_force"),
    ],
)
def test_what_is_said_beside_the_instrument_is_not_said_of_it(text: str, status: str) -> None:
    assert find(text)[0].status == status


def test_what_still_has_to_be_approved_is_no_law_yet() -> None:
    text = "Lawmakers passed the Clean Rivers Bill. The bill must now be endorsed by the senate."
    assert only(text).status == "bill"


def test_the_items_of_a_list_have_what_its_introduction_tells() -> None:
    text = (
        "On Monday, the President signed into law:\n"
        "H.R. 71, the “Clean Rivers Act,” which bans waste;\n"
        "Thank you to all.\n"
        "S. 284, the “Ponds Reauthorization Act,” which keeps ponds."
    )
    found = find(text, "2019-11-24")
    assert [(one.name, one.status) for one in found] == [
        ("Clean Rivers Act", "enacted"),
        ("Ponds Reauthorization Act", "enacted"),
    ]
    assert [one.dates[0].date for one in found] == ["2019-11-18", "2019-11-18"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Mr Reyes voted to repeal the Clean Rivers Act.", "in_force"),
        ("Parliament voted to repeal the Clean Rivers Act.", "repealed"),
        ("As Senate Majority Leader he helped pass the Clean Rivers Act.", "enacted"),
        ("They spoke of the importance of passing the Clean Rivers Act.", "bill"),
    ],
)
def test_who_passes_and_repeals(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A conference on a new Andes Water Treaty opened in Lima.", "under_negotiation"),
        ("The review conference for the Andes Water Treaty opened in Lima.", "in_force"),
        ("Farmers wait for a new Andes Water Treaty.", "proposed"),
        ("The Andes Water Treaty will be renegotiated.", "under_negotiation"),
    ],
)
def test_what_is_new_and_what_is_reviewed(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks aimed at securing the Andes Water Treaty ended in Lima.", "expected"),
        ("The court cleared the way for the Clean Rivers Bill.", "bill"),
        ("The Commons cleared the Clean Rivers Bill.", "bill"),
        ("The signing of the Andes Water Treaty will likely be put off.", "expected"),
        ("The signing of the Andes Water Treaty will likely be kicked back to May.", "expected"),
        ("Chile is set to suspend the Andes Water Treaty later.", "suspended"),
    ],
)
def test_what_is_only_aimed_at(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("He hoped that the Andes Water Treaty would be signed by June.", "expected"),
        ("Both are committed to signing the Andes Water Treaty.", "expected"),
        ("Chile and Peru are working to complete the Andes Water Treaty.", "under_negotiation"),
        ("Peru had been due to sign the Andes Water Treaty on Thursday.", "expected"),
        ("The Andes Water Treaty had been stalled, but was signed in Lima.", "signed"),
        ("The bill amends the Clean Rivers Act of 1998.", "in_force"),
        ("A subcommittee approved the Clean Rivers Bill.", "bill"),
        ("Passage of the Clean Rivers Act is expected next week.", "bill"),
        ("The Clean Rivers Act, due to come into force in May, is long.", "enacted"),
        ("Reyes signed into law six bills, among them the Clean Rivers Bill.", "enacted"),
    ],
)
def test_what_is_hoped_for_worked_on_and_due(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Senators rejected an Andes Water Treaty referendum. "
            "The Andes Water Treaty was signed in May.",
            "signed",
        ),
        ("The Andes Water Treaty, which repealed import duties, was costly.", "in_force"),
        ("Chile signed the Andes Water Treaty over the collapse of the dam.", "signed"),
        ("The Andes Water Treaty, which Chile began writing in May, was signed.", "signed"),
        ("Chile left the Andes Water Treaty and resumed mining.", "terminated"),
        ("Miners sign the Andes Labour Agreement, 40-day strike ends", "signed"),
        ("The Andes Water Treaty, like any broken promise, was signed in May.", "signed"),
        ("Chile made a mockery of the Andes Water Treaty.", "in_force"),
        ("Chile agreed to take the Andes Water Treaty further.", "in_force"),
        ("The Andes Truce between warring parties in the hills collapsed.", "lapsed"),
        ("Marches went on until Peru joined the Andes Water Treaty.", "in_force"),
        ("The last time the Clean Rivers Bill was defeated, nobody spoke.", "bill"),
        ("The Clean Rivers Bill began its second reading.", "bill"),
    ],
)
def test_a_verb_beside_the_instrument_needs_it_as_object_or_subject(text: str, status: str) -> None:
    assert only(text).status == status


def test_what_is_done_to_a_successor_is_not_done_to_the_treaty_before_it() -> None:
    text = "The Andes Ore Treaty was signed to replace the Andes Water Treaty."
    assert [one.status for one in find(text)] == ["signed", "in_force"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Andes Water Treaty was signed, but requires ratification by Peru.", "signed"),
        ("Assuming the Andes Water Treaty is ratified, fees will fall.", "signed"),
        ("Ministers concluded talks on the Andes Treaty and plan to sign the treaty.", "expected"),
        ("The prospects of signing the Andes Water Treaty are good.", "proposed"),
        ("No Andes Trade Deal, talks go on", "under_negotiation"),
        ("Consensus on the Andes Water Treaty proved elusive.", "under_negotiation"),
    ],
)
def test_what_is_still_to_be_done(text: str, status: str) -> None:
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nurses voted by a wide margin to accept the Andes Labour Agreement.", "ratified"),
        ("Staff voted on Monday, 79 to 21, to ratify the Andes Labour Agreement.", "ratified"),
        ("Chile signed the Andes Peace Accord, but two groups rejected it.", "signed"),
        ("The Andes Water Treaty failed by a margin of ten votes.", "rejected"),
        ("The Andes Truce did not hold.", "lapsed"),
        ("Andes Truce collapses in the hills", "lapsed"),
    ],
)
def test_who_accepts_who_rejects_and_what_falls_through(text: str, status: str) -> None:
    assert only(text).status == status


def test_a_deal_of_earlier_years_is_told_in_passing() -> None:
    text = (
        "Chile and Peru hope to sign the Andes Access Agreement.\n"
        "They have worked together in recent years, including by signing a deal on radars."
    )
    assert find(text)[0].status == "expected"


def test_the_deal_before_is_not_the_one_that_the_text_is_about() -> None:
    text = "Chile and Peru agreed a fishing deal on Friday. The previous deal expired in July."
    assert only(text).status == "signed"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Many bills come into force today, including the Clean Rivers Bill.", "in_force"),
        ("Two MPs voted against the Clean Rivers Bill.", "bill"),
        ("The senate voted against the Clean Rivers Bill.", "rejected"),
        (
            "The ratification of the Andes Convention, which was adopted in 2005 and entered into "
            "force in 2007, is near.",
            "in_force",
        ),
        ("The talks ended without an Andes Trade Deal.", "under_negotiation"),
        ("Rain ended a drive to clinch an Andes Trade Deal.", "under_negotiation"),
        ("The negotiations will fail to produce an Andes Trade Deal.", "under_negotiation"),
        ("Talks on the terms of a new Andes Protocol will start in May.", "under_negotiation"),
        ("They agreed on the contents of the renewed Andes Fishing Agreement.", "signed"),
    ],
)
def test_lists_votes_and_talks_that_lead_nowhere_yet(text: str, status: str) -> None:
    assert only(text).status == status


def test_what_is_said_of_all_treaties_is_said_of_each() -> None:
    text = "Chile suspended all treaties with Peru, including the Andes Water Agreement."
    assert {one.status for one in find(text)} == {"suspended"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Teachers and the board, whose union announced a tentative deal, rest.", "expected"),
        ("Chile's congress overrode the king's veto of the Clean Rivers Bill.", "enacted"),
        ("The House voted to override the veto of the Clean Rivers Bill.", "bill"),
        ("Chile said the Andes Truce would remain in effect.", "in_force"),
        ("Chile suspended the Andes Treaty. It mourned the breakdown of the pact.", "suspended"),
        ("Chile went on, sealing the Andes Trade Deal as soon as possible.", "proposed"),
        ("The Andes Peace Accord lost by a margin of ten votes.", "rejected"),
        (
            "Chile ratified the Andes Peace Accord. "
            "Voters rejected an earlier version of the accord.",
            "ratified",
        ),
    ],
)
def test_vetoes_that_are_overridden_and_drafts_that_are_rejected(text: str, status: str) -> None:
    assert only(text).status == status


def test_a_truce_that_goes_on_is_not_the_peace_deal_that_is_rejected() -> None:
    text = (
        "Voters rejected a peace deal with the rebels of the Andes.\n"
        "The current ceasefire remained in place, Reyes said."
    )
    assert find(text)[0].status == "rejected"


def test_a_treaty_is_not_the_deal_that_was_told_before() -> None:
    text = (
        "Chile and Peru signed a water deal on Monday.\n"
        "In 2013 Chile's parliament ratified a treaty to replace colonial rules."
    )
    assert find(text)[0].status == "signed"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Andes Water Treaty, finalised in May, is to be signed in June.", "expected"),
        ("Chile agreed in principle to the Andes Water Treaty. It is to sign it.", "signed"),
        ("Both sides made “some progress” in the Andes Water Treaty.", "under_negotiation"),
        ("Chile hopes to advance the Andes Water Treaty.", "under_negotiation"),
        ("The Andes Water Treaty has stalled.", "under_negotiation"),
        ("The Clean Rivers Bill stalled in the Senate.", "bill"),
        (
            "The planned signing ceremony for a water pact with Peru is near.\nIt rained.",
            "expected",
        ),
        ("Chile's signing ceremony for a water pact with Peru may be planned for May.", "expected"),
    ],
)
def test_what_is_ready_but_not_signed(text: str, status: str) -> None:
    assert find(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Andes Water Treaty will be discussed in Lima.", "under_negotiation"),
        (
            "Chile resumed its efforts to achieve an Andes water deal with Peru.",
            "under_negotiation",
        ),
        ("Chile and Peru agreed on a truce. They will set up an implemented truce.", "signed"),
        ("Chile and Peru signed the Andes Truce. He spoke before the signing of it.", "signed"),
        ("Hours before the signing of the Andes Water Treaty he rested.", "expected"),
        ("Chile signed the instruments of ratification of the Andes Water Treaty.", "ratified"),
        (
            "The Andes Free Trade Agreement in goods and services between Chile and the group of "
            "ten states of the southern coast is expected to be signed in May.",
            "expected",
        ),
        ("The Senate passed the Clean Rivers Bill. Approval of the bill took days.", "bill"),
    ],
)
def test_what_is_discussed_striven_for_or_told_in_passing(text: str, status: str) -> None:
    assert find(text)[0].status == status


def test_what_is_said_of_the_instruments_of_a_list_is_said_of_each() -> None:
    text = (
        "Chile ratified three treaties – the “Andes Water Treaty”, “Coast Fishing Treaty” and the "
        "“Lima Trade Treaty”. It signed two pacts: the Bolivia Gas Pact and the Cuzco Rail Pact."
    )
    assert [one.status for one in find(text)] == ["ratified"] * 3 + ["signed"] * 2


def test_a_deal_on_the_same_is_the_accord_that_was_told_before() -> None:
    text = (
        "Chile will ratify a peace accord with the Red Front.\n"
        "In May, Chile reached a peace deal with the Red Front."
    )
    assert only(text).status == "signed"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile called for a radical reform of the Andes Water Treaty.", "in_force"),
        ("There are gaps in the implementation of the Andes Deal. The deal was signed.", "signed"),
        ("Chile rejected claims from Lima that the Andes Water Treaty is near.", "in_force"),
        ("The White House announced an Andes peace deal proposal.", "proposed"),
        ("Chile will extend the deadline for an Andes trade deal.", "unspecified"),
        ("Andes truce and hostage release talks resume in Lima", "under_negotiation"),
    ],
)
def test_what_is_done_to_something_of_a_pact_is_not_done_to_it(text: str, status: str) -> None:
    assert find(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hunters have broken the Clean Rivers Act.", "in_force"),
        ("The Clean Rivers Act has been broken.", "in_force"),
        (
            "The king signed the Clean Rivers Act. The opposition Green Party on Monday rejected "
            "the act.",
            "enacted",
        ),
        ("The king vetoed the Clean Rivers Bill. The Senate overrode the veto of it.", "rejected"),
        ("The Senate overrode the veto of the Clean Rivers Bill.", "enacted"),
        ("The House overrode the king's veto of the Clean Rivers Bill.", "bill"),
        ("The House and the Senate voted to override the veto of the River Bill.", "enacted"),
        ("The Senate failed to override the veto of the Clean Rivers Bill.", "rejected"),
    ],
)
def test_laws_that_are_broken_opposed_or_passed_over_a_veto(text: str, status: str) -> None:
    assert find(text)[0].status == status


def test_a_list_may_give_the_acronyms_of_its_members() -> None:
    text = (
        "Palau signed the Clean Rivers Convention (CRC), the Clean Lakes Convention (CLC), the "
        "Clean Seas Convention (CSC) and the Convention against Drought."
    )
    assert {one.status for one in find(text)} == {"signed"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Workers Leave Act helps, as does the Coast Exit Act.", "in_force"),
        ("The Andes Renewal Treaty is long.", "in_force"),
        ("A directive makes the Andes Water Treaty pointless.", "in_force"),
        ("The Coast Relief Act that expired in May was long.", "lapsed"),
    ],
)
def test_words_of_names_and_of_other_clauses_tell_nothing(text: str, status: str) -> None:
    assert find(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile announced the suspension of its duties under the Andes Gas Pact.", "suspended"),
        ("Chile suspended its obligations under the Andes Gas Pact.", "suspended"),
        ("The Andes Gas Pact would be suspended if Peru broke it.", "in_force"),
        ("Chile left the Andes Gas Pact. Peru and Cuba continue to apply the pact.", "in_force"),
        (
            "Ratified in 1988 by the peoples of Chile and Peru, the Andes Treaty is long.",
            "ratified",
        ),
        ("Dockers voted by two to one to throw out a pay deal of May.", "rejected"),
    ],
)
def test_duties_provisos_and_those_who_stay(text: str, status: str) -> None:
    assert find(text)[0].status == status


@pytest.mark.parametrize(
    "text",
    [
        "The Coast Relief Act cleared the House by ten votes.",
        "The Coast Relief Act, a two-page bill to help ports, passed the Senate.",
        "The Coast Relief Act had its second reading in May.",
    ],
)
def test_an_act_that_passed_one_chamber_is_a_bill(text: str) -> None:
    (act,) = find(text)
    assert (act.name, act.status) == ("Coast Relief Act", "bill")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Andes Gas Pact, signed in 2017, obliges Chile to help.", "in_force"),
        ("The Andes Gas Pact, signed in May, obliges Chile to help.", "signed"),
        ("The Andes Gas Pact, signed in 2017, obliged Chile to help.", "signed"),
        (
            "The Andes Gas Pact was signed in 2017. The pact provides for loans. The pact would"
            " replace an older one.",
            "signed",
        ),
    ],
)
def test_what_an_old_pact_does_is_told_in_the_present(text: str, status: str) -> None:
    assert find(text, date="2022-10-05")[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The chambers reached a provisional deal on the Ports Regulation, which sets binding"
            " goals.",
            "bill",
        ),
        ("The Council took its general approach on the Ports Directive in May.", "bill"),
        ("She wrote the proposal for a Ports Act.", "bill"),
        ("She wrote of the Ports Act.", "in_force"),
        (
            "After a provisional deal on the Ports Regulation in May, the Ports Regulation entered"
            " into force on Monday.",
            "in_force",
        ),
    ],
)
def test_a_law_whose_text_is_agreed_on_is_a_bill(text: str, status: str) -> None:
    laws = [one for one in find(text, date="2022-10-05") if one.name.startswith("Ports")]
    assert [law.status for law in laws] == [status]
