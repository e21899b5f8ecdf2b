"""Several persons behind one title: "the ministers of Chad and Mali, X and Y"."""

from collections.abc import Iterator

from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.offices.rows import Body, Row

_LINKED = frozenset({",", "and", "of", "the"})


def listed_behind(
    row: Row, phrase: TitlePhrase, body: Body | None, end: int
) -> tuple[list[Sequence], list[Body]]:
    """Return the persons of "the two ministers, A of X and B of Y," if several.

    With the bodies of "the ministers of X and Y, A and B", in the order of the persons.

    Args:
        row: The sentence.
        phrase: A title in the plural.
        body: What it belongs to.
        end: Unit behind title and body.
    """
    told = _each_told(row, body, end) or _bracketed(row, body)
    if told is not None:
        return told
    bodies = list(_further_bodies(row, end)) if body is not None else []
    index = bodies[-1].last + 1 if bodies else end
    if index + 1 >= len(row.units) or row.units[index].text not in {",", ":", "–", "—"}:
        return [], []
    first = row.starts.get(index + 1)
    if first is None or id(first) not in row.persons:
        return [], []
    found, last = coordinated(row, first)
    if not _is_closed(row, phrase, last) or len(found) < 2:
        return [], []
    if body is not None and len(found) == len(bodies) + 1:
        return found, [body, *(Body(b.start, b.end, sequence=b) for b in bodies)]
    return found, states_before(row, phrase, len(found))


def states_before(row: Row, phrase: TitlePhrase, count: int) -> list[Body]:
    """Return the states of "the Norwegian and Danish ministers", if there are so many.

    In their order, which is that of the ministers.
    """
    found: list[Body] = []
    index = phrase.first - 1
    while index >= 0 and len(found) < count:
        code = row.demonyms.get(index)
        unit = row.units[index]
        if code is not None:
            found.append(Body(unit.start, unit.end, country=code))
        elif unit.key not in {"and", ","} and not unit.capital:  # "South | Korean"
            break
        index -= 1
    return found[::-1] if len(found) == count > 1 else []


def told_among(row: Row, end: int) -> list[Sequence]:
    """Return X and Y of "three commanders of the Front, among them X and Y".

    Args:
        row: The sentence.
        end: Unit behind the title in the plural and its body.
    """
    words = [unit.key for unit in row.units[end : end + 3]]
    person = None
    if words[:2] == [",", "including"]:
        person = row.person_at(end + 2)
    elif words in ([",", "among", "them"], [",", "among", "whom"]):
        person = row.person_at(end + 3)
    return [] if person is None else coordinated(row, person)[0]


def _each_told(
    row: Row, body: Body | None, end: int
) -> tuple[list[Sequence], list[Body]] | None:
    """Read "the ministers of A, X, and of B, Y"."""
    if body is None or body.sequence is None:
        return None
    found: list[Sequence] = []
    bodies, index = [body], end
    while len(found) < len(bodies):
        person = row.person_at(index + 1)
        if person is None or row.units[index].text != ",":
            return None
        found.append(person)
        index = person.last + 1
        while index < len(row.units) and row.units[index].key in _LINKED:
            index += 1
        other = row.starts.get(index)
        if other is None or id(other) in row.persons:
            break
        bodies.append(Body(other.start, other.end, sequence=other))
        index = other.last + 1
    return (found, bodies) if len(found) > 1 else None


def _bracketed(row: Row, body: Body | None) -> tuple[list[Sequence], list[Body]] | None:
    """Read "the ministers of A (X), B (Y) and C (Z)"."""
    if body is None or body.sequence is None:
        return None
    found: list[Sequence] = []
    bodies: list[Body] = []
    index = body.sequence.last + 1
    while index + 1 < len(row.units) and row.units[index].text == "(":
        person = row.person_at(index + 1)
        if person is None or row.units[person.last + 1 : person.last + 2] == []:
            return None
        if row.units[person.last + 1].text != ")":
            return None
        found.append(person)
        bodies.append(body)
        index = person.last + 2
        while index < len(row.units) and row.units[index].key in _LINKED:
            index += 1
        other = row.starts.get(index)
        if other is None or id(other) in row.persons:
            break
        body = Body(other.start, other.end, sequence=other)
        index = other.last + 1
    return (found, bodies) if len(found) > 1 else None


def _is_closed(row: Row, phrase: TitlePhrase, end: int) -> bool:
    """Tell an apposition from "according to two officials, A and B met"."""
    first = phrase.first
    if any(unit.key == "according" for unit in row.units[max(0, first - 5) : first]):
        return False
    return end >= len(row.units) or not row.units[end].word


def _further_bodies(row: Row, index: int) -> Iterator[Sequence]:
    """Yield B and C of "the ministers of A, B and C"."""
    while index < len(row.units) and row.units[index].key in {",", "and"}:
        following = row.starts.get(index + 1)
        if following is None or id(following) in row.persons:
            return
        yield following
        index = following.last + 1


def coordinated(row: Row, person: Sequence) -> tuple[list[Sequence], int]:
    """Return the persons of "ministers A, B of X and C", and the unit behind them."""
    found = [person]
    index = end = person.last + 1
    while index < len(row.units):
        if row.units[index].key in {"of", "from", "for"}:
            place = row.starts.get(index + 1)
            if place is None and row.units[index + 1 : index + 2]:
                place = row.starts.get(index + 2)
            if place is None or id(place) in row.persons:
                break
            index = end = place.last + 1
            continue
        if row.units[index].key not in {",", "and"}:
            break
        following = row.starts.get(index + 1)
        if following is None and row.units[index].key == ",":
            index += 1
            continue
        if following is None or id(following) not in row.persons:
            break
        found.append(following)
        index = end = following.last + 1
    return found, end
