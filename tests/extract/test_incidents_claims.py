"""Incident claims of texts of our own, read by the whole pipeline."""

import pytest

from dragoman.model.claim import EntityClaim, EventClaim, IncidentClaim
from reading import read_claims

TWO = (
    "Gunmen shot dead the mayor of Ostrava Nueva, Rafael Lindo, on Monday morning as "
    "he left his home. Police said two men on a motorcycle fired at him with pistols. "
    "The mayor had received threats for months. The government condemned the killing. "
    "In another attack, guerrillas of the Tarvik Liberation Front killed the judge "
    "Elena Marosz on Saturday in the port of Belmira. They opened fire on her car."
)


def incidents(text: str) -> list[IncidentClaim]:
    return [one for one in read_claims(text) if isinstance(one, IncidentClaim)]


def with_victim(text: str, name: str) -> IncidentClaim:
    (found,) = [
        one
        for one in incidents(text)
        if any(part.party.name == name and part.part == "victim" for part in one.parts)
    ]
    return found


@pytest.mark.parametrize("name", ["Rafael Lindo", "راشد المرّي"])
def test_whoever_is_named_is_an_entity_of_the_document(name: str) -> None:
    text = TWO.replace("Rafael Lindo", name)
    entities = {
        one.id: one for one in read_claims(text) if isinstance(one, EntityClaim)
    }

    (part,) = [p for p in with_victim(text, name).parts if p.part == "victim"]

    assert part.party.entity is not None
    assert entities[part.party.entity].name == name
    assert part.citation.quote == name


def test_each_record_has_the_events_that_tell_it() -> None:
    claims = {one.id: one for one in read_claims(TWO)}
    judge = with_victim(TWO, "Elena Marosz")

    told = [claims[event] for event in judge.events]

    assert told
    for event in told:
        assert isinstance(event, EventClaim)
        assert "Elena Marosz" in event.citations[0].quote
    mayor = with_victim(TWO, "Rafael Lindo")
    assert not set(mayor.events) & set(judge.events)


def test_every_part_stands_in_a_passage_that_is_cited() -> None:
    for incident in incidents(TWO):
        for part in incident.parts:
            span = part.citation.span
            assert any(
                one.span.start <= span.start and span.end <= one.span.end
                for one in incident.citations
            )


@pytest.mark.parametrize(
    "text",
    [
        "The minister warned that any attack on the port would be answered. An attack "
        "would be a crime, he said. He spoke of attacks all evening.",
        "Rebels threatened to bomb the dam. If they bomb it, the valley will flood.",
        "The council approved the budget for roads on Tuesday.",
        "The council of Varsa approved a budget on Tuesday. Mayor Ole Brandt warned "
        "that any attack on the dam would be answered. Last year a bomb threat closed "
        "the dam for a day.",
    ],
)
def test_talk_of_attacks_without_any_is_no_incident(text: str) -> None:
    assert incidents(text) == []


def test_kind_told_without_parts_rests_on_an_attack_of_that_kind() -> None:
    for incident in incidents(
        "Fighting went on in the valley. On Friday the town of Kesh was attacked. "
        "The attack lasted an hour. Attacks had been feared."
    ):
        assert incident.parts or incident.events
        assert incident.citations
