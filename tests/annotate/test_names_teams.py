"""Places that play are bodies, in reports of games only."""

from naming import tell_names

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
