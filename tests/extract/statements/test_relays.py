"""Who passes words on, and who is spoken to."""

import pytest

from dragoman.model.claim import StatementClaim
from reading import names_of, read_claims

RELAYED = [
    (
        "Dana Orvik passed on a message from her prime minister, Omar Tal: the port "
        "would stay open.",
        "Omar Tal < Dana Orvik",
    ),
    (
        "Omar Tal saw Minister Dana Orvik in Lima and, an aide says, warned her that "
        "the banks would close.",
        "Omar Tal < an aide",
    ),
    (
        "She visited a trader in Lima, who said that prices had doubled.",
        "a trader < ",
    ),
    (
        "The channel published a statement by Omar Tal saying that they had left.",
        "Omar Tal < ",
    ),
    (
        "According to a report by the Delta Institute citing two port officials, "
        "traffic fell by a third.",
        "two port officials < Delta Institute",
    ),
    (
        "State television reported, citing the foreign ministry, that the text was "
        "ready.",
        "the foreign ministry < State television",
    ),
    (
        "King Omar Tal left the answer to Dana Orvik, his press secretary. She "
        "stressed that the judges took no orders.",
        "Omar Tal < Dana Orvik",
    ),
    (
        "Norway will close the road to Kamen, a spokeswoman said.",
        "Norway < a spokeswoman",
    ),
    (
        "A spokeswoman for Hanek, Iveta Sorokova, denied that a post was promised.",
        "Hanek < Iveta Sorokova",
    ),
    (
        "Ambassador Omar Tal, speaking for the Lake Union, said the truce would hold.",
        "Lake Union < Omar Tal",
    ),
    (
        "The port authority said through a lawyer that the crane was safe.",
        "The port authority < a lawyer",
    ),
    (
        "Premier Omar Tal, quoted by Radio Delta, said that the bridge was closed.",
        "Omar Tal < Radio Delta",
    ),
    (
        "The Morning Post, citing two diplomats, reported that the talks had failed.",
        "two diplomats < Morning Post",
    ),
    (
        "The bridge is closed, Reuters reported, citing a police source.",
        "a police source < Reuters",
    ),
    (
        "Omar Tal promised, the channel added, that “nobody will go hungry in May.”",
        "Omar Tal < the channel",
    ),
    (
        "According to another miner, the foreman confided that he would leave.",
        "the foreman < another miner",
    ),
    (
        "The rebels’ military spokesman, Jonas Kaza, was blunt: “Talk to us or go.”",
        "The rebels < Jonas Kaza",
    ),
    (
        "The minister recalled President Lena Orb’s instruction that the post be "
        "opened in May.",
        "Lena Orb < The minister",
    ),
    (
        "Ines Duarte met General Faris Kaza. He told her, she said, that he would "
        "recall the brigade if the gate were opened.",
        "Faris Kaza < Ines Duarte",
    ),
    (
        "Lena Orb had learned from Omar Tal that the talks were over.",
        "Omar Tal < Lena Orb",
    ),
    (
        "Omar Tal told the daily Arev that General Kas, through an aide, had warned "
        "that the road was mined.",
        "Kas < Omar Tal, an aide",
    ),
    (
        "The Courier reported that Ana Ruiz had said that General Tal had admitted "
        "that the convoy was lost.",
        "Tal < The Courier, Ana Ruiz",
    ),
]

ADDRESSED = [
    (
        "President Lena Orb telephoned Minister Omar Tal to thank him. Tal said the "
        "sea was calm.",
        "Lena Orb",
    ),
    (
        "In a phone call with Lena Orb on Sunday, Minister Omar Tal expressed concern "
        "about the closure of the strait.",
        "Lena Orb",
    ),
    (
        "Judge Lena Orb asked Omar Tal whether he had a witness. He said he had three.",
        "Lena Orb",
    ),
    (
        "The young men lit two tyres and went home. Bishop Omar Tal had begged them to "
        "sleep first.",
        "The young men",
    ),
    (
        "Omar Tal wore two ties. “The ties are fine, Omar. It is the ideas that have "
        "moths,” Senator Lena Orb said.",
        "Omar Tal",
    ),
    ("The union sent a letter to Omar Tal urging him to pay.", "Omar Tal"),
    (
        "In a letter to the bishops, the envoy accused the brigade of theft.",
        "the bishops",
    ),
    ("Lena Orb told the lower house that the loan was lost.", "the lower house"),
    (
        "In a letter to the bishops, Lena Orb wrote that the church would be sold.",
        "the bishops",
    ),
    ("Addressing the congress, Omar Tal said the war was lost.", "the congress"),
    ("“Where is my son?” a mother screamed at an officer.", "an officer"),
    ("Omar Tal pleaded with Moscow for a truce of a day.", "Moscow"),
    ("Omar Tal demanded that Norland open no new mines.", "Norland"),
    (
        "Minister Ana Ruiz expressed her gratitude to Omar Tal for the tents.",
        "Omar Tal",
    ),
    ("Ana Ruiz congratulated Omar Tal.", "Omar Tal"),
]


def read(text: str) -> list[StatementClaim]:
    return [one for one in read_claims(text) if isinstance(one, StatementClaim)]


@pytest.mark.parametrize(("text", "chain"), RELAYED)
def test_words_go_back_to_their_speaker_through_relays(text: str, chain: str) -> None:
    told = [f"{names_of(one.speakers)} < {names_of(one.via)}" for one in read(text)]

    assert chain in told


@pytest.mark.parametrize(("text", "whom"), ADDRESSED)
def test_who_is_spoken_to(text: str, whom: str) -> None:
    assert whom in [names_of(one.addressees) for one in read(text)]


def test_an_answer_is_to_who_spoke_before() -> None:
    text = (
        "General Omar Tal said the road was open. “The road is a swamp,” "
        "Ambassador Lena Orb replied."
    )

    answer = read(text)[-1]

    assert (names_of(answer.speakers), names_of(answer.addressees)) == (
        "Lena Orb",
        "Omar Tal",
    )


def test_a_turn_that_follows_a_question_is_to_who_asked() -> None:
    text = (
        "LENA ORB: Did you sign?\n\nOMAR TAL: I did not.\n\n"
        "LENA ORB: Who did?\n\nOMAR TAL: The clerk signed for both of us."
    )

    told = [(names_of(one.speakers), names_of(one.addressees)) for one in read(text)]

    assert told == [("LENA ORB", "OMAR TAL"), ("OMAR TAL", "LENA ORB")] * 2


def test_those_who_are_only_cited_are_no_content() -> None:
    text = "The Morning Post, citing two diplomats, reported that the talks failed."

    assert [one.content for one in read(text)] == ["the talks failed"]


UNVERBED = [
    ("Ana Ruiz shook her head. “We stay or we drown.”", "Ana Ruiz"),
    ("For Ana Ruiz, the choice is simple: “We stay or we drown.”", "Ana Ruiz"),
    ("A lesson from Ana Ruiz: “We stay or we drown.”", "Ana Ruiz"),
    ("When reporters asked, Ana Ruiz said, “We stay or we drown.”", "Ana Ruiz"),
]


@pytest.mark.parametrize(("text", "speaker"), UNVERBED)
def test_a_quotation_finds_its_speaker_without_a_verb(text: str, speaker: str) -> None:
    told = [(names_of(one.speakers), one.content) for one in read(text)]

    assert told == [(speaker, "We stay or we drown.")]


def test_what_somebody_has_promised_is_not_the_clause_before_it() -> None:
    text = (
        "The ministry measured 180 litres at the bridge on Friday, far less than "
        "the 310 that Norland has promised."
    )

    assert not read(text)
