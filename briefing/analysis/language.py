"""The language of a text, by a vote of its function words; by its script where that is enough."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

_MOST_WORDS = 3000
_MOST_LETTERS = 40_000
_FEWEST_VOTES = 3
_SHARE = 0.12  # of the words are votes for the language, or nobody knows
_LEAD = 1.25  # times the votes of the next language
_SCRIPT_SHARE = 0.5  # of the letters

# Not \w, which leaves out the vowel signs of Indian scripts.
_WORD = re.compile(r"[^\s\d!-@\[-`{-~¡-¿‘-”„…।،؛؟、。]+")
_SCRIPTS = {
    # Han stands in Japanese and old Korean texts too, so it is asked last.
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\u1100-\u11ff\uac00-\ud7af]"),
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
}
# Languages that share a script with a commoner one, and vote in it.
_SHARED = {"ar": ("ar", "fa", "ur"), "hi": ("hi", "mr")}

# The commonest function words, each as it is written in running text.
_FUNCTION_WORDS = {
    "en": """the of and to in a is that for it was on are as with his they at be this from have or
        by had not but what all were we when your can said there an each which she do their if will
        would about has been its who him her than them these other into more our""",
    "es": """de la que el en y a los se del las un por con no una su para es al lo como más o pero
        sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era
        muy años hasta desde está mi porque qué sólo han yo hay""",
    "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce
        il sont la aux avec ou son cette ses mais comme on été leur nous ont aussi elle fait était
        être ces deux même sans d l n s c qu""",
    "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch
        es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen
        so zum war haben nur oder aber vor zur bis mehr durch man sein wurde""",
    "it": """di e il la che in a per un è del non si una le i con da sono dei al della come più nel
        alla anche delle o ha gli dal ma lo su degli questo nella dalla essere stato era hanno suo
        due se ai cui loro dopo""",
    "pt": """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao
        ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso
        ela entre era depois sem mesmo aos são""",
    "nl": """de van het een en in is dat op te zijn met voor die niet aan er om ook als bij door
        maar dan nog of uit naar heeft wordt over tot hij worden werd was deze ze kan meer zich
        hebben wel geen onder tegen had""",
    "pl": """w i na z się do nie że o jest to po od za przez jak dla oraz ale przy co tym był było
        tego są być które który która jego
        także ma tak ich już tylko lub ze może będzie roku jej""",
    "ru": """и в не на с что по он к из о за как это для от его был но а у же было так то все она
        они бы до или только при во если может их мы был ее также была были который после со""",
    "uk": """і в не на з що та до у за як це для від його про був але й є або так яка який які також
        було після через вони під бути було при ми її все його між із щоб можна вже""",
    "tr": """ve bir bu da de için ile olarak çok daha olan gibi en kadar ne sonra var ise olduğu o
        ancak değil veya her ya ki tarafından göre ama büyük iki yeni olduğunu eden şekilde hem""",
    "id": """yang dan di dengan untuk dari pada dalam ini itu adalah tidak akan ke oleh juga sebagai
        telah karena atau ada dapat lebih mereka bahwa kepada tersebut bisa saat tahun harus hanya
        para sudah antara""",
    "sv": """och i att det som en på är av för med den till inte har de ett om var han men sig från
        vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer utan vara""",
    "da": """og i at det er en på til som for af de med han ikke den har var et men om vi fra så der
        kan efter være også eller blev ved over nu hun sig skal havde mod når""",
    "no": """og i det er på en til som for av at de med han ikke den har var et men om vi fra så kan
        etter være også eller ble ved over nå hun seg skal hadde mot når""",
    "fi": """ja on ei se että oli hän mutta myös ovat kun niin sen joka kuin ole mukaan tai jos nyt
        vain ollut sekä hänen olla sitä jo kanssa voi mitä tämä""",
    "cs": """a se v na je že o s z do i to k za pro ve by ale jako po jsou od které který tak při si
        byl jeho podle také už až jen bylo nebo která může být""",
    "ro": """de și în a la cu pe nu o că din un care se mai este pentru au fi sunt o ce prin dar sau
        după fost dintre către acest aceasta până lui""",
    "hu": """a az és hogy nem is egy ez volt meg csak de már mint ki el még vagy szerint után lehet
        azt kell ha ezt minden között majd""",
    "vi": """và của là có trong được cho không các với một những này đã từ người khi đến về ra năm
        cũng như để tại sẽ vào""",
    "ar": """في من على إلى أن عن التي الذي هذا هذه مع كان ما لا بين بعد قد كما أو كل لم ذلك""",
    "fa": """و در به از که این را با است برای آن یک می شود کرد های بر خود تا شد او""",
    "ur": """کے میں کی ہے اور سے کا کو نے پر ہیں یہ کہ اس بھی تھا گیا کر""",
    "hi": """के में है की और से का को ने पर हैं यह कि एक भी था लिए इस कर नहीं""",
    "mr": """आणि आहे या च्या ते हे केले नाही मध्ये आहेत होते""",
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The commonest function words of `language`, in lower case; none for one we do not know."""
    return frozenset(_FUNCTION_WORDS.get(language, "").split())


@cache
def _voters() -> dict[str, tuple[str, ...]]:
    voters: dict[str, list[str]] = {}
    for language, words in _FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()):
            voters.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in voters.items()}


@lru_cache(maxsize=1)  # several stages ask for that of one text
def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language most of `text` is in; None when unsure.

    Only the first few thousand words are read.
    """
    start = text[:_MOST_LETTERS]
    letters = sum(map(len, _WORD.findall(start)))
    for language, script in _SCRIPTS.items():
        found = len(script.findall(start))
        if language == "ja" and found and found + len(_SCRIPTS["zh"].findall(start)) < letters / 2:
            continue
        # A tenth of a Japanese text is kana at the very least, and of a Chinese one none.
        if found >= letters * (0.1 if language == "ja" else _SCRIPT_SHARE) and found:
            return _vote(start, _SHARED[language]) if language in _SHARED else language
    return _vote(start, tuple(_FUNCTION_WORDS))


def _vote(text: str, among: tuple[str, ...]) -> str | None:
    votes: Counter[str] = Counter()
    words = [word.lower() for word in _WORD.findall(text)[:_MOST_WORDS]]
    voters = _voters()
    for word, times in Counter(words).items():
        for language in voters.get(word, ()):
            if language in among:
                votes[language] += times
    if not votes:
        return None
    (best, most), (_, next_most) = (*votes.most_common(2), ("", 0))[:2]
    sure = most >= max(_FEWEST_VOTES, _SHARE * len(words)) and most >= _LEAD * next_most
    return best if sure else None
