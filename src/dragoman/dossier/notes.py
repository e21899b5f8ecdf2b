"""Numbered notes: each cited passage has one number in the whole dossier."""

from dataclasses import dataclass
from itertools import groupby

from dragoman.dossier.material import Material
from dragoman.model.dossier import CitedSentence, Dossier
from dragoman.model.span import Citation

# A sentence about a name that stands on every page needs no forty notes.
MAX_NOTES = 8


@dataclass(frozen=True, slots=True)
class Note:
    """A cited passage.

    Attributes:
        number: From 1, in the order of first use.
        citation: The passage.
        source: Outlet, title and date as one line.
    """

    number: int
    citation: Citation
    source: str


@dataclass(frozen=True, slots=True)
class NotedSentence:
    """A sentence and the numbers of its notes.

    Attributes:
        text: The sentence.
        notes: Numbers, ascending; at most ``MAX_NOTES``.
        more: How many further passages are left to ``dossier.json``.
        refs: Canonical identifiers of what it tells.
        group: Under which heading of its section it is listed, empty if under none.
    """

    text: str
    notes: tuple[int, ...]
    more: int
    refs: tuple[str, ...]
    group: str


@dataclass(frozen=True, slots=True)
class NotedSection:
    """A section with numbered sentences, and how many further ones are left out."""

    heading: str
    sentences: tuple[NotedSentence, ...]
    left: int

    @property
    def groups(self) -> tuple[tuple[str, tuple[NotedSentence, ...]], ...]:
        """Its sentences by what they are listed under, in reading order."""
        parts = groupby(self.sentences, key=lambda one: one.group)
        return tuple((group, tuple(sentences)) for group, sentences in parts)

    @property
    def rest(self) -> str:
        """What is left out, and where it stands; empty if nothing is."""
        if not self.left:
            return ""
        some = "1 more stands" if self.left == 1 else f"{self.left:,} more stand"
        return f"{some} in dossier.json; “dragoman serve” finds and filters them."


def number_notes(
    dossier: Dossier, material: Material
) -> tuple[tuple[NotedSection, ...], tuple[Note, ...]]:
    """Give every cited passage a number."""
    notes: dict[Citation, Note] = {}
    lines: dict[str, str] = {}

    def noted(sentence: CitedSentence) -> NotedSentence:
        shown = sentence.citations[:MAX_NOTES]
        numbers = set()
        for citation in shown:
            note = notes.get(citation)
            if note is None:
                document = citation.span.document_id
                if document not in lines:
                    lines[document] = source_line(material, document)
                note = Note(len(notes) + 1, citation, lines[document])
                notes[citation] = note
            numbers.add(note.number)
        more = len(sentence.citations) - len(shown)
        return NotedSentence(
            sentence.text, tuple(sorted(numbers)), more, sentence.refs, sentence.group
        )

    sections = tuple(
        NotedSection(
            section.heading, tuple(map(noted, section.sentences)), section.left
        )
        for section in dossier.sections
    )
    return sections, tuple(notes.values())


def source_line(material: Material, document_id: str) -> str:
    """Return outlet, title and date of a document as one line."""
    document = material.document_by_id[document_id]
    parts = [document.source.name, document.title, document.published]
    return ", ".join(part for part in parts if part) or document.label
