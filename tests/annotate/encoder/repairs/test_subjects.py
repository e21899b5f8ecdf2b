"""A verb takes one subject; what is said has its own."""

from builders import make_tree as make
from dragoman.annotate.encoder.repairs.repair import repair


def _read(relation: str, head: int) -> list[str]:
    # "Reports were false , Lee said": two before "said"
    return [
        "report NOUN NNS 5 nsubj",
        "be AUX VBD 2 cop",
        f"false ADJ JJ {head} {relation}",
        ", PUNCT , 2 punct",
        "Lee PROPN NNP 5 nsubj",
        "say VERB VBD -1 root",
    ]


def test_what_is_said_keeps_its_subject() -> None:
    for relation, head in (("ccomp", 5), ("acl", 0)):
        tree = make(*_read(relation, head))

        repair(tree)

        assert (tree.head[0], tree.relation[0]) == (2, "nsubj")
        assert (tree.head[2], tree.relation[2]) == (5, "ccomp")
        assert (tree.head[4], tree.relation[4]) == (5, "nsubj")
