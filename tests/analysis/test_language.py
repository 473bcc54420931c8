"""The language of a text, and None where a reader could not tell either."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.language import detect, stop_words

SAMPLES = {
    "en": "The two sides are expected to sign the agreement when they meet in the capital.",
    "es": "Los dos países firmaron el acuerdo en la capital y se espera que entre en vigor.",
    "fr": "Les deux pays ont signé un accord dans la capitale, mais il n'est pas en vigueur.",
    "de": "Die beiden Länder haben das Abkommen in der Hauptstadt unterzeichnet und es ist neu.",
    "it": "I due paesi hanno firmato un accordo nella capitale, ma non è ancora in vigore.",
    "pt": "Os dois países assinaram um acordo na capital, mas ele ainda não está em vigor.",
    "nl": "De twee landen hebben een akkoord getekend, maar het is nog niet van kracht.",
    "pl": "Oba kraje podpisały umowę w stolicy, ale nie jest jeszcze jasne, jak będzie działać.",
    "ru": "Обе страны подписали соглашение в столице, но оно ещё не вступило в силу, и это плохо.",
    "uk": "Обидві країни підписали угоду в столиці, але вона ще не набула чинності, що є й добре.",
    "tr": "İki ülke bu anlaşmayı imzaladı ve bir yıl sonra daha büyük bir adım için söz verdi.",
    "id": "Kedua negara itu telah menandatangani perjanjian di ibu kota dan akan bertemu lagi.",
    "sv": "De två länderna har skrivit på ett avtal i huvudstaden, men det är inte klart.",
    "zh": "两国在首都签署了协议，但尚未生效。",
    "ja": "両国は首都で協定に署名したが、まだ発効していない。",
    "ko": "양국은 수도에서 협정에 서명했지만 아직 발효되지 않았다.",
    "ar": "وقع البلدان على الاتفاق في العاصمة ولكن لم يدخل بعد في حيز التنفيذ من ذلك اليوم",
    "fa": "دو کشور این توافق را در پایتخت امضا کردند که هنوز برای آن اجرا نشده است",
    "hi": "दोनों देशों ने राजधानी में समझौते पर हस्ताक्षर किए हैं लेकिन यह लागू नहीं है",
    "he": "שתי המדינות חתמו על ההסכם בבירה אך הוא טרם נכנס לתוקף",
    "el": "Οι δύο χώρες υπέγραψαν τη συμφωνία στην πρωτεύουσα αλλά δεν ισχύει ακόμη",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_sentence_is_enough(language: str) -> None:
    assert detect(SAMPLES[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "12 34", "S-400 F-16 COMCASA", "Rajnath Singh", "xyzzy plugh " * 50, "{ } ; // \n"],
)
def test_none_when_unsure(text: str) -> None:
    assert detect(text) is None


def test_names_in_another_script_do_not_change_the_language() -> None:
    assert (
        detect(SAMPLES["en"] + " (両国) It was said that the talks (соглашение) went on.") == "en"
    )


def test_stop_words() -> None:
    assert "the" in stop_words("en")
    assert not stop_words("xx")


@settings(deadline=None, max_examples=100)
@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect(text) is None or len(detect(text) or "") == 2
