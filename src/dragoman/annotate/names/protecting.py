"""Which words titles may claim: names of several words come first, or give way.

"General Assembly" and "Sri Lanka" open with a title and an honorific that are none.
"""

from collections.abc import Collection
from functools import cache

from dragoman.annotate.names.growing import is_dated
from dragoman.annotate.names.hints import Hint
from dragoman.annotate.names.media import is_class
from dragoman.annotate.names.sequences import PARTIES
from dragoman.annotate.names.titles import TitlePhrase, singular
from dragoman.annotate.names.units import Unit, has_letters, is_letters
from dragoman.data.tables import (
    NameWords,
    capitals,
    country_names,
    demonyms,
    organizations,
    region_names,
)
from dragoman.model.annotation import Schema

# Words of the name before its letters, at most.
_LONGEST = 8


def protect(units: list[Unit]) -> list[Unit]:
    """Mark known names of several words; keep them from being read as titles.

    "Joint Chiefs of Staff", "General Assembly", "Prime Minister's Office".
    """
    known, openers = organizations(), _openers()
    found: list[Unit] = []
    for index, unit in enumerate(units):
        if not unit.capital or unit.key not in openers:
            continue
        key = unit.key
        for length in range(1, 5):
            if index + length >= len(units) or not units[index + length].word:
                break
            key += " " + units[index + length].key
            if not units[index + length].capital:
                continue
            if any(key in table for table in _tables()):
                unit.known_to = index + length
            if key in known:
                for inside in units[index : index + length + 1]:
                    inside.taken = True
                    found.append(inside)
    return found


def know_letters(sentences: list[list[Unit]]) -> None:
    """Mark the letters of bodies that look like a day or a month: "the Front (FRI)".

    Only where the text gives them in brackets, behind the name that they shorten.
    """
    given = {
        unit.text
        for units in sentences
        for index, unit in enumerate(units)
        if is_dated(unit) and is_letters(unit.text) and _has_name(units, index)
    }
    for units in sentences if given else ():
        for index, unit in enumerate(units):
            if unit.text in given:
                unit.known_to = index


def _has_name(units: list[Unit], letters: int) -> bool:
    """Tell whether the letters at a unit stand in brackets behind their name."""
    last = letters - 2
    return any(
        units[first].capital
        and has_letters(units, last, " ".join(u.text for u in units[first : last + 1]))
        for first in range(max(last - _LONGEST, 0), last)
    )


def _tables() -> tuple[Collection[str], ...]:
    return organizations(), country_names(), demonyms(), region_names(), capitals()


@cache
def _openers() -> frozenset[str]:
    """Return the first words of the known names of several words."""
    return frozenset(
        key.partition(" ")[0] for table in _tables() for key in table if " " in key
    )


def protect_hinted(
    units: list[Unit], hints: list[Hint], words: NameWords
) -> list[Unit]:
    """Keep names of several words that the model sees from being read as titles.

    "Office of the President" is one of them, "Emir of Madara" is not.
    """
    found: list[Unit] = []
    for hint in hints:
        inside = units[hint.first : hint.last + 1]
        if len(inside) < 2 or hint.kind is Schema.PERSON:
            continue
        headed = any(unit.key in words.organizations for unit in inside)
        if hint.kind is Schema.ORGANIZATION and hint.first:
            # "the shipping company Blue Anchor" is no anchor.
            before = units[hint.first - 1]
            headed = headed or (not before.capital and is_class(before.key, words))
        if not headed and any(
            singular(unit.key, words.titles) is not None
            for unit in (inside[0], inside[-1])
        ):
            continue
        for unit in inside:
            if not unit.taken:
                unit.taken = True
                found.append(unit)
    return found


def release(units: list[Unit], titles: list[TitlePhrase], words: NameWords) -> None:
    """Give back title words that open the name of an organisation."""
    for phrase in list(titles):
        if not units[phrase.last].capital:
            continue
        at = phrase.last + 1
        if at < len(units) and units[at].possessive:
            at += 1
        end = at
        while end < len(units) and units[end].capital and not units[end].taken:
            end += 1
        single = phrase.first == phrase.last
        heads = end > at and (
            units[end - 1].key in words.organizations
            or (single and units[end - 1].key in words.places)
        )
        owner = units[phrase.last].key in words.owners and units[at - 1].possessive
        # "The Citizen Roots party": no citizen called Roots.
        called = single and at < end < len(units) and units[end].key in PARTIES
        if (heads and (end - at == 1 or owner or (single and end - at <= 2))) or (
            (owner and end > at) or called
        ):
            for unit in units[phrase.first : phrase.last + 1]:
                unit.taken = False
            titles.remove(phrase)
