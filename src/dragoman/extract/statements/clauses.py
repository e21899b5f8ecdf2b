"""Clauses as content: "said that ...", "..., she said", "promised to ..."."""

from dataclasses import dataclass

from dragoman.extract.statements.hung import is_ground, is_premise, is_told_there
from dragoman.extract.statements.joined import (
    and_now,
    and_quoted,
    and_that,
    end_of_told,
    without_dated,
    without_strung,
)
from dragoman.extract.statements.order import (
    TELLS,
    ends_sentence,
    first_word,
    lead_in,
    source_start,
)
from dragoman.extract.statements.sources import is_let_known, source_of
from dragoman.model.syntax import FINITE, OBJECTS, QUESTIONS, SUBJECTS, Sentence
from dragoman.text.sayings import REQUIRING

_FOR_OBJECT = frozenset({"that", "this", "so", "it", "which", "what"})
_DAYS = frozenset({"day", "week", "month", "year", "night", "morning", "evening"})
_CONDITIONAL = frozenset(
    {"if", "unless", "provided", "providing", "until", "once", "as", "because"}
)
SUBORDINATE = frozenset(
    {"when", "after", "before", "if", "while", "as", "although", "though", "because"}
    | {"since", "unless", "until", "once", "where", "whenever", "during"}
)
_GOES_ON = frozenset({"that", "he", "she", "it", "they", "and", "but", "this"})
_MEASURES = frozenset({"soon", "long", "far", "much", "many", "little", "often"})
_CLOSING = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"})
_OCCASIONAL = frozenset({"in", "by", "on", "at", "during", "through", "via", "over"})


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
    told.extend(find_whom(sentence, verb))
    return tuple(told)


def find_whom(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Return who is told in "the mediator, to whom he repeated his offer"."""
    if sentence[verb].deprel != "acl:relcl" or sentence[verb].head < 0:
        return ()
    led = any(
        sentence[child].text.lower() == "whom" and child < verb
        for child in sentence.children(verb, "obl", "obj", "iobj")
    )
    return (sentence[verb].head,) if led else ()


def is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb stands with "to"; "Niger was to blame" is finite."""
    to = [c for c in sentence.children(verb, "aux", "mark") if sentence[c].tag == "TO"]
    return bool(to) and not any(
        copula < to[0] and sentence[copula].tag in FINITE
        for copula in sentence.children(verb, "cop")
    )


def find_clause(sentence: Sentence, verb: int) -> Found | None:
    """Find the finite clause that a cue reports, on either side of it or around."""
    interrupted = _interrupted(sentence, verb)
    if interrupted is not None:
        return interrupted
    clauses = [
        child
        for child in sentence.children(verb, "ccomp")
        if not is_infinitive(sentence, child)
    ]
    clauses = [
        child
        for child in clauses
        if not (_is_apart(sentence, verb, child) or is_relative(sentence, verb, child))
        and not is_premise(sentence, verb, child)
    ]
    clauses = without_dated(sentence, without_strung(sentence, verb, clauses))
    if not clauses:
        clauses = _asked(sentence, verb)
    if not clauses and is_let_known(sentence, verb):
        clauses = _clause_beside(sentence, sentence[verb].head)
    if clauses:
        adopted = _adopted_subject(sentence, verb, clauses)
        right = [child for child in clauses if child > verb]
        if len(right) < len(clauses) and all(
            lead_in(sentence, child)[:1] == [","] for child in right
        ):
            # "Shots fell, the army said, in what it called a mistake."
            right = []
        chosen = right or [child for child in clauses if child < verb]
        tokens: frozenset[int] = frozenset().union(
            *(_from_that(sentence, child, verb) for child in chosen)
        )
        if right:
            tokens |= _goes_on_with(sentence, verb, tokens)
            tokens |= and_that(sentence, verb)
            tokens |= and_now(sentence, verb, right[-1])
            tokens |= and_quoted(sentence, verb, right[-1])
            tokens = _up_to_semicolon(sentence, verb, tokens)
            tokens |= _from_stray_that(sentence, verb, tokens)
        else:
            tokens |= _filled(sentence, verb, tokens)
        if adopted is not None:
            tokens |= subtree(sentence, adopted)
        told = () if not right else find_told(sentence, verb)
        told = tuple(one for one in told if one not in tokens)
        return Found("clause", tokens, chosen[0], told)
    return (
        _on_occasion(sentence, verb)
        or _stranded(sentence, verb)
        or _parenthetical(sentence, verb)
        or _interjected(sentence, verb)
        or _trailing(sentence, verb)
        or _positional(sentence, verb)
    )


def _on_occasion(sentence: Sentence, verb: int) -> Found | None:
    """Read "told us in a letter dated 9 April that ...", hung on the letter."""
    for phrase in sentence.children(verb, "obl"):
        if phrase < verb or sentence.case_of(phrase) not in _OCCASIONAL:
            continue
        if is_ground(sentence, phrase):
            continue
        for clause in sentence.children(phrase, "acl", "ccomp"):
            marks = {sentence[c].small for c in sentence.children(clause, "mark")}
            own = sentence.child(clause, *SUBJECTS)
            loose = is_told_there(sentence, clause)
            if ("that" in marks or loose) and own is not None and clause > phrase:
                told = find_told(sentence, verb)
                return Found("clause", subtree(sentence, clause), clause, told)
    return None


def _interjected(sentence: Sentence, verb: int) -> Found | None:
    """Read "The talks, he told the agency, would end", whatever the cue hangs on."""
    if sentence[verb].deprel not in {"acl:relcl", "conj", "appos", "nmod", "ccomp"}:
        return None
    subject = sentence.child(verb, "nsubj")
    if subject is None or subject > verb or sentence[subject].tag in {"WP", "WDT"}:
        return None
    told = sentence.children(verb, *OBJECTS)
    if told and sentence[verb].lemma not in TELLS:
        return None
    start = sentence.subtree(subject)[0]
    end = max([verb, *(sentence.subtree(one)[-1] for one in told)]) + 1
    if start < 2 or end + 1 >= len(sentence):
        return None
    if sentence[start - 1].text != "," or sentence[end].text != ",":
        return None
    current = sentence[verb].head
    while (
        sentence[current].upos not in {"VERB", "AUX"}
        and sentence.child(current, "cop", "nsubj") is None
        and sentence[current].head >= 0
    ):
        current = sentence[current].head
    around = subtree(sentence, current) - frozenset(range(start - 1, end + 1))
    return Found("clause", around, current, tuple(told))


def _positional(sentence: Sentence, verb: int) -> Found | None:
    """Read "said in Astana that ..." where the clause hangs on nothing of the cue.

    Only the occasion stands between; the clause goes on to the end or a semicolon.
    """
    for place in range(verb + 1, min(verb + 14, len(sentence))):
        token = sentence[place]
        after = sentence[min(place + 1, len(sentence) - 1)].text.lower()
        inverted = after in {"should", "if", "unless", "were"}
        opens = token.upos == "SCONJ" or (inverted and token.deprel != "nsubj")
        if token.text.lower() == "that" and opens and token.deprel != "det":
            stop = end_of_told(sentence, place)
            if token.head < place or stop - place < 4:
                return None
            return Found("clause", frozenset(range(place, stop)), token.head)
        if token.upos in _CLOSING or is_ground(sentence, place):
            return None
    return None


def _interrupted(sentence: Sentence, verb: int) -> Found | None:
    """Read "said that, should they come, he would go" by its commas.

    What stands between "that" and its clause leads parsers astray; the clause goes
    on to the end, or to the next cue of the same speaker.
    """
    if verb + 2 >= len(sentence) or sentence[verb + 1].text.lower() != "that":
        return None
    if sentence[verb + 2].text != ",":
        return None
    stop = len(sentence)
    for child in sentence.children(verb, "conj", "parataxis"):
        if lead_in(sentence, child)[:1] in (["and"], [","], [";"]):
            opening = first_word(sentence, child)
            cue = sentence[child].deprel == "conj" and opening > verb + 2
            if cue and sentence[child].tag in {"VBD", "VBZ"}:
                stop = min(stop, opening)
    semicolon = [i for i in range(verb, stop) if sentence[i].text == ";"]
    stop = min([stop, *semicolon])
    tokens = frozenset(range(verb + 1, stop))
    core = next((c for c in sentence.children(verb, "ccomp") if c in tokens), -1)
    return Found("clause", tokens, core)


def _up_to_semicolon(
    sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut what a semicolon parts from a reported clause, unless it goes on with it.

    "He said it would help; the mayor asked for more": the mayor is not reported.
    """
    for place in range(verb + 1, len(sentence) - 1):
        ends = sentence[place].text == ";" and place in tokens
        if ends and sentence[place + 1].text.lower() not in _GOES_ON:
            return frozenset(token for token in tokens if token < place)
    return tokens


def _from_stray_that(
    sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Return what stands between a "that" and its clause if both were torn apart."""
    first = min((token for token in tokens if token > verb), default=0)
    for place in range(verb + 1, first):
        token = sentence[place]
        if token.text.lower() == "that" and token.upos == "SCONJ":
            return frozenset(range(place, first))
        if token.upos in {"VERB", "AUX", "PUNCT", "CCONJ"}:
            break
    return frozenset()


def _clause_beside(sentence: Sentence, verb: int) -> list[int]:
    """Return clauses with "that" beside the clause of a cue: "let it be known"."""
    return [
        child
        for child in sentence.children(verb, "ccomp", "xcomp", "advcl")
        if any(
            sentence[mark].text.lower() == "that"
            for mark in sentence.children(child, "mark")
        )
    ]


def _goes_on_with(
    sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Return what belongs to a clause though it hangs on the cue before it.

    A condition between "that" and its clause or right behind the clause, and the
    clause that follows an inverted condition: "that, should they come, he would go".
    """
    inside = [token for token in tokens if token > verb]
    if not inside:
        return frozenset()
    first, last = min(inside), max(inside)
    own = frozenset(sentence.subtree(verb))
    found = {index for index in range(first, last) if index in own}
    for child in sentence.children(verb, "advcl", "parataxis"):
        below = sentence.subtree(child)
        words = [index for index in below if sentence[index].upos != "PUNCT"]
        if not words or words[0] <= last:
            continue
        gap = range(last + 1, words[0])
        if any(sentence[index].upos != "PUNCT" for index in gap):
            continue
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        goes_on = marks & _CONDITIONAL
        if sentence[child].deprel == "parataxis":
            inverted = _opens_inverted(sentence, first)
            goes_on = goes_on or ({"should"} if inverted else set())
        if goes_on:
            found.update(range(last + 1, below[-1] + 1))
            last = below[-1]
    return frozenset(found)


def _filled(sentence: Sentence, verb: int, tokens: frozenset[int]) -> frozenset[int]:
    """Return what lies between the words of a clause before its cue.

    A subject that was taken for that of the cue belongs to the clause.
    """
    before = [token for token in tokens if token < verb]
    if not before or max(tokens) > verb or sentence[max(before) + 1].text != ",":
        return frozenset()
    return frozenset(range(min(before), max(before)))


def _opens_inverted(sentence: Sentence, first: int) -> bool:
    """Tell whether a clause begins "that, should ..." or "should ..."."""
    opening = [t.text.lower() for t in sentence.tokens[first : first + 4]]
    return any(word in {"should", "had", "were"} for word in opening[:3])


def _trailing(sentence: Sentence, verb: int) -> Found | None:
    """Read a cue that ends its sentence, where the parser found no clause.

    "Two jets bombed the town, killing 14, the mayor, Ana Ruiz, said."
    """
    if not ends_sentence(sentence, verb) or sentence[verb].deprel == "acl:relcl":
        return None
    if sentence.is_passive(verb):
        return None
    first = 1 if sentence[0].upos == "CCONJ" else 0
    if sentence[first].text.lower() in SUBORDINATE:
        return None
    limit = source_start(sentence, verb)
    if limit is None or limit < 4 or sentence[limit - 1].text != ",":
        return None
    if sentence[limit].upos in {"CCONJ", "SCONJ"}:
        # "They left, but Ruiz learned of it": a fact of its own.
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
        dated = dated or sentence.case_of(above) == "with"
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


def _asked(sentence: Sentence, verb: int) -> list[int]:
    """Return a question right behind its cue: "has not said when they will go"."""
    after = verb + 1
    if after >= len(sentence) or sentence[after].text.lower() not in QUESTIONS:
        return []
    return [
        child
        for child in sentence.children(verb, "advcl")
        if first_word(sentence, child) == after
    ]


def is_relative(sentence: Sentence, verb: int, clause: int) -> bool:
    """Tell what is told of the speaker: ", said Ruiz, who had come"."""
    subject = sentence.child(clause, "nsubj")
    return (
        subject is not None
        and subject > verb + 2
        and sentence[subject].text.lower() in {"who", "which"}
        and sentence[subject - 1].text == ","
        and sentence[verb - 1].upos == "PUNCT"
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
    as_said = token.deprel in {"advcl", "acl"} and marks == {"as"}
    said_it = token.lemma == "put" and {
        sentence[c].text for c in sentence.children(verb, "obj")
    } == {"it"}
    own = sentence.child(verb, "xcomp", "ccomp", "obj")
    if as_said and own is not None and not said_it:
        return None
    measured = sentence[token.head].lemma in _MEASURES  # "as soon as both agree"
    if as_said and (measured or token.lemma in REQUIRING):
        return None  # "Should she be freed, as her owners ask, it may end"
    if not (token.deprel == "parataxis" or as_said) or token.head < 0:
        return None
    if source_of(sentence, verb) is None or token.tag == "VBG":
        return None
    own_content = [c for c in sentence.children(verb, "xcomp", "obj") if c > verb]
    if own_content and token.lemma not in TELLS and not said_it:
        # "The port is shut - Ruiz has vowed to open it": she says something else.
        return None
    if ";" in lead_in(sentence, verb):
        # "Shots fell; the mayor promised help": a fact of its own.
        return None
    if as_said and token.head < verb and sentence.is_negated(token.head):
        # "We never met him, as the paper claims": it claims the contrary.
        return None
    top = token.head
    while token.deprel == "acl" and sentence[top].upos not in {"VERB", "AUX"}:
        # "The talk, as she noted, was taped", hung on the talk.
        if sentence[top].head < 0:
            break
        top = sentence[top].head
    around = subtree(sentence, top) - subtree(sentence, verb)
    stray = frozenset(
        t for child in _stray(sentence, verb) for t in sentence.subtree(child)
    )
    return Found("clause", around | stray, top)


def _stray(sentence: Sentence, verb: int) -> list[int]:
    """Return what the parser hung on the cue though it stands after its comma."""
    return [
        child
        for child in sentence.children(verb)
        if child > verb + 1
        and sentence[child].deprel not in {"punct", "nsubj", "obj", "obl:agent"}
        and any(sentence[i].text == "," for i in range(verb + 1, child))
    ]
