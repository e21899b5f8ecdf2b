"""Who several are that are called by a noun: "the diplomats", "both countries"."""

import pytest

from naming import tell_referents

MET = "Minister Semi Vaka of Fiji met his Samoan counterpart, Lagi Tuila. "


@pytest.mark.parametrize(
    ("text", "words", "meant", "others"),
    [
        (
            MET + "The ministers signed the pact.",
            "the ministers",
            {"Semi Vaka", "Lagi Tuila"},
            set(),
        ),
        (  # who were both called so, though they have not met yet
            "The foreign minister of Fiji, Semi Vaka, came at the invitation of the "
            "foreign minister of Samoa, Lagi Tuila. On Friday the ministers spoke.",
            "the ministers",
            {"Semi Vaka", "Lagi Tuila"},
            set(),
        ),
        (  # who are told of right before, not who was received earlier
            "Semi Vaka received Lagi Tuila. They spoke of rice. Later Tuila arrived in "
            "Suva, accompanied by Ana Lucman. There the two met the king.",
            "the two",
            {"Lagi Tuila", "Ana Lucman"},
            {"Semi Vaka"},
        ),
        (  # written as a name is
            MET + "The two Ministers signed the pact.",
            "The two Ministers",
            {"Semi Vaka", "Lagi Tuila"},
            set(),
        ),
        (  # who lead no state
            "President Semi Vaka hosted his counterpart Lagi Tuila in Suva. The chiefs "
            "of defence staff had gathered there before.",
            "The chiefs of defence staff",
            set(),
            {"Semi Vaka", "Lagi Tuila"},
        ),
        (  # who acts is none of them
            "Fiji and Samoa agreed to reopen the ferry. China praised it. The United"
            " States has urged both countries to join a patrol.",
            "both countries",
            {"Fiji", "Samoa"},
            {"China", "United States"},
        ),
        (
            "Ana Lucman met Ivo Reyes on Monday. The two rivals signed a pact.",
            "the two rivals",
            {"Lucman", "Reyes"},
            set(),
        ),
        (  # host and guest, whoever came along
            "President Amara Koné received the premier, Elina Saar, who was accompanied"
            " by Commissioner Tomasz Wolny and Ambassador Luca Ferri. Both leaders"
            " left.",
            "both leaders",
            {"Koné", "Saar"},
            {"Wolny", "Ferri"},
        ),
    ],
)
def test_those_who_stood_together_are_meant(
    text: str, words: str, meant: set[str], others: set[str]
) -> None:
    (named,) = tell_referents(text, words)

    assert all(one in named for one in meant)
    assert not any(one in named for one in others)


def test_several_who_were_just_told_of_are_not_those_who_met() -> None:
    told = MET + "Samoa had two diplomats in Suva. The diplomats were deported."

    assert tell_referents(told, "the diplomats") == ["two diplomats"]


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        ("Chad invited the parties to talks in Gao.", "the parties"),
        ("Mali said on Monday that it would meet the parties.", "the parties"),
    ],
)
def test_two_persons_are_no_parties(behind: str, words: str) -> None:
    assert not any("Vaka" in one for one in tell_referents(MET + behind, words))


def test_hostages_are_nobody_who_was_not_called_so() -> None:
    told = (
        "Ana Lucman is due to meet Ivo Reyes on Monday. Groups asked for an inquiry"
        " into the deaths of the two hostages. The army said they were shot."
    )

    assert not any("Reyes" in one for one in tell_referents(told, "the two hostages"))
    assert not any("Reyes" in one for one in tell_referents(told, "they"))
