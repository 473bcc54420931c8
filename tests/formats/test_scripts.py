import pytest

from briefing import formats


@pytest.mark.parametrize(
    "text",
    [
        "Apple met the ministers in Zürich.",
        "Президент подписал: Apple, NATO и Москва.",
        "α-helix, 5 μm, 3 kΩ, ΔE and the Ωmega",
        "Ελλάδα and Hellas",
    ],
)
def test_words_of_one_script_are_nothing_to_speak_of(text: str) -> None:
    assert formats.read(text.encode(), "a.txt").notices == ()


def test_a_word_of_two_scripts_is_told() -> None:
    text = "The \u0410pple Inc. of paypa\u0406, \u0410pple again. " + "x" * 100_000 + "\u0430"
    (notice,) = formats.read(text.encode(), "a.txt").notices
    shown = "\u0410pple, paypa\u0406, " + "x" * 31 + "\u0430"
    assert notice.endswith(f"may pretend to be another: {shown}.")


def test_of_many_the_first_are_named() -> None:
    text = " ".join(f"n\u0430me{letter}" for letter in "abcde")
    (notice,) = formats.read(text.encode(), "a.txt").notices
    assert notice.endswith("n\u0430mea, n\u0430meb, n\u0430mec and others.")
