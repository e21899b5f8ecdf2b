from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.syntax import Sentence, Token, noted


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


def _words(*texts: str) -> Sentence:
    return Sentence(
        [
            Token(20 * n, 20 * n + len(text), text, text, "NOUN", "NN", n - 1, "dep")
            for n, text in enumerate(texts)
        ],
        0,
    )


def test_words_are_found_in_lower_case_and_in_order() -> None:
    tree = _words("Le", "Échange", "le", "échange")

    assert tree.find_words(frozenset({"échange"})) == [1, 3]
    assert tree.find_lemmas(frozenset({"le", "échange"})) == [0, 1, 2, 3]
    assert tree.find_words(frozenset({"Le"})) == []
    assert tree.words == tree.lemmas == {"le", "échange"}


@given(trees(), st.sampled_from(("nsubj", "obl", "obl:agent", "case")))
def test_children_are_those_of_a_relation(tree: Sentence, relation: str) -> None:
    for index in range(len(tree)):
        told = [
            n
            for n, token in enumerate(tree)
            if token.head == index
            and relation in {token.deprel, token.deprel.partition(":")[0]}
        ]
        assert tree.children(index, relation) == told

        assert tree.child(index, relation) == next(iter(told), None)


@given(trees(), st.sampled_from(("nsubj", "obl", "case")))
def test_words_of_a_relation_have_any_subtype_of_it(
    tree: Sentence, relation: str
) -> None:
    told = [n for n, t in enumerate(tree) if t.deprel.partition(":")[0] == relation]

    assert tree.find_relation(relation) == told


def test_what_is_noted_of_a_word_is_found_once_for_each_sentence() -> None:
    asked: list[tuple[Sentence, int]] = []

    @noted
    def describe(tree: Sentence, index: int) -> None:
        asked.append((tree, index))

    one, other = _words("a", "b"), _words("a", "b")
    for tree, index in ((one, 0), (one, 0), (one, 1), (other, 0), (other, 0)):
        assert describe(tree, index) is None

    assert asked == [(one, 0), (one, 1), (other, 0)]
