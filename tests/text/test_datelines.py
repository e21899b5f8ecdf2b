"""Where a wire story begins after its dateline."""

import pytest

from dragoman.text.datelines import find_dateline

STORY = "The minister left."


@pytest.mark.parametrize(
    "dateline",
    [
        "ACCRA, 3 May (GNA) – ",
        "ASUNCIÓN, Mar 14 (APS) – ",
        "SEOUL, March 19 (Hanbit News) -- ",
        "BEIRUT (Reuters) - ",
        "BEIRUT (Reuters)_ ",
        "MIAMI _ ",
        "NEW YORK — ",
        "PUERTO PRINCESA CITY, Palawan — ",
        "Tehran (IRNA) – ",
        "Tallinn, 3 May – ",
        "Muscat, Rajab 29, 1446, Jan 30, 2025, ONA -- ",
        "МОСКВА, 3 мая (ТАСС) – ",
        "(Northern Wire) - ",
        "(وفا) – ",
        "OSK, Republic of the Velmora (NWA) - ",
        "Osk, Velmora – ",
        "Osk, Velmora, (Tarsk Point - NWA - 15th Jul, 2024 ) :",
    ],
)
def test_story_begins_after_the_dateline(dateline: str) -> None:
    assert find_dateline(dateline + STORY) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The minister – a former judge – left.",
        "U.S. - China ties are cold.",
        "Rice – and guns.",
        "Rice, Maize – and guns.",
        "(UN) Secretary-General Lee - a former minister - left.",
        "(2023) - The year of the flood.",
        "",
        "ACCRA, 3 May (GNA) –",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    "dateline",
    [
        "QUETTA: ",
        "Mogadishu (Somalia): ",
        "SANAA, Sept 28 ",
        "MINSK, May 3. /BNA/. ",
        "MINSK. May 3 (Interfax) - ",
    ],
)
def test_story_begins_after_a_dateline_without_a_dash(dateline: str) -> None:
    assert find_dateline(dateline + STORY) == len(dateline)


@pytest.mark.parametrize("text", ["UN: The council met.", "Note: The minister left."])
def test_a_heading_before_a_colon_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None
