"""Going back and forward, without a screen."""

from briefing.app.history import History, Place

A, B, C, D = (Place(0, position) for position in range(4))


def test_back_and_forward_go_through_the_places_one_left() -> None:
    history = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_a_jump_forgets_what_lay_ahead() -> None:
    history = History()
    history.leave(A)
    assert history.back(B) == A
    history.leave(A)
    assert history.forward(D) is None
    assert history.back(D) == A


def test_a_place_one_is_at_is_not_gone_back_to() -> None:
    history = History()
    history.leave(A)
    history.leave(B)
    history.leave(B)
    assert history.back(B) == A


def test_back_comes_to_where_one_had_scrolled() -> None:
    history = History()
    history.leave(A)
    assert history.back(C) == A
    assert history.forward(D) == C
    assert history.back(C) == D


def test_the_oldest_places_are_forgotten() -> None:
    history = History()
    for position in range(2000):
        history.leave(Place(0, position))
    here, steps = Place(1, 0), 0
    while (place := history.back(here)) is not None:
        here, steps = place, steps + 1
    assert 100 < steps < 2000
