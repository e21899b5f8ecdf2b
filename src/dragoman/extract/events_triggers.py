"""Find the words of a sentence that tell an event, with what they ask for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.extract.events_blame import Blame, find_blame
from dragoman.extract.events_clause import (
    Clause,
    read_clause,
)
from dragoman.extract.events_predicates import is_called_off, is_turned, runs_into
from dragoman.model.syntax import TENSED, Sentence
from dragoman.schema.loader import EventOntology, Trigger
from dragoman.text.calendar_names import CALENDAR_KEYS

_VERBAL = frozenset({"VERB", "AUX"})
_FUNCTION = frozenset({"aux", "aux:pass", "case", "amod", "compound"})
# Nouns that only measure out what follows: "two tons of rice", "a round of talks".
_MEASURES = frozenset(
    {"series", "round", "number", "ton", "tonne", "kilo", "box", "truckload", "lot"}
    | {"state", "set", "batch", "package", "worth", "couple", "string", "wave"}
    | {"ten", "dozen", "score", "hundred", "thousand", "million"}
    | {"barrage", "part", "most", "half", "day", "week", "hour", "month", "all", "some"}
    | {"one", "each", "any", "none", "both", "many", "several", "majority", "handful"}
)
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


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger found in a sentence.

    Attributes:
        trigger: What was found.
        head: The verb, or the noun of a noun trigger.
        clause: Arguments of the verb, ``None`` for nouns.
        noun: Object that belongs to the trigger ("talks" in "held talks").
        blame: The accusation around an attack, if somebody is blamed for it.
    """

    trigger: Trigger
    head: int
    clause: Clause | None
    noun: int | None = None
    blame: Blame | None = None


# Heads of phrases by what they refer to, in words that patterns ask for.
Classes = Mapping[int, frozenset[str]]


def find_triggers(
    tree: Sentence, ontology: EventOntology, classes: Classes
) -> list[Match]:
    """Return the triggers of a sentence, verbs with their nouns counted once.

    Args:
        tree: The sentence.
        ontology: Patterns of verbs and nouns.
        classes: What names and pronouns refer to: "Gao", a town, came under fire.
    """
    found: list[Match] = []
    taken: set[int] = set()
    words, lemmas = tree.words, tree.lemmas.union(*classes.values())
    told = tree.find_lemmas(ontology.verbs.keys())
    for index in range(len(tree)) if "-" in tree.words else told:
        token = tree[index]
        lemma = _hyphened(tree, index)
        candidates = ontology.verbs.get(lemma)
        if candidates is None or token.deprel in _FUNCTION:
            continue
        if token.deprel == "cop":
            match = _match_state(tree, token.head, candidates, classes)
            if match is not None and match.head not in taken:
                found.append(match)
                taken.add(match.head)
            continue
        verbal = token.upos in _VERBAL or token.tag.startswith("VB")
        # "is ready to", "is willing to": an adjective with its copula
        copular = token.upos == "ADJ" and tree.child(index, "cop") is not None
        if not verbal and not copular:
            continue
        hinted = not ontology.hints[lemma].isdisjoint(lemmas)
        there = [
            one
            for one in candidates
            if (hinted or not one.asked) and _may_be_there(one, words, lemmas)
        ]
        match = _match_verb(tree, index, there, classes) if there else None
        if match is not None and (match.noun in taken or _is_told_by_noun(tree, match)):
            continue  # "a rally called by the union was banned": the noun tells it
        if token.tag == "VBN" and _is_left(tree, index, ontology):
            continue  # "left five injured": of whatever left them so
        if match is not None:
            found.append(match)
            taken.add(index)
            # "welcomed the release of Lee": said of a deed that is told as well;
            # "called off the strike": so too what is not to be
            apart = match.trigger.frame.name == "word" or _is_dropped(match)
            if match.noun is not None and not apart:
                taken.add(match.noun)
                taken.update(_measured(tree, match.noun))
    found.extend(_find_nouns(tree, ontology, taken, classes))
    return sorted(found, key=lambda match: match.head)


def _is_dropped(match: Match) -> bool:
    """Tell whether a verb only says that somebody gives up what its noun tells."""
    return match.trigger.type == "CONCEDE" and match.trigger.words == ("off",)


def _hyphened(tree: Sentence, verb: int) -> str:
    """Return the base form of a verb, with what a hyphen joins: "test-fired"."""
    lemma = tree[verb].lemma.lower()
    if verb < 2 or tree[verb - 1].text != "-":
        return lemma
    return f"{tree[verb - 2].text.lower()}-{lemma}"


def _measured(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield what a round is one of: "a round of talks was held" tells it once."""
    if tree[noun].lemma.lower() in _MEASURES:
        yield from (
            child
            for child in tree.children(noun, "nmod")
            if tree.case_of(child) == "of"
        )


def _is_told_by_noun(tree: Sentence, match: Match) -> bool:
    """Tell whether a clause only says who called for an event, or held whom."""
    trigger = match.trigger
    if runs_into(tree, match.head):
        return True
    top = match.head
    while tree[top].deprel == "xcomp":
        top = tree[top].head
    if match.noun is not None and tree[top].head == match.noun:
        # "talks that Chad had proposed", "a round of talks that was to open in May"
        measured = next(_measured(tree, match.noun), None) is not None
        # "following a visit to Chad undertaken at the invitation of Lee"
        made = trigger.mode == "visit" and tree[top].deprel == "acl"
        made = made and tree.child(top, "obl:agent") is None
        if measured or made or trigger.mode == "promise":
            return True
    held = trigger.mode == "abduct" and trigger.lemma == "hold"
    granted = trigger.frame.name == "feast" and tree[top].head == match.noun
    # "A rally called by Lee", "an audience granted to Lee"
    told = trigger.frame.name == "called" or held or granted
    return told and tree[match.head].deprel.startswith("acl")


def _is_left(tree: Sentence, verb: int, ontology: EventOntology) -> bool:
    """Tell whether a participle is how somebody was left: "leaving five injured"."""
    if tree[verb].lemma.lower() not in ontology.sets["slain"]:
        return False
    above = tree[verb].head
    if above >= 0 and tree[verb].deprel in {"acl", "amod"} and above < verb:
        above = tree[above].head if tree[above].deprel == "obj" else -1
    return above >= 0 and tree[above].lemma == "leave" and above < verb


def _find_nouns(
    tree: Sentence, ontology: EventOntology, taken: set[int], classes: Classes
) -> Iterator[Match]:
    for index in sorted({0, *tree.find_lemmas(ontology.nouns.keys())}):
        if index in taken:
            continue
        token = tree[index]
        nouns = ontology.nouns.get(_lemma_of_noun(tree, index))
        if nouns is None or token.deprel in {"compound", "flat"}:
            continue
        if token.text == "March" and token.upos == "PROPN":
            continue  # the month
        if token.text == "protest" and tree.case_of(index) == "in":
            continue  # "left the talks in protest"
        if _measures_out(tree, index, ontology):
            continue
        for trigger in nouns:
            if trigger.type == "ASSAULT" and _is_name(tree, index):
                continue
            if _has_modifiers(tree, index, trigger.words) and _is_done_by(
                tree, index, trigger, classes
            ):
                yield _make_match(tree, trigger, index)
                break


def _is_name(tree: Sentence, noun: int) -> bool:
    """Tell whether a noun is the end of the name of a battle: "the Korun Offensive"."""
    return tree[noun].upos == "PROPN" and any(
        tree[child].upos == "PROPN" for child in tree.children(noun, "compound")
    )


def _lemma_of_noun(tree: Sentence, index: int) -> str:
    """Return the base form of a noun, empty if a word is none.

    At the head of a sentence its capital makes a name of "Clashes".
    """
    token = tree[index]
    low = token.text.lower()
    if token.upos not in {"NOUN", "PROPN"}:
        return ""
    plural = token.lemma.lower() == low and low.endswith("es") and index == 0
    return low[:-2] if plural and token.upos == "PROPN" else token.lemma.lower()


def _measures_out(tree: Sentence, noun: int, ontology: EventOntology) -> bool:
    """Tell whether a noun only counts what follows: "a second round of talks"."""
    return any(
        tree.case_of(child) == "of" and tree[child].lemma.lower() in ontology.nouns
        for child in tree.children(noun, "nmod")
    )


# Behind a preposition they tell when, not what: "attacked the convoy over the weekend".
_TIMES = CALENDAR_KEYS | {
    *("weekend", "night", "day", "week", "month", "year", "evening", "morning"),
    *("afternoon", "hour", "decade", "period", "minute", "summer", "winter", "noon"),
}


def _match_verb(
    tree: Sentence, verb: int, candidates: Sequence[Trigger], classes: Classes
) -> Match | None:
    clause: Clause | None = None
    turned = is_turned(tree, verb)
    for trigger in candidates:
        other = turned and trigger.stands_alone
        if other or (trigger.type == "SUPPORT" and _is_bidding(tree, verb)):
            continue
        if not _has_particles(tree, verb, trigger.words):
            continue
        if clause is None:
            clause = read_clause(tree, verb)
        if trigger.subjects and not any(
            _is_called(tree, token, trigger.subjects, classes)
            for token in clause.subjects
        ):
            continue
        if trigger.complements and not _has_complement(tree, verb, trigger):
            continue
        if trigger.objects:
            noun = _find_object(tree, clause, trigger, classes)
            if noun is not None:
                return _make_match(tree, trigger, verb, clause, noun)
            continue
        if trigger.prepositions and not _has_phrase(tree, clause, trigger):
            continue
        return _make_match(tree, trigger, verb, clause)
    return None


def _has_phrase(tree: Sentence, clause: Clause, trigger: Trigger) -> bool:
    """Tell whether a verb has one of the prepositions that a pattern asks for.

    What somebody is kept from may be a clause too: "barred Lee from leaving".
    """
    return any(
        _opens(one.case, trigger)
        # "The chief was fired on Monday": nobody shot.
        and tree[one.token].lemma.lower() not in _TIMES
        for one in clause.obliques
    ) or any(
        tree[mark].text.lower() in trigger.prepositions
        for child in tree.children(clause.verb, "advcl", "xcomp", "ccomp")
        if tree[child].tag == "VBG"
        for mark in tree.children(child, "mark", "case")
    )


def _opens(case: str, trigger: Trigger) -> bool:
    """Tell whether a preposition is asked for: "of", or "out of" after "walk out"."""
    if case in trigger.prepositions:
        return True
    particle, _, last = case.rpartition(" ")
    return particle in trigger.words and last in trigger.prepositions


def _is_called(
    tree: Sentence, noun: int, allowed: frozenset[str], classes: Classes
) -> bool:
    """Tell whether a noun, or it with a word before it, is in a set: "rescue team".

    Or what it refers to is: "M23" is a militia.
    """
    if not allowed.isdisjoint(classes.get(noun, ())):
        return True
    lemma = tree[noun].lemma.lower()
    if not noun and tree[noun].tag == "NNPS":
        lemma = lemma.removesuffix("s")  # a capital made a name of "Dockers"
    return lemma in allowed or any(
        f"{tree[child].lemma.lower()} {lemma}" in allowed
        for child in tree.children(noun, "compound", "amod")
    )


def _match_state(
    tree: Sentence, noun: int, candidates: Sequence[Trigger], classes: Classes
) -> Match | None:
    """Return the trigger of "is in custody", "are on their way to": a noun tells it."""
    case = tree.case_of(noun)
    for trigger in candidates:
        if case not in trigger.prepositions or not case:
            continue
        if not (_is_called(tree, noun, trigger.objects, classes) and trigger.objects):
            continue
        clause = read_clause(tree, noun)
        if not trigger.subjects or any(
            _is_called(tree, token, trigger.subjects, classes)
            for token in clause.subjects
        ):
            return _make_match(tree, trigger, noun, clause, noun)
    return None


def _is_bidding(tree: Sentence, verb: int) -> bool:
    """Tell "encouraged them to vote", which asks it of them, from "encouraged them"."""
    return tree[verb].lemma == "encourage" and any(
        tree[child].tag == "VB" for child in tree.children(verb, "xcomp", "advcl")
    )


def _may_be_there(
    trigger: Trigger, words: frozenset[str], lemmas: frozenset[str]
) -> bool:
    """Tell whether a sentence has the words that a pattern asks for, wherever."""
    for asked in trigger.asked:
        if asked.isdisjoint(lemmas):
            return False
    return words.issuperset(trigger.words)


def _make_match(
    tree: Sentence,
    trigger: Trigger,
    head: int,
    clause: Clause | None = None,
    noun: int | None = None,
) -> Match:
    blame = find_blame(tree, head) if trigger.type == "ASSAULT" else None
    return Match(trigger, head, clause, noun, blame)


def _has_complement(tree: Sentence, verb: int, trigger: Trigger) -> bool:
    """Tell whether the clause that a verb opens has one of the predicates asked for.

    Besides base forms, "must" stands for any predicate with such an auxiliary.
    """
    for child in tree.children(verb, "xcomp", "ccomp", "advcl", "acl"):
        if tree.is_negated(child):
            continue  # "promised that the gates would never be closed"
        # "told the agency: I leave", "told them that he left" demand nothing.
        told = trigger.type == "REQUEST" and tree[child].tag in TENSED
        if tree[child].lemma.lower() in trigger.complements and not told:
            return True
        if trigger.complements & set(tree.auxiliaries(child)):
            return True
    return any(  # "left nine people dead", taken for "dead people"
        after > noun and tree[after].lemma.lower() in trigger.complements
        for noun in tree.children(verb, "obj")
        for after in tree.children(noun, "amod", "acl")
    )


def _has_particles(tree: Sentence, verb: int, words: tuple[str, ...]) -> bool:
    if not words:
        return not is_called_off(tree, verb)
    below = {
        tree[child].text.lower()
        for child in tree.children(verb)
        if tree[child].deprel in {"compound:prt", "advmod", "xcomp", "case"}
    }
    following = tree[verb + 1].text.lower() if verb + 1 < len(tree) else ""
    return all(word in below or word == following for word in words)


def _find_object(
    tree: Sentence, clause: Clause, trigger: Trigger, classes: Classes
) -> int | None:
    if trigger.prepositions:
        places: Iterator[int] = (
            one.token for one in clause.obliques if _opens(one.case, trigger)
        )
        return _pick(tree, places, trigger.objects, classes)
    found = _pick(tree, iter(clause.objects), trigger.objects, classes)
    if found is None and trigger.words:  # "handed in" taken for "handed / in it"
        late = (one.token for one in clause.obliques if one.case == trigger.words[-1])
        found = _pick(tree, late, trigger.objects, classes)
    if found is None and clause.passive:
        return None
    return found


def _pick(
    tree: Sentence, tokens: Iterator[int], allowed: frozenset[str], classes: Classes
) -> int | None:
    for token in tokens:
        for head in tree.conjuncts(token):
            lemma = tree[head].lemma.lower()
            if lemma in allowed or not allowed.isdisjoint(classes.get(head, ())):
                return head
            named = tree[head].upos == "PROPN"
            titled = tree.children(head, "appos") if named else ()
            if any(tree[child].lemma.lower() in allowed for child in titled):
                return head  # "Lee, the ambassador of Chad"
            for child in tree.children(head, "compound", "amod"):
                word = tree[child].lemma.lower()
                if f"{word} {lemma}" in allowed or (named and word in allowed):
                    return head
                if lemma in _CARRIERS and word in allowed:
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
                and lemma in _MEASURES
                and _pick(tree, iter([measured]), allowed, classes) is not None
            ):
                return head
    return None


def _is_done_by(tree: Sentence, noun: int, trigger: Trigger, classes: Classes) -> bool:
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
        if not any(_is_called(tree, one, trigger.subjects, classes) for one in doers):
            return False
    if not trigger.complements:
        return True
    aimed = any(tree.case_of(c) in _AIMS for c in tree.children(noun, "nmod"))
    if verb < 0 or aimed or tree[noun].deprel not in _ARGUMENTS:
        return False
    particle = tree.child(verb, "compound:prt")
    lemma = tree[verb].lemma.lower()
    if particle is not None:
        lemma = f"{lemma} {tree[particle].text.lower()}"
    return lemma in trigger.complements


def _has_modifiers(tree: Sentence, noun: int, words: tuple[str, ...]) -> bool:
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
