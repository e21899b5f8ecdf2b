"""Days of telling, subjects of what is told, and what "and" joins to it."""

import pytest

from builders import make_tree as make
from dragoman.annotate.encoder.repairs.repair import repair


@pytest.mark.parametrize(("day", "head"), [("Monday", 1), ("tomorrow", 4)])
def test_a_day_right_behind_the_cue_is_when_it_was_told(day: str, head: int) -> None:
    tree = make(  # he said Monday it fell
        "he PRON PRP 1 nsubj",
        "say VERB VBD -1 root",
        f"{day} PROPN NNP 4 obl:unmarked",
        "it PRON PRP 4 nsubj",
        "fall VERB VBD 1 ccomp",
    )
    repair(tree)

    assert tree.head[2] == head


def test_of_two_subjects_round_a_cue_the_first_belongs_to_what_is_told() -> None:
    tree = make(  # protests led there , said Lee
        "protest NOUN NNS 4 nsubj",
        "lead VERB VBD 4 ccomp",
        "there ADV RB 1 advmod",
        ", PUNCT , 4 punct",
        "say VERB VBD -1 root",
        "Lee PROPN NNP 4 nsubj",
    )
    repair(tree)

    assert (tree.head[0], tree.relation[0]) == (1, "nsubj")


def test_a_bare_infinitive_is_no_fellow_of_a_form_of_the_past() -> None:
    tree = make(  # she wanted to meet them and let them go
        "she PRON PRP 1 nsubj",
        "want VERB VBD -1 root",
        "to PART TO 3 mark",
        "meet VERB VB 1 xcomp",
        "they PRON PRP 3 obj",
        "and CCONJ CC 6 cc",
        "let VERB VB 1 conj",
        "they PRON PRP 6 obj",
    )
    repair(tree)

    assert (tree.head[6], tree.relation[6]) == (3, "conj")


@pytest.mark.parametrize("hung", ["3 acl", "1 xcomp"])
def test_a_form_of_the_past_behind_what_is_explained_is_told(hung: str) -> None:
    tree = make(  # he explained the men left
        "he PRON PRP 1 nsubj",
        "explain VERB VBD -1 root",
        "the DET DT 3 det",
        "man NOUN NNS 1 obj",
        f"leave VERB VBD {hung}",
    )
    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (1, "ccomp")
    assert (tree.head[3], tree.relation[3]) == (4, "nsubj")
