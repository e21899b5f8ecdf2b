"""Rallies told by their likeness to one before, and compounds by their last part."""

import pytest

from reading import pair_lines, read_events, tell_event

TOLD = """
Crowds marched in Oslo on Sunday. In Bergen, a similar gathering passed off peacefully.
    PROTEST/demo asserted:  @ Bergen 2024-05-05
The army launched a counter-attack on Gao.
    ASSAULT/ asserted: a The army, r Gao @ Gao
The mini-summit in Rome between Anna Lund and Omar Tal ended on Monday.
    CONSULT/meeting asserted: a Anna Lund, a Omar Tal @ Rome 2024-05-06
A counter-rally that the union had called for Freedom Bridge was put off.
    PROTEST/demo cancelled: a the union @ Freedom Bridge
A rally called by the union for Republic Square on Sunday was banned.
    PROTEST/demo cancelled: a the union @ Republic Square 2024-05-05
The exercise Amber Sky opened on Friday off Malta with ships from Chad and Mali.
    MOBILIZE/troops asserted: a Chad, a Mali @ Malta 2024-05-03
The guerrillas have been holding Omar Tal since March.
    COERCE/arrest asserted: a The guerrillas, r Omar Tal 2024-03
The rebels are holding nine engineers near Gao.
    COERCE/arrest asserted: a The rebels, r nine engineers @ Gao
Anna Lund accepted an invitation to Rome in June from Omar Tal.
    CONSULT/visit planned: a Anna Lund @ Rome
Anna Lund accepted an invitation to Rome in June from Omar Tal.
    AGREE/ asserted: a Anna Lund, r Omar Tal
Anna Lund declined Omar Tal's invitation to visit Kenya in July.
    CONSULT/visit denied: a Anna Lund @ Kenya 2024-07
Anna Lund agreed on Monday to visit Nairobi in July.
    CONSULT/visit planned: a Anna Lund @ Nairobi 2024-07
The premier promised another frigate to Estonia.
    AGREE/promise planned: a The premier, r Estonia
Anna Lund, due in Vienna on Sunday, called off her journey.
    CONSULT/visit cancelled: a Anna Lund @ Vienna 2024-05-12
A youth congress that was to have opened in Oslo on Sunday has been postponed.
    CONSULT/meeting cancelled:  @ Oslo 2024-05-05
Over a breakfast on Sunday with Omar Tal, Anna Lund raised the border.
    CONSULT/meeting asserted: r Omar Tal, a Anna Lund 2024-05-05
"""

NOTHING = """
In Bergen, a similar gathering passed off peacefully.
Congress opened on Monday.
"""


@pytest.mark.parametrize(("text", "told"), pair_lines(TOLD))
def test_what_is_told_another_way_is_told(text: str, told: str) -> None:
    assert told in [tell_event(one) for one in read_events(text)]


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_nothing_is_like_what_was_not_told(text: str) -> None:
    assert read_events(text) == []
