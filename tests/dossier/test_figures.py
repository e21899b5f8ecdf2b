"""Figures that different speakers give for the same thing."""

from dragoman.dossier.figures import find_figures
from dragoman.model.claim import StatementClaim
from reading import read_claims


def figures(text: str) -> list[tuple[str, str]]:
    claims = [one for one in read_claims(text) if isinstance(one, StatementClaim)]
    return [(one.thing, one.words) for one in find_figures(claims)]  # type: ignore[arg-type]


def test_it_is_the_thing_of_the_figure_before() -> None:
    told = figures(
        "Minister Lena Okafor gives the flow at the bridge as 305 litres per second, "
        "and General Omar Tal gives it as 180."
    )
    assert told == [
        ("flow at the bridge", "305 litres per second"),
        ("flow at the bridge", "180"),
    ]


def test_words_without_a_number_are_no_figure() -> None:
    assert figures("Lena Okafor described the bridge as safe.") == []
