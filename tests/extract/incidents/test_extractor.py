"""Incident claims of texts of our own, read by the whole pipeline."""

import pytest

from dragoman.extract.incidents.extractor import IncidentExtractor
from dragoman.model.claim import EntityClaim, EventClaim, IncidentClaim
from dragoman.model.incident import IncidentKind, IncidentPart, IncidentRole
from reading import read_claims, read_document

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

    assert all(isinstance(event, EventClaim) for event in told)
    assert any("Elena Marosz" in event.citations[0].quote for event in told)
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


def weighed(
    text: str, kinds: dict[str, float], *parts: tuple[str, IncidentRole, list[float]]
) -> list[IncidentClaim]:
    """Return the incidents of a text in which kinds and parts are told by hand."""
    document, annotations = read_document(text)
    told = []
    for words, role, odds in parts:
        start = text.index(words)
        end = start + len(words)
        told.append(IncidentPart(start, end, 0, 0, role, 2.0, 2.0, tuple(odds)))
    annotations = annotations.with_incidents(
        [IncidentKind(kind, score) for kind, score in kinds.items()], told
    )
    claims = read_claims(text)
    return list(IncidentExtractor().extract(document, annotations, claims))


def test_attack_belongs_to_the_record_of_its_kind_in_the_same_passage() -> None:
    text = "Gunmen killed a guard and abducted five nurses in Belmira on Monday."

    attack, kidnapping = weighed(
        text,
        {"attack": 1.5, "kidnapping": 1.0},
        ("Gunmen", IncidentRole.PERPETRATOR, [2.0, 2.0]),
        ("guard", IncidentRole.UNNAMED, [2.0, -9.0]),
    )

    told = {one.id: one for one in read_claims(text) if isinstance(one, EventClaim)}
    assert [told[one].mode for one in kidnapping.events] == ["abduct"]
    assert [told[one].mode for one in attack.events] == [None]


@pytest.mark.parametrize(
    ("text", "sufferer"),
    [
        ("Two nurses were kidnapped by gunmen in Belmira on Monday.", "Two nurses"),
        ("In Belmira gunmen kidnapped the nurses on Monday.", "nurses"),
    ],
)
def test_whoever_a_clause_tells_to_have_suffered_did_not_do_it(
    text: str, sufferer: str
) -> None:
    (found,) = weighed(
        text,
        {"kidnapping": 2.0},
        ("gunmen", IncidentRole.PERPETRATOR, [2.0]),
        (sufferer, IncidentRole.PERPETRATOR, [1.0]),
    )

    assert [part.citation.quote for part in found.parts] == ["gunmen"]


@pytest.mark.parametrize("name", ["Ruben Astavo", "Jalil Barq"])
def test_victims_do_not_tell_of_their_killing(name: str) -> None:
    text = (
        "Gunmen killed the judge Elena Marosz near Belmira on Monday. "
        f'"Two men fled," police chief {name} told reporters.'
    )
    document, annotations = read_document(text)
    parts = []
    for words, row in (("Elena Marosz", 0), (name, 1)):
        start = text.index(words)
        end = start + len(words)
        tree = annotations.sentences[row]
        head = next(n for n, word in enumerate(tree) if start <= word.start < end)
        if annotations.mention_headed(row, head) is None:
            head += 1
        part = IncidentPart(
            start, end, row, head, IncidentRole.VICTIM, 2.0, 2.0, (2.0,)
        )
        parts.append(part)
    annotations = annotations.with_incidents([IncidentKind("attack", 2.0)], parts)

    found = IncidentExtractor().extract(document, annotations, read_claims(text))

    victims = [part.citation.quote for one in found for part in one.parts]
    assert victims == ["Elena Marosz"]
