"""Where sentences begin and end.

One regular expression finds every place where a sentence could end, and a few rules decide about
each from the word before it and the word after it. Every character is looked at a bounded number
of times, so the time is linear in the length of any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.briefing import Sentence
from briefing.document import Block, Document


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Stand before a name or a number and never end a sentence.
_TITLES = _words(
    "adm amb atty brig capt cdr cmdr col cpl cpt det dr ens fr ft gen gov hon insp lt ltc maj "
    "messrs mgr mlle mme mr mrs ms msgr mt mx ofc pfc pres prof pvt rep reps rev rt sen sens sgt "
    "sgt spc sra st ste sts supt vs v viz cf ca e.g i.e eg ie esp op incl approx"
)
_ALSO_STREETS = _words("st ft mt")  # "on Main St. The shop", "nine ft. They"
# Stand before a number; elsewhere they are words.
_BEFORE_NUMBER = _words(
    "no nos n° nº nr art arts sec secs fig figs vol vols p pp ch chap chs cl para paras pt pts eq "
    "eqs ex exh tab app c ca cap r s ss reg ref col bk ed approx jan feb mar apr jun jul aug sep "
    "sept oct nov dec b d m div fl sch tit ver rev § n l ll ff"
)
# May or may not end a sentence: they do where a word follows that begins sentences.
_ABBREVIATIONS = _words(
    "co corp inc ltd kft zrt pty pte sdn bhd bros llc plc jr sr esq dept govt univ inst natl intl "
    "assn assoc bldg ave blvd rd hwy sq mfg dist dir sec treas asst min mins admin pub est jan "
    "feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ala ariz "
    "ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla "
    "ore pa penn tenn tex vt va wash wis wyo ont que etc al ibid orig cit hrs oz lb lbs ph.d m.d "
    "b.a m.a phd dev dep parl gm cie approx fed "
)
# Of these, what is a word or a note when it has no capital.
_ALSO_WORDS = _words("fed ill ind la mass min miss mo mon ore pa pub wash wed")
# With these before it, a capital says nothing: the word may be a name. What follows must be a
# word that opens sentences and is seldom part of a name.
_STARTERS = _words(
    "a about according across after afterwards again all along already also although among an and "
    "another any anyone are as asked at back because before being besides between both but by can "
    "could despite did do does during each earlier either even every everyone finally first for "
    "four from further furthermore given has have he hence her here his how however i if in indeed "
    "instead is it its just last later let like many meanwhile moreover most much my neither never "
    "nevertheless next nobody none nor not nothing now of often on once one only or other others "
    "our over perhaps please previously rather same several shall she should similarly since so "
    "some someone something sometimes soon still such than that the their them then there "
    "therefore these they this those though three through throughout thus to today together "
    "tomorrow too two under unfortunately unless unlike until upon was we were what when whenever "
    "where whereas whether which while who whom whose why will with within without would yes "
    "yesterday yet you your"
)
_CLOSERS = "\\)\\]}\"'“”’»›*_¹²³⁰⁴-⁹"
_OPENERS = "([{\"'“‘„«‹*_¿¡"
_BULLETS = "•‣⁃◦▪●■"
_CANDIDATE = re.compile(
    rf"""
    (?P<mark>(?<!\S)(?:\d{{1,2}}\.?\)|\d{{1,2}}\.|[a-z][.)])(?=\s+[^\W\d_]))
    | (?P<stop>(?:\.[ \u00a0]){{2,}}\.|[.!?…‽؟۔।]+)
      (?P<close>[{_CLOSERS}]*)(?:[ ]?\[\d{{1,3}}\])*(?P<gap>\s*)
    | (?P<wide>[。！？｡]+[」』”’）)]*\s*)
    | (?P<bullet>(?<!\S)[{_BULLETS}])
    | (?P<line>\n\s*)
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ITEM = re.compile(rf"[-*+{_BULLETS}–—]\s|\(?\d{{1,2}}[.)]\s|\([a-z]\)\s")
_ASIDE = re.compile(r"\([^().!?]{1,80}\)[,;]?\s+[^\W\d_A-Z]")
_SPACE = re.compile(r"\s")
_LONGEST = 10_000  # code points, far more than any sentence has
_REACH = 32  # the longest abbreviation, with what stands around it
_DOMAINS = _words("com net org js co io gov edu")


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as `(start, end)`, without the white space around them.

    Sentences are in order, do not overlap, and leave out nothing but white space.
    """
    spans: list[tuple[int, int]] = []
    start, stop = _trim(text, 0, len(text))
    awaited = ""  # the mark of the next item, inside a list that runs on in one paragraph
    for found in _CANDIDATE.finditer(text, start, stop):
        kind = found.lastgroup
        at = found.start()
        if kind == "mark":
            mark = found["mark"]
            opens = at == start or not _has_word(text, start, at)
            if opens or mark == awaited:
                awaited = _following(mark)
                if opens:
                    continue
                cut = begin = at
            elif mark[-1] == "." and _ends(text, start, found.end() - 1, ".", "", found.end() + 1):
                cut = begin = found.end()
            else:
                continue
        elif kind == "bullet":
            cut = begin = at
        elif kind == "wide":
            cut = begin = found.end()
        elif kind == "line":
            begin = found.end()
            if not _breaks_line(text, start, at, begin):
                continue
            cut = at
            awaited = ""
        else:
            cut = begin = found.end()
            gap = found["gap"]
            if gap.count("\n") > 1:
                awaited = ""
            elif not _ends(text, start, at, found["stop"], found["close"], begin, bool(gap)):
                continue
        spans.append(_trim(text, start, cut))
        start, _ = _trim(text, begin, stop)
    spans.append((start, stop))
    return [span for span in spans if span[0] < span[1]]


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of `document`, none of which crosses a block.

    A heading is one sentence, and so are each row of a table and each line of code. What goes on
    without an end is parted between words: the tagger holds a sentence at a time.
    """
    return tuple(
        Sentence(*part, index)
        for index, block in enumerate(document.blocks)
        for start, end in _within(document.text, block)
        for part in _parted(document.text, start, end)
    )


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST and (space := _SPACE.search(text, start + _LONGEST, end)):
        yield _trim(text, start, space.start())
        start, end = _trim(text, space.end(), end)
    yield start, end


def _within(text: str, block: Block) -> Iterator[tuple[int, int]]:
    if block.kind == "table" and block.rows:
        for row in block.rows:
            cells = [cell for cell in row if text[cell.start : cell.end].strip()]
            if cells:
                yield _trim(text, cells[0].start, cells[-1].end)
    elif block.kind in ("code", "table"):
        start = block.start
        for line in text[block.start : block.end].splitlines(keepends=True):
            if line.strip():
                yield _trim(text, start, start + len(line))
            start += len(line)
    elif block.kind == "heading":
        if text[block.start : block.end].strip():
            yield _trim(text, block.start, block.end)
    else:
        for start, end in split(text[block.start : block.end]):
            yield block.start + start, block.start + end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _has_word(text: str, start: int, end: int) -> bool:
    return end - start > 4 or any(letter.isalnum() for letter in text[start:end])


def _following(mark: str) -> str:
    """The mark that comes after `mark` in a list: "2.)" after "1.)", "b." after "a."."""
    value = mark.rstrip(".)")
    return (str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)) + mark[len(value) :]


def _breaks_line(text: str, start: int, at: int, begin: int) -> bool:
    """Whether the line end at `at` parts two sentences although no full stop stands before it."""
    if "\n" in text[at + 1 : begin] or begin == len(text):
        return True
    if _ITEM.match(text, begin):
        return text[begin].isdigit() is False or text[at - 1] in ".:;!?"
    # Nobody wraps a line after a word or two: this is a list, an address or verse.
    line = text[max(start, at - _REACH) : at].rpartition("\n")[2]
    return len(line) < _REACH and not line[-1:].isspace() and len(line.split()) <= 2


def _ends(
    text: str, start: int, at: int, stop: str, close: str, begin: int, gap: bool = True
) -> bool:
    """Whether the sentence from `start` ends with the `stop` at `at`; `begin` follows the gap."""
    if begin >= len(text):
        return True
    before = text[max(start, at - _REACH) : at].split()
    last = before[-1].lstrip(_OPENERS) if before and not text[at - 1].isspace() else ""
    after = begin
    while after < len(text) and after < begin + 4 and text[after] in _OPENERS:
        after += 1
    follows = text[after : after + 1]
    if not gap:
        return stop == "." and not close and _ends_unspaced(text, last, begin)
    if follows.islower():
        # "iPhone" and its like are capitalised in their own way.
        word = _WORD.match(text, after)
        return word is not None and not word[0].islower()
    if not follows or follows in ",;:)]}%&/" or (follows in "–—-" and stop[0] in ".…"):
        return False
    if follows.isdigit() and text[after - 1] == "(":
        return False
    if text[begin] == "(" and _ASIDE.match(text, begin):
        return False  # "Bolt Kft. (Bolt Limited) bought it"
    if stop != ".":
        return not (stop[0] in ".…" and text[at - 1 : at] == "[")
    return not last or _ends_after(text, start, at, last, close, after)


def _ends_unspaced(text: str, last: str, begin: int) -> bool:
    """Whether the space after a full stop was forgotten: "Hello world.Today is Tuesday"."""
    word = _WORD.match(text, begin)
    if not word or not word[0].istitle() or word[0].lower() in _DOMAINS or "." in last:
        return False
    behind = text[word.end() : word.end() + 1]
    if not (behind.isspace() or (behind == "." and word[0].lower() in _TITLES)):
        return False
    return last[-2:].islower() or (last[:1].isdigit() and last[-1].isdigit())


def _ends_after(text: str, start: int, at: int, last: str, close: str, after: int) -> bool:
    """Whether a single full stop after the word `last` ends a sentence."""
    form = last.lower()
    follows = text[after]
    if last[-1].isdigit():
        return _has_word(text, start, at - len(last))  # else "1. The first", a list
    if close and close[0] in '"”)»':
        return True
    if follows.isdigit():
        # "50 U.S.C. 1622", "H.R. 7377"
        return not (
            form in _BEFORE_NUMBER or form in _TITLES or (last[0].isupper() and "." in last)
        )
    if form in _TITLES and form not in _ALSO_STREETS:
        return False
    initial = len(last) == 1 and last.isalpha()
    dotted = "." in last and len(last) <= 8 and max(map(len, last.split("."))) <= 2
    short = form in _ABBREVIATIONS and not (form in _ALSO_WORDS and last[0].islower())
    if not (initial or dotted or short or form in _TITLES):
        return True
    if not last[0].isalpha():
        return True
    if initial and not _has_word(text, start, at - 1):
        return False
    word = _WORD.match(text, after)
    return word is not None and word[0].lower() in _STARTERS
