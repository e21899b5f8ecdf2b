"""Whether a sentence has what a pattern asks for: particles, objects, phrases."""

from collections.abc import Iterator, Mapping

from dragoman.extract.clauses.clause import Clause
from dragoman.extract.clauses.obliques import SEVERAL
from dragoman.extract.clauses.predicates import is_called_off
from dragoman.extract.clauses.rows import find_counted
from dragoman.extract.events.triggers.compounds import last_part
from dragoman.model.syntax import TENSED, Sentence
from dragoman.schema.loader import Trigger
from dragoman.text.calendar_names import CALENDAR_KEYS

# Nouns that only measure out what follows: "two tons of rice", "a round of talks".
MEASURES = SEVERAL | frozenset(
    {"ton", "tonne", "kilo", "box", "truckload", "lot", "state", "worth"}
    | {"ten", "dozen", "score", "hundred", "thousand", "million"}
    | {"dollar", "euro", "pound", "franc", "yen", "tranche", "consignment", "load"}
    | {"barrage", "part", "most", "half", "day", "week", "hour", "month", "all", "some"}
    | {"one", "each", "any", "none", "both", "many", "several", "majority", "handful"}
)
_COUNTING = frozenset(
    {"dozen", "score", "hundred", "thousand", "number", "group", "handful", "crowd"}
    | {"some", "many", "several", "most", "pair", "couple", "party", "band", "ten"}
)
# What is in them says what they are.
_HOLDERS = frozenset({"package", "box", "parcel", "collection"})
# What a noun pattern may ask for as a preposition.
_SIDES = frozenset({"between", "with"})
# How a noun says who does it, and against whom; what it is to its verb.
_DOERS = frozenset({"by", "of"})
_AIMS = frozenset({"against", "on", "in"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
# What is done with aid may be told of "an aid programme", "an aid package".
_CARRIERS = frozenset(
    {"program", "programme", "package", "scheme", "plan", "effort", "operation"}
    | {"flight", "shipment", "delivery", "supply", "payment", "agreement", "deal"}
)
# Heads of phrases by what they refer to, in words that patterns ask for.
Classes = Mapping[int, frozenset[str]]
# Behind a preposition they tell when, not what: "attacked the convoy over the weekend".
_TIMES = CALENDAR_KEYS | {
    *("weekend", "night", "day", "week", "month", "year", "evening", "morning"),
    *("afternoon", "hour", "decade", "period", "minute", "summer", "winter", "noon"),
}


# Before a clause they tell when: "bowed before leaving", no bow before anybody.
_BEFORE = frozenset({"before", "after", "since", "while", "until"})


def has_phrase(tree: Sentence, clause: Clause, trigger: Trigger) -> bool:
    """Tell whether a verb has one of the prepositions that a pattern asks for.

    What somebody is kept from may be a clause too: "barred Lee from leaving".
    """
    return any(
        _opens(one.case, trigger)
        # "The chief was fired on Monday": nobody shot; "fired on a march" they did.
        and (
            tree[one.token].lemma.lower() not in _TIMES
            or tree[one.token].text == "march"
        )
        for one in clause.obliques
    ) or any(
        tree[mark].text.lower() in trigger.prepositions
        for child in tree.children(clause.verb, "advcl", "xcomp", "ccomp")
        if tree[child].tag == "VBG"
        for mark in tree.children(child, "mark", "case")
        if tree[mark].text.lower() not in _BEFORE
    )


def _opens(case: str, trigger: Trigger) -> bool:
    """Tell whether a preposition is asked for: "of", or "out of" after "walk out"."""
    if case in trigger.prepositions:
        return True
    particle, _, last = case.rpartition(" ")
    return particle in trigger.words and last in trigger.prepositions


def is_called(
    tree: Sentence, noun: int, allowed: frozenset[str], classes: Classes
) -> bool:
    """Tell whether a noun, or it with a word before it, is in a set: "rescue team".

    Or what it refers to is: "M23" is a militia.
    """
    if not allowed.isdisjoint(classes.get(noun, ())):
        return True
    lemma = tree[noun].lemma.lower()
    if lemma in _COUNTING and lemma not in allowed:
        counted = find_counted(tree, noun)
        if counted is not None:  # "several dozen of her supporters"
            return is_called(tree, counted, allowed, classes)
    if not noun and tree[noun].tag == "NNPS":
        lemma = lemma.removesuffix("s")  # a capital made a name of "Dockers"
    return lemma in allowed or any(
        f"{tree[child].lemma.lower()} {lemma}" in allowed
        for child in tree.children(noun, "compound", "amod")
    )


def has_complement(tree: Sentence, verb: int, trigger: Trigger) -> bool:
    """Tell whether the clause that a verb opens has one of the predicates asked for.

    Besides base forms, "must" stands for any predicate with such an auxiliary.
    """
    for child in tree.children(verb, "xcomp", "ccomp", "advcl", "acl"):
        if tree.is_negated(child) or _is_asked(tree, child):
            continue  # "promised that the gates would never be closed"
        # "told the agency: I leave", "told them that he left" demand nothing; "wants
        # to leave" asks nobody.
        told = trigger.type == "REQUEST" and (
            _is_tensed(tree, child)
            or (tree[verb].lemma == "want" and tree.child(verb, "obj") is None)
        )
        if tree[child].lemma.lower() in trigger.complements and not told:
            return True
        if trigger.complements & set(tree.auxiliaries(child)):
            return True
    return any(  # "left nine people dead", taken for "dead people"
        after > noun and tree[after].lemma.lower() in trigger.complements
        for noun in tree.children(verb, "obj")
        for after in tree.children(noun, "amod", "acl")
    )


def _is_asked(tree: Sentence, clause: int) -> bool:
    """Tell whether a clause is an open question: "did not say if they had looted"."""
    return any(
        tree[mark].text.lower() in {"if", "whether"}
        for mark in tree.children(clause, "mark")
    )


def _is_tensed(tree: Sentence, verb: int) -> bool:
    """Tell whether a predicate has a tense, its auxiliary's too."""
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    return tree[verb].tag in TENSED or any(tree[h].tag in TENSED for h in helpers)


def has_particles(tree: Sentence, verb: int, words: tuple[str, ...]) -> bool:
    """Tell whether a verb has the particles that a pattern asks for."""
    if not words:
        return not is_called_off(tree, verb)
    below = {
        tree[child].text.lower()
        for child in tree.children(verb)
        if tree[child].deprel in {"compound:prt", "advmod", "xcomp", "case"}
    }
    if "side" in words and "side" in tree.words:
        below.update(_side_by_side(tree, verb))
    following = tree[verb + 1].text.lower() if verb + 1 < len(tree) else ""
    return all(word in below or word == following for word in words)


def _side_by_side(tree: Sentence, verb: int) -> Iterator[str]:
    """Yield "side" where a verb is done side by side, however it is parsed."""
    texts = [token.text.lower() for token in tree.tokens[verb:]]
    told = zip(texts, texts[1:], texts[2:], strict=False)
    if ("side", "by", "side") in told:
        yield "side"


def find_object(
    tree: Sentence, clause: Clause, trigger: Trigger, classes: Classes
) -> int | None:
    """Return the object that a pattern asks for, or its noun behind a preposition."""
    if trigger.prepositions:
        places: Iterator[int] = (
            one.token for one in clause.obliques if _opens(one.case, trigger)
        )
        found = _pick(tree, places, trigger.objects, classes)
        if found is not None:
            return found
        # "set a mosque on fire", "put Lee on trial": the parse hangs it on the noun
        hung = (
            phrase
            for token in clause.objects
            for phrase in tree.children(token, "nmod")
            if phrase > clause.verb and _opens(tree.case_of(phrase), trigger)
        )
        return _pick(tree, hung, trigger.objects, classes)
    found = _pick(tree, iter(clause.objects), trigger.objects, classes)
    if found is None and trigger.words:  # "handed in" taken for "handed / in it"
        late = (one.token for one in clause.obliques if one.case == trigger.words[-1])
        found = _pick(tree, late, trigger.objects, classes)
    if found is None and trigger.mode == "convict":
        # "gave the clerk Omar Tal six years", whom the parse has for the object
        spans = tree.children(clause.verb, "obl:unmarked", "obl:tmod")
        found = _pick(tree, iter(spans), trigger.objects, classes)
    if found is None and clause.passive:
        return None
    return found


def _pick(
    tree: Sentence, tokens: Iterator[int], allowed: frozenset[str], classes: Classes
) -> int | None:
    for token in tokens:
        for head in tree.conjuncts(token):
            lemma = tree[head].lemma.lower()
            called = lemma in allowed or last_part(lemma) in allowed
            if called or not allowed.isdisjoint(classes.get(head, ())):
                if not _is_mere_measure(tree, head, allowed):
                    return head
                continue
            if _is_called_by_parts(tree, head, allowed):
                return head
            above = tree[head].head
            inner = tree[head].deprel == "nmod" and tree.case_of(head) == "of"
            if inner and tree[above].lemma.lower() in allowed:  # "cessation of fire"
                return above
            measured = next(
                (c for c in tree.children(head, "nmod") if tree.case_of(c) == "of"),
                None,
            )
            if (
                measured is not None
                and (lemma in MEASURES or tree[head].upos == "NUM")
                and _pick(tree, iter([measured]), allowed, classes) is not None
            ):
                return head
    return None


def _is_mere_measure(tree: Sentence, head: int, allowed: frozenset[str]) -> bool:
    """Tell "a package of papers": of nothing asked for."""
    inner = [c for c in tree.children(head, "nmod") if tree.case_of(c) == "of"]
    return tree[head].lemma.lower() in _HOLDERS and any(
        tree[child].upos == "NOUN" and tree[child].lemma.lower() not in allowed
        for child in inner
    )


def _is_called_by_parts(tree: Sentence, head: int, allowed: frozenset[str]) -> bool:
    """Tell whether the words on a noun make it one asked for: "a joint patrol"."""
    lemma, named = tree[head].lemma.lower(), tree[head].upos == "PROPN"
    titled = tree.children(head, "appos") if named else ()
    if any(tree[child].lemma.lower() in allowed for child in titled):
        return True  # "Lee, the ambassador of Chad"
    for child in tree.children(head, "compound", "amod"):
        word = tree[child].lemma.lower()
        if f"{word} {lemma}" in allowed or (named and word in allowed):
            return True
        if word == "joint" and "joint *" in allowed:
            return True  # whatever two do it with
        if lemma in _CARRIERS and word in allowed:
            return True
        if any(  # "a joint customs post", taken for a post of joint customs
            f"{tree[deep].lemma.lower()} {lemma}" in allowed
            for deep in tree.children(child, "amod")
        ):
            return True
    return False


def is_done_by(tree: Sentence, noun: int, trigger: Trigger, classes: Classes) -> bool:
    """Tell whether a noun has the doer or the verb that its pattern asks for.

    "The drivers' strike", "a strike of judges"; "a strike was called off".
    """
    verb = tree[noun].head
    if trigger.subjects:
        doers = [
            *tree.children(noun, "nmod:poss", "compound"),
            *(c for c in tree.children(noun, "nmod") if tree.case_of(c) in _DOERS),
        ]
        if verb >= 0 and any(tree[one].upos == "PRON" for one in doers):
            doers.extend(tree.children(verb, "nsubj"))  # "the union began its strike"
        if not any(is_called(tree, one, trigger.subjects, classes) for one in doers):
            return False
    if not trigger.complements:
        return True
    aimed = any(tree.case_of(c) in _AIMS for c in tree.children(noun, "nmod"))
    told = tree.children(noun, "acl:relcl")  # "a retreat, which is to be held in May"
    if verb >= 0 and tree[noun].deprel in _ARGUMENTS:
        told.append(verb)
    return not aimed and any(
        _with_particle(tree, v) in trigger.complements for v in told
    )


def _with_particle(tree: Sentence, verb: int) -> str:
    """Return the base form of a verb with its particle: "call off"."""
    particle = tree.child(verb, "compound:prt")
    lemma = tree[verb].lemma.lower()
    return lemma if particle is None else f"{lemma} {tree[particle].text.lower()}"


def has_modifiers(tree: Sentence, noun: int, words: tuple[str, ...]) -> bool:
    """Tell whether a noun has the words before it that a pattern asks for."""
    if not words:
        return True
    below = {
        tree[child].lemma.lower() for child in tree.children(noun, "compound", "amod")
    }
    below.update(  # "an exchange of prisoners"
        tree[child].lemma.lower()
        for child in tree.children(noun, "nmod")
        if tree.case_of(child) == "of"
    )
    if words[0] in _SIDES:  # "the call between A and B"
        below.update(tree.case_of(child) for child in tree.children(noun, "nmod"))
    return all(word in below for word in words)
