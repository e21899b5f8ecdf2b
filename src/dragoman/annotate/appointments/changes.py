"""What a verb says of who leaves an office and who comes: "X took over from Y"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dragoman.annotate.appointments.verbs import REPLACES, find_person
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.offices.real import NAMING, lies_ahead, naming_verb
from dragoman.annotate.offices.said import DISMISSING
from dragoman.annotate.offices.terms import POSTS
from dragoman.model.claim import Time
from dragoman.model.syntax import Sentence

_POSTS = POSTS | {"power", "command", "duty"}
_RESIGNS = frozenset({"resign", "quit", "step"})
_LEAVES = frozenset({"leave", "vacate", "lose", "relinquish"})
_ENDS = frozenset({"complete", "end", "expire", "finish", "conclude"})
_TERMS = frozenset(
    {"term", "mandate", "tenure", "assignment", "tour", "mission", "contract"}
)
_ENTERS = frozenset({"become", "take"})
_STEADS = frozenset({"place", "stead"})
_HEIRS = frozenset({"successor", "replacement"})
_OWNED = frozenset({"of", "to", "'s", "’s", ""})
_MOVES = frozenset({"move", "transfer", "reassign", "shift", "demote", "shuffle"})
_SEATS = frozenset({"ministry", "portfolio", "department", "embassy"})
_PASSES = frozenset({"pass", "go", "fall"})
_DUTIES = frozenset({"portfolio", "task", "responsibility", "brief", "seat"})
NEAR = 1  # sentences back to an office that was just given or taken


@dataclass(frozen=True, slots=True)
class Change:
    """Who left an office and who came.

    Attributes:
        number: Of the sentence.
        verb: Token that tells it.
        old: Chain of who leaves.
        new: Chain of who comes.
        ahead: Whether it is still to come.
        day: When, where that is told.
        body: "bank" of "took over the bank from Y".
    """

    number: int
    verb: int
    old: int | None
    new: int | None
    ahead: bool
    day: Time | None = None
    body: str = ""


def read_change(
    reader: CoreferencePass, number: int, verb: int, removed: Change | None
) -> Change | None:
    """Return who a verb says to leave or enter an office, ``None`` if nobody.

    Args:
        reader: The reading of the document.
        number: Of the sentence.
        verb: Token of the verb.
        removed: The last change that left an office empty.
    """
    token = reader.sentences[number][verb]
    lemma = token.lemma.lower()
    way = _WAYS.get(lemma)
    if way is None or token.upos != "VERB":
        return None
    if reader.sentences[number].is_negated(verb):
        return None
    ahead = lies_ahead(reader.sentences[number], verb)
    if ahead is None:
        return None
    act = _Act(reader, number, verb, removed)
    old, new = way(act)
    if (old is None and new is None) or old == new:
        return None
    # "X, whose term ends in May": in the present it has not ended
    ahead = ahead or (lemma in _ENDS and token.tag in {"VBZ", "VBP"})
    return Change(number, verb, old, new, ahead, body=_body_taken(act))


_Pair = tuple[int | None, int | None]
_NOBODY: _Pair = (None, None)


class _Act:
    """A verb with its subject and objects, the same for every way of reading it."""

    def __init__(
        self, reader: CoreferencePass, number: int, verb: int, removed: Change | None
    ) -> None:
        self.reader, self.number, self.verb = reader, number, verb
        self.removed = removed
        self.sentence = reader.sentences[number]
        self.lemma = self.sentence[verb].lemma.lower()
        self.passive = self.sentence.is_passive(verb)
        self.subject = self.sentence.subject(verb)
        self.objects = self.sentence.children(verb, "obj")

    def person(self, token: int | None) -> int | None:
        """Return the chain of a named person."""
        return None if token is None else find_person(self.reader, self.number, token)

    def suffers(self) -> int | None:
        """Return whom the verb is done to."""
        first = self.objects[0] if self.objects else None
        return self.person(self.subject if self.passive else first)


def _both(old: int | None, new: int | None) -> _Pair:
    return _NOBODY if old is None or new is None else (old, new)


def _accepting(act: _Act) -> _Pair:
    """Read "accepted the resignation of X"."""
    return _who_offers(act), None


def _removing(act: _Act) -> _Pair:
    """Read "dismissed X"."""
    from_post = _is_from_post(act.sentence, act.verb)
    return (act.suffers(), None) if from_post else _NOBODY


def _leaving(act: _Act) -> _Pair:
    """Read "X resigned", "X stepped down", "X left that job"."""
    if act.lemma == "step" and not any(
        act.sentence[child].text.lower() == "down"
        for child in act.sentence.children(act.verb)
    ):
        return _NOBODY
    if act.lemma in _LEAVES and not _is_of_office(act.sentence, act.objects, _POSTS):
        return _NOBODY
    return (None if act.passive else act.person(act.subject)), None


def _ending(act: _Act) -> _Pair:
    """Read "X, whose term ends in May", "X completes her assignment"."""
    ended = act.objects or ([] if act.subject is None else [act.subject])
    if not _is_of_office(act.sentence, ended, _TERMS):
        return _NOBODY
    return _owner_of_term(act, ended), None


def _entering(act: _Act) -> _Pair:
    """Read "X becomes minister in place of Y", "X took over from Y"."""
    old = _in_whose_place(act)
    if old is None and act.lemma == "take":
        old = _taken_from(act)
    return _both(old, act.person(act.subject))


def _naming(act: _Act) -> _Pair:
    """Read "and named Gen. B in his place": the parse may take B for a complement."""
    objects = (*act.objects, *act.sentence.children(act.verb, "xcomp"))
    given = act.person(next(iter(objects), None))
    return _both(_in_whose_place(act), act.suffers() if given is None else given)


def _replacing(act: _Act) -> _Pair:
    """Read "X replaced Y", "Y was succeeded by X", "named X to replace him"."""
    agents = act.sentence.children(act.verb, "obl:agent") or [
        one
        for one in act.sentence.children(act.verb, "obl")
        if act.sentence.case_of(one) == "with" and act.lemma == "replace"
    ]
    doer = named_to(act.sentence, act.verb)
    if doer is None and act.passive:
        doer = agents[0] if agents else None
    elif doer is None:
        doer = act.subject
    old = act.suffers()
    whom = act.subject if act.passive else next(iter(act.objects), None)
    told = None if whom is None else act.sentence[whom]
    left = act.removed is not None and act.number - act.removed.number <= NEAR
    if left and act.removed is not None and told is not None and told.upos == "PRON":
        old = act.removed.old  # "X stepped down; Y succeeds him"
    return _both(old, act.person(doer))


def _moving(act: _Act) -> _Pair:
    """Read "X has been moved to Fisheries", "transferred to another post"."""
    for child in act.sentence.children(act.verb, "obl"):
        if act.sentence.case_of(child) != "to":
            continue
        word = act.sentence[child].lemma.lower()
        portfolio = act.sentence[child].upos == "PROPN" and word in (
            act.reader.words.portfolios
        )
        if portfolio or word in _POSTS | _SEATS:
            return act.suffers(), None
    return _NOBODY


def _passing(act: _Act) -> _Pair:
    """Read "his duties pass to X", "the portfolio went to X"."""
    removed, subject = act.removed, act.subject
    if removed is None or subject is None or act.number - removed.number > NEAR:
        return _NOBODY
    if act.sentence[subject].lemma.lower() not in _POSTS | _DUTIES:
        return _NOBODY
    for child in act.sentence.children(act.verb, "obl"):
        if act.sentence.case_of(child) == "to":
            return _both(removed.old, act.person(child))
    return _NOBODY


# How each verb is read.
_WAYS = {
    "accept": _accepting,
    **dict.fromkeys(DISMISSING, _removing),
    **dict.fromkeys(_RESIGNS | _LEAVES, _leaving),
    **dict.fromkeys(_ENDS, _ending),
    **dict.fromkeys(_ENTERS, _entering),
    **dict.fromkeys(NAMING, _naming),
    **dict.fromkeys(REPLACES, _replacing),
    **dict.fromkeys(_MOVES, _moving),
    **dict.fromkeys(_PASSES, _passing),
}
CHANGING = frozenset(_WAYS)


def further_leavers(reader: CoreferencePass, change: Change) -> Iterator[int]:
    """Yield B and C of "dismissed A, B and C", "A, B and C resigned"."""
    sentence = reader.sentences[change.number]
    if change.old is None or change.new is not None:
        return
    verb = change.verb
    first = [*sentence.children(verb, "obj", "nsubj:pass"), sentence.subject(verb)]
    for leaver in first:
        if leaver is None:
            continue
        if find_person(reader, change.number, leaver) != change.old:
            continue
        for other in sentence.children(leaver, "conj"):
            person = find_person(reader, change.number, other)
            if person not in {None, change.old}:
                yield person
        return


def named_to(sentence: Sentence, verb: int) -> int | None:
    """Return X of "named X to replace him", "X was chosen to succeed her"."""
    above = naming_verb(sentence, verb)
    if above is None:
        return None
    if sentence.is_passive(above):
        return sentence.subject(above)
    given = (*sentence.children(above, "obj"), *sentence.children(above, "xcomp"))
    return next((one for one in given if one != verb), None)


def _who_offers(act: _Act) -> int | None:
    """Return X of "accepted the resignation of X", never him who accepts."""
    sentence = act.sentence
    for noun in act.objects:
        if sentence[noun].lemma.lower() == "resignation":
            for owner in sentence.children(noun, "nmod", "nmod:poss"):
                if sentence.case_of(owner) in {"of", "'s", "’s", ""}:
                    leaver = act.person(owner)
                    accepts = leaver == act.person(act.subject)
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


def _is_of_office(
    sentence: Sentence, nouns: Sequence[int], words: AbstractSet[str]
) -> bool:
    """Tell "left that job", "completes her term" from other things left or ended."""
    return any(
        sentence[one].lemma.lower() in words
        and not sentence.children(one, "compound")  # "left the post office"
        and bool(sentence.children(one, "det", "nmod:poss") or words is _POSTS)
        for one in nouns
    )


def _owner_of_term(act: _Act, ended: Sequence[int]) -> int | None:
    """Return X of "X, whose term ends in May", "X completes her assignment"."""
    sentence, token = act.sentence, act.sentence[act.verb]
    for noun in ended:
        for owner in sentence.children(noun, "nmod:poss"):
            if sentence[owner].lemma.lower() == "whose" and token.head >= 0:
                return act.person(token.head)
            found = act.person(owner)
            if found is not None:
                return found
    return None if act.subject in ended else act.person(act.subject)


def _taken_from(act: _Act) -> int | None:
    """Return Y of "took over from Y", "took over as mayor from Y"."""
    sentence = act.sentence
    over = {sentence[one].text.lower() for one in sentence.children(act.verb)}
    things = [sentence[one] for one in act.objects]
    ruled = all(
        thing.upos == "PROPN"
        or thing.lemma.lower() in _POSTS
        or act.reader.words.is_body(thing.lemma.lower())
        for thing in things
    )
    if "over" not in over or not ruled:
        return None
    outer = sentence.children(act.verb, "obl", "obj")
    inner = [one for token in outer for one in sentence.children(token, "nmod")]
    for one in (*outer, *inner):
        if sentence.case_of(one) == "from":
            return act.person(one)
    return None


def _body_taken(act: _Act) -> str:
    """Return "bank" of "took over the bank from Y"."""
    if act.lemma != "take":
        return ""
    words = (act.sentence[one].text.lower() for one in act.objects)
    return next((word for word in words if word not in _POSTS), "")


def _in_whose_place(act: _Act) -> int | None:
    """Return who was there before: "named B in his place", "as her successor"."""
    sentence, verb, removed = act.sentence, act.verb, act.removed
    given = sentence.children(verb, "obj", "nsubj:pass", "xcomp")
    inner = [one for token in given for one in sentence.children(token, "nmod")]
    above = sentence[verb].head if sentence[verb].deprel == "conj" else verb
    outer = sentence.children(above, "obl") if above != verb else ()
    for child in (*sentence.children(verb, "obl"), *inner, *outer):
        case, lemma = sentence.case_of(child), sentence[child].lemma.lower()
        stead = case == "in" and lemma in _STEADS
        to_it = case == "to" and lemma in POSTS and removed is not None
        owned = any(sentence.case_of(c) == "of" for c in sentence.children(child))
        if to_it and not owned:  # "and appointed to the post Mr. B"
            stead = True
        if not stead and not (case == "as" and lemma in _HEIRS):
            continue
        if removed is not None and act.number - removed.number <= NEAR:
            return removed.old
        for owner in sentence.children(child, "nmod:poss", "nmod"):
            if sentence.case_of(owner) in _OWNED:
                return act.person(owner)
    return None
