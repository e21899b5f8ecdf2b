"""What a court gives, apart from what the police do: years in prison, acquittals.

"Jailed for six years", "sent to prison for life", "serves six years": a sentence, no
arrest. Years that somebody has spent in prison tell neither, for nobody says how he
came there.
"""

from collections.abc import Iterator

from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence
from dragoman.schema.loader import load_events

ARREST = ("COERCE", "arrest")
CONVICTION = ("SANCTION", "convict")
# What a court does as well as the police: "the tribunal jailed the editor".
_JAILING = frozenset({"jail", "imprison", "incarcerate", "send", "commit", "put"})
_SERVING = frozenset({"serve"})
_SPENDING = frozenset({"spend", "be", "sit", "languish", "rot", "remain", "stay"})
# Days and weeks go by before any verdict.
_YEARS = frozenset({"year", "month", "decade", "life"})
_SUMS = frozenset({"total", "minimum", "maximum", "average"})
_SPANS = frozenset({"for", "to", ""})
_TIMED = ("obj", "obl:unmarked", "obl:tmod")


def is_sentence(tree: Sentence, match: Match) -> bool:
    """Tell whether what reads as an arrest is a sentence: of years, or by a court."""
    lemma = match.trigger.lemma
    if (match.trigger.type, match.trigger.mode) != ARREST or match.clause is None:
        return False
    if lemma in _SERVING:
        return any(_terms(tree, match.head))
    if lemma not in _JAILING:
        return False
    courts = load_events().sets["court"]
    by_court = any(
        tree[token].lemma.lower() in courts for token in match.clause.subjects
    )
    return by_court or any(_terms(tree, match.head))


def is_spell(tree: Sentence, match: Match) -> bool:
    """Tell whether somebody was only in prison for years: "spent six years there"."""
    return (
        (match.trigger.type, match.trigger.mode) == ARREST
        and match.trigger.lemma in _SPENDING
        and match.trigger.frame.name in {"locked", "inside"}
        and any(_terms(tree, match.head))
    )


def _terms(tree: Sentence, verb: int) -> Iterator[int]:
    """Yield the years of "for six years", "six years in prison", "for life"."""
    for one in find_obliques(tree, verb):
        if one.case in _SPANS and _is_long(tree, one.token):
            yield one.token
    for child in tree.children(verb, *_TIMED):
        if tree[child].lemma.lower() in _YEARS and not tree.case_of(child):
            yield child


def _is_long(tree: Sentence, noun: int) -> bool:
    """Tell "six years", "a total of 41 years"."""
    inner = tree.children(noun, "nmod") if tree[noun].lemma.lower() in _SUMS else ()
    return any(tree[one].lemma.lower() in _YEARS for one in (noun, *inner))
