"""Outlook messages are read as other messages are."""

import sys

import pytest

from briefing import formats
from tests.formats.outlook import msg


def test_a_message_is_read() -> None:
    data = msg("The talks", "Dear Jon,\r\n\r\nwe signed.", "Ann Roe")
    document = formats.read(data, "a.msg")
    assert (document.title, document.format) == ("The talks", "msg")
    assert document.author == "Ann Roe"
    assert document.text.endswith("Dear Jon,\n\nwe signed.")


def test_html_is_read_where_there_is_nothing_else() -> None:
    data = msg("The talks", "", "Ann Roe", b"<p>Words.</p><p style='display:none'>Not seen.</p>")
    document = formats.read(data, "a.msg")
    assert document.text.endswith("Words.")
    assert document.notices == ("Hidden text was left out: 2 words.",)


def test_commands_in_it_are_harmless() -> None:
    document = formats.read(msg("T\x1b]0;x\x07", "a\x9b2J", "A\x1b"), "a.msg")
    told = f"{document.title}{document.author}{document.text}"
    assert not any(one in told for one in "\x1b\x07\x9b")


@pytest.mark.parametrize("size", [600, 1100, 2000])
def test_what_is_cut_off_says_so(size: int) -> None:
    with pytest.raises(formats.FormatError, match=r"damaged Outlook message|old Office"):
        formats.read(msg("The talks", "Words.", "Ann")[:size], "a.msg")


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "oxmsg", None)
    with pytest.raises(formats.FormatError, match=r"pip install 'briefing-reader\[msg\]'"):
        formats.read(msg("The talks", "Words.", "Ann"), "a.msg")
