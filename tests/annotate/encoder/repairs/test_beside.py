"""What only stands beside something is no part of it."""

import pytest

from reading import pair_lines, read_events, tell_event

TOLD = """
Anna Lund discussed the matter over the phone with Omar Tal on Monday.
    CONSULT/call asserted: a Anna Lund, r Omar Tal 2024-05-06
Marines seized the ferry Blue Star off Osk on Monday.
    COERCE/seize asserted: a Marines, r the ferry Blue Star @ Osk 2024-05-06
The guard boarded the bulk carrier Dawn Star off Malta on Monday on suspicion of spying.
    COERCE/seize asserted: a The guard, r the bulk carrier Dawn Star @ Malta 2024-05-06
A summit in Lusaka between Anna Lund and Omar Tal ended on Monday.
    CONSULT/meeting asserted: a Anna Lund, a Omar Tal @ Lusaka 2024-05-06
Anna Lund and Omar Tal arrived. The two last saw each other in Doha in 2023.
    CONSULT/meeting asserted: a Anna Lund, a Omar Tal @ Doha 2023
Omar Tal invited them to Oslo, where the next meeting is due to take place in June 2026.
    CONSULT/meeting planned:  @ Oslo 2026-06
Omar Tal left for Rome, where a donor conference is due to open on 4 June.
    CONSULT/meeting planned:  @ Rome 2024-06-04
Omar Tal, abducted in 2020 and killed a year later in a failed rescue, was buried.
    ASSAULT/ asserted: r Omar Tal 2021
At dawn Anna Ocampo, set free in the night, knocked at the chapel of Gao.
    RETREAT/release asserted: r Anna Ocampo
Anna Lund spoke on Monday with Omar Tal and with Ivo Radic. Both calls were short.
    CONSULT/call asserted: a Anna Lund, r Omar Tal, r Ivo Radic 2024-05-06
Anna Lund took on Tuesday a phone call from her Kenyan counterpart, Omar Tal.
    CONSULT/call asserted: a Anna Lund, r Omar Tal 2024-05-07
Minister Anna Lund discussed by phone on Monday with Omar Tal the closure of the ports.
    CONSULT/call asserted: a Anna Lund, r Omar Tal 2024-05-06
"""


@pytest.mark.parametrize(("text", "told"), pair_lines(TOLD))
def test_phrases_belong_to_what_they_tell_of(text: str, told: str) -> None:
    assert told in [tell_event(one) for one in read_events(text)]
