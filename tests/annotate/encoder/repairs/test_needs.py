"""Which repairs a sentence may need, told from its words."""

from dragoman.annotate.encoder.draft import ReadWord, Tree
from dragoman.annotate.encoder.repairs.needs import Needs

WORDS = [
    ReadWord("PRON", "PRP", "She", 1, "nsubj", "O"),
    ReadWord("VERB", "VBD", "say", -1, "root", "O"),
]


def never(_: Tree) -> None:
    raise AssertionError


def met(*needs: frozenset[str]) -> bool:
    return Needs([(never, needs)]).met_by(Tree(WORDS)) == [never]


def test_one_sign_of_every_set_must_be_there() -> None:
    lemmas, tags = frozenset({"she", "he"}), frozenset({"VBD"})
    relations = frozenset({"/nsubj", "/csubj"})

    assert met()
    assert met(lemmas, tags, relations)
    assert not met(lemmas, tags, relations, frozenset({"/obj"}))
    assert not met(frozenset({"She"}))
    assert not met(frozenset({"nsubj"}))


def test_repairs_keep_their_order() -> None:
    def other(_: Tree) -> None:
        raise AssertionError

    sign = frozenset({"say"})
    needs = Needs([(other, (sign,)), (never, ()), (other, (frozenset({"told"}),))])

    assert needs.met_by(Tree(WORDS)) == [other, never]
