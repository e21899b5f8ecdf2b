"""Who acts, or whom it is done to, where several verbs have one phrase for it."""

import pytest

from reading import read_events, tell_event

CASES = [
    (
        "Police arrested and later released the opposition leader Ana Ruiz in Orlova.",
        [
            "COERCE/arrest asserted: a Police, r Ana Ruiz",
            "RETREAT/release asserted: a Police, r Ana Ruiz @ Orlova",
        ],
    ),
    (
        "The ministers met in Orlova and thanked Ana Ruiz.",
        [
            "CONSULT/meeting asserted: a The ministers @ Orlova",
            "SUPPORT/ asserted: a The ministers, r Ana Ruiz",
        ],
    ),
    (
        "The army withdrew and handed over the base in Orlova.",
        ["RETREAT/withdraw asserted: a The army @ Orlova"],
    ),
    (
        "The post was attacked and burned by rebels in Orlova.",
        ["ASSAULT/ asserted: a rebels, r The post @ Orlova"] * 2,
    ),
    # Who charges somebody, or brings him to safety, is often left out.
    (
        "Ana Ruiz was charged with treason on Monday.",
        ["ACCUSE/investigate asserted: r Ana Ruiz 2024-05-06"],
    ),
    (
        "Some 200 residents were evacuated from Orlova on Monday.",
        ["AID/ asserted: r Some 200 residents 2024-05-06"],
    ),
    ("The guests were escorted out of the building on Monday.", []),
    # Members of a group that stand behind what is told of it.
    (
        "Nine activists were arrested in Orlova, including the lawyer Ana Ruiz and"
        " Tom Okoye.",
        ["COERCE/arrest asserted: r Nine activists, r Ana Ruiz, r Tom Okoye @ Orlova"],
    ),
    (
        "Police detained 12 people on Monday, including the journalist Ana Ruiz.",
        ["COERCE/arrest asserted: a Police, r 12 people, r Ana Ruiz 2024-05-06"],
    ),
    # Whose a blow is by the adjective on it, which alone may only tell where it was.
    (
        "Five people were killed in an Israeli air strike on Orlova.",
        ["ASSAULT/heavy-weapons asserted: r Five people, r Orlova, a Israel @ Orlova"],
    ),
    (
        "The Peruvian general strike began in Orlova on Monday.",
        ["PROTEST/strike asserted:  @ Orlova 2024-05-06"],
    ),
    # Who goes along with a subject.
    (
        "The minister, Ana Ruiz, along with her deputy, Tom Okoye, met Lena Orlik.",
        ["CONSULT/meeting asserted: a Ana Ruiz, a Tom Okoye, r Lena Orlik"],
    ),
    (
        "Ana Ruiz, together with Tom Okoye, received Lena Orlik.",
        ["CONSULT/meeting asserted: a Ana Ruiz, a Tom Okoye, r Lena Orlik"],
    ),
    # Who is meant by "the rebel group".
    (
        "The M23 seized Goma. The rebel group killed 12 people in Sake.",
        [
            "ASSAULT/ asserted: a M23, r Goma @ Goma",
            "ASSAULT/ asserted: a M23, r 12 people @ Sake",
        ],
    ),
    (
        "Police arrested Tom Okoye of Ana Ruiz's group",
        ["COERCE/arrest asserted: a Police, r Tom Okoye"],
    ),
    (
        "The M23 seized Goma. A rebel group entered Sake. The rebel group killed 12"
        " people.",
        [
            "ASSAULT/ asserted: a M23, r Goma @ Goma",
            "ASSAULT/ asserted: a The rebel group, r 12 people",
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_events(text: str, told: list[str]) -> None:
    assert [tell_event(claim) for claim in read_events(text)] == told
