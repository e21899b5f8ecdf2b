"""Editions: a dossier as people edit it. Versions follow one another, none is changed.

A sentence may be reworded, left out, moved and annotated; its citations stay what they
are, so an edited sentence still leads to the words of its sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dragoman.model.dossier import CitedSentence, Dossier, Section

MAX_TEXT = 4_000
MAX_NOTE = 2_000


@dataclass(frozen=True, slots=True)
class EditedSentence:
    """A sentence with what people made of it.

    Attributes:
        cited: The sentence as it stands now, with its citations.
        original: Its text as the case told it.
        kept: Whether it is published.
        note: An analyst's remark, empty if there is none.
        note_by: Who made the remark.
    """

    cited: CitedSentence
    original: str
    kept: bool = True
    note: str = ""
    note_by: str = ""


@dataclass(frozen=True, slots=True)
class EditedSection:
    """A heading and what stands under it, in the order of publication."""

    heading: str
    sentences: tuple[EditedSentence, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of an edited dossier.

    Attributes:
        version: From 1.
        title: Headline.
        editor: Who made this version.
        made: When, ISO 8601 UTC.
        generated_from: Identifiers of the documents that it draws on.
        sections: In reading order.
    """

    version: int
    title: str
    editor: str
    made: str
    generated_from: tuple[str, ...]
    sections: tuple[EditedSection, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a form says of one sentence.

    Attributes:
        text: The wording, not empty.
        kept: Whether it is published.
        place: Where it goes in its section; ties keep their order.
        note: Remark, empty for none.
    """

    text: str
    kept: bool
    place: float
    note: str


Place = tuple[int, int]


def start_edition(dossier: Dossier, editor: str, made: str) -> Edition:
    """Return the first version: the dossier as the case tells it."""
    sections = tuple(
        EditedSection(
            section.heading,
            tuple(EditedSentence(one, one.text) for one in section.sentences),
        )
        for section in dossier.sections
    )
    return Edition(1, dossier.title, editor, made, dossier.generated_from, sections)


def revise(
    edition: Edition,
    title: str,
    changes: Mapping[Place, Change],
    editor: str,
    made: str,
) -> Edition:
    """Return the next version.

    Args:
        edition: The version that the changes are made to.
        title: Headline, not empty.
        changes: By section and sentence, each counted from 0; sentences that are not
            named stay as they are.
        editor: Who changes.
        made: When, ISO 8601 UTC.

    Raises:
        ValueError: The headline or a wording is empty or too long.
    """
    if not title.strip() or len(title) > MAX_TEXT:
        raise ValueError(f"a title has 1 to {MAX_TEXT} characters, not {len(title)}")
    sections = tuple(
        EditedSection(section.heading, _revise(number, section, changes, editor))
        for number, section in enumerate(edition.sections)
    )
    return replace(
        edition,
        version=edition.version + 1,
        title=title.strip(),
        editor=editor,
        made=made,
        sections=sections,
    )


def _revise(
    number: int, section: EditedSection, changes: Mapping[Place, Change], editor: str
) -> tuple[EditedSentence, ...]:
    placed = []
    for index, sentence in enumerate(section.sentences):
        change = changes.get((number, index))
        place = float(index + 1) if change is None else change.place
        edited = sentence if change is None else _apply(sentence, change, editor)
        placed.append((place, index, edited))
    return tuple(edited for _, _, edited in sorted(placed, key=lambda one: one[:2]))


def _apply(sentence: EditedSentence, change: Change, editor: str) -> EditedSentence:
    text, note = " ".join(change.text.split()), change.note.strip()
    if not text or len(text) > MAX_TEXT:
        raise ValueError(f"a sentence has 1 to {MAX_TEXT} characters, not {len(text)}")
    if len(note) > MAX_NOTE:
        raise ValueError(f"a note has at most {MAX_NOTE} characters, not {len(note)}")
    return EditedSentence(
        cited=replace(sentence.cited, text=text),
        original=sentence.original,
        kept=change.kept,
        note=note,
        note_by=sentence.note_by if note == sentence.note else editor if note else "",
    )


def publish(edition: Edition) -> Dossier:
    """Return the dossier of an edition: what is kept, remarks with their author."""
    sections = []
    for section in edition.sections:
        told = tuple(_tell(one) for one in section.sentences if one.kept)
        if told:
            sections.append(Section(section.heading, told))
    return Dossier(edition.title, edition.generated_from, tuple(sections))


def _tell(sentence: EditedSentence) -> CitedSentence:
    if not sentence.note:
        return sentence.cited
    note = f"{sentence.cited.text} [Note by {sentence.note_by}: {sentence.note}]"
    return replace(sentence.cited, text=note)


def list_changes(before: Edition, after: Edition) -> list[tuple[str, str]]:
    """Return what differs between two versions as pairs of old and new wording.

    An empty old wording is a sentence that was taken in, an empty new one a sentence
    that was left out.
    """
    changes = [] if before.title == after.title else [(before.title, after.title)]
    old = {_key(one): one for section in before.sections for one in section.sentences}
    for section in after.sections:
        for one in section.sentences:
            was = old.get(_key(one))
            if was is not None and _shown(was) != _shown(one):
                changes.append((_shown(was), _shown(one)))
    return changes


def _key(sentence: EditedSentence) -> tuple[object, ...]:
    return sentence.original, sentence.cited.citations


def _shown(sentence: EditedSentence) -> str:
    return _tell(sentence).text if sentence.kept else ""
