"""One document lost at one stage, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, or a document that a stage could not take.

    Attributes:
        origin: File path or address, with ``!member`` for a part of an archive.
        stage: ``read``, ``annotate`` or ``extract``.
        producer: Name of the plugin that failed.
        message: One line for people: what came and why it is lost.
        document_id: ``None`` while there is no document yet.
    """

    origin: str
    stage: str
    producer: str
    message: str
    document_id: str | None = None
