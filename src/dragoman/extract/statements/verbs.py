"""Reporting verbs: where the content of each frame stands in the parse."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.extract.statements.lexicon import Frames
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.extract.statements.sources import (
    container_of,
    final_source,
    governor,
    is_said,
    raised_to,
    source_of,
    source_start,
)
from dragoman.model.syntax import OBJECTS, Sentence

_VERBAL = frozenset({"VERB", "AUX"})
_FOR_OBJECT = frozenset({"that", "this", "so", "it", "which", "what"})

# Objects of these frames are told, not talked about: they are no part of it.
_TOLD = frozenset(
    {"inform", "notify", "apprise", "remind", "assure", "convince", "reassure"}
    | {"brief", "update", "lecture", "quiz", "tell", "ask", "question", "warn"}
    | {"caution", "alert", "forewarn", "advise", "correct", "petition", "press"}
)
_PREPOSITIONS = frozenset(
    {"for", "of", "on", "about", "over", "with", "to", "at", "against", "in", "as"}
    | {"upon", "concerning", "regarding"}
)
_CONDITIONAL = frozenset({"if", "unless", "provided", "providing"})
_MEANWHILE = frozenset({"as", "while", "although", "though", "whereas"})
_DAYS = frozenset({"day", "week", "month", "year", "night", "morning", "evening"})
_TAKING = frozenset(
    {"attachment", "commitment", "support", "opposition", "objection", "devotion"}
    | {"loyalty", "readiness", "respect", "need", "call", "demand", "response"}
    | {"solution", "threat", "approach", "answer", "stance", "position", "right"}
)
_TIMED = frozenset({"demand", "request", "pledge", "direct", "agree"})
_NAMING = frozenset({"call", "dub", "term", "label", "brand", "style", "deem"})
# "Declined to comment" says nothing.
_SHUNS = frozenset({"decline", "refuse"})
_NO_NEWS = frozenset(
    {"comment", "say", "elaborate", "answer", "discuss", "respond", "disclose"}
    | {"specify", "speak", "identify", "name", "confirm", "give", "provide", "talk"}
    | {"speculate", "reveal", "explain", "tell", "be"}
)
_ALIAS = {"upon": "on", "concerning": "about", "regarding": "about"}


@dataclass(frozen=True, slots=True)
class Found:
    """Content that a frame found: tokens, their head, and who is told."""

    frame: str
    tokens: frozenset[int]
    core: int
    told: tuple[int, ...] = ()
    preposition: int | None = None


def find_verb_attributions(
    reading: Reading, index: int, used: frozenset[int]
) -> Iterator[Attribution]:
    """Yield what the reporting verbs of a sentence attribute.

    Args:
        reading: The document.
        index: Index of the sentence.
        used: Tokens of cues that quotations have taken already.
    """
    sentence = reading.sentences[index]
    for verb, token in enumerate(sentence):
        if token.upos not in _VERBAL or verb in used:
            continue
        frames = frames_of(reading, sentence, verb)
        if not frames or reading.quotation_at(token.start) is not None:
            continue
        if not is_said(sentence, verb, reading.lexicon):
            continue
        found = _content(reading, sentence, verb, frames)
        if found is None:
            continue
        attribution = _attribute(reading, index, verb, frames, found)
        if attribution is not None:
            yield attribution


def frames_of(reading: Reading, sentence: Sentence, verb: int) -> Frames | None:
    """Return the frames of a verb, its particle counted in."""
    lemma = sentence[verb].lemma.lower()
    particle = sentence.child(verb, "compound:prt")
    if particle is not None:
        lemma = f"{lemma}_{sentence[particle].text.lower()}"
    elif lemma in {"make", "speak"} and verb + 1 < len(sentence):
        after = sentence[verb + 1].text.lower()
        if after in {"clear", "out"}:
            lemma = f"{lemma}_{after}"
    return reading.lexicon.verbs.get(lemma)


def _attribute(
    reading: Reading, index: int, verb: int, frames: Frames, found: Found
) -> Attribution | None:
    sentence = reading.sentences[index]
    source = _source(reading, sentence, verb)
    tokens = _extent(reading, sentence, verb, found, frames[found.frame])
    if source in tokens and source == final_source(sentence, verb):
        start = source_start(sentence, verb) or 0
        tokens = frozenset(token for token in tokens if token < start)
    content = reading.stretches(sentence, tokens)
    if not content or source in tokens:
        return None
    last = verb if found.preposition != verb + 1 else verb + 1
    return Attribution(
        sentence=index,
        cue=verb,
        cue_span=(sentence[verb].start, sentence[last].end),
        source=source,
        source_sentence=index,
        content=content,
        frame=found.frame,
        act=frames[found.frame],
        addressees=found.told,
        core=found.core,
        relay=_relay(reading, sentence, verb, source),
    )


def _extent(
    reading: Reading, sentence: Sentence, verb: int, found: Found, act: str | None
) -> frozenset[int]:
    """Return the tokens of a content: what is strayed added, what is aside cut."""
    tokens = found.tokens - {verb}
    if found.frame == "clause":
        tokens = _without_raised(reading, sentence, verb, tokens)
    if found.core >= 0 and (found.frame == "clause" or found.core > verb):
        tokens -= _aside(sentence, found.core)
    if found.core > verb:
        if act in _TIMED and found.frame != "clause":
            tokens |= _deadline(sentence, verb, found.core)
        tokens |= _conditions(sentence, verb, found.core)
    return tokens


def _conditions(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return conditions that the parser hung on the cue: "threatened to ... if"."""
    found: set[int] = set()
    for child in sentence.children(verb, "advcl", "advmod"):
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        marks.add(sentence[child].text.lower())
        if child > core and marks & _CONDITIONAL:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _deadline(sentence: Sentence, verb: int, core: int) -> frozenset[int]:
    """Return the term of a demand: "asked for answers by Friday"."""
    found: set[int] = set()
    for child in sentence.children(verb, "obl"):
        if child > core and sentence.case_of(child) in {"by", "before", "within"}:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _aside(sentence: Sentence, core: int) -> frozenset[int]:
    """Return what the report adds after a comma: ", as the North threatened ..."."""
    found: set[int] = set()
    for child in sentence.children(core, "advcl"):
        if child < core:
            continue
        start = sentence.subtree(child)[0]
        marks = {sentence[c].text.lower() for c in sentence.children(child, "mark")}
        comma = start > 0 and sentence[start - 1].text == ","
        if comma and marks & _MEANWHILE and sentence.child(child, "nsubj") is not None:
            found.update(sentence.subtree(child))
    return frozenset(found)


def _without_raised(
    reading: Reading, sentence: Sentence, verb: int, tokens: frozenset[int]
) -> frozenset[int]:
    """Cut further cues that belong to the same speaker: ", adding that ..."."""
    for index in sorted(tokens):
        if sentence[index].tag not in {"VBG", "VBD", "VBN"} or index not in tokens:
            continue
        if raised_to(sentence, index) == verb and frames_of(reading, sentence, index):
            tokens -= subtree(sentence, index)
    return tokens


def _source(reading: Reading, sentence: Sentence, verb: int) -> int | None:
    """Find who speaks; words inside a quotation do not govern those outside.

    A participle after a badly closed quotation is often parsed as part of it.
    """
    current = verb
    while reading.quotation_at(sentence[current].start) is not None or (
        current == verb
        and sentence[verb].head >= 0
        and reading.quotation_at(sentence[sentence[verb].head].start) is not None
    ):
        current = sentence[current].head
        if current < 0:
            return None
    if current != verb:
        while sentence[current].upos not in _VERBAL and sentence[current].head >= 0:
            current = sentence[current].head
    return source_of(sentence, current)


def _relay(
    reading: Reading, sentence: Sentence, verb: int, source: int | None
) -> int | None:
    """Find who brought it: "she delivered a letter in which he asked ..."."""
    noun = container_of(sentence, verb, reading.lexicon.documents)
    above = None if noun is None else governor(sentence, noun)
    if above is None or not is_said(sentence, above, reading.lexicon):
        return None
    bearer = source_of(sentence, above)
    return None if bearer == source else bearer


def _content(
    reading: Reading, sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    for frame, find in _FRAMES:
        if frame in frames:
            found = find(sentence, verb)
            if found is not None and not _is_trap(reading, sentence, verb, found):
                return found
    for finder in (_prepositional_infinitive, _object_and_phrase):
        found = finder(sentence, verb, frames)
        if found is not None:
            return found
    if "as" in frames:
        found = _predicative(sentence, verb) or _quoted_predicate(
            reading, sentence, verb
        )
        if found is not None:
            return found
    found = _object(sentence, verb) if "object" in frames else None
    if found is None or _is_trap(reading, sentence, verb, found):
        return _phrase(sentence, verb, frames)
    return None if _is_voiced(reading, sentence, verb, found.core) else found


def _is_voiced(reading: Reading, sentence: Sentence, verb: int, noun: int) -> bool:
    """Tell whether the object is a noun of saying, read by rules of its own."""
    lexicon = reading.lexicon
    lemma = sentence[noun].lemma.lower()
    frames = lexicon.nouns.get(lemma) or lexicon.nouns.get(sentence[noun].text.lower())
    return (
        frames is not None
        and "self" in frames
        and sentence[verb].lemma in lexicon.supports
    )


def _is_trap(reading: Reading, sentence: Sentence, verb: int, found: Found) -> bool:
    if found.frame != "object":
        return False
    nouns = reading.lexicon.not_said.get(sentence[verb].lemma)
    return nouns is not None and sentence[found.core].lemma.lower() in nouns


def subtree(
    sentence: Sentence, top: int, *, without: frozenset[str] = frozenset()
) -> frozenset[int]:
    """Return the tokens of a subtree as a set."""
    return frozenset(sentence.subtree(top, without=without))


def _told(sentence: Sentence, verb: int) -> tuple[int, ...]:
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


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    return any(
        sentence[child].tag == "TO" for child in sentence.children(verb, "aux", "mark")
    )


def _clause(sentence: Sentence, verb: int) -> Found | None:
    clauses = [
        child
        for child in sentence.children(verb, "ccomp")
        if not _is_infinitive(sentence, child)
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
        told = () if not right else _told(sentence, verb)
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


def _infinitive(sentence: Sentence, verb: int) -> Found | None:
    for child in sentence.children(verb, "xcomp"):
        if sentence[child].lemma in _NO_NEWS and sentence[verb].lemma in _SHUNS:
            return None
        if child > verb and _is_infinitive(sentence, child):
            return Found("inf", subtree(sentence, child), child)
    for child in sentence.children(verb, "advcl"):
        # "had promised in 2021 to publish": far from its verb, it counts as a purpose.
        bare = sentence.child(child, "nsubj", "mark") is None
        if child > verb + 1 and bare and _is_infinitive(sentence, child):
            return Found("inf", subtree(sentence, child), child)
    return None


def _object_infinitive(sentence: Sentence, verb: int) -> Found | None:
    for child in sentence.children(verb, "ccomp"):
        subject = sentence.child(child, "nsubj")
        if child > verb and subject is not None and _is_infinitive(sentence, child):
            told = subtree(sentence, subject)
            tokens = subtree(sentence, child) - told
            return Found("obj-inf", tokens, child, (subject,))
    told_one = sentence.child(verb, *OBJECTS)
    clause = _infinitive(sentence, verb)
    if told_one is None or clause is None or told_one > clause.core:
        return None
    return Found("obj-inf", clause.tokens, clause.core, (told_one,))


def _gerund(sentence: Sentence, verb: int) -> Found | None:
    for child in sentence.children(verb, "xcomp", "ccomp"):
        if child > verb and sentence[child].tag == "VBG":
            return Found("gerund", subtree(sentence, child), child)
    return None


# In this order: the more of the sentence a frame explains, the sooner it is tried.
_FRAMES: tuple[tuple[str, Callable[[Sentence, int], Found | None]], ...] = (
    ("clause", _clause),
    ("obj-inf", _object_infinitive),
    ("inf", _infinitive),
    ("gerund", _gerund),
)


def _phrases(
    sentence: Sentence, verb: int
) -> Iterator[tuple[str, int, int | None, frozenset[int]]]:
    """Yield preposition, head, preposition token and tokens of what follows."""
    for child in sentence.children(verb, "obl", "advcl", "nmod"):
        if child < verb:
            continue
        for case in sentence.children(child, "case", "mark"):
            word = sentence[case].text.lower()
            if word in _PREPOSITIONS:
                tokens = subtree(sentence, child) - {case}
                yield _ALIAS.get(word, word), child, case, tokens
                break


def _prepositional_infinitive(
    sentence: Sentence, verb: int, frames: Frames
) -> Found | None:
    """Read "called on the young to guard" and "called for troops to leave"."""
    for word, child, case, tokens in _phrases(sentence, verb):
        frame = f"{word}-inf"
        if frame not in frames:
            continue
        clause = _infinitive(sentence, verb)
        if clause is not None and clause.core > child:
            inside = clause.tokens
            return Found(frame, inside, clause.core, (child,), case)
        if _is_infinitive(sentence, child):
            subject = sentence.child(child, "nsubj")
            told = () if subject is None else (subject,)
            return Found(frame, tokens, child, told, case)
        below = [c for c in sentence.children(child, "acl") if c > child]
        if word != "for" and below and _is_infinitive(sentence, below[0]):
            inside = subtree(sentence, below[0])
            return Found(frame, inside, below[0], (child,), case)
    return None


def _object_and_phrase(sentence: Sentence, verb: int, frames: Frames) -> Found | None:
    """Read "accused Mali of theft", "briefed her on the talks"."""
    target = sentence.child(verb, "obj", "iobj")
    passive = sentence.is_passive(verb)
    if target is None and passive:
        target = sentence.child(verb, "nsubj:pass")
    if target is None or (target < verb and not passive):
        return None
    for holder in (verb, target):
        for word, child, case, tokens in _phrases(sentence, holder):
            frame = f"obj-{word}"
            if frame not in frames or child == target:
                continue
            if sentence[verb].lemma in _TOLD:
                return Found(frame, tokens, child, (target,))
            if word == "at" and not _has_number(sentence, tokens):
                continue
            whole = subtree(sentence, target) | tokens
            whole |= frozenset() if case is None else {case}
            return Found(frame, whole, child, (target,))
    return None


def _has_number(sentence: Sentence, tokens: frozenset[int]) -> bool:
    return any(sentence[token].upos == "NUM" for token in tokens)


def _predicative(sentence: Sentence, verb: int) -> Found | None:
    """Read "called the tour a fraud" and "described it as a fraud"."""
    passive = sentence.is_passive(verb)
    target = sentence.child(verb, "nsubj:pass" if passive else "obj")
    if not passive and target is not None and sentence[target].tag == "WP":
        return _after_what(sentence, verb)
    return _small_clause(sentence, verb, target) or _with_as(sentence, verb, target)


def _quoted_predicate(reading: Reading, sentence: Sentence, verb: int) -> Found | None:
    """Read 'called the letter "ten years late"', whatever the parser makes of it."""
    target = sentence.child(verb, "obj")
    if target is None or target < verb or sentence[verb].lemma not in _NAMING:
        return None
    for place in range(target + 1, min(target + 8, len(sentence))):
        quotation = reading.quotation_at(sentence[place].start)
        if quotation is not None:
            quoted = {
                index
                for index in range(place, len(sentence))
                if sentence[index].start < quotation.end
            }
            whole = frozenset(range(verb + 1, place)) | quoted
            return Found("as", whole, place)
    return None


def _small_clause(sentence: Sentence, verb: int, target: int | None) -> Found | None:
    for child in sentence.children(verb, "xcomp", "ccomp"):
        nominal = sentence[child].upos not in {"VERB", "AUX"}
        if nominal and child > verb and not _is_infinitive(sentence, child):
            whole = subtree(sentence, child)
            if target is not None:
                whole |= subtree(sentence, target)
            return Found("as", whole, child)
    return None


def _with_as(sentence: Sentence, verb: int, target: int | None) -> Found | None:
    if target is None:
        return None
    bare = _bare_as(sentence, verb, target)
    if bare is not None:
        return bare
    for holder in (verb, target):
        for word, child, case, tokens in _phrases(sentence, holder):
            if word == "as" and case is not None:
                whole = subtree(sentence, target) | tokens | {case}
                return Found("as", whole, child)
    return None


def _after_what(sentence: Sentence, verb: int) -> Found | None:
    """Read "what they label a coup": the predicate is taken for a second object."""
    for child in sentence.children(verb, "obj", "xcomp"):
        if child > verb:
            return Found("as", subtree(sentence, child), child)
    return None


def _bare_as(sentence: Sentence, verb: int, target: int) -> Found | None:
    """Read "praised the summit as brave", where "as" governs an adjective."""
    for child in sentence.children(verb, "advmod", "advcl"):
        below = subtree(sentence, child)
        if sentence[child].text.lower() == "as" and child > target and len(below) > 1:
            return Found("as", subtree(sentence, target) | below, child)
    return None


def _object(sentence: Sentence, verb: int) -> Found | None:
    if sentence.is_passive(verb):
        child = sentence.child(verb, "nsubj:pass")
        if child is None or sentence.child(verb, "obl:agent") is None:
            return None
        return Found("object", subtree(sentence, child), child)
    for child in sentence.children(verb, "obj"):
        if child > verb:
            tokens = set(subtree(sentence, child))
            _take_phrases(sentence, verb, child, tokens)
            return Found("object", frozenset(tokens), child)
    return None


def _take_phrases(sentence: Sentence, verb: int, child: int, tokens: set[int]) -> None:
    """Add phrases that the parser hung on the verb instead of the object.

    "His attachment to a solution": a phrase right behind a noun of the kind that
    takes one.
    """
    for phrase in sentence.children(verb, "obl"):
        if phrase < child:
            continue
        below = sentence.subtree(phrase)
        case = sentence.case_of(phrase)
        taking = sentence[child].lemma in _TAKING and below[0] == max(tokens) + 1
        if case == "of" or (case in {"to", "for", "on"} and taking):
            tokens.update(below)


def _phrase(sentence: Sentence, verb: int, frames: Frames) -> Found | None:
    for word, child, case, tokens in _phrases(sentence, verb):
        if word == "for" and sentence.child(verb, "obj") is not None:
            continue
        if word in frames:
            told = tuple(one for one in _told(sentence, verb) if one != child)
            return Found(word, tokens, child, told, case)
    return None
