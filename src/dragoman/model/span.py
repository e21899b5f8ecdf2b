"""Where something stands in a document.

Offsets count Unicode code points of ``Document.text`` (Python ``str`` indices,
not bytes, not UTF-16 units). Intervals are half-open, ``[start, end)``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.errors import SpanError

T = TypeVar("T")
# Characters of a shelf.
_SHELF = 500


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty stretch of one document.

    Attributes:
        document_id: Identifier of the document that the offsets refer to.
        start: First code point, counted from 0.
        end: Code point after the last one; greater than ``start``.

    Raises:
        SpanError: ``start`` is negative, or ``end`` is not greater than ``start``.
    """

    document_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(
                f"span [{self.start}, {self.end}) of {self.document_id}: "
                "need 0 <= start < end"
            )


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A span together with the exact words that stand there.

    Attributes:
        span: Where the words stand.
        quote: The words, equal to ``document.text[span.start:span.end]``.
    """

    span: Span
    quote: str

    def verify(self, text: str) -> None:
        """Compare the quoted words with the text of the document.

        Args:
            text: The whole text of the document named by ``span.document_id``.

        Raises:
            SpanError: The words differ, or the span ends outside the text.
        """
        found = text[self.span.start : self.span.end]
        if found != self.quote:
            raise SpanError(
                f"citation [{self.span.start}, {self.span.end}) of "
                f"{self.span.document_id} quotes {self.quote[:60]!r}, "
                f"the document has {found[:60]!r}"
            )


class Shelves(Generic[T]):
    """Things by where they lie in a text, to find what may cover a place.

    What is asked of each place of a long text must not look through all there is.
    """

    def __init__(self) -> None:
        self._shelves: dict[int, list[T]] = {}

    def put(self, start: int, end: int, thing: T) -> None:
        """Put a thing where it lies, from ``start`` to before ``end``."""
        for number in range(start // _SHELF, (end - 1) // _SHELF + 1):
            shelf = self._shelves.setdefault(number, [])
            if not shelf or shelf[-1] is not thing:
                shelf.append(thing)

    def near(self, offset: int) -> Sequence[T]:
        """Return what covers an offset and some others, in the order they were put."""
        return self._shelves.get(offset // _SHELF, ())
