"""Places that play are bodies, in reports of games only."""

from naming import tell_names
from reading import read_document, read_events

GAME = (
    "Uruguay beat Ghana 2-0 in a tense match at the stadium in Doha on Friday. "
    "Ghana's coach wept; the striker had missed a penalty, and no goal came. "
    "The president of France flew to Qatar."
)


def test_who_plays_is_a_body() -> None:
    told = tell_names(GAME)

    assert told["Uruguay"] == told["Ghana"] == "Organization"


def test_where_it_is_played_and_who_visits_stay_places() -> None:
    told = tell_names(GAME)

    assert told["Doha"] == told["Qatar"] == told["France"] == "Place"


def test_states_that_win_votes_play_no_game() -> None:
    text = "Uruguay won the vote against Ghana and beat it to the seat in New York."

    assert tell_names(text)["Uruguay"] == "Place"


def test_a_game_is_no_war() -> None:
    text = (
        "Germany beat France 2-1 in Berlin on Saturday. Spain attacked from the start. "
        "Lee struck the post; Argentina fired at Brazil's goal. Portugal will meet "
        "Morocco in Doha on Friday. Coach Omar Flick said his team had won the game."
    )

    assert read_events(text) == []


def types_of(text: str) -> dict[str | None, tuple[str, ...]]:
    return {chain.name: chain.types for chain in read_document(text)[1].chains}


def test_who_plays_or_sings_bears_no_arms() -> None:
    game = (
        "The Dolphins beat the Colts in the league final in Dover. The season's top"
        " scorer, a striker, had joined the Dolphins in May, the coach said."
    )
    assert "armed_group" not in types_of(game).get("Dolphins", ())
    sung = "The rock group Band of Rivers played in Lisbon on Friday."
    assert "armed_group" not in types_of(sung).get("Band of Rivers", ())


def test_who_fights_is_armed() -> None:
    text = (
        "Fighters of the Delta Brigade attacked an army post and killed two soldiers."
    )
    assert "armed_group" in types_of(text)["Delta Brigade"]


def test_a_firm_is_no_person_and_money_no_place() -> None:
    text = "Philip Rayner Co.'s brewing unit paid a fine of US$20,000 on Friday."
    assert tell_names(text) == {"Philip Rayner Co.": "Organization"}
