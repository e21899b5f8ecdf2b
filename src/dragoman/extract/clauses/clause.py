"""Who does what to whom in a clause: deep subject, object and obliques.

Passives, participles, relative clauses, open complements and gerunds are turned
into the order of the plain active clause. Where the parse gives a finite verb no
subject (a fronted phrase or a long apposition often costs it), the noun phrase
before the verb is taken.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.clauses.asked import asked_of, find_asked
from dragoman.extract.clauses.made import find_made
from dragoman.extract.clauses.obliques import (
    RELATIVE_TAGS,
    Oblique,
    antecedent,
    find_obliques,
)
from dragoman.extract.clauses.passives import GIVING, SUBJECT, is_passive
from dragoman.extract.clauses.predicates import is_infinitive
from dragoman.extract.clauses.shared import verbs_behind
from dragoman.model.syntax import FINITE, NOMINAL, OBJECTS, Sentence, noted
from dragoman.text.calendar_names import CALENDAR
from dragoman.text.governors import find_doer

_CLAUSES = frozenset(
    {"root", "conj", "ccomp", "advcl", "acl", "xcomp", "parataxis", "csubj", "dep"}
)
_LOST = frozenset({"root", "conj", "acl", "dep", "nmod", "appos", "ccomp"})
WRITINGS = frozenset(
    {"declaration", "statement", "letter", "communique", "communiqué", "message"}
    | {"note", "resolution", "report", "petition", "memorandum", "decree", "order"}
    | {"warning", "motion", "bill", "text", "document", "appeal", "post", "video"}
)
_RECEIVE = frozenset({"receive", "welcome", "host", "greet"})
# Whoever has got one of these is to go.
_ASKING_NOUNS = frozenset({"invitation", "invite", "summons"})
# Of words that stand for people without being nouns: "ten more were hurt".
_SUBJECT_TAGS = frozenset({"DT", "JJ", "CD", "JJR"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The arguments of one verb, as token indices of its sentence."""

    verb: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    indirect: tuple[int, ...]
    obliques: tuple[Oblique, ...]
    passive: bool = False


def read_clause(tree: Sentence, verb: int) -> Clause:
    """Return the arguments of a verb in the order of the active clause."""
    made = find_made(tree, verb)
    if made is not None:
        return _read_made(tree, verb, *made)
    passive = is_passive(tree, verb)
    surface = find_subjects(tree, verb)
    objects = _objects(tree, verb)
    indirect = tuple(tree.children(verb, "iobj"))
    if objects and not indirect and tree[verb].lemma.lower() in GIVING:
        indirect, objects = _receivers(tree, verb, objects)
    obliques = find_obliques(tree, verb)
    if not passive:
        return Clause(verb, surface, objects, indirect, obliques)
    agents = tuple(one.token for one in obliques if one.case == "by" and not one.apart)
    agents = agents or tuple(_late_agents(tree, verb))
    rest = tuple(one for one in obliques if one.case != "by" or one.apart)
    if objects:  # "was handed a note": the surface subject receives
        agents = agents or tuple(_inner_agents(tree, objects))
        return Clause(verb, agents, objects, surface, rest, passive=True)
    return Clause(verb, agents, surface, indirect, rest, passive=True)


def _read_made(tree: Sentence, verb: int, above: int, noun: int) -> Clause:
    """Return the arguments of "Chad had Lee arrested", "had its assets frozen by A".

    Who has it done does it, unless "by" tells who does: then his own things suffer.
    """
    own = find_subjects(tree, above)
    obliques = find_obliques(tree, verb)
    agents = tuple(one.token for one in obliques if one.case == "by")
    suffers = bool(agents) or tree[above].lemma.lower() == "see"
    his = any(tree[one].upos == "PRON" for one in tree.children(noun, "nmod:poss"))
    objects = (noun, *own) if suffers and his else (noun,)
    rest = tuple(one for one in obliques if one.case != "by")
    return Clause(verb, agents if suffers else own, objects, (), rest, passive=True)


def _receivers(
    tree: Sentence, verb: int, objects: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who gets something, and what: "denied Lee a visa", "sold Chad six jets".

    The parse has both as what is given, or one as the owner of the other.
    """
    first, *rest = objects
    if (
        rest
        and verb < first < rest[0]
        and tree[rest[0]].deprel == "obj"
        and all(tree[index].text != "," for index in range(first, rest[0]))
    ):
        return objects[:1], objects[1:]
    for child in tree.children(first, "nmod:poss"):
        bare = tree[child].upos in NOMINAL - {"PRON"} and not tree.children(
            child, "case"
        )
        if bare and verb < child:
            return (child,), objects
    return (), objects


def _late_agents(tree: Sentence, verb: int) -> Iterator[int]:
    """Yield who acts where "by" stands further on.

    "Was accused of stealing funds by officials", "was attacked and burned by rebels".
    """
    for other in verbs_behind(tree, verb):
        yield from tree.children(other, "obl:agent")
    for child in tree.children(verb, "advcl", "acl"):
        if child > verb and tree[child].tag == "VBG" and not tree.is_passive(child):
            yield from (
                one.token for one in find_obliques(tree, child) if one.case == "by"
            )


def _inner_agents(tree: Sentence, objects: tuple[int, ...]) -> Iterator[int]:
    """Yield who acts in "was given a note of protest by Lee", hung on the protest."""
    for noun in objects:
        for head in (noun, *tree.children(noun, "nmod")):
            yield from (
                child
                for child in tree.children(head, "nmod")
                if tree.case_of(child) == "by"
            )


@noted
def find_subjects(tree: Sentence, verb: int) -> tuple[int, ...]:
    """Return the surface subjects of a verb, looking up through its governors."""
    seen: set[int] = set()
    current = verb
    while current >= 0 and current not in seen:
        seen.add(current)
        own = _own_subjects(tree, current)
        if own:
            return (antecedent(tree, _best_subject(tree, own), current),)
        above = _governor(tree, current)
        if above is None:
            break
        if above < 0:  # the noun that a participle hangs on
            return (-above - 1,)
        controller = _controller(tree, current, above)
        if controller is not None:
            return (controller,)
        current = above
    return _before(tree, verb)


def _own_subjects(tree: Sentence, verb: int) -> list[int]:
    """Return what the parse gives a verb as its subject.

    "And 30 wounded" has its number for one; the town of a dateline is none, where the
    sentence behind its colon has another.
    """
    own = [
        child
        for child in tree.children(verb, *SUBJECT)
        if tree[child].upos in NOMINAL or tree[child].tag in _SUBJECT_TAGS
    ]
    if not own and tree[verb].tag == "VBN" and tree[verb].deprel == "conj":
        own = [child for child in tree.children(verb, "nummod") if child == verb - 1]
    if len(own) > 1:
        # "Gunmen shot dead the minister, Lee": whoever stands behind it is hit
        own = [child for child in own if child < verb] or own
        behind = [
            child
            for child in own
            if all(tree[index].text != ":" for index in range(child, verb))
        ]
        return behind or own
    return own


def _best_subject(tree: Sentence, own: list[int]) -> int:
    """Return the subject of two that the parse gives, one of them an apposition.

    "The newspaper The Beacon wrote" is the Beacon's; in "in the capital, Gao, families
    protested" the name only belongs to the phrase before it.
    """
    names = [child for child in own if tree[child].upos == "PROPN"]
    if len(own) == 1 or not names:
        return own[0]
    last = own[-1]
    fronted = names[-1] == own[0] > 1 and tree[own[0] - 1].text == ","
    if fronted and tree[last].tag == "NNS" and tree[own[0] - 2].deprel == "obl":
        return last
    return names[-1]


def _governor(tree: Sentence, verb: int) -> int | None:
    """Return the predicate whose subject a verb shares, ``-noun - 1`` for a noun."""
    token = tree[verb]
    head, relation = token.head, token.deprel
    if head < 0:
        return None
    guilty = relation == "acl" and tree[head].upos == "ADJ"
    if guilty or relation in {"conj", "xcomp"}:  # "guilty of killing her": whoever is
        return head
    if relation == "acl" and tree[head].lemma.lower() in WRITINGS:
        # "issued a declaration demanding": who issued it demands
        verb = tree[head].head
        if tree[head].deprel == "obj" and verb >= 0 and token.tag == "VBG":
            return verb
    if relation == "acl" and tree[head].upos in NOMINAL:
        # "extremists opposed to it", "the minister, due in Rome"
        opposed = token.lemma == "oppose" or token.upos == "ADJ"
        if token.tag == "VBG" or opposed or is_passive(tree, verb):
            return -head - 1
        if token.tag == "VB":
            if asked_of(tree, head):  # "called on Chad to leave and on Mali to stay"
                return -head - 1
            asked = find_asked(tree, head, verb)
            # "a plan to visit": whose plan it is; "orders to Lee to visit": Lee's
            return _noun_owner(tree, head) if asked is None else -asked - 1
        return None
    if relation == "acl:relcl":
        return None
    return head if _shares_subject(tree, verb) else None


def _shares_subject(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause without a subject has that of the clause it is in."""
    token = tree[verb]
    if token.deprel == "advcl" and token.tag == "VBD":
        return _is_bare(tree, verb)  # "gunmen suspected to be bandits killed seven"
    if token.deprel not in {"advcl", "ccomp"} or token.tag not in {"VBG", "VB", "VBN"}:
        return False
    finite = any(
        tree[child].tag in FINITE for child in tree.children(verb, "aux", "cop")
    )
    stays = tree.child(token.head, "cop") is not None  # "is in Rome to meet Lee"
    governs = stays or tree[token.head].upos in {"VERB", "AUX", "ADJ"}
    return governs and not finite


def _is_bare(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause has neither a subject nor a word that opens it.

    A participle before it was then taken for the predicate.
    """
    head = tree[verb].head
    return (
        head < verb
        and tree[head].upos == "VERB"
        and not tree.children(verb, "mark", "advmod", "aux", "cc", *SUBJECT)
        and all(tree[index].text != "," for index in range(head, verb))
    )


def _noun_owner(tree: Sentence, noun: int) -> int | None:
    owner = tree.child(noun, "nmod:poss")
    asked = tree[noun].lemma.lower() in _ASKING_NOUNS  # "accepted his invitation to go"
    if owner is not None and not (asked and tree[noun].deprel == "obj"):
        return -owner - 1
    token = tree[noun]
    if tree.child(noun, "cop") is not None:  # "was the first state to sign"
        return noun
    if token.deprel in {"obj", "obl", "root", "xcomp"} and token.head >= 0:
        return token.head
    return None


def _controller(tree: Sentence, verb: int, above: int) -> int | None:
    """Return the object that controls a clause: "urged Lee to visit"."""
    token = tree[verb]
    if token.upos == "ADJ" and token.deprel == "xcomp":
        return tree.child(above, "obj")  # "found him guilty"
    doer = find_doer(tree, verb)
    if doer is not None:
        return doer
    # "called for Chad to be expelled", "let the boy be sent back"
    undergone = tree.is_passive(verb) and is_infinitive(tree, verb)
    if not (token.tag == "VB" or undergone):
        return None
    if token.deprel not in {"xcomp", "ccomp", "advcl"}:
        return None
    asked = find_asked(tree, above, verb)
    if asked is not None or token.deprel == "advcl":
        return asked
    return tree.child(above, "obj", "iobj")


def _before(tree: Sentence, verb: int) -> tuple[int, ...]:
    """Return the noun phrase before a finite verb that the parse left alone."""
    token = tree[verb]
    finite = token.tag in FINITE or any(
        tree[child].tag in FINITE for child in tree.children(verb, "aux", "cop")
    )
    if not finite or token.deprel not in _LOST:
        return ()
    best: int | None = None
    for index in range(verb - 1, -1, -1):
        one = tree[index]
        if one.text in {";", ":", "–", "—"} or one.tag in FINITE:
            break
        # "killed seven and abducted 40": the seven do nothing
        done_to = one.deprel in OBJECTS and one.head == token.head
        if not done_to and _may_be_subject(tree, index, after=best):
            best = index
    if best is None:
        return ()
    found = [*_coordinated_before(tree, best), best]
    found.extend(
        index
        for index in range(best + 1, verb)
        if tree[index].deprel == "conj"
        and tree[index].head == tree[best].head
        and tree[index].upos == tree[best].upos
        and tree.child(index, "case") is None
    )
    return tuple(found)


def _coordinated_before(tree: Sentence, token: int) -> list[int]:
    """Return the name that "and" puts right before a phrase: "Lee and the envoy"."""
    first = token
    while first > 0 and tree[first - 1].head == token:
        first -= 1
    while first < token and tree[first].deprel in {"cc", "punct"}:
        first += 1
    if first < 2 or tree[first - 1].lemma.lower() != "and":
        return []
    before = first - 2
    return [before] if tree[before].upos == "PROPN" else []


def _may_be_subject(tree: Sentence, index: int, *, after: int | None) -> bool:
    one = tree[index]
    if one.upos not in {"PROPN", "NOUN"} or tree.child(index, "case") is not None:
        return False
    if one.deprel.partition(":")[0] in {"compound", "flat", "nmod", "obl"}:
        return False
    if one.deprel == "appos" and not tree[one.head].entity.endswith(("DATE", "TIME")):
        return False
    # "Lee, chairman of X and helmsman": an apposition told as a conjunct
    titled = one.deprel == "conj" and one.upos == "NOUN" and after is None
    return not (titled and tree[one.head].upos == "PROPN")


def _shifted(tree: Sentence, verb: int) -> list[int]:
    """Return the object of "received in Rome the envoy", parsed as if Rome were he."""
    for place in tree.children(verb, "obl"):
        for child in tree.children(place, "appos"):
            first = min(tree.subtree(child))
            behind = first and tree[first - 1].text != "," and child > verb
            if behind and tree.child(child, "det") is not None:
                return [child]
    return []


def _received(tree: Sentence, verb: int) -> list[int]:
    """Return whom one receives "in Rome, envoy Lee", parsed as beside the place.

    Places come out too, where they are told in a row; nobody receives a place.
    """
    if tree[verb].lemma.lower() not in _RECEIVE:
        return []
    phrases = {
        token for one in tree.children(verb, "obl") for token in tree.subtree(one)
    }
    phrases.update(tree.children(verb, "nsubj"))
    return [
        token
        for token in range(verb + 1, len(tree))
        if tree[token].deprel in {"appos", "conj"}
        and tree[token].head in phrases
        and tree[token].upos in NOMINAL
        and not tree.case_of(token)
        and tree.child(token, "cc") is None
    ]


def _objects(tree: Sentence, verb: int) -> tuple[int, ...]:
    found = [
        antecedent(tree, child, verb)
        for child in tree.children(verb, "obj")
        if tree[child].deprel in OBJECTS
    ]
    found = _with_late(tree, verb, found)
    if not found and not tree.is_passive(verb):
        # "received today the envoy": a late object may come out as something else
        found = [
            child
            for child in tree.children(verb, "appos", "obl")
            if child > verb
            and tree.child(child, "case") is None
            and tree[child].upos == "PROPN"
            and not tree[child].entity.endswith(("DATE", "TIME"))
            and tree[child].tag == "NNP"
            and tree[child].text not in CALENDAR
        ][:1]
    if not found and not tree.is_passive(verb):
        found = list(_shifted(tree, verb) or _received(tree, verb))
    if not found:
        found = [
            child for child in tree.children(verb, "obl") if _is_count(tree, child)
        ]
    if not found and tree[verb].deprel == "acl:relcl" and tree[verb].head >= 0:
        own = tree.child(verb, *SUBJECT)
        if (
            own is not None
            and not tree.is_passive(verb)
            and tree[own].tag not in RELATIVE_TAGS
            and (not _has_wh(tree, verb) or _opens_with_whom(tree, verb))
        ):
            found = [tree[verb].head]  # "the talks Lee held"
    return tuple(found)


def _with_late(tree: Sentence, verb: int, found: list[int]) -> list[int]:
    """Return objects with a second subject behind the verb, taken for one.

    In "shot dead Chad's minister Lee" it is the head of which the object is a part.
    """
    subjects = tree.children(verb, "nsubj")
    late = [child for child in subjects if child > verb > subjects[0]]
    if not late or tree.is_passive(verb):
        return found
    first = tree.reach(late[0])[0]
    return [*late, *(child for child in found if not child < first <= child + 1)]


def _opens_with_whom(tree: Sentence, verb: int) -> bool:
    """Tell whether a relative clause is that of "whom they detained"."""
    return any(
        tree[child].text.lower() == "whom" and not tree.case_of(child)
        for child in tree.children(verb, "obl", "obj", "dep")
    )


def _is_count(tree: Sentence, token: int) -> bool:
    """Tell whether a phrase is "up to 16 advisers", taken for one with "to"."""
    marker = tree.child(token, "case")
    return (
        marker is not None
        and tree[marker].text.lower() == "to"
        and marker > 0
        and tree[marker - 1].text.lower() == "up"
        and tree[marker + 1].upos == "NUM"
    )


def _has_wh(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause has a relative of its own, or "whose deputy"."""
    children = tree.children(verb)
    inner = [one for child in children for one in tree.children(child, "nmod:poss")]
    return any(tree[child].tag in {"WRB", *RELATIVE_TAGS} for child in children) or any(
        tree[one].text.lower() == "whose" for one in inner
    )


@noted
def clause_head(tree: Sentence, index: int) -> int:
    """Return the predicate of the clause that a token stands in."""
    current = index
    while tree[current].head >= 0:
        token = tree[current]
        verbal = token.upos in {"VERB", "AUX"} or tree.child(current, "cop") is not None
        if verbal and token.deprel.partition(":")[0] in _CLAUSES:
            return current
        current = token.head
    return current
