"""Whom pronouns mean."""

from naming import tell_referents


def test_a_text_goes_on_of_the_only_woman_it_tells_of() -> None:
    text = (
        "Ana Ruiz owns a farm. She grew up there, and she says that it is hers. In "
        "May soldiers took the school. Nobody was charged. The Water Front denied it. "
        "The minister, Omar Karam, came once. He met her in the rain."
    )
    assert tell_referents(text, "her") == ["Ana Ruiz"]


def test_it_that_will_act_is_who_says_so() -> None:
    assert tell_referents("Chad told Mali it would leave.", "it") == ["Chad"]
    assert tell_referents("Chad told Mali that it would suffer.", "it") != ["Chad"]


def test_who_is_told_of_in_a_quotation_is_nobody_who_says_it() -> None:
    text = (
        "Omar Karam welcomed the step. “One man is gone. His orders are here,” he said."
    )

    assert tell_referents(text, "he") == ["Omar Karam"]
