import pytest

from reading import read_events


def parts(text: str, kind: str) -> list[dict[str, str]]:
    """Return who plays which part in the events of a type."""
    return [
        {one.party.name: one.part for one in event.participants}
        for event in read_events(text)
        if event.type == kind
    ]


def test_nobody_is_asked_who_is_to_be_freed() -> None:
    text = "The union demanded that Tom Lee be freed by the army."
    assert parts(text, "REQUEST") == [{"The union": "actor", "the army": "recipient"}]


def test_of_whom_it_is_asked_may_stay_open() -> None:
    text = "Ana Ruiz called for Mali to be expelled from the talks on Chad."
    assert parts(text, "REQUEST") == [{"Ana Ruiz": "actor"}]
    assert parts(text, "SANCTION") == [{"Mali": "recipient"}]


def test_whoever_is_asked_is_asked_though_it_be_a_crowd() -> None:
    text = "The opposition asked the crowd to welcome Ana Ruiz."
    assert not any("Ana Ruiz" in told for told in parts(text, "REQUEST"))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A lawyer opposed his return to Chad.", "Chad"),
        ("Ana Ruiz called for protests as the government met.", "the government"),
        ("Ana Ruiz condemned the move because children starved.", "children"),
        ("Ana Ruiz wants Tom Lee returned.", "Tom Lee"),
    ],
)
def test_what_stands_aside_is_no_other_side(text: str, other: str) -> None:
    told = [
        found for kind in ("REQUEST", "REJECT", "ACCUSE") for found in parts(text, kind)
    ]
    assert not any(other in found for found in told)


def test_a_board_is_itself_and_not_its_city() -> None:
    text = "The union filed a complaint with Oslo's police oversight board."
    (told,) = parts(text, "ACCUSE")
    assert "Oslo" not in told


def test_who_is_opposed_rejects() -> None:
    text = "The raid was an attempt by men opposed to Mali's truce to undermine it."
    (told,) = parts(text, "REJECT")
    assert told == {"men": "actor", "Mali": "recipient"}


@pytest.mark.parametrize(
    "text", ["Don't blame Ana Ruiz.", "You can't blame Ana Ruiz for it."]
)
def test_whom_nobody_may_blame_is_not_told_of(text: str) -> None:
    assert not parts(text, "ACCUSE")


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Chargers defensive tackle Tom Lee was arrested on Monday.", {"Tom Lee"}),
        ("Oslo Police Department Capt. Tom Lee was killed in the blast.", {"Tom Lee"}),
        (
            "Police captain Tom Lee and bomb technician Ivo Hanek were killed in the "
            "blast.",
            {"Tom Lee", "Ivo Hanek"},
        ),
        ("Oslo underground stations were shuttered.", {"Oslo underground stations"}),
        ("Ana Ruiz can allow the boy to be sent back to Mali.", {"the boy"}),
    ],
)
def test_who_is_hit_is_not_his_team_nor_his_town(text: str, hit: set[str]) -> None:
    (event,) = read_events(text)
    assert {p.party.name for p in event.participants} == hit


def test_nobody_is_marched_against_by_his_own_relative_clause() -> None:
    text = (
        "The march was led by the Union of Farmers, whose chairwoman, Salma Idris,"
        " has forbidden any flag."
    )
    assert parts(text, "PROTEST") == [{"Union of Farmers": "actor"}]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz demanded the release of Tom Lee.",
        "Ana Ruiz demanded Tom Lee's release.",
        "Ana Ruiz called for the arrest of Tom Lee.",
        "Ana Ruiz demanded the release of the party's president, Tom Lee.",
    ],
)
def test_nobody_is_asked_for_his_own_release(text: str) -> None:
    assert parts(text, "REQUEST") == [{"Ana Ruiz": "actor"}]


def test_nobody_is_blamed_for_his_own_arrest() -> None:
    assert parts("Ana Ruiz condemned Tom Lee's arrest.", "ACCUSE") == []
    told = parts("Ana Ruiz condemned Chad's detention of Tom Lee.", "ACCUSE")
    assert told == [{"Ana Ruiz": "actor", "Chad": "recipient"}]


def test_whose_wing_marches_is_not_marched_against() -> None:
    text = "A rally announced by the Unity Front's youth wing in Gao was not held."
    (told,) = parts(text, "PROTEST")
    assert "recipient" not in told.values()


def test_where_somebody_is_on_the_telephone_is_nobody_he_speaks_to() -> None:
    text = "Speaking by telephone from Rome, Ana Ruiz welcomed the deadline."
    assert parts(text, "CONSULT") == []
    text = "Ana Ruiz spoke by telephone with Tom Lee."
    assert parts(text, "CONSULT") == [{"Ana Ruiz": "actor", "Tom Lee": "recipient"}]


def test_what_somebody_blamed_has_done_is_no_blame() -> None:
    text = "A local official blamed the Gao Front, which has encircled Djibo for years."
    assert parts(text, "ACCUSE") == [
        {"A local official": "actor", "Gao Front": "recipient"}
    ]


def test_where_a_blow_fell_is_not_who_is_blamed() -> None:
    told = "Ana Ruiz condemned the attack by the Lake Front on the village of Tilla."

    blamed = [
        participant.party.name
        for event in read_events(told)
        if event.type == "ACCUSE"
        for participant in event.participants
        if participant.part == "recipient"
    ]

    assert blamed == ["Lake Front"]
    assert not any(
        participant.party.name == "Tilla"
        for event in read_events("Ana Ruiz condemned the attack on the town of Tilla.")
        if event.type == "ACCUSE"
        for participant in event.participants
    )
