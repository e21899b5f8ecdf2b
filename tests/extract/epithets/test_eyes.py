"""What somebody is to others, and names told across an aside or another clause."""

import pytest

from reading import read_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Balov, to whom Radoslav Penev is “the subtenant of the palace”, spoke.",
            ("the subtenant of the palace", "Radoslav Penev", ["Balov"]),
        ),
        (
            "For the miners, President Luis Quiroz remains “the landlord”.",
            ("the landlord", "Luis Quiroz", ["the miners"]),
        ),
        (
            "In the words of Bola Tanko, Sule Danladi is “a tenant with a drum”.",
            ("a tenant with a drum", "Sule Danladi", ["Bola Tanko"]),
        ),
        (
            "Haidar mocked Elias Karam, once a friend, as “the voice of the embassy”.",
            ("the voice of the embassy", "Elias Karam", ["Haidar"]),
        ),
        (
            "Pages used it after the death of Idris Buhli, whom they mock as “the"
            " banker of the drowned”.",
            ("the banker of the drowned", "Idris Buhli", ["Pages"]),
        ),
        (
            "Articles from the city's newspapers about Qasim al-Ruba, whom these"
            " describe as the “banker of the tunnels”, were shared.",
            ("banker of the tunnels", "Qasim al-Ruba", ["the city's newspapers"]),
        ),
        (
            "Omar Murtad revealed that the envoy had asked for time, and mocked Elias"
            " Karam as “the embassy's echo”.",
            ("the embassy's echo", "Elias Karam", ["Omar Murtad"]),
        ),
        (
            "Israel struck twice. Omar Murtad warned, “Whoever strikes will count his"
            " villages. The Zionist entity has learned nothing.”",
            ("Zionist entity", "Israel", ["Murtad"]),
        ),
    ],
)
def test_names_are_found_with_their_users(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    name, bearer, by = expected
    found = read_named(text)
    assert [(one, whom) for one, whom, _ in found] == [(name, bearer)]
    assert all(any(user in given for given in found[0][2]) for user in by)


@pytest.mark.parametrize(
    "text",
    [
        "For Ana Ruiz the meeting was “a waste of paper”.",
        "To whom it may concern, the budget is “a joke”, said Ana Ruiz.",
        "He told Ana Ruiz, whom he met on Monday, that the plan was “a joke”.",
    ],
)
def test_what_is_said_of_things_names_nobody(text: str) -> None:
    assert read_named(text) == []
