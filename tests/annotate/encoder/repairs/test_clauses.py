"""Clauses that run into the next words are given back what is theirs."""

import pytest

from builders import make_tree
from dragoman.annotate.encoder.repairs.repair import repair
from reading import read_sentences


@pytest.mark.parametrize(
    ("text", "word", "head", "relation"),
    [
        (
            "She also accused the Border Corps of having abducted eleven students.",
            "students",
            "abducted",
            "obj",
        ),
        (
            "She also accused the Border Corps of having abducted eleven students.",
            "having",
            "abducted",
            "aux",
        ),
        ("Tal denied having dictated a line.", "having", "dictated", "aux"),
        ("Tal denied having dictated a line.", "dictated", "denied", "xcomp"),
        ("The mayor called the ruling a disgrace.", "disgrace", "called", "xcomp"),
        ("09.30 The mayor, back from Gao, left.", "mayor", "left", "nsubj"),
        ("Varian aircraft struck a depot south of Gao.", "depot", "struck", "obj"),
        (
            "Nine people were killed and twenty wounded when a bomb exploded.",
            "twenty",
            "wounded",
            "nsubj:pass",
        ),
        (
            "That pact has frayed: on 29 January their men clashed at Tillit.",
            "January",
            "clashed",
            "obl",
        ),
        (
            "Fighting between the army and the Hill Front resumed near Orlova.",
            "army",
            "Fighting",
            "nmod",
        ),
        (
            "Fighting between the army and the Hill Front resumed near Orlova.",
            "Front",
            "army",
            "conj",
        ),
        ("Сад: the army shelled Gao north of Tillit.", "Gao", "shelled", "obj"),
    ],
)
def test_word_hangs_where_it_belongs(
    text: str, word: str, head: str, relation: str
) -> None:
    (tree,) = read_sentences(text)
    words = [token.text for token in tree.tokens]

    token = tree[words.index(word)]

    assert (words[token.head], token.deprel) == (head, relation)


def test_a_number_counts_the_dead_behind_it() -> None:
    tree = make_tree(
        "Officials NOUN NNS 1 nsubj",
        "put VERB VBD -1 root",
        "the DET DT 3 det",
        "toll NOUN NN 1 obj",
        "at ADP IN 5 case",
        "19 NUM CD 1 obl",
        "dead ADJ JJ 1 obl",
        "and CCONJ CC 9 cc",
        "46 NUM CD 9 nsubj",
        "wounded ADJ JJ 1 conj",
    )
    repair(tree)
    assert (tree.head[6], tree.relation[6]) == (1, "obl")
    assert (tree.head[5], tree.relation[5]) == (6, "nummod")
    assert tree.head[4] == 6
    assert (tree.head[8], tree.relation[8]) == (9, "nummod")
    assert tree.head[9] == 6
