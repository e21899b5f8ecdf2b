"""Who several are that are called by a noun: "the diplomats", "both countries"."""

import pytest

from naming import tell_referents

MET = "Minister Semi Vaka of Fiji met his Samoan counterpart, Lagi Tuila. "


def test_several_who_were_just_told_of_are_not_those_who_met() -> None:
    told = MET + "Samoa had two diplomats in Suva. The diplomats were deported."

    assert tell_referents(told, "the diplomats") == ["two diplomats"]


def test_those_who_met_are_meant_where_nobody_else_is_called_so() -> None:
    (named,) = tell_referents(MET + "The ministers signed the pact.", "the ministers")

    assert "Semi Vaka" in named
    assert "Lagi Tuila" in named


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        ("Chad invited the parties to talks in Gao.", "the parties"),
        ("Mali said on Monday that it would meet the parties.", "the parties"),
    ],
)
def test_two_persons_are_no_parties(behind: str, words: str) -> None:
    assert not any("Vaka" in one for one in tell_referents(MET + behind, words))


def test_who_urges_both_countries_is_none_of_them() -> None:
    text = (
        "Fiji and Samoa agreed to reopen the ferry. China praised it. The United States"
        " has urged both countries to join a patrol."
    )

    (named,) = tell_referents(text, "both countries")

    assert "Fiji" in named
    assert "Samoa" in named


def test_hostages_are_nobody_who_was_not_called_so() -> None:
    told = (
        "Ana Lucman is due to meet Ivo Reyes on Monday. Groups asked for an inquiry"
        " into the deaths of the two hostages. The army said they were shot."
    )

    assert not any("Reyes" in one for one in tell_referents(told, "the two hostages"))
    assert not any("Reyes" in one for one in tell_referents(told, "they"))


def test_rivals_are_those_who_met() -> None:
    told = "Ana Lucman met Ivo Reyes on Monday. The two rivals signed a pact."

    (named,) = tell_referents(told, "the two rivals")

    assert "Reyes" in named


def test_both_leaders_are_host_and_guest_whoever_came_along() -> None:
    told = (
        "President Amara Koné received the premier, Elina Saar, who was accompanied by"
        " Commissioner Tomasz Wolny and Ambassador Luca Ferri. Both leaders left."
    )

    (named,) = tell_referents(told, "both leaders")

    assert "Koné" in named
    assert "Saar" in named
    assert "Ferri" not in named
