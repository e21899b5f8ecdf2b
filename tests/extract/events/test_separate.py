"""Separate meetings of one, meetings on a visit to come, the capital of before."""

from reading import read_events, tell_event


def _meetings(text: str) -> list[str]:
    return [tell_event(one) for one in read_events(text) if one.mode == "meeting"]


def test_one_host_meets_each_guest_apart() -> None:
    told = _meetings(
        "In Lomé on Wednesday the mediator, Lina Haddad, held separate meetings with"
        " Omar Karam and with Ziad Nasr."
    )

    assert len(told) == 2
    assert "Omar Karam" in told[0]
    assert "Ziad Nasr" not in told[0]
    assert all("Lina Haddad" in one and "Lomé" in one for one in told)


def test_nobody_knows_who_met_whom_where_several_met_several() -> None:
    assert not _meetings(
        "In separate meetings convened in Lomé, Minister Lina Haddad and President"
        " Ana Lopes met with Omar Karam and Ziad Nasr."
    )


def test_a_meeting_to_come_is_on_the_visit_of_its_sentence() -> None:
    (told,) = _meetings(
        "Secretary Lina Haddad, who is due in Lima on Tuesday, is expected to meet"
        " President Ana Lopes."
    )

    assert "planned" in told
    assert "Lima" in told


def test_the_capital_is_the_one_named_before() -> None:
    (told,) = _meetings(
        "Captain Omar Karam travelled to Ouagadougou on Monday. In the capital he met"
        " Ziad Nasr."
    )

    assert "@ Ouagadougou" in told
