"""Pages whose author judges no public matter: interviews, games, films and records."""

from dragoman.extract.events.senses.genres import Genres
from dragoman.model.annotation import Annotations
from dragoman.model.document import Document
from dragoman.schema.loader import load_events

_QUESTIONS = 3  # paragraphs that end with a question


def is_no_report(document: Document, annotations: Annotations) -> bool:
    """Tell where it is not the author who speaks, or where he reviews.

    In an interview those questioned say "I"; on a game, a film or a record its author
    judges a play.
    """
    text = document.text
    asked = sum(text[block.end - 1] == "?" for block in document.blocks)
    if asked >= _QUESTIONS and any(
        token.text == "I" and not annotations.is_quoted(token.start)
        for tree in annotations.sentences
        for token in tree
    ):
        return True
    genres = Genres(annotations, load_events().words)
    return genres.is_of_game or genres.is_of_work
