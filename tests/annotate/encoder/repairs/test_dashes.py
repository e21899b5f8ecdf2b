"""No word outside two dashes hangs on one between them."""

import pytest

from builders import read_words as read
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.dashes import part_parenthesis


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        pytest.param(
            "they/PRON/PRP/1/nsubj march/VERB/VBD/-1/root round/ADP/IN/4/case "
            "the/DET/DT/4/det arena/NOUN/NN/1/obl --/PUNCT/:/8/punct "
            "where/ADV/WRB/8/advmod bull/NOUN/NNS/8/nsubj play/VERB/VBD/4/acl:relcl "
            "--/PUNCT/:/8/punct while/SCONJ/IN/11/mark chant/VERB/VBG/8/advcl",
            (11, 1, "advcl"),
            id="a clause belongs to the predicate outside",
        ),
        pytest.param(
            "it/PRON/PRP/1/nsubj face/VERB/VBD/-1/root cost/NOUN/NNS/1/obj "
            "of/ADP/IN/4/case salt/NOUN/NN/2/nmod –/PUNCT/:/7/punct a/DET/DT/7/det "
            "byproduct/NOUN/NN/4/appos –/PUNCT/:/7/punct that/PRON/WDT/10/nsubj "
            "seep/VERB/VBD/7/acl:relcl",
            (10, 4, "acl:relcl"),
            id="a relative clause belongs to the noun outside",
        ),
        pytest.param(
            "the/DET/DT/1/det dam/NOUN/NN/-1/root -/PUNCT/:/4/punct a/DET/DT/4/det "
            "wall/NOUN/NN/1/appos -/PUNCT/:/4/punct have/AUX/VBZ/7/aux "
            "burst/VERB/VBN/4/acl:relcl",
            (7, -1, "root"),
            id="a finite verb behind a bare noun is the main predicate",
        ),
    ],
)
def test_what_stands_behind_two_dashes_hangs_outside(
    line: str, wanted: tuple[int, int, str]
) -> None:
    tree = Tree(read(line))

    part_parenthesis(tree)

    word, head, relation = wanted
    assert (tree.head[word], tree.relation[word]) == (head, relation)
