"""Content that the parse hung elsewhere: on an occasion, below a participle."""

import pytest

from reading import read_statements, tell_statement


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tal urged Karam in a telephone call to suspend the order.",
            ["request indirect: Tal to Karam | to suspend the order"],
        ),
        (
            "The court instructed the ministry in its ruling to publish the list.",
            ["direct indirect: The court to the ministry | to publish the list"],
        ),
        (
            "Tal praised Karam in a letter to the board.",
            ["praise indirect: Tal to the board | Karam"],
        ),
        (
            "The clerk denied ever having met the two men.",
            ["deny indirect: The clerk | ever having met the two men"],
        ),
        (
            "In a video released on Monday, the commander vowed to march on the "
            "capital.",
            ["pledge indirect: the commander | to march on the capital"],
        ),
        (
            "Tal answered that he had gone home “because nobody asked him to stay.”",
            [
                "assert mixed: Tal | he had gone home “because nobody asked him to "
                "stay.”"
            ],
        ),
        (
            "The bank warned of a shortage of wheat before the harvest.",
            ["warn indirect: The bank | a shortage of wheat before the harvest"],
        ),
        (
            "Omar Tal denounced the vote in a communiqué as “a visa for war”; the "
            "front would keep the truce, he said, if the guns fell silent.",
            [
                "condemn mixed: Omar Tal | the vote in a communiqué as “a visa for "
                "war”",
                "assert indirect: Omar Tal | the front would keep the truce, he said, "
                "if the guns fell silent",
            ],
        ),
    ],
)
def test_content_is_found_wherever_it_was_hung(text: str, told: list[str]) -> None:
    assert list(map(tell_statement, read_statements(text))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The tax, derided by Senator Tal as “a raffle”, goes to a vote.",
            ["condemn mixed: Tal | The tax, derided by Senator Tal as “a raffle”"],
        ),
        (
            "The envoy, accused by Baku of taking sides, left the talks.",
            ["accuse indirect: Baku | The envoy, accused by Baku of taking sides"],
        ),
        ("The bridge, built by engineers as a gift, collapsed.", []),
        ("The village, attacked by rebels as it slept, was burnt.", []),
    ],
)
def test_participle_with_who_does_it_is_a_cue(text: str, told: list[str]) -> None:
    assert list(map(tell_statement, read_statements(text))) == told


def test_who_rejects_a_charge_is_who_was_accused() -> None:
    claims = read_statements(
        "Lena Orlova accused Omar Tal of theft, a charge he rejected as “gossip”."
    )

    assert [claim.speakers[0].name for claim in claims] == ["Lena Orlova", "Omar Tal"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The council gave Tal until 25 October to submit a new budget.",
            [
                "demand indirect: The council to Tal | until 25 October to submit a "
                "new budget"
            ],
        ),
        (
            "The rebels gave the government 48 hours to release their leader.",
            [
                "demand indirect: The rebels to the government | 48 hours to release "
                "their leader"
            ],
        ),
        ("Doctors gave him six months to live.", []),
    ],
)
def test_a_term_that_is_set_demands(text: str, told: list[str]) -> None:
    assert list(map(tell_statement, read_statements(text))) == told


def test_whom_one_promises_something_hears_it() -> None:
    (claim,) = read_statements("The king promised the bishops to restore the abbey.")

    assert [party.name for party in claim.addressees] == ["the bishops"]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Tal summoned the envoy and handed him a note. “We are not amused,” the "
        "note read.",
        "Omar Tal wrote a letter to the court. Lena Orlova praised him. “I forgive "
        "nobody,” the letter said.",
    ],
)
def test_words_of_a_letter_are_those_of_its_sender(text: str) -> None:
    claim = read_statements(text)[-1]

    assert [party.name for party in claim.speakers] == ["Omar Tal"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Omar Tal, who recalled the king's order “to save every bucket”, proposed "
            "a ceiling of seven kilometres.",
            "assert indirect: Omar Tal | a ceiling of seven kilometres",
        ),
        (
            "Omar Tal went further: if the army stays, “our guns will set the date.”",
            "assert mixed: Omar Tal | if the army stays, “our guns will set the date.”",
        ),
        (
            "Omar Tal now refers to his partner as “the toll collector”.",
            "assert mixed: Omar Tal | his partner as “the toll collector”",
        ),
        (
            "Omar Tal summoned the envoy, Carlos Pinto, and conveyed a protest at the "
            "raid.",
            "reject indirect: Omar Tal to Carlos Pinto | the raid",
        ),
        (
            "Mayor Omar Tal would not be drawn. “I have read the letter.”",
            "assert direct: Omar Tal | I have read the letter.",
        ),
        (
            "China urged restraint, Russia kept silent and France demanded a vote.",
            "request indirect: China | restraint",
        ),
        (
            "Lena Orlova advised Omar Tal against elections before the winter.",
            "warn indirect: Lena Orlova to Omar Tal | against elections before the "
            "winter",
        ),
        (
            "Omar Tal stressed to Lena Orlova the need for calm.",
            "assert indirect: Omar Tal to Lena Orlova | the need for calm",
        ),
        (
            "The Union of Miners met. Its board rejected the offer.",
            "reject indirect: Union of Miners | the offer",
        ),
        (
            "The ministry has often denied backing the rebels, and did so again.",
            "deny indirect: The ministry | backing the rebels",
        ),
        (
            "The local group Rift Justice called the ruling a disgrace.",
            "condemn indirect: Rift Justice | the ruling a disgrace",
        ),
    ],
)
def test_speaker_and_words_are_found(text: str, told: str) -> None:
    assert told in map(tell_statement, read_statements(text))


def test_who_was_quoted_in_two_sentences_goes_on() -> None:
    claims = read_statements(
        "Omar Tal spoke from a lorry. “They have closed the hall. The people remain.” "
        "He added that the march would go on."
    )

    assert [claim.speakers[0].name for claim in claims] == ["Omar Tal", "Omar Tal"]


def test_clause_of_another_behind_while_is_his() -> None:
    claims = read_statements(
        "The envoy objected that sanctions “cannot be the answer to every broken "
        "promise,” while Omar Tal, speaking for Mali, said that the text was fair."
    )

    assert [claim.content for claim in claims] == [
        "sanctions “cannot be the answer to every broken promise,”",
        "the text was fair",
    ]
