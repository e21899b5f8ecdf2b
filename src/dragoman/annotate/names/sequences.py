"""Capitalised sequences that may be names.

A sequence starts at a capitalised word and goes on as far as ``names.growing`` tells.
Titles and honorifics break it.
"""

import re
from dataclasses import dataclass, replace

from dragoman.annotate.names.growing import (
    DATED,
    grow,
    is_affiliation,
    is_dated,
    is_foreign_month,
    is_state_behind,
)
from dragoman.annotate.names.lexicon import Lexicon
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.units import FUNCTION_TAGS, Unit
from dragoman.data.tables import (
    NameWords,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    organization_words,
    organizations,
    places,
)
from dragoman.model.annotation import Schema
from dragoman.text.dates_lexicon import FEAST_NAMES, FEAST_WORDS

NO_ACRONYMS = frozenset(
    {"tv", "am", "pm", "covid", "covid-19", "id", "dna", "gdp", "ceo", "pdf", "usd",
     "eur", "gbp", "gps", "suv", "uav", "uavs", "idp", "idps", "ied", "ieds", "ngo",
     "ngos", "hiv", "aids", "vip", "vips", "pr", "hr", "it", "ai", "mp", "mps",
     "sms", "url", "faq", "sos", "mig", "atgm", "manpads", "icbm", "wmd", "lng",
     "lpg", "vat", "hq", "ok", "ad", "bc", "dc", "sars", "rpg", "fm", "pow", "pows",
     "no", "ps", "ltd", "pvt", "llc", "apc", "apcs", "atm", "atms", "cfo", "coo",
     "cpi", "gnp", "ipo", "ipos", "iq", "mou", "mous", "nda", "rfp", "rna", "rpgs",
     "ufo", "ufos", "usb"}
)  # fmt: skip
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")
# "the 444 Brigade", but "the 12 brigades" of an army.
_NUMBER = re.compile(r"\d{2,4}")
# Behind a name, never at its head: "Lee for Mayor, Inc.".
# "Many Democrats" opens a sentence.
_QUANTITIES = frozenset(
    {"many", "most", "several", "few", "fewer", "more", "other", "various", "numerous"}
    | {"fellow"}
)
_PARTS_OF_FEASTS = frozenset(
    {"weekend", "week", "day", "days", "eve", "sunday", "monday", "night", "morning"}
)
_UNITS = frozenset({"brigade", "battalion", "regiment", "division", "squadron"})


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


# Before the name of a month or day they tell when.
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
        if not unit.capital:
            index += 1
            continue
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
        last = grow(units, index, words)
        ordinal = index > 0 and (
            _ORDINAL.fullmatch(units[index - 1].key)
            or (units[last].key in _UNITS and _NUMBER.fullmatch(units[index - 1].key))
        )
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


# What stands behind the name of a party or an alliance, in small letters.
PARTIES = frozenset({"party", "movement", "alliance", "bloc", "coalition", "list"})
_CROWNS = frozenset({"universe", "world", "earth", "international"})


def is_crown(units: list[Unit], index: int) -> bool:
    """Tell whether a title that is won opens at a unit: "Miss Universe"."""
    if index < 0 or index + 1 >= len(units) or units[index].key != "miss":
        return False
    land = units[index + 1]
    return land.capital and (land.key in _CROWNS or land.key in country_names())


# Saints stand before names of towns as before those of people.
_SAINTS = frozenset({"saint", "st", "st."})
_WHERE = frozenset({"in", "near"})


def _is_honorific(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a word in a capital is an honorific."""
    unit = units[index]
    if unit.taken and unit.key not in words.honorifics:
        return False
    if unit.known_to > index:
        return False  # "Sri Lanka", "Saint Lucia"
    if unit.key.rstrip(".") not in words.honorifics:
        return False
    if unit.key in _SAINTS and index and units[index - 1].key in _WHERE:
        return False  # "in Saint Orvin"
    following = index + 1
    if following < len(units) and units[following].text == ".":
        following += 1
    elif is_crown(units, index):
        return False
    behind = units[following + 1].key if following + 1 < len(units) else ""
    if behind in PARTIES:
        return False  # "the Citizen Roots party"
    return (
        following < len(units)
        and units[following].capital
        and not units[following].possessive
    )


def _starts(units: list[Unit], index: int, lexicon: Lexicon, words: NameWords) -> bool:
    """Tell whether a name may begin at a unit in a capital."""
    unit = units[index]
    if unit.taken or unit.possessive:
        return False
    key = unit.key
    if is_dated(unit) and not _begins_longer(units, index, words):
        return False
    if is_foreign_month(units, index) or is_affiliation(unit):
        return False
    if unit.text.isupper() and len(unit.text) > 1 and key in NO_ACRONYMS:
        return False
    if key.rstrip(".") in organization_words().only_forms or _is_no_name(units, index):
        return False
    if unit.text[0] in "#@" or (index and units[index - 1].text in {"#", "@"}):
        return False
    opener = key in words.status or key in _QUANTITIES
    if unit.initial and opener and not lexicon.is_name_word(key):
        return False
    if unit.text == "The" and index and units[index - 1].key in words.describes:
        return False  # "the newspaper The Beacon"
    if not unit.initial:
        # "left; A Dutch-flagged ship was hit"
        article = unit.text == "A" and index and units[index - 1].text == ";"
        shown = unit.upos not in {"PRON", "DET"} or unit.text.isupper()
        return shown and not article
    return _initial_is_name(units, index, lexicon)


def _is_no_name(units: list[Unit], index: int) -> bool:
    """Tell whether a word stands for a day of the year: "Easter Weekend", "Eid".

    Or for a title that is won.
    """
    if is_crown(units, index) or is_crown(units, index - 1):
        return True
    if units[index].key not in FEAST_WORDS:
        return False
    behind = units[index + 1] if index + 1 < len(units) else None
    if behind is None or not behind.capital or behind.key in _PARTS_OF_FEASTS:
        return True
    return f"{units[index].key} {behind.key}".replace("-", " ") in FEAST_NAMES


def _begins_longer(units: list[Unit], index: int, words: NameWords) -> bool:
    """Tell whether a month or ordinal opens an organisation: "March 23 Movement"."""
    before = units[index - 1] if index else None
    if before is not None and (before.key.isdigit() or before.key in DATED):
        return False  # "On 5 June Tumast Press posted", "on Monday Radio Zabor said"
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


def make(
    number: int, units: list[Unit], bounds: tuple[int, int], text: str
) -> Sequence:
    """Return the sequence from one unit to another."""
    first, last = bounds
    inside = units[first : last + 1]
    start, end = inside[0].start, inside[-1].end
    keys = tuple(u.key for u in inside if u.word and not u.possessive)
    if first == last and is_state_behind(units, first):
        # The point tells "Mo." from the man, and "Va." from another town.
        end += text[end : end + 1] == "." != text[end - 1]
        keys = (f"{keys[0].rstrip('.')}.",)
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
