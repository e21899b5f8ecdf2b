"""What files of word processors have in common."""

from dragoman.model.document import BlockKind
from dragoman.read.office import Properties, draft_pieces


def test_a_body_among_the_properties_is_the_source_and_a_person_the_author() -> None:
    pieces = [
        (BlockKind.PARAGRAPH, "The ferry left at noon."),
        (BlockKind.PARAGRAPH, " "),
    ]

    body = draft_pieces(pieces, Properties("A day", "Lake News Agency", "en"))
    person = draft_pieces(pieces, Properties("A day", "Ana Vogel", None))

    assert (body.source, body.author, body.title) == ("Lake News Agency", None, "A day")
    assert (person.source, person.author, person.lang) == (None, "Ana Vogel", None)
    assert body.text == "The ferry left at noon."
