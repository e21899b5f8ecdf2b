from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.syntax import Sentence, Token


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    """Trees of any shape: crossing branches, and several roots."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    relations = st.sampled_from(("nsubj", "nsubj:pass", "obl", "obl:agent", "case"))
    heads = [-1] * size
    for place, index in enumerate(order[1:], 1):
        heads[index] = draw(st.sampled_from([-1, *order[:place]]))
    tokens = [
        Token(2 * n, 2 * n + 1, "x", "x", "NOUN", "NN", head, draw(relations))
        for n, head in enumerate(heads)
    ]
    return Sentence(tokens, 0)


@given(trees())
def test_reach_is_the_hull_of_all_below(tree: Sentence) -> None:
    for index in range(len(tree)):
        below = tree.subtree(index)
        assert tree.reach(index) == (below[0], below[-1])
        assert tree.extent(index) == (tree[below[0]].start, tree[below[-1]].end)


@given(trees())
def test_everything_lies_below_one_root(tree: Sentence) -> None:
    roots = [n for n, token in enumerate(tree) if token.head < 0]
    assert tree.root == roots[0]
    assert sorted(i for root in roots for i in tree.subtree(root)) == list(
        range(len(tree))
    )


@given(trees())
def test_relations_are_found_with_and_without_subtype(tree: Sentence) -> None:
    for index in range(len(tree)):
        plain = tree.children(index, "nsubj")
        assert {tree[child].deprel for child in plain} <= {"nsubj", "nsubj:pass"}
        assert set(tree.children(index, "nsubj:pass")) <= set(plain)
        assert tree.child(index, "nsubj") == (plain[0] if plain else None)
        assert len(tree.subtree(index, without=frozenset({"obl"}))) == 1 + sum(
            len(tree.subtree(child))
            for child in tree.children(index)
            if child not in tree.children(index, "obl")
        )


def test_governor_is_the_verb_above_by_the_relation_of_the_first_of_a_row() -> None:
    words = [("bomb", "NOUN", 1, "nsubj"), ("killed", "VERB", -1, "root")]
    words += [("mayor", "NOUN", 1, "obj"), ("driver", "NOUN", 2, "conj")]
    tokens = [
        Token(9 * n, 9 * n + 8, text, text, upos, "", head, relation)
        for n, (text, upos, head, relation) in enumerate(words)
    ]
    sentence = Sentence(tokens, 0)

    assert sentence.governor_of(3) == ("killed", "obj")
    assert sentence.governor_of(1) == ("", "root")


@given(trees())
def test_where_nothing_is_a_verb_nothing_governs(tree: Sentence) -> None:
    assert {tree.governor_of(index)[0] for index in range(len(tree))} == {""}
