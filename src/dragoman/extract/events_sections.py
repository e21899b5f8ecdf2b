"""Reports told place by place: "LIMA. He landed on Monday", "Gao. Fighters raided".

What such a section tells without a place happened there. Two such labels make a tour;
one place at the head of a report is only its date line.
"""

import re
from collections.abc import Iterable, Mapping

from dragoman.extract.events_draft import Draft
from dragoman.extract.events_places import Place
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Modality
from dragoman.model.document import HEADINGS, Document

_FEWEST = 2
_LONGEST = 40  # code points of a place, and some marks
_LABEL = re.compile(r"([^\W\d_][^.:;,()–—\n]*?) ?(?:\([^()\n]*\))? ?(?:[.:–—]|- |$)")
_TOLD = frozenset({"CONSULT", "AGREE", "PROTEST"})


def find_section_places(
    document: Document, annotations: Annotations
) -> Mapping[int, Place]:
    """Return the place of each block of a report that goes place by place.

    Args:
        document: With its blocks.
        annotations: With chains.

    Returns:
        Nothing unless two sections at least have different places for labels.
    """
    names = {
        name.casefold(): (chain.id, chain.name)
        for chain in annotations.chains
        if chain.schema is Schema.PLACE
        and chain.name is not None
        and "state" not in chain.types  # news of it, from wherever
        for name in (
            chain.name,
            *(m.text for m in annotations.mentions_by_chain.get(chain.id, ())),
        )
    }
    found: dict[int, Place] = {}
    here: Place | None = None
    for number, block in enumerate(document.blocks):
        line = document.text[block.start : min(block.end, block.start + _LONGEST)]
        heading = block.kind in HEADINGS
        label = _LABEL.match(line)
        words = "" if label is None else label[1]
        place = names.get(words.casefold())
        if heading or words.isupper() or place is not None:
            here = place
        if here is not None:
            found[number] = here
    return found if len(set(found.values())) >= _FEWEST else {}


def place_in_sections(places: Mapping[int, Place], drafts: Iterable[Draft]) -> None:
    """Give what a section tells without a place the place that it has for a label.

    What is dated by month or year is told of another time, perhaps of another place.
    """
    for draft in drafts:
        here = places.get(draft.block)
        if here is None or draft.place is not None or draft.mode in {"visit", "call"}:
            continue
        if draft.type not in _TOLD or draft.modality is not Modality.ASSERTED:
            continue
        dated = draft.time is None or draft.time.precision == "day"
        if draft.verbal and draft.past and dated:
            draft.place = here
