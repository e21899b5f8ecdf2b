import pytest

from dragoman.text.families import find_family, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dead", "deaths"),
        ("quake", "earthquakes"),
        ("Arrested", "capture"),
        ("negotiations", "meeting"),
        ("ministers", "minister"),
    ],
)
def test_kin_meet(one: str, other: str) -> None:
    assert find_family(one) == find_family(other)


@pytest.mark.parametrize(
    ("one", "other"), [("arrest", "release"), ("win", "lose"), ("فتح", "قتل")]
)
def test_others_stay_apart(one: str, other: str) -> None:
    assert find_family(one) != find_family(other)


def test_a_particle_makes_another_verb() -> None:
    assert find_family("turn", "down") == find_family("reject")
    assert find_family("turn") != find_family("reject")


def test_three_letters_stay() -> None:
    assert stem("ring") == "ring"
    assert stem("added") == "ad" + "d"
