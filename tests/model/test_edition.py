import pytest

from builders import cite, make_document
from dragoman.model.dossier import CitedSentence, Dossier, Section
from dragoman.model.edition import (
    MAX_TEXT,
    Change,
    Edition,
    list_changes,
    publish,
    revise,
    start_edition,
)

DOCUMENT = make_document("Lee met Chan. قال إن الحدود مفتوحة. They left.")
MET = CitedSentence("Lee met Chan.", (cite(DOCUMENT, "Lee met Chan"),))
SAID = CitedSentence("He said it was open.", (cite(DOCUMENT, "الحدود مفتوحة"),))
LEFT = CitedSentence("They left.", (cite(DOCUMENT, "They left"),))


@pytest.fixture
def first() -> Edition:
    sections = (Section("Chronology", (MET, SAID)), Section("End", (LEFT,)))
    return start_edition(
        Dossier("Talks", (DOCUMENT.id,), sections), "Anna", "2024-05-01"
    )


def change(text: str, *, kept: bool = True, place: float = 1, note: str = "") -> Change:
    return Change(text, kept, place, note)


def test_the_first_version_is_what_the_case_tells(first: Edition) -> None:
    assert publish(first).sections[0].sentences == (MET, SAID)


def test_a_reworded_sentence_keeps_its_citations(first: Edition) -> None:
    second = revise(
        first, "Talks", {(0, 0): change("Lee saw Chan.")}, "علي", "2024-05-02"
    )

    (told, _) = publish(second).sections[0].sentences
    assert (told.text, told.citations) == ("Lee saw Chan.", MET.citations)
    assert list_changes(first, second) == [("Lee met Chan.", "Lee saw Chan.")]


def test_sentences_are_left_out_and_moved(first: Edition) -> None:
    changes = {(0, 0): change(MET.text, place=5), (1, 0): change(LEFT.text, kept=False)}

    second = revise(first, "Talks", changes, "Anna", "2024-05-02")

    (section,) = publish(second).sections
    assert section.sentences == (SAID, MET)
    assert list_changes(first, second) == [("They left.", "")]


def test_a_note_is_signed_by_who_made_it_and_stays_so(first: Edition) -> None:
    noted = {(0, 0): change(MET.text, note="Likely.")}

    second = revise(first, "Talks", noted, "Anna", "2024-05-02")
    third = revise(second, "Talks", noted, "Ben", "2024-05-03")

    told = publish(third).sections[0].sentences[0].text
    assert told == "Lee met Chan. [Note by Anna: Likely.]"


def test_an_earlier_version_is_not_changed(first: Edition) -> None:
    second = revise(first, "New", {(0, 0): change("Other.")}, "Anna", "2024-05-02")

    assert (first.version, second.version) == (1, 2)
    assert publish(first).title == "Talks"


@pytest.mark.parametrize(
    ("title", "text", "note"),
    [
        (" ", "Fine.", ""),
        ("T", " ", ""),
        ("T", "x" * (MAX_TEXT + 1), ""),
        ("T", "Fine.", "n" * 2001),
    ],
)
def test_empty_and_endless_words_are_refused(
    first: Edition, title: str, text: str, note: str
) -> None:
    with pytest.raises(ValueError, match="characters, not"):
        revise(first, title, {(0, 0): change(text, note=note)}, "Anna", "2024-05-02")
