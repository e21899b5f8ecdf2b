from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import make_document
from dragoman.analyze.phrases import list_shared_phrases
from dragoman.model.claim import Manner, Party
from dragoman.model.entity import Report, Statement
from dragoman.model.span import Citation
from dragoman.resolve.statements import all_words


def say(
    words: str,
    who: str,
    *,
    manner: Manner = Manner.DIRECT,
    via: tuple[Party, ...] = (),
    named: bool = True,
) -> Statement:
    document = make_document(f"{who}: {words}.")
    start = document.text.index(words)
    citation: Citation = document.cite(start, start + len(words))
    return Statement(
        id=f"{who}-{words}",
        speakers=(Party(who if named else None, who),),
        via=via,
        addressees=(),
        manner=manner,
        act="assert",
        content=words,
        condition=None,
        topics=(),
        time=None,
        event=None,
        outlet=None,
        reports=(Report(document.id, (citation,)),),
        citations=(citation,),
    )


COINED = say("Bread before flags", "Amina Diallo")


def test_a_line_is_found_alone_and_within_a_longer_one() -> None:
    taken_up = say("Let bread, before flags, be our creed", "Luc Moreau")

    (phrase,) = list_shared_phrases([taken_up, COINED])

    assert phrase.label == "Bread before flags"
    assert set(phrase.statements) == {COINED, taken_up}


def test_a_line_in_another_script_is_found() -> None:
    one = say("الخبز قبل الأعلام", "Amina Diallo")
    other = say("نعم، الخبز قبل الأعلام", "Luc Moreau")

    (phrase,) = list_shared_phrases([one, other])

    assert phrase.label == "الخبز قبل الأعلام"


def test_one_speaker_shares_a_line_with_nobody() -> None:
    again = say("Bread before flags, always", "Amina Diallo")

    assert list_shared_phrases([COINED, again]) == []


def test_who_is_unnamed_is_no_second_speaker() -> None:
    assert (
        list_shared_phrases([COINED, say(COINED.content, "a man", named=False)]) == []
    )


def test_reported_or_relayed_words_are_not_said() -> None:
    reported = say("bread before flags", "Luc Moreau", manner=Manner.INDIRECT)
    relayed = say("Bread before flags!", "Amina Diallo", via=(Party("x", "Ivo Tal"),))

    assert list_shared_phrases([COINED, reported, relayed]) == []


def test_a_spokesman_says_a_line_for_his_body() -> None:
    taken_up = say(COINED.content, "Ministry", via=(Party("x", "Ivo Tal"),))

    (phrase,) = list_shared_phrases([COINED, taken_up])

    assert {one.speakers[0].name for one in phrase.statements} == {
        "Amina Diallo",
        "Ministry",
    }


def test_words_that_say_nothing_are_nobodys_line() -> None:
    assert (
        list_shared_phrases([say("I do not know", "A"), say("I do not know", "B")])
        == []
    )


@given(st.permutations(["A", "B", "C", "D"]))
def test_the_order_of_statements_changes_nothing(order: list[str]) -> None:
    said = {who: say("Bread before flags", who) for who in "ABCD"}

    (phrase,) = list_shared_phrases([said[who] for who in order])

    assert {one.id for one in phrase.statements} == {one.id for one in said.values()}
    assert all_words(phrase.label) == ("bread", "before", "flags")


def test_words_in_one_place_were_said_once() -> None:
    other = replace(COINED, id="again", speakers=(Party("Luc Moreau", "Luc Moreau"),))

    assert list_shared_phrases([COINED, other]) == []
