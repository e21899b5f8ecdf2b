"""Groups whose members are listed once act as those members."""

import pytest

from reading import read_events

CHAIRS = (
    "The co-chairs of the Lund Group (Igor Malik of Norway, Karl Brem of Kenya and Ada"
    " Wirth of Chile) released a statement. The co-chairs met Minister Lena Okoye on 3"
    " May."
)


def test_members_listed_in_brackets_meet() -> None:
    (met,) = (one for one in read_events(CHAIRS) if one.type == "CONSULT")

    assert [one.party.name for one in met.participants] == [
        "Igor Malik",
        "Karl Brem",
        "Ada Wirth",
        "Lena Okoye",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # One apposition is no list.
        "The envoys of the Lund Group (the Group) met Lena Okoye on 3 May.",
        # Who is described with an open bracket is described without it.
        "The envoys of Norway (Malik and others met Lena Okoye on 3 May.",
    ],
)
def test_a_group_without_a_list_stays_as_it_is_described(text: str) -> None:
    names = [one.party.name for e in read_events(text) for one in e.participants]

    assert all("(" not in name for name in names)
