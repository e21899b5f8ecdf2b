"""Where parties are told to be, for what they do in the sentences that follow."""

from reading import read_events


def test_who_is_on_a_visit_meets_there() -> None:
    text = (
        "The deputy minister Sun Hao, on a visit to Dushanbe on Tuesday, handed over "
        "forty cars and met the chairman, Rajab Sharif. The minister also met Nigora "
        "Rahimi."
    )
    found = [one for one in read_events(text) if one.mode == "meeting"]

    assert [one.place_name for one in found] == ["Dushanbe", "Dushanbe"]


def test_at_his_villa_only_one_guest_was_received() -> None:
    text = (
        "Omar Said received Rosa Lind at his villa on Monday. That evening Lind met "
        "the bishop, Paul Achan."
    )
    found = [one for one in read_events(text) if one.mode == "meeting"]

    assert [one.place_name for one in found] == ["his villa", None]
