"""Phrases that may play a part, on trees made by hand."""

import pytest

from dragoman.annotate.incidents.spans import candidate_spans, describe
from dragoman.model.syntax import Sentence, Token


def make_sentence(rows: str) -> Sentence:
    """Make a sentence of lines: word, lemma, part of speech, head, relation."""
    tokens = []
    start = 0
    for row in rows.strip().splitlines():
        text, lemma, upos, head, deprel = row.split()
        end = start + len(text)
        tokens.append(Token(start, end, text, lemma, upos, "", int(head), deprel))
        start = end + 1
    return Sentence(tuple(tokens), 0)


ATTACK = make_sentence(
    """
    Heavily heavily ADV 1 advmod
    armed arm VERB 2 amod
    men man NOUN 3 nsubj
    burned burn VERB -1 root
    the the DET 5 det
    house house NOUN 3 obj
    of of ADP 8 case
    the the DET 8 det
    mayor mayor NOUN 5 nmod
    """
)


def phrases(sentence: Sentence) -> list[str]:
    return [
        " ".join(token.text for token in sentence.tokens[first : last + 1])
        for first, last in candidate_spans(sentence)
    ]


def test_phrase_is_offered_with_and_without_its_modifiers() -> None:
    assert phrases(ATTACK)[:3] == ["men", "armed men", "Heavily armed men"]


def test_phrase_reaches_over_one_link_and_never_over_a_verb() -> None:
    found = phrases(ATTACK)

    assert "house of the mayor" in found
    assert not any("burned" in phrase for phrase in found)


def test_name_in_another_script_is_offered() -> None:
    sentence = make_sentence(
        """
        Бойцы боец NOUN 2 nsubj
        Азова Азов PROPN 0 nmod
        ушли уйти VERB -1 root
        """
    )

    assert phrases(sentence) == ["Бойцы", "Азова", "Бойцы Азова"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (2, 2, ("man", "nsubj<burn", "nsubj<<burn")),
        (5, 5, ("house", "obj<burn", "obj<<burn")),
        # The mayor hangs on the house, which is what was burned.
        (8, 8, ("mayor", "nmod<house", "obj<<burn")),
    ],
)
def test_description_names_head_and_what_it_hangs_on(
    first: int, last: int, said: tuple[str, ...]
) -> None:
    assert set(said) <= set(describe(ATTACK, first, last))


def test_every_phrase_is_described_by_as_many_words() -> None:
    counts = {len(describe(ATTACK, *span)) for span in candidate_spans(ATTACK)}

    assert len(counts) == 1
