"""A dossier: sections of sentences, each of which cites its sources."""

from dataclasses import dataclass

from dragoman.errors import SpanError
from dragoman.model.span import Citation


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """One sentence of a dossier.

    Attributes:
        text: Plain text, one sentence or line.
        citations: One or more; without a citation there is no sentence.
        refs: Canonical identifiers of what the sentence tells, for links.
        group: Under which heading of its section it is listed, such as who spoke;
            empty if under none. Sentences of a group follow each other.

    Raises:
        SpanError: There is no citation.
    """

    text: str
    citations: tuple[Citation, ...]
    refs: tuple[str, ...] = ()
    group: str = ""

    def __post_init__(self) -> None:
        if not self.citations:
            raise SpanError(f"sentence without a citation: {self.text[:80]!r}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        heading: Its name.
        sentences: In reading order.
        left: How many further ones a short form leaves out.
    """

    heading: str
    sentences: tuple[CitedSentence, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is told from a case.

    Attributes:
        title: Headline of the dossier.
        generated_from: Identifiers of the documents that it draws on.
        sections: In reading order.
    """

    title: str
    generated_from: tuple[str, ...]
    sections: tuple[Section, ...]
