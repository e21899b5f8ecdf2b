"""What one side does to another, judged by the words between and around the two."""

import numpy as np
import pytest

from dragoman.extract.events.senses.deeds import load_judge, observe
from dragoman.model.syntax import Sentence
from naming import read_names


def parse(text: str) -> Sentence:
    _, annotations = read_names(text)
    (tree,) = annotations.sentences
    return tree


def judge(text: str, source: str, target: str) -> str:
    tree = parse(text)
    heads = [
        tree.head_of(text.index(s), text.index(s) + len(s)) for s in (source, target)
    ]
    assert None not in heads
    odds = load_judge().judge(tree, heads[0], heads[1])  # type: ignore[arg-type]
    assert np.isclose(odds.sum(), 1.0, atol=1e-5)
    return load_judge().kinds[int(odds.argmax())].partition(".")[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norland condemned the raid of Vastria on a fishing village.", "ACCUSE"),
        ("Norland has lifted its embargo on Vastria.", "CONCEDE"),
        ("Norland agreed to lift its embargo on Vastria.", "AGREE"),
        ("Norland refused to lift its embargo on Vastria.", "REJECT"),
        ("Norland threatened to bomb the ports of Vastria.", "THREATEN"),
        ("Norland demanded that Vastria lift its embargo.", "REQUEST"),
        ("Norland sent tents and medicine to Vastria.", "AID"),
        ("Vastria was shelled by Norland on Sunday.", "ASSAULT"),
    ],
)
def test_words_between_two_sides_tell_the_deed(text: str, kind: str) -> None:
    assert judge(text, "Norland", "Vastria") == kind


def test_names_of_the_sides_are_not_seen() -> None:
    seen = [
        observe(tree := parse(text), 0, len(tree) - 2)
        for text in ("Norland praised Vastria.", "Сибирь praised قطر.")
    ]

    assert seen[0] == seen[1]
