"""Phrases that hang too deep are hung on what they belong to."""

from builders import make_tree as make
from dragoman.annotate.encoder.repairs.repair import repair


def test_a_name_between_commas_says_who_the_one_before_it_is() -> None:
    # "She met the head of it , Lee , in Rome": Lee is not spoken to
    tree = make(
        "she PRON PRP 1 nsubj",
        "meet VERB VBD -1 root",
        "the DET DT 3 det",
        "head NOUN NN 1 obj",
        ", PUNCT , 5 punct",
        "Lee PROPN NNP 1 vocative",
        ", PUNCT , 5 punct",
        "in ADP IN 8 case",
        "Rome PROPN NNP 5 nmod",
    )

    repair(tree)

    assert (tree.head[5], tree.relation[5]) == (3, "appos")
    assert (tree.head[8], tree.relation[8]) == (1, "obl")


def test_who_is_spoken_to_stays_so() -> None:
    tree = make(
        "go VERB VB -1 root",
        ", PUNCT , 2 punct",
        "Lee PROPN NNP 0 vocative",
    )

    repair(tree)

    assert tree.relation[2] == "vocative"


def test_place_and_day_without_on_are_two_phrases() -> None:
    # "In Banja Luka last Saturday Lee left"
    tree = make(
        "in ADP IN 4 case",
        "Banja PROPN NNP 2 compound",
        "Luka PROPN NNP 4 compound",
        "last ADJ JJ 4 amod",
        "Saturday PROPN NNP 6 obl",
        "Lee PROPN NNP 6 nsubj",
        "leave VERB VBD -1 root",
    )

    repair(tree)

    assert (tree.head[2], tree.relation[2]) == (6, "obl")
    assert tree.head[0] == 2
    assert (tree.head[4], tree.relation[4]) == (6, "obl")


def visit_to_rome(comma: str) -> list[str]:
    # "a visit by envoy Ann Lee to Rome ended"
    return [
        "visit NOUN NN 7 nsubj",
        "by ADP IN 2 case",
        "envoy NOUN NN 0 nmod",
        "Lee PROPN NNP 2 appos",
        comma,
        "to ADP IN 6 case",
        "Rome PROPN NNP 2 nmod",
        "end VERB VBD -1 root",
    ]


def test_what_stands_behind_a_name_is_told_of_the_visit() -> None:
    tree = make(*visit_to_rome("now ADV RB 6 advmod"))

    repair(tree)

    assert tree.head[6] == 0


def test_behind_a_comma_it_may_be_the_envoys_post() -> None:
    tree = make(*visit_to_rome(", PUNCT , 2 punct"))

    repair(tree)

    assert tree.head[6] == 2


def test_what_took_place_took_it_somewhere() -> None:
    tree = make(
        "talk NOUN NNS 1 nsubj",
        "take VERB VBD -1 root",
        "place NOUN NN 1 obj",
        "in ADP IN 4 case",
        "Rome PROPN NNP 2 nmod",
    )

    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (1, "obl")


def test_nothing_hangs_on_an_auxiliary() -> None:
    # "Chad will not , she says , meet": it is Chad that does not meet
    tree = make(
        "Chad PROPN NNP 1 nsubj",
        "will AUX MD 7 aux",
        "not PART RB 1 advmod",
        ", PUNCT , 5 punct",
        "she PRON PRP 5 nsubj",
        "say VERB VBZ 1 parataxis",
        ", PUNCT , 5 punct",
        "meet VERB VB -1 root",
    )

    repair(tree)

    assert (tree.head[0], tree.relation[0]) == (7, "nsubj")
    assert tree.head[2] == 7
    assert tree.head[5] == 7


def test_who_is_told_before_a_place_does_not_hold_it() -> None:
    tree = make(
        "Rebels NOUN NNS 1 nsubj",
        "free VERB VBD -1 root",
        "a DET DT 3 det",
        "sailor NOUN NN 1 obj",
        ", PUNCT , 5 punct",
        "Lee PROPN NNP 3 appos",
        ", PUNCT , 8 punct",
        "in ADP IN 8 case",
        "Gao PROPN NNP 3 nmod",
    )
    repair(tree)
    assert (tree.head[8], tree.relation[8]) == (1, "obl")


def test_no_place_stands_before_the_marker_of_its_clause() -> None:
    tree = make(
        "Rebels NOUN NNS 1 nsubj",
        "free VERB VBD -1 root",
        "Lee PROPN NNP 1 obj",
        "in ADP IN 4 case",
        "Gao PROPN NNP 8 obl",
        "after SCONJ IN 8 mark",
        "she PRON PRP 8 nsubj",
        "had AUX VBD 8 aux",
        "come VERB VBN 1 advcl",
    )
    repair(tree)
    assert tree.head[4] == 1


def test_no_phrase_with_a_preposition_stands_before_an_attribute() -> None:
    # "On 7 August unidentified gunmen fired"
    tree = make(
        "on ADP IN 2 case",
        "7 NUM CD 2 nummod",
        "August PROPN NNP 3 obl",
        "unidentified VERB VBN 4 amod",
        "gunman NOUN NNS 5 nsubj",
        "fire VERB VBD -1 root",
    )

    repair(tree)

    assert (tree.head[2], tree.relation[2]) == (5, "obl")
    assert tree.head[3] == 4
