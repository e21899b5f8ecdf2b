"""What the form of a word forbids is put right."""

from builders import make_tree as make
from dragoman.annotate.encoder.repairs.repair import repair


def test_an_adverb_is_no_subject() -> None:
    tree = make(
        "Lee PROPN NNP 1 compound",
        "falsely ADV RB 2 nsubj",
        "claim VERB VBD -1 root",
        "that SCONJ IN 5 mark",
        "Ann PROPN NNP 5 nsubj",
        "leave VERB VBD 2 ccomp",
    )
    repair(tree)
    assert (tree.head[0], tree.relation[0]) == (2, "nsubj")
    assert (tree.head[1], tree.relation[1]) == (2, "advmod")


def test_whom_a_number_counts_is_no_adverb() -> None:
    tree = make(
        "it PRON PRP 1 nsubj",
        "kill VERB VBD -1 root",
        "eleven ADV NN 1 advmod",
        "of ADP IN 5 case",
        "the DET DT 5 det",
        "rebel NOUN NNS 2 nmod",
    )

    repair(tree)

    assert tree.relation[2] == "obj"
