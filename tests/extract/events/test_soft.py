"""Working together, giving way, aid, backing, asking and blame, in many words."""

import pytest

from reading import read_events

TOLD = [
    ("COOPERATE", "Laotian and Thai divers searched the riverbed side by side."),
    ("COOPERATE", "Chad and Niger reopened the bridge at Kouri to lorries on Monday."),
    ("COOPERATE", "Chad handed the fugitive banker Idriss Moussa over to Niger."),
    ("COOPERATE", "Chad sold Niger six drones last year."),
    ("COOPERATE", "Chad and Niger opened a joint customs post at Kouri on Monday."),
    ("SUPPORT", "Diplomatic relations between Chad and Niger were restored on 4 May."),
    ("SUPPORT", "Four hundred doctors signed an open letter in support of the nurses."),
    ("SUPPORT", "The general gave the militia his blessing on Monday."),
    ("SUPPORT", "The president voiced full confidence in Defence Minister Ana Ruiz."),
    ("SUPPORT", "Chad stands firmly behind Niger, its foreign minister said."),
    ("CONCEDE", "The charges against Ana Ruiz were dropped on Monday."),
    ("CONCEDE", "The junta acknowledged its mistake on Monday."),
    ("AID", "Ana Ruiz has been given asylum in Chad."),
    ("AID", "The coastguard picked up 87 migrants off Lipno."),
    ("AID", "Czech gunsmiths delivered the first 18 of 50 launchers to Chad's army."),
    ("AID", "A frigate of the navy came to the rescue of the crew of a tanker."),
    ("AID", "Chad received a loan of two billion euros from Niger."),
    ("AID", "A shipment of flour from Chad reached Lipno on Monday."),
    ("AID", "Chad made available 40 million euros for displaced families."),
    ("AID", "The nuns took in 60 families whose houses had burned down."),
    ("AGREE", "Under a deal with Niger, Chad will take back 300 herders."),
    ("CONCEDE", "The governor bowed to the nurses' demands."),
    ("CONCEDE", "The minister admitted that the raid had been a mistake."),
    ("COOPERATE", "Chad and Niger opened a joint gas plant on Monday."),
    ("SUPPORT", "Hundreds turned out in solidarity with the imam."),
    ("REQUEST", "Chad asked the commission for two patrol aircraft."),
    ("CONSULT", "Ana Ruiz called Jun Kim to apologise."),
    ("CONSULT", "General Musa Bello slipped into Lipno on Monday."),
    ("AGREE", "An exchange of notes between Chad and Niger took place in Lipno."),
    ("CONSULT", "Ana Ruiz and Jun Kim held an in-depth exchange of views in Lipno."),
    ("REQUEST", "A petition by the residents was handed to the mayor on Friday."),
    ("REQUEST", "An urgent request by Chad reached the secretariat on Tuesday."),
    ("REQUEST", "Chad sent troops at the request of Niger."),
    ("REJECT", "Chad denied the envoy a visa."),
    ("REJECT", "The plan foundered on the veto of Chad."),
    ("REJECT", "Teachers voted against the offer."),
    ("ACCUSE", "Chad holds Niger responsible for the shelling."),
    ("ACCUSE", "A panel of experts finds that Chadian units looted clinics in Lipno."),
    ("ACCUSE", "The opposition says the president rigged the vote."),
]
OPEN = [
    "Deputies did not say if the foundation had violated any law.",
    "Ana Ruiz wants to leave the party.",
    "Ana Ruiz told the paper that it was a hard year and that she would rest.",
    "The chair may invite observers and propose the suspension of a member.",
    "The death of the judge left the court divided.",
    "The mill sold flour to bakers, and they all worked together.",
    "The clerk, recently let go from the bank, opened a shop.",
    "The mayor rang the bell of the church.",
    "She gave only her first name.",
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_acts_among_partners_are_told_in_many_ways(kind: str, text: str) -> None:
    assert kind in {one.type for one in read_events(text) if one.modality == "asserted"}


@pytest.mark.parametrize("text", OPEN)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert not [one for one in read_events(text) if one.modality == "asserted"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "A deal between the union and the ministry was struck.",
            ["union", "ministry"],
        ),
        ("Chad sold Niger six drones last year.", ["Chad", "Niger"]),
        ("The World Bank approved a loan for Chad's railways.", ["World Bank"]),
        ("We urge Chad to free Musa Bello, the League wrote.", ["League", "Chad"]),
        ("It was the fishermen of Gao who rescued the nuns.", ["fishermen of Gao"]),
    ],
)
def test_both_sides_are_there(text: str, names: list[str]) -> None:
    told = [
        " ; ".join(each.party.name for each in one.participants)
        for one in read_events(text)
        if one.modality == "asserted"
    ]
    assert any(all(name in line for name in names) for line in told), told
    assert not any("It was" in line for line in told)
