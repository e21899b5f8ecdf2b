"""Who holds which office: titles joined to names and to bodies.

First what the words show without looking back: a title directly before a name
("Foreign Minister X"), in apposition to one ("X, the foreign minister", "the foreign
minister, X"), said of one ("X is", "X was appointed"). Titles that stand alone
are left to coreference.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.annotate.names.reading import Reading
from dragoman.annotate.names.sequences import Sequence
from dragoman.annotate.names.titles import TitlePhrase
from dragoman.annotate.names.units import Unit
from dragoman.annotate.offices.alone import Fact
from dragoman.annotate.offices.bodies import body_of_holder, end_of_title, find_body
from dragoman.annotate.offices.lists import (
    coordinated,
    listed_behind,
    states_before,
    told_among,
)
from dragoman.annotate.offices.owners import (
    behind_owner,
    find_charge,
    is_owner,
    is_told_as,
)
from dragoman.annotate.offices.rows import Body, Row, read_rows
from dragoman.annotate.offices.said import APPOINTING, Said, find_subject
from dragoman.data.tables import NameWords, name_words
from dragoman.model.syntax import THEIRS, Sentence
from dragoman.text.calendar_names import MONTHS

_BETWEEN = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "former", "acting", "current",
     "and", "then", "outgoing", "interim", "caretaker", "new", "newly", "one", "who",
     "is", "was", "as", "once", "now", "currently", "formerly", "previously",
     "also", "later", "at", "that", "time", "in", "those", "days", "years", "himself",
     "herself", "twice", "two-time", "three-time"}
)  # fmt: skip
_GIVEN = frozenset({"mr", "mrs", "ms", "dr", "his", "her", "its", "the", "deputy"})
_TERM_WORDS = frozenset(
    {"from", "since", "to", "until", "till", "between", "in", "for", "term", "terms",
     "year", "years", "through", "–", "-", "—"}
    | MONTHS
)  # fmt: skip
# Of an office that somebody had when what is told happened, behind it or before it.
_THEN_BEHIND = (
    *("at the time", "at that time", "of the day", "in those days", "back then"),
    *("in those years", "at the moment in question"),
)
_THEN_BEFORE = (
    *("was then", "were then", "at that time", "at the time", "in those days"),
    *("in those years", "back then"),
)
_STOPS = frozenset({",", ".", ";", ":", "(", ")", "who", "which", "and"})
_NEAR = 9  # units behind a title: "of the Bank of Lund at the time"
_UNTIL = frozenset({"until", "till"})
_MOMENTS = frozenset(
    {"the", "last", "recently", "now", "then", "week", "month", "this"}
)
# "after three years as consul"
_SPELLS = frozenset({"decade", "decades", "months", "spell", "stint", "term", "years"})
_LONGEST_TERM = 12  # units: "from 3 May 2019 until 12 June 2024, a"
# Whose office is told by another's.
_RELATED = frozenset({"counterpart", "predecessor", "successor"})
_KNOWN_AS = frozenset(
    {"known", "only", "simply", "better", "as", "called", "identified", "named"}
)


@dataclass(slots=True)
class Held:
    """A title phrase with its body and, if the words show him, its holder.

    Attributes:
        phrase: The title.
        body: What it belongs to.
        holders: Names of those who hold it.
        how: ``before``, ``apposition``, ``copula``, ``verb``, ``alone``; ``among`` if
            the holders are some of those whom a plural names.
        chain: Chain of the holder once it is known.
        bodies_told: Of "the ministers of A and B, X and Y": A and B.
        bodies_behind: What stands behind each holder's name, by its ``id``.
        own_bodies: The office of each holder where they differ, by chain.
        subject: Token of a pronoun or description that the title is said of.
        told_of: Token of what says it: a verb, a noun with a copula, "appointment".
        end: Unit index after the title and what belongs to it.
    """

    phrase: TitlePhrase
    body: Body | None
    holders: list[Sequence] = field(default_factory=list)
    how: str = "alone"
    chain: int | None = None
    end: int = 0
    subject: int | None = None
    told_of: int | None = None
    bodies_behind: dict[int, Body] = field(default_factory=dict)
    bodies_told: list[Body] = field(default_factory=list)
    own_bodies: dict[int, Fact] = field(default_factory=dict)


def join_titles(
    reading: Reading, sentences: tuple[Sentence, ...], words: NameWords
) -> dict[int, list[Held]]:
    """Join the title phrases of each sentence to the names around them."""
    rows = read_rows(reading, sentences)
    found: dict[int, list[Held]] = {}
    for number, row in rows.items():
        held_here: list[Held] = []
        charges = {id(p): find_charge(row, p) for p in row.titles}
        owners = {id(charge.owner) for charge in charges.values() if charge}
        for phrase in row.titles:
            if _is_past(row, phrase):
                phrase.status = "former"
            if id(phrase) in owners:
                continue
            held = Held(phrase, find_body(row, phrase, words))
            charge = charges[id(phrase)]
            held.end = charge.end if charge else end_of_title(row, phrase, held.body)
            _find_holder(row, held, held_here)
            for person in held.holders:
                behind = body_of_holder(row, person)
                if behind is not None:
                    held.bodies_behind[id(person)] = behind
            for person, told in zip(held.holders, held.bodies_told, strict=False):
                held.bodies_behind[id(person)] = told
            held_here.append(held)
        _share_bodies(held_here, row)
        _share_holders(_without_owners(held_here, row), row)
        found[number] = held_here
    return found


def _is_past(row: Row, phrase: TitlePhrase) -> bool:
    """Tell "predecessor as minister", "was until 2020 envoy", "chief at the time"."""
    if _is_of_that_time(row, phrase):
        return True
    before = [unit.key for unit in row.units[max(0, phrase.first - 6) : phrase.first]]
    if before[-2:] == ["predecessor", "as"] or _is_until(row, phrase):
        return True
    if before[-1:] == ["as"] and before[-2:-1] and before[-2] in _SPELLS:
        return not {"after", "following"}.isdisjoint(before)
    if "was" not in before:
        return False
    # "until she was elected leader" begins what it tells
    told = {"until", "previously"} & set(before[before.index("was") :])
    opening = [unit.key for unit in row.units[:2]]
    return bool(told) or opening == ["before", "that"]


def _is_of_that_time(row: Row, phrase: TitlePhrase) -> bool:
    """Tell "mayor of Gao at the time", "was then the envoy", "in those days envoy"."""
    behind = [unit.key for unit in row.units[phrase.last + 1 : phrase.last + 1 + _NEAR]]
    stop = next((i for i, word in enumerate(behind) if word in _STOPS), len(behind))
    told = " ".join(behind[:stop])
    if told.endswith(_THEN_BEHIND):
        return True
    before = [unit.key for unit in row.units[max(0, phrase.first - 5) : phrase.first]]
    while before and before[-1] in {"the", "a", "an", "his", "her", "its", "their"}:
        before.pop()
    words = " ".join(before)
    return words.endswith(_THEN_BEFORE)


def _is_until(row: Row, phrase: TitlePhrase) -> bool:
    """Tell "X, until March head of the police", "X, until now the minister"."""
    at = phrase.first - 1
    while at >= 0 and (_is_of_term(row.units[at]) or row.units[at].key in _MOMENTS):
        if row.units[at].key in _UNTIL:
            mark = row.units[at - 1].text if at else ""
            return mark in {",", "(", "–", "—"}
        at -= 1
    return False


def _share_bodies(held_here: list[Held], row: Row) -> None:
    """Read "chairman and chief executive of X": both belong to X."""
    for left, right in pairwise(held_here):
        if left.end != left.phrase.last + 1 or left.body is not None:
            continue
        if left.phrase.word == "minister" != right.phrase.word:
            continue
        between = row.units[left.end : right.phrase.first]
        if len(between) == 1 and between[0].key == "and":
            left.body = right.body


def _without_owners(held_here: list[Held], row: Row) -> list[Held]:
    """Leave out the King of "envoy of the King and Coordinator, X": X is the envoy."""
    kept: list[Held] = []
    for held in held_here:
        if kept and not held.holders and is_owner(row, held.phrase.first):
            kept[-1].end = max(kept[-1].end, held.end)
        else:
            kept.append(held)
    return kept


def _share_holders(held_here: list[Held], row: Row) -> None:
    """Read "Deputy Prime Minister and Foreign Minister X": both are of X."""
    for left, right in pairwise(held_here):
        if left.holders or left.subject is not None or left.phrase.plural:
            continue
        holder = right.holders[0] if right.holders else None
        behind = holder is not None and holder.start > right.phrase.end
        if right.how not in {"before", "apposition"} or not behind:
            continue
        between = row.units[left.end : right.phrase.first]
        if 1 <= len(between) <= 2 and between[0].key == "and":
            left.holders, left.how = right.holders, right.how


# ---------------------------------------------------------------- holders


def _find_listed(row: Row, held: Held) -> None:
    """Find the holders of a title in the plural: all, or some of them."""
    found, told = listed_behind(row, held.phrase, held.body, held.end)
    some = [] if found else told_among(row, held.end)
    held.holders, held.bodies_told = found or some, told
    if held.holders:
        held.how = "among" if some else "apposition"


def _find_holder(row: Row, held: Held, before: list[Held]) -> None:
    phrase = held.phrase
    person = row.person_at(phrase.last + 1)
    if person is None and held.end > phrase.last + 1:
        person = row.person_at(held.end)
    if person is not None:
        held.holders = [person]
        held.how = "before"
        if phrase.plural:
            held.holders, _ = coordinated(row, person)
            held.bodies_told = states_before(row, phrase, len(held.holders))
        return
    if held.end < len(row.units) and row.units[held.end].possessive:
        return
    if phrase.plural:
        _find_listed(row, held)
        return
    if _is_told_of_person(row, held) or _is_related(row, held):
        return
    given = _given(row, held)
    holder = given or _apposed(row, held) or _continued(row, held, before)
    if holder is None or _is_listed(holder, before):
        holder = _apposition_behind(row, held) or holder
    if holder is not None:
        held.holders = [holder]
        held.how = "apposition" if given is None else "verb"
        return
    said = find_subject(row, held.phrase)
    if said is not None:
        _note_subject(row, held, said)


def _is_related(row: Row, held: Held) -> bool:
    """Read "X, minister of A, and her counterpart, Y": never X."""
    first = held.phrase.first
    owned = {unit.key for unit in row.units[max(0, first - 2) : first]}
    if held.phrase.word not in _RELATED or owned.isdisjoint(THEIRS):
        return False
    behind = _apposition_behind(row, held)
    if behind is not None:
        held.holders, held.how = [behind], "apposition"
    return behind is not None


def _is_told_of_person(row: Row, held: Held) -> bool:
    """Read "He came as adviser to the minister, X": who stands behind is the other."""
    index = behind_owner(row, held.end)
    if index <= held.end or row.title_at(index - 1) is None:
        return False
    said = find_subject(row, held.phrase)
    if said is None or row.sentence[said.subject].upos not in {"PRON", "PROPN"}:
        return False
    _note_subject(row, held, said)
    return True


def _note_subject(row: Row, held: Held, said: Said) -> None:
    """Note of whom a verb says a title."""
    subject = said.subject
    held.how, held.told_of = "verb", said.told_of
    # "A former captain, X was minister": the parse makes the description the head
    said_of = (subject, *row.sentence.children(subject, "appos"))
    holder = next(filter(None, map(row.person_over, said_of)), None)
    if holder is not None:
        held.holders = [holder]
    else:
        held.subject = subject


def _apposed(row: Row, held: Held) -> Sequence | None:
    """Return X of "X, the foreign minister" and "X, who is the foreign minister"."""
    after = row.units[held.end] if held.end < len(row.units) else None
    if after is not None and after.upos in {"VERB", "AUX"} and not after.capital:
        # "Amara, the foreign minister said": somebody is addressed.
        return None
    index = held.phrase.first - 1
    beside = row.person_ending(index)
    if beside is not None and _stands_behind(row, held, beside):
        return beside
    while index >= max(0, held.phrase.first - 9):
        unit = row.units[index]
        if unit.text in {",", "(", "–", "—"}:
            return _person_before_mark(row, index)
        if unit.key == "and" or not (
            _may_precede(row, index) or _is_of_term(unit) or unit.key in _MOMENTS
        ):
            return None
        index -= 1
    return None


def _stands_behind(row: Row, held: Held, person: Sequence) -> bool:
    """Tell "Ana Ruiz Ambassador of Chad to Mali", without the comma."""
    after = row.units[held.end] if held.end < len(row.units) else None
    return (
        len(person.keys) > 1
        and row.units[held.phrase.first].capital
        and not person.titlecase
        and (held.body is not None and held.body.start >= held.phrase.end)
        and (after is None or not after.capital)
    )


def _is_listed(person: Sequence, before: list[Held]) -> bool:
    """Tell whether a person has its title in front, as in a list of "title, X"."""
    return any(
        person in held.holders
        and held.phrase.last < person.first
        and not name_words().is_rank(held.phrase.key)
        for held in before
    )


def _person_before_mark(row: Row, index: int) -> Sequence | None:
    """Return X of "X,", "X (Front),", "X, 54,"."""
    person = row.person_ending(index - 1)
    if person is None and row.units[index - 1].text in {"”", '"', "’", "'"}:
        person = row.person_ending(index - 2)
    if person is None and index >= 4 and row.units[index - 1].text == ")":
        person = row.person_ending(index - 4)
    if person is None and index >= 3 and row.units[index - 1].key.isdigit():
        person = row.person_ending(index - 3)
    return person


def _may_precede(row: Row, index: int) -> bool:
    """Tell whether a unit may stand before a title in apposition."""
    unit = row.units[index]
    if unit.capital:
        return row.person_ending(index) is None or row.units[index + 1].possessive
    return (
        unit.key in _BETWEEN
        or unit.key in name_words().status
        or unit.possessive
        or unit.upos in {"ADJ", "ADV", "NUM"}
        or (unit.upos == "NOUN" and row.units[index + 1].possessive)
    )


def _given(row: Row, held: Held) -> Sequence | None:
    """Return X of "appointed X minister", "to appoint X Chairwoman of the Council"."""
    person = row.person_ending(held.phrase.first - 1)
    if person is None:
        return None
    at = person.first - 1
    while at >= 0 and (row.title_at(at) is not None or row.units[at].key in _GIVEN):
        at -= 1
    if at < 0 or row.units[at].upos != "VERB":
        return None
    verb = row.sentence[row.units[at].first]
    if verb.lemma.lower() not in APPOINTING or verb.tag == "VBN":
        return None
    held.told_of = row.units[at].first
    return person


def _continued(row: Row, held: Held, before: list[Held]) -> Sequence | None:
    """Return the holder of "X, member of A and secretary of B" for B.

    Terms may stand between: "was mayor from 1991 to 1997 and minister until 2004".
    """
    if not before or not before[-1].holders:
        return None
    previous = before[-1]
    between = row.units[previous.end : held.phrase.first]
    if previous.end > held.phrase.first or len(between) > _LONGEST_TERM:
        return None
    if any(row.person_ending(at) for at in range(previous.end, held.phrase.first)):
        return None  # "X, envoy to Mali, and Y, secretary"
    told = [unit for unit in between if not _is_of_term(unit)]
    listed = previous.how == "verb" and len(told) < len(between)
    if len(told) > 4 or not (previous.how == "apposition" or listed):
        return None
    plain = all(
        u.key in _BETWEEN
        or u.text == ","
        or u.capital
        or u.possessive
        or u.upos in {"ADV", "ADJ"}
        for u in told
    )
    if not plain or not any(u.key in {"and", ","} for u in between):
        return None
    bare = previous.how == "apposition" and [u.key for u in between] == ["and"]
    if (listed or bare) and held.phrase.status == "current":
        # "was mayor from 1991 to 1997, a member for two terms"; "a former senator
        # and ambassador"
        held.phrase.status = previous.phrase.status
    return previous.holders[0]


def _is_of_term(unit: Unit) -> bool:
    """Tell whether a word may belong to "between 2018 and 2023", "for two terms"."""
    return unit.key in _TERM_WORDS or unit.key.isdigit() or unit.upos == "NUM"


def _apposition_behind(row: Row, held: Held) -> Sequence | None:
    """Return X of "the foreign minister, X," and "her minister, Mr X"."""
    index = behind_owner(row, held.end)
    if index + 1 >= len(row.units) or row.units[index].text not in {",", ":", "–", "—"}:
        return None
    as_told = index > held.end and is_told_as(row, held.phrase.first)
    if as_told or is_owner(row, held.phrase.first):
        return None
    if row.units[index].text == ":" and held.phrase.first == 0:
        return None  # "MODERATOR: General X says": who speaks, not who he is
    index += 1
    while index < len(row.units) and row.units[index].key in _KNOWN_AS:
        index += 1
    person = _owned_by(row, row.person_at(index))
    if person is None or _opens_clause(row, held, person):
        return None
    word = held.phrase.word
    if any(index <= p.first < person.first and p.word == word for p in row.titles):
        # "the Defence Minister, Foreign Minister X": two ministers.
        return None
    return None if _is_one_of_row(row, person, index) else person


def _is_one_of_row(row: Row, person: Sequence, start: int) -> bool:
    """Tell "the general, X and Y" from X: a list unless it ends with X.

    So is "the governor, the former mayor X, and the bishop".
    """
    after = row.units[person.last + 1 : person.last + 4]
    told = any(
        start <= p.first < person.first and not name_words().is_rank(p.key)
        for p in row.titles
    )
    if [unit.text for unit in after[:2]] == [",", "and"] and told:
        return after[2:3] != [] and after[2].upos == "DET"
    joined = bool(after) and (after[0].key == "and" or after[0].possessive)
    return joined and row.person_at(person.last + 2) is not None


def _owned_by(row: Row, person: Sequence | None) -> Sequence | None:
    """Return Y of "the governor, X's rival Y": whose he is is told first."""
    at = len(row.units) if person is None else person.last + 1
    if at >= len(row.units) or not row.units[at].possessive:
        return person
    at += 1
    while at < len(row.units) and row.units[at].upos in {"ADJ", "NOUN"}:
        if row.units[at].capital:
            break
        at += 1
    return row.person_at(at)


def _opens_clause(row: Row, held: Held, person: Sequence) -> bool:
    """Tell whether "according to an official, X said" is meant.

    So it is where a clause was told before: "made him its envoy, X said".
    """
    first = held.phrase.first
    marks = {unit.key for unit in row.units[max(0, first - 3) : first]}
    after = row.units[person.last + 1] if person.last + 1 < len(row.units) else None
    if after is None or not after.word or after.possessive:
        return False
    body = row.starts.get(person.last + 2) or row.starts.get(person.last + 3)
    if after.key in {"of", "from"} and body is not None:
        closed = row.units[body.last + 1 : body.last + 2]
        if closed and closed[0].text == ",":
            return False  # "An opposition leader, X of the Steppe Party, said"
    told = after.upos == "VERB" and not after.capital
    verbs = (unit.upos == "VERB" for unit in row.units[:first])
    return bool(marks & {"a", "an", "one", "another"}) or (told and any(verbs))
