"""Attacks completed with their weapon and with who is missing."""

from builders import make_document
from dragoman.extract.events.draft import Draft
from dragoman.extract.events.parties.parties import PartyReader
from dragoman.extract.events.story.attacks import complete_attacks, outermost
from dragoman.model.annotation import Annotations
from dragoman.model.claim import EventClaim, Modality, Participant, Party
from dragoman.model.incident import IncidentPart, IncidentRole
from dragoman.model.syntax import Sentence, Token
from dragoman.schema.loader import load_events
from reading import read_events

TEXT = "Gunmen wounded guards."


def weapons(events: list[EventClaim]) -> list[str]:
    return [
        one.party.name
        for event in events
        for one in event.participants
        if one.part == "weapon"
    ]


def test_weapon_of_a_bombing_is_told_in_the_words_of_the_source() -> None:
    events = read_events(
        "Two people were killed when a car bomb exploded outside the town hall of "
        "Qamishli on Monday. Police said that guerrillas had planted the bomb."
    )

    assert "car bomb" in weapons(events)


def test_bombing_that_police_tell_of_is_an_event() -> None:
    (event,) = read_events("A bomb exploded in Kabul on Monday, police said.")

    assert (event.type, event.mode, event.place_name) == (
        "ASSAULT",
        "explosives",
        "Kabul",
    )
    assert weapons([event]) == ["bomb"]


def test_weapons_of_today_are_told() -> None:
    """Not said of any attack in what the reading model learned from."""
    events = read_events(
        "Police fired rubber bullets at miners in "
        "Tarma on Friday. A grocer, Yusuf Barakat, was wounded with an AK-47 rifle."
    )

    assert {"rubber bullets", "AK-47 rifle"} <= set(weapons(events))


def test_weapon_is_told_in_full() -> None:
    events = read_events("A roadside bomb killed four soldiers near Zaranj on Monday.")

    assert weapons(events) == ["roadside bomb"]


def test_talk_of_weapons_arms_no_meeting() -> None:
    events = read_events("The ministers met in Rome to discuss rifles and mines.")

    assert weapons(events) == []


def part(word: str, role: IncidentRole, here: float = 2.0) -> IncidentPart:
    start = TEXT.index(word)
    head = TEXT[:start].count(" ")
    return IncidentPart(start, start + len(word), 0, head, role, here, here, ())


def complete(draft: Draft, *parts: IncidentPart) -> list[tuple[str, str]]:
    document = make_document(TEXT)
    words = [("Gunmen", "gunman", "NOUN", 1), ("wounded", "wound", "VERB", -1)]
    words += [("guards", "guard", "NOUN", 1), (".", ".", "PUNCT", 1)]
    tokens = tuple(
        Token(
            at := TEXT.index(text),
            at + len(text),
            text,
            lemma,
            upos,
            "NNS",
            head,
            "dep",
        )
        for text, lemma, upos, head in words
    )
    annotations = Annotations(document.id, sentences=(Sentence(tokens, 0),))
    annotations = annotations.with_incidents((), parts)
    reader = PartyReader(document, annotations, load_events())
    complete_attacks([draft], annotations, reader)
    return [(one.part, one.party.name) for one in draft.participants]


def attack(*participants: Participant, modality: Modality = Modality.ASSERTED) -> Draft:
    return Draft("ASSAULT", None, list(participants), modality, 0, 0, 1, "wound")


def test_missing_side_is_filled_from_the_same_sentence() -> None:
    gunmen = part("Gunmen", IncidentRole.PERPETRATOR)
    guards = Participant(Party(None, "guards"), "recipient")

    assert complete(attack(guards), gunmen) == [
        ("recipient", "guards"),
        ("actor", "Gunmen"),
    ]


def test_who_suffered_needs_no_name() -> None:
    guards = part("guards", IncidentRole.UNNAMED)
    rebels = Participant(Party(None, "rebels"), "actor")

    assert complete(attack(rebels), guards) == [
        ("actor", "rebels"),
        ("recipient", "guards"),
    ]


def test_bullet_that_is_fired_is_not_dismissed() -> None:
    events = read_events(
        "Not one Sarvan bullet was fired last night, the army spokesman said. "
        "Soldiers fired bullets at the town hall of Merov on Monday."
    )

    assert [(one.type, one.mode) for one in events] == [("ASSAULT", None)]


def test_side_that_is_known_stays_as_it_is() -> None:
    gunmen = part("Gunmen", IncidentRole.PERPETRATOR)
    rebels = Participant(Party(None, "rebels"), "actor")

    assert complete(attack(rebels), gunmen) == [("actor", "rebels")]


def test_unsure_part_is_left_out() -> None:
    gunmen = part("Gunmen", IncidentRole.PERPETRATOR, here=-2.0)

    assert complete(attack(), gunmen) == []


def test_what_did_not_happen_is_not_completed() -> None:
    gunmen = part("Gunmen", IncidentRole.PERPETRATOR)

    assert complete(attack(modality=Modality.HYPOTHETICAL), gunmen) == []


def test_of_overlapping_parts_the_likeliest_is_kept() -> None:
    short = part("guards", IncidentRole.VICTIM, here=1.0)
    long = part("wounded guards", IncidentRole.VICTIM, here=2.0)

    assert outermost((short, long), (IncidentRole.VICTIM,)) == [long]
