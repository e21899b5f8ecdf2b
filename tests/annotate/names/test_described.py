import pytest

from naming import tell_names


@pytest.mark.parametrize(
    ("text", "body"),
    [
        # a class beside the name, of which no given name need be heard
        ("Hidroluz, the consortium that won the tender, denied it.", "Hidroluz"),
        ("The paper Yuzhny Bereg, a weekly, repeated the claim.", "Yuzhny Bereg"),
        ("Yuzhny Bereg, a Russian-language channel, said so.", "Yuzhny Bereg"),
        ("Ndako Ya Biso, a women's association, condemned it.", "Ndako Ya Biso"),
        ("The group's bulletin, Puka Inti, reprinted the letter.", "Puka Inti"),
        ("The collective Lumière Noire hung a banner.", "Lumière Noire"),
        ("The NGO Fórum Rural filed a complaint.", "Fórum Rural"),
        ("The shipping company Blue Anchor rerouted its vessels.", "Blue Anchor"),
        ("The cartel known as Tigre Celeste claimed it.", "Tigre Celeste"),
        ("The electoral authority, also known as Zarif Kom, barred it.", "Zarif Kom"),
        # who makes or sells something
        ("The beer maker Ishango raised prices.", "Ishango"),
        ("Zora Gradnja, a builder owned by the mayor's son, won.", "Zora Gradnja"),
        ("It was sold to Halcyon Terminals, a Singapore-based operator.",
         "Halcyon Terminals"),
        ("The chief executive of the cable's operator, Baltkabel, denied it.",
         "Baltkabel"),
        # what only bodies have, do and suffer
        ("Shares in Tamsin Ore fell.", "Tamsin Ore"),
        ("Tamsin Ore laid off 200 workers.", "Tamsin Ore"),
        ("The court dissolved Rung Arun.", "Rung Arun"),
        ("Pravi Put leader Dragan Mitrović rejected the offer.", "Pravi Put"),
        # openers and heads of other languages
        ("The village was attacked by Katibat al-Nur on Sunday.", "Katibat al-Nur"),
        ("Radnički Pokret supporters marched in the capital.", "Radnički Pokret"),
        ("Voz del Valle aired the recording.", "Voz del Valle"),
    ],
)  # fmt: skip
def test_a_name_is_of_the_kind_that_stands_beside_it(text: str, body: str) -> None:
    assert tell_names(text)[body] == "Organization"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Lasha Gvelukidze, the party said, would resign.", "Lasha Gvelukidze"),
        ("Pieter van Aalst, the fund, and two banks signed.", "Pieter van Aalst"),
        ("Zaza Metreli, a company driver, was held.", "Zaza Metreli"),
        ("Inal Kharbedia, the group's negotiator, rejected it.", "Inal Kharbedia"),
        ("Ranko Bjelan, a trader known for his temper, left.", "Ranko Bjelan"),
        ("The trader Ranko Bjelan left.", "Ranko Bjelan"),
        ("The builder, Ranko Bjelan, left.", "Ranko Bjelan"),
    ],
)
def test_a_person_is_none_beside_a_class_of_others(text: str, person: str) -> None:
    assert tell_names(text)[person] == "Person"


def test_a_town_may_be_called_by_a_saint() -> None:
    assert tell_names("Two men were arrested in Saint Orvin.") == {
        "Saint Orvin": "Place"
    }


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("His men also hold Ras Zarif.", "Ras Zarif", "Place"),
        ("Police hold Omar Karam.", "Omar Karam", "Person"),
        ("She knocked at the chapel of Pitaló.", "Pitaló", "Place"),
        ("Q: Maëlle Kervella, Ouest-Matin. The envoy spoke.", "Ouest-Matin",
         "Organization"),
        ("He met there, al-Nabd al-Jadid reported citing two officials, Omar Karam.",
         "al-Nabd al-Jadid", "Organization"),
    ],
)  # fmt: skip
def test_what_is_done_with_a_name_tells_its_kind(
    text: str, name: str, kind: str
) -> None:
    assert tell_names(text)[name] == kind
