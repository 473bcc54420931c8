import pytest

from briefing.analysis.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("America", "United States"),
        ("UK", "United Kingdom"),
        ("UAE", "United Arab Emirates"),
        ("Republic of Korea", "South Korea"),
        ("Russian Federation", "Russia"),
        ("Türkiye", "Turkey"),
        ("Cote d’Ivoire", "Ivory Coast"),
        ("INDIA", "India"),
        ("us", None),
        ("Atlantis", None),
    ],
)
def test_countries_have_variants(form: str, country: str | None) -> None:
    assert gazetteer().country(form) == country


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Indian", "India"),
        ("British", "United Kingdom"),
        ("Iraqis", "Iraq"),
        ("Dutch", "Netherlands"),
        ("Emirati", "United Arab Emirates"),
        ("India", None),
    ],
)
def test_demonyms_belong_to_countries(form: str, country: str | None) -> None:
    assert gazetteer().demonym(form) == country


def test_capitals_stand_for_countries() -> None:
    know = gazetteer()
    assert know.capital("New Delhi") == "India"
    assert know.capital("Moscow") == "Russia"
    assert know.capital("Mumbai") is None


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("India", "country"),
        ("Middle East", "region"),
        ("Indo-Pacific", "region"),
        ("Texas", "region"),
        ("Mumbai", "city"),
        ("Bombay", "city"),
        ("KABUL", "city"),
        ("March", None),
        ("Police", None),
    ],
)
def test_kinds_of_places(form: str, kind: str | None) -> None:
    assert gazetteer().place_kind(form) == kind


def test_bodies_have_short_names() -> None:
    assert gazetteer().body("UN") == "United Nations"
    assert gazetteer().body("Kurdistan Workers’ Party") == "Kurdistan Workers' Party"
    assert gazetteer().body("Nobody") is None


def test_words_and_first_names() -> None:
    know = gazetteer()
    assert know.first_name("Priya")
    assert not know.first_name("Agreement")
    assert know.common_word("agreement")
    assert not know.common_word("russia")


def test_peoples_and_religions_are_groups() -> None:
    know = gazetteer()
    assert know.group("Kurds")
    assert know.group("Nigerian")
    assert not know.group("Nigeria")
