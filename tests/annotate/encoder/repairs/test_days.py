"""Days beside those who act are no part of who they are."""

import pytest

from builders import make_tree as make
from dragoman.annotate.encoder.draft import Tree
from dragoman.annotate.encoder.repairs.repair import repair
from reading import read_statements, tell_statement


def _doer(noun: str, day: str, verb: str) -> Tree:
    # the court Friday refused it
    return make(
        "the DET DT 1 det",
        f"{noun} NOUN NN 3 nsubj",
        f"{day} PROPN NNP 1 nmod:unmarked",
        f"{verb} VERB VBD -1 root",
        "it PRON PRP 3 obj",
    )


@pytest.mark.parametrize(
    ("noun", "verb", "head"),
    [("court", "refuse", 3), ("talk", "fail", 1)],
)
def test_a_day_between_who_acts_and_his_verb_is_the_verbs(
    noun: str, verb: str, head: int
) -> None:
    tree = _doer(noun, "Friday", verb)
    repair(tree)

    assert tree.head[2] == head


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mali Saturday condemned the bombing of two embassies.",
            "condemn indirect: Mali | the bombing of two embassies",
        ),
        (
            "The Security Council on Aug. 6 ordered an embargo on trade with Mali.",
            "direct indirect: Security Council | an embargo on trade with Mali",
        ),
        (
            "Even after a federal court Thursday refused to hear her, Ruiz stayed.",
            "reject indirect: a federal court | to hear her",
        ),
    ],
)
def test_who_speaks_is_named_without_the_day(text: str, told: str) -> None:
    assert [tell_statement(claim) for claim in read_statements(text)] == [told]
