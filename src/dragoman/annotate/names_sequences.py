"""Capitalised sequences that may be names.

A sequence starts at a capitalised word and runs over capitalised words, the
particles of personal names ("bin", "de", "y") and, behind the head of an
organisation or place, over "of", "for", "and". Titles and honorifics break it.
"""

import re
from dataclasses import dataclass, replace

from dragoman.annotate.names_lexicon import Lexicon
from dragoman.annotate.names_titles import TitlePhrase
from dragoman.annotate.names_units import FUNCTION_TAGS, Unit
from dragoman.data.tables import (
    NameWords,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    organizations,
    places,
)
from dragoman.model.annotation import Schema

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "ben", "ould", "van", "von", "der", "den",
     "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "las",
     "los", "y", "e", "zu", "ter", "ten", "af", "av", "abu", "abd", "ud", "ul", "ur",
     "bar", "st"}
)  # fmt: skip
MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august",
     "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
     "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday",
     "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
     "thur", "thurs", "fri", "sat", "sun", "am", "pm", "gmt", "utc", "i", "ii", "iii",
     "iv", "v", "vi", "est", "cet", "eet", "edt", "bst", "xxi", "ramadan", "muharram"}
)  # fmt: skip
NO_ACRONYMS = frozenset(
    {"tv", "am", "pm", "covid", "covid-19", "id", "dna", "gdp", "ceo", "pdf", "usd",
     "eur", "gbp", "gps", "suv", "uav", "uavs", "idp", "idps", "ied", "ieds", "ngo",
     "ngos", "hiv", "aids", "vip", "vips", "pr", "hr", "it", "ai", "mp", "mps",
     "sms", "url", "faq", "sos", "mig", "atgm", "manpads", "icbm", "wmd", "lng",
     "lpg", "vat", "hq", "ok", "ad", "bc", "dc", "sars", "rpg", "fm", "pow", "pows",
     "no", "ps", "ltd", "pvt", "llc"}
)  # fmt: skip
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
_BODIES_ON = frozenset(
    {"council", "institute", "committee", "commission", "centre", "center", "office"}
)
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_NICKNAME_OPENS = frozenset({'"', "“"})
_NICKNAME_CLOSES = frozenset({'"', "”"})
_EMBEDDING = ("of", "for", "on", "to", "in", "against")
_PERSON_ORDINALS = frozenset(
    {"ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi", "xii", "xiii", "jr",
     "jr.", "sr."}
)  # fmt: skip


@dataclass(slots=True)
class Sequence:
    """A stretch of units that may be a name.

    Attributes:
        sentence: Index of the sentence.
        units: Its units, particles and connectors among them.
        first: Index of the first unit in the sentence.
        last: Index of the last one.
        start: First code point.
        end: Code point after the last one.
        text: ``document.text[start:end]``.
        keys: Folded words.
        key: Folded name: words joined by blanks.
        title: Title phrase that stands directly before it.
        honorific: Folded honorific directly before it.
        quoted: Whether it stands in a short quotation.
        whole: Whether it fills that quotation by itself.
        titlecase: Whether the sentence is all in title case or capitals.
        sure: Whether its first capital is not owed to its place in the sentence.
        hint: What the reading model says that it names.
        agreed: Whether the model sees it with the very same bounds.
        inside: Whether it lies inside the name of an event or a work.
        subtype: Finer type that the reading model gives it, empty if none.
    """

    sentence: int
    units: list[Unit]
    first: int
    last: int
    start: int
    end: int
    text: str
    keys: tuple[str, ...]
    key: str
    title: TitlePhrase | None = None
    honorific: str | None = None
    quoted: bool = False
    whole: bool = False
    titlecase: bool = False
    sure: bool = True
    hint: Schema | None = None
    agreed: bool = False
    inside: bool = False
    subtype: str = ""


def find_sequences(
    number: int,
    units: list[Unit],
    titles: list[TitlePhrase],
    lexicon: Lexicon,
    words: NameWords,
    text: str,
    *,
    titlecase: bool,
) -> list[Sequence]:
    """Find the sequences of one sentence."""
    titled = {phrase.last + 1: phrase for phrase in titles}
    found: list[Sequence] = []
    index = 0
    honorific: tuple[int, str] | None = None
    while index < len(units):
        unit = units[index]
        if _is_honorific(units, index, words):
            honorific = (index + 1, unit.key.rstrip("."))
            if index + 1 < len(units) and units[index + 1].text == ".":
                honorific = (index + 2, honorific[1])
            unit.taken = True
            if phrase := titled.get(index):
                titled[index + 1] = phrase
            index += 1
            continue
        if not _starts(units, index, lexicon, words):
            index += 1
            continue
        last = _run(units, index, words)
        ordinal = index > 0 and _ORDINAL.fullmatch(units[index - 1].key)
        if ordinal and units[last].key in words.organizations:
            # "77th Light Division"
            index -= 1
        sequence = make(number, units, (index, last), text)
        sequence.titlecase = titlecase
        sequence.title = titled.get(index)
        if honorific is not None and honorific[0] == index:
            sequence.honorific = honorific[1]
        sequence.sure = not unit.initial
        found.append(sequence)
        index = last + 1
    return found


def _is_honorific(units: list[Unit], index: int, words: NameWords) -> bool:
    unit = units[index]
    if unit.taken and unit.key not in words.honorifics:
        return False
    if unit.known_to > index:
        return False  # "Sri Lanka", "Saint Lucia"
    if not unit.capital or unit.key.rstrip(".") not in words.honorifics:
        return False
    following = index + 1
    if following < len(units) and units[following].text == ".":
        following += 1
    return (
        following < len(units)
        and units[following].capital
        and not units[following].possessive
    )


def _starts(units: list[Unit], index: int, lexicon: Lexicon, words: NameWords) -> bool:
    """Tell whether a name may begin at a unit."""
    unit = units[index]
    if unit.taken or not unit.capital or unit.possessive:
        return False
    key = unit.key
    if key in MONTHS and not _begins_longer(units, index, words):
        return False
    if unit.text.isupper() and len(unit.text) > 1 and key in NO_ACRONYMS:
        return False
    if unit.text[0] in "#@" or (index and units[index - 1].text in {"#", "@"}):
        return False
    if unit.initial and key in words.status and not lexicon.is_name_word(key):
        return False
    if unit.text == "The" and index and units[index - 1].key in words.describes:
        return False  # "the newspaper The Beacon"
    if not unit.initial:
        return unit.upos not in {"PRON", "DET"} or unit.text.isupper()
    return _initial_is_name(units, index, lexicon)


def _begins_longer(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a month or ordinal opens an organisation: "March 23 Movement"."""
    for unit in units[index + 1 : index + 4]:
        if not unit.word:
            return False
        if unit.capital and unit.key in words.organizations:
            return True
    return False


def _initial_is_name(units: list[Unit], index: int, lexicon: Lexicon) -> bool:
    unit = units[index]
    key = unit.key
    if lexicon.is_name_word(key):
        return True
    if unit.upos in FUNCTION_TAGS or unit.upos in {"ADV", "VERB"}:
        return _odd_word_is_name(units, index, lexicon)
    if key in country_names() or key in organizations() or key in demonyms():
        return True
    if unit.upos == "PROPN":
        return not lexicon.lower[key] or _next_capital(units, index)
    return not lexicon.lower[key] and (
        _next_capital(units, index)
        or (unit.text.isupper() and len(unit.text) > 1)
        or key in places()
    )


def _odd_word_is_name(units: list[Unit], index: int, lexicon: Lexicon) -> bool:
    """Tell whether what looks like a verb or a small word begins a name."""
    unit = units[index]
    if unit.key in country_names() or find_organization(unit.text, unit.key):
        return True
    following = units[index + 1] if index + 1 < len(units) else None
    return (
        unit.upos == "VERB"
        and lexicon.lower[unit.key] == 0
        and following is not None
        and following.capital
        and following.upos == "PROPN"
    )


def _next_capital(units: list[Unit], index: int) -> bool:
    return (
        index + 1 < len(units)
        and units[index + 1].capital
        and not units[index + 1].taken
    )


def _run(units: list[Unit], index: int, words: NameWords) -> int:
    """Return the last unit of the sequence that begins at a unit."""
    last = max(index, units[index].known_to)
    headed = any(_is_head(unit, words) for unit in units[index : last + 1])
    while True:
        grown = _grow(units, index, last, words, headed=headed)
        if grown is None:
            return last
        headed = headed or any(_is_head(u, words) for u in units[last + 1 : grown + 1])
        last = grown


_NUMBERED = frozenset({"channel", "canal", "radio"})  # "Channel 12"
_FEW = 2


def _is_head(unit: Unit, words: NameWords) -> bool:
    return unit.capital and (
        unit.key in words.organizations or unit.key in words.places
    )


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
        foreign = unit.key in MONTHS and not _month_inside(units, at)
        return None if foreign else at
    if unit.possessive:
        return _grow_possessive(units, last, words)
    if not unit.word or unit.text == "&":
        return _grow_mark(units, first, last, words)
    if unit.key.isdigit():
        if last == first and units[first].key in _NUMBERED and len(unit.key) <= _FEW:
            return at
        return at + 1 if _number_inside(units, at, words) else None
    if unit.key in PARTICLES:
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
    if units[at].key in _DAYS:
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
        and units[index].key not in MONTHS
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
        and units[end + 1].key in PARTICLES
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
    else:
        linked = link == "of" or (link == "for" and organization)
    after = at + 1
    if after < len(units) and units[after].key == "the":
        after += 1
    return after if linked and _capital_at(units, after) else None


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
    while _capital_at(units, index + 1):
        index += 1
    return units[index].key in words.organizations


def make(
    number: int, units: list[Unit], bounds: tuple[int, int], text: str
) -> Sequence:
    """Return the sequence from one unit to another."""
    first, last = bounds
    inside = units[first : last + 1]
    start, end = inside[0].start, inside[-1].end
    keys = tuple(u.key for u in inside if u.word and not u.possessive)
    return Sequence(
        sentence=number,
        units=inside,
        first=first,
        last=last,
        start=start,
        end=end,
        text=text[start:end],
        keys=keys,
        key=" ".join(keys),
    )


def cut(sequence: Sequence, front: int, back: int, text: str) -> Sequence | None:
    """Return a sequence without so many units at its front and back, or ``None``."""
    last = len(sequence.units) - back
    inside = sequence.units[front:last]
    while inside and (inside[0].possessive or not inside[0].capital):
        inside = inside[1:]
        front += 1
    if not inside:
        return None
    fresh = make(
        sequence.sentence,
        inside,
        (0, len(inside) - 1),
        text,
    )
    fresh.first = sequence.first + front
    fresh.last = fresh.first + len(inside) - 1
    fresh.titlecase = sequence.titlecase
    fresh.quoted, fresh.whole = sequence.quoted, sequence.whole
    if front == 0:
        fresh.title, fresh.honorific = sequence.title, sequence.honorific
        fresh.sure = sequence.sure
    return fresh


def clip(sequence: Sequence, start: int, end: int, text: str) -> Sequence:
    """Return a sequence cut inside its words: "NATO" of "NATO-led"."""
    key = fold_key(text[start:end])
    return replace(
        sequence,
        start=start,
        end=end,
        text=text[start:end],
        key=key,
        keys=tuple(key.split()),
    )
