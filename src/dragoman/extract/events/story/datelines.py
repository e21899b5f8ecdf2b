"""Where the dateline puts what a report tells: its lead, and what happened "here"."""

import re
from collections.abc import Iterable

from dragoman.data.tables import demonyms, fold_key, places
from dragoman.extract.events.draft import Draft
from dragoman.model.annotation import Annotations, Schema
from dragoman.model.claim import Modality
from dragoman.model.document import BlockKind, Document
from dragoman.model.syntax import Sentence
from dragoman.text.datelines import find_dateline

_TALKS = frozenset({"CONSULT", "AGREE"})
_LED = _TALKS | {"PROTEST"}
# Deeds that correspondents also tell from afar: only where nothing points elsewhere.
_NEAR_BY = frozenset({"ASSAULT", "COERCE"})
_UP = 8
_TOWN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_LONGEST = 100  # code points of a block that may be a dateline

Place = tuple[str | None, str]


def place_leads(
    document: Document, annotations: Annotations, drafts: Iterable[Draft]
) -> None:
    """Give an event of the lead sentence the place of the dateline."""
    for draft in drafts:
        if draft.place is not None or draft.type not in _LED | _NEAR_BY:
            continue
        if draft.modality is not Modality.ASSERTED or draft.mode == "visit":
            continue
        if not draft.verbal and draft.type not in _TALKS:
            continue
        sentence = annotations.sentences[draft.sentence]
        block = document.blocks[sentence.block].start
        begin = find_dateline(document.text[block : sentence.start + 1])
        if begin is None or block + begin < sentence.start:
            continue
        if draft.type in _NEAR_BY and _points_elsewhere(
            annotations, draft.sentence, block + begin
        ):
            continue
        draft.place = _place_in(annotations, block, block + begin)


def _points_elsewhere(annotations: Annotations, sentence: int, start: int) -> bool:
    """Tell whether a sentence names a place or a nation behind its dateline."""
    return any(
        mention.schema is Schema.PLACE and mention.start >= start
        for mention in annotations.mentions_by_sentence.get(sentence, ())
    ) or any(
        token.start >= start
        and token.text[:1].isupper()
        and fold_key(token.text) in demonyms()
        for token in annotations.sentences[sentence].tokens
    )


def place_here(
    document: Document, annotations: Annotations, drafts: Iterable[Draft]
) -> None:
    """Give what took place "here" the place of the dateline.

    "SIVERAN: A minister was shot dead near his residence here": correspondents mean the
    town that they write from. What somebody says of "here" is left alone.
    """
    told = [
        draft
        for draft in drafts
        if (draft.place is None or draft.place[0] is None)
        and _is_here(annotations, draft)
    ]
    if not told:
        return
    place = _dateline_place(document, annotations)
    for draft in told:
        draft.place = place or draft.place


_HERE = frozenset({"here"})


def _is_here(annotations: Annotations, draft: Draft) -> bool:
    tree = annotations.sentences[draft.sentence]
    return any(
        tree[index].text == "here"
        and _is_below(tree, index, draft.head)
        and not annotations.is_quoted(tree[index].start)
        for index in tree.find_words(_HERE)
    )


def _is_below(tree: Sentence, token: int, head: int) -> bool:
    for _ in range(_UP):
        if token == head:
            return True
        token = tree[token].head
        if token < 0:
            return False
    return False


def _dateline_place(document: Document, annotations: Annotations) -> Place | None:
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        end = min(block.end, block.start + _LONGEST)
        begin = find_dateline(document.text[block.start : end])
        if begin is not None:
            end = block.start + begin
            return _place_in(annotations, block.start, end) or _known_place(
                document.text[block.start : end]
            )
    return None


def _known_place(dateline: str) -> Place | None:
    """Return the town in a dateline that no mention names, if the table has it."""
    found = _TOWN.match(dateline)
    known = None if found is None else places().get(fold_key(found[0]))
    return None if known is None else (None, known.name)


def _place_in(annotations: Annotations, start: int, end: int) -> Place | None:
    """Return the first place that is named in a stretch of text."""
    for mention in annotations.mentions:
        if (
            mention.schema is Schema.PLACE
            and start <= mention.start < mention.end <= end
        ):
            chain = annotations.chain_by_id[mention.chain]
            if chain.name is not None:
                return chain.id, chain.name
    return None
