"""What quoted words, colons, accounts and comments tell of who says how much."""

import pytest

from reading import read_statements
from reading import tell_attributions as tell


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Omar Tal has gone after Lena Okafor as a “leech” and a “spoiled heir.”",
            "Omar Tal",
            "Lena Okafor as a “leech” and a “spoiled heir.”",
        ),
        (
            "The union ripped the plan as “a disgrace”.",
            "The union",
            "the plan as “a disgrace”",
        ),
        (
            "Omar Tal has used the phrase “moral swamp” often in his campaign.",
            "Omar Tal",
            "“moral swamp”",
        ),
        (
            'Ana Ruiz called the senator a "nasty guy," an "old fox," "shaky" and '
            '"sick."',
            "Ana Ruiz",
            'the senator a "nasty guy," an "old fox," "shaky" and "sick."',
        ),
    ],
)
def test_quoted_words_tell_what_somebody_calls_a_thing(
    text: str, source: str, content: str
) -> None:
    assert [one.split(" | ")[::2] for one in tell(text)] == [[source, content]]


@pytest.mark.parametrize(
    "text",
    [
        "The actor played Lena Okafor as “The Red Fox” in 1990.",
        "The town, known as “the Cradle”, lies on a river.",
    ],
)
def test_a_name_is_no_judgement(text: str) -> None:
    assert tell(text) == []


def test_what_a_colon_opens_belongs_to_what_announces_it() -> None:
    (one,) = tell(
        "Omar Tal noted that two things rise at once: Rents and wages are up."
    )
    assert one.endswith("that two things rise at once: Rents and wages are up")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The dam cost twice as much, by the mayor's own count.",
            "the mayor",
            "The dam cost twice as much",
        ),
        ("By most accounts, the rebels hold the bridge.", "most", "the rebels hold"),
        (
            "In a survey of 1,000 villagers, two in three backed the truce.",
            "a survey",
            "two in three backed the truce",
        ),
        ("In Ana Ruiz's telling, the convoy fired first.", "Ana Ruiz", "the convoy"),
    ],
)
def test_an_account_tells_what_stands_beside_it(
    text: str, source: str, content: str
) -> None:
    found = [one.split(" | ") for one in tell(text)]
    assert any(
        one[0].startswith(source) and one[2].startswith(content) for one in found
    ), found


def test_by_all_accounts_inside_a_phrase_tells_nothing_of_the_sentence() -> None:
    assert not tell("A colonel led the raid, by all accounts a careful man.")


def test_a_comment_of_the_report_is_not_what_was_said() -> None:
    (one,) = tell("The envoy said it was a lie, a charge that may have stung.")[:1]
    assert one == "The envoy | said | it was a lie"


def test_words_between_two_cues_are_said_once() -> None:
    told = tell(
        "Senator Ana Ruiz scolded him: “The council is against you,” she said. “I do "
        "not see why.”"
    )
    assert [one.split(" | ")[0] for one in told] == ["Senator Ana Ruiz"]


def test_whom_a_paper_quotes_as_saying_it_has_said_it() -> None:
    told = tell(
        "“The guards ran,” the Harbour Herald quoted witness Omar Tal as saying."
    )
    assert [one.split(" | ")[0] for one in told] == ["witness Omar Tal"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Omar Tal made it clear he had doubts about the army.", "made"),
        ("Omar Tal made it plain that he would not go.", "made"),
        ("The commander has yet to explain why the gate was left open.", "explain"),
        ("The general failed to say who gave the order.", "say"),
        ("The deputies were not sure whether they would be able to help.", "sure"),
        ("His remarks carried an admission that he may lose the coast.", "admission"),
        ("They denied a Harbour Post report that Tal had lost a million.", "report"),
    ],
)
def test_cues_of_several_words(text: str, cue: str) -> None:
    assert any(one.split(" | ")[1] == cue for one in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“No luck, no money, no way.” — Ana Ruiz", True),
        ("“The Fox.” — Ana Ruiz", False),
    ],
)
def test_a_signature_needs_words_that_are_said(words: str, *, found: bool) -> None:
    assert bool(tell(words)) is found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tal says order has gone, and “we’re going to get away from that” now.",
            "Tal | says | order has gone, and “we’re going to get away from that” now",
        ),
        (
            "Many agree, including the former mayor Omar Tal -- “It is wrong to hide "
            "one's taxes” -- and the bishop.",
            "Omar Tal | -- | “It is wrong to hide one's taxes”",
        ),
        (
            "Anybody would ask: “Why are the gates shut?”",
            "Anybody | ask | “Why are the gates shut?”",
        ),
        (
            "Ana Ruiz mentioned disparaging remarks Tal had made.",
            "Ana Ruiz | mentioned | disparaging remarks Tal had made",
        ),
    ],
)
def test_quotations_and_their_neighbours(text: str, told: str) -> None:
    assert told in tell(text)


def test_what_somebody_would_say_is_no_statement() -> None:
    assert read_statements("Anybody would ask: “Why are the gates shut?”") == []


def test_a_signature_signs_its_paragraph_from_the_opening_mark() -> None:
    words = "“He knows no way. So be it, ‘now.” And that is “all he has’.”"
    assert tell(f"{words} — Ana Ruiz")[0].split(" | ")[1:] == ["—", words]


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Police: Two die in Gao raid", ["Police | : | Two die in Gao raid"]),
        ("Two die in Gao raid: police", ["police | : | Two die in Gao raid"]),
        ("Poll: Ruiz and Tal level.", ["Poll | : | Ruiz and Tal level"]),
        ("Omar Tal: a life in pictures", []),
        ("Breaking: Two die in Gao", []),
    ],
)
def test_a_headline_tells_who_says_it(headline: str, told: list[str]) -> None:
    assert tell(f"{headline}¶They met on Monday in Gao.") == told
