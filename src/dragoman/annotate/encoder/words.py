"""Words of running text, as the English Web Treebank cuts them.

A deterministic tokeniser for any input. White space separates; punctuation stands
alone; clitics are words ("did | n't", "Lee | 's"); hyphens between words are
words ("left | - | wing"), but not after prefixes ("co-operate", "mid-June");
addresses, figures and abbreviations stay whole.

Offsets are code points of the text that was given. Every character but white
space and invisible signs of direction belongs to exactly one word.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby, starmap

_FOOTNOTE = re.compile(r"\[\d{1,3}\]")

# Combining marks belong to words: Arabic vowels, Hebrew points, Indic signs.
# ``\w`` alone leaves them out. Planes above the first two have only selectors, and the
# large scripts of syllables and signs of words have none.
_MARKED = (
    *((0x300, 0x3400), (0xA000, 0xAC00), (0xFB00, 0x12000), (0x13400, 0x14600)),
    *((0x16800, 0x17000), (0x1AF00, 0x20000)),
)
_MARKS = "".join(
    f"{chr(run[0])}-{chr(run[-1])}"
    for _, run in (
        (key, [code for _, code in group])
        for key, group in groupby(
            enumerate(
                code
                for code in chain.from_iterable(starmap(range, _MARKED))
                if unicodedata.category(chr(code))[0] == "M"
            ),
            lambda pair: pair[1] - pair[0],
        )
    )
)
# Soft hyphen and the (non-)joiners are inside words.
_LETTER = rf"[\w\u00ad\u200c\u200d{_MARKS}]"
# Invisible: zero-width space, marks of direction, byte order mark.
_BLANK = r"\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"

_APOSTROPHE = "['’ʼ`]"

_PREFIXES = (
    "anti|arch|bi|co|counter|cross|de|e|ex|extra|inter|intra|macro|mega|meta|micro|mid|"
    "mini|mis|multi|neo|non|over|para|post|pre|pro|proto|pseudo|quasi|re|semi|socio|sub|"
    "super|supra|trans|tri|ultra|un|under|uni|vice(?=-versa)"
)
_ABBREVIATIONS = (
    "Adm|Amb|Atty|Ave|Blvd|Brig|Bros|Capt|Cmdr|Co|Col|Corp|Cpl|Dept|Dr|Drs|Esq|Fr|Ft|"
    "Gen|Gov|Govt|Hon|Inc|Jr|Lt|Ltd|Maj|Messrs|Mr|Mrs|Ms|Mt|Ph|Pres|Prof|Rep|Reps|Rev|"
    "Sen|Sens|Sgt|Sr|St|Ste|Supt|al|approx|cf|est|etc|ext|vs|viz|Jan|Feb|Apr|Aug|Sept|"
    "Sep|Oct|Nov|Dec|Ala|Ariz|Calif|Colo|Conn|Fla|Ind|Kan|Ky|Mich|Minn|Okla|Penn|Tenn|"
    "Tex|Wis"
)
# These are words as well: an abbreviation only before a figure.
_BEFORE_FIGURE = "No|Nos|Art|Arts|Sec|Vol|Mar|Jun|Jul|p|pp|c|ca|Fig"
_UNITS = (
    "am|pm|k|m|mm|cm|km|kg|g|mg|b|bn|mn|tn|kt|kw|mw|gw|hp|mph|kph|ft|lb|lbs|oz|hrs|min"
)
# Of short ones in capitals the first may be the end of a sentence: "KILLED.ME".
_DOMAINS = (
    "com|org|net|gov|edu|mil|int|info|ir|il|ru|uk|de|fr|eu|tv|co|io|me|"
    "COM|ORG|NET|GOV|EDU|INFO"
)

_ADDRESS = rf"""
      (?P<address>
          (?:https?://|ftp://|www\.|WWW\.)[^{_BLANK}<>"“”]*[^{_BLANK}<>"“”.,;:!?)\]'’]
        | [\w.+%-]{{1,64}}@\w[\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{1,8}}
        | (?<![\w@])[@\#]\w+
        | \b[a-zA-Z0-9][\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{0,8}}\.(?:{_DOMAINS})\b
          (?:/[^{_BLANK}"“”,;)]+)?
      )
    |
    """
# The first two take nothing from the others; most words are of the first kind, and a
# match for each of them would take longer than parting a run of them.
_OTHER = rf"""
      (?P<plain>[A-Za-z]++(?:[ ][A-Za-z]++)*(?=[ ,]))
    | (?P<stop>[.,](?=[ ]))
    | (?P<short>
          \b(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!{_LETTER}))?
        | \b(?=[A-Za-z]{{1,6}}\.)(?:
            (?:{_ABBREVIATIONS})\.(?!\w)
          | (?:{_BEFORE_FIGURE})\.(?=\s?\d) )
        | (?<!\bon[ ])\b[A-Z]\.(?=\s+[A-Z]|[A-Z])
      )
    | (?P<figure>
          \d{{4}}-\d\d-\d\d\b
        | (?:(?<![\w)])[+])?\d+(?:[.,:/]\d+)*
          (?: (?:st|nd|rd|th|s)\b
            | (?=(?i:{_UNITS})\b)
            | {_LETTER}+ )?
      )
    | (?P<clitic>(?<=\w\.){_APOSTROPHE}(?:s|re|ve|ll|d|m)\b)
    | (?P<prefixed>\b(?=[^\W\d_]{{1,7}}-)(?i:{_PREFIXES})-{_LETTER}+
          (?:{_APOSTROPHE}{_LETTER}+)*)
    | (?P<word>{_LETTER}+(?:(?:{_APOSTROPHE}|[&])(?={_LETTER}){_LETTER}+)*)
    | (?P<run>\.{{2,}}|[!?]{{2,}}|-{{2,}}|''|``|’’|‘‘|<<|>>
        | (?P<same>[*=_~+\#•])(?P=same)+
        | [:;=]-?[)(DP](?!\w))
    | (?P<sign>[^{_BLANK}](?:[\ufe0e\ufe0f{_MARKS}]|\u200d[^{_BLANK}])*)
    """
# Most texts have no address; looking for one at every word took half of the time.
_MAY_HOLD_ADDRESS = re.compile(rf"[@\#]|://|www\.|WWW\.|\.(?:{_DOMAINS})\b")

# "wouldn't've"
_MOST_CLITICS = 2
_CLITIC = re.compile(
    rf"(?P<stem>.+?)(?P<clitic>n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))",
    re.IGNORECASE,
)
_FUSED = re.compile(
    r"(?P<stem>can(?=not)|do(?=nt)|did(?=nt)|does(?=nt)|is(?=nt)|was(?=nt)|gon(?=na)"
    r"|wan(?=na)|got(?=ta)|gim(?=me)|lem(?=me))(?P<clitic>not|nt|na|ta|me)",
    re.IGNORECASE,
)

# All words in ASCII that the pattern above matches as a whole.
_JOINED = frozenset(
    {"cannot", "dont", "didnt", "doesnt", "isnt", "wasnt", "gonna", "wanna", "gotta"}
    | {"gimme", "lemme"}
)


def split_words(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the words of a text, in order.

    >>> text = "He didn't meet al-Sha'bi."
    >>> [text[start:end] for start, end in split_words(text)]
    ['He', 'did', "n't", 'meet', 'al', '-', "Sha'bi", '.']
    """
    token = _token(addresses=_MAY_HOLD_ADDRESS.search(text) is not None)
    found: list[tuple[int, int]] = []
    for match in token.finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        if kind == "plain":
            for word in text[start:end].split(" "):
                end = start + len(word)
                if word.lower() in _JOINED:
                    found.extend(_split_clitics(text, start, end))
                else:
                    found.append((start, end))
                start = end + 1
        elif kind == "word" and _may_have_clitics(match.group()):
            found.extend(_split_clitics(text, start, end))
        else:
            found.append((start, end))
    return found


@cache
def _token(*, addresses: bool) -> re.Pattern[str]:
    return re.compile(_ADDRESS + _OTHER if addresses else _OTHER, re.VERBOSE)


def _may_have_clitics(word: str) -> bool:
    """Tell whether a word is worth a closer look; hardly any is."""
    return not word.isascii() or "'" in word or "`" in word or word.lower() in _JOINED


def _split_clitics(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    word = text[start:end]
    cuts = []
    for _ in range(_MOST_CLITICS):
        match = _CLITIC.fullmatch(word) or _FUSED.fullmatch(word)
        if not match:
            break
        word = match["stem"]
        cuts.append(start + len(word))
    for cut in [*reversed(cuts), end]:
        yield start, cut
        start = cut


def without_footnotes(text: str) -> str:
    """Blank footnote marks out, offsets kept: "hostages.[2] The" ends a sentence.

    Glosses in square brackets are given round ones, which the treebank knows.
    """
    if "[" not in text:
        return text
    text = _FOOTNOTE.sub(lambda match: " " * len(match.group()), text)
    return text.replace("[", "(").replace("]", ")")
