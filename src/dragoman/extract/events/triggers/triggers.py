"""Find the words of a sentence that tell an event, with what they ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.clauses.clause import (
    Clause,
    read_clause,
)
from dragoman.extract.clauses.made import find_made
from dragoman.extract.clauses.predicates import is_turned, runs_into
from dragoman.extract.events.triggers.blame import Blame, find_blame
from dragoman.extract.events.triggers.compounds import last_part
from dragoman.extract.events.triggers.patterns import (
    MEASURES,
    Classes,
    find_object,
    has_complement,
    has_modifiers,
    has_particles,
    has_phrase,
    is_called,
    is_done_by,
)
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import EventOntology, Trigger

_VERBAL = frozenset({"VERB", "AUX"})
_FUNCTION = frozenset({"aux", "aux:pass", "case", "amod", "compound"})
# Frames in which what is spoken of is told by itself: "condemned the arrest of Lee".
_SAYING = frozenset({"deploring", "plea", "word"})
# Types of words and of working together.
_SOFT = frozenset(
    {"ACCUSE", "AGREE", "CONCEDE", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"}
    | {"THREATEN"}
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
    compounds = {base for base in tree.lemmas if last_part(base) != base}
    inner = map(last_part, compounds)
    met = ontology.needs_met(tree.lemmas.union(inner, *classes.values()))
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
        copular = token.upos == "ADJ" and (
            tree.child(index, "cop") is not None or token.deprel == "acl"
        )  # "the minister, due in Rome on Sunday"
        if not verbal and not copular:
            continue
        there = [one for one in candidates if _may_be_there(one, tree, met)]
        match = _match_verb(tree, index, there, classes) if there else None
        if match is not None and (
            _is_shared(tree, ontology, match, taken) or _is_told_by_noun(tree, match)
        ):
            continue  # "a rally called by the union was banned": the noun tells it
        if token.tag == "VBN" and _is_left(tree, index, ontology):
            continue  # "left five injured": of whatever left them so
        if match is not None:
            found.append(match)
            taken.add(index)
            # "welcomed the release of Lee": said of a deed that is told as well;
            # "called off the strike": so too what is not to be
            apart = match.trigger.frame.name in _SAYING or _is_dropped(match)
            if match.noun is not None and not apart:
                taken.add(match.noun)
                taken.update(_measured(tree, match.noun))
    found.extend(_find_nouns(tree, ontology, taken, classes, compounds))
    return sorted(found, key=lambda match: match.head)


def _is_shared(
    tree: Sentence, ontology: EventOntology, match: Match, taken: set[int]
) -> bool:
    """Tell whether the noun of a pattern tells an event that is counted already.

    Not of a town: "retook the town that rebels had captured" tells two.
    """
    noun = match.noun
    return (
        noun is not None
        and noun in taken
        and (tree[noun].lemma.lower() in ontology.nouns)
    )


def _is_dropped(match: Match) -> bool:
    """Tell whether a verb only says that somebody gives up what its noun tells."""
    return match.trigger.type == "CONCEDE" and match.trigger.words == ("off",)


def _hyphened(tree: Sentence, verb: int) -> str:
    """Return the base form of a verb, with what a hyphen joins: "test-fired"."""
    lemma = tree.bases[verb]
    if verb < 2 or tree[verb - 1].text != "-":
        return lemma
    return f"{tree.lowered[verb - 2]}-{lemma}"


def _measured(tree: Sentence, noun: int) -> Iterator[int]:
    """Yield what a round is one of: "a round of talks was held" tells it once."""
    if tree[noun].lemma.lower() in MEASURES:
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
    tree: Sentence,
    ontology: EventOntology,
    taken: set[int],
    classes: Classes,
    compounds: set[str],
) -> Iterator[Match]:
    told = {*tree.find_lemmas(compounds), *tree.find_lemmas(ontology.nouns.keys())}
    for index in sorted({0, *told}):
        if index in taken:
            continue
        token, lemma = tree[index], _lemma_of_noun(tree, index)
        nouns = ontology.nouns.get(lemma) or ontology.nouns.get(last_part(lemma))
        if nouns is None or token.deprel in {"compound", "flat"}:
            continue
        if token.text == "March" and token.upos == "PROPN":
            continue  # the month
        if token.text == "protest" and tree.case_of(index) == "in":
            continue  # "left the talks in protest"
        if _measures_out(tree, index, ontology):
            continue
        for trigger in nouns:
            if _tells(tree, index, trigger, classes):
                yield _make_match(tree, trigger, index)
                break


def _tells(tree: Sentence, noun: int, trigger: Trigger, classes: Classes) -> bool:
    """Tell whether a noun stands as a pattern has it."""
    if trigger.type == "ASSAULT" and _is_name(tree, noun):
        return False
    asked = trigger.prepositions
    if asked and tree.case_of(noun) not in asked:
        return False
    modified = has_modifiers(tree, noun, trigger.words)
    return modified and is_done_by(tree, noun, trigger, classes)


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
        tree.case_of(child) == "of"
        and any(  # "the signing of an agreement": no deed but with "under"
            not one.prepositions
            for one in ontology.nouns.get(tree[child].lemma.lower(), ())
        )
        for child in tree.children(noun, "nmod")
    )


def find_next(
    tree: Sentence, match: Match, ontology: EventOntology, classes: Classes
) -> Match | None:
    """Return what else the verb of a match may tell, if its frame was not filled.

    Only among acts of words and of working together, whose frames ask for more or
    less of the same: "denounced the coup" has nobody denounced, but tells enough.
    """
    lemma = match.trigger.lemma
    later = ontology.verbs.get(lemma, ())
    if match.clause is None or match.trigger not in later:
        return None
    place = later.index(match.trigger) + 1
    # What was tried before is not tried again, whichever group of patterns repeats it.
    tried = later[:place]
    met = ontology.needs_met(tree.lemmas)
    rest = [
        one
        for one in later[place:]
        if one not in tried
        and (one.type in _SOFT or one.mode == match.trigger.mode == "meeting")
        and _may_be_there(one, tree, met)
    ]
    meets = match.trigger.mode == "meeting"
    if not rest or not (meets or match.trigger.type in _SOFT):
        return None
    return _match_verb(tree, match.head, rest, classes, match.clause)


def _match_verb(
    tree: Sentence,
    verb: int,
    candidates: Sequence[Trigger],
    classes: Classes,
    clause: Clause | None = None,
) -> Match | None:
    turned = is_turned(tree, verb)
    for trigger in candidates:
        if (turned and trigger.stands_alone) or _is_apart(tree, verb, trigger):
            continue
        if not has_particles(tree, verb, trigger.words):
            continue
        if clause is None:
            clause = read_clause(tree, verb)
        if trigger.subjects and not any(
            is_called(tree, token, trigger.subjects, classes)
            for token in clause.subjects
        ):
            continue
        if trigger.complements and not has_complement(tree, verb, trigger):
            continue
        if trigger.objects:
            noun = find_object(tree, clause, trigger, classes)
            if noun is not None:
                return _make_match(tree, trigger, verb, clause, noun)
            continue
        if trigger.prepositions and not has_phrase(tree, clause, trigger):
            continue
        return _make_match(tree, trigger, verb, clause)
    return None


def _match_state(
    tree: Sentence, noun: int, candidates: Sequence[Trigger], classes: Classes
) -> Match | None:
    """Return the trigger of "is in custody", "are on their way to": a noun tells it."""
    case = tree.case_of(noun)
    for trigger in candidates:
        if case not in trigger.prepositions or not case:
            continue
        if not (is_called(tree, noun, trigger.objects, classes) and trigger.objects):
            continue
        clause = read_clause(tree, noun)
        if not trigger.subjects or any(
            is_called(tree, token, trigger.subjects, classes)
            for token in clause.subjects
        ):
            return _make_match(tree, trigger, noun, clause, noun)
    return None


def _is_apart(tree: Sentence, verb: int, trigger: Trigger) -> bool:
    """Tell whether what hangs on a verb makes another deed of it."""
    if trigger.type == "REQUEST":
        return is_carried_out(tree, verb)
    return trigger.type == "SUPPORT" and _is_bidding(tree, verb)


def is_carried_out(tree: Sentence, verb: int) -> bool:
    """Tell whether an order is the deed: "ordered Lee held", nobody is asked."""
    if tree[verb].lemma not in {"order", "want"}:
        return False
    below = tree.children(verb, "xcomp", "ccomp")
    if any(tree[clause].tag == "VB" for clause in below):
        return False  # "wants envoys based in Gao to meet him"
    for noun in tree.children(verb, "obj"):
        below += tree.children(noun, "acl")
    return any(find_made(tree, child) is not None for child in below)


def _is_bidding(tree: Sentence, verb: int) -> bool:
    """Tell "encouraged them to vote", which asks it of them, from "encouraged them"."""
    return tree[verb].lemma == "encourage" and any(
        tree[child].tag == "VB" for child in tree.children(verb, "xcomp", "advcl")
    )


def _may_be_there(trigger: Trigger, tree: Sentence, met: int) -> bool:
    """Tell whether a sentence has the words that a pattern asks for, wherever.

    Args:
        trigger: The pattern.
        tree: The sentence.
        met: What patterns ask for that it has.
    """
    needs = trigger.needs
    return needs & met == needs and (
        not trigger.words or tree.words.issuperset(trigger.words)
    )


def _make_match(
    tree: Sentence,
    trigger: Trigger,
    head: int,
    clause: Clause | None = None,
    noun: int | None = None,
) -> Match:
    blame = find_blame(tree, head) if trigger.type == "ASSAULT" else None
    return Match(trigger, head, clause, noun, blame)
