"""What is read of a slogan, a theme or media passed on, before it is a claim."""

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.annotation import Annotations, Quotation
from dragoman.model.claim import Party
from dragoman.model.document import Document

_MARKS = " \t\n,;.:"
_LONGEST = 14  # words
_FEWEST = 2


class Found(NamedTuple):
    """A label somebody pushes or passes on.

    Attributes:
        label: The slogan, the theme, or what was passed on, in the words of the text.
        form: "slogan", "theme" or "recirculation".
        carriers: Who pushes it or passes it on.
        origin: Who had it first, if told.
        span: Start and end of the words that tell so.
    """

    label: str
    form: str
    carriers: tuple[Party, ...]
    origin: Party | None
    span: tuple[int, int]


def quoted_lines(
    document: Document, annotations: Annotations
) -> Iterator[tuple[Quotation, int, str]]:
    """Yield quotations long and short enough for a line, within one sentence.

    Returns:
        Each with the index of its sentence and its words without marks around them.
    """
    for quotation in annotations.quotations:
        number = annotations.sentence_at(quotation.outer_start)
        label = document.text[quotation.start : quotation.end].strip(_MARKS)
        if number is None or not _FEWEST <= len(label.split()) <= _LONGEST:
            continue
        if quotation.end <= annotations.sentences[number].end:
            yield quotation, number, label
