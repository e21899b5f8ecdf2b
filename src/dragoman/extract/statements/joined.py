"""Further clauses of what is reported that were hung on the cue: "and that B"."""

from dragoman.extract.statements.order import first_word, lead_in
from dragoman.model.syntax import SUBJECTS, Sentence
from dragoman.text.sayings import TELLING

_CONTRASTS = frozenset({"while", "whereas"})
_NOW = frozenset({"will", "can", "may", "must", "shall", "wo", "ca"})


def and_that(sentence: Sentence, verb: int) -> frozenset[int]:
    """Return further clauses that hang on the cue: "said A and that B"."""
    found: set[int] = set()
    for child in sentence.children(verb, "conj"):
        below = sentence.subtree(child)
        first = first_word(sentence, child)
        if sentence[first].text.lower() == "that" and sentence[first].head == child:
            found.update(below)
    return frozenset(found)


def and_now(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return "and the port will close" behind "said the road is shut", hung on "said".

    What a report tells of itself stands in the past, as its cue does.
    """
    if sentence[verb].tag != "VBD" or not _is_present(sentence, core):
        return frozenset()
    last = sentence.subtree(core)[-1]
    for child in sentence.children(verb, "conj"):
        subject = sentence.child(child, *SUBJECTS, "expl")
        if subject is None or child < core or sentence[child].tag == "VBD":
            continue
        joined = set(lead_in(sentence, child)) & {"and", "but"}
        if joined and _is_present(sentence, child):
            end = sentence.subtree(child)[-1]
            return frozenset(range(last + 1, end + 1))
    return frozenset()


def and_quoted(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return 'and “we are going home”' behind "says the road is shut", hung on "says".

    Nobody else has said what opens in quotation marks right behind "and".
    """
    last = sentence.subtree(core)[-1]
    for child in sentence.children(verb, "conj"):
        first = first_word(sentence, child)
        quoted = first > 0 and sentence[first - 1].tag == "``"
        joined = set(lead_in(sentence, child)) & {"and", "but"}
        if child > core and quoted and joined:
            return frozenset(range(last + 1, sentence.subtree(child)[-1] + 1))
    return frozenset()


def end_of_told(sentence: Sentence, start: int) -> int:
    """Return where a clause ends: at its semicolon or before ", while Mali said"."""
    for place in range(start, len(sentence)):
        if sentence[place].text == ";":
            return place
        contrast = sentence[place].text.lower() in _CONTRASTS
        if contrast and sentence[place - 1].upos == "PUNCT":
            clause = sentence[place].head
            if clause > place and sentence.child(clause, "ccomp") is not None:
                return place
    return len(sentence)


def without_dated(sentence: Sentence, clauses: list[int]) -> list[int]:
    """Drop "released on Monday" of "said in a statement, released on Monday, that"."""
    marked = [
        clause
        for clause in clauses
        if any(
            sentence[mark].text.lower() == "that"
            for mark in sentence.children(clause, "mark")
        )
    ]
    if not marked:
        return clauses
    return [
        clause
        for clause in clauses
        if clause in marked
        or clause > marked[0]
        or sentence[clause].tag != "VBN"
        or sentence.child(clause, *SUBJECTS, "aux", "aux:pass") is not None
    ]


def without_strung(sentence: Sentence, verb: int, clauses: list[int]) -> list[int]:
    """Drop "Mali fell silent" of "Niger urged calm, Mali fell silent and Chad paid".

    Behind an object and its comma a clause without "that" is one of its own.
    """
    objects = [c for c in sentence.children(verb, "obj") if c > verb]
    if not objects or sentence[verb].lemma in TELLING:
        return clauses
    return [
        clause
        for clause in clauses
        if clause < objects[0]
        or lead_in(sentence, clause)[:1] != [","]
        or sentence.child(clause, "mark") is not None
    ]


def _is_present(sentence: Sentence, verb: int) -> bool:
    """Tell a clause about now or later from one that is told of the past."""
    words = (verb, *sentence.children(verb, "aux", "aux:pass", "cop"))
    return any(
        sentence[i].tag in {"VBZ", "VBP"} or sentence[i].text.lower() in _NOW
        for i in words
    )
