"""Triggers that mean something else: a clash in a debate, a protest note, a lift."""

from dragoman.extract.events_draft import Filled
from dragoman.extract.events_predicates import is_finite
from dragoman.extract.events_triggers import Match
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.syntax import Sentence
from dragoman.text.dates_lexicon import UNITS

_PLACED = frozenset({"at", "for", "in", "near", "outside"})
_CARRIES = frozenset({"drive", "fly", "sail", "ship"})
_FIGHTS = frozenset({"battle", "clash", "duel", "skirmish", "spar"})
# What is done by words too, beside a participle that tells them.
_VERBAL = frozenset({"assail", "attack", "blast", "hit", "savage", "slam"})
_SAYING = frozenset({"accuse", "allege", "call", "claim", "describe", "say", "write"})
# Where people fight by words.
_STAGES = frozenset(
    {"campaign", "court", "courtroom", "debate", "forum", "hearing", "interview"}
    | {"parliament", "podcast", "programme", "program", "session", "show", "television"}
)
# What somebody is attacked over who is attacked by words.
_VIEWS = frozenset(
    {"record", "policy", "plan", "remark", "comment", "handling", "stance", "position"}
    | {"proposal", "failure", "tax", "economy", "immigration", "trade", "issue"}
    | {"decision", "speech", "refusal", "role", "tie", "history", "character"}
    | {"background", "age", "wealth", "faith", "manifesto", "platform", "past"}
)
# Who fights for these, or to do something, need not lift a hand.
_STRIVES = frozenset({"fight", "battle", "struggle"})
_CAUSES = frozenset(
    {"custody", "right", "justice", "vote", "seat", "job", "title", "nomination"}
    | {"change", "equality", "reform", "recognition", "survival", "future", "place"}
    | {"presidency", "leadership", "attention", "life", "compensation", "freedom"}
)
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


def _is_by_words(tree: Sentence, verb: int) -> bool:
    """Tell whether somebody was attacked by words: "attacked Lee, saying he lied"."""
    return tree[verb].lemma.lower() in _VERBAL and any(
        tree[child].tag == "VBG" and tree[child].lemma.lower() in _SAYING
        for child in tree.children(verb, "advcl")
    )


def _is_about_views(tree: Sentence, match: Match) -> bool:
    """Tell "hit the premier hard on his record", "fights for custody", "to keep"."""
    lemma = match.trigger.lemma
    around = () if match.clause is None else match.clause.obliques
    if match.trigger.frame.name == "under":
        # "Rome is under fire over its policy", "came under attack for the delay"
        return any(
            one.case in {"over", "for"} and tree[one.token].lemma.lower() not in UNITS
            for one in around
        )
    if lemma in _VERBAL:
        return any(
            tree[token].lemma.lower() in _VIEWS
            and tree.case_of(token) in {"on", "over"}
            for one in around
            for token in (one.token, *tree.children(one.token, "nmod"))
        )
    if lemma not in _STRIVES:
        return False
    aims = [
        tree[aim].lemma.lower()
        for aim in tree.children(match.head, "xcomp", "advcl")
        if aim > match.head and tree[aim].tag == "VB"
    ]
    causes = {tree[one.token].lemma.lower() for one in around}
    return bool(aims and _BY_ARMS.isdisjoint(aims)) or not causes.isdisjoint(_CAUSES)


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


def is_figurative(
    annotations: Annotations, tree: Sentence, match: Match, filled: Filled
) -> bool:
    """Tell whether a trigger means none of its events where it stands."""
    if match.trigger.lemma == "hail" and match.clause is not None:
        return any(one.case == "from" for one in match.clause.obliques)
    lift = match.trigger.mode == "visit" and match.trigger.lemma in _CARRIES
    if lift and match.clause is not None:
        return bool(match.clause.objects)  # "drove the children to school"
    if match.trigger.type == "PROTEST" and match.clause is None:
        above = tree[match.head].head
        return above >= 0 and tree[above].lemma.lower() in _NOTES
    if match.trigger.type == "ASSAULT" and (
        _is_by_words(tree, match.head) or _is_about_views(tree, match)
    ):
        return True
    if _is_given_at_once(tree, match):
        return True
    if match.trigger.lemma in _CONSENT and _is_opinion(tree, match.head):
        parts = [one.part for one in filled.participants]
        return parts.count("actor") < _TWO  # what two agree may be their common word
    if match.trigger.type != "ASSAULT" or match.trigger.lemma not in _FIGHTS:
        return False
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
