"""Occasions told by their likeness to one before: "In Gao, a similar gathering ..."."""

from collections.abc import Iterator, Sequence

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.model.claim import Modality
from dragoman.model.syntax import TENSED

_LIKE = frozenset({"similar", "parallel", "smaller", "larger", "comparable", "like"})
# What may be a rally as well as a meeting, by what it is likened to.
_OCCASIONS = frozenset({"gathering", "assembly", "event", "action", "crowd", "scene"})
_DONE = frozenset(
    {"be", "begin", "break", "disperse", "draw", "end", "form", "happen", "hold"}
    | {"occur", "organise", "organize", "pass", "see", "stage", "take", "watch"}
)
_TYPES = frozenset({"PROTEST"})
_NEAR = 6  # sentences


def repeat_occasions(
    reader: SentenceReader, sentence: int, found: Sequence[Draft], before: list[Draft]
) -> Iterator[Draft]:
    """Yield the rally that "a similar gathering" in another place was.

    Args:
        reader: Reads times and places.
        sentence: Index of the sentence.
        found: Events that it tells by words of their own.
        before: Events told in the sentences before.
    """
    tree = reader.annotations.sentences[sentence]
    for noun in tree.find_lemmas(_OCCASIONS):
        verb = tree[noun].head
        if verb < 0 or not tree[noun].deprel.startswith(("nsubj", "obj")):
            continue
        if tree[verb].lemma.lower() not in _DONE or tree.is_negated(verb):
            continue
        helpers = tree.children(verb, "aux", "aux:pass")
        if not any(tree[one].tag in TENSED for one in (verb, *helpers)):
            continue
        like = any(tree[c].lemma.lower() in _LIKE for c in tree.children(noun, "amod"))
        last = _find_last(sentence, tree.block, before) if like else None
        if last is None or any(one.type == last.type for one in found):
            continue
        words = tree.subtree(verb)
        place = reader.settings.place_within(sentence, words)
        if place is None or place == last.place:
            continue
        made = last.again_in(sentence, tree, noun, [])
        made.verbal, made.lemma, made.topics = False, tree.bases[noun], []
        made.modality, made.past = Modality.ASSERTED, True
        made.time = reader.settings.time_within(sentence, words) or last.time
        made.place = place
        yield made


def _find_last(sentence: int, block: int, before: list[Draft]) -> Draft | None:
    """Return the last rally that did take place, told just before."""
    for draft in reversed(before):
        if sentence - draft.sentence > _NEAR or draft.block != block:
            return None
        if draft.type in _TYPES and draft.modality is Modality.ASSERTED:
            return draft
    return None
