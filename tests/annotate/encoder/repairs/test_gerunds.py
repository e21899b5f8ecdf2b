"""Deeds told by "-ing" behind what is said of them."""

from builders import make_tree as make
from dragoman.annotate.encoder.repairs.repair import repair


def test_what_somebody_is_accused_of_doing_is_done_to_its_object() -> None:
    # "accused Lee of shelling villages"
    tree = make(
        "accuse VERB VBD -1 root",
        "Lee PROPN NNP 0 obj",
        "of ADP IN 4 case",
        "shell VERB VBG 4 amod",
        "village NOUN NNS 1 nmod",
    )

    repair(tree)

    assert (tree.head[3], tree.relation[3]) == (0, "advcl")
    assert (tree.head[4], tree.relation[4]) == (3, "obj")
    assert (tree.head[2], tree.relation[2]) == (3, "mark")


def test_what_somebody_denies_doing_is_a_deed_whatever_its_tag() -> None:
    # "denied bombing hospitals"
    tree = make(
        "rebel NOUN NNS 1 nsubj",
        "deny VERB VBD -1 root",
        "bombing NOUN NN 3 compound",
        "hospital NOUN NNS 1 obj",
    )

    repair(tree)

    assert (tree.words[2].lemma, tree.words[2].xpos) == ("bomb", "VBG")
    assert (tree.head[2], tree.relation[2]) == (1, "xcomp")
    assert (tree.head[3], tree.relation[3]) == (2, "obj")


def test_how_things_are_stays_with_them() -> None:
    # "accused Lee of growing debts"
    tree = make(
        "accuse VERB VBD -1 root",
        "Lee PROPN NNP 0 obj",
        "of ADP IN 4 case",
        "grow VERB VBG 4 amod",
        "debt NOUN NNS 0 obl",
    )

    repair(tree)

    assert (tree.head[3], tree.relation[3]) == (4, "amod")


def test_nobody_kills_by_what_he_says() -> None:
    # "denied it had bombed ports, killing nine"
    tree = make(
        "army NOUN NN 1 nsubj",
        "deny VERB VBD -1 root",
        "it PRON PRP 4 nsubj",
        "have AUX VBD 4 aux",
        "bomb VERB VBN 1 ccomp",
        "port NOUN NNS 4 obj",
        ", PUNCT , 7 punct",
        "kill VERB VBG 1 advcl",
        "nine NUM CD 7 obj",
    )

    repair(tree)

    assert tree.head[7] == 4
