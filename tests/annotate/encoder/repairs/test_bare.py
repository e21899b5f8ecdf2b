"""Plain clauses that a parser takes for one noun phrase get their verb back."""

from collections.abc import Callable

import pytest

from builders import make_tree
from builders import read_words as read
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.bare import (
    crown_clash,
    crown_outbreak,
    crown_plain_past,
    free_result,
)
from dragoman.annotate.encoder.repairs.repair import repair


@pytest.mark.parametrize(
    ("mend", "line", "wanted"),
    [
        pytest.param(
            free_result,
            "troop/NOUN/NNS/1/nsubj shoot/VERB/VBD/-1/root dead/ADJ/JJ/4/amod "
            "her/PRON/PRP$/4/nmod:poss son/NOUN/NN/1/obj ./PUNCT/./1/punct",
            [(2, 1, "xcomp"), (4, 1, "obj")],
            id="no adjective stands before the article of its noun",
        ),
        pytest.param(
            free_result,
            "she/PRON/PRP/1/nsubj bury/VERB/VBD/-1/root dead/ADJ/JJ/3/amod "
            "soldier/NOUN/NNS/1/obj ./PUNCT/./1/punct",
            [(2, 3, "amod")],
            id="an adjective right before its noun stays",
        ),
        pytest.param(
            crown_clash,
            "clash/NOUN/NNS/-1/root between/ADP/IN/3/case the/DET/DT/3/det "
            "militia/NOUN/NN/0/nmod and/CCONJ/CC/5/cc troop/NOUN/NNS/6/nsubj "
            "flare/VERB/VBD/0/conj ./PUNCT/./0/punct",
            [(6, -1, "root"), (0, 6, "nsubj"), (5, 3, "conj")],
            id="both sides belong to the clash",
        ),
        pytest.param(
            crown_outbreak,
            "fight/NOUN/VBG/-1/root erupt/VERB/VBD/0/xcomp in/ADP/IN/3/case "
            "Gao/PROPN/NNP/1/obl ./PUNCT/./0/punct",
            [(1, -1, "root"), (0, 1, "nsubj")],
            id="fighting erupts",
        ),
        pytest.param(
            crown_plain_past,
            "militant/NOUN/NNS/2/compound loot/VERB/VBN/2/amod "
            "clinic/NOUN/NNS/-1/root in/ADP/IN/4/case Gao/PROPN/NNP/2/nmod "
            "./PUNCT/./2/punct",
            [(1, -1, "root"), (0, 1, "nsubj"), (2, 1, "obj")],
            id="a sentence has a predicate",
        ),
    ],
)
def test_the_verb_is_found(
    mend: Callable[[Tree], None], line: str, wanted: list[tuple[int, int, str]]
) -> None:
    tree = Tree(read(line))

    mend(tree)

    for index, head, relation in wanted:
        assert (tree.head[index], tree.relation[index]) == (head, relation)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param(
            "Chad/PROPN/NNP/1/compound mass/VERB/VBD/-1/root troop/NOUN/NNS/1/obj "
            "./PUNCT/./1/punct",
            [(0, 1, "nsubj")],
            id="a verb has no compounds",
        ),
        pytest.param(
            "nurse/NOUN/NNS/2/nsubj down/VERB/VBD/2/amod tool/NOUN/NNS/-1/root "
            "./PUNCT/./2/punct",
            [(0, 1, "nsubj"), (1, -1, "root"), (2, 1, "obj")],
            id="a noun has no subject without a copula",
        ),
        pytest.param(
            "Chad/PROPN/NNP/3/nsubj be/AUX/VBZ/3/cop to/PART/TO/3/mark "
            "station/NOUN/NN/-1/root soldier/NOUN/NNS/3/obj ./PUNCT/./3/punct",
            [(1, 3, "aux")],
            id="what stands behind to with an object is a verb",
        ),
        pytest.param(
            "court/NOUN/NN/1/nsubj find/VERB/VBD/-1/root Lee/PROPN/NNP/3/compound "
            "guilty/NOUN/NN/1/obj ./PUNCT/./1/punct",
            [(2, 1, "obj"), (3, 1, "xcomp")],
            id="nobody is a part of guilty",
        ),
    ],
)
def test_what_a_plain_clause_lost_is_given_back(
    line: str, wanted: list[tuple[int, int, str]]
) -> None:
    tree = Tree(read(line))

    repair(tree)

    for index, head, relation in wanted:
        assert (tree.head[index], tree.relation[index]) == (head, relation)


def test_a_noun_with_its_article_behind_a_verb_is_no_adverb() -> None:
    # "Gunmen burned the post at Osk", but "left the day before"
    for noun, relation in (("post", "obj"), ("day", "advmod")):
        tree = make_tree(
            "gunman NOUN NNS 1 nsubj",
            "burn VERB VBD -1 root",
            "the DET DT 3 det",
            f"{noun} NOUN NN 1 advmod",
            "at ADP IN 5 case",
            "Osk PROPN NNP 1 obl",
        )

        repair(tree)

        assert tree.relation[3] == relation
