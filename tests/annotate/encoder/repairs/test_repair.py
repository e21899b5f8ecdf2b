"""Laws of trees that the parser breaks are restored."""

import pytest

from builders import make_tree as make
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.repair import repair

# "A ship with its crew and boats were rammed, the guard said", as it may be read.
RAMMED = (
    "ship NOUN NN 9 nsubj",
    "with ADP IN 2 case",
    "crew NOUN NN 0 nmod",
    "and CCONJ CC 6 cc",
    "boat NOUN NNS 6 nsubj:pass",
    "be AUX VBD 6 aux:pass",
    "ram VERB VBN 2 conj",
    ", PUNCT , 6 punct",
    "guard NOUN NN 9 nsubj",
    "say VERB VBD -1 root",
)


@pytest.mark.parametrize(
    ("rows", "word", "head", "relation"),
    [
        (  # the second object is that of the second verb
            (
                "Lee PROPN NNP 1 nsubj",
                "condemn VERB VBZ -1 root",
                "raid NOUN NN 1 obj",
                "and CCONJ CC 4 cc",
                "order VERB VBZ 1 conj",
                "guard NOUN NNS 1 obj",
            ),
            5,
            4,
            "obj",
        ),
        (  # a place with a preposition is no predicate
            (
                "from ADP IN 1 case",
                "Gao PROPN NNP -1 root",
                "spokesman NOUN NN 1 appos",
                ", PUNCT , 4 punct",
                "Lee PROPN NNP 2 appos",
                ", PUNCT , 2 punct",
                "reject VERB VBD 1 acl:relcl",
                "it PRON PRP 6 obj",
            ),
            2,
            6,
            "nsubj",
        ),
        (  # two clauses with "that" are told by one verb
            (
                "Lee PROPN NNP 1 nsubj",
                "say VERB VBD -1 root",
                "that SCONJ IN 4 mark",
                "it PRON PRP 4 nsubj",
                "end VERB VBZ 9 ccomp",
                "and CCONJ CC 9 cc",
                "that SCONJ IN 9 mark",
                "talk NOUN NNS 9 nsubj",
                "will AUX MD 9 aux",
                "begin VERB VB 1 conj",
            ),
            4,
            1,
            "ccomp",
        ),
        (  # what is told before its teller is a clause, not a participle
            (
                "bomb NOUN NN 5 nsubj",
                "explode VERB VBN 0 acl",
                "вчера ADV RB 1 advmod",
                ", PUNCT , 1 punct",
                "police NOUN NNS 5 nsubj",
                "say VERB VBD -1 root",
            ),
            1,
            5,
            "ccomp",
        ),
        (  # and the first of the two subjects is that of the clause
            (
                "bomb NOUN NN 4 nsubj",
                "explode VERB VBN 0 acl",
                ", PUNCT , 1 punct",
                "police NOUN NNS 4 nsubj",
                "say VERB VBD -1 root",
            ),
            0,
            1,
            "nsubj",
        ),
        (  # a clause with a subject is no conjunct inside of another subject
            RAMMED,
            6,
            9,
            "ccomp",
        ),
        (  # whose first half is the first of two that suffer
            RAMMED,
            0,
            6,
            "nsubj:pass",
        ),
        (  # and the other half stands beside it
            RAMMED,
            4,
            0,
            "conj",
        ),
        (  # "was received at the tower by Lee": a place is nobody's other name
            (
                "be AUX VBD 1 aux:pass",
                "receive VERB VBN -1 root",
                "at ADP IN 3 case",
                "tower NOUN NN 1 obl",
                "by ADP IN 5 case",
                "Lee PROPN NNP 3 appos",
            ),
            5,
            1,
            "obl:agent",
        ),
        (  # "They shot Mines Minister Nasr": he is shot
            (
                "they PRON PRP 1 nsubj",
                "shoot VERB VBD -1 root",
                "mines NOUN NNS 1 obj",
                "minister NOUN NN 4 compound",
                "Nasr PROPN NNP 1 nsubj",
            ),
            4,
            1,
            "obj",
        ),
        (  # who tells is no second subject of what is told
            (
                "two NUM CD 2 nsubj:pass",
                "be AUX VBD 2 aux:pass",
                "kill VERB VBN 5 ccomp",
                ", PUNCT , 2 punct",
                "ministry NOUN NN 2 nsubj:pass",
                "say VERB VBD -1 root",
            ),
            4,
            5,
            "nsubj",
        ),
        (  # "killing two, the governor, Omar, said": he tells it and has killed nobody
            (
                "drone NOUN NN 1 nsubj",
                "hit VERB VBD 8 ccomp",
                "kill VERB VBG 1 advcl",
                "two NUM CD 2 obj",
                ", PUNCT , 5 punct",
                "governor NOUN NN 2 nsubj",
                ", PUNCT , 7 punct",
                "عمر PROPN NNP 8 nsubj",
                "say VERB VBD -1 root",
            ),
            5,
            8,
            "nsubj",
        ),
        (  # without a name that tells, who stands behind is left alone
            (
                "drone NOUN NN 1 nsubj",
                "hit VERB VBD 7 ccomp",
                "kill VERB VBG 1 advcl",
                "two NUM CD 2 obj",
                ", PUNCT , 5 punct",
                "governor NOUN NN 2 nsubj",
                ", PUNCT , 7 punct",
                "say VERB VBD -1 root",
            ),
            5,
            2,
            "nsubj",
        ),
        (  # a clause with a mark of its own hangs where it hung
            (
                "claim NOUN NN 6 nsubj",
                "that SCONJ IN 3 mark",
                "he PRON PRP 3 nsubj",
                "leave VERB VBD 0 acl",
                ", PUNCT , 3 punct",
                "police NOUN NNS 6 nsubj",
                "say VERB VBD -1 root",
            ),
            3,
            0,
            "acl",
        ),
        (  # who received a guest later is in a row with who did before
            (
                "she PRON PRP 1 nsubj:pass",
                "receive VERB VBN -1 root",
                "by ADP IN 3 case",
                "Omar PROPN NNP 1 obl:agent",
                "and CCONJ CC 6 cc",
                "by ADP IN 6 case",
                "Анна PROPN NNP 1 conj",
            ),
            6,
            3,
            "conj",
        ),
        (  # "of Foreign Affairs" hangs on the title that hung on it
            (
                "Minister NOUN NN 3 compound",
                "of ADP IN 3 case",
                "Foreign ADJ JJ 3 amod",
                "Affairs PROPN NNPS 4 compound",
                "Ли PROPN NNP 5 nsubj",
                "speak VERB VBD -1 root",
            ),
            3,
            0,
            "nmod",
        ),
        (  # and the title on the name: no circle
            (
                "Minister NOUN NN 3 compound",
                "of ADP IN 3 case",
                "Foreign ADJ JJ 3 amod",
                "Affairs PROPN NNPS 4 compound",
                "Ли PROPN NNP 5 nsubj",
                "speak VERB VBD -1 root",
            ),
            0,
            4,
            "compound",
        ),
        (  # a verb without a passive has an active subject
            ("bomb NOUN NN 1 nsubj:pass", "explode VERB VBN -1 root"),
            0,
            1,
            "nsubj",
        ),
        (  # where somebody is passive, so it stays
            ("man NOUN NN 1 nsubj:pass", "wound VERB VBN -1 root"),
            0,
            1,
            "nsubj:pass",
        ),
        (  # two subjects with "and" between them are coordinated
            (
                "Lee PROPN NNP 3 nsubj",
                "and CCONJ CC 2 cc",
                "Лукин PROPN NNP 3 nsubj",
                "meet VERB VBD -1 root",
            ),
            2,
            0,
            "conj",
        ),
        (  # two subjects side by side are one phrase
            (
                "party NOUN NN 2 nsubj",
                "insider NOUN NNS 2 nsubj",
                "speak VERB VBD -1 root",
            ),
            0,
            1,
            "compound",
        ),
        (  # the agent of a passive does not hang on the tower
            (
                "Lee PROPN NNP 2 nsubj:pass",
                "be AUX VBD 2 aux:pass",
                "receive VERB VBN -1 root",
                "at ADP IN 4 case",
                "Tower PROPN NNP 2 obl",
                "by ADP IN 6 case",
                "Kim PROPN NNP 4 nmod",
            ),
            6,
            2,
            "obl:agent",
        ),
        (  # a modifier has no subject of its own
            (
                "телеканал NOUN NN 1 nsubj",
                "air VERB VBN 2 amod",
                "film NOUN NNS -1 root",
            ),
            2,
            1,
            "obj",
        ),
        (  # nobody is a "Rome with Lee"
            (
                "meet VERB VBD -1 root",
                "in ADP IN 2 case",
                "Rome PROPN NNP 0 obl",
                "with ADP IN 4 case",
                "Lee PROPN NNP 2 nmod",
            ),
            4,
            0,
            "obl",
        ),
        (  # a finite verb without subject takes the bare phrase before it
            (
                "cycle NOUN NN 1 obl:unmarked",
                "open VERB VBD -1 root",
            ),
            0,
            1,
            "nsubj",
        ),
        (  # nor is what stands before it a part of what stands behind
            (
                "Turkey PROPN NNP 2 compound",
                "mass VERB VBD -1 root",
                "troop NOUN NNS 1 obj",
            ),
            0,
            1,
            "nsubj",
        ),
        (  # a form of the past is no passive
            (
                "soldier NOUN NNS 1 nsubj:pass",
                "fire VERB VBD -1 root",
                "on ADP IN 3 case",
                "crowd NOUN NN 1 obl",
            ),
            0,
            1,
            "nsubj",
        ),
        (  # nor is who fires on somebody
            (
                "rebel NOUN NNS 1 nsubj:pass",
                "fire VERB VBN -1 root",
                "on ADP IN 3 case",
                "convoy NOUN NN 1 obl",
            ),
            0,
            1,
            "nsubj",
        ),
        (  # but who was fired on a day is one
            (
                "chief NOUN NN 1 nsubj:pass",
                "fire VERB VBN -1 root",
                "on ADP IN 3 case",
                "week NOUN NN 1 obl",
            ),
            0,
            1,
            "nsubj:pass",
        ),
        (  # but not if that tells when
            (
                "week NOUN NN 1 obl:unmarked",
                "open VERB VBD -1 root",
            ),
            0,
            1,
            "obl:unmarked",
        ),
        (  # a form of the past behind a comma is no fellow of "had left"
            (
                "Lee PROPN NNP 1 nsubj",
                "say VERB VBD -1 root",
                "they PRON PRP 4 nsubj",
                "have AUX VBD 4 aux",
                "leave VERB VBN 1 ccomp",
                ", PUNCT , 7 punct",
                "and CCONJ CC 7 cc",
                "thank VERB VBD 4 conj",
            ),
            7,
            1,
            "conj",
        ),
        (  # nor, with or without one, of "would leave"
            (
                "Lee PROPN NNP 1 nsubj",
                "say VERB VBD -1 root",
                "they PRON PRP 4 nsubj",
                "would AUX MD 4 aux",
                "leave VERB VB 1 ccomp",
                "and CCONJ CC 6 cc",
                "thank VERB VBD 4 conj",
            ),
            6,
            1,
            "conj",
        ),
        (  # but it may be of "had taken" in a relative clause
            (
                "rebel NOUN NNS 7 nsubj",
                "who PRON WP 3 nsubj",
                "have AUX VBD 3 aux",
                "take VERB VBN 0 acl:relcl",
                ", PUNCT , 6 punct",
                "and CCONJ CC 6 cc",
                "hold VERB VBD 3 conj",
                "leave VERB VBD -1 root",
            ),
            6,
            3,
            "conj",
        ),
    ],
)
def test_law_is_restored(
    rows: tuple[str, ...], word: int, head: int, relation: str
) -> None:
    tree = make(*rows)
    repair(tree)
    assert (tree.head[word], tree.relation[word]) == (head, relation)


def test_due_to_meet_is_an_adjective_with_its_clause() -> None:
    tree = make(
        "Lee PROPN NNP 4 nsubj",
        "be AUX VBD 4 cop",
        "due ADJ JJ 4 mark",
        "to ADP IN 2 fixed",
        "meet VERB VB -1 root",
        "Kim PROPN NNP 4 obj",
    )
    repair(tree)
    assert tree.head == [2, 2, -1, 4, 2, 4]
    assert tree.relation[4] == "xcomp"


def test_what_was_said_in_a_message_is_no_relative_clause() -> None:
    tree = make(
        "Lee PROPN NNP 1 nsubj",
        "say VERB VBD -1 root",
        "on ADP IN 3 case",
        "channel NOUN NN 1 obl",
        "that SCONJ IN 6 mark",
        "Kim PROPN NNP 6 nsubj",
        "leave VERB VBD 3 acl:relcl",
    )
    repair(tree)
    assert (tree.head[6], tree.relation[6]) == (1, "ccomp")


def _court(participle: str) -> Tree:
    # A court on Monday sentenced leader Lee .
    return make(
        "a DET DT 1 det",
        "court NOUN NN -1 root",
        "on ADP IN 3 case",
        "Monday PROPN NNP 5 compound",
        participle,
        "leader NOUN NN 1 nmod",
        "Lee PROPN NNP 5 appos",
        ". PUNCT . 1 punct",
    )


def test_a_sentence_without_a_verb_is_given_its_participle() -> None:
    tree = _court("sentence VERB VBN 5 amod")

    repair(tree)

    assert (tree.head[4], tree.relation[4]) == (-1, "root")
    assert (tree.head[1], tree.relation[1]) == (4, "nsubj")
    assert (tree.head[5], tree.relation[5]) == (4, "obj")
    assert (tree.head[3], tree.relation[3]) == (4, "obl")


def test_an_adjective_stays_one() -> None:
    tree = _court("wise ADJ JJ 5 amod")

    repair(tree)

    assert tree.relation[1] == "root"


def test_have_without_been_is_no_passive() -> None:
    # Lee , who was to have flown , left .
    tree = make(
        "Lee PROPN NNP 7 nsubj",
        ", PUNCT , 6 punct",
        "who PRON WP 6 nsubj:pass",
        "was AUX VBD 6 aux",
        "to PART TO 6 mark",
        "have AUX VB 6 aux",
        "flown VERB VBN 0 acl:relcl",
        "left VERB VBD -1 root",
    )

    repair(tree)

    assert tree.relation[2] == "nsubj"


def test_a_name_behind_a_time_is_the_subject() -> None:
    # Late that evening Lee , who was there , spoke .
    tree = make(
        "Late ADV RB 9 advmod",
        "that DET DT 2 det",
        "evening NOUN NN 9 obl:unmarked",
        "Lee PROPN NNP 2 appos",
        ", PUNCT , 7 punct",
        "who PRON WP 7 nsubj",
        "was AUX VBD 7 cop",
        "there ADV RB 2 acl:relcl",
        ", PUNCT , 2 punct",
        "spoke VERB VBD -1 root",
    )

    repair(tree)

    assert (tree.head[3], tree.relation[3]) == (9, "nsubj")
    assert (tree.head[7], tree.relation[7]) == (3, "acl:relcl")


def test_the_agent_behind_an_inner_passive_is_its_own() -> None:
    # Lee flew to Gao , where he was greeted there by Kim .
    tree = make(
        "Lee PROPN NNP 1 nsubj",
        "flew VERB VBD -1 root",
        "to ADP IN 3 case",
        "Gao PROPN NNP 1 obl",
        ", PUNCT , 8 punct",
        "where ADV WRB 8 advmod",
        "he PRON PRP 8 nsubj:pass",
        "was AUX VBD 8 aux:pass",
        "greeted VERB VBN 3 acl:relcl",
        "there ADV RB 8 advmod",
        "by ADP IN 11 case",
        "Kim PROPN NNP 1 obl",
        ". PUNCT . 1 punct",
    )

    repair(tree)

    assert (tree.head[11], tree.relation[11]) == (8, "obl:agent")
