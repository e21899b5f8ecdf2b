"""Where and when a paragraph puts what its later sentences tell."""

import pytest

from reading import read_events, tell_event

# Published on Wednesday, 8 May 2024.
_TOLD = [
    (
        "The envoy, Harriet Lund, arrived in Dakar by train on Monday. She met "
        "the foreign minister, Oumar Sarr.",
        "CONSULT/meeting asserted: a Harriet Lund, r Oumar Sarr @ Dakar 2024-05-06",
    ),
    (
        "Monday evening found Harriet Lund in Niamey. She met the prime minister, "
        "Hadiza Bello.",
        "CONSULT/meeting asserted: a Harriet Lund, r Hadiza Bello @ Niamey 2024-05-06",
    ),
    (
        "Harriet Lund toured the coast last week. Lomé, on Thursday, was warmer. She "
        "met the trade minister, Kossi Mensah.",
        "CONSULT/meeting asserted: a Harriet Lund, r Kossi Mensah @ Lomé 2024-05-02",
    ),
    (
        "Samir Haddad has kept to his villa in Tyre since the vote. He saw the "
        "bishop, Elias Khoury, on Sunday.",
        "CONSULT/meeting asserted: a Samir Haddad, r Elias Khoury @ Tyre 2024-05-05",
    ),
    (
        "Thursday took the commissioner, Ines Duarte, to Praia. The president, Nuno "
        "Tavares, received her in the evening.",
        "CONSULT/meeting asserted: a Nuno Tavares, r Ines Duarte @ Praia 2024-05-02",
    ),
    (
        "In Arusha the mood was calmer. The two chairmen, Peter Moshi and Daudi "
        "Mrema, met on Saturday.",
        "CONSULT/meeting asserted: a Peter Moshi, a Daudi Mrema @ Arusha 2024-05-04",
    ),
    (
        "At the gate of Bukavu, things looked different. Some three hundred "
        "supporters of the Lake Party blocked the road there on Friday.",
        "PROTEST/obstruct asserted: a Lake Party @ Bukavu 2024-05-03",
    ),
    (
        "In Goma anger was growing. On Saturday evening two thousand people marched "
        "to the ministry behind a banner.",
        "PROTEST/demo asserted: a two thousand people, r the ministry @ Goma "
        "2024-05-04",
    ),
    (
        "On Monday Harriet Lund opened her first trip with Foreign Minister Oumar "
        "Sarr in Dakar.",
        "CONSULT/meeting asserted: a Harriet Lund, r Oumar Sarr @ Dakar 2024-05-06",
    ),
    (
        "In Niamey on Monday Harriet Lund found herself across the table from the "
        "head of the water board, Moussa Sani.",
        "CONSULT/meeting asserted: a Harriet Lund, r Moussa Sani @ Niamey 2024-05-06",
    ),
    (
        "The round table on the lake opened in Kisumu on Monday. The interior "
        "minister, Peter Otieno, chaired the session; Grace Achieng and Tom Mboya "
        "took part.",
        "CONSULT/meeting asserted: a Peter Otieno, a Grace Achieng, a Tom Mboya @ "
        "Kisumu 2024-05-06",
    ),
    (
        "On Friday night supporters of the candidate surrounded the election office "
        "in Kisumu.",
        "PROTEST/obstruct asserted: a supporters of the candidate @ Kisumu 2024-05-03",
    ),
    (
        "Juan Soto waited for Ana Ruiz at the port of Lima. They met on Monday.",
        "CONSULT/meeting asserted: a Juan Soto, a Ana Ruiz @ Lima 2024-05-06",
    ),
    (
        "President Juan Soto met the governor, Ana Ruiz, in Lima on Monday. The "
        "bishop, Luis Prado, was there too.",
        "CONSULT/meeting asserted: a Juan Soto, r Ana Ruiz, a Luis Prado @ Lima "
        "2024-05-06",
    ),
    (
        "A summit of the lake states is planned for Kisumu in June.",
        "CONSULT/meeting planned: a the lake states @ Kisumu 2024-06",
    ),
]


@pytest.mark.parametrize(("text", "told"), _TOLD)
def test_what_a_paragraph_goes_on_to_tell(text: str, told: str) -> None:
    assert told in [tell_event(one) for one in read_events(text)]


@pytest.mark.parametrize(
    "text",
    [
        # She was elsewhere before she arrived.
        "Harriet Lund arrived in Dakar on Monday. On Friday she had met the foreign "
        "minister of Chad, Oumar Sarr.",
        # Another place is named for it.
        "Harriet Lund arrived in Dakar on Monday. In Paris, the minister of culture, "
        "Anne Roux, met the Greek ambassador, Nikos Pappas.",
        # Where she said so is where nobody else met.
        "The envoy of the Lakes Forum, Harriet Lund, told reporters in Dakar that "
        "Chad would pay. Anne Roux met Nikos Pappas.",
    ],
)
def test_where_somebody_else_was_is_not_where_they_met(text: str) -> None:
    met = [one for one in read_events(text) if one.mode == "meeting"]

    assert met
    assert all(one.place_name != "Dakar" for one in met)


@pytest.mark.parametrize(
    "text",
    [
        "A meeting between Harriet Lund and the party leader, Sekou Diarra, had been "
        "arranged for Friday in Mopti. It never took place.",
        "The governor, Sekou Diarra, was to have received the visitor, Harriet Lund, "
        "in Mopti on Friday. The appointment was struck off the programme.",
        "Governor Sekou Diarra was to have received Harriet Lund in Mopti on Friday.",
    ],
)
def test_an_appointment_that_was_not_kept(text: str) -> None:
    (event,) = [one for one in read_events(text) if one.mode == "meeting"]

    assert event.modality == "cancelled"
    assert event.place_name == "Mopti"
    assert {one.party.name for one in event.participants} == {
        "Harriet Lund",
        "Sekou Diarra",
    }


def test_a_charge_to_come_is_not_called_off_with_a_rally() -> None:
    text = (
        "The general said that Parit Chai will be charged with sedition. The "
        "organisers of a rally in Chiang Mai, due on Friday, have called it off."
    )

    assert not [
        one
        for one in read_events(text)
        if one.type == "COERCE" and one.modality == "cancelled"
    ]


def test_a_call_about_doing_something_has_that_for_its_topic() -> None:
    text = (
        "On Tuesday President Rose Diop spoke by phone with her Chadian colleague, "
        "Idriss Bello, about opening the border to lorries."
    )
    (call,) = [one for one in read_events(text) if one.mode == "call"]

    assert call.topics == ("opening the border to lorries",)


def test_who_leads_the_second_side_is_part_of_it() -> None:
    text = (
        "The agreement had been reached in Arusha two days earlier between the deputy "
        "governor, Peter Moshi, and the elders of the Hill Council, led by Daudi Mrema."
    )
    (pact,) = [one for one in read_events(text) if one.type == "AGREE"]

    assert {"Peter Moshi", "Daudi Mrema"} <= {
        one.party.name for one in pact.participants
    }


def test_headings_with_the_hour_are_of_the_day_that_the_page_follows() -> None:
    text = (
        "LIVE: Third day of the port strike\n\nFollow the events of Tuesday 7 May with "
        "our reporters.\n\n18:50 – Released\n\nThe two inspectors were handed over to "
        "Bishop Paul Faye.\n\n15:45 – First contact\n\nThe labour minister, Rose Diop, "
        "met the union's president, Ousmane Sy.\n\n08:20 – Shots\n\nA driver was shot "
        "near Mbour.\n\n07:00 – Good morning\n\nThe harbour is shut."
    )
    found = {one.type: one.time for one in read_events(text)}

    for kind in ("RETREAT", "CONSULT", "ASSAULT"):
        time = found[kind]
        assert time is not None
        assert time.value == "2024-05-07"
