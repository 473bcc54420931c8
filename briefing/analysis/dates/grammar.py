"""The forms in which English prose gives a date: one regular expression, strict about each form.

Nothing here knows a calendar. A form that could as well be something else (a word "may", a count
of people, a version) is no date.
"""

from __future__ import annotations

import re
from functools import cache

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

# At most three, so that a run of blanks is not read again and again.
_S = r"\s{1,3}"
_MONTH = (
    "(?:"
    + "|".join(f"{name}|{name.upper()}" for name in _MONTHS)
    + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT"
    r"|NOV|DEC)\.?)(?![^\W\d_])"
)
_WEEKDAY = f"(?:{'|'.join(_WEEKDAYS)}|{'|'.join(_WEEKDAYS).upper()})"
_BEFORE_DATE = rf"(?:(?:{_WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?),?{_S}(?:the{_S})?)?"
_ORDINAL = r"(?:\s?(?:<sup>)?(?:st|nd|rd|th)(?:</sup>)?(?!\w))?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TO = rf"(?:\s?[-–—]\s?|{_S}(?:to|through|until){_S})"
_COUNTED = (
    r"(?:\s?%|\s?[ap]\.?m\b|[-\s]+(?:per\s?cent|percent|people|persons?|men|women|children|troops"
    r"|soldiers|officers|members|workers|employees|jobs|voters?|votes|seats|deaths|cases|migrants"
    r"|refugees|prisoners|hostages|families|homes|dollars|euros|pounds|rubles|rupees|yen|tons|tonnes"
    r"|miles?|km|kilomet|met(?:er|re)s?|feet|foot|acres|hectares|litres|barrels|words|pages?|years?"
    r"|months?|weeks?|days?|hours?|hrs|minutes|seconds|GMT|UTC|local|million|billion|thousand|times"
    r"|others|companies|countries|states|points|copies|vehicles|tanks|aircraft|ships|missiles))"
)
_NOT_MORE = rf"(?![\w:%/]|[.,]\d|[-–]\d|{_COUNTED})"
_YEAR = rf"(?:1[5-9]|20)\d\d(?![\w%/+]|[.,:]\d|-\w)(?!{_COUNTED})"
_SPELT = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_NUMBERS[:9])}))?|{'|'.join(_NUMBERS)})"
_NUMBER = rf"(?:\d{{1,2}}|an?|An?|(?=[a-z]|[A-Z][a-z])(?i:{_SPELT})\b)"
_UNIT = r"(?:day|week|month|year)"


def _relative_year(form: str) -> str:
    return rf"(?P<{form}_rel>[Ll]ast|[Tt]his|[Nn]ext){_S}year"


def _named_year(form: str) -> str:
    return rf"(?:,?{_S}(?:of{_S})?(?P<{form}_y>{_YEAR})|,?{_S}{_relative_year(form)})?"


def _after(*words: str) -> str:
    """Nothing, but only where one of `words` and a blank stand before it."""
    spelt = [form for word in words for form in (word, word.capitalize())]
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in dict.fromkeys(spelt)) + ")"


def _not_after(*words: str) -> str:
    return "".join(rf"(?<!{word}\s)" for word in words)


# What no date may follow, so that "Good Friday" and "more than three years ago" are none.
_NO_DAY = _not_after(
    *("[Ee]very", "[Ee]ach", "Good", "Black", "Bloody", "Super", "Ash", "Holy", "Palm", "Easter"),
    *("Cyber", "Giving", "Shrove", "Maundy"),
)
_NO_ROUGH_COUNT = _not_after(
    *("than", "over", "almost", "nearly", "about", "around", "some", "least", "roughly", "half"),
    "and",
)
_NO_TOTAL = _not_after("total of", "sum of", "number of", "maximum of", "average of", "up to")
_MONTH_FOLLOWS = _after(
    *("in", "since", "until", "till", "early", "late", "mid", "during", "end of", "start of"),
    *("beginning of", "middle of", "month of"),
)
_MONTH_MAY_FOLLOW = _after("by", "before", "after", "through", "from", "of", "the")
_YEAR_FOLLOWS = _after(
    *(
        "in",
        "of",
        "since",
        "by",
        "until",
        "till",
        "before",
        "after",
        "from",
        "during",
        "through",
        "to",
    ),
    *("throughout", "circa", "around", "late", "early", "mid", "year", "spring", "summer"),
    *("autumn", "fall", "winter"),
    *("Act", "Bill", "Treaty", "Agreement", "Convention", "Protocol", "Accord", "Accords"),
    *("Order", "Regulations", "Olympics", "Games", "Summit"),
)
_YEAR_DESCRIBES = _after("a", "the", "his", "her", "its", "their", "our", "this")
# Days behind a first one: "3, 5 and 7 May", "May 3 and 5". What is counted goes on otherwise.
_AND = rf",?{_S}(?:and|or|&){_S}"
_MORE_DAYS = rf"(?:,{_S}{_DAY}{_ORDINAL}){{0,5}}{_AND}{_DAY}{_ORDINAL}"
_DAYS_END = (
    r"(?=\s{0,3}(?:[.,;:)!?”\"]|\Z)|\n|\s(?:in|at|to|for|by|when|where|with|as|this|last|next"
    r"|respectively|during|before|after|but)\b)"
)
_NOT_MODAL = r"(?!-\w|\s(?:not|be|have|also|only|apply)\b)"  # "Articles 3 and 5 May not"
_COUNTING = rf"(?:{_S}(?:past|coming))?"

_FORMS = {
    # 2019-12-18, 2019/12/18
    "iso": r"(?P<iso_y>\d{4})(?P<iso_s>[-/])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)"
    r"(?:(?=T\d\d:\d\d)|(?![\w/-]|\.\d))",
    # 25/12/2019
    "numeric": r"(?<!ersion\s)(?<!elease\s)(?P<numeric_a>\d{1,2})(?P<numeric_s>[/.])"
    r"(?P<numeric_b>\d{1,2})(?P=numeric_s)(?P<numeric_y>(?:19|20)\d\d)(?![\w/-]|\.\d)",
    # the 3 and the 5 of "3, 5 and 7 May 2019"
    "list": rf"(?<!between\s)(?<!Between\s)(?P<list_d>{_DAY}){_ORDINAL}"
    rf"(?=(?:,{_S}{_DAY}{_ORDINAL}){{0,5}}{_AND}{_DAY}{_ORDINAL}{_S}(?:of{_S})?"
    rf"(?P<list_m>{_MONTH}){_NOT_MODAL}{_named_year('list')})",
    # Wednesday, the 18th of December 2019; 3-5 May; between 3 and 5 May; 18 December last year
    "dmy": rf"(?P<dmy_between>(?<=[Bb]etween\s))?{_BEFORE_DATE}(?P<dmy_d>{_DAY}){_ORDINAL}"
    rf"(?:(?(dmy_between){_AND}|{_TO})(?P<dmy_d2>{_DAY}){_ORDINAL})?"
    rf"{_S}(?:of{_S})?(?P<dmy_m>{_MONTH}){_NOT_MODAL}{_named_year('dmy')}",
    # December 18, 2019; Dec. 12-14; May 3 and 5
    "mdy": rf"{_BEFORE_DATE}(?P<mdy_m>{_MONTH}){_S}(?P<mdy_d>{_DAY}){_ORDINAL}"
    rf"(?:{_TO}(?P<mdy_d2>{_DAY}){_ORDINAL}|(?P<mdy_more>{_MORE_DAYS}){_DAYS_END})?"
    rf"{_NOT_MORE}{_named_year('mdy')}",
    # September 2018; March-May 2020; May last year
    "my": rf"(?P<my_m>{_MONTH})(?:{_TO}(?P<my_m2>{_MONTH}))?"
    rf"(?:,?{_S}(?:of{_S})?(?P<my_y>{_YEAR})|,?{_S}{_relative_year('my')})",
    # last December; in December
    "month": rf"(?=[JFMASONDLTlnt])(?:(?P<month_rel>[Ll]ast|[Tt]his|[Nn]ext){_COUNTING}{_S}"
    rf"|(?P<month_sure>(?<=mid-)|(?<=Mid-)|{_MONTH_FOLLOWS})|{_MONTH_MAY_FOLLOW})"
    rf"(?P<month_m>{_MONTH})(?!{_S}\d|-\w|\.\w)",
    # last Tuesday; Tuesday
    "weekday": rf"(?=[MTWFSLNlnt]){_NO_DAY}"
    rf"(?:(?P<weekday_rel>[Ll]ast|[Nn]ext|[Tt]his){_COUNTING}{_S})?"
    rf"(?P<weekday_w>{_WEEKDAY})(?![\w-])"
    rf"(?!{_S}(?:Times|Mirror|Express|Telegraph|Mail|Herald|Post|Night|Group|School|mornings"
    r"|afternoons|evenings|nights)\b)",
    # yesterday
    "day": r"(?P<day_w>[Tt]he\sday\s(?:before\syesterday|after\stomorrow)|[Tt]oday|[Tt]onight"
    r"|[Yy]esterday|[Tt]omorrow|[Ll]ast\snight|[Tt]his\s(?:morning|afternoon|evening))(?![\w-])"
    rf"(?!['’]s{_S}(?:world|society|econom|youth|young|child|kids|generation|challenges|market"
    r"|standards|technolog|modern|global|complex|students|leaders|women|men)\w*)",
    # next month, but not "the next month", which is a stretch of time
    "period": rf"(?=[LNTlnt]){_not_after('the', 'The')}"
    rf"(?P<period_rel>[Ll]ast|[Nn]ext|[Tt]his){_COUNTING}{_S}"
    rf"(?P<period_u>weekend|week|month|quarter|year)(?![\w-])(?!{_S}of\b)",
    # spring 2024; the summer of 2019; last autumn
    "season": rf"(?=[LNTlntsSaAfFwW])(?:(?P<season_rel>[Ll]ast|[Tt]his|[Nn]ext){_S}"
    rf"(?P<season_s>spring|summer|autumn|fall)(?![\w-])(?!{_S}(?:in|of)\b)"
    rf"|(?P<season_named>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:,|{_S}of)?{_S}"
    rf"(?P<season_y>{_YEAR}))",
    # by the end of the year
    "closing": rf"(?=the)(?<=end\sof\s)the{_S}(?P<closing_u>month|year)(?![\w-])",
    # two weeks ago; two years ago today; two weeks from now. "Thirty-one years" are not one.
    "ago": rf"(?=[\dAENOFTSaenofts]){_NO_ROUGH_COUNT}(?<![^\W\d_]-)"
    rf"(?P<ago_n>{_NUMBER}){_S}(?P<ago_u>{_UNIT})s?"
    rf"(?:{_S}ago\b(?:{_S}(?P<ago_day>today|(?:this|last)[ ](?:week|month)|yesterday)\b)?"
    rf"|(?P<ago_hence>{_S}from{_S}now\b|['’]s?{_S}time\b))",
    # the third quarter of 2021; Q3 2021; the first half of this year
    "quarter": rf"(?:[Tt]he{_S})?(?:(?P<quarter_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth){_S}"
    rf"(?P<quarter_u>quarter|half)(?:{_S}of|,)?|(?:Q(?P<quarter_q>[1-4])|H(?P<quarter_h>[12]))(?:{_S}of|,)?){_S}"
    rf"(?:(?P<quarter_y>{_YEAR})|{_relative_year('quarter')})",
    # in the third quarter, where it is to come; in Q3
    "coming": rf"(?:(?<=[Tt]he\s)(?P<coming_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth){_S}quarter"
    rf"|Q(?P<coming_q>[1-4]))(?![\w-])(?!{_S}of\b|{_S}final)",
    # within 90 days, but not "within 90 days of ratification"
    "within": rf"(?<=[Ww]ithin\s)(?:the{_S}(?:next|coming){_S})?"
    rf"(?P<within_n>\d{{1,3}}|{_NUMBER}){_S}(?P<within_u>{_UNIT})s?(?![\w-])(?!{_S}(?:of|after|from|following|ago|before)\b)",
    # fiscal year 2021; FY21
    "fiscal": rf"(?:(?:[Ff]iscal|[Ff]inancial)(?:{_S}[Yy]ear)?{_S}(?P<fiscal_y>(?:19|20)\d\d)"
    r"|FY\s?(?P<fiscal_fy>20\d\d|\d\d))(?:[-–/]\d\d(?:\d\d)?)?(?![\w%-]|\.\d)",
    # between 2015 and 2018; 2019-21
    "years": rf"(?:(?P<years_between>[Bb]etween{_S})|(?P<years_from>[Ff]rom{_S}))?"
    rf"(?P<years_y>(?:1[5-9]|20)\d\d)(?(years_between){_S}and{_S}"
    rf"|(?:\s?(?P<years_dash>[-–—])\s?|{_S}(?:to|until|through){_S}))"
    rf"(?P<years_y2>{_YEAR}|\d\d(?![\w%/-]|[.,]\d))",
    # in 2018; in 2015 and 2018; (1949); the 2015 accord
    "year": rf"(?=[12])(?:{_YEAR_FOLLOWS}{_NO_TOTAL}|(?<=mid-)|(?<=Mid-)|(?<=end-)"
    r"|(?<=[12]\d\d\d\sand\s)|(?<=[12]\d\d\d,\s)|(?<=\()(?=\d{4}\))"
    rf"|{_YEAR_DESCRIBES}(?=(?:19|20)\d\d\s[A-Za-z]))"
    rf"(?P<year_y>{_YEAR})",
}


@cache
def pattern() -> re.Pattern[str]:
    """All forms as one expression. The name of the form is `Match.lastgroup`."""
    forms = "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items())
    return re.compile(
        rf"(?=[\dA-FHJL-OQSTWYabefnostlwy])(?<![\w$€£¥#@/:+])(?<![\d.,]\.)(?<!\d,)(?<!\d[-–])(?:{forms})"
    )


@cache
def _month_numbers() -> dict[str, int]:
    return {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}


def month(word: str) -> int:
    """1 to 12 for the name of a month, also when it is abbreviated."""
    return _month_numbers()[word[:3].lower()]


def weekday(word: str) -> int:
    """0 (Monday) to 6 for the name of a day of the week."""
    return _WEEKDAYS.index(word.capitalize())


def number(word: str) -> int:
    """A number up to 99 in figures or in words; "a" is one."""
    if word.isdecimal():
        return int(word)
    tens, _, units = word.lower().partition("-")
    if tens in _TENS:
        return 10 * (_TENS.index(tens) + 2) + (number(units) if units else 0)
    return _NUMBERS.index(tens) + 1 if tens in _NUMBERS else 1


def ordinal(word: str) -> int:
    """1 to 4 for "first" to "fourth"."""
    return _ORDINALS[word.lower()]
