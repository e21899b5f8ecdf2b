import pytest
from tests.annotate.test_actors import tell_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Let Me Know", set()),
        ("London Has Been Great.", {"London"}),
        ("Most of All, My Daughter Loves It!", set()),
        ("Plus, It 'S Super Healthy!", set()),
        ("Beirut Was Never So Quiet.", {"Beirut"}),
    ],
)
def test_capitals_show_nothing_where_all_words_have_them(
    text: str, names: set[str]
) -> None:
    assert tell_names(text).keys() == names


def test_body_in_capitals_ends_at_small_words() -> None:
    text = "THE SENATORS AND THE DEMOCRATIC NATIONAL COMMITTEE (DNC) REFUSED TO ANSWER."

    assert not any(name.startswith("AND") for name in tell_names(text))


def test_names_are_read_in_title_case_as_well_where_there_are_no_capitals() -> None:
    text = "MEMBERS OF THE RIMA BRIGADES MET LENA ORB NEAR OSKAL."

    assert tell_names(text).keys() == {"RIMA BRIGADES", "LENA ORB", "OSKAL"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THEY LEFT OUT STATE DEPARTMENT HANDS LIKE TOM ORB.", "STATE DEPARTMENT"),
        ("the state department and lena orb met in oskal.", "state department"),
        ("The state Department of Revenue closed on Monday.", "Department of Revenue"),
    ],
)
def test_whose_a_department_is_parts_where_capitals_do(text: str, name: str) -> None:
    assert name in tell_names(text)


def test_capitals_do_not_lengthen_a_name_where_all_is_in_capitals() -> None:
    text = "SHE RAN AGAINST THE NATIONAL PARTY AND LOST IN VELIN."

    assert tell_names(text).keys() == {"NATIONAL PARTY", "VELIN"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Santa Barbara California is a bit north of Ventura.",
            {"Santa Barbara", "California", "Ventura"},
        ),
        ("i moved from mombasa kenya to london", {"mombasa", "kenya", "london"}),
        ("She left Baja California on Monday.", {"Baja California"}),
        ("The New South Wales coast was hit.", {"New South Wales"}),
    ],
)
def test_place_and_the_land_behind_it_are_two(text: str, names: set[str]) -> None:
    assert tell_names(text).keys() == names
