"""Records of incidents from parts made by hand."""

from collections.abc import Collection

import pytest

from dragoman.extract.incidents.records import TOLD, read_incidents
from dragoman.model.annotation import Annotations
from dragoman.model.incident import IncidentKind, IncidentPart, IncidentRole
from dragoman.model.syntax import Sentence, Token

TEXT = "Gunmen shot the mayor. Two gunmen fled. A car bomb hit مصرف الشرق later."
NEVER, SURE = -9.0, 3.0


def part(
    words: str,
    role: IncidentRole,
    score: float = 2.0,
    kinds: tuple[float, float] = (2.0, 2.0),
) -> IncidentPart:
    start = TEXT.index(words)
    return IncidentPart(start, start + len(words), 0, 0, role, score, score, kinds)


def annotate(
    attack: float, bombing: float, *parts: IncidentPart, text: str = TEXT
) -> Annotations:
    kinds = (IncidentKind("attack", attack), IncidentKind("bombing", bombing))
    token = Token(0, len(text), text, text, "NOUN", "NN", -1, "root")
    read = Annotations("d").with_(sentences=[Sentence((token,), 0)])
    return read.with_incidents(kinds, parts)


def names(annotations: Annotations) -> dict[str, list[str]]:
    return {
        record.kind: [TEXT[one.start : one.end] for one in record.parts]
        for record in read_incidents(annotations, TEXT)
    }


def test_document_that_tells_no_kind_has_no_record() -> None:
    weapon = part("car bomb", IncidentRole.WEAPON)

    assert names(annotate(NEVER, NEVER, weapon)) == {}


@pytest.mark.parametrize(("attacks", "kinds"), [((), []), ({"attack"}, ["attack"])])
def test_clause_that_tells_an_attack_speaks_for_its_kind(
    attacks: Collection[str], kinds: list[str]
) -> None:
    doubtful = annotate(TOLD["attack"], NEVER)

    found = read_incidents(doubtful, TEXT, attacks)

    assert [record.kind for record in found] == kinds


def test_part_goes_to_the_likeliest_kind() -> None:
    mayor = part("mayor", IncidentRole.VICTIM, kinds=(SURE, NEVER))
    bank = part("مصرف الشرق", IncidentRole.TARGET, kinds=(NEVER, SURE))

    assert names(annotate(1.0, SURE, mayor, bank)) == {
        "bombing": ["مصرف الشرق"],
        "attack": ["mayor"],
    }


def test_part_of_several_kinds_stands_in_each() -> None:
    gunmen = part("Gunmen", IncidentRole.PERPETRATOR, kinds=(SURE, SURE))

    found = names(annotate(SURE, 1.0, gunmen))

    assert found == {"attack": ["Gunmen"], "bombing": ["Gunmen"]}


def test_of_wordings_within_each_other_the_likeliest_is_kept() -> None:
    bomb = part("bomb", IncidentRole.WEAPON, kinds=(1.0, NEVER))
    car_bomb = part("car bomb", IncidentRole.WEAPON, kinds=(2.0, NEVER))

    assert names(annotate(SURE, NEVER, bomb, car_bomb)) == {"attack": ["car bomb"]}


def test_a_wording_counts_once() -> None:
    first = part("Gunmen", IncidentRole.PERPETRATOR)
    again = part("gunmen", IncidentRole.PERPETRATOR)

    assert names(annotate(SURE, NEVER, first, again)) == {"attack": ["Gunmen"]}


def test_unlikely_part_is_left_out() -> None:
    mayor = part("mayor", IncidentRole.WEAPON, score=SURE, kinds=(-5.0, SURE))

    assert names(annotate(SURE, NEVER, mayor)) == {"attack": []}


def test_a_wording_plays_one_part_in_an_incident() -> None:
    suspect = part("Gunmen", IncidentRole.PERPETRATOR, kinds=(2.0, NEVER))
    victim = part("Gunmen", IncidentRole.VICTIM, kinds=(1.0, SURE))

    (attack,) = read_incidents(annotate(SURE, NEVER, suspect, victim), TEXT)

    assert [one.role for one in attack.parts] == [IncidentRole.PERPETRATOR]


def test_short_form_in_brackets_is_no_second_organization() -> None:
    text = "The Tarvik Liberation Front (TLF) shot the mayor."
    spans = [(text.index(name), name) for name in ("Tarvik Liberation Front", "TLF")]
    parts = [
        IncidentPart(
            start, start + len(name), 0, 0, IncidentRole.ORGANIZATION, 2, 2, (2, 2)
        )
        for start, name in spans
    ]

    (record,) = read_incidents(annotate(SURE, NEVER, *parts, text=text), text)

    assert [text[one.start : one.end] for one in record.parts] == [
        "Tarvik Liberation Front"
    ]
