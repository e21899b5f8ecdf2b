"""Acts by the words, and lists and interviews that layout attributes."""

import pytest

from dragoman.extract.statements.lexicon import load_lexicon
from dragoman.model.claim import StatementClaim
from reading import read_claims


def act(text: str) -> list[tuple[str, str, str]]:
    """Act, first speaker and content of each statement."""
    return [
        (claim.act, claim.speakers[0].name or "", claim.content)
        for claim in read_claims(text)
        if isinstance(claim, StatementClaim)
    ]


ACTS = [
    ("The monks insist that no weapons were ever stored in the crypt.", "deny"),
    ("The monks insist that the crypt was always dry.", "assert"),
    ("It is not true, the ministry said, that the clinic was hit.", "deny"),
    ("“Thank you for the boats,” Lena Orb told the envoy.", "thank"),
    ("The Front of Lakes vowed revenge for the raid.", "threaten"),
    ("The Front of Lakes vowed peace for the valley.", "pledge"),
    ("The Party of Labour wants a parliamentary inquiry into the sale.", "demand"),
    ("Analysts expect the lira to fall further.", "assess"),
    ("The Labour Union insisted on the release of its leader.", "demand"),
]


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_words_tell_the_act(text: str, expected: str) -> None:
    assert [one[0] for one in act(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Front of Mothers set out its demands: 1. The prisoners must be freed. "
        "2. The curfew must end by Sunday.",
        "The Front of Mothers set out its demands:\n\n1. The prisoners must be freed.\n"
        "\n2. The curfew must end by Sunday.",
    ],
)
def test_numbered_points_are_what_the_noun_before_them_says(text: str) -> None:
    assert act(text) == [
        ("demand", "The Front of Mothers", "The prisoners must be freed."),
        ("demand", "The Front of Mothers", "The curfew must end by Sunday."),
    ]


def test_answers_are_those_of_whom_only_the_headline_names() -> None:
    text = (
        "Interview with Zoë Márquez, dean of the port pilots\n\n"
        "Q: How deep is the channel?\n\nA: We take twelve metres.\n\n"
        "Q: And the wrecks?\n\nA: Two of them are ours."
    )

    assert act(text) == [
        ("assert", "Zoë Márquez", "We take twelve metres."),
        ("assert", "Zoë Márquez", "Two of them are ours."),
    ]


def test_a_statement_issued_on_a_day_says_nothing_yet() -> None:
    assert act("The junta of Sarawe issued a statement on Sunday.") == []


def test_every_act_of_the_lexicon_is_on_the_list() -> None:
    lexicon = load_lexicon()
    frames = [*lexicon.verbs.values(), *lexicon.nouns.values()]
    used = {one for frame in frames for one in frame.values() if one is not None}

    assert used | set(lexicon.predicates.values()) <= set(lexicon.acts)
