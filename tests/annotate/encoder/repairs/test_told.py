"""Who tells what, and whom, is restored in trees."""

import pytest

from builders import make_tree as make
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.repair import repair

# He told Mali 's acting President Lee that talks go on .
NAMED = (
    "' PART POS 2 case",
    "{}",
    "President PROPN NNP 6 compound",
    "Ли PROPN NNP {} {}",
    "that SCONJ IN 9 mark",
    "talk NOUN NNS 9 nsubj",
    "go VERB VBP {} ccomp",
)


def _told(status: str, name: str, went: int) -> tuple[str, ...]:
    head, relation = name.split()
    return (
        "he PRON PRP 1 nsubj",
        "tell VERB VBD -1 root",
        "Mali PROPN NNP 4 nmod:poss",
        NAMED[0],
        NAMED[1].format(status),
        NAMED[2],
        NAMED[3].format(head, relation),
        *NAMED[4:6],
        NAMED[6].format(went),
    )


@pytest.mark.parametrize(
    "rows",
    [
        _told("caretaker NOUN NN 1 obj", "9 nsubj", 1),
        _told("act VERB VBG 1 ccomp", "4 obj", 4),
        _told("interim ADJ JJ 6 amod", "9 nsubj", 1),
    ],
)
def test_who_is_told_is_whole_and_no_subject_of_what_is_told(
    rows: tuple[str, ...],
) -> None:
    tree = make(*rows)
    repair(tree)

    assert (tree.head[6], tree.relation[6]) == (1, "obj")
    assert (tree.head[4], tree.relation[4]) == (6, "amod")
    assert (tree.head[2], tree.relation[2])[1] == "nmod:poss"
    assert (tree.head[9], tree.relation[9]) == (1, "ccomp")


def test_who_needs_no_title_is_left_alone() -> None:
    rows = (  # He met interim staff Lee knew
        "he PRON PRP 1 nsubj",
        "meet VERB VBD -1 root",
        "interim ADJ JJ 3 amod",
        "staff NOUN NN 1 obj",
        "Lee PROPN NNP 5 nsubj",
        "know VERB VBD 3 acl:relcl",
    )
    tree = make(*rows)
    repair(tree)

    assert tree.head == [1, -1, 3, 1, 5, 3]


def _attacked(*end: str) -> Tree:
    # Rebels attacked вчера , confirmed ...
    return make(
        "rebel NOUN NNS 1 nsubj",
        "attack VERB VBD -1 root",
        "вчера ADV RB 1 advmod",
        ", PUNCT , 4 punct",
        *end,
    )


@pytest.mark.parametrize(
    ("end", "teller"),
    [
        (("confirm VERB VBD 1 conj", "police NOUN NN 4 obj", ". PUNCT . 1 punct"), 5),
        (
            ("confirm VERB VBN 5 amod", "official NOUN NNS 1 obj", ". PUNCT . 1 punct"),
            5,
        ),
        (("reveal VERB VBD 1 conj", "official NOUN NNS 1 obj", ". PUNCT . 1 punct"), 5),
        (("say VERB VBD 1 parataxis", "Lee PROPN NNP 4 obj", ". PUNCT . 1 punct"), 5),
    ],
)
def test_who_tells_it_behind_the_verb_is_its_subject(
    end: tuple[str, ...], teller: int
) -> None:
    tree = _attacked(*end)

    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (-1, "root")
    assert (tree.head[teller], tree.relation[teller]) == (4, "nsubj")
    assert (tree.head[1], tree.relation[1]) == (4, "ccomp")


@pytest.mark.parametrize(
    "end",
    [
        ("claim VERB VBD 1 conj", "victory NOUN NN 4 obj", ". PUNCT . 1 punct"),
        (
            "declare VERB VBD 1 conj",
            "Lee PROPN NNP 4 obj",
            "president NOUN NN 4 xcomp",
            ". PUNCT . 1 punct",
        ),
        (
            "report VERB VBN 5 amod",
            "official NOUN NNS 1 obj",
            "and CCONJ CC 7 cc",
            "flee VERB VBD 1 conj",
        ),
    ],
)
def test_what_is_claimed_or_goes_on_is_no_teller(end: tuple[str, ...]) -> None:
    tree = _attacked(*end)

    repair(tree)

    assert tree.relation[1] == "root"


def test_what_has_a_copula_or_an_object_of_its_own_is_a_clause() -> None:
    being = make(  # He denied being behind raids
        "he PRON PRP 1 nsubj",
        "deny VERB VBD -1 root",
        "be AUX VBG 4 cop",
        "behind ADP IN 4 case",
        "рейд NOUN NNS 1 obl",
    )
    shelling = make(
        "he PRON PRP 1 nsubj",
        "deny VERB VBD -1 root",
        "shell VERB VBG 1 obj",
        "port NOUN NN 2 obj",
    )
    repair(being)
    repair(shelling)

    assert (being.relation[4], shelling.relation[2]) == ("xcomp", "xcomp")


@pytest.mark.parametrize(
    "rows",
    [
        (  # the former Нью Mexico governor left
            "the DET DT 4 det",
            "former ADJ JJ 4 amod",
            "Нью PROPN NNP 3 amod",
            "Mexico PROPN NNP 4 compound",
            "governor NOUN NN 5 nsubj",
            "leave VERB VBD -1 root",
        ),
        (  # the letter added Lee deemed it important that they stay
            "letter NOUN NN 1 nsubj",
            "add VERB VBD -1 root",
            "Lee PROPN NNP 3 nsubj",
            "deem VERB VBZ 1 ccomp",
            "important ADJ JJ 3 xcomp",
            "that SCONJ IN 3 mark",
        ),
    ],
)
def test_what_holds_already_is_left_alone(rows: tuple[str, ...]) -> None:
    tree = make(*rows)
    before = list(tree.head), list(tree.relation)

    repair(tree)

    assert (tree.head, tree.relation) == before
