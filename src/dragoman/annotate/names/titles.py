"""Title phrases: "deputy head", "Foreign Minister", "First Secretary" ...

A title phrase is the words of an office, whoever holds it. It is found by its
head noun; words before and portfolios behind belong to it, "former", "acting"
and the like do not.
"""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.annotate.names.titles_inside import is_inside_name
from dragoman.annotate.names.titles_portfolios import (
    CHOSEN,
    assembly_end,
    diplomacy_end,
    portfolio_end,
)
from dragoman.annotate.names.units import HYPHENS, Unit
from dragoman.data.tables import NameWords, demonyms, name_words
from dragoman.text.respect import BY_RESPECT

# Plain adjectives or nouns of other senses unless they stand like a title.
_RATHER_MODIFIERS = frozenset(
    {"general", "private", "principal", "chief", "major", "executive", "leading",
     "deputy"}
)  # fmt: skip
# What ranks may stand behind as well: "Commander General".
_BEFORE_RANK = frozenset({"commander", "deputy"})
SUFFIX_STATUS = {
    "elect": "designate",
    "designate": "designate",
    "nominate": "designate",
}
PREFIX_STATUS = {
    "ex": "former",
    "then": "former",
    "former": "former",
    "one-time": "former",
}
# Words before a title that belong to it and to no other.
_OPENS = dict.fromkeys(BY_RESPECT, ("his", "her", "their")) | {
    "d'affaires": ("charge",)
}
_ASPIRING = frozenset({"nominee", "candidate", "pick", "choice"})
_GENDERS = {"his": "m", "her": "f"}


@dataclass(slots=True)
class TitlePhrase:
    """The words of an office.

    Attributes:
        sentence: Index of the sentence.
        first: Index of its first unit.
        last: Index of its last unit.
        head: Index of the head unit.
        start: First code point of the title words.
        end: Code point after the last one.
        text: Title words as they stand.
        word: Folded singular head noun.
        key: Folded title.
        plural: Whether it speaks of several.
        gender: ``m``, ``f`` or ``None``.
        status: ``current``, ``former``, ``acting`` or ``designate``.
    """

    sentence: int
    first: int
    last: int
    head: int
    start: int
    end: int
    text: str
    word: str
    key: str
    plural: bool
    gender: str | None
    status: str


_OF_FIELDS = frozenset({"minister", "secretary", "commissioner"})
# Read as a verb and a preposition before a lower office: "joint secretary".
_MISREAD = frozenset({"joint", "under"})
_PLURALS = (("men", "man"), ("women", "woman"), ("ies", "y"), ("s", ""))
_PLURAL_LETTERS = frozenset({"n", "s"})


def singular(key: str, titles: dict[str, str]) -> str | None:
    """Return the title noun behind a folded word, or ``None``."""
    if key in titles:
        return key
    for ending, stem in _PLURALS if key[-1:] in _PLURAL_LETTERS else ():
        if key.endswith(ending):
            base = key[: len(key) - len(ending)] + stem
            if base in titles:
                return base
    if key.startswith(("secretaries-", "commanders-", "attorneys-")):
        first, _, rest = key.partition("-")
        base = ("secretary" if first == "secretaries" else first[:-1]) + "-" + rest
        return base if base in titles else None
    return None


def find_titles(
    number: int, units: list[Unit], text: str, words: NameWords
) -> list[TitlePhrase]:
    """Find the title phrases of a sentence; they mark their units as taken."""
    found: list[TitlePhrase] = []
    index = 0
    while index < len(units):
        # Most words are no title noun wherever they stand.
        known = _noun_of(units[index].key)[0] is not None
        parsed = _head_at(units, index, words) if known else None
        if parsed is None:
            index += 1
            continue
        # The head is the last title noun of the run: "Secretary General".
        head, noun, status = index, *parsed
        while (step := _next_head(units, head, noun, words)) is not None:
            head, noun = step[0], step[1]
            status = step[2] or status
        further = _head_over_modifiers(units, head, words)
        if further is not None:
            index = further
            continue
        phrase = _expand(number, units, text, words, (head, noun, status))
        found.append(phrase)
        for unit in units[phrase.first : phrase.last + 1]:
            unit.taken = True
        index = phrase.last + 1
    return found


def _next_head(
    units: list[Unit], head: int, noun: str, words: NameWords
) -> tuple[int, str, str] | None:
    """Return the next title noun of a run: "Secretary General", "Lt. Gen."."""
    at = head + 1
    if at < len(units) and units[at].text == "." and len(units[head].key) <= 4:
        at += 1
    if at >= len(units) or not _goes_on(units, head, at):
        return None
    following = _head_at(units, at, words)
    if following is None or units[at].possessive:
        return None
    if following[0] in words.ranks and not _goes_before_rank(noun, words):
        # "Defence Minister General X": an office, then a rank.
        return None
    return at, *following


def _goes_before_rank(noun: str, words: NameWords) -> bool:
    """Tell "Secretary General", "Major General" from an office with a rank behind."""
    return noun in _BEFORE_RANK or noun in words.before_ranks or noun in words.ranks


def _goes_on(units: list[Unit], head: int, at: int) -> bool:
    """Tell whether words are written alike; one that opens a sentence may differ."""
    return units[at].capital == units[head].capital or units[head].initial


def _head_over_modifiers(units: list[Unit], head: int, words: NameWords) -> int | None:
    """Return the real head of "Deputy Foreign Minister": not "Deputy"."""
    if units[head].key not in words.modifiers:
        return None
    index = head + 1
    while index < len(units) and index < head + 4:
        unit = units[index]
        if not unit.word or not _goes_on(units, head, index) or unit.taken:
            return None
        real = _head_at(units, index, words) if index > head + 1 else None
        if real is not None:
            # "Minister Major General X": an office, then a rank
            rank = real[0] in words.ranks
            alone = rank and not _goes_before_rank(units[head].key, words)
            return None if alone else index
        fits = unit.key in words.modifiers or unit.key in words.portfolios
        if not fits and not _is_of_chief_officer(units, index):
            return None
        if unit.key in {"of", "for", "and", "the"}:
            return None
        index += 1
    return None


def _head_at(units: list[Unit], index: int, words: NameWords) -> tuple[str, str] | None:
    """Return title noun and status shown by its affixes if a unit is such a noun."""
    unit = units[index]
    if not unit.word or unit.taken:
        return None
    noun, status = _noun_of(unit.key)
    if noun is None or is_inside_name(units, index, noun, words):
        return None
    if not unit.capital and not _is_noun(units, index, noun, words):
        return None
    if unit.capital and unit.initial and unit.upos in {"VERB", "AUX", "ADV"}:
        return None
    if noun == "executive" and unit.capital and not _title_follows(units, index, words):
        return None
    if noun in _RATHER_MODIFIERS and _noun_follows(units, index, words):
        return None
    if noun == "major" and not unit.capital and _is_studied(units, index):
        return None
    return noun, status


def _is_studied(units: list[Unit], index: int) -> bool:
    """Tell "a history major at the college" from an officer."""
    return index + 1 < len(units) and units[index + 1].key in {"at", "in", "from"}


def _is_noun(units: list[Unit], index: int, noun: str, words: NameWords) -> bool:
    """Tell whether a title word in lower case is used as a noun."""
    unit = units[index]
    if "-" in unit.key or unit.upos in {"NOUN", "PROPN"}:
        return True
    if unit.upos == "X":
        return True  # a foreign word: "chargé d'affaires", "galadima"
    if noun == "general" and index and units[index - 1].key in words.before_ranks:
        return True  # "confirmed her as attorney general"
    if noun == "executive" and index and units[index - 1].key == "chief":
        return not _noun_follows(units, index, words)  # "the firm's chief executive,"
    # "Bakamla chief Vice Admiral X": the tagger sees an adjective.
    following = units[index + 1] if index + 1 < len(units) else None
    return (
        noun in _RATHER_MODIFIERS
        and unit.upos == "ADJ"
        and following is not None
        and following.capital
    )


@lru_cache(maxsize=16_384)
def _noun_of(key: str) -> tuple[str | None, str]:
    """Return title noun and status of "president-elect", "ex-minister"."""
    key, titles = key.rstrip("."), name_words().titles
    noun = singular(key, titles)
    if noun is not None or "-" not in key:
        return noun, ""
    front, _, back = key.rpartition("-")
    if back in SUFFIX_STATUS:
        return singular(front, titles), SUFFIX_STATUS[back]
    front, _, back = key.partition("-")
    if front in PREFIX_STATUS:
        return singular(back, titles), PREFIX_STATUS[front]
    return None, ""


def _noun_follows(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether an adjective's noun follows: "general strike"."""
    following = units[index + 1] if index + 1 < len(units) else None
    return (
        following is not None
        and following.word
        and not following.capital
        and following.upos in {"NOUN", "ADJ"}
        and singular(following.key, words.titles) is None
    )


def _title_follows(units: list[Unit], index: int, words: NameWords) -> bool:
    following = units[index + 1] if index + 1 < len(units) else None
    return following is None or not following.capital or following.key in words.titles


def _expand(
    number: int,
    units: list[Unit],
    text: str,
    words: NameWords,
    core: tuple[int, str, str],
) -> TitlePhrase:
    head, noun, status = core
    first, shown, kind = _front(units, head, words)
    status = status or kind
    if not status and _is_aspired_to(units, first):
        status = "designate"
    status = status or _status_before(units, first, words)
    last = portfolio_end(units, head, noun, words)
    last = diplomacy_end(units, last, noun)
    last = assembly_end(units, last)
    behind = units[last + 1].key if last + 1 < len(units) else ""
    if behind in CHOSEN:
        status = "designate"  # "his secretary of state pick"
    gender = words.titles[noun]
    key = " ".join(
        unit.key
        for unit in units[first : last + 1]
        if unit.key not in {"the", ","} and unit.key not in demonyms()
    )
    if units[head].key != noun and singular(units[head].key, words.titles) is None:
        key = key.replace(units[head].key, noun)
    if first and units[first - 1].key in _OPENS.get(noun, ()):
        first -= 1
        gender = _GENDERS.get(units[first].key, gender)
    start, end = units[first if shown is None else shown].start, units[last].end
    front, mark, _ = units[first].key.partition("-")
    if shown is None and mark and front in PREFIX_STATUS:
        start, status = start + len(front) + 1, PREFIX_STATUS[front]
    return TitlePhrase(
        sentence=number,
        first=first,
        last=last,
        head=head,
        start=start,
        end=end,
        text=text[start:end],
        word=noun,
        key=key,
        plural=units[head].key.rstrip(".") != noun
        and singular(units[head].key, words.titles) == noun
        and units[head].key not in words.titles,
        gender=gender if gender != "n" else None,
        status=status or "current",
    )


def _front(
    units: list[Unit], head: int, words: NameWords
) -> tuple[int, int | None, str]:
    """Return first unit of a title, where "acting" stands, and the status told."""
    first = head
    while first > 0:
        before = units[first - 1]
        if before.text == "." and _is_short_title(units, first - 2, words):
            first -= 2
            continue
        if before.key.endswith(".") and _is_short_title(units, first - 1, words):
            first -= 1
            continue
        if before.text in HYPHENS and first > 1 and units[first - 2].key == "vice":
            first -= 2  # "Vice - President X", cut at the hyphen
            continue
        if before.taken or not before.word:
            break
        known = first > 1 and units[first - 2].known_to >= first - 1
        if known or _is_sequel(units, first - 1):
            break  # "South African President"
        kind = _status_word(units, first - 1, words)
        if kind:
            return first, first - 1 if kind == "acting" else None, kind
        if before.key in {"and", "&"} and _joins_fields(units, first, head, words):
            first -= 2
            continue
        # "chief Vice Admiral X": an office, then a rank.
        other = before.capital != units[head].capital and not before.initial
        if not _is_modifier(units, first - 1, words) or (
            other and before.key.rstrip(".") in words.titles
        ):
            break
        first -= 1
    return first, None, ""


def _joins_fields(units: list[Unit], first: int, head: int, words: NameWords) -> bool:
    """Tell "the information and culture minister" from "on trade and Minister X"."""
    if units[head].key not in _OF_FIELDS or first >= head or first < 2:
        return False
    left, right = units[first - 2], units[first]
    fields = left.key in words.portfolios and right.key in words.portfolios
    if not fields or left.taken or left.capital != right.capital:
        return False
    before = units[first - 3] if first > 2 else None
    if before is None or before.possessive or before.upos == "DET":
        return True
    return before.key.rstrip(".") in words.status or before.key in demonyms()


def _is_modifier(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a unit before a title noun belongs to the title."""
    unit = units[index]
    key = unit.key
    front, _, back = key.partition("-")
    known = (
        key in words.modifiers
        or _is_of_chief_officer(units, index)
        or key in words.portfolios
        or (back in words.modifiers and front in words.modifiers)
    )
    noun = (
        not known
        and not unit.capital
        and unit.upos == "NOUN"
        and not units[index + 1].capital
        and key not in words.describes
        and key not in words.humans
        and key not in words.status
        and units[index + 1].key not in words.modifiers
    )
    if noun:
        return True
    if not known or key in {"the", "and", "of", "for", "state-owned"}:
        return False
    if unit.upos in {"VERB", "ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX"}:
        lower = key in _MISREAD and units[index + 1].key == "secretary"
        return lower or (unit.capital and not unit.initial)
    if unit.capital and key in words.organizations and index > 0:
        before = units[index - 1]
        if before.capital and before.word and before.key not in words.modifiers:
            return False
        if before.possessive and index > 1 and units[index - 2].key in words.owners:
            return False  # "Workers' Party leader"
    return True


def _is_of_chief_officer(units: list[Unit], index: int) -> bool:
    """Tell "financial" in "chief financial officer", whatever he looks after."""
    return (
        0 < index < len(units) - 1
        and units[index].upos in {"ADJ", "NOUN", "PROPN", "VERB"}
        and units[index - 1].key == "chief"
        and units[index + 1].key == "officer"
    )


def _is_short_title(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a unit is the "Lt" of "Lt. Gen."."""
    if index < 0 or units[index].taken:
        return False
    key = units[index].key.rstrip(".")
    return len(key) <= 4 and key in words.titles


def _status_word(units: list[Unit], index: int, words: NameWords) -> str:
    """Return what a word says of an office; nothing if it is the verb.

    "the dismissed minister" was one, "dismissed the minister" is what was done.
    """
    unit = units[index]
    status = words.status.get(unit.key.rstrip("."), "")
    if unit.key == "once" and unit.upos != "ADV":
        # "X, once the treasurer", not "said once the minister"
        return status if index and units[index - 1].text == "," else ""
    if _is_sequel(units, index):
        return ""
    verbal = unit.upos == "VERB" and "-" not in unit.key
    if status and verbal and unit.key.endswith("ed"):
        before = units[index - 1] if index else None
        attribute = before is not None and (
            before.upos in {"DET", "ADJ"} or before.possessive
        )
        return status if attribute else ""
    return status


def _is_sequel(units: list[Unit], index: int) -> bool:
    """Tell "Then President X received him" from "Then-President X": what came next."""
    return units[index].text == "Then" and units[index + 1].text not in HYPHENS


def _is_the_then(units: list[Unit], index: int) -> bool:
    """Tell "the then Chadian minister" from "was then the Chadian minister"."""
    if index == 0 or units[index].key not in {"then", "late"}:
        return False
    before = units[index - 1]
    return before.upos == "DET" or before.possessive


def _is_aspired_to(units: list[Unit], first: int) -> bool:
    """Tell the office of "a nominee for Chief Justice"."""
    for_it = first > 1 and units[first - 1].key == "for"
    return for_it and units[first - 2].key in _ASPIRING


def _status_before(units: list[Unit], first: int, words: NameWords) -> str:
    """Return what "former", "acting" ... before the title say of it."""
    reach = 3
    for back in range(1, 8):
        if first - back < 0 or back > reach:
            break
        unit = units[first - back]
        if unit.possessive:  # "formerly the movement's Friday preacher"
            reach = back + 5
        elif unit.capital:  # the body between: "a former Internal Revenue Service head"
            reach += 1
        if not unit.word and unit.text not in HYPHENS and not unit.possessive:
            break
        if unit.taken and unit.key.rstrip(".") in words.titles:
            break  # "former Prime Minister X's lawyer"
        status = _status_word(units, first - back, words)
        if status:
            if status == "former" and unit.key in {"then", "late", "past", "previous"}:
                told = back == 1 or _is_the_then(units, first - back)
                return "former" if told else ""
            return status
        if unit.upos in {"VERB", "ADP", "SCONJ", "AUX"}:
            break
    return ""
