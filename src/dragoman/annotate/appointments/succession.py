"""Offices that pass on: "dismissed his chief of staff", "named B in his place".

What a title beside a name says is true until a sentence says that the office changed
hands: who is dismissed or resigns held it, who replaces him holds it.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from dragoman.annotate.appointments.changes import (
    CHANGING,
    NEAR,
    Change,
    further_leavers,
    named_to,
    read_change,
)
from dragoman.annotate.appointments.verbs import find_person
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.offices.real import NAMING, lies_ahead
from dragoman.annotate.offices.terms import (
    HOLDING,
    POSTS,
    ends_on,
    join_ends,
    starts_on,
)
from dragoman.data.tables import fold_key, name_words
from dragoman.model.annotation import Office
from dragoman.model.claim import Time
from dragoman.model.syntax import Sentence

_AND = 5  # letters of " and "
_POWER = frozenset({"office", "power"})
# Words that can tell the term of an office without naming it.
_TELLS_TERM = HOLDING | _POWER | {"take"}
_TELLING = _TELLS_TERM | CHANGING


def pass_on(
    reader: CoreferencePass,
    ids: list[str],
    offices: list[Office],
    told: AbstractSet[tuple[int, str]],
) -> list[Office]:
    """Return offices with what their holders lost or took over.

    Args:
        reader: The reading of the document.
        ids: Identifier of each chain.
        offices: What stands beside the names, in order of the text.
        told: Start and holder of those offices that a verb tells.
    """
    found = list(offices)
    removed: Change | None = None
    for number, sentence in enumerate(reader.sentences):
        for verb in sentence.find_lemmas(_TELLING):
            _begin(reader, ids, found, number, verb)
            change = read_change(reader, number, verb, removed)
            if change is None:
                continue
            change = replace(change, day=reader.terms.day_of_change(number, verb))
            if change.new is None:
                removed = change
            _apply(reader, ids, found, change, told)
            for other in further_leavers(reader, change):
                _apply(reader, ids, found, replace(change, old=other), told)
    lost: dict[str, list[Office]] = {}
    for office in found:
        if office.status == "former":
            lost.setdefault(office.holder, []).append(office)
    for index, office in enumerate(found):
        found[index] = _told_shortly(office, lost.get(office.holder, ()))
    found.sort(key=lambda office: (office.start, office.end, office.evidence))
    return found


def _told_shortly(office: Office, lost: Iterable[Office]) -> Office:
    """Return "became minister in May" as the office that the interior minister lost.

    Args:
        office: An office.
        lost: What its holder held before.
    """
    title = fold_key(office.title)
    if office.status != "current" or " " in title:
        return office
    for other in lost:
        whole = fold_key(other.title).split()
        if (
            len(whole) > 1
            and whole[-1] == title
            and other.start < office.start
            and other.organization_name == office.organization_name
        ):
            begun, ended = office.time, other.time
            joined = begun is not None and begun.value.endswith("/..")
            if begun and ended and joined and ended.value.startswith("../"):
                return replace(office, status="former", time=join_ends(begun, ended))
            return replace(office, status="former", time=begun or ended)
    return office


def _begin(
    reader: CoreferencePass, ids: list[str], found: list[Office], number: int, at: int
) -> None:
    """Note the term of an office from what is said of it by "office" or "post" only."""
    sentence = reader.sentences[number]
    if sentence[at].lemma.lower() not in _TELLS_TERM:
        return
    if sentence.is_negated(at) or lies_ahead(sentence, at) is not False:
        return
    term = _term_told(reader, number, at)
    subject = sentence.subject(at)
    holder = None if subject is None else find_person(reader, number, subject)
    if term is None or holder is None:
        return
    own = [
        index
        for index, office in enumerate(found)
        if office.holder == ids[holder]
        and office.start < sentence.end
        and not _is_rank(office)
    ]
    titles = {fold_key(found[index].title) for index in own}
    if len(titles) != 1:
        return
    for index in own:
        last = found[index].time
        if last is None:
            found[index] = replace(found[index], time=term)
        elif last.value.startswith("../") and term.value.endswith("/.."):
            found[index] = replace(found[index], time=join_ends(term, last))


def _term_told(reader: CoreferencePass, number: int, at: int) -> Time | None:
    """Read "took office in May", "held the post from 2015", "in power since 2011"."""
    sentence = reader.sentences[number]
    token = sentence[at]
    lemma = token.lemma.lower()
    things = sentence.children(at, "obj")
    if lemma == "take" and {sentence[one].lemma.lower() for one in things} & _POWER:
        day = reader.terms.day_of_change(number, at)
        return None if day is None else starts_on(day)
    holds = lemma in HOLDING and any(_is_the_post(sentence, one) for one in things)
    inside = lemma in _POWER and sentence.children(at, "cop")
    if not holds and not (inside and sentence.case_of(at) == "in"):
        return None
    return reader.terms.term_of(number, at)


def _is_the_post(sentence: Sentence, noun: int) -> bool:
    """Tell "held the post" from "held the post of minister"."""
    named = any(sentence.case_of(one) == "of" for one in sentence.children(noun))
    return sentence[noun].lemma.lower() in POSTS and not named


def _apply(
    reader: CoreferencePass,
    ids: list[str],
    found: list[Office],
    change: Change,
    by_verb: AbstractSet[tuple[int, str]],
) -> None:
    sentence = reader.sentences[change.number]
    old = None if change.old is None else ids[change.old]
    new = None if change.new is None else ids[change.new]
    here = (sentence.start, sentence.end)
    # "named the economist B in her place": what B gets is her office
    in_place = (
        sentence[change.verb].lemma.lower() in NAMING
        or named_to(sentence, change.verb) is not None
    )
    told = None if in_place else _given(reader, found, change, new)
    verb_at = sentence[change.verb].start
    next_ones = {start for start, _ in by_verb if verb_at < start < here[1]}
    held = _held(found, old, here, next_ones)
    if held is not None and not _is_of(held, change.body):
        held = None
    if new is None:  # "the minister resigned as party leader": minister he stays
        held = _left(found, old, by_verb, (verb_at, here[1])) or held
    base = told or held
    if told is not None and (told.start, told.holder) not in by_verb:
        # "was replaced by his deputy, X": what stands beside X was before
        base = held or told
    if base is None:
        return
    day = change.day
    last = None if day is None or old is None else ends_on(day, _term(found, old, base))
    first = None if day is None else starts_on(day)
    # The words beside a title tell the term of whom it was told of, of nobody else.
    verb = sentence[change.verb]
    passed = replace(base, start=verb.start, end=verb.end, evidence=here)
    if old is not None and not change.ahead:
        _end(found, old, base, here, last)
        for other in _joined(found, old, base) if new is None else ():
            _end(found, old, other, here, last)
    if old is not None and new is None and change.ahead and last is not None:
        _end(found, old, base, here, last, status=base.status)
    # Who has resigned has left already, whoever will replace him and when.
    gone = change.ahead and base.holder == old and base.status == "former"
    if old is not None and new is not None and not gone:
        status = "current" if change.ahead else "former"
        before = replace(base, evidence=here) if base.holder == old else passed
        _add(found, replace(before, holder=old, status=status, time=last))
    if new is not None:
        status = "designate" if change.ahead else "current"
        _add(found, replace(passed, holder=new, status=status, time=first))


def _given(
    reader: CoreferencePass, found: list[Office], change: Change, new: str | None
) -> Office | None:
    """Return the office that the new holder was just told to have got."""
    if new is None or change.ahead:
        return None
    first = reader.sentences[max(0, change.number - NEAR)].start
    last = reader.sentences[change.number].end
    told = [
        office
        for office in found
        if office.holder == new
        and office.status != "former"
        and first <= office.start < last
        and not _is_rank(office)
        and _is_of(office, change.body)
    ]
    return told[-1] if told else None


def _is_of(office: Office, body: str) -> bool:
    """Tell whether an office is one of what was taken over, if that was told."""
    words = fold_key(f"{office.title} {office.organization_name or ''}").split()
    return not body or fold_key(body) in words


def _held(
    found: list[Office],
    old: str | None,
    here: tuple[int, int],
    further: AbstractSet[int],
) -> Office | None:
    """Return the office that somebody had last, before the end of a sentence.

    Not what a later verb of it tells: "was replaced and became minister".
    """
    told = [
        office
        for office in found
        if office.holder == old
        and office.start < here[1]
        and not _is_rank(office)
        and office.status != "designate"
        and office.start not in further
    ]
    inside = [office for office in told if office.start >= here[0]]
    now = [office for office in told if office.status != "former"]
    best = inside or now or told
    return best[-1] if best else None


def _left(
    found: list[Office],
    old: str | None,
    by_verb: AbstractSet[tuple[int, str]],
    behind: tuple[int, int],
) -> Office | None:
    """Return the office that the verb itself tells one to leave: "resigned as"."""
    return next(
        (
            office
            for office in found
            if office.holder == old
            and office.status == "former"
            and (office.start, office.holder) in by_verb
            and behind[0] < office.start < behind[1]
        ),
        None,
    )


def _joined(found: list[Office], old: str, base: Office) -> list[Office]:
    """Return what one leaves with an office: "Deputy Premier and Minister X resigned".

    Titles before one name that end with it; of two bodies one may be left.
    """
    return [
        office
        for office in found
        if office.holder == old
        and office.status == "current"
        and office.end < base.start <= office.end + _AND
        and office.organization == base.organization
        and not _is_rank(office)
    ]


def _term(found: list[Office], old: str, base: Office) -> Time | None:
    """Return the term of an office that somebody is known to have had."""
    title = fold_key(base.title)
    return next(
        (
            office.time
            for office in found
            if office.holder == old and fold_key(office.title) == title and office.time
        ),
        None,
    )


def _end(
    found: list[Office],
    old: str,
    base: Office,
    here: tuple[int, int],
    term: Time | None,
    status: str = "former",
) -> None:
    """Make an office a former one, wherever it is told up to a sentence."""
    for index, office in enumerate(found):
        same = fold_key(office.title) == fold_key(base.title)
        if office.holder == old and same and office.start < here[1]:
            spans = (min(office.evidence[0], here[0]), max(office.evidence[1], here[1]))
            near = spans[1] - spans[0] <= 2 * (here[1] - here[0])
            evidence = spans if near else here
            found[index] = replace(
                office, status=status, evidence=evidence, time=term or office.time
            )


def _add(found: list[Office], office: Office) -> None:
    for index, known in enumerate(found):
        same = fold_key(known.title) == fold_key(office.title)
        if known.holder == office.holder and same and known.status == office.status:
            if known.time is None:
                found[index] = replace(known, time=office.time)
            return
    found.append(office)


def _is_rank(office: Office) -> bool:
    ranked = name_words().is_rank(fold_key(office.title))
    return ranked and office.organization_name is None
