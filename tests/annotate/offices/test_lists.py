"""Offices in the lists of communiqués: who was there, and for whom."""

import pytest

from naming import tell_names, tell_offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Ruiz, joint secretary, South Asia Division, and Omar Karam, "
            "Additional "
            "Secretary, Ministry of Trade, led the delegations.",
            [
                "Ana Ruiz: joint secretary of South Asia Division",
                "Omar Karam: Additional Secretary of Ministry of Trade",
            ],
        ),
        (
            "The delegation included Omar Karam, under secretary, Ministry of "
            "Industry, "
            "Commerce and Supplies, among others.",
            [
                "Omar Karam: under secretary of Ministry of Industry, Commerce and "
                "Supplies"
            ],
        ),
        (
            "The delegation comprised Mr Aziz Toure Ambassador of Norway to "
            "Nepal and Omar "
            "Karam Second Secretary, Norwegian Embassy, Kathmandu.",
            [
                "Aziz Toure: Ambassador of Norway",
                "Omar Karam: Second Secretary of Norwegian Embassy",
            ],
        ),
        (
            "The foreign ministers of Chad, Ana Ruiz, and of Mali, Omar Karam, "
            "signed it.",
            [
                "Ana Ruiz: foreign minister of Chad",
                "Omar Karam: foreign minister of Mali",
            ],
        ),
        (
            "Those present included Lt Gen Omar Karam, Chief of Army Staff, "
            "Lina Haddad, "
            "Secretary Defence, and Ana Ruiz, Foreign Secretary.",
            [
                "Omar Karam: Lt Gen",
                "Omar Karam: Chief of Army Staff",
                "Lina Haddad: Secretary Defence",
                "Ana Ruiz: Foreign Secretary",
            ],
        ),
        (
            "It was moved by the Leader of the Independent Group and the Member of "
            "Parliament for Dorset, Dr Omar Karam.",
            [
                "Omar Karam: Leader of Independent Group",
                "Omar Karam: Member of Parliament",
            ],
        ),
        (
            "The UN Resident Coordinator in Dhaka Ana Ruiz and the Mayor of "
            "Kampala Omar "
            "Karam were there.",
            ["Ana Ruiz: Resident Coordinator of UN", "Omar Karam: Mayor of Kampala"],
        ),
        (
            "An opposition leader in Norway, Ana Ruiz of the Steppe Party, said so.",
            ["Ana Ruiz: opposition leader of Steppe Party"],
        ),
        (
            "Those present included the Inspector General of Police, Ana Ruiz, the "
            "Deputy Inspector General of Police, Omar Karam, and the Commissioner of "
            "Prisons, Lina Haddad.",
            [
                "Ana Ruiz: Inspector General of Police",
                "Omar Karam: Deputy Inspector General of Police",
                "Lina Haddad: Commissioner of Prisons",
            ],
        ),
    ],
)
def test_each_in_a_list_has_the_own_office(text: str, expected: list[str]) -> None:
    assert sorted(tell_offices(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The acting information and culture minister Omar Karam spoke.",
            ["Omar Karam: acting information and culture minister (acting)"],
        ),
        (
            "After talks on trade and foreign minister Omar Karam's visit they left.",
            ["Omar Karam: foreign minister"],
        ),
        (
            "The general director of intelligence Mullah Omar Karam spoke.",
            ["Omar Karam: general director of intelligence"],
        ),
        (
            "Foreign Minister Amir Khan Karam spoke.",
            ["Amir Khan Karam: Foreign Minister"],
        ),
        ("Parliament Speaker Omar Karam spoke.", ["Omar Karam: Parliament Speaker"]),
        (
            "Omar Karam became Minister for Apiculture in 1966.",
            ["Omar Karam: Minister for Apiculture"],
        ),
        (
            "Omar Karam, a spokesman for the Kampala police force, said so.",
            ["Omar Karam: spokesman of Kampala police force"],
        ),
        ("Omar Karam, an economist who is close to her, said so.", []),
        (
            "Omar Karam, an economist at the Trade Bank, said so.",
            ["Omar Karam: economist of Trade Bank"],
        ),
        (
            "Interior Minister Ana Ruiz and Prosecutor-General Omar Karam spoke.",
            ["Ana Ruiz: Interior Minister", "Omar Karam: Prosecutor-General"],
        ),
        (
            "The bishop announced Omar Karam as the new treasurer of the Rapid Front.",
            ["Omar Karam: treasurer of Rapid Front"],
        ),
        (
            "They appointed Omar Karam as acting prosecutor-general on Monday.",
            ["Omar Karam: acting prosecutor-general (acting)"],
        ),
        (
            "Omar Karam was named Ambassador Extraordinary and Plenipotentiary of "
            "Chad.",
            ["Omar Karam: Ambassador Extraordinary and Plenipotentiary of Chad"],
        ),
        (
            "The UN Under-Secretary-General for Humanitarian Affairs and Emergency "
            "Relief Coordinator Omar Karam spoke.",
            [
                "Omar Karam: Under-Secretary-General for Humanitarian Affairs of UN",
                "Omar Karam: Emergency Relief Coordinator",
            ],
        ),
        (
            "They arrested deputy secretary general for administration Omar Karam.",
            ["Omar Karam: deputy secretary general of administration"],
        ),
        (
            "Omar Karam, a former senator and ambassador to the European Union, spoke.",
            [
                "Omar Karam: senator (former)",
                "Omar Karam: ambassador to the European Union (former)",
            ],
        ),
        (
            "Omar Karam, chief of the National Security Service, spoke.",
            ["Omar Karam: chief of National Security Service"],
        ),
        (
            "They named the security chief of the bank, Omar Karam, as the new "
            "governor.",
            ["Omar Karam: security chief of bank", "Omar Karam: governor"],
        ),
    ],
)
def test_titles_are_whole(text: str, expected: list[str]) -> None:
    assert tell_offices(text) == expected


def test_general_may_open_the_name_of_a_body() -> None:
    told = tell_names("Omar Karam, a former chief of the General Security, spoke.")

    assert [name for name, kind in told.items() if kind == "Person"] == ["Omar Karam"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Special Representative of the Secretary-General for Mali Ana Ruiz spoke.",
            ["Ana Ruiz: Special Representative"],
        ),
        (
            "The Special Representative of the United Nations Secretary-General for "
            "Mali and head of the mission, Ana Ruiz, spoke.",
            [
                "Ana Ruiz: Special Representative of United Nations",
                "Ana Ruiz: head of United Nations",
            ],
        ),
        (
            "Special Envoy of the President of Norway for the Middle East Omar Karam "
            "spoke.",
            ["Omar Karam: Special Envoy of Norway"],
        ),
        (
            "The Deputy Special Representative of the Secretary-General and "
            "Humanitarian Coordinator, Omar Karam, spoke.",
            [
                "Omar Karam: Deputy Special Representative",
                "Omar Karam: Humanitarian Coordinator",
            ],
        ),
        (
            "The envoy of Secretary-General Omar Karam spoke.",
            ["Omar Karam: Secretary-General"],
        ),
        (
            "The Personal Envoy of the Secretary-General, Omar Karam, spoke.",
            ["Omar Karam: Personal Envoy"],
        ),
    ],
)
def test_who_is_sent_is_not_who_sends(text: str, expected: list[str]) -> None:
    assert sorted(tell_offices(text)) == sorted(expected)
