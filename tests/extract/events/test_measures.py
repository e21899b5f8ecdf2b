"""Force short of war: lists, cells, strikes of workers, squares, withdrawals."""

import pytest

from reading import read_events, tell_event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The bloc has imposed a series of severe sanctions on Mali.",
            "SANCTION/discontinue asserted: a The bloc, r Mali",
        ),
        (
            "Chad closed its border with Sudan on Monday.",
            "COERCE/ban asserted: a Chad, r Sudan",
        ),
        (
            "The drivers' strike that was to paralyse Lipno was averted on Tuesday.",
            "PROTEST/strike cancelled: a The drivers",
        ),
        (
            "A strike of judges, set for Tuesday, was called off.",
            "PROTEST/strike cancelled: a judges",
        ),
        (
            "Some two hundred refugees sat down in the road in Rosales on Friday.",
            "PROTEST/demo asserted: a Some two hundred refugees",
        ),
        (
            "The Zhelian Union suspended Rusava from all its activities on Tuesday.",
            "SANCTION/expel asserted: a Zhelian Union, r Rusava",
        ),
        (
            "The commission struck the Unity Party from the ballot in May.",
            "SANCTION/expel asserted: a The commission, r Unity Party",
        ),
        (
            "Lena Havel was moved to a punishment cell on Friday.",
            "COERCE/arrest asserted: r Lena Havel",
        ),
        (
            "Prosecutors barred Lena Havel from leaving the country.",
            "COERCE/ban asserted: a Prosecutors, r Lena Havel",
        ),
        (
            "The blogger walked out of Lipno prison on Tuesday.",
            "RETREAT/release asserted: r The blogger",
        ),
        (
            "The army abandoned its trenches along the highway on Saturday.",
            "RETREAT/withdraw asserted: a The army",
        ),
        (
            "Troops shot dead her son at a checkpoint in Lipno.",
            "ASSAULT/firearms asserted: a Troops, r her son",
        ),
        (
            "Police turned water cannon on the crowd in Lipno on Sunday.",
            "ASSAULT/crowd-control asserted: a Police",
        ),
        (
            "The army sends 600 soldiers to the municipality.",
            "MOBILIZE/troops asserted: a The army",
        ),
        (
            "The brigade withdrew from Lipno on Sunday.",
            "RETREAT/withdraw asserted: a The brigade @ Lipno",
        ),
        (
            "Soldiers entered Lipno on Monday.",
            "MOBILIZE/troops asserted: a Soldiers @ Lipno",
        ),
        (
            "Kesta Bank was added to Rusava's blacklist on Monday.",
            "SANCTION/discontinue asserted: r Kesta Bank, a Rusava",
        ),
    ],
)
def test_measures_are_told(text: str, told: str) -> None:
    events = [tell_event(one) for one in read_events(text)]

    assert any(one.startswith(told) for one in events), events


@pytest.mark.parametrize(
    "text",
    [
        "Tourists lost their way in the vote count.",
        "The firm added two phones to its list of products.",
        "The doctor moved to a flat in Lipno.",
        "The strike of the clock woke the child.",
    ],
)
def test_plain_doings_are_none(text: str) -> None:
    assert not [one for one in read_events(text) if one.type in {"PROTEST", "SANCTION"}]
