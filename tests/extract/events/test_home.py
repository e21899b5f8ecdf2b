"""The town or state whose body or office holder acts."""

import pytest

from reading import read_events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Kuala Lumpur High Court fined the trader Amin Tahir.", "Kuala Lumpur"),
        (
            "Prosecutors at the Special Court in The Hague indicted Ben Oti.",
            "Hague",
        ),
        ("Zambia's government on Tuesday lifted the curfew.", "Zambia"),
        ("Niger has expelled the ambassador, Salvo Pires.", "Niger"),
        ("Nairobi residents blocked the road on Friday.", "Nairobi"),
        ("The hunger strike of the Oaxaca teachers was over.", "Oaxaca"),
        ("The chief paid a call on the mayor of Gao, Musa Sow.", "Gao"),
        ("The archbishop of Gao voiced his solidarity with the strikers.", "Gao"),
    ],
)
def test_bodies_and_office_holders_act_at_home(text: str, place: str) -> None:
    assert [one.place_name for one in read_events(text)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Russia's government banned imports of German cars.",
        "Japan's parliament rejected the claims of Norway.",
        "The governor of Alaska voiced his solidarity with the strikers.",
        "Dortmund fans were arrested on Saturday.",
    ],
)
def test_where_others_or_no_body_act_is_not_told(text: str) -> None:
    assert {one.place_name for one in read_events(text)} == {None}
