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


def test_a_commitment_takes_what_it_is_to() -> None:
    rows = [
        "Lee PROPN NNP 1 nsubj",
        "reiterate VERB VBD -1 root",
        "his PRON PRP$ 3 nmod:poss",
        "commitment NOUN NN 1 obj",
        "to ADP IN 6 case",
        "the DET DT 6 det",
        "plan NOUN NN 1 obl",
    ]
    tree = make(*rows)
    repair(tree)
    assert (tree.head[6], tree.relation[6]) == (3, "nmod")
    rows[3] = "offer NOUN NN 1 obj"
    tree = make(*rows)
    repair(tree)
    assert (tree.head[6], tree.relation[6]) == (1, "obl")


def test_an_auxiliary_takes_nothing() -> None:
    tree = make(
        "assure VERB VBD -1 root",
        "Ann PROPN NNP 0 obj",
        "that SCONJ IN 4 mark",
        "Lee PROPN NNP 4 nsubj",
        "would AUX MD 8 aux",
        "whatever PRON WP 8 nsubj",
        "storm NOUN NNS 5 acl:relcl",
        ", PUNCT , 5 punct",
        "stay VERB VB 1 acl:relcl",
    )
    repair(tree)
    assert (tree.head[3], tree.relation[3]) == (8, "nsubj")
    assert (tree.head[2], tree.relation[2]) == (8, "mark")
    assert (tree.head[8], tree.relation[8]) == (0, "ccomp")
    assert tree.relation[5] != "nsubj"


def test_a_noun_has_no_object() -> None:
    tree = make(
        "Experts NOUN NNS 1 nsubj",
        "find VERB VBP -1 root",
        "that SCONJ IN 3 mark",
        "units NOUN NNS 1 ccomp",
        "loot VERB VBN 5 amod",
        "clinics NOUN NNS 3 obj",
    )
    repair(tree)
    assert (tree.head[4], tree.relation[4]) == (1, "ccomp")
    assert (tree.head[3], tree.relation[3]) == (4, "nsubj")
    assert (tree.head[5], tree.relation[5]) == (4, "obj")
    assert tree.head[2] == 4


def test_those_who_are_counted_are_no_name() -> None:
    # "the two Ministers signed"; a name is one: "the United States signed"
    tree = make(
        "the DET DT 2 det",
        "two NUM CD 2 nummod",
        "Ministers PROPN NNPS 3 nsubj",
        "sign VERB VBD -1 root",
    )

    repair(tree)

    assert tree.words[2][:3] == ("NOUN", "NNS", "minister")
