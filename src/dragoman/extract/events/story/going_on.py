"""Where deeds were that a clause goes on with: "entered Gao and arrested two"."""

from collections import defaultdict
from collections.abc import Iterable

from dragoman.extract.events.draft import Draft
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Modality
from dragoman.model.syntax import Sentence

_DONE = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
# Deeds after which nobody is where they were done, and those without a place.
_LED = _DONE - {"RETREAT"} | {"MOBILIZE"}
_AFTER = frozenset({"later", "then", "elsewhere", "subsequently", "afterwards"})


def go_on_there(annotations: Annotations, drafts: Iterable[Draft]) -> None:
    """Give a deed the place of the one before that "and" goes on from.

    Both have one subject, and nothing in the rest of the sentence names a place.
    """
    told: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.verbal and draft.modality is Modality.ASSERTED:
            told[draft.sentence].append(draft)
    for sentence, group in told.items():
        for draft in group:
            if draft.place is not None or draft.type not in _DONE:
                continue
            tree = annotations.sentences[sentence]
            first = _before(tree, draft)
            led = next((one for one in group if one.head == first), None)
            if led is None or led.place is None or led.type not in _LED:
                continue
            if led.time == draft.time and not _names_place(annotations, draft):
                draft.place = led.place


def _before(tree: Sentence, draft: Draft) -> int | None:
    """Return the verb that a verb without a subject of its own is joined to."""
    token = tree[draft.head]
    if token.deprel != "conj" or tree.children(draft.head, "nsubj", "nsubj:pass"):
        return None
    if any(
        tree[child].text.lower() in _AFTER
        for child in tree.children(draft.head, "advmod")
    ):
        return None
    return token.head


def _names_place(annotations: Annotations, draft: Draft) -> bool:
    """Tell whether a place is named behind the verb of a deed."""
    start = annotations.sentences[draft.sentence][draft.head].start
    return any(
        mention.schema is Schema.PLACE and mention.start > start
        for mention in annotations.mentions_by_sentence.get(draft.sentence, ())
    )
