"""What governs a clause in each construction, over trees that the parser makes."""

import pytest

from dragoman.model.syntax import Sentence
from dragoman.text.governors import is_doubted, is_none, put
from reading import read_sentences


def tree_of(text: str) -> Sentence:
    (tree,) = read_sentences(text)
    return tree


def word(tree: Sentence, text: str) -> int:
    return next(index for index, token in enumerate(tree) if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Lee confirmed that Ann met Mo.", "met", "asserted"),
        ("Lee denied that Ann met Mo.", "met", "denied"),
        ("No one has said that Ann met Mo.", "met", "hypothetical"),
        ("Not a single official has said that Ann met Mo.", "met", "hypothetical"),
        ("Lee denied that Ann had refused to meet Mo.", "meet", "hypothetical"),
        ("Lee denied that Ann had failed to meet Mo.", "meet", "asserted"),
        ("Reports that Ann met Mo were false.", "met", "denied"),
        ("It is not true that Ann met Mo.", "met", "denied"),
        ("There is no evidence that Ann met Mo.", "met", "hypothetical"),
        ("Ann stopped short of meeting Mo.", "meeting", "denied"),
        ("Ann was cleared of killing Mo.", "killing", "denied"),
        ("Ann was found not guilty of killing Mo.", "killing", "denied"),
        ("Ann was prevented from meeting Mo.", "meeting", "denied"),
        ("Ann scrapped a plan to meet Mo.", "meet", "cancelled"),
        ("Instead of meeting Mo, Ann left.", "meeting", "denied"),
        ("Ann did not hesitate to attack Mo.", "attack", "asserted"),
    ],
)
def test_governors_put_what_they_govern(text: str, verb: str, told: str) -> None:
    tree = tree_of(text)
    assert str(put(tree, word(tree, verb))) == told


@pytest.mark.parametrize("who", ["Nobody", "Neither side", "Not one delegate"])
def test_what_nobody_says_is_doubted(who: str) -> None:
    tree = tree_of(f"{who} said that Ann met Mo.")
    assert is_doubted(tree, word(tree, "said"))


def test_few_are_hardly_anybody_and_a_few_are_some() -> None:
    few, some = tree_of("Few officials said so."), tree_of("A few officials said so.")
    assert is_none(few, word(few, "officials"))
    assert not is_none(some, word(some, "officials"))


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("Lee falsely claimed that Ann met Mo.", "met", "denied"),
        ("It is far from certain that Ann met Mo.", "met", "hypothetical"),
        ("Ann was kept from meeting Mo.", "meeting", "denied"),
        ("Ann kept a promise to meet Mo.", "meet", "asserted"),
        ("Ann missed a chance to meet Mo.", "meet", "denied"),
        ("Ann held the post until she was elected leader.", "elected", "asserted"),
    ],
)
def test_what_becomes_of_it_and_how_it_is_told(text: str, verb: str, told: str) -> None:
    tree = tree_of(text)
    assert str(put(tree, word(tree, verb))) == told
