import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_document, make_entity
from dragoman.model.claim import Claim, EntityClaim
from reported import report, resolve


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("Iran", None), ("Islamic Republic of Iran", None), True),
        (("Asunción", "PY"), ("Asuncion", None), True),
        (("Tripoli", "LY"), ("Tripoli", "LB"), False),
        (("Pak Sane", None), ("Pak Sane", None), True),
        (("Kaswa", "NG"), ("Kaswa State", "NG"), True),
        (("Kaswa Province", "NG"), ("Kaswa State", None), True),
        (("the Republic of Talvar", None), ("Talvar", None), True),
        (("Republic of the Congo", None), ("Congo", None), False),
        (("Beirut", None), ("Tehran", None), False),
    ],
)
def test_places_join_by_name_and_state(
    one: tuple[str, str | None],
    other: tuple[str, str | None],
    joined: bool,  # noqa: FBT001 - a column
) -> None:
    first = report(1, one[0], schema="Place", country=one[1])
    second = report(2, other[0], schema="Place", country=other[1])

    assert resolve(first, second).together(first[1], second[1]) is joined


def town(number: int, region: str | None) -> tuple[list[Claim], EntityClaim]:
    """Make a document on one of the Springfields of the United States."""
    where = f", {region}" if region else ""
    document = make_document(f"Report {number}: a mill burnt in Springfield{where}.")
    city = make_entity(
        document, "Springfield", schema="Place", types=("city",), country="US"
    )
    claims: list[Claim] = [city]
    if region:
        state = make_entity(
            document, region, schema="Place", types=("region",), country="US"
        )
        claims.append(state)
    return claims, city


@given(st.permutations(("Illinois", "Illinois", "Oregon", None)))
def test_towns_of_one_name_are_told_by_the_region_behind_it(
    regions: list[str | None],
) -> None:
    made = [town(n, region) for n, region in enumerate(regions)]
    desk = resolve(*made)
    homes = {
        region: {
            desk.canonical(city.id)
            for (_, city), each in zip(made, regions, strict=True)
            if each == region
        }
        for region in ("Illinois", "Oregon", None)
    }

    assert len(homes["Illinois"]) == 1
    assert homes["Illinois"].isdisjoint(homes["Oregon"])


@pytest.mark.parametrize("region", ["Illinois", None])
def test_a_town_without_a_region_joins_the_only_one_of_its_name(
    region: str | None,
) -> None:
    first, second = town(1, "Illinois"), town(2, region)

    assert resolve(first, second).together(first[1], second[1])


def test_a_land_is_not_the_town_that_it_is_called_by() -> None:
    town = report(1, "Zhel", schema="Place")
    land = report(2, "Zhelia", schema="Place")

    desk = resolve(town, land)

    assert not desk.together(town[1], land[1])
