"""A second cue behind "and" belongs to who spoke before, with a content of its own."""

import pytest

from reading import read_statements, tell_statement

JOINED = [
    # A second "that" goes on with the first.
    (
        "Minister Omar Karam said that the army had crossed the river and warned that "
        "the bridge would be shut.",
        [
            "assert indirect: Omar Karam | the army had crossed the river",
            "warn indirect: Omar Karam | the bridge would be shut",
        ],
    ),
    (
        "Lena Okafor denied that Paul Idowu had called for a strike and demanded that "
        "he be freed.",
        [
            "deny indirect: Lena Okafor | Paul Idowu had called for a strike",
            "demand indirect: Lena Okafor | he be freed",
        ],
    ),
    # Behind a quotation the speaker goes on, and what he rejects is no quotation.
    (
        "Lena Okafor said that her party had “received no list, only a rumour,” and "
        "rejected any link between the two votes.",
        [
            "assert mixed: Lena Okafor | her party had “received no list, only a "
            "rumour,”",
            "reject indirect: Lena Okafor | any link between the two votes",
        ],
    ),
    # What an envoy promised, or told others, is told of him.
    (
        "Minister Omar Karam said that the envoy had met rebels and promised them "
        "money.",
        [
            "assert indirect: Omar Karam | the envoy had met rebels and promised them "
            "money",
            "pledge indirect: the envoy via Omar Karam | money",
        ],
    ),
    # A verb between two commas that goes on with the first has its subject.
    (
        "The Tarsa Ministry called the arrest “a crime”, summoned the envoy, Lena "
        "Okafor, and handed her a note demanding the release of the crew.",
        [
            "condemn mixed: Tarsa Ministry | the arrest “a crime”",
            "demand indirect: Tarsa Ministry to Lena Okafor | the release of the crew",
        ],
    ),
    (
        "Omar Karam praised the guards but ruled out sending more of them to Gao.",
        [
            "praise indirect: Omar Karam | the guards",
            "reject indirect: Omar Karam | sending more of them to Gao",
        ],
    ),
    # "Which" is what was said.
    (
        "Lena Okafor accused the Gao Guard of having beaten ten students, which Omar "
        "Karam denied.",
        [
            "accuse indirect: Lena Okafor | the Gao Guard of having beaten ten "
            "students",
            "deny indirect: Omar Karam | the Gao Guard of having beaten ten students",
        ],
    ),
    # Both are the two named before.
    (
        "Lena Okafor and Omar Karam met in Gao. Both deny that the mine was sold.",
        ["deny indirect: Lena Okafor, Omar Karam | the mine was sold"],
    ),
    # Who is no relation of a minister is nobody else.
    (
        "Paul Idowu, the chair of the mine, and no relation of the minister, said the "
        "shaft was old.",
        ["assert indirect: Paul Idowu | the shaft was old"],
    ),
    # As somebody asks is not as somebody says.
    ("Should the ship be freed, as her owners ask, the quarrel may end.", []),
]


@pytest.mark.parametrize(("text", "told"), JOINED)
def test_second_cue_and_its_speaker(text: str, told: list[str]) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == told


def test_what_is_done_once_something_is_done_hangs_on_it() -> None:
    (claim,) = read_statements(
        "Lena Okafor told reporters that convoys will resume once a date is fixed."
    )
    assert claim.condition == "once a date is fixed"


def test_no_party_is_called_by_an_adjective() -> None:
    (claim,) = read_statements("According to the Chadian readout, the bridge is shut.")
    assert [party.name for party in claim.speakers] == ["the Chadian readout"]
