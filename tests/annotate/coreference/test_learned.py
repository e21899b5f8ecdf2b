"""What the model links, asked beside the rules; texts of our own."""

from naming import tell_referents
from reading import read_document


def test_description_means_the_person_named_before() -> None:
    text = (
        "Amal Haddad, a veteran diplomat, arrived in Nairobi on Monday. The veteran"
        " diplomat said that the talks had failed."
    )

    assert tell_referents(text, "The veteran diplomat") == ["Amal Haddad"]


def test_subject_and_object_pronoun_are_two() -> None:
    text = "President Omar Haddad opened the talks. Gonzalo Barboza thanked him."

    assert tell_referents(text, "him") == ["Omar Haddad"]


def test_army_is_not_the_liberation_army() -> None:
    text = (
        "The Highland Liberation Army (HLA) took the town. Its radio put the losses"
        " of the army at 31 dead."
    )

    assert tell_referents(text, "the army") == []


def test_his_country_is_the_one_he_holds_an_office_of() -> None:
    _, annotations = read_document(
        "Malaysia's prime minister, Anwar Ismail, said during a visit to Vladivostok "
        "that his country would not bow to Beijing."
    )
    names = {chain.id: chain.name for chain in annotations.chains}
    (country,) = [m for m in annotations.mentions if m.text == "his country"]
    assert names[country.chain] == "Malaysia"


def test_an_envoy_of_a_body_is_no_unnamed_diplomat() -> None:
    _, annotations = read_document(
        "A Western diplomat who was in the room said that the general had walked out. "
        "The round ends on Sunday. Should it fail, the UN envoy will name the spoilers."
    )
    heads = {m.text: m.chain for m in annotations.mentions if m.kind == "nominal"}
    assert len({heads[t] for t in heads if "diplomat" in t or "envoy" in t}) == 2


def test_his_visits_are_those_of_who_tells_of_them() -> None:
    text = (
        "Omar Haddad arrived in Nairobi on Monday. Haddad also briefed Pedro Barboza"
        " on his recent visits to Lusaka and Harare."
    )

    assert tell_referents(text, "his") == ["Omar Haddad"]


def test_he_of_somebody_without_a_name_is_nobody_who_was_named() -> None:
    text = (
        "Omar Haddad arrived in Nairobi on Monday. A taxi driver was waiting outside."
        " The driver said he had slept badly."
    )

    assert "Omar Haddad" not in tell_referents(text, "he")


def test_of_two_who_are_as_likely_neither_is_named() -> None:
    text = (
        "Omar Haddad spoke with Pedro Barboza about the arrest of Ali Sabri. Afterwards"
        " someone saw him near the river."
    )

    assert tell_referents(text, "him") == []
