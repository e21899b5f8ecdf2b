"""Clauses as content: "said that ...", "..., she said", "promised to ..."."""

from dataclasses import dataclass

from dragoman.extract.statements.sources import source_of, source_start
from dragoman.model.syntax import OBJECTS, Sentence

_FOR_OBJECT = frozenset({"that", "this", "so", "it", "which", "what"})
_JUDGING = frozenset({"believe", "consider", "judge", "deem", "think", "expect"})
_DAYS = frozenset({"day", "week", "month", "year", "night", "morning", "evening"})
# "Declined to comment" says nothing.
_SHUNS = frozenset({"decline", "refuse"})
_NO_NEWS = frozenset(
    {"comment", "say", "elaborate", "answer", "discuss", "respond", "disclose"}
    | {"specify", "speak", "identify", "name", "confirm", "give", "provide", "talk"}
    | {"speculate", "reveal", "explain", "tell", "be"}
)


@dataclass(frozen=True, slots=True)
class Found:
    """Content that a frame found: tokens, their head, and who is told."""

    frame: str
    tokens: frozenset[int]
    core: int
    told: tuple[int, ...] = ()
    preposition: int | None = None


def subtree(
    sentence: Sentence, top: int, *, without: frozenset[str] = frozenset()
) -> frozenset[int]:
    """Return the tokens of a subtree as a set."""
    return frozenset(sentence.subtree(top, without=without))


def find_told(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Return who is told: objects beside a clause, and phrases with "to"."""
    told = [
        child
        for child in sentence.children(verb, *OBJECTS)
        if sentence[child].text.lower() not in _FOR_OBJECT and child > verb
    ]
    told.extend(
        child
        for child in sentence.children(verb, "obl")
        if sentence.case_of(child) == "to" and child > verb
    )
    return tuple(told)


def is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(
        sentence[child].tag == "TO" for child in sentence.children(verb, "aux", "mark")
    )


def find_clause(sentence: Sentence, verb: int) -> Found | None:
    """Find the finite clause that a cue reports, on either side of it or around."""
    clauses = [
        child
        for child in sentence.children(verb, "ccomp")
        if not is_infinitive(sentence, child)
    ]
    clauses = [child for child in clauses if not _is_apart(sentence, verb, child)]
    if clauses:
        adopted = _adopted_subject(sentence, verb, clauses)
        right = [child for child in clauses if child > verb]
        chosen = right or clauses
        tokens: frozenset[int] = frozenset().union(
            *(_from_that(sentence, child, verb) for child in chosen)
        )
        if adopted is not None:
            tokens |= subtree(sentence, adopted)
        told = () if not right else find_told(sentence, verb)
        told = tuple(one for one in told if one not in tokens)
        return Found("clause", tokens, chosen[0], told)
    return (
        _stranded(sentence, verb)
        or _parenthetical(sentence, verb)
        or _trailing(sentence, verb)
    )


def _trailing(sentence: Sentence, verb: int) -> Found | None:
    """Read a cue that ends its sentence, where the parser found no clause.

    "Two jets bombed the town, killing 14, the mayor, Ana Ruiz, said."
    """
    if any(sentence[i].upos != "PUNCT" for i in range(verb + 1, len(sentence))):
        return None
    limit = source_start(sentence, verb)
    if limit is None or limit < 4 or sentence[limit - 1].text != ",":
        return None
    finite = any(sentence[i].tag in {"VBD", "VBZ", "VBP"} for i in range(limit))
    if not finite:
        return None
    return Found("clause", frozenset(range(limit - 1)), -1)


def _stranded(sentence: Sentence, verb: int) -> Found | None:
    """Read a clause that the parser hung elsewhere: "said the same day that ..."."""
    for place in range(verb + 1, min(verb + 40, len(sentence))):
        token = sentence[place]
        if token.text.lower() != "that" or token.head <= place:
            continue
        clause = token.head
        above = sentence[clause].head
        if sentence.child(clause, "nsubj", "nsubj:pass") in {None, place}:
            return None
        path = _path(sentence, above)
        if above <= verb or above >= place or verb not in path:
            return None
        if any(sentence[step].upos == "VERB" for step in path[: path.index(verb)]):
            return None
        dated = sentence[above].entity.endswith(("DATE", "TIME"))
        named = sentence[above].lemma in _DAYS or sentence[place - 1].text == ","
        if not (dated or named):
            return None
        tokens = subtree(sentence, clause)
        tokens = frozenset(index for index in tokens if index >= place)
        told = tuple(c for c in sentence.children(verb, *OBJECTS) if c not in tokens)
        return Found("clause", tokens, clause, told)
    return None


def _path(sentence: Sentence, index: int) -> list[int]:
    found: list[int] = []
    while index >= 0 and len(found) < 8:
        found.append(index)
        index = sentence[index].head
    return found


def _from_that(sentence: Sentence, clause: int, verb: int) -> frozenset[int]:
    """Return a clause without what stands before its "that": "said only that"."""
    tokens = subtree(sentence, clause) - {verb}
    marks = [
        child
        for child in sentence.children(clause, "mark")
        if sentence[child].text.lower() == "that" and verb < child
    ]
    if marks:
        tokens = frozenset(token for token in tokens if token >= marks[0])
    return tokens


def _is_apart(sentence: Sentence, verb: int, clause: int) -> bool:
    """Tell whether a clause before the cue is another one: "A left; B said ..."."""
    if clause > verb:
        return False
    subject = sentence.child(verb, "nsubj")
    if subject is None or subject > verb:
        return False
    start = sentence.subtree(subject)[0]
    return start > 0 and (
        sentence[start - 1].text == ";"
        or sentence[start - 1].upos in {"CCONJ", "SCONJ"}
    )


def _adopted_subject(sentence: Sentence, verb: int, clauses: list[int]) -> int | None:
    """Find a subject that the parser took for an object: "promised Kenya would"."""
    clause = clauses[0]
    bare = not sentence.children(clause, "nsubj", "csubj", "mark")
    target = sentence.child(verb, "obj")
    if bare and target is not None and verb < target < clause:
        between = sentence.subtree(clause)[0]
        if sentence.subtree(target)[-1] + 1 == between:
            return target
    return None


def _parenthetical(sentence: Sentence, verb: int) -> Found | None:
    """Read ", he said," and "as police have said": the clause around is content."""
    token = sentence[verb]
    marks = {sentence[c].text.lower() for c in sentence.children(verb, "mark")}
    as_said = token.deprel == "advcl" and marks == {"as"}
    if as_said and sentence.child(verb, "xcomp", "ccomp", "obj") is not None:
        return None
    if not (token.deprel == "parataxis" or as_said) or token.head < 0:
        return None
    if source_of(sentence, verb) is None or token.tag == "VBG":
        return None
    own = subtree(sentence, verb)
    around = subtree(sentence, token.head) - own
    stray = frozenset(
        t for child in _stray(sentence, verb) for t in sentence.subtree(child)
    )
    return Found("clause", around | stray, token.head)


def _stray(sentence: Sentence, verb: int) -> list[int]:
    """Return what the parser hung on the cue though it stands after its comma."""
    return [
        child
        for child in sentence.children(verb)
        if child > verb + 1
        and sentence[child].deprel not in {"punct", "nsubj", "obj", "obl:agent"}
        and any(sentence[i].text == "," for i in range(verb + 1, child))
    ]


def find_infinitive(sentence: Sentence, verb: int) -> Found | None:
    """Read "promised to pay"; what one declines to say is no content."""
    for child in sentence.children(verb, "xcomp"):
        if sentence[child].lemma in _NO_NEWS and sentence[verb].lemma in _SHUNS:
            return None
        if child > verb and is_infinitive(sentence, child):
            return Found("inf", subtree(sentence, child), child)
    for child in sentence.children(verb, "advcl"):
        # "had promised in 2021 to publish": far from its verb, it counts as a purpose.
        bare = sentence.child(child, "nsubj", "mark") is None
        if child > verb + 1 and bare and is_infinitive(sentence, child):
            return Found("inf", subtree(sentence, child), child)
    return None


def find_object_infinitive(sentence: Sentence, verb: int) -> Found | None:
    """Read "urged Mali to pay": Mali is told, to pay is the content."""
    for child in sentence.children(verb, "ccomp"):
        subject = sentence.child(child, "nsubj")
        if child > verb and subject is not None and is_infinitive(sentence, child):
            told = subtree(sentence, subject)
            tokens = subtree(sentence, child) - told
            if sentence[verb].lemma in _JUDGING:
                # "Police believe dealers to be behind it": the dealers are judged.
                return Found("obj-inf", tokens | told, child)
            return Found("obj-inf", tokens, child, (subject,))
    told_one = sentence.child(verb, *OBJECTS)
    clause = find_infinitive(sentence, verb)
    if told_one is None or clause is None or told_one > clause.core:
        return None
    return Found("obj-inf", clause.tokens, clause.core, (told_one,))


def find_gerund(sentence: Sentence, verb: int) -> Found | None:
    """Read "denied having paid"."""
    for child in sentence.children(verb, "xcomp", "ccomp"):
        if child > verb and sentence[child].tag == "VBG":
            return Found("gerund", subtree(sentence, child), child)
    return None
