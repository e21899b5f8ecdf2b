"""Offices that pass on: "dismissed his chief of staff", "named B in his place".

What a title beside a name says is true until a sentence says that the office changed
hands: who is dismissed or resigns held it, who replaces him holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.annotate.coreference_pass import CoreferencePass
from dragoman.annotate.names_titles import ARMY_RANKS
from dragoman.annotate.offices_said import REMOVING
from dragoman.annotate.offices_terms import ends_on, join_ends, starts_on
from dragoman.annotate.offices_verbs import REPLACES, find_person
from dragoman.data.tables import fold_key
from dragoman.model.annotation import Office
from dragoman.model.claim import Time
from dragoman.model.syntax import Sentence

_REMOVES = REMOVING | {"dismiss", "relieve"}
_POSTS = frozenset({"post", "office", "position", "power", "job", "command", "duty"})
_RESIGNS = frozenset({"resign", "quit"})
_NAMES = frozenset(
    {"appoint", "name", "nominate", "choose", "select", "elect", "install", "make"}
)
_CHANGING = _REMOVES | _RESIGNS | REPLACES | _NAMES | {"accept"}
_STEADS = frozenset({"place", "stead"})
_HEIRS = frozenset({"successor", "replacement"})
_UNREAL = frozenset({"would", "could", "might", "may", "should", "can", "must"})
_ONLY_SAID = frozenset(
    {"deny", "demand", "urge", "insist", "ask", "request", "propose", "suggest"}
)
_AHEAD = frozenset({"will", "shall"})
_SET = frozenset({"set", "due", "expect", "schedule", "slate", "be"})
_NEAR = 1  # sentences back to an office that was just given or taken


@dataclass(frozen=True, slots=True)
class _Change:
    number: int
    verb: int
    old: int | None
    new: int | None
    ahead: bool
    day: Time | None = None


def pass_on(
    reader: CoreferencePass, ids: list[str], offices: list[Office]
) -> list[Office]:
    """Return offices with what their holders lost or took over.

    Args:
        reader: The reading of the document.
        ids: Identifier of each chain.
        offices: What stands beside the names, in order of the text.
    """
    found = list(offices)
    removed: _Change | None = None
    for number, sentence in enumerate(reader.sentences):
        for verb in range(len(sentence)):
            _begin(reader, ids, found, number, verb)
            change = _read(reader, number, verb, removed)
            if change is None:
                continue
            day = reader.terms.day_of_change(number, verb)
            if day is None and _named_to(sentence, verb) is not None:
                day = reader.terms.day_of_change(number, sentence[verb].head)
            change = replace(change, day=day)
            if change.new is None:
                removed = change
            _apply(reader, ids, found, change)
    found.sort(key=lambda office: (office.start, office.end, office.evidence))
    return found


def _begin(
    reader: CoreferencePass, ids: list[str], found: list[Office], number: int, verb: int
) -> None:
    """Note the start of an office from "who took office in December 2023"."""
    sentence = reader.sentences[number]
    if sentence[verb].lemma.lower() != "take" or sentence.is_negated(verb):
        return
    taken = {sentence[one].lemma.lower() for one in sentence.children(verb, "obj")}
    holder = _person(reader, number, sentence.subject(verb))
    day = reader.terms.day_of_change(number, verb)
    if not taken & {"office", "power"} or holder is None or day is None:
        return
    if _lies_ahead(sentence, verb) is not False:
        return
    own = [
        index
        for index, office in enumerate(found)
        if office.holder == ids[holder] and not _is_rank(office)
        if office.time is None or office.time.value.startswith("../")
    ]
    titles = {fold_key(found[index].title) for index in own}
    if len(titles) == 1:
        for index in own:
            last, begun = found[index].time, starts_on(day)
            term = begun if last is None else join_ends(begun, last)
            found[index] = replace(found[index], time=term)


def _read(
    reader: CoreferencePass, number: int, verb: int, removed: _Change | None
) -> _Change | None:
    sentence = reader.sentences[number]
    token = sentence[verb]
    lemma = token.lemma.lower()
    if token.upos != "VERB" or sentence.is_negated(verb):
        return None
    down = lemma == "step" and any(
        sentence[child].text.lower() == "down" for child in sentence.children(verb)
    )
    if not (down or lemma in _CHANGING):
        return None
    ahead = _lies_ahead(sentence, verb)
    if ahead is None:
        return None
    passive = sentence.is_passive(verb)
    subject = sentence.subject(verb)
    objects = sentence.children(verb, "obj")
    suffering = subject if passive else (objects[0] if objects else None)
    done_to = _person(reader, number, suffering)
    if lemma == "accept":
        leaver = _who_offers(reader, number, objects, subject)
        return None if leaver is None else _Change(number, verb, leaver, None, ahead)
    if lemma in _REMOVES:
        if done_to is None or not _is_from_post(sentence, verb):
            return None
        return _Change(number, verb, done_to, None, ahead)
    if down or lemma in _RESIGNS:
        leaver = None if passive else _person(reader, number, subject)
        return None if leaver is None else _Change(number, verb, leaver, None, ahead)
    if lemma in _NAMES:
        # "and named Gen. B in his place": the parse may take B for a complement
        given = next(iter((*objects, *sentence.children(verb, "xcomp"))), None)
        done_to = _person(reader, number, given) or done_to
        old = _in_whose_place(reader, number, verb, removed)
        if done_to is None or old is None or old == done_to:
            return None
        return _Change(number, verb, old, done_to, ahead)
    return _read_replacing(reader, number, verb, done_to, ahead=ahead)


def _read_replacing(
    reader: CoreferencePass, number: int, verb: int, old: int | None, *, ahead: bool
) -> _Change | None:
    """Read "X replaced Y", "Y was succeeded by X", "named X to replace him"."""
    sentence = reader.sentences[number]
    passive = sentence.is_passive(verb)
    agents = sentence.children(verb, "obl:agent")
    doer = _named_to(sentence, verb)
    if doer is None and passive:
        doer = agents[0] if agents else None
    elif doer is None:
        doer = sentence.subject(verb)
    new = _person(reader, number, doer)
    if new is None or old is None or new == old:
        return None
    return _Change(number, verb, old, new, ahead)


def _lies_ahead(sentence: Sentence, verb: int) -> bool | None:
    """Tell whether a change is to come; ``None`` if it is only thought of."""
    for child in sentence.children(verb, "aux", "mark"):
        word = sentence[child].text.lower()
        if word in _UNREAL or word in {"if", "unless"}:
            return None
        if word in _AHEAD:
            return True
        if word == "to":
            above = sentence[verb].head
            if _named_to(sentence, verb) is not None:
                return _lies_ahead(sentence, above)
            told = above >= 0 and sentence[above].lemma.lower() in _SET
            return True if told else None
    above = sentence[verb].head
    inside = sentence[verb].deprel.startswith(("ccomp", "xcomp", "csubj"))
    if inside and above >= 0 and sentence[above].lemma.lower() in _ONLY_SAID:
        return None
    first = verb
    while sentence[first].deprel == "conj" and sentence[first].head >= 0:
        first = sentence[first].head
    return False if first == verb else _lies_ahead(sentence, first)


def _named_to(sentence: Sentence, verb: int) -> int | None:
    """Return X of "named X to replace him", "X was chosen to succeed her"."""
    token = sentence[verb]
    above = token.head
    if above < 0 or not token.deprel.startswith(("xcomp", "advcl", "acl")):
        return None
    if sentence[above].upos != "VERB" and sentence[above].head >= 0:
        above = sentence[above].head  # hung on the name
    if sentence[above].lemma.lower() not in _NAMES or token.tag != "VB":
        return None
    if sentence.is_passive(above):
        return sentence.subject(above)
    given = (*sentence.children(above, "obj"), *sentence.children(above, "xcomp"))
    return next((one for one in given if one != verb), None)


def _who_offers(
    reader: CoreferencePass, number: int, objects: Sequence[int], subject: int | None
) -> int | None:
    """Return X of "accepted the resignation of X", never him who accepts."""
    sentence = reader.sentences[number]
    for noun in objects:
        if sentence[noun].lemma.lower() == "resignation":
            for owner in sentence.children(noun, "nmod", "nmod:poss"):
                if sentence.case_of(owner) in {"of", "'s", "’s", ""}:
                    leaver = _person(reader, number, owner)
                    accepts = leaver == _person(reader, number, subject)
                    return None if accepts else leaver
    return None


def _is_from_post(sentence: Sentence, verb: int) -> bool:
    """Tell an office from what else one is removed from, or dismissed as."""
    for child in sentence.children(verb, "obl"):
        case = sentence.case_of(child)
        if case == "from" and sentence[child].lemma.lower() not in _POSTS:
            return False
        if case == "as" and sentence[verb].lemma == "dismiss":
            return sentence.is_passive(verb) and not sentence.children(child, "det")
    return True


def _in_whose_place(
    reader: CoreferencePass, number: int, verb: int, removed: _Change | None
) -> int | None:
    """Return who was there before: "named B in his place", "as her successor"."""
    sentence = reader.sentences[number]
    given = sentence.children(verb, "obj", "nsubj:pass", "xcomp")
    inner = [one for token in given for one in sentence.children(token, "nmod")]
    above = sentence[verb].head if sentence[verb].deprel == "conj" else verb
    outer = sentence.children(above, "obl") if above != verb else ()
    for child in (*sentence.children(verb, "obl"), *inner, *outer):
        case, lemma = sentence.case_of(child), sentence[child].lemma.lower()
        stead = case == "in" and lemma in _STEADS
        if not stead and not (case == "as" and lemma in _HEIRS):
            continue
        if removed is not None and number - removed.number <= _NEAR:
            return removed.old
        for owner in sentence.children(child, "nmod:poss"):
            return _person(reader, number, owner)
    return None


def _person(reader: CoreferencePass, number: int, token: int | None) -> int | None:
    return None if token is None else find_person(reader, number, token)


def _apply(
    reader: CoreferencePass, ids: list[str], found: list[Office], change: _Change
) -> None:
    sentence = reader.sentences[change.number]
    old = None if change.old is None else ids[change.old]
    new = None if change.new is None else ids[change.new]
    here = (sentence.start, sentence.end)
    # "named the economist B in her place": what B gets is her office
    in_place = (
        sentence[change.verb].lemma.lower() in _NAMES
        or _named_to(sentence, change.verb) is not None
    )
    told = None if in_place else _given(reader, found, change, new)
    base = told or _held(found, old, here)
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
    reader: CoreferencePass, found: list[Office], change: _Change, new: str | None
) -> Office | None:
    """Return the office that the new holder was just told to have got."""
    if new is None or change.ahead:
        return None
    first = reader.sentences[max(0, change.number - _NEAR)].start
    last = reader.sentences[change.number].end
    told = [
        office
        for office in found
        if office.holder == new
        and office.status != "former"
        and first <= office.start < last
        and not _is_rank(office)
    ]
    return told[-1] if told else None


def _held(found: list[Office], old: str | None, here: tuple[int, int]) -> Office | None:
    """Return the office that somebody had last, before the end of a sentence."""
    told = [
        office
        for office in found
        if office.holder == old
        and office.start < here[1]
        and not _is_rank(office)
        and office.status != "designate"
    ]
    inside = [office for office in told if office.start >= here[0]]
    now = [office for office in told if office.status != "former"]
    best = inside or now or told
    return best[-1] if best else None


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
) -> None:
    """Make an office a former one, wherever it is told up to a sentence."""
    for index, office in enumerate(found):
        same = fold_key(office.title) == fold_key(base.title)
        if office.holder == old and same and office.start < here[1]:
            spans = (min(office.evidence[0], here[0]), max(office.evidence[1], here[1]))
            near = spans[1] - spans[0] <= 2 * (here[1] - here[0])
            evidence = spans if near else here
            found[index] = replace(
                office, status="former", evidence=evidence, time=term or office.time
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
    last = fold_key(office.title).rpartition(" ")[2].rstrip(".")
    return last in ARMY_RANKS and office.organization_name is None
