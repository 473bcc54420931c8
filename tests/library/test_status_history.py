from __future__ import annotations

from briefing.library.digest import Told
from briefing.library.status_history import Reported, Step, steps
from tests.library.digests import told


def history(*reports: tuple[str, Told]) -> list[tuple[str, str]]:
    return [(step.status, step.date) for step in found(*reports)]


def found(*reports: tuple[str, Told]) -> tuple[Step, ...]:
    return steps(
        Reported(number, date, f"{number}.txt", one) for number, (date, one) in enumerate(reports)
    )[0]


def test_steps_stand_in_the_order_of_their_dates() -> None:
    assert history(
        ("2024-03-01", told("in_force")),
        ("2021-02-03", told("signed")),
        ("2022-05-01", told("ratified", "2022-04")),
    ) == [("signed", "2021-02-03"), ("ratified", "2022-04"), ("in_force", "2024-03-01")]


def test_what_a_later_document_dates_counts_for_that_date() -> None:
    (step,) = found(("2024-03-01", told("signed", "2021")))

    assert (step.date, step.told, step.reports[0].date) == ("2021", True, "2024-03-01")


def test_a_later_mention_of_the_past_does_not_take_it_back() -> None:
    reports = [
        Reported(0, "2021-01-01", "a", told("signed")),
        Reported(1, "2022-01-01", "b", told("in_force")),
        Reported(2, "2023-01-01", "c", told("signed")),
        Reported(3, "2023-01-01", "d", told("proposed")),
    ]
    kept, background = steps(reports)

    assert [step.status for step in kept] == ["signed", "in_force"]
    assert [one.document for one in kept[0].reports] == [0, 2]
    assert [one.document for one in background] == [3]


def test_dates_of_different_precision_are_one_step() -> None:
    assert history(
        ("2022-01-01", told("signed", "2021")), ("2022-02-01", told("signed", "2021-05-03"))
    ) == [("signed", "2021-05-03")]


def test_a_date_hoped_for_is_not_that_of_the_hope() -> None:
    assert history(("2022-01-01", told("expected", "2022-06"))) == [("expected", "2022-01-01")]
    assert history(("2022-01-01", told("enacted", "2050"))) == [("enacted", "2022-01-01")]
    assert history(("2023-11-07", told("suspended", "2023-12-07"))) == [("suspended", "2023-12-07")]


def test_contradictions_are_shown() -> None:
    steps_ = found(("2022-01-01", told("in_force", "2020")), ("2022-02-01", told("signed", "2021")))

    assert [(step.status, step.disputed) for step in steps_] == [
        ("in_force", False),
        ("signed", True),
    ]


def test_what_was_ended_may_be_resumed() -> None:
    assert history(
        ("2021-01-01", told("in_force")),
        ("2022-01-01", told("suspended")),
        ("2023-01-01", told("in_force")),
    ) == [("in_force", "2021-01-01"), ("suspended", "2022-01-01"), ("in_force", "2023-01-01")]


def test_one_voice_that_recalls_an_end_is_none_where_many_know_it_in_force() -> None:
    assert history(
        ("2021-01-01", told("in_force")),
        ("2022-01-01", told("terminated")),
        ("2022-02-01", told("in_force")),
        ("2022-03-01", told("in_force")),
    ) == [("in_force", "2021-01-01")]


def test_a_withdrawal_recalled_between_reports_that_it_is_in_force_is_none() -> None:
    assert history(
        ("2021-01-01", told("in_force")),
        ("2021-02-01", told("in_force")),
        ("2021-03-01", told("terminated")),
        ("2021-03-02", told("terminated")),
        ("2021-04-01", told("in_force")),
    ) == [("in_force", "2021-01-01")]


def test_a_date_that_few_give_is_not_a_step() -> None:
    many = [("2022-01-01", told("signed", "2021-05-03")) for _ in range(8)]

    assert history(*many, ("2022-02-01", told("signed", "2022-01-31"))) == [
        ("signed", "2021-05-03")
    ]


def test_dates_of_one_month_tell_of_one_event() -> None:
    passed = ("2022-07-29", told("enacted", "2022-07-28"))
    signed = [("2023-01-01", told("enacted", "2022-08-09")) for _ in range(3)]
    month = [("2023-01-01", told("enacted", "2022-09")) for _ in range(4)]

    (step,) = found(passed, *signed, *month)
    assert (step.date, len(step.reports)) == ("2022-08-09", 8)


def test_steps_of_one_status_in_different_years_stay() -> None:
    assert history(
        ("2023-01-01", told("enacted", "2021-12-27")), ("2024-01-01", told("enacted", "2023-12-22"))
    ) == [("enacted", "2021-12-27"), ("enacted", "2023-12-22")]


def test_what_is_dated_was_not_so_before_because_a_sentence_without_a_date_says_so() -> None:
    assert history(
        ("2022-03-29", told("signed")), ("2022-05-23", told("signed", "2022-05-23"))
    ) == [("signed", "2022-05-23")]


def test_a_bill_cannot_come_after_its_enactment() -> None:
    enacted = ("2022-08-20", told("enacted", "2022-08-16"))
    assert history(enacted, ("2023-01-02", told("bill", "2023-01-01"))) == [
        ("enacted", "2022-08-16")
    ]
    voted = [("2022-08-12", told("bill", "2022-08-12")) for _ in range(2)]
    assert history(("2021-10-15", told("enacted")), *voted, enacted) == [
        ("bill", "2022-08-12"),
        ("enacted", "2022-08-16"),
    ]


def test_a_deed_without_a_date_was_done_by_the_date_of_its_document() -> None:
    (signed,) = found(("2022-03-29", told("signed")))
    (talks,) = found(("2022-03-29", told("under_negotiation")))
    (dated,) = found(("2022-03-29", told("signed", "2021")))

    assert (signed.by, talks.by, dated.by) == (True, False, False)


def test_what_one_of_many_documents_says_without_a_date_is_no_step() -> None:
    ended = Reported(0, "2022-03-29", "0.txt", told("terminated", "2022-03-01"))
    passed = Reported(1, "2022-03-29", "1.txt", told("enacted"))
    signed = Reported(2, "2022-03-29", "2.txt", told("signed", "2021"))

    assert [step.status for step in steps([ended, passed, signed], documents=3)[0]] == [
        "signed",
        "terminated",
    ]
    history, rest = steps([ended, passed, signed], documents=40)
    assert [step.status for step in history] == ["signed"]
    assert len(rest) == 2


def test_what_an_end_that_is_no_step_had_parted_is_one_step() -> None:
    force = [Reported(n, f"2022-0{n + 1}-01", f"{n}.txt", told("in_force")) for n in range(2)]
    again = [Reported(n, f"2022-0{n + 1}-01", f"{n}.txt", told("in_force")) for n in range(4, 6)]
    ended = Reported(3, "2022-04-01", "3.txt", told("terminated", "2022-04-01"))

    assert len(steps([*force, ended, *again], documents=6)[0]) == 3
    (step,), _ = steps([*force, ended, *again], documents=40)
    assert (step.date, len(step.reports)) == ("2022-01-01", 4)
