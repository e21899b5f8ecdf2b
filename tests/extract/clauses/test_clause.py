"""Arguments of verbs in the order of the plain active clause."""

import pytest

from dragoman.extract.clauses.clause import read_clause
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.model.syntax import Sentence
from reading import read_sentences


def find(tree: Sentence, word: str) -> int:
    return next(i for i, token in enumerate(tree.tokens) if token.text == word)


def words(tree: Sentence, tokens: tuple[int, ...]) -> list[str]:
    return [tree[token].text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Lee met Kim in Rome.", "met", ["Lee"], ["Kim"]),
        ("Kim was received by Lee.", "received", ["Lee"], ["Kim"]),
        ("Lee met Kim and praised Wang.", "praised", ["Lee"], ["Wang"]),
        ("Lee wants to meet Kim.", "meet", ["Lee"], ["Kim"]),
        ("Lee urged Kim to visit Rome.", "visit", ["Kim"], ["Rome"]),
        ("The envoy who met Kim has left.", "met", ["envoy"], ["Kim"]),
        ("The talks held by Lee ended.", "held", ["Lee"], ["talks"]),
        ("Gunmen attacked the post, killing Lee.", "killing", ["Gunmen"], ["Lee"]),
        ("In Minsk, Лукин met Kim.", "met", ["Лукин"], ["Kim"]),
        ("Chad had the officer arrested.", "arrested", ["Chad"], ["officer"]),
        ("A judge ordered Lee held for a month.", "held", ["judge"], ["Lee"]),
        (
            "Nine officers had their assets frozen by Chad.",
            "frozen",
            ["Chad"],
            ["assets", "officers"],
        ),
        ("Lee was found shot in Rome.", "shot", [], ["Lee"]),
    ],
)
def test_subject_and_object(
    text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    (tree,) = read_sentences(text)
    clause = read_clause(tree, find(tree, verb))
    assert words(tree, clause.subjects) == subjects
    assert words(tree, clause.objects) == objects


def test_obliques_keep_their_preposition() -> None:
    (tree,) = read_sentences("Lee flew from Rome to Oslo on Monday.")
    assert [
        (one.case, tree[one.token].text)
        for one in find_obliques(tree, find(tree, "flew"))
    ] == [("from", "Rome"), ("to", "Oslo"), ("on", "Monday")]


def test_a_later_occasion_stands_apart() -> None:
    (tree,) = read_sentences("Lee held talks with Kim, and later with Wang.")
    apart = {
        tree[one.token].text: one.apart
        for index in range(len(tree))
        for one in find_obliques(tree, index)
    }
    assert apart["Wang"]
    assert not apart["Kim"]
