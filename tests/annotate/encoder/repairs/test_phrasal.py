"""What belongs to a verb and its particle hangs there."""

from annotate.encoder.repairs.test_parallel import make_with_people
from annotate.encoder.repairs.test_repair import make
from dragoman.annotate.encoder.repairs.repair import repair


def test_whom_one_hands_over_is_the_object() -> None:
    tree = make(
        "hand VERB VBD -1 root",
        "over ADP IN 3 case",
        "nine NUM CD 3 nummod",
        "man NOUN NNS 0 obl",
    )

    repair(tree)

    assert (tree.head[1], tree.relation[1]) == (0, "compound:prt")
    assert tree.relation[3] == "obj"


def test_what_one_hands_in_somewhere_is_no_particle() -> None:
    # "handed in Rome"
    tree = make(
        "hand VERB VBD -1 root",
        "in ADP IN 2 case",
        "Rome PROPN NNP 0 obl",
    )

    repair(tree)

    assert tree.relation[2] == "obl"


def test_with_whom_one_discusses_it_hangs_on_discussing() -> None:
    # "he discussed the closure with Lee"
    tree = make_with_people(
        "he PRON PRP 1 nsubj",
        "discuss VERB VBD -1 root",
        "closure NOUN NN 1 obj",
        "with ADP IN 4 case",
        "Lee PROPN NNP 2 nmod",
    )

    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (1, "obl")


def test_who_did_a_deed_hangs_on_the_deed() -> None:
    # "the detention of the ship by the navy ended"
    tree = make(
        "detention NOUN NN 5 nsubj",
        "of ADP IN 2 case",
        "ship NOUN NN 0 nmod",
        "by ADP IN 4 case",
        "navy NOUN NN 2 nmod",
        "end VERB VBD -1 root",
    )

    repair(tree)

    assert tree.head[4] == 0
