"""Where capitals and the reading model disagree on the bounds of a name.

Capitals, titles and heads of organisations show where an unheard-of name ends; the
model knows the shape of names in running text, in lower case too. Measured on two
sets of names, the longer stretch is right in most cases, with the exceptions below.
"""

from collections.abc import Sequence as Items
from dataclasses import replace
from itertools import pairwise

from dragoman.annotate.encoder.case import common_words
from dragoman.annotate.names.growing import is_affiliation, is_dated
from dragoman.annotate.names.hints import Hint
from dragoman.annotate.names.sequences import Sequence, clip, cut, is_crown, make
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.titles_inside import SHIP_PREFIXES
from dragoman.annotate.names.units import FUNCTION_TAGS, Unit
from dragoman.data.tables import (
    NameWords,
    all_given_names,
    country_names,
    demonyms,
    organization_words,
    organizations,
    places,
    region_names,
)
from dragoman.model.annotation import Schema
from dragoman.text.dates_lexicon import FEAST_NAMES
from dragoman.text.names import SMALL_WORDS, may_abbreviate

# Words that are in no name: "London Has Been Great".
_SAYING = frozenset({"VERB", "AUX", "PRON", "ADV", "SCONJ"})
_LINKS = frozenset({"CCONJ", "ADP"})
_SHORT = 3
# Towns that are no town before the name of a land: "Baja California".
_OPENERS = frozenset({"baja", "trans", "union", "republic"})
_DEPARTMENTS = frozenset({"ministry", "department"})
# Whose a department is: "the state Department of Revenue" is not "State Department".
_LEVELS = frozenset({"state", "federal", "city", "county", "provincial"})
_DANGLING = SMALL_WORDS | {"a", "at", "by"}


def agree(
    number: int,
    found: Items[Sequence],
    hints: Items[Hint],
    units: list[Unit],
    titles: Items[TitlePhrase],
    words: NameWords,
    text: str,
) -> list[Sequence]:
    """Settle on the names of one sentence, in order of the text.

    Args:
        number: Index of the sentence.
        found: Names as capitals show them.
        hints: Names as the model sees them.
        units: Units of the sentence.
        titles: Its title phrases.
        words: Vocabulary.
        text: Text of the document.
    """
    if not (found or hints):
        return []
    kept: list[Sequence] = []
    settled: set[int] = set()
    hints = _tell_lands([h for h in hints if not _is_common(h, units, words)], units)
    hints = [part for hint in hints for part in _part_places(hint, units)]
    leveled = _is_leveled(units)
    for sequence in found:
        touching = [
            hint
            for hint in hints
            if hint.start < sequence.end and sequence.start < hint.end
        ]
        if sequence.hint is not None:  # a title has told a land and its holder apart
            settled.update(map(id, touching))
            kept.append(sequence)
            continue
        named = [hint for hint in touching if hint.kind is not None]
        apart = any(h.kind is None and h.last > h.first for h in touching)
        holds = named and not apart
        if holds and _holds(sequence, named, units, words, leveled=leveled):
            settled.update(map(id, named))
            _take_kind(sequence, named)
            kept.append(sequence)
        elif not named and (
            touching or not _is_remark(sequence, units, leveled=leveled)
        ):
            kept.append(_take_unnamed(sequence, touching, text))
    further = [h for h in hints if h.kind is not None and id(h) not in settled]
    for part in (part for hint in further for part in _part_states(hint, units)):
        fresh = _make(number, part, found, units, words, text)
        if fresh is not None:
            if fresh.title is None:
                fresh.title = next(
                    (one for one in titles if one.last + 1 == fresh.first), None
                )
            kept.append(fresh)
    kept.sort(key=lambda one: (one.start, -one.end))
    return kept


def _take_kind(sequence: Sequence, named: Items[Hint]) -> None:
    """Take what the model sees for what a name is."""
    sequence.hint = _kind_of(named)
    sequence.subtype = next(
        (hint.subtype for hint in named if hint.kind is sequence.hint), ""
    )
    sequence.agreed = len(named) == 1 and _same(sequence, named[0])


def _take_unnamed(sequence: Sequence, touching: Items[Hint], text: str) -> Sequence:
    """Return a name that the model sees as none, or within something without a kind."""
    sequence = _behind_events(sequence, touching, text)
    sequence.inside = any(
        hint.start <= sequence.start
        and sequence.end <= hint.end
        and not _same(sequence, hint)
        for hint in touching
    )
    return sequence


def _says_nothing(unit: Unit) -> bool:
    return unit.key in common_words() or unit.upos in FUNCTION_TAGS or unit.possessive


def _is_leveled(units: list[Unit]) -> bool:
    """Tell whether capitals show nothing: there is no longer word without one."""
    return not any(
        unit.word and not unit.capital and len(unit.key) > _SHORT for unit in units
    )


def _is_remark(sequence: Sequence, units: list[Unit], *, leveled: bool) -> bool:
    """Tell whether a text opens with what something is like: "Great service!".

    Or says something where all words have capitals: "Let Me Know".
    """
    if leveled and (
        _goes_on(sequence) or all(_says_nothing(unit) for unit in sequence.units)
    ):
        return sequence.key not in organizations()
    return (
        not sequence.sure
        and sequence.last > sequence.first
        and units[sequence.first].upos == "ADJ"
        and all(key in common_words() for key in sequence.keys)
        and not any(unit.capital for unit in units[sequence.last + 1 :])
    )


def _is_common(hint: Hint, units: list[Unit], words: NameWords) -> bool:
    """Tell whether a person is seen in a common noun, or a body in an operation.

    In the head of a body ("Political | Bureau") or several: "its Member | States".
    """
    if hint.kind is Schema.ORGANIZATION and hint.last > hint.first:
        return units[hint.first].key == "operation"
    if hint.kind is not Schema.PERSON or hint.last > hint.first or not hint.first:
        return False
    if hint.plural and units[hint.first].key in common_words():
        return True
    before = units[hint.first - 1]
    return before.capital and units[hint.first].key in words.organizations


def _tell_lands(hints: Items[Hint], units: list[Unit]) -> Items[Hint]:
    """Read the land in "Governor of Maine Susan Collins" as no part of a person."""
    found = list(hints)
    for at, (left, right) in enumerate(pairwise(hints)):
        if left.kind is right.kind is Schema.PERSON and right.first == left.last + 1:
            key = " ".join(unit.key for unit in units[left.first : right.first])
            if key in country_names() or key in region_names():
                found[at] = replace(left, kind=Schema.PLACE, subtype="")
    return found


def _part_states(hint: Hint, units: list[Unit]) -> list[Hint]:
    """Part "Illinois Adlai Stevenson": a state or region, then somebody of it."""
    if hint.kind is not Schema.PERSON:
        return [hint]
    for size in (3, 2, 1):
        border = hint.first + size
        if border >= hint.last:
            continue
        key = " ".join(unit.key for unit in units[hint.first : border])
        known = key in country_names() or key in region_names()
        if known and key not in all_given_names():
            left, right = units[border - 1], units[border]
            return [
                replace(
                    hint,
                    last=border - 1,
                    end=left.end,
                    kind=Schema.PLACE,
                    subtype="",
                ),
                replace(hint, first=border, start=right.start),
            ]
    return [hint]


def _part_places(hint: Hint, units: list[Unit]) -> list[Hint]:
    """Part "San Rafael California": a place, then the land that it lies in."""
    if hint.kind is not Schema.PLACE or _is_place(units[hint.first : hint.last + 1]):
        return [hint]
    for size in (1, 2, 3):
        border = hint.last - size + 1
        if border <= hint.first:
            break
        left, right = units[hint.first : border], units[border : hint.last + 1]
        if _is_land(right) and _is_place(left) and not _is_lone_word(left):
            return [
                replace(hint, last=border - 1, end=left[-1].end, subtype=""),
                replace(hint, first=border, start=right[0].start, subtype=""),
            ]
    return [hint]


def _is_lone_word(units: Items[Unit]) -> bool:
    """Tell whether a single word that is no town before a land stands alone."""
    key = units[0].key
    return len(units) == 1 and (key in _OPENERS or key in common_words())


def _is_land(units: Items[Unit]) -> bool:
    key = " ".join(unit.key for unit in units)
    return key in country_names() or key in region_names()


def _is_place(units: Items[Unit]) -> bool:
    return _is_land(units) or " ".join(unit.key for unit in units) in places()


def _in_land(hints: Items[Hint], units: list[Unit]) -> bool:
    """Tell whether two places stand in a row, the second a land."""
    return (
        len(hints) == 2
        and all(hint.kind is Schema.PLACE for hint in hints)
        and hints[0].last + 1 == hints[1].first
        and _is_place(units[hints[0].first : hints[0].last + 1])
        and _is_land(units[hints[1].first : hints[1].last + 1])
    )


def _behind_events(sequence: Sequence, hints: Items[Hint], text: str) -> Sequence:
    """Cut off what the model sees as an event or a work: "World War I | Kähler"."""
    for hint in hints:
        if hint.first <= sequence.first < hint.last < sequence.last:
            rest = cut(sequence, hint.last - sequence.first + 1, 0, text)
            return rest or sequence
    return sequence


def _same(sequence: Sequence, hint: Hint) -> bool:
    return (sequence.start, sequence.end) == (hint.start, hint.end)


def _kind_of(hints: Items[Hint]) -> Schema | None:
    """Return what the hints say together: an organisation, or what covers most."""
    if len(hints) > 1 and any(hint.kind is Schema.ORGANIZATION for hint in hints):
        return Schema.ORGANIZATION
    return max(hints, key=lambda hint: (hint.end - hint.start, hint.start)).kind


def _holds(
    sequence: Sequence,
    hints: Items[Hint],
    units: list[Unit],
    words: NameWords,
    *,
    leveled: bool,
) -> bool:
    """Tell whether the bounds that capitals show are better than the model's."""
    first, last = hints[0], hints[-1]
    if first.start < sequence.start or sequence.end < last.end:
        # The model sees more: it is right unless it sees an honorific.
        return False
    goes_on = leveled and _goes_on(sequence)
    if not goes_on and (_is_sure(sequence, units) or _is_department(sequence, words)):
        return True
    if goes_on or sequence.titlecase:
        # Capitals bound nothing where all words have them.
        return len(hints) == 1 and _same(sequence, first)
    return (
        _holds_one(sequence, first, units, words)
        if len(hints) == 1
        else _holds_several(hints, units, words)
    )


def _goes_on(sequence: Sequence) -> bool:
    """Tell whether what the capitals show goes on over words that name nothing."""
    units = sequence.units
    return units[0].upos in _LINKS or any(unit.upos in _SAYING for unit in units)


def _is_sure(sequence: Sequence, units: list[Unit]) -> bool:
    """Tell whether a table or an acronym behind it shows the whole name."""
    if sequence.key in organizations() or sequence.key in country_names():
        return True
    if units[sequence.first].text in SHIP_PREFIXES:
        return True
    bracket = units[sequence.last + 1 : sequence.last + 3]
    return (
        len(bracket) == 2
        and bracket[0].text == "("
        and may_abbreviate(bracket[1].text, sequence.text)
    )


def _is_department(sequence: Sequence, words: NameWords) -> bool:
    """Tell whether all of a name are fields: "Ministry of Industry, Commerce and Tax".

    The comma inside it ends no name.
    """
    opener, *fields = sequence.keys
    return opener in _DEPARTMENTS and all(
        key in words.portfolios or key in _DANGLING for key in fields
    )


def _holds_several(hints: Items[Hint], units: list[Unit], words: NameWords) -> bool:
    """Tell whether what the model sees as several names is one."""
    if _in_land(hints, units):
        return False
    persons = [hint.kind is Schema.PERSON for hint in hints]
    if persons[-1] and not persons[0]:
        # "Sinn Féin Ruairí Ó Brádaigh" is two, "Radio Voix du Plateau" is one.
        return hints[0].last == hints[0].first and units[hints[0].first].key in (
            words.organizations
        )
    return any(_size(hint, units) < 2 for hint in hints)


def _holds_one(
    sequence: Sequence, hint: Hint, units: list[Unit], words: NameWords
) -> bool:
    """Tell whether a name goes on where the model ends it, or begins before."""
    if _same(sequence, hint):
        return True
    size = _size(hint, units)
    if hint.first > sequence.first:
        opener = units[sequence.first]
        before = _headed(units, sequence.first, hint.first - 1, words)
        if opener.initial and opener.key not in demonyms():
            return before
        if hint.kind is Schema.PERSON and size > 1:
            return False
        if before:
            # "Group for Unity and Jihad"; "Board of the National Federation" is two.
            return not _headed(units, hint.first, hint.last, words) or size < 3
    if units[hint.last].key in _DANGLING or hint.last == sequence.last:
        return size < 3 or hint.first - sequence.first == 1
    body = hint.kind is Schema.ORGANIZATION and _headed(
        units, hint.last, hint.last, words
    )
    if body and units[hint.last + 1].key in {"for", "on", "against"}:
        return True  # "African Centre | for Mediation"
    return size < 2 or _headed(units, hint.last + 1, sequence.last, words)


def _size(hint: Hint, units: list[Unit]) -> int:
    """Return of how many words a name is, small words at its end left out."""
    last = hint.last
    while last > hint.first and units[last].key in _DANGLING:
        last -= 1
    return last - hint.first + 1 if last == hint.last else 1


def _headed(units: list[Unit], first: int, last: int, words: NameWords) -> bool:
    return any(
        unit.key in words.organizations or unit.key in words.places
        for unit in units[first : last + 1]
    )


def _last_of_body(hint: Hint, units: list[Unit], words: NameWords) -> int:
    """Return the last unit of a body, with the rest of its field: "Affairs"."""
    last = hint.last
    while (
        hint.kind is Schema.ORGANIZATION
        and last > hint.first
        and last + 1 < len(units)
        and units[last + 1].capital
        and not units[last + 1].taken
        and units[last + 1].key in words.portfolios
    ):
        last += 1
    return last


def _names_nothing(hint: Hint, inside: list[Unit]) -> bool:
    """Tell whether a people, a date or an adjective of a state is taken for a name.

    Or a feast, or the legal form of a firm whose name the reading broke off.
    """
    key = " ".join(unit.key for unit in inside)
    people = hint.kind is Schema.PERSON and hint.plural
    first = inside[0]
    if len(inside) == 1 and (people or is_dated(first) or is_affiliation(first)):
        return True
    if (
        key.rstrip(".") in organization_words().only_forms
        or key.replace("-", " ") in FEAST_NAMES
    ):
        return True
    return key in demonyms() and key not in country_names()


def _is_level(units: Items[Unit]) -> bool:
    """Tell whether a department is only told whose it is: "the state | Department"."""
    if len(units) < 2 or units[0].key not in _LEVELS:
        return False
    # In "STATE DEPARTMENT" and "state department" no capital parts the two.
    return units[1].capital and not units[0].capital


def _make(
    number: int,
    hint: Hint,
    found: Items[Sequence],
    units: list[Unit],
    words: NameWords,
    text: str,
) -> Sequence | None:
    """Return what the model sees without titles before and small words behind."""
    first, last = hint.first, _last_of_body(hint, units, words)
    while first <= last and (
        units[first].taken
        or units[first].text in {".", ","}
        or _is_level(units[first : last + 1])
        or (
            first < last
            and units[first].known_to <= first
            and units[first].key.rstrip(".") in words.honorifics
        )
    ):
        first += 1
    taken = next((at for at in range(first, last + 1) if units[at].taken), last + 1)
    last = taken - 1
    tail = any(unit.capital for unit in units[first : last + 1])
    while last >= first and (
        (tail and not units[last].capital)
        or units[last].key in _DANGLING
        or not units[last].word
        or units[last].possessive
    ):
        last -= 1
    if last < first:
        return None
    crown = is_crown(units, first) or is_crown(units, first - 1)
    if crown or _names_nothing(hint, units[first : last + 1]):
        return None
    same = next((one for one in found if (one.first, one.last) == (first, last)), None)
    sequence = same or make(number, units, (first, last), text)
    if same is None:
        for one in found:
            if one.first == first:
                sequence.title, sequence.honorific = one.title, one.honorific
    start, end = max(sequence.start, hint.start), sequence.end
    if last <= hint.last:
        end = min(end, hint.end)
    if (start, end) != (sequence.start, sequence.end):
        sequence = clip(sequence, start, end, text)
    sequence.hint, sequence.subtype = hint.kind, hint.subtype
    sequence.agreed = (first, last) == (hint.first, hint.last)
    return sequence
