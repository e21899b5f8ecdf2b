"""Laws of trees that the parser breaks are restored."""

import pytest

from dragoman.annotate.encoder_draft import ReadWord, Tree
from dragoman.annotate.encoder_repairs import repair


def make(*rows: str) -> Tree:
    """Make a tree from rows of "word UPOS XPOS head relation"."""
    words = []
    for row in rows:
        text, upos, xpos, head, relation = row.split()
        words.append(ReadWord(upos, xpos, text, int(head), relation, "O"))
    return Tree(words)


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
