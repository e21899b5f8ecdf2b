"""Reports told place by place: "LIMA. He landed on Monday", "Gao. Fighters raided".

What such a section tells without a place happened there. Two such labels make a tour;
one place at the head of a report is only its date line.
"""

import re
from collections.abc import Iterable, Mapping

from dragoman.extract.events.draft import Draft
from dragoman.extract.events.setting.places import IN, Place
from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.claim import Modality
from dragoman.model.document import HEADINGS, BlockKind, Document
from dragoman.text.labels import BULLET, find_labels

_FEWEST = 2
_LONGEST = 40  # code points of a place, and some marks
_KINDS = frozenset({"township", "town", "city", "district", "province", "state"})
_BULLET = re.compile(BULLET)
_LABEL = re.compile(r"([^\W\d_][^.:;,()–—\n]*?) ?(?:\([^()\n]*\))? ?(?:[.:–—]|- |$)")
_TOLD = frozenset({"CONSULT", "AGREE", "PROTEST"})
# Told of where it was unless the sentence names a place.
_DONE = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID"})
# Under the name of a state stands what was done there, and what others did to it.
_IN_STATE = frozenset({"ASSAULT", "PROTEST", "AID"})


def find_section_places(
    document: Document, annotations: Annotations
) -> Mapping[int, Place]:
    """Return the place of each block of a report that goes place by place.

    Args:
        document: With its blocks.
        annotations: With chains.

    Returns:
        Nothing unless two sections at least have different places for labels, or the
        page follows one day in one place by the hour.
    """
    names = {
        name.casefold(): (chain.id, chain.name)
        for chain in annotations.chains
        if chain.schema is Schema.PLACE and chain.name is not None
        for name in (
            chain.name,
            *(m.text for m in annotations.mentions_by_chain.get(chain.id, ())),
        )
    }
    labels = {one.start for one in find_labels(document.text, document.blocks)}
    found: dict[int, Place] = {}
    here: Place | None = None
    listed = False  # whether it is the label of an item
    for number, block in enumerate(document.blocks):
        bullet = _BULLET.match(document.text, block.start, block.end)
        start = block.start if bullet is None else bullet.end()
        line = document.text[start : min(block.end, start + _LONGEST)]
        label = _LABEL.match(line)
        words = "" if label is None else label[1]
        place = names.get(words.casefold()) or names.get(_head(words))
        item = bullet is not None or block.kind is BlockKind.LIST_ITEM
        own = block.kind in HEADINGS or block.start in labels or (item and listed)
        if own or words.isupper() or place is not None:
            here, listed = place, item
        if here is not None:
            found[number] = here
    if len(set(found.values())) >= _FEWEST:
        return found
    return _place_by_hours(document, annotations)


def _place_by_hours(
    document: Document, annotations: Annotations
) -> Mapping[int, Place]:
    """Return where a page is that follows one day by the hour, if its head tells.

    "Live: teachers march in Accra", and then "09:30 Police have closed the bridge".
    """
    days = annotations.day_of_block
    if len({day.value for day in days.values()}) != 1:
        return {}
    first = min(days)
    heads = {
        mention.chain
        for mention in annotations.mentions
        if mention.start < document.blocks[first].start
        and mention.schema is Schema.PLACE
        and mention.kind is MentionKind.NAME
        and annotations.sentences[mention.sentence].case_of(mention.head) in IN
    }
    if len(heads) != 1:
        return {}
    chain = annotations.chain_by_id[heads.pop()]
    return {} if chain.name is None else dict.fromkeys(days, (chain.id, chain.name))


def _head(words: str) -> str:
    """Return "sittwe" of "Sittwe township"."""
    name, _, kind = words.casefold().rpartition(" ")
    return name if kind in _KINDS else ""


def place_in_sections(
    places: Mapping[int, Place], annotations: Annotations, drafts: Iterable[Draft]
) -> None:
    """Give what a section tells without a place the place that it has for a label.

    What is dated by month or year is told of another time, perhaps of another place.
    """
    if not places:
        return
    for draft in drafts:
        here = places.get(draft.block)
        if here is None or draft.place is not None or draft.mode in {"visit", "call"}:
            continue
        if draft.modality is not Modality.ASSERTED:
            continue
        state = _is_state(annotations, here)
        if draft.type not in (_IN_STATE if state else _TOLD | _DONE):
            continue
        if (state or draft.type in _DONE) and _names_place(annotations, draft):
            continue
        dated = draft.time is None or draft.time.precision == "day"
        if draft.verbal and draft.past and dated:
            draft.place = here


def _is_state(annotations: Annotations, place: Place) -> bool:
    entity = place[0]
    return entity is not None and "state" in annotations.chain_by_id[entity].types


def _names_place(annotations: Annotations, draft: Draft) -> bool:
    """Tell whether the sentence of an event names a place that is no state."""
    return any(
        mention.schema is Schema.PLACE
        and "state" not in annotations.chain_by_id[mention.chain].types
        for mention in annotations.mentions_by_sentence.get(draft.sentence, ())
    )
