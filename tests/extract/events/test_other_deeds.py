"""Other deeds that the same words tell, by what they take."""

import pytest

from reading import read_events, tell_event

SOFT = {"CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE", "CONCEDE"}


@pytest.mark.parametrize(
    "text",
    [
        # names of prizes, games and wars are nobody who is received or met
        "Ellen Marsh will host the 81st Academy Awards in March.",
        "Anna Lee received the Barrow Medal for Health in 1998.",
        "Norway hosted the Winter Olympics in 1994.",
        "Brazil hosted the Olympics and the Paralympics.",
        # what is met, gathered and assembled is no one
        "Chad and Mali, which had tried hard to meet the standards, were turned away.",
        "The police have gathered enough evidence against Karim Haddad.",
        "Anna Lee has assembled a team.",
        "Chad urged the League to convene an independent panel.",
        "Anna Lee welcomed several hundred guests.",
        # things that travel, and people who are sent
        "The money was returned to the Front by Karim Haddad.",
        "Two pilots flew the jet to Riga.",
        # one's own opinion, goods and shortcomings
        "Karim Haddad agreed.",
        "Anna Lee agreed, but said she should not pay for it.",
        "Hundreds of vendors offered products, joined by guests like Anna Lee.",
        "Her former husband, Karim Haddad, committed suicide.",
        "Anna Lee conceded that the country is short of medicine.",
        "The Front accepted responsibility for the bombings.",
        "The decree was suspended by an appeals court.",
        "Karim Haddad bowed in reverence before giving him a hug.",
        "Anna Lee declined to give her name in line with the rules.",
        "Karim Haddad supports himself as a driver.",
        "Anna Lee was treated as an outpatient.",
        "Eleven people were taken to hospital.",
        "Karim Haddad gave a blood sample.",
        "According to data provided by the ministry, 380 people were counted.",
        "The general authorised his commanders to use force.",
        "Karim Haddad dismissed the charges against him.",
        "Anna Lee was insufficiently equipped for the climb.",
        "Karim Haddad shared the record with Anna Lee.",
        "The Kremlin ordered missiles to be rolled into the base.",
        "Presidents must build bridges.",
        "Karim Haddad was standing outside his home with five other men.",
        # what one is part of is no place that one visits
        "Karim Haddad came back to school.",
        "When Anna Lee returns to court on Monday, she will argue.",
        "Anna Lee arrived in Congress in 1993.",
        # who is only seen and heard
        "Anna Lee heard a group of men arguing about a gun.",
        "Anna Lee hosted a fundraiser for the league.",
        "Between 60 and 100 rioters gathered around the church.",
        # nobody is said to have talked
        "Peace was negotiated among them.",
    ],
)
def test_other_deeds_are_told_by_the_same_words(text: str) -> None:
    assert [tell_event(one) for one in read_events(text) if one.type in SOFT] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Anna Lee hosted Karim Haddad in Riga.",
            "CONSULT/meeting asserted: a Anna Lee, r Karim Haddad @ Riga",
        ),
        (
            "Anna Lee met foreign dignitaries.",
            "CONSULT/meeting asserted: a Anna Lee, r foreign dignitaries",
        ),
        (
            "The president convened the cabinet.",
            "CONSULT/meeting asserted: a The president, a the cabinet",
        ),
        (
            "Anna Lee returned to Chad.",
            "CONSULT/visit asserted: a Anna Lee @ Chad",
        ),
        (
            "Chad agreed to reopen the border with Mali.",
            "AGREE/ asserted: a Chad, r Mali",
        ),
        (
            "Chad has offered to help Mali.",
            "AGREE/promise planned: a Chad, r Mali",
        ),
        (
            "Chad promised Mali that the pumps would come.",
            "AGREE/promise planned: a Chad, r Mali",
        ),
    ],
)
def test_the_sense_that_tells_the_event_stays(text: str, told: str) -> None:
    assert told in [tell_event(one) for one in read_events(text)]


def test_who_tells_of_himself_is_he() -> None:
    events = read_events(
        "Anna Lee and Karim Haddad met in Riga. With Omar Dill at his side, Karim"
        " Haddad repeated that he plans to meet with the king."
    )

    assert tell_event(events[-1]).endswith("planned: a Karim Haddad, r the king")


def test_offices_in_a_row_before_a_name_are_one_man() -> None:
    (event,) = read_events("Anna Lee met former minister and senator Karim Haddad.")

    assert tell_event(event) == "CONSULT/meeting asserted: a Anna Lee, r Karim Haddad"


def test_a_government_does_not_give_where_it_rules() -> None:
    (event,) = read_events(
        "The League of Academies was funded by the government of Saudi Arabia."
    )

    assert event.place_name is None


@pytest.mark.parametrize(
    "text",
    [
        "Chad pledged to reach the target set at talks of the League.",
        "Chad promised calm until Karim Haddad was returned to Mali.",
        "Chad promised to vote next year after delegates from Mali had left.",
    ],
)
def test_a_promise_is_made_to_nobody_who_is_only_named(text: str) -> None:
    events = read_events(text)
    assert [one for one in events if (one.type, one.mode) == ("AGREE", "promise")] == []
