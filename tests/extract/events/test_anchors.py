"""What a time hangs on."""

from reading import read_events


def test_the_date_of_a_thing_is_not_that_of_what_is_said_of_it() -> None:
    (claim,) = read_events("Haddad criticised the election of May 2020.")

    assert claim.time is None


def test_a_treaty_is_not_broken_on_its_own_date() -> None:
    claims = read_events("He denied that the dam breaks the Asha Convention of 1987.")

    assert all(claim.time is None for claim in claims)


def test_a_tribute_is_not_paid_on_the_day_of_a_death() -> None:
    claims = read_events(
        "The ministers paid tribute to the baker Ivo Tomic, who was killed on 5 May."
    )

    times = {claim.type: claim.time and claim.time.value for claim in claims}
    assert times == {"SUPPORT": None, "ASSAULT": "2024-05-05"}
