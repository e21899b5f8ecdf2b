"""Offices in ordinary news: nobody gets that of another."""

import pytest

from naming import tell_offices

CASES = [
    (
        "Omar Karam has nominated Ana Ruiz to become secretary of state.",
        ["Ana Ruiz: secretary of state (designate)"],
    ),
    (
        "President Omar Karam has nominated Dr. Ana Ruiz to be Chief Justice.",
        ["Omar Karam: President", "Ana Ruiz: Chief Justice (designate)"],
    ),
    (
        "The firm has a new treasurer, Petr Novak, who will remain as chairman.",
        ["Petr Novak: treasurer", "Petr Novak: chairman"],
    ),
    (
        "Ana Ruiz, chief financial officer, spoke.",
        ["Ana Ruiz: chief financial officer"],
    ),
    (
        "The Chief Operating Officer, Ana Ruiz, spoke.",
        ["Ana Ruiz: Chief Operating Officer"],
    ),
    (
        "Ana Ruiz, the senior director for Asia, spoke.",
        ["Ana Ruiz: senior director for Asia"],
    ),
    (
        "Ana Ruiz, the executive director of the Utah State affiliate of Nora, spoke.",
        ["Ana Ruiz: executive director of the Utah State affiliate of Nora"],
    ),
    (
        "The head of the FBI investigation, Ana Ruiz, spoke.",
        ["Ana Ruiz: head of the FBI investigation"],
    ),
    (
        "Omar Karam, head of retail trading, spoke.",
        ["Omar Karam: head of retail trading"],
    ),
    (
        "Petr Novak is the chief judge. Novak is her nominee to replace Omar Karam.",
        ["Petr Novak: chief judge", "Petr Novak: nominee"],
    ),
    ("Omar could fill it if they win the vote and Ana Ruiz becomes mayor.", []),
    (
        "They broke rules by acting as lawyer of the Delta Union. Ana Ruiz, 40, knew.",
        [],
    ),
    (
        "It began when Omar Karam was a navy lieutenant.",
        ["Omar Karam: navy lieutenant of navy (former)"],
    ),
    ("A history major at Delta College, Ana Ruiz, spoke.", []),
    ("Omar Karam has been a leader. Ana Ruiz is the only candidate.", []),
    ("Omar Karam was a full member.", []),
    (
        "Oslo State Police came. Dover Chief of Police Omar Karam was hurt.",
        ["Omar Karam: Chief of Police"],
    ),
    (
        "A leader of the Delta Front at the time, Omar Karam, spoke.",
        ["Omar Karam: leader of Delta Front (former)"],
    ),
    (
        "The spokesman at the time, Omar Karam, left.",
        ["Omar Karam: spokesman (former)"],
    ),
    ("Vice - President Omar Karam left.", ["Omar Karam: Vice - President"]),
    ("Ana Ruiz, a nominee for Chief Justice, spoke.", ["Ana Ruiz: nominee"]),
    (
        "Rome is far. “He shines,” said academy President Petr Novak in Rome.",
        ["Petr Novak: President"],
    ),
    (
        "Oslo is in Norway. The Norwegian crowd cheered when President Obama came.",
        ["Obama: President"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_office_is_of_who_holds_it(text: str, expected: list[str]) -> None:
    assert tell_offices(text) == expected
