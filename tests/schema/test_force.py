"""Words of force."""

from dragoman.schema.force import force_lemmas


def test_words_of_force_tell_an_attack_by_themselves() -> None:
    assert {"kill", "bombing", "assassinate"} <= force_lemmas()


def test_words_that_need_others_are_none() -> None:
    assert force_lemmas().isdisjoint({"meet", "say", "open"})
