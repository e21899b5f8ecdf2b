"""Offices of some out of many, of services, of those chosen and of those before."""

import pytest

from reading import read_document


def told(text: str) -> set[tuple[str, str, str | None, str]]:
    """Return holder, title, body and status of each office of a text."""
    _, annotations = read_document(text)
    names = {chain.id: chain.name for chain in annotations.chains}
    return {
        (
            names[office.holder] or "",
            office.title,
            office.organization_name,
            office.status,
        )
        for office in annotations.offices
    }


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "The Congolese army left. The army spokesman, Guy Mbuyi, denied it.",
            ("Guy Mbuyi", "army spokesman", "Congolese army", "current"),
        ),
        (
            "The Congolese army left. The Rwandan army stayed. The army spokesman, Guy"
            " Mbuyi, denied it.",
            ("Guy Mbuyi", "army spokesman", "army", "current"),
        ),
        (
            "The council banned three commanders of the Kivu Lake Army, among them"
            " Faustin Muhin.",
            ("Faustin Muhin", "commander", "Kivu Lake Army", "current"),
        ),
        (
            "The court freed two spokesmen of the Salt Front, including Ali Moussa.",
            ("Ali Moussa", "spokesman", "Salt Front", "current"),
        ),
        (
            "He was a guest of Marek Dudek, a former colonel of the Slovak army.",
            ("Marek Dudek", "colonel", "Slovak army", "former"),
        ),
        (
            "The pact was signed by the then Indonesian foreign minister, Bambang So.",
            ("Bambang So", "foreign minister", "Indonesia", "former"),
        ),
        (
            "After three years as consul general in Osaka, Han Seung went home.",
            ("Han Seung", "consul general", None, "former"),
        ),
        (
            "Aliou Badiane, once a presenter on Radio Kasu, spoke for the rebels.",
            ("Aliou Badiane", "presenter", "Radio Kasu", "former"),
        ),
        (
            "The president introduced his secretary of State pick, Mike Halloran.",
            ("Mike Halloran", "secretary of State", None, "designate"),
        ),
        (
            "Mahbub Alam, general secretary of the Janata Party, was held.",
            ("Mahbub Alam", "general secretary", "Janata Party", "current"),
        ),
    ],
)
def test_office_is_told(text: str, office: tuple[str, str, str | None, str]) -> None:
    assert office in told(text)


def test_some_of_many_are_not_all_of_them() -> None:
    text = "Police held four leaders of the Salt Front, including Ali Moussa."
    _, annotations = read_document(text)
    (person,) = {m.chain for m in annotations.mentions if m.text == "Ali Moussa"}
    group = [m.chain for m in annotations.mentions if m.text.startswith("four")]
    assert person not in group


def test_who_was_then_there_keeps_the_office() -> None:
    assert told("Ana Ruiz was then the Chilean ambassador, he said.") == {
        ("Ana Ruiz", "ambassador", "Chile", "current")
    }


@pytest.mark.parametrize("end", ["", "\nThe end of it is told in a book."])
def test_evidence_of_a_widened_title_ends_with_its_words(end: str) -> None:
    text = f"Prime Minister Lars Holm met Nina Berg, who is his deputy.{end}"
    _, annotations = read_document(text)
    (start, stop) = next(
        office.evidence
        for office in annotations.offices
        if office.title == "deputy Prime Minister"
    )
    assert text[start:stop].endswith("deputy")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Goa, India (Herald) - Chief Minister Omar Karam spoke.", "Chief Minister"),
        ("The French director Jean Ruiz won a prize.", "director"),
    ],
)
def test_what_is_no_post_of_a_state_has_none(text: str, title: str) -> None:
    assert [(one, body) for _, one, body, _ in told(text)] == [(title, None)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shadow home secretary Ana Lind said so.", "Shadow home secretary"),
        ("The Shadow Secretary of State, Ana Lind, left.", "Shadow Secretary of State"),
    ],
)
def test_who_shadows_a_minister_is_none(text: str, title: str) -> None:
    assert {one for _, one, _, _ in told(text)} == {title}
