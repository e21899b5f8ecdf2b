"""How far a name goes on from the word that opens it.

Over capitalised words, the particles of personal names ("bin", "de", "y") and, behind
the head of an organisation or place, over "of", "for", "and".
"""

import re

from dragoman.annotate.names.units import Unit
from dragoman.data.tables import (
    NameWords,
    country_names,
    demonyms,
    find_organization,
    places,
    state_letters,
)
from dragoman.text.calendar_names import CALENDAR_KEYS, SHORT_MONTHS, WEEKDAYS
from dragoman.text.dates_lexicon import HIJRI, JALALI
from dragoman.text.names import PARTICLES

_PARTICLES = PARTICLES | frozenset(
    {"al", "el", "zu", "ter", "ten", "af", "av", "ud", "ul", "ur", "bar", "st"}
)
# Words of dates and hours; figures of centuries among them.
DATE_WORDS = frozenset(
    CALENDAR_KEYS
    | SHORT_MONTHS
    | {f"{month}." for month in SHORT_MONTHS}
    | {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}
    | {"am", "pm", "gmt", "utc", "est", "cet", "eet", "edt", "bst"}
    | {"i", "ii", "iii", "iv", "v", "vi", "xxi", "ramadan", "muharram"}
)
# Months of the calendars of Islam and Iran, beside a number: "Rajab 29", "5 Tir".
_FOREIGN_MONTHS = HIJRI.keys() | JALALI.keys()
# Words before a day or month: "in June Radio Zabor said".
DATED = frozenset(
    {"by", "early", "in", "last", "late", "mid", "next", "on", "since", "until"}
)
_AFFILIATION = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")
_BODIES_ON = frozenset(
    {"council", "institute", "committee", "commission", "centre", "center", "office"}
)
_ASSEMBLIES = frozenset({"parliament", "congress", "senate", "legislature", "duma"})
_NICKNAME_OPENS = frozenset({'"', "“"})
_NICKNAME_CLOSES = frozenset({'"', "”"})
_EMBEDDING = ("of", "for", "on", "to", "in", "against")
_PERSON_ORDINALS = frozenset(
    {"ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi", "xii", "xiii", "jr",
     "jr.", "sr."}
)  # fmt: skip


def is_dated(unit: Unit) -> bool:
    """Tell whether a word is one of dates, and not the letters of a body: "the JAN"."""
    return unit.key in DATE_WORDS and unit.known_to < 0


def is_affiliation(unit: Unit) -> bool:
    """Tell whether a word is party and state of a member of Congress: "R-Utah"."""
    return _AFFILIATION.fullmatch(unit.text) is not None


def is_state_behind(units: list[Unit], index: int) -> bool:
    """Tell whether a word is the state of the town before it: "Dover, Del."."""
    if not _FEW <= index < len(units):
        return False
    if f"{units[index].text.rstrip('.')}." not in state_letters():
        return False
    town, comma = units[index - 2 : index]
    behind = units[index + 1].text[:1] if index + 1 < len(units) else "."
    short = units[index].text.endswith(".") or behind == "."
    return comma.text == "," and town.capital and short


def is_foreign_month(units: list[Unit], index: int) -> bool:
    """Tell whether a word that may be somebody's name is a month with its day."""
    if units[index].key not in _FOREIGN_MONTHS:
        return False
    beside = (*units[max(index - 1, 0) : index], *units[index + 1 : index + 2])
    return any(unit.key.isdigit() for unit in beside)


def grow(units: list[Unit], index: int, words: NameWords) -> int:
    """Return the last unit of the sequence that begins at a unit."""
    last = max(index, units[index].known_to)
    headed = _has_head(units[index : last + 1], words)
    while True:
        grown = _grow(units, index, last, words, headed=headed)
        if grown is None:
            return last
        headed = headed or _has_head(units[last + 1 : grown + 1], words)
        last = grown


_NUMBERED = frozenset({"channel", "canal", "radio"})  # "Channel 12"
_FEW = 2


def _has_head(units: list[Unit], words: NameWords) -> bool:
    bodies, sites = words.organizations, words.places
    for unit in units:
        if unit.capital and (unit.key in bodies or unit.key in sites):
            return True
    return False


def _grow(
    units: list[Unit], first: int, last: int, words: NameWords, *, headed: bool
) -> int | None:
    """Return the last unit of the sequence one step longer, or ``None``."""
    at = last + 1
    if at >= len(units) or units[at].taken:
        return None
    unit = units[at]
    if unit.text == "I" and unit.upos == "PRON":
        return None
    if unit.capital and not unit.possessive:
        foreign = is_dated(unit) and not _month_inside(units, at)
        return None if foreign else at
    if unit.possessive:
        return _grow_possessive(units, last, words)
    if not unit.word or unit.text == "&":
        return _grow_mark(units, first, last, words)
    if unit.key.isdigit():
        if last == first and units[first].key in _NUMBERED and len(unit.key) <= _FEW:
            return at
        return at + 1 if _number_inside(units, at, words) else None
    if unit.key in _PARTICLES:
        return _grow_particles(units, first, at)
    if headed and unit.key in _EMBEDDING:
        return _grow_of(units, first, at, words)
    return _grow_and(units, first, at, words) if unit.key == "and" else None


def _grow_mark(
    units: list[Unit], first: int, last: int, words: NameWords
) -> int | None:
    """Read "Food & Agriculture", "Gerardo 'Gerry' Olvida", "Health, Sport"."""
    at = last + 1
    if units[at].text == "&":
        return at + 1 if _capital_at(units, at + 1) else None
    if units[at].text == ",":
        return _grow_and(units, first, at, words)
    if units[at].text in _NICKNAME_OPENS and last == first:
        return _grow_nickname(units, at)
    return None


def _month_inside(units: list[Unit], at: int) -> bool:
    """Tell whether a word like a month is part of a name: "Pham Thu Hien"."""
    if units[at].key in _PERSON_ORDINALS:
        return True
    if units[at].key in WEEKDAYS:
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or not following.key[:1].isdigit()


def _grow_nickname(units: list[Unit], at: int) -> int | None:
    """Return the surname of "Gerardo 'Gerry' Olvida"."""
    if at + 3 >= len(units) or units[at + 2].text not in _NICKNAME_CLOSES:
        return None
    if units[at + 1].capital and _capital_at(units, at + 3):
        return at + 3
    return None


def _capital_at(units: list[Unit], index: int) -> bool:
    return (
        index < len(units)
        and units[index].capital
        and not units[index].taken
        and not units[index].possessive
        and not is_dated(units[index])
    )


def _number_inside(units: list[Unit], at: int, words: NameWords) -> bool:
    return _capital_at(units, at + 1) and units[at + 1].key in words.organizations


def _grow_possessive(units: list[Unit], last: int, words: NameWords) -> int | None:
    """Read "Toilers' Party", "People's Congress": an owner that is no name itself."""
    if units[last].key in words.owners and _capital_at(units, last + 2):
        return last + 2
    return None


def _grow_particles(units: list[Unit], first: int, at: int) -> int | None:
    """Read "Muhammad bin Salman", "de la Cruz", "Ortega y Gasset"."""
    end = at
    while (
        end + 1 < len(units)
        and units[end + 1].key in _PARTICLES
        and not units[end + 1].capital
    ):
        end += 1
    if not _capital_at(units, end + 1):
        return None
    if units[at].key in {"y", "e", "do", "den", "ten", "la", "le"} and at == first:
        return None
    return end + 1


def _grow_of(units: list[Unit], first: int, at: int, words: NameWords) -> int | None:
    """Read "Ministry of Defence", "Commission for External Relations"."""
    begun = {unit.key for unit in units[first:at] if unit.capital}
    link = units[at].key
    organization = bool(begun & words.organizations.keys())
    if link == "to":
        linked = bool(begun & {"monument", "memorial"})
    elif link in {"on", "against"}:
        # "the Ministry in Sana'a" is a place, "Institute on Peace" a name.
        linked = organization and bool(begun & _BODIES_ON)
    elif link == "for":
        # "Member of Parliament for Dorset": whom one sits for there
        linked = organization and units[at - 1].key not in _ASSEMBLIES
    else:
        linked = link == "of"
    after = at + 1
    if after < len(units) and units[after].key == "the":
        after += 1
    if not linked or not _capital_at(units, after):
        return None
    if link == "for" and _is_known(units[first:at]):
        return None  # "the envoy of the African Union for Chad"
    if link == "on" and units[after].key.rstrip(".") in DATE_WORDS:
        return None  # "the Council on Aug. 6 ordered"
    return None if _modifies(units, after) else after


def _is_known(units: list[Unit]) -> bool:
    """Tell whether words are the whole name of a body of the table."""
    text = " ".join(unit.text for unit in units)
    return find_organization(text, " ".join(unit.key for unit in units)) is not None


def _modifies(units: list[Unit], at: int) -> bool:
    """Tell whether one capital stands for the noun behind: "of the Malian armed wing".

    Without an article it must be known to be of a people: "Ministry of Defence staff".
    """
    behind = at + 1
    while behind < len(units) and units[behind].upos == "ADJ":
        behind += 1
    noun = units[behind] if behind < len(units) else None
    if noun is None or not noun.word or noun.capital or noun.taken:
        return False
    article = units[at - 1].key == "the" and not units[at].text.isupper()
    return noun.upos == "NOUN" and (article or units[at].key in demonyms())


def _grow_and(units: list[Unit], first: int, at: int, words: NameWords) -> int | None:
    """Read "Ministry of Health and Population", "Justice and Development Party"."""
    after = at + 1
    if after < len(units) and units[after].key == "the":
        after += 1
    if not _capital_at(units, after):
        return None
    before, following = units[at - 1], units[after]
    joined = f"{before.key} and {following.key}"
    if units[at].key == "and" and joined in country_names():
        return after
    begun = {u.key for u in units[first:at]}
    inside = bool(begun & {"of", "for", "on"})
    topical = before.key in words.portfolios and following.key in words.portfolios
    comma = units[at].text == ","
    if not comma and (
        _is_one_body(units, first, after, words) or _acronym_covers(units, first, after)
    ):
        return after
    if topical and (inside or (not comma and _ends_in_head(units, after, words))):
        return after
    return None


def _is_one_body(units: list[Unit], first: int, after: int, words: NameWords) -> bool:
    """Tell whether "the Truth and Return Commission" is meant."""
    single = after - first == 2 and first > 0 and units[first - 1].key == "the"
    if not single or not _ends_in_head(units, after + 1, words):
        return False
    if not _capital_at(units, after + 1):
        return False
    return not any(
        unit.key in country_names()
        or unit.key in demonyms()
        or unit.key in places()
        or find_organization(unit.text, unit.key) is not None
        or (unit.text.isupper() and len(unit.text) > 1)
        for unit in (units[first], units[after])
    )


def _acronym_covers(units: list[Unit], first: int, after: int) -> bool:
    """Tell whether an acronym behind shows one name: "Unity and Jihad (GUJ)"."""
    end = after
    while _capital_at(units, end + 1):
        end += 1
    if end + 2 >= len(units) or units[end + 1].text != "(":
        return False
    letters = units[end + 2].key
    initials = [unit.key[0] for unit in units[first : end + 1] if unit.capital]
    return len(letters) > 2 and letters == "".join(initials)


def _ends_in_head(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether the capitals from here end in the head of an organisation."""
    while True:
        if _capital_at(units, index + 1):
            index += 1
        elif index + 1 < len(units) and units[index + 1].possessive:
            owned = _grow_possessive(units, index, words)  # "Quarry Workers' League"
            if owned is None:
                break
            index = owned
        else:
            break
    return units[index].key in words.organizations
