"""Places and the agency of a dateline: "ASUNCIÓN, Mar 14 (APS) –"."""

from collections.abc import Sequence as Items

from dragoman.annotate.names.growing import DATE_WORDS
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.units import Unit
from dragoman.model.syntax import DASHES

_LONGEST_TOWN = 4  # words
_LONGEST = 13  # units behind the name


def is_agency(name: Sequence, units: Items[Unit]) -> bool:
    """Tell the agency of a dateline: "ASUNCIÓN, Mar 14 (APS) –", "(APS) -".

    Args:
        name: What may be the agency.
        units: Units of its sentence.
    """
    closing, dash = name.last + 1, name.last + 2
    return (
        name.first > 0
        and dash < len(units)
        and (units[name.first - 1].text, units[closing].text) == ("(", ")")
        and units[dash].text in DASHES
        and (units[0].capital or name.first == 1)
    )


def is_dateline(name: Sequence, units: Items[Unit], *, alone: bool) -> bool:
    """Tell the places of "Dilmara, Jan 30, DNA --", "OSK, Velmora (DNA) -".

    Args:
        name: What may be a place.
        units: Units of its sentence.
        alone: Whether the sentence ends with the dash.
    """
    if name.first and not _is_behind_town(name, units):
        return False
    head = units[name.last + 1 : name.last + 1 + _LONGEST]
    if not head or head[0].text not in {",", "(", "/"} | DASHES:
        return False
    dash = next((i for i, unit in enumerate(head) if unit.text in DASHES), None)
    if dash is None:
        return False
    inside = head[:dash]
    named = not inside or (
        alone and all(unit.capital or unit.text == "," for unit in inside)
    )
    return named or any(unit.key in DATE_WORDS or unit.text == ")" for unit in inside)


def _is_behind_town(name: Sequence, units: Items[Unit]) -> bool:
    """Tell whether a name is the land of "OSK, Velmora (DNA) -"."""
    *town, comma = units[: name.first]
    return (
        comma.text == ","
        and 0 < len(town) <= _LONGEST_TOWN
        and all(unit.capital and unit.key not in DATE_WORDS for unit in town)
        and not name.text.isupper()
    )
