"""What "the group" means in a section whose heading names one."""

from reading import read_document

_TEXT = """Factions of the valley, a weekly

The Karda Front and the Rima Brigades met in Derna on Friday.

Karda Front

A spokesman for the group, Omar Karam, rejected the talks.

Rima Brigades

A spokesman for the group, Ziad Nasr, welcomed the talks.
"""


def test_the_group_is_the_one_of_the_heading() -> None:
    _, annotations = read_document(_TEXT)
    names = {chain.id: chain.name for chain in annotations.chains}
    told = {names[one.holder]: one.organization_name for one in annotations.offices}
    assert told == {"Omar Karam": "Karda Front", "Ziad Nasr": "Rima Brigades"}
