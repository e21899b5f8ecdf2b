"""What stands before the main clause is put right."""

from builders import make_tree as make
from dragoman.annotate.encoder.repairs.repair import repair

# "After a bomb tore the hall, nobody knew."
BOMB = (
    "after ADP IN 2 case",
    "a DET DT 2 det",
    "bomb NOUN NN 3 nsubj",
    "tear VERB VBD -1 root",
    "the DET DT 5 det",
    "hall NOUN NN 3 obj",
    ", PUNCT , 8 punct",
    "nobody PRON NN 8 nsubj",
    "know VERB VBD 5 acl:relcl",
    ". PUNCT . 3 punct",
)


def test_a_clause_behind_after_hangs_on_the_one_behind_the_comma() -> None:
    tree = make(*BOMB)

    repair(tree)

    assert (tree.head[8], tree.relation[8]) == (-1, "root")
    assert (tree.head[3], tree.relation[3]) == (8, "advcl")
    assert (tree.head[0], tree.relation[0]) == (3, "mark")
    assert tree.head[9] == 8


def test_the_subject_behind_the_comma_is_that_of_the_main_clause() -> None:
    # "Before the cycle opened, gunmen killed Lee": both hung on "opened"
    tree = make(
        "before ADP IN 2 case",
        "the DET DT 2 det",
        "cycle NOUN NN 3 obl",
        "open VERB VBD 6 advcl",
        ", PUNCT , 3 punct",
        "gunman NOUN NNS 3 nsubj",
        "kill VERB VBD -1 root",
        "Lee PROPN NNP 6 obj",
    )

    repair(tree)

    assert (tree.head[2], tree.relation[2]) == (3, "nsubj")
    assert (tree.head[5], tree.relation[5]) == (6, "nsubj")
    assert tree.relation[0] == "mark"


def test_a_phrase_with_after_stays_one() -> None:
    # "After the vote came protests, and Lee left."
    tree = make(
        "after ADP IN 2 case",
        "the DET DT 2 det",
        "vote NOUN NN 3 obl",
        "come VERB VBD -1 root",
        "protest NOUN NNS 3 nsubj",
        ", PUNCT , 8 punct",
        "and CCONJ CC 8 cc",
        "Lee PROPN NNP 8 nsubj",
        "leave VERB VBD 3 conj",
    )

    repair(tree)

    assert (tree.head[2], tree.relation[2]) == (3, "obl")
    assert tree.head[3] == -1


def test_a_gathering_before_the_comma_is_a_clause() -> None:
    # "Meeting in Gao, ministers signed it": no verb has two subjects
    tree = make(
        "meeting NOUN NN 5 nsubj",
        "in ADP IN 2 case",
        "Gao PROPN NNP 0 nmod",
        ", PUNCT , 0 punct",
        "minister NOUN NNS 5 nsubj",
        "sign VERB VBD -1 root",
        "it PRON PRP 5 obj",
    )

    repair(tree)

    assert (tree.relation[0], tree.words[0].lemma) == ("advcl", "meet")
    assert tree.relation[2] == "obl"
    assert tree.relation[4] == "nsubj"


def test_a_bare_noun_has_no_other_name_up_to_the_verb() -> None:
    # "Meeting in Gao, ministers signed it": the doers taken for another name
    tree = make(
        "meeting NOUN NN 5 nsubj",
        "in ADP IN 2 case",
        "Gao PROPN NNP 0 nmod",
        ", PUNCT , 0 punct",
        "minister NOUN NNS 0 appos",
        "sign VERB VBD -1 root",
        "it PRON PRP 5 obj",
    )

    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (5, "nsubj")
    assert (tree.head[0], tree.relation[0]) == (5, "advcl")
