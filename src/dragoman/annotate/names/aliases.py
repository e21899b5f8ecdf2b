"""Other names of the same: "Long Name (LN)", "X, also known as Y"."""

import re
from collections.abc import Sequence as Items

from dragoman.annotate.names.drafts import Name
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.units import Unit
from dragoman.data.tables import find_organization, places
from dragoman.model.annotation import Schema
from dragoman.text.names import may_abbreviate

_NAMES_OF_WAR = (
    r"(kunya|nom de guerre|nickname|alias|pseudonym|pen name|code name|codename"
    r"|war name|sobriquet|moniker|acronym|abbreviation|initials)"
)
_ALSO_KNOWN = re.compile(
    r"[\s,(\[\"“]*((who|and) )?((is|was) )?"
    r"(also |better |widely |commonly |otherwise )?"
    r"((known|called)( \w+){0,4} as|a\.?k\.?a\.?|alias|nom de guerre|born"
    r"|(known |called )?(by|under|with)( (his|her|its|the|their|a))?( [\w-]+){0,2} "
    rf"{_NAMES_OF_WAR}"
    rf"|whose( \w+)? {_NAMES_OF_WAR} is)"
    r"[\s,:]*( the)?[\s\"“‘]*"
)
# Letters of the code of a party, at most.
_CODE = 3
_KUNYA = frozenset({"abu", "abou", "umm", "um", "oum"})
# "X, the nom de guerre of commander Y": the second is the full name.
_NAME_OF = re.compile(rf", (the|a) {_NAMES_OF_WAR} (of|used by|for)( .{{1,40}})?")


def find_aliases(
    raw: Items[Sequence], sentences: Items[list[Unit]], names: dict[str, Name]
) -> list[tuple[str, str]]:
    """Find "Long Name (LN)" pairs and "X, also known as Y"."""
    found: list[tuple[str, str]] = []
    bracketed: tuple[str, Sequence] | None = None
    for before, left, right in zip((None, *raw[:-2]), raw, raw[1:], strict=False):
        if left.sentence != right.sentence:
            continue
        units = sentences[left.sentence]
        between = [unit.key for unit in units[left.last + 1 : right.first]]
        renamed = _is_renamed(left, right, units, between, names)
        if renamed or _ALSO_KNOWN.fullmatch(" ".join(between)):
            found.append((left.key, right.key))
            names[right.key].alias = True
        elif _NAME_OF.fullmatch(" ".join(between).replace(" ,", ",")):
            found.append((right.key, left.key))
            names[left.key].alias = True
        elif between == [","] and bracketed is not None and bracketed[1] is left:
            # Two in one bracket: the name in another tongue, then the acronym.
            if right.text.isupper():
                found.append((bracketed[0], right.key))
        elif before is not None and _is_seated(before, left, right, units, between):
            found.append((before.key, right.key))
        elif between and between[-1] == "(" and len(between) <= 2:
            pair = _bracket_pair(left, right, units, names)
            if pair is not None:
                found.append(pair)
                names[right.key].alias = len(right.keys) > 1
                bracketed = (left.key, right)
    return found


def _is_renamed(
    left: Sequence,
    right: Sequence,
    units: list[Unit],
    between: list[str],
    names: dict[str, Name],
) -> bool:
    """Read "the Delta Corps, formerly Varang Group,": bodies and places only."""
    after = units[right.last + 1] if right.last + 1 < len(units) else None
    if between[1:] not in (["formerly"], ["previously"]) or after is None:
        return False
    kinds = {names[left.key].schema, names[right.key].schema}
    return after.text in {",", ")", "."} and Schema.PERSON not in kinds


def _is_seated(
    body: Sequence,
    place: Sequence,
    short: Sequence,
    units: list[Unit],
    between: list[str],
) -> bool:
    """Tell whether brackets shorten a body and its land.

    "the United Nations Support Mission in Libya (UNSMIL)".
    """
    link = [unit.key for unit in units[body.last + 1 : place.first]]
    seated = body.sentence == place.sentence and link in (["in"], ["in", "the"])
    if not seated or between != ["("]:
        return False
    return may_abbreviate(short.text, f"{body.text} in {place.text}")


def _bracket_pair(
    left: Sequence, right: Sequence, units: list[Unit], names: dict[str, Name]
) -> tuple[str, str] | None:
    """Return long and short name if what stands in brackets is another name."""
    after = units[right.last + 1] if right.last + 1 < len(units) else None
    if after is None or after.text not in {")", ",", ";"}:
        return None
    swapped = len(left.keys) == 1 and len(right.keys) > 1
    long, short = (right, left) if swapped else (left, right)
    if _is_dateline_place(long, units) or _is_dateline_place(short, units):
        return None
    if may_abbreviate(short.text, long.text):
        return long.key, short.key
    person = names[long.key].schema is Schema.PERSON
    if person and len(right.keys) > 1 and right.keys[0] in _KUNYA:
        return left.key, right.key  # "Omar Haddad (Abu Salim)"
    if _is_seat(right, units) or (person and _is_party(short.text)):
        return None
    known = find_organization(short.text, short.key)
    place = Schema.PLACE
    if (known and "media" in known.types) or (known and long.key in places()):
        return None  # "UNITED NATIONS (AP) -", "Cape Town, South Africa (UN)"
    several = len(long.keys) > 1
    if several and (known or names[long.key].schema is not place):
        acronym = len(short.keys) == 1 and (
            short.text.isupper() or names[short.key].schema is not place
        )
        both = Schema.ORGANIZATION in {names[long.key].schema, names[short.key].schema}
        foreign = len(short.keys) > 1 and after.text == "," and both
        return (long.key, short.key) if acronym or foreign else None
    return None


def _is_seat(bracketed: Sequence, units: list[Unit]) -> bool:
    """Tell whether brackets hold a seat or a party: "Ann Lee (Harlow) (Lab)".

    Records of debates put them behind a member, one bracket behind the other, and a
    colon behind those where he speaks.
    """
    before = [unit.text for unit in units[bracketed.first - 2 : bracketed.first]]
    behind = [unit.text for unit in units[bracketed.last + 1 : bracketed.last + 3]]
    return before == [")", "("] or behind in ([")", "("], [")", ":"])


def _is_party(short: str) -> bool:
    """Tell whether what stands behind a person is no name of his: R, Lab, D-Ohio."""
    return short.isupper() or len(short) <= _CODE or short[1:2] == "-"


def _is_dateline_place(sequence: Sequence, units: list[Unit]) -> bool:
    """Tell whether a name opens its sentence like the city of a dateline."""
    return (
        sequence.first == 0
        and sequence.text.isupper()
        and sequence.key in places()
        and units[sequence.last + 1].text == "("
    )
