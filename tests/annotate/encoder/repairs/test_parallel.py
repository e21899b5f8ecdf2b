"""Phrases that go with one told before hang where it hangs."""

import pytest

from builders import make_tree as make
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.parallel import join_people
from dragoman.annotate.encoder.repairs.repair import repair


def test_what_follows_that_evening_is_the_main_clause() -> None:
    tree = make(
        "that DET DT 1 det",
        "evening NOUN NN -1 root",
        "he PRON PRP 3 nsubj",
        "meet VERB VBD 1 acl:relcl",
        "Lee PROPN NNP 3 obj",
        ". PUNCT . 1 punct",
    )

    repair(tree)

    assert tree.relation[3] == "root"
    assert (tree.head[1], tree.relation[1]) == (3, "obl:unmarked")


def test_the_day_he_met_her_stays_a_phrase() -> None:
    tree = make(
        "the DET DT 1 det",
        "day NOUN NN -1 root",
        "he PRON PRP 3 nsubj",
        "meet VERB VBD 1 acl:relcl",
        "Lee PROPN NNP 3 obj",
    )

    repair(tree)

    assert tree.relation[1] == "root"


def test_whom_is_nobodys_owner() -> None:
    # "Lee , whom the Speaker received , left"
    tree = make(
        "Lee PROPN NNP 7 nsubj",
        ", PUNCT , 5 punct",
        "whom PRON WP 4 nmod:poss",
        "the DET DT 4 det",
        "Speaker NOUN NN 5 nsubj",
        "receive VERB VBD 0 acl:relcl",
        ", PUNCT , 0 punct",
        "leave VERB VBD -1 root",
    )

    repair(tree)

    assert (tree.head[2], tree.relation[2]) == (5, "obj")


def test_who_is_joined_without_a_preposition_is_no_further_phrase() -> None:
    # "talks between him and Lee failed"
    tree = make(
        "talk NOUN NNS 5 nsubj",
        "between ADP IN 2 case",
        "him PRON PRP 0 nmod",
        "and CCONJ CC 4 cc",
        "Lee PROPN NNP 0 nmod",
        "fail VERB VBD -1 root",
    )

    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (2, "conj")


def test_and_with_somebody_goes_with_the_phrase_like_it() -> None:
    # "he met with Lee , who said it held , and with Tod"
    tree = make(
        "he PRON PRP 1 nsubj",
        "meet VERB VBD -1 root",
        "with ADP IN 3 case",
        "Lee PROPN NNP 1 obl",
        ", PUNCT , 6 punct",
        "who PRON WP 6 nsubj",
        "say VERB VBD 3 acl:relcl",
        "it PRON PRP 8 nsubj",
        "hold VERB VBD 6 ccomp",
        ", PUNCT , 12 punct",
        "and CCONJ CC 12 cc",
        "with ADP IN 12 case",
        "Tod PROPN NNP 8 obl",
    )

    repair(tree)

    assert tree.head[12] == 1


def make_with_people(*rows: str) -> Tree:
    """Make a tree in which Lee and Tod are names of people."""
    return Tree(
        [
            word._replace(name="B-PER") if word.lemma in {"Lee", "Tod"} else word
            for word in make(*rows).words
        ]
    )


def test_who_is_met_later_is_met_and_no_predicate() -> None:
    # "he met Lee and , later , Tod"
    tree = make_with_people(
        "he PRON PRP 1 nsubj",
        "meet VERB VBD -1 root",
        "Lee PROPN NNP 1 obj",
        "and CCONJ CC 6 cc",
        ", PUNCT , 3 punct",
        "later ADV RB 6 advmod",
        "Tod PROPN NNP 1 conj",
    )

    repair(tree)

    assert (tree.head[6], tree.relation[6]) == (2, "conj")


def test_people_are_joined_to_the_head_of_a_body_not_to_the_body() -> None:
    # "met the head of the League , Lee , and Tod"
    tree = make_with_people(
        "meet VERB VBD -1 root",
        "the DET DT 2 det",
        "head NOUN NN 0 obj",
        "of ADP IN 4 case",
        "League PROPN NNP 2 nmod",
        ", PUNCT , 6 punct",
        "Lee PROPN NNP 4 conj",
        ", PUNCT , 9 punct",
        "and CCONJ CC 9 cc",
        "Tod PROPN NNP 4 conj",
    )

    repair(tree)

    assert (tree.head[6], tree.relation[6]) == (2, "appos")
    assert (tree.head[9], tree.relation[9]) == (2, "conj")


def _hung_on(whom: str) -> Tree:
    return make(
        "the DET DT 1 det",
        f"{whom} NOUN NN -1 root",
        "of ADP IN 3 case",
        "minister NOUN NN 1 nmod",
        ", PUNCT , 6 punct",
        "who PRON WP 6 nsubj",
        "fall VERB VBD 1 acl:relcl",
    )


@pytest.mark.parametrize(("noun", "head"), [("funeral", 3), ("wife", 1)])
def test_no_thing_is_who(noun: str, head: int) -> None:
    tree = _hung_on(noun)

    repair(tree)

    assert tree.head[6] == head


def test_who_was_moved_from_a_row_by_another_law_is_left_there() -> None:
    # "officials of the police , Lee": no longer joined to the police
    tree = make(
        "official NOUN NN -1 root",
        "of ADP IN 2 case",
        "police NOUN NN 0 nmod",
        ", PUNCT , 4 punct",
        "Lee PROPN NNP 2 nmod",
    )
    tree.words[4] = tree.words[4]._replace(name="B-PER")

    join_people(tree, 4)

    assert (tree.head[4], tree.relation[4]) == (2, "nmod")


@pytest.mark.parametrize(
    ("owner", "owned", "teller"),
    [("its", "man NOUN NNS", 1), ("his", "deputy NOUN NN", 5)],
    ids=["who owns the men goes on telling", "his deputy may himself tell"],
)
def test_who_owns_goes_on_telling(owner: str, owned: str, teller: int) -> None:
    tree = make(
        "they PRON PRP 1 nsubj",
        "deny VERB VBD -1 root",
        f"{owner} PRON PRP$ 3 nmod:poss",
        f"{owned} 5 nsubj",
        "have AUX VBD 5 aux",
        "leave VERB VBN 1 ccomp",
        "and CCONJ CC 7 cc",
        "say VERB VBD 5 conj",
        "he PRON PRP 9 nsubj",
        "know VERB VBD 7 ccomp",
    )

    repair(tree)

    assert tree.head[7] == teller


def test_a_person_is_no_other_name_of_a_body() -> None:
    tree = make(
        "a DET DT 1 det",
        "lawyer NOUN NN 7 nsubj",
        "for ADP IN 3 case",
        "League PROPN NNP 1 nmod",
        ", PUNCT , 5 punct",
        "Lee PROPN NNP 3 appos",
        ", PUNCT , 5 punct",
        "say VERB VBD -1 root",
    )
    tree.words[5] = tree.words[5]._replace(name="B-PER")

    repair(tree)

    assert (tree.head[5], tree.relation[5]) == (1, "appos")


def test_what_somebody_calls_it_comments_on_all_that_was_told() -> None:
    tree = make(
        "he PRON PRP 2 nsubj:pass",
        "be AUX VBD 2 aux:pass",
        "jail VERB VBN -1 root",
        "for SCONJ IN 4 mark",
        "order VERB VBG 2 advcl",
        "raid NOUN NNS 4 obj",
        ", PUNCT , 8 punct",
        "in ADP IN 8 case",
        "what PRON WP 4 obl",
        "she PRON PRP 10 nsubj",
        "call VERB VBD 8 acl:relcl",
        "war NOUN NN 10 xcomp",
    )

    repair(tree)

    assert tree.head[8] == 2


def test_who_phones_goes_on_to_say() -> None:
    tree = make(
        "he PRON PRP 1 nsubj",
        "tell VERB VBD -1 root",
        "court NOUN NN 1 obj",
        "that SCONJ IN 6 mark",
        "Lee PROPN NNP 6 nsubj",
        "have AUX VBD 6 aux",
        "phone VERB VBN 1 ccomp",
        "him PRON PRP 6 obj",
        "and CCONJ CC 9 cc",
        "say VERB VBD 1 conj",
        "go VERB VB 9 ccomp",
    )

    repair(tree)

    assert tree.head[9] == 6


def test_who_behind_a_comma_is_the_subject_of_a_clause_of_the_name() -> None:
    # "it fell, said Lee, who added it"
    tree = make(
        "it PRON PRP 1 nsubj",
        "fall VERB VBD -1 root",
        ", PUNCT , 1 punct",
        "say VERB VBD 1 parataxis",
        "Lee PROPN NNP 3 nsubj",
        ", PUNCT , 7 punct",
        "who PRON WP 7 nsubj",
        "add VERB VBD 3 ccomp",
        "it PRON PRP 7 obj",
    )

    repair(tree)

    assert (tree.head[7], tree.relation[7]) == (4, "acl:relcl")
