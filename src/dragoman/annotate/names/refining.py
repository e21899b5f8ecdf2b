"""Cutting sequences down to names: nationality off, two names in a row apart."""

from dataclasses import dataclass

from dragoman.annotate.encoder.case import common_words
from dragoman.annotate.names.sequences import Sequence, clip, cut
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.units import Unit
from dragoman.data.tables import (
    NameWords,
    all_given_names,
    capitals,
    country_names,
    demonyms,
    find_organization,
    fold_key,
    organizations,
    places,
)
from dragoman.model.annotation import Schema

_COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western",
     "central", "upper", "lower", "occupied", "greater", "mainland", "rural",
     "downtown"}
)  # fmt: skip
_BOUND = frozenset({"born", "built", "held", "language", "made", "run", "speaking"})
_LONGEST = 3  # Words of a name behind a chamber.
_CHAMBERS = frozenset({"parliament", "government", "senate", "congress", "cabinet"})


@dataclass(slots=True)
class Demonym:
    """A word of nationality that stands by itself: "Bolivian"."""

    sentence: int
    unit: int
    code: str


def before_titles(
    number: int, units: list[Unit], titles: list[TitlePhrase]
) -> list[Demonym]:
    """Return the words of nationality before the titles of a sentence in capitals.

    Where all words are written like names, "FROM EGYPTIAN FOREIGN MINISTER X" leaves
    the nationality at the end of a row that is no name.
    """
    found = []
    for phrase in titles:
        for size in (2, 1):
            front = units[max(0, phrase.first - size) : phrase.first]
            code = demonyms().get(" ".join(unit.key for unit in front))
            if code is not None and front[0].capital:
                found.append(Demonym(number, phrase.first - 1, code))
                break
    return found


def refine(
    sequence: Sequence,
    units: list[Unit],
    found_demonyms: list[Demonym],
    text: str,
    words: NameWords,
) -> list[Sequence]:
    """Cut what is no part of a name off a sequence; cut apart two names in a row."""
    found = _split_after_known(sequence, units, text, words)
    kept = []
    for part in found:
        paired = _paired(part, text)
        if paired:
            kept.extend(paired)
            continue
        after = units[part.last + 1] if part.last + 1 < len(units) else None
        introduced = bool(part.first) and (
            units[part.first - 1].key in words.describes
            and not units[part.first - 1].capital
        )
        # "Georgian Dream lawmaker": not the dream of a Georgian.
        whole = len(part.keys) == 2 and after is not None and after.taken and after.word
        whole = whole and part.key not in demonyms()  # "North Korean leader"
        trimmed = (
            part if introduced or whole else _trim(part, found_demonyms, text, words)
        )
        if trimmed is not part:
            kept.extend(_joined(part, text))
        if trimmed is not None:
            kept.append(trimmed)
    return kept


def _paired(sequence: Sequence, text: str) -> list[Sequence]:
    """Return the names that a hyphen joins: "the India-Pakistan border"."""
    names = sequence.text.split("-")
    known = len(sequence.units) == 1 and len(names) > 1
    if not known or _is_whole(sequence) or sequence.key in places():
        return []
    if not all(_is_known(name) for name in names):
        return []
    found, start = [], sequence.start
    for name in names:
        found.append(clip(sequence, start, start + len(name), text))
        start += len(name) + 1
    return found


def _is_known(name: str) -> bool:
    """Tell whether a name is that of a state, its capital or a body."""
    key = fold_key(name)
    return (
        key in country_names()
        or key in capitals()
        or find_organization(name, key) is not None
    )


def _joined(sequence: Sequence, text: str) -> list[Sequence]:
    """Return the known name that an adjective is made of: "NATO" of "NATO-led"."""
    word = sequence.units[0]
    name = text[word.start : word.end].rpartition("-")[0]
    if not _is_known(name):
        return []
    opener = cut(sequence, 0, len(sequence.units) - 1, text)
    return (
        []
        if opener is None
        else [clip(opener, word.start, word.start + len(name), text)]
    )


def _split_after_known(
    sequence: Sequence, units: list[Unit], text: str, words: NameWords
) -> list[Sequence]:
    """Read "Kyrgyz Republic Azamat Dzhumabekov": a state, then its minister."""
    size = len(sequence.units)
    if size < 2 or sequence.key in country_names() or sequence.key in organizations():
        return [sequence]
    for length in range(min(size - 1, 6), 0, -1):
        behind = sequence.units[length:]
        if behind[0].possessive or not behind[0].capital:
            continue
        if any(u.key in words.organizations or u.key in words.places for u in behind):
            continue
        front = cut(sequence, 0, size - length, text)
        rest = cut(sequence, length, 0, text)
        if front is None or rest is None:
            continue
        state = front.key in country_names()
        chamber = _is_chamber(front, rest, units)
        if len(rest.units) == 1 and not chamber:
            if state:
                return [sequence]
            continue
        ruled = _is_ruled_land(front, rest, units, words)
        seat = not state and _is_seat(front, units)
        seat = seat and rest.keys[0] not in words.honorifics
        opens = chamber or _opens_with_body(front, units, words)
        if state or ruled or seat or opens:
            rest.sure = True
            if ruled or seat:
                front.hint, rest.hint = Schema.PLACE, Schema.PERSON
            return [front, rest]
    return [sequence]


def _opens_with_body(front: Sequence, units: list[Unit], words: NameWords) -> bool:
    """Tell whether the words before a name are a body or its topic.

    "Foreign Office Ana Ruiz", "adviser on Water Ana Ruiz".
    """
    if len(front.keys) > 1 and front.key in organizations():
        return True
    kinds = words.organizations.get(front.keys[-1], ())
    if len(front.units) > 1 and "government_body" in kinds:
        return True
    if front.first < 2 or not units[front.first - 2].taken:
        return False
    link = units[front.first - 1].key
    return link in {"on", "for"} and front.keys[-1] in words.portfolios


def _is_seat(front: Sequence, units: list[Unit]) -> bool:
    """Tell whether a town is where somebody serves: "envoy to Oran Ana Ruiz"."""
    if front.first < 2 or not units[front.first - 2].taken:
        return False
    link = units[front.first - 1].key
    town = front.key in capitals() or front.key in places()
    named = any(key in all_given_names() for key in front.keys)
    return town and (link in {"to", "in"} or (link == "of" and not named))


def _is_chamber(front: Sequence, rest: Sequence, units: list[Unit]) -> bool:
    """Read "in Parliament Hollin said", "the head of Government Ana Ruiz".

    A body that is called by its kind, behind a preposition, and a name.
    """
    return (
        front.key in _CHAMBERS
        and front.first > 0
        and units[front.first - 1].key in {"of", "in"}
        and len(rest.units) <= _LONGEST
        and not any(key in common_words() for key in rest.keys)
    )


def _is_ruled_land(
    front: Sequence, rest: Sequence, units: list[Unit], words: NameWords
) -> bool:
    """Read "Foreign Minister of Lusara Inês Caldeira": a land in no table."""
    return (
        _is_ruled(front.first, units)
        and not any(key in all_given_names() for key in front.keys)
        and front.keys[-1] not in words.honorifics
        and rest.keys[0] in all_given_names()
    )


def _is_ruled(at: int, units: list[Unit]) -> bool:
    """Tell whether a title stands before: "Foreign Minister of (the)"."""
    if at and units[at - 1].key == "the":
        at -= 1
    return at > 1 and units[at - 1].key == "of" and units[at - 2].taken


def _trim(
    sequence: Sequence, found_demonyms: list[Demonym], text: str, words: NameWords
) -> Sequence | None:
    """Cut nationality and the like off the front; ``None`` if nothing is left."""
    current: Sequence | None = sequence
    while current is not None and not _is_whole(current):
        length, code = _adjective(current, words)
        if not length:
            return current
        if code is not None:
            found_demonyms.append(Demonym(current.sentence, current.first, code))
        if len(current.keys) == length:
            return None
        joined = "-" in current.keys[0] and length == 1
        opener = current.keys[0]
        compass = opener in _COMPASS and opener not in words.peoples
        if not joined and not compass and _headed(current, words):
            return current
        current = cut(current, length, 0, text)
    return current


def _is_whole(sequence: Sequence) -> bool:
    """Tell whether a name is known as it is: "South Africa", "Islamic Jihad"."""
    if sequence.key in country_names():
        return True
    if find_organization(sequence.text, sequence.key) is not None:
        return True
    return len(sequence.keys) > 1 and sequence.key in places()


def _adjective(sequence: Sequence, words: NameWords) -> tuple[int, str | None]:
    """Return how many words of an adjective open a name, and its state if any."""
    pair = " ".join(sequence.keys[:2])
    if len(sequence.keys) > 1 and pair in demonyms():
        return 2, demonyms()[pair]
    if sequence.keys[1:2] == ("of",):
        return 0, None  # "the Gulf of Mexico"
    key = sequence.keys[0]
    code = demonyms().get(key)
    if code is not None:
        return 1, code
    if key in words.peoples or _is_bound(key):
        return 1, None
    return (1, None) if key in _COMPASS and _names_place(sequence) else (0, None)


def _is_bound(key: str) -> bool:
    """Tell whether a word is a name with what is done by it: "Kremlin-backed"."""
    tail = key.rpartition("-")[2] if "-" in key else ""
    return tail in _BOUND or (tail.endswith("ed") and tail in common_words())


def _headed(sequence: Sequence, words: NameWords) -> bool:
    return any(
        k in words.organizations or k in words.places or k in words.not_entities
        for k in sequence.keys[1:]
    )


def _names_place(sequence: Sequence) -> bool:
    rest = " ".join(sequence.keys[1:])
    return rest in country_names() or rest in places()
