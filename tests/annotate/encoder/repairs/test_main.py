"""What a parser makes of whole sentences is put right, word by word."""

import pytest

from builders import read_words as read
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.model import agree
from dragoman.annotate.encoder.repairs.joined import raise_over_quote
from dragoman.annotate.encoder.repairs.lifted import own_owner, sink_to_clause
from dragoman.annotate.encoder.repairs.main import (
    crown_behind_reduced,
    hang_behind_cue,
)
from dragoman.annotate.encoder.repairs.told import ask_whether, sink_negation
from dragoman.annotate.encoder.scheme import adapt


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param(
            "stress/VERB/VBG/-1/root that/SCONJ/IN/2/det theft/NOUN/NN/5/nsubj "
            "be/AUX/VBD/5/cop a/DET/DT/5/det threat/NOUN/NN/0/ccomp "
            "and/CCONJ/CC/7/cc require/VERB/VBD/5/conj a/DET/DT/9/det "
            "answer/NOUN/NN/7/obj ,/PUNCT/,/13/punct Omar/PROPN/NNP/13/nsubj/B-PER "
            "Karam/PROPN/NNP/11/flat/I-PER leave/VERB/VBD/0/parataxis "
            "./PUNCT/./0/punct",
            [(0, 13, "advcl"), (13, -1, "root"), (12, 13, "nsubj")],
            id="a participle opens a sentence, it is not its main clause",
        ),
        pytest.param(
            "a/DET/DT/1/det day/NOUN/NN/5/obl:unmarked after/ADP/IN/4/case "
            "a/DET/DT/4/det bomb/NOUN/NN/5/nsubj tear/VERB/VBD/-1/root "
            "through/ADP/IN/8/case the/DET/DT/8/det hall/NOUN/NN/5/obl "
            "of/ADP/IN/11/case the/DET/DT/11/det station/NOUN/NN/8/nmod "
            "in/ADP/IN/13/case Gao/PROPN/NNP/11/nmod/B-LOC ,/PUNCT/,/28/punct "
            "neither/CCONJ/CC/17/cc:preconj the/DET/DT/17/det "
            "number/NOUN/NN/28/nsubj:pass of/ADP/IN/20/case the/DET/DT/20/det "
            "dead/ADJ/JJ/17/nmod nor/CCONJ/CC/23/cc the/DET/DT/23/det "
            "hand/NOUN/NN/17/conj behind/ADP/IN/25/case it/PRON/PRP/23/nmod "
            "have/AUX/VBD/28/aux be/AUX/VBN/28/aux:pass settle/VERB/VBN/5/conj "
            "on/ADP/IN/30/case Tuesday/PROPN/NNP/28/obl ./PUNCT/./28/punct",
            [(5, 28, "advcl"), (28, -1, "root"), (2, 5, "mark")],
            id='nor is what stands behind "after"',
        ),
        pytest.param(
            "the/DET/DT/1/det allegation/NOUN/NN/-1/root that/SCONJ/IN/8/mark "
            "the/DET/DT/4/det army/NOUN/NN/5/obj bomb/VERB/VBD/8/nsubj:pass "
            "Marat/PROPN/NNP/5/obj/B-PER be/AUX/VBZ/8/aux:pass deny/VERB/VBN/1/acl "
            "./PUNCT/./1/punct",
            [(8, -1, "root"), (5, 1, "acl"), (4, 5, "nsubj"), (1, 8, "nsubj:pass")],
            id="a finite verb is nobody's subject",
        ),
        pytest.param(
            "Karam/PROPN/NNP/-1/root/B-PER ,/PUNCT/,/3/punct amid/ADP/IN/3/case "
            "report/NOUN/NNS/0/nmod that/SCONJ/IN/13/mark "
            "Omar/PROPN/NNP/13/nsubj/B-PER "
            "be/AUX/VBZ/7/cop ill/ADJ/JJ/13/csubj ,/PUNCT/,/9/punct "
            "state/VERB/VBD/13/advcl ,/PUNCT/,/13/punct “/PUNCT/``/13/punct "
            "we/PRON/PRP/13/nsubj stay/VERB/VBP/3/acl ./PUNCT/./0/punct "
            "”/PUNCT/''/0/punct",
            [
                (9, -1, "root"),
                (0, 9, "nsubj"),
                (7, 3, "acl"),
                (4, 7, "mark"),
                (5, 7, "nsubj"),
                (13, 9, "ccomp"),
            ],
            id="who is named first tells what is quoted behind the verb",
        ),
        pytest.param(
            "instead/ADV/RB/3/advmod ,/PUNCT/,/0/punct "
            "Karam/PROPN/NNP/3/nsubj/B-PER fly/VERB/VBD/-1/root to/ADP/IN/5/case "
            "Gao/PROPN/NNP/3/obl/B-LOC ,/PUNCT/,/10/punct where/ADV/WRB/10/advmod "
            "he/PRON/PRP/10/nsubj:pass be/AUX/VBD/10/aux:pass "
            "show/VERB/VBN/3/advcl round/ADP/RB/14/case the/DET/DT/14/det "
            "container/NOUN/NN/14/compound terminal/NOUN/NN/10/obl "
            "at/ADP/IN/17/case Port/PROPN/NNP/17/compound/B-LOC "
            "Osk/PROPN/NNP/14/nmod/I-LOC by/ADP/IN/19/case "
            "Omar/PROPN/NNP/14/nmod/B-PER Nasr/PROPN/NNP/19/flat/I-PER "
            ",/PUNCT/,/23/punct the/DET/DT/23/det governor/NOUN/NN/19/appos "
            "./PUNCT/./3/punct",
            [(20, 10, "obl:agent")],
            id="the agent hangs deep",
        ),
        pytest.param(
            "a/DET/DT/1/det resident/NOUN/NN/2/nsubj say/VERB/VBD/-1/root "
            "12/NUM/CD/4/nummod woman/NOUN/NNS/2/ccomp ,/PUNCT/,/7/punct "
            "eight/NUM/CD/7/nummod child/NOUN/NNS/4/conj and/CCONJ/CC/10/cc "
            "seven/NUM/CD/10/nummod man/NOUN/NNS/7/conj have/AUX/VBD/12/aux "
            "die/VERB/VBN/2/ccomp in/ADP/IN/15/case the/DET/DT/15/det "
            "attack/NOUN/NN/12/obl ./PUNCT/./2/punct",
            [(4, 12, "nsubj")],
            id="subject of what is told",
        ),
        pytest.param(
            "Tarvik/PROPN/NNP/1/compound/B-PER test/NOUN/NN/3/obl:unmarked "
            "-/PUNCT/HYPH/1/punct fire/VERB/VBD/12/ccomp a/DET/DT/5/det "
            "missile/NOUN/NN/3/obj on/ADP/IN/7/case Thursday/PROPN/NNP/3/obl "
            ",/PUNCT/,/3/punct the/DET/DT/11/det defence/NOUN/NN/11/compound "
            "ministry/NOUN/NN/12/nsubj say/VERB/VBD/-1/root ./PUNCT/./12/punct",
            [(0, 3, "nsubj"), (1, 3, "compound")],
            id="a verb with a hyphen",
        ),
        pytest.param(
            "a/DET/DT/1/det clip/NOUN/NN/13/nsubj:pass that/PRON/WDT/3/nsubj "
            "claim/VERB/VBD/1/acl:relcl to/PART/TO/5/mark show/VERB/VB/3/xcomp "
            "army/NOUN/NN/7/compound soldier/NOUN/NNS/5/iobj "
            "execute/VERB/VBG/5/ccomp prisoner/NOUN/NNS/8/obj in/ADP/IN/11/case "
            "Homs/PROPN/NNP/8/obl/B-LOC be/AUX/VBD/13/aux:pass "
            "share/VERB/VBN/-1/root by/ADP/IN/16/case the/DET/DT/16/det "
            "account/NOUN/NN/13/obl:agent ./PUNCT/./13/punct",
            [(7, 5, "obj"), (8, 7, "acl")],
            id="what is shown",
        ),
        pytest.param(
            "the/DET/DT/1/det appeal/NOUN/NN/11/nsubj:pass of/ADP/IN/3/case "
            "Lena/PROPN/NNP/1/nmod/B-PER Okafor/PROPN/NNP/3/flat/I-PER "
            "to/ADP/IN/7/case the/DET/DT/7/det rebel/NOUN/NNS/1/nmod "
            "to/PART/TO/9/mark leave/VERB/VB/7/acl be/AUX/VBD/11/aux:pass "
            "read/VERB/VBN/-1/root in/ADP/IN/13/case Lima/PROPN/NNP/11/obl/B-LOC "
            "./PUNCT/./11/punct",
            [(9, 1, "acl")],
            id="an appeal to somebody to do something",
        ),
        pytest.param(
            "Omar/PROPN/NNP/2/nsubj/B-PER Karam/PROPN/NNP/0/flat/I-PER "
            "hold/VERB/VBD/-1/root it/PRON/PRP/2/obj until/SCONJ/IN/7/mark "
            "he/PRON/PRP/7/nsubj:pass be/AUX/VBD/7/aux:pass elect/VERB/VBN/2/advcl "
            "leader/NOUN/NN/2/advcl of/ADP/IN/12/case the/DET/DT/12/det "
            "civic/ADJ/NNP/12/amod Front/PROPN/NNP/8/nmod in/ADP/IN/14/case "
            "March/PROPN/NNP/2/obl 1994/NUM/CD/14/nmod:unmarked ./PUNCT/./2/punct",
            [(8, 7, "xcomp")],
            id="the office that somebody is elected to",
        ),
        pytest.param(
            "in/ADP/IN/1/case Banja/PROPN/NNP/5/compound/B-LOC "
            "Luka/PROPN/NNP/1/flat/I-LOC last/ADJ/JJ/4/amod "
            "Saturday/PROPN/NNP/5/compound Staša/PROPN/NNP/7/nsubj/B-PER "
            "Koj/PROPN/NNP/5/flat/I-PER meet/VERB/VBD/-1/root "
            "Ivica/PROPN/NNP/7/obj/B-PER Tod/PROPN/NNP/8/flat/I-PER "
            "./PUNCT/./7/punct",
            [(2, 7, "obl"), (4, 7, "obl"), (6, 7, "nsubj")],
            id="place, day and subject",
        ),
        pytest.param(
            "on/ADP/IN/2/case Sunday/PROPN/NNP/2/compound police/NOUN/NN/3/obl "
            "arrest/VERB/VBD/-1/root Mahbub/PROPN/NNP/3/obj/B-PER "
            "Alam/PROPN/NNP/4/flat/I-PER ,/PUNCT/,/7/punct "
            "secretary/NOUN/NN/4/appos of/ADP/IN/10/case the/DET/DT/10/det "
            "Front/PROPN/NNP/7/nmod ./PUNCT/./3/punct",
            [(1, 3, "obl"), (2, 3, "nsubj")],
            id="day and subject",
        ),
        pytest.param(
            "the/DET/DT/1/det leader/NOUN/NN/8/nsubj of/ADP/IN/5/case "
            "the/DET/DT/5/det Reform/PROPN/NNP/5/compound/B-ORG "
            "Party/PROPN/NNP/1/nmod/I-ORG Tomas/PROPN/NNP/1/nmod/B-PER "
            "Havel/PROPN/NNP/6/flat/I-PER visit/VERB/VBD/-1/root on/ADP/IN/11/case "
            "Wednesday/PROPN/NNP/11/compound Speaker/PROPN/NNP/8/obl "
            "of/ADP/IN/13/case Parliament/PROPN/NNP/11/nmod "
            "Lena/PROPN/NNP/11/flat/B-PER Okoye/PROPN/NNP/14/flat/I-PER "
            "at/ADP/IN/17/case Bar/PROPN/NNP/8/obl/B-LOC "
            "Elias/PROPN/NNP/17/flat/I-LOC ./PUNCT/./8/punct",
            [(10, 8, "obl"), (11, 8, "obj")],
            id="day and object",
        ),
        pytest.param(
            "the/DET/DT/2/det main/ADJ/JJ/2/amod opposition/NOUN/NN/9/nsubj "
            "free/ADJ/NNP/5/amod/B-ORG civic/ADJ/NNP/5/amod/I-ORG "
            "Party/PROPN/NNP/9/nsubj/I-ORG (/PUNCT/-LRB-/7/punct "
            "FCP/PROPN/NNP/5/appos/B-ORG )/PUNCT/-RRB-/7/punct "
            "accuse/VERB/VBD/-1/root Seo/PROPN/NNP/9/obj/B-PER of/SCONJ/IN/13/mark "
            '"/PUNCT/``/13/punct buy/VERB/VBG/9/advcl a/DET/DT/15/det '
            "picture/NOUN/NN/13/obj with/ADP/IN/18/case our/PRON/PRP$/18/nmod:poss "
            "history/NOUN/NN/13/obl ./PUNCT/./13/punct \"/PUNCT/''/13/punct",
            [(2, 5, "compound"), (0, 5, "det")],
            id="a name and what it is",
        ),
        pytest.param(
            "it/PRON/PRP/1/nsubj take/VERB/VBD/-1/root a/DET/DT/3/det "
            "week/NOUN/NN/1/obj and/CCONJ/CC/5/cc eleven/VERB/JJ/6/amod "
            "day/NOUN/NNS/1/obj of/ADP/IN/8/case walking/NOUN/NN/6/nmod "
            ",/PUNCT/,/10/punct say/VERB/VBD/1/parataxis the/DET/DT/12/det "
            "Galadima/PROPN/NNP/10/ccomp of/ADP/IN/14/case "
            "Madara/PROPN/NNP/12/nmod/B-LOC ,/PUNCT/,/16/punct "
            "Alhaji/PROPN/NNP/18/compound/B-PER Bukar/PROPN/NNP/18/compound/I-PER "
            "Sule/PROPN/NNP/12/appos/I-PER ,/PUNCT/,/23/punct "
            "before/SCONJ/IN/23/mark the/DET/DT/22/det boy/NOUN/NNS/23/nsubj "
            "come/VERB/VBD/10/advcl out/ADP/IN/27/case of/ADP/IN/27/case "
            "the/DET/DT/27/det reed/NOUN/NNS/23/obl ./PUNCT/./1/punct",
            [(12, 10, "nsubj")],
            id="who says it behind the verb",
        ),
        pytest.param(
            "they/PRON/PRP/1/nsubj arrest/VERB/VBD/-1/root "
            "deputy/NOUN/NN/3/compound secretary/NOUN/NN/1/obj "
            "general/NOUN/NN/3/amod for/ADP/IN/6/case "
            "administration/NOUN/NN/7/nmod:desc Omar/PROPN/NNP/1/obl/B-PER "
            "Karam/PROPN/NNP/7/flat/I-PER ./PUNCT/./1/punct",
            [(6, 4, "nmod"), (8, 4, "appos")],
            id="a field of office and a name",
        ),
        pytest.param(
            "official/NOUN/NNS/1/nsubj report/VERB/VBD/-1/root 84/NUM/CD/3/nummod "
            "kill/VERB/VBN/1/ccomp and/CCONJ/CC/6/cc 284/NUM/CD/6/nsubj "
            "injure/VERB/VBN/3/conj in/ADP/IN/9/case the/DET/DT/9/det "
            "attack/NOUN/NN/6/obl in/ADP/IN/11/case Tarvik/PROPN/NNP/9/nmod/B-LOC "
            "./PUNCT/./1/punct",
            [(6, 3, "acl")],
            id="those of several who were hurt",
        ),
        pytest.param(
            "no/DET/DT/1/det decision/NOUN/NN/3/nsubj:pass be/AUX/VBD/3/aux:pass "
            "take/VERB/VBN/-1/root ,/PUNCT/,/5/punct "
            "Paul/PROPN/NNP/3/nsubj:pass/B-PER Idowu/PROPN/NNP/5/flat/I-PER "
            ",/PUNCT/,/10/punct the/DET/DT/10/det press/NOUN/NN/10/compound "
            "secretary/NOUN/NN/5/appos ,/PUNCT/,/5/punct tell/VERB/VBD/3/parataxis "
            "journalist/NOUN/NNS/12/iobj ./PUNCT/./3/punct",
            [(6, 12, "nsubj"), (10, 6, "appos")],
            id="who says it, with an apposition",
        ),
        pytest.param(
            "Okoye/PROPN/NNP/1/nsubj/B-PER assure/VERB/VBD/-1/root "
            "the/DET/DT/3/det minister/NOUN/NN/1/iobj in/ADP/IN/7/case "
            "a/DET/DT/7/det telephone/NOUN/NN/7/compound call/NOUN/NN/1/obl "
            "on/ADP/IN/9/case Tuesday/PROPN/NNP/7/nmod that/SCONJ/IN/14/mark "
            "the/DET/DT/12/det truce/NOUN/NN/14/nsubj would/AUX/MD/14/aux "
            "hold/VERB/VB/7/acl:relcl ./PUNCT/./1/punct",
            [(14, 1, "ccomp")],
            id="what somebody is assured of",
        ),
        pytest.param(
            "the/DET/DT/1/det round/NOUN/NN/2/nsubj bring/VERB/VBD/-1/root "
            "together/ADV/RB/2/advmod the/DET/DT/5/det negotiator/NOUN/NNS/2/obj "
            ",/PUNCT/,/8/punct Minister/PROPN/NNP/8/nmod:desc "
            "Besnik/PROPN/NNP/5/appos/B-PER Orba/PROPN/NNP/8/flat/I-PER "
            "for/ADP/IN/11/case Kosovo/PROPN/NNP/5/nmod/B-LOC and/CCONJ/CC/13/cc "
            "Petar/PROPN/NNP/11/conj/B-PER Tod/PROPN/NNP/13/flat/I-PER "
            "for/ADP/IN/16/case Serbia/PROPN/NNP/13/nmod/B-LOC ,/PUNCT/,/20/punct "
            "under/ADP/IN/20/case her/PRON/PRP$/20/nmod:poss "
            "chairmanship/NOUN/NN/2/obl ./PUNCT/./2/punct",
            [(14, 9, "conj")],
            id="two people, each for a land",
        ),
        pytest.param(
            "Speaker/PROPN/NNP/3/nsubj Okoye/PROPN/NNP/0/flat/B-PER "
            "late/ADV/RBR/3/advmod meet/VERB/VBD/-1/root at/ADP/IN/5/case "
            "Bar/PROPN/NNP/3/obl/B-LOC Elias/PROPN/NNP/5/flat/I-LOC "
            "with/ADP/IN/9/case Caretaker/PROPN/NNP/9/compound "
            "Minister/PROPN/NNP/5/appos of/ADP/IN/11/case "
            "Tourism/PROPN/NNP/9/nmod/B-LOC ,/PUNCT/,/13/punct "
            "Wim/PROPN/NNP/9/appos/B-PER Daan/PROPN/NNP/13/flat/I-PER "
            ",/PUNCT/,/19/punct with/ADP/IN/17/case whom/PRON/WP/19/obl "
            "she/PRON/PRP/19/nsubj discuss/VERB/VBD/3/advcl "
            "political/ADJ/JJ/21/amod development/NOUN/NNS/19/obj "
            "./PUNCT/./3/punct",
            [(9, 3, "obl")],
            id="with whom somebody meets",
        ),
    ],
)
def test_words_hang_where_they_belong(
    line: str, wanted: list[tuple[int, int, str]]
) -> None:
    found = adapt(read(line))

    assert [(n, found[n].head, found[n].deprel) for n, _, _ in wanted] == wanted


def test_a_form_that_can_only_be_past_is() -> None:
    found = adapt(
        read(
            "a/DET/DT/1/det bomb/NOUN/NN/2/nsubj explode/VERB/VBN/4/ccomp"
            " police/NOUN/NNS/4/nsubj say/VERB/VBD/-1/root"
        )
    )

    assert found[2].xpos == "VBD"


def test_what_follows_a_cue_goes_on_with_what_is_told() -> None:
    tree = Tree(
        read(
            "trip/NOUN/NN/2/nsubj:pass be/AUX/VBD/2/aux:pass cancel/VERB/VBN/5/ccomp"
            " ,/PUNCT/,/2/punct Lee/PROPN/NNP/5/nsubj say/VERB/VBD/-1/root"
            " ,/PUNCT/,/9/punct because/ADP/IN/9/case the/DET/DT/9/det"
            " heat/NOUN/NN/5/obl"
        )
    )

    hang_behind_cue(tree)

    assert tree.head[9] == 2


def test_what_is_behind_the_closing_mark_goes_on_with_what_is_before_it() -> None:
    tree = Tree(
        read(
            'Gao/PROPN/NNP/1/nsubj declare/VERB/VBD/-1/root "/PUNCT/``/5/punct'
            " port/NOUN/NNS/5/nsubj:pass be/AUX/VBP/5/aux:pass free/VERB/VBN/1/ccomp"
            " \"/PUNCT/''/5/punct and/CCONJ/CC/8/cc agree/VERB/VBD/5/conj"
        )
    )

    raise_over_quote(tree, 8)

    assert tree.head[8] == 1


def test_an_order_has_one_owner() -> None:
    tree = Tree(
        read(
            "Iran/PROPN/NNP/4/nmod:poss 's/PART/POS/0/case leader/NOUN/NN/4/nmod:poss"
            " 's/PART/POS/2/case order/NOUN/NN/-1/root"
        )
    )

    own_owner(tree, 0)

    assert tree.head[0] == 2


def test_a_phrase_behind_a_clause_belongs_to_it() -> None:
    tree = Tree(
        read(
            "it/PRON/PRP/1/nsubj end/VERB/VBZ/-1/root when/ADV/WRB/4/advmod"
            " they/PRON/PRP/4/nsubj meet/VERB/VBP/1/advcl in/ADP/IN/6/case"
            " Gao/PROPN/NNP/1/obl/B-LOC on/ADP/IN/8/case Monday/PROPN/NNP/1/obl"
        )
    )

    sink_to_clause(tree, 6)
    sink_to_clause(tree, 8)

    assert tree.head[6] == tree.head[8] == 4


def test_no_word_is_hung_below_itself() -> None:
    tree = Tree(read("met/VERB/VBD/-1/root Lee/PROPN/NNP/0/obj Jr/PROPN/NNP/1/flat"))

    tree.hang(1, 2)
    tree.hang(0, 0)

    assert tree.head == [-1, 0, 1]


def test_never_belongs_to_what_is_never_to_be_done() -> None:
    tree = Tree(
        read(
            "Lee/PROPN/NNP/1/nsubj tell/VERB/VBD/-1/root they/PRON/PRP/1/obj"
            " never/ADV/RB/1/advmod to/PART/TO/5/mark speak/VERB/VB/1/xcomp"
        )
    )

    sink_negation(tree)

    assert tree.head[3] == 5


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "the/DET/DT/1/det army/NOUN/NN/3/nsubj Saturday/PROPN/NNP/1/appos"
            " leave/VERB/VBD/-1/root",
            (2, 3, "obl:unmarked"),
        ),
        (
            "council/NOUN/NN/1/nsubj issue/VERB/VBD/-1/root note/NOUN/NN/1/obj"
            " Saturday/PROPN/NNP/1/obl:unmarked say/VERB/VBG/3/acl"
            " that/SCONJ/IN/6/mark fail/VERB/VBD/4/ccomp",
            (4, 1, "advcl"),
        ),
        (
            "in/ADP/IN/1/case note/NOUN/NN/6/nsubj to/ADP/IN/3/case"
            " Lee/PROPN/NNP/1/nmod ,/PUNCT/,/5/punct Tod/PROPN/NNP/3/appos"
            " condemn/VERB/VBD/-1/root raid/NOUN/NN/6/obj",
            (5, 6, "nsubj"),
        ),
    ],
)
def test_days_and_fronted_phrases_do_nothing(
    line: str, wanted: tuple[int, int, str]
) -> None:
    found = adapt(read(line))
    place = wanted[0]

    assert (place, found[place].head, found[place].deprel) == wanted


def test_whether_opens_what_is_asked() -> None:
    tree = Tree(
        read(
            "Lee/PROPN/NNP/1/nsubj ask/VERB/VBD/-1/root Tod/PROPN/NNP/1/obj"
            " whether/SCONJ/IN/5/mark he/PRON/PRP/5/nsubj know/VERB/VBD/1/advcl"
        )
    )

    ask_whether(tree)

    assert tree.relation[5] == "ccomp"


@pytest.mark.parametrize(
    ("word", "told", "agreed"),
    [
        ("junta", ("PROPN", "NN"), ("NOUN", "NN")),
        ("general", ("NOUN", "NNP"), ("NOUN", "NN")),
        ("plans", ("VERB", "NNS"), ("VERB", "VBZ")),
        ("please", ("INTJ", "MD"), ("INTJ", "UH")),
        ("politburo", ("X", "JJ"), ("NOUN", "NN")),
        ("Gao", ("PROPN", "NN"), ("PROPN", "NN")),
    ],
)
def test_part_of_speech_and_tag_agree(
    word: str, told: tuple[str, str], agreed: tuple[str, str]
) -> None:
    assert agree(word, *told) == agreed


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "guard/NOUN/NNS/1/nsubj:pass hire/VERB/VBD/-1/root by/ADP/IN/4/case "
            "the/DET/DT/4/det mine/NOUN/NN/1/obl:agent fire/VERB/VBN/4/acl "
            "at/ADP/IN/8/case the/DET/DT/8/det crowd/NOUN/NN/5/obl ./PUNCT/./1/punct",
            id="a passive has an auxiliary",
        ),
        pytest.param(
            "guard/NOUN/NNS/-1/root hire/VERB/VBN/0/acl by/ADP/IN/4/case "
            "the/DET/DT/4/det mine/NOUN/NN/1/obl:agent fire/VERB/VBN/4/acl "
            "at/ADP/IN/8/case the/DET/DT/8/det crowd/NOUN/NN/5/obl ./PUNCT/./0/punct",
            id="a sentence has a predicate",
        ),
    ],
)
def test_what_a_participle_describes_does_the_verb_behind(line: str) -> None:
    tree = Tree(read(line))

    crown_behind_reduced(tree)

    assert (tree.head[5], tree.relation[5]) == (-1, "root")
    assert (tree.head[0], tree.relation[0]) == (5, "nsubj")
    assert (tree.head[1], tree.relation[1]) == (0, "acl")
    assert tree.head[9] == 5


def test_a_passive_with_its_auxiliary_stays_the_predicate() -> None:
    tree = Tree(
        read(
            "guard/NOUN/NNS/2/nsubj:pass be/AUX/VBD/2/aux:pass hire/VERB/VBN/-1/root "
            "by/ADP/IN/4/case man/NOUN/NNS/2/obl:agent fire/VERB/VBN/4/acl "
            "at/ADP/IN/5/obl"
        )
    )

    crown_behind_reduced(tree)

    assert tree.relation[2] == "root"
