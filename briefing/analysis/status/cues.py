"""The words that say what happened to an instrument, by the event they report.

In the tables `_` stands for a space, `~` for up to three words, and `*` for all forms of a regular
verb.
"""

from __future__ import annotations

import re
from typing import Literal

from briefing.analysis.instruments.words import forms

Event = Literal[
    "sign", "ratify", "force", "use", "suspend", "terminate", "lapse", "reject", "negotiate",
    "propose", "expect", "introduce", "chamber", "enact", "repeal", "resume", "void", "approve",
    "extend", "would", "revive", "await", "join",
]  # fmt: skip

# Words that stand before the instrument, which is their object.
OBJECT: dict[Event, str] = {
    "sign": """sign* co-sign* signature_of signing_of ink* conclude* conclusion_of reach*
        clinch* struck strike strikes striking seal* agree*_to agree*_on agree*_upon agreed
        agree*_in_principle_on agree*_in_principle_to signature_to wrap*_up award*
        came_to_terms_on shook_hands_on shake_hands_on adopt* adoption_of enter*_into secure*
        broker* forge forged initial initials initialled initialed cut made make makes making
        achieve* produce* establish* won wins
        got gets""",
    "approve": """approve* accept* announce* announcement_of unveil* launch* complete* reveal*
        welcome* hail* endorse* backed backs pass* vote*_for green_light_to negotiated
        hammered_out finalise* finalize*""",
    "join": "join*",
    "ratify": """ratify* ratification_of ratification_to accede*_to accession_to acceded_to
        consent*_to""",
    "extend": "extend* extension_of extension_to prolong* renew* renewal_of",
    "force": """bring_into_force put_into_force brought_into_force put_into_effect implement*
        implementation_of enforce* enforcement_of""",
    "void": "quash* set_aside sets_aside",
    "resume": """rejoin* resume* return*_to re-enter* continue*_to_apply continue*_applying
        continue*_to_implement continue*_to_observe remain*_party_to remain*_parties_to
        remain*~a_party_to""",
    "revive": "restore* restoration_of reinstate* revive* revival_of resurrect*",
    "use": """under pursuant_to in_accordance_with obligations_under obligations_to party_to
        parties_to violate* violation_of violations_of breach* breach_of breaches_of
        compliance_with break breaks broke breaking flout* renege*_on honour* honor*
        signatory_to signatories_to reliance_on abiding_by comply*_with complied_with
        in_line_with consistent_with adhere*_to adherence_to uphold upholds upholding upheld
        member_of members_of commitment_to commitments_to committed_to required_by protected_by
        provided_by provided_for_in as_part_of thanks_to through made_possible_by funding_from
        funds_from funded_by invoke* cite* principles_of goals_of objectives_of provisions_of
        terms_of authority_of abide_by abides_by bound_by observe* respects respected respecting
        section_of article_of articles_of clause_of title_of""",
    "suspend": """suspend* in_abeyance suspension_of freeze freezes freezing froze frozen pause*
        paused shelve* suspend*~implementation_of paus*~implementation_of
        halt*~implementation_of suspend*~compliance_with halt* stop*_applying stop*_implementing
        stop*_complying_with cease*_implementing""",
    "terminate": """withdraw withdraws withdrew withdrawn withdrawing withdrawal_from
        withdrawal_of withdraw*_from withdrew_from withdrawn_from withdrawing_from pull*~out_of
        took~out_of exit* back*_out_of walk*_away_from walk*_out_of quit quits quitting left
        leave leaves leaving terminate* pull*_the_plug_on call*_off drop* revoke* replaced
        supersede* termination_of abrogate* abrogation_of scrap* scrapping cancel*
        cancellation_of ended ending tear_up tears_up tore_up annul* renounce* abandon* ditch*
        invalidate* strike_down struck_down strikes_down overturn* nullify* dissolve*
        denunciation_of exit_from""",
    "lapse": "expiry_of expiration_of collapse_of breakdown_of shatter*",
    "reject": """reject* rejection_of vote*_down vote*_against veto* veto_of vetoing defeat* block*
        turn*_down threw_out throws_out thrown_out throw_out throwing_out said_no_to say_no_to
        says_no_to
        without_my_approval without_approval""",
    "negotiate": """haggle*_over wrangle*_over differences_over differences_on
        differences_remain_on negotiate* renegotiate* negotiation_of negotiations_of
        negotiations_on negotiations_for negotiations_over negotiations_towards
        negotiations_about negotiating talks_on talks_about talks_for talks_over talks_aimed_at
        work*_on work*_toward work*_towards advance advances advancing discuss*
        discussions_on discussions_of mediate* hammer*_out progress_on progress_in
        progress_towards progress_toward""",
    "propose": """propose* proposal_for proposals_for proposal_of call*_for plan*_for plans_for
        seek seeks seeking sought push*_for want* pursue* offer* suggest* demand* possibility_of
        prospect_of idea_of need_for urge* float* mull* moot* consider* contemplate* weigh*
        explore* envisage*""",
    "expect": """hopes~for hopes_for hope_for hoped_for hopes_of hoping_for close_to closer_to
        near nears nearing nearer verge_of brink_of cusp_of ready_for announcement_related_to
        text_of agree*_the_text_of agree*_on_the_text_of finalis*_the_text_of
        finaliz*_the_text_of""",
    "introduce": """vote*_on introduce* introduction_of sponsor* co-sponsor* table* debate*
        consider* draft* support_for supports back* oppose*""",
    "enact": """sign* signing_of enact* enactment_of pass* passage_of promulgate* assented_to
        vote*_to_pass approve* approval_of approval~to adopt* assent_to assent*_to clear*
        overrode vote*_for""",
    "repeal": "repeal* repeal_of repealing_of rescind* revoke* abolish* scrap* scrapping_of",
}

# Words that stand behind the instrument, which is their subject.
SUBJECT: dict[Event, str] = {
    "sign": """signed inked concluded reached clinched struck sealed agreed adopted
        brokered secured forged established cut made drawn_up initialled initialed""",
    "ratify": "ratified met~ratifications reached~ratifications",
    "await": """awaits_ratification await_ratification awaiting_ratification needs~ratifications
        requires~ratifications requires~ratification needs~ratification needs~to_be_ratified
        have_to_be_ratified has_to_be_ratified requires~approval awaits_approval
        awaiting_approval must~be_endorsed
        must~be_approved must~be_ratified must~be_passed needs~approval yet_to_be_approved
        yet_to_be_endorsed yet_to_be_ratified""",
    "force": """entered_into_force enter_into_force enters_into_force came~into_force
        come~into_force comes~into_force came~into_effect come~into_effect comes~into_effect
        went_into_effect go_into_effect goes_into_effect entry_into_force take_effect
        takes_effect took_effect taken_effect in_force in_effect in_place effective binding
        operational functional hold holds holding held began begins begin started starts start
        implemented enforced continues continue lasts remains_in_force remain_in_force
        remains_in_effect remain_in_effect remains_in_place remain_in_place remains_valid
        remain_valid remains_binding remain_binding remains_intact""",
    "extend": "extended renewed prolonged extension renewal",
    "approve": """announced approved unveiled launched revealed accepted welcomed negotiated
        hammered_out finalised finalized""",
    "would": "would",
    "void": "unlawful unconstitutional illegal set_aside quashed void invalid",
    "resume": "rejoined resumed",
    "revive": "reinstated restored revived",
    "use": """requires require required obliges prohibits prohibit prohibited allows allow bans
        banned provides provide gives give gave grants guarantees permits states says stipulates
        protects commits violated breached flouted ignored committed obligations sets_out
        sets_forth party parties member members serves governs limits covers under_which
        be_upheld restricts imposes establishes states_parties""",
    "suspend": "suspended frozen paused put_on_hold on_hold suspension in_abeyance on_ice shelved",
    "terminate": """terminated abrogated scrapped cancelled canceled torn_up annulled
        invalidated struck_down abandoned renounced overturned withdrawal dissolved dead revoked
        ended no_longer_in_force no_longer_in_effect no_longer_valid no_longer_binding
        no_longer_applies ceased_to_be ceased_to_apply replaced_by superseded_by called_off""",
    "reject": """rejected voted_down vetoed defeated blocked turned_down failed_to_pass
        failed_in lost_by loses_by failed_by failed_on_a fails_by failed_to_win failed_to_get
        failed_to_secure
        fell~short_of falls~short_of died thrown_out""",
    "negotiate": """renegotiated being_negotiated negotiations negotiation negotiating talks
        under_discussion under_negotiation discussed in_the_works elusive stalled
        deadlocked bogged_down on_the_backburner on_the_back_burner""",
    "propose": "proposed planned suggested on_the_table mooted proposal proposals",
    "expect": """expected due imminent scheduled set_to_be to_be_signed to_be_announced
        ready_for_signing ready_for_signature ready_to_be_signed to_be_concluded to_be_finalised
        to_be_finalized within_reach in_sight will_be_ready ready_by open_for_signature
        opens_for_signature close_at_hand very_near is_near is_close""",
    "chamber": """passed_the_house passes_the_house passed_the_senate passes_the_senate
        passed_the_lower_house passed_the_upper_house passed_the_commons passed_the_assembly
        clears_the_house cleared_the_house cleared_the_senate clears_the_senate
        cleared_the_lower_house cleared_the_upper_house cleared_the_commons cleared_the_assembly
        cleared_its_first_reading passed_its_first_reading passed_its_second_reading
        passed_a_first_reading passed_a_second_reading had_its_second_reading
        had_its_first_reading completed_its_committee_stage""",
    "introduce": """introduced tabled debated sponsored drafted goes_to heads_to moves_to
        sent_to returns_to went_to stalled languished languishing""",
    "enact": """signed_into_law signed enacted passed becomes_law become_law became_law
        becomes_the_law become_the_law became_the_law is_now_law is_now_the_law
        promulgated approved adopted royal_assent passes is_law""",
    "lapse": """fell_when fell_at_its expired expires expire expiring lapsed lapses collapsed
        collapses collapsing
        collapse ran_out runs_out fell_apart fell_through falls_apart broke_down broken_down
        broken unravelled unraveled failed did_not_hold has_not_held have_not_held didn't_hold
        failed_to_hold fails_to_hold is_over was_over in_tatters in_ruins ends lapse
        came_to_an_end comes_to_an_end at_an_end over allowed_to_lapse shattered""",
    "repeal": "repealed rescinded revoked abolished replaced_by superseded_by",
}


def compiled(cues: dict[Event, str], events: frozenset[str]) -> re.Pattern[str]:
    """One expression for the cues of `events`; the name of the group that matched is the event."""
    groups = (
        rf"(?P<{event}>(?<![\w-])(?:{'|'.join(_patterns(words))})(?![\w-]))"
        for event, words in cues.items()
        if event in events
    )
    return re.compile("|".join(groups), re.IGNORECASE)


def _patterns(words: str) -> list[str]:
    patterns: set[str] = set()
    for cue in words.split():
        stem, star, rest = cue.partition("*")
        starts = forms(stem) if star else (stem,)
        patterns |= {_spaced(start + rest) for start in starts}
    return sorted(patterns, key=lambda pattern: (-len(pattern), pattern))


def _spaced(cue: str) -> str:
    gapped = re.escape(cue).replace("\\~", "~").replace("~", r"(?:\s+[\w.’']+){0,3}\s+")
    return gapped.replace("_", r"[”\"’]?\s+")
