"""Who acts, who is hit, where and when, as bulletins of force and law tell it."""

import pytest

from reading import read_events, tell_event

CASES = [
    # Who acts: fighters of a body, troops of who speaks, members of a group.
    (
        "Asha River Front spokesman Nizar Qabbis said it attacked a base on Sunday.",
        ["ASSAULT/ asserted: a Asha River Front, r a base 2024-05-05"],
    ),
    (
        "The governor of Merov, Ana Lind, said that its police arrested two drivers.",
        ["COERCE/arrest asserted: a Merov, r two drivers"],
    ),
    (
        "The army said its troops raided a hideout in Orlova district on Saturday.",
        ["COERCE/raid asserted: a The army, r a hideout @ Orlova 2024-05-04"],
    ),
    (
        "Lena Orlik, a reporter with Radio Tarvik, was arrested on Wednesday by agents"
        " of the National Security Directorate (DNS).",
        [
            "COERCE/arrest asserted: a National Security Directorate, r Lena Orlik"
            " 2024-05-08"
        ],
    ),
    (
        "Police commandos arrested three men in Orlova on Sunday, among them the"
        " driver, Kamran Asgar.",
        [
            "COERCE/arrest asserted: a Police commandos, r three men, r Kamran Asgar"
            " @ Orlova 2024-05-05"
        ],
    ),
    (
        "Judge Lena Orlik sentenced three officers, among them Colonel Oren Vashti, to"
        " life imprisonment.",
        ["SANCTION/convict asserted: a Lena Orlik, r three officers, r Oren Vashti"],
    ),
    (
        "She also accused the Border Corps of having abducted eleven students in"
        " Saray.",
        ["ASSAULT/abduct asserted: a Border Corps, r eleven students @ Saray"],
    ),
    # Nominal deeds that somebody announces, claims, admits.
    (
        "The minister announced the arrest of four men in Orlova on Sunday.",
        ["COERCE/arrest asserted: r four men @ Orlova 2024-05-05"],
    ),
    (
        "The Hill Front claimed the attack on the barracks in Orlova on Sunday.",
        ["ASSAULT/ asserted: a Hill Front, r the barracks @ Orlova 2024-05-05"],
    ),
    ("No group has claimed the attack on the barracks in Orlova.", []),
    (
        "The army claimed to have killed thirty rebels in air strikes near Orlova on"
        " Monday.",
        ["ASSAULT/ asserted: a The army, r thirty rebels @ Orlova 2024-05-06"],
    ),
    # Things that hit, and what a vehicle runs into.
    (
        "A bomb tore through the waiting hall of the railway station in Saray on"
        " Monday.",
        [
            "ASSAULT/ asserted: r the waiting hall of the railway station,"
            " w bomb @ Saray 2024-05-06"
        ],
    ),
    (
        "Two soldiers were wounded when their vehicle struck a mine near Orlova on"
        " Wednesday.",
        ["ASSAULT/ asserted: r Two soldiers @ Orlova 2024-05-08"],
    ),
    (
        "Artillery fire from the Varian side killed a farmer in Orlova on Tuesday.",
        ["ASSAULT/ asserted: r a farmer @ Orlova 2024-05-07"],
    ),
    ("A fire killed a farmer in Orlova on Tuesday.", []),
    (
        "Tarvik test-fired a missile on Thursday, the defence ministry said.",
        ["MOBILIZE/weapons asserted: a Tarvik 2024-05-02"],
    ),
    (
        "Gunmen shot dead two policemen near Orlova on Sunday night.",
        ["ASSAULT/firearms asserted: a Gunmen, r two policemen @ Orlova 2024-05-05"],
    ),
    # Where: beside a place, at the end of a road, at a site with a name.
    (
        "Varian aircraft struck a depot south of Tillit on 5 May.",
        [
            "ASSAULT/ asserted: a Varian aircraft, r a depot south of Tillit @ Tillit"
            " 2024-05-05"
        ],
    ),
    (
        "Two drone strikes carried out by the army on Wednesday hit an encampment"
        " north of Orlova.",
        [
            "ASSAULT/ asserted: a the army, r an encampment, w drone strikes @ Orlova"
            " 2024-05-08"
        ],
    ),
    (
        "The farmers blocked the road to Saray on Monday.",
        ["PROTEST/obstruct asserted: a The farmers, r Saray @ Saray 2024-05-06"],
    ),
    (
        "The police arrested a man in Orlova on Monday. On Friday the Hill Front"
        " bombed a bus stand in the town.",
        [
            "COERCE/arrest asserted: a The police, r a man @ Orlova 2024-05-06",
            "ASSAULT/explosives asserted: a Hill Front, r a bus stand @ Orlova"
            " 2024-05-03",
        ],
    ),
    # Acts of law.
    (
        "On 11 April the Media Council suspended the licence of Canal Nord for thirty"
        " days.",
        ["SANCTION/discontinue asserted: a Media Council, r Canal Nord 2024-04-11"],
    ),
    (
        "The Supreme Court handed down a life sentence to the former general Oren"
        " Vashti on Tuesday.",
        ["SANCTION/convict asserted: a Supreme Court, r Oren Vashti 2024-05-07"],
    ),
    (
        "The government froze the assets of Halcyon Shipping on Monday.",
        [
            "SANCTION/discontinue asserted: a The government, r the assets of Halcyon"
            " Shipping, r Halcyon Shipping 2024-05-06"
        ],
    ),
    # Protests: who calls them, who gathers them.
    (
        "On Tuesday the Unity Party gathered tens of thousands of supporters at"
        " Victory Square in Saray.",
        ["PROTEST/demo asserted: a Unity Party @ Victory Square 2024-05-07"],
    ),
    (
        "The rally that the Unity Party had announced for Sunday in Saray did not take"
        " place.",
        ["PROTEST/demo cancelled: a Unity Party @ Saray 2024-05-05"],
    ),
    ("The Front's delegation left the talks in Doha on Thursday in protest.", []),
    # At sea and in the air.
    (
        "In March 2022, Tarvik held the tanker Orlanda for nineteen days.",
        ["COERCE/seize asserted: a Tarvik, r the tanker Orlanda 2022-03"],
    ),
    (
        "Two Varian fighters crossed into Tarvik airspace near the island of Orlo on"
        " Wednesday.",
        ["MOBILIZE/weapons asserted: a Two Varian fighters @ Orlo 2024-05-08"],
    ),
    # What comes first in a diary is its day.
    (
        "6 April – Soldiers seized an air base in Palmera.",
        ["ASSAULT/ asserted: a Soldiers, r an air base @ Palmera 2024-04-06"],
    ),
    # Recalled is told; freed are those who were held.
    (
        "It should be recalled that Oren Vashti met Lena Orlik near Gao in March 2024.",
        ["CONSULT/meeting asserted: a Oren Vashti, r Lena Orlik @ Gao 2024-03"],
    ),
    (
        "Two engineers who had been in the hands of the Front walked free in Orlova on"
        " Friday.",
        ["RETREAT/release asserted: r Two engineers @ Orlova 2024-05-03"],
    ),
    (
        "Lena Orlik, the ambassador of Tarvik, was summoned to the foreign ministry on"
        " Friday.",
        ["ACCUSE/disapprove asserted: r Lena Orlik, a the foreign ministry 2024-05-03"],
    ),
    # Who escapes attacks was not attacked; a strike of workers is no attack.
    ("The town of Gao had so far escaped the wave of attacks in the north.", []),
    (
        "The dockers held a rally during the strike at the port of Gao on Monday.",
        ["PROTEST/demo asserted: a The dockers @ Gao 2024-05-06"],
    ),
    (
        "The strike of the dockers at the port of Gao ended on Monday.",
        ["PROTEST/strike asserted: a the dockers @ Gao 2024-05-06"],
    ),
    (
        "Opposition leaders boycotted all contact with Chad on Monday.",
        ["PROTEST/boycott asserted: a Opposition leaders, r Chad 2024-05-06"],
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_force_is_told_with_who_and_where(text: str, told: list[str]) -> None:
    assert [tell_event(event) for event in read_events(text)] == told
