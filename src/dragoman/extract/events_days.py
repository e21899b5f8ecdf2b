"""The day of what a paragraph goes on to tell, once it has named one.

A story told in the simple past stays on its day until it names another. Only what
follows closely, with a party or the incident in common, takes the day over: a wrong
date is worse than none.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.events_draft import Draft
from dragoman.extract.events_times import TimeReader
from dragoman.model.claim import Modality, Time
from dragoman.model.syntax import Sentence
from dragoman.text.dates import DATE_FROM_CONTEXT

_REACH = 2  # sentences
_INCIDENTS = frozenset({"ASSAULT", "COERCE", "PROTEST"})
# Words that put a clause on another day, or on any day.
_ELSEWHEN = frozenset(
    {"earlier", "previously", "before", "since", "ago", "already", "recently"}
    | {"formerly", "once", "later", "subsequently", "ever", "still", "yet", "often"}
    | {"repeatedly", "meanwhile", "now", "eventually", "long", "so", "never"}
)
_UNITS = frozenset({"hours", "hour", "minutes", "minute", "shortly", "immediately"})


def carry_day(
    times: TimeReader, tree: Sentence, draft: Draft, before: Sequence[Draft]
) -> Time | None:
    """Return the day that a draft without a time has from what was told before it.

    Args:
        times: Knows which sentences hold a date.
        tree: Sentence of the draft.
        draft: What the sentence tells.
        before: What was told before, in order of the text.
    """
    if not _goes_on(tree, draft) or times.dates_of(draft.sentence):
        return None
    last = _last_dated(draft, before)
    if last is None or last.time is None:
        return None
    between = range(last.sentence + 1, draft.sentence)
    if any(times.dates_of(sentence) for sentence in between):
        return None
    if len(times.dates_of(last.sentence)) > 1 or not _is_linked(tree, draft, last):
        return None
    return replace(last.time, inferred=(*last.time.inferred, DATE_FROM_CONTEXT))


def _goes_on(tree: Sentence, draft: Draft) -> bool:
    """Tell whether a draft is told in the simple past, in a clause of its own."""
    if draft.time is not None or not draft.verbal or not draft.past:
        return False
    if draft.modality is not Modality.ASSERTED:
        return False
    verb = draft.head
    helpers = [tree[child] for child in tree.children(verb, "aux", "aux:pass", "cop")]
    tags = {word.tag for word in helpers} or {tree[verb].tag}
    if tags != {"VBD"} or any(word.text.lower() == "had" for word in helpers):
        return False
    while tree[verb].head >= 0 and (
        tree[verb].deprel in {"conj", "parataxis"} or _is_told_first(tree, verb)
    ):
        verb = tree[verb].head
    if tree[verb].deprel != "root":
        return False
    words = {token.text.lower() for token in tree.tokens}
    return not words & _ELSEWHEN or bool(words & _UNITS)


def _is_told_first(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause only has its teller behind it: "..., the police said"."""
    return tree[verb].deprel == "ccomp" and verb < tree[verb].head


def _last_dated(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the last event told with a day of its own, in the same paragraph."""
    for one in reversed(before):
        if one.block != draft.block or draft.sentence - one.sentence > _REACH:
            return None
        if one.sentence == draft.sentence:
            continue
        if one.modality is not Modality.ASSERTED or not one.past:
            return None
        if one.time is not None:
            return one if one.time.precision == "day" else None
    return None


def _is_linked(tree: Sentence, draft: Draft, last: Draft) -> bool:
    """Tell whether a draft tells of the same people or the same incident."""
    if draft.shares(last):
        return True
    if not {draft.type, last.type} <= _INCIDENTS:
        return False
    words = {token.text.lower() for token in tree.tokens}
    return draft.place in {None, last.place} or bool(words & _UNITS)
