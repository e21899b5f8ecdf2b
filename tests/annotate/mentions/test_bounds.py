"""Where mentions start and end by the tree, on trees made by hand."""

import json
from pathlib import Path

import pytest
from tests.annotate.mentions.test_notes import make_sentence

from dragoman.annotate.mentions.bounds import Bounds, edges_after, edges_before

ENVOY = make_sentence("""
the the DET DT 2 det
new new ADJ JJ 2 amod
envoy envoy NOUN NN 8 nsubj
of of ADP IN 4 case
Norway Norway PROPN NNP 2 nmod
who who PRON WP 6 nsubj
resigned resign VERB VBD 2 acl:relcl
has have AUX VBZ 8 aux
left leave VERB VBN -1 root
""")


def test_edges_go_from_the_head_outwards() -> None:
    assert edges_before(ENVOY, 2) == [
        (2, "self", "amod"),
        (1, "amod", "det"),
        (0, "det", "none"),
    ]
    assert edges_after(ENVOY, 2) == [
        (2, "self", "nmod"),
        (4, "nmod", "acl:relcl"),
        (6, "acl:relcl", "none"),
    ]


def test_a_bare_word_has_one_edge_a_side() -> None:
    assert edges_before(ENVOY, 5) == [(5, "self", "none")]
    assert edges_after(ENVOY, 5) == [(5, "self", "none")]


def test_subtypes_count_only_where_they_matter() -> None:
    sentence = make_sentence("""
    his his PRON PRP$ 1 nmod:poss
    week week NOUN NN 2 obl:unmarked
    began begin VERB VBD -1 root
    """)

    assert edges_before(sentence, 1)[-1] == (0, "nmod:poss", "none")
    assert edges_before(sentence, 2)[-1] == (0, "obl", "none")


def test_words_are_given_the_sum_of_what_is_in_and_out(tmp_path: Path) -> None:
    nothing: dict[str, dict[str, float]] = {"within": {}, "outside": {}}
    ends = {"within": {"nmod": 1.0}, "outside": {"acl:relcl": -0.25, "none": 0.5}}
    tables = {"starts": nothing, "ends": ends}
    (tmp_path / "mention_bounds.json").write_text(json.dumps(tables), encoding="utf-8")
    bounds = Bounds(tmp_path)

    before = {
        word: bounds.starts[inner, outer]
        for word, inner, outer in edges_before(ENVOY, 2)
    }
    after = {
        word: bounds.ends[inner, outer] for word, inner, outer in edges_after(ENVOY, 2)
    }

    assert before == {2: 0.0, 1: 0.0, 0: 0.0}
    assert after == pytest.approx({2: 0.0, 4: 0.75, 6: 0.5})
