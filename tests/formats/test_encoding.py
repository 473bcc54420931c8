import pytest

from briefing import formats

ENGLISH = "The President’s remarks on the “historic” agreement – signed in Zürich – were brief."
SPANISH = "El presidente anunció que el Congreso aprobó el acuerdo. Mañana habrá más reuniones."
POLISH = "Prezydent powiedział, że umowa została podpisana w Łodzi i będzie obowiązywać."
RUSSIAN = "Президент подписал соглашение о сотрудничестве между двумя странами в Москве."
CHINESE = "两国总统今天在北京签署了合作协议。双方表示将继续加强经济合作。" * 3
JAPANESE = "両国の大統領は今日東京で協力協定に署名しました。" * 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    document = formats.read(ENGLISH.encode(encoding), "a.txt")
    assert document.text == ENGLISH
    assert document.notices == ()


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (SPANISH, "latin-1", "windows-1252"),
        ("Café", "latin-1", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (CHINESE, "gb18030", "gb18030"),
        (JAPANESE, "shift-jis", "shift-jis"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
    ],
)
def test_a_guess_is_told(text: str, encoding: str, name: str) -> None:
    document = formats.read(text.encode(encoding), "a.txt")
    assert document.text == text
    assert document.encoding == name
    assert document.notices == (f"Read as {name}, a guess.",)


def test_bad_bytes_in_utf8_are_marked() -> None:
    document = formats.read("“été” à Genève".encode() + b"\xff", "a.txt")
    assert document.text == "“été” à Genève\ufffd"
    assert document.encoding == "utf-8"
    assert document.notices


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\x00" * 100, "unprintable"),
        (bytes(range(256)), "binary"),
    ],
)
def test_what_is_not_text_says_what_it_looks_like(data: bytes, reason: str) -> None:
    with pytest.raises(formats.FormatError, match=f"not text: .*{reason}"):
        formats.read(data, "a.txt")


def test_control_characters_alone_do_not_make_a_text_binary() -> None:
    assert formats.read(b"\x07" * 100, "a.txt").text == "␇" * 100
