"""Triggers that mean something else: a clash in a debate, a protest note, a lift."""

from collections.abc import Mapping

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.clauses.predicates import is_finite, is_subjunctive
from dragoman.extract.events.draft import Filled
from dragoman.extract.events.senses.by_words import is_by_words
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.syntax import Sentence
from dragoman.text.dates_lexicon import UNITS

_PLACED = frozenset({"at", "for", "in", "near", "outside"})
_CARRIES = frozenset({"drive", "fly", "sail", "ship"})
_FIGHTS = frozenset({"battle", "clash", "duel", "skirmish", "spar"})
# Where people fight by words.
_STAGES = frozenset(
    {"campaign", "court", "courtroom", "debate", "forum", "hearing", "interview"}
    | {"parliament", "podcast", "programme", "program", "session", "show", "television"}
)
# Who fights for these, or to do something, need not lift a hand.
_STRIVES = frozenset({"fight", "battle", "struggle"})
# To do these people fight with arms.
_BY_ARMS = frozenset(
    {"hold", "seize", "capture", "take", "retake", "recapture", "control", "defend"}
    | {"repel", "dislodge", "advance", "break", "breach", "reach", "regain", "oust"}
    | {"encircle", "push", "drive", "storm", "liberate", "wrest", "reclaim", "secure"}
)
# An offer of these promises nothing.
_GIVEN_AT_ONCE = frozenset(
    {"proof", "evidence", "advice", "criticism", "explanation", "comment", "detail"}
    | {"insight", "glimpse", "view", "opinion", "reason", "example", "clue", "hint"}
    | {"account", "analysis", "assessment", "answer", "praise", "prayer", "toast"}
    | {"pointer", "rebuttal", "thought", "version", "excuse", "lesson", "reminder"}
)
_REFLEXIVE = frozenset(
    {"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"}
)
_CONSENT = frozenset({"agree", "concur"})
_TO_BE = frozenset(
    {"will", "would", "shall", "should", "must", "may", "'ll", "’ll", "'d", "’d"}
)
_TWO = 2
# What is done with a protest that is a note between states.
_NOTES = frozenset(
    {"accept", "answer", "convey", "deliver", "file", "hand", "lodge"}
    | {"register", "reject", "renew", "send", "submit"}
)


def _is_striving(
    tree: Sentence, match: Match, words: Mapping[str, frozenset[str]]
) -> bool:
    """Tell "came under fire over its policy", "fights for custody", "to keep"."""
    lemma = match.trigger.lemma
    around = () if match.clause is None else match.clause.obliques
    if match.trigger.frame.name == "under":
        # "Rome is under fire over its policy", "came under attack for the delay"
        return any(
            one.case in {"over", "for"} and tree[one.token].lemma.lower() not in UNITS
            for one in around
        )
    if lemma not in _STRIVES:
        return False
    aims = [
        tree[aim].lemma.lower()
        for aim in tree.children(match.head, "xcomp", "advcl")
        if aim > match.head and tree[aim].tag == "VB"
    ]
    held = words["targets"] | words["sites"] | words["people"] | frozenset(UNITS)
    causes = any(
        one.case == "for"
        and tree[one.token].upos == "NOUN"
        and tree[one.token].lemma.lower() not in held
        for one in around
    )
    return causes or bool(aims and _BY_ARMS.isdisjoint(aims))


def _is_given_at_once(tree: Sentence, match: Match) -> bool:
    """Tell "offered no proof" and "offered some advice" from a promise."""
    return (
        match.trigger.lemma == "offer"
        and match.trigger.mode == "promise"
        and match.clause is not None
        and any(tree[o].lemma.lower() in _GIVEN_AT_ONCE for o in match.clause.objects)
    )


def _is_opinion(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody shares a view: "agreed that it was late".

    What is to be is agreed as a deed: "that talks would go on", "that they meet".
    """
    return any(
        is_finite(tree, clause)
        and (
            tree[clause].text.lower() != tree[clause].lemma.lower()
            or bool(tree.children(clause, "aux", "cop"))
        )
        and _TO_BE.isdisjoint(
            tree[aux].text.lower() for aux in tree.children(clause, "aux")
        )
        for clause in tree.children(verb, "ccomp")
    )


def _is_done_to_self(tree: Sentence, match: Match) -> bool:
    """Tell "tortured himself over it", "shot itself in the foot"."""
    return match.clause is not None and any(
        tree[token].text.lower() in _REFLEXIVE and token != match.noun
        for token in match.clause.objects
    )


def _is_wished(tree: Sentence, clause: int) -> bool:
    """Tell "that Chad withdraw", "that he be freed", from "that Chad was ready"."""
    if is_subjunctive(tree, clause):
        return not any(
            tree[aux].lemma.lower() in {"do", "have"}
            for aux in tree.children(clause, "aux")
        )
    told = tree.children(clause, "aux", "cop")
    return not told and tree[clause].text.lower() == tree[clause].lemma.lower()


def _is_told_flatly(tree: Sentence, verb: int) -> bool:
    """Tell "insists that it is late", "insisted on staying out": nothing is asked."""
    if tree[verb].lemma.lower() != "insist":
        return False
    wishes = tree.children(verb, "ccomp")
    if any(_is_wished(tree, wish) for wish in wishes):
        return False
    own = any(
        tree[child].tag == "VBG" and tree.child(child, "nsubj") is None
        for child in tree.children(verb, "advcl", "obl", "xcomp")
    )
    return own or bool(wishes) or not find_obliques(tree, verb)


def asks_nothing(tree: Sentence, verb: int) -> bool:
    """Tell whether what looks like a demand asks nobody for anything.

    Sources request anonymity.
    """
    wanted = [*tree.children(verb, "obj")]
    wanted += [one.token for one in find_obliques(tree, verb)]
    bare = tree[verb].lemma == "ask" and not tree.children(verb, "xcomp")
    if bare and any(one.case == "about" for one in find_obliques(tree, verb)):
        return True  # "asked her about it": a question
    return _is_told_flatly(tree, verb) or any(
        tree[token].lemma.lower() in {"anonymity", "comment"} for token in wanted
    )


def _is_fulfilled(match: Match) -> bool:
    """Tell "the committee met its targets": nobody sat together."""
    clause = match.clause
    sits = match.trigger.lemma == "meet" and match.trigger.frame.name == "session"
    return sits and clause is not None and bool(clause.objects or clause.passive)


def is_figurative(
    annotations: Annotations,
    tree: Sentence,
    match: Match,
    filled: Filled,
    words: Mapping[str, frozenset[str]],
) -> bool:
    """Tell whether a trigger means none of its events where it stands.

    Args:
        annotations: Those of the document.
        tree: The sentence.
        match: The trigger.
        filled: Its frame.
        words: Word sets of the ontology.
    """
    kind, lemma = match.trigger.type, match.trigger.lemma
    asked = kind == "REQUEST" and match.clause is not None
    if asked and asks_nothing(tree, match.head):
        return True
    if _is_ride_or_note(tree, match):
        return True
    if kind in {"ASSAULT", "COERCE"} and _is_done_to_self(tree, match):
        return True
    if kind == "COERCE" and _is_with_words(tree, match, words):
        return True
    if kind == "ASSAULT" and (
        is_by_words(annotations, tree, match, filled)
        or _is_striving(tree, match, words)
    ):
        return True
    if _is_given_at_once(tree, match) or _is_fulfilled(match):
        return True
    if lemma in _CONSENT and _is_opinion(tree, match.head):
        parts = [one.part for one in filled.participants]
        return parts.count("actor") < _TWO  # what two agree may be their common word
    return (
        kind == "ASSAULT"
        and lemma in _FIGHTS
        and _is_quarrel(annotations, tree, match, filled)
    )


def _is_with_words(
    tree: Sentence, match: Match, words: Mapping[str, frozenset[str]]
) -> bool:
    """Tell "besieged the ministry with letters"."""
    return match.clause is not None and any(
        one.case == "with" and tree[one.token].lemma.lower() in words["figurative"]
        for one in match.clause.obliques
    )


def _is_ride_or_note(tree: Sentence, match: Match) -> bool:
    """Tell "hails from Rome", "drove the children", "lodged a protest" from deeds."""
    if match.clause is None:
        above = tree[match.head].head
        noted = above >= 0 and tree[above].lemma.lower() in _NOTES
        return noted and match.trigger.type == "PROTEST"
    if match.trigger.lemma == "hail":
        return any(one.case == "from" for one in match.clause.obliques)
    lift = match.trigger.mode == "visit" and match.trigger.lemma in _CARRIES
    return lift and bool(match.clause.objects)


def _is_quarrel(
    annotations: Annotations, tree: Sentence, match: Match, filled: Filled
) -> bool:
    """Tell whether people who are named clash with one another in words."""
    around = () if match.clause is None else match.clause.obliques
    if any(tree[one.token].lemma.lower() in _STAGES for one in around):
        return True
    if any(one.case in _PLACED for one in around):
        return False  # "the generals clashed in Khartoum"
    actors = [
        one.party.entity
        for one in filled.participants
        if one.part == "actor" and one.party.entity is not None
    ]
    chains = annotations.chain_by_id
    return bool(actors) and all(chains[a].schema is Schema.PERSON for a in actors)
