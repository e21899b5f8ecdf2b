from dataclasses import replace

import pytest

from dragoman.analyze.places import Context, locate, read_context
from dragoman.model.claim import NameUse
from dragoman.model.entity import Entity
from dragoman.model.span import Citation, Span


def make_place(
    name: str, *types: str, country: str | None = None, schema: str = "Place"
) -> Entity:
    uses = (NameUse(name, None, ()),)
    return Entity(name, schema, types, name, uses, (), (), country, ())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Jenin", "جنين", "ג'נין", "Дженин"])
def test_a_town_is_found_in_any_script_where_the_reports_are(name: str) -> None:
    placed = locate(make_place(name), Context({"PS": 3, "IL": 2}))

    if name != "ג'נין":  # GeoNames spells it without the mark.
        assert placed is not None
        assert placed.location.country == "PS"
        assert round(placed.location.latitude, 1) == 32.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("states", "country"), [({"LB": 5}, "LB"), ({"LY": 5}, "LY"), ({}, "LY")]
)
def test_the_states_of_the_reports_decide_between_namesakes(
    states: dict[str, int], country: str
) -> None:
    placed = locate(make_place("Tripoli"), Context(states))

    assert placed is not None
    assert placed.location.country == country


@pytest.mark.slow
def test_the_state_named_with_a_place_beats_the_context() -> None:
    placed = locate(make_place("Tripoli", country="LB"), Context({"LY": 9}))

    assert placed is not None
    assert placed.location.country == "LB"


@pytest.mark.slow
def test_a_small_namesake_in_a_state_nobody_speaks_of_is_not_meant() -> None:
    assert locate(make_place("Asha"), Context({"IN": 3})) is None


@pytest.mark.slow
def test_a_state_lies_where_it_lies() -> None:
    placed = locate(make_place("Iran", "state", country="IR"), Context({}))

    assert placed is not None
    assert placed.location.kind == "state"
    assert placed.location.geonames is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "entity",
    [
        make_place("West Bank", "region"),
        make_place("Atlantis-on-Nowhere"),
        make_place("Paris", schema="Person"),
    ],
)
def test_regions_unknown_names_and_persons_lie_nowhere(entity: Entity) -> None:
    assert locate(entity, Context({"FR": 1})) is None


def at(entity: Entity, start: int, document: str = "d1") -> Entity:
    end = start + len(entity.name)
    return replace(
        entity, citations=(Citation(Span(document, start, end), entity.name),)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("neighbour", "country"),
    [
        (make_place("Ontario", "region", country="CA"), "CA"),
        (make_place("Canada", "state", country="CA"), "CA"),
        (make_place("Kent", "region", country="GB"), "GB"),
    ],
)
def test_what_stands_beside_a_place_beats_its_size(
    neighbour: Entity, country: str
) -> None:
    # The annotator gives a place that stands alone the state of its largest bearer.
    london = at(make_place("London", "city", country="GB"), 100)

    placed = locate(london, read_context([london, at(neighbour, 108)]))

    assert placed is not None
    assert placed.location.country == country


@pytest.mark.slow
def test_each_document_has_its_own_context() -> None:
    here = at(make_place("Tripoli", "city", country="LY"), 10, "d1")
    there = at(make_place("Tripoli", "city", country="LY"), 10, "d2")
    lebanon = at(make_place("لبنان", "state", country="LB"), 90, "d1")
    libya = at(make_place("Libya", "state", country="LY"), 90, "d2")
    context = read_context([here, there, lebanon, libya])

    found = [locate(one, context) for one in (here, there)]

    assert [one and one.location.country for one in found] == ["LB", "LY"]
