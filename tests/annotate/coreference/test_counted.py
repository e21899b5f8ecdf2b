"""Those who are counted first and named in the next sentence."""

from reading import read_document


def _members(text: str, several: str) -> set[str]:
    _, annotations = read_document(text)
    chain = next(m.chain for m in annotations.mentions if m.text == several)
    named = {one.id: one.name for one in annotations.chains}
    members = next(one.members for one in annotations.chains if one.id == chain)
    return {str(named[member]) for member in members}


def test_so_many_new_names_are_those_who_were_counted() -> None:
    text = (
        "Two ministers resigned on Friday. Ali Musa and Omar Bello had been accused of "
        "taking bribes."
    )

    assert _members(text, "Two ministers") == {"Ali Musa", "Omar Bello"}


def test_whoever_they_are_called_the_counted_are_the_next_named() -> None:
    text = (
        "The three mediators ended their sixth round on Wednesday.\n\n"
        "Ambassador Robert Sand, the Swiss diplomat Heidi Burri and Turkish special "
        "representative Kemal Oran flew to Yerevan on Monday."
    )

    assert _members(text, "The three mediators") == {
        "Robert Sand",
        "Heidi Burri",
        "Kemal Oran",
    }


def test_others_who_speak_next_are_not_those_who_were_counted() -> None:
    text = (
        "Two senior diplomats were expelled on Tuesday. The ambassador, Lee Kim, and "
        "the governor, Rosa Diaz, condemned the decision."
    )

    assert _members(text, "Two senior diplomats") == set()


def test_those_who_were_told_of_before_are_not_counted_anew() -> None:
    text = (
        "Ali Musa and Omar Bello spoke in Gao. Two ministers resigned on Friday. "
        "Ali Musa and Omar Bello praised the step."
    )

    assert _members(text, "Two ministers") == set()
