"""What is noted of single mentions, on trees made by hand."""

import pytest

from dragoman.annotate.mentions.finder import FoundMention
from dragoman.annotate.mentions.notes import (
    FIRST_PRONOUN,
    GENDERS,
    KINDS,
    MENTION_SIZE,
    NUMBERS,
    Noted,
    note,
)
from dragoman.model.syntax import Sentence, Token


def make_sentence(rows: str) -> Sentence:
    """Make a sentence of lines: word, lemma, part of speech, tag, head, relation."""
    tokens = []
    start = 0
    for row in rows.strip().splitlines():
        text, lemma, upos, tag, head, deprel = row.split()
        end = start + len(text)
        tokens.append(Token(start, end, text, lemma, upos, tag, int(head), deprel))
        start = end + 1
    return Sentence(tuple(tokens), 0)


TWO = """
Amal Amal PROPN NNP 3 nsubj
and and CCONJ CC 2 cc
Olga Olga PROPN NNP 0 conj
agreed agree VERB VBD -1 root
"""


def single(words: str, type_: str = "person") -> Noted:
    """Note a noun phrase that stands alone, its last word the head."""
    texts = words.split()
    last = len(texts) - 1
    rows = []
    for index, word in enumerate(texts):
        upos, tag = "ADJ", "JJ"
        if word.lower() in {"the", "a", "those"}:
            upos, tag = "DET", "DT"
        elif word.lower() in {"she", "they", "himself"}:
            upos, tag = "PRON", "PRP"
        elif word[0].isupper():
            upos, tag = "PROPN", "NNP"
        elif index == last:
            upos, tag = "NOUN", "NNS" if word.endswith("s") else "NN"
        head = -1 if index == last else last
        deprel = "root" if index == last else "amod"
        rows.append(f"{word} {word.lower()} {upos} {tag} {head} {deprel}")
    mention = FoundMention(0, last, 0, last + 1, type_)
    return note([mention], [make_sentence("\n".join(rows))])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Amal Haddad", "name"),
        ("the envoy", "definite"),
        ("a veteran diplomat", "indefinite"),
        ("those talks", "demonstrative"),
        ("peace", "bare"),
        ("both sides", "counted"),
        ("she", "she"),
        ("himself", "he"),
        ("they", "they"),
    ],
)
def test_kind_is_told_by_head_and_first_word(words: str, kind: str) -> None:
    assert KINDS[int(single(words).kind[0])] == kind


@pytest.mark.parametrize(
    ("words", "number"),
    [("the envoy", "singular"), ("the envoys", "plural"), ("they", "plural")],
)
def test_number_is_told_by_tag_and_form(words: str, number: str) -> None:
    assert NUMBERS[int(single(words).number[0])] == number


@pytest.mark.parametrize(
    ("words", "type_", "gender"),
    [
        ("she", "person", "f"),
        ("the spokeswoman", "person", "f"),
        ("the chairman", "person", "m"),
        ("Fatima Okafor", "person", "f"),
        ("the envoy", "person", "open"),
        ("the ministry", "organization", "n"),
    ],
)
def test_gender_is_told_by_words_alone(words: str, type_: str, gender: str) -> None:
    assert GENDERS[int(single(words, type_).gender[0])] == gender


def test_flags_have_one_of_each_group() -> None:
    noted = single("the veteran envoy")

    assert noted.flags.shape == (1, MENTION_SIZE)
    # Kind, number, gender, role, type, width, odds; first sentence; first word.
    assert noted.flags.sum() == 9


def test_what_is_named_together_is_several() -> None:
    sentence = make_sentence(TWO)
    apart, together = FoundMention(0, 0, 0, 1, "person"), (0, 0, 0, 3, "person")

    noted = note([FoundMention(*together), apart], [sentence])

    assert [NUMBERS[n] for n in noted.number] == ["plural", "singular"]


def test_pronouns_are_told_from_descriptions() -> None:
    assert single("she").kind[0] >= FIRST_PRONOUN
    assert single("the envoy").kind[0] < FIRST_PRONOUN


def test_acronym_equals_the_letters_of_the_name() -> None:
    rows = """
    Rural rural ADJ NNP 2 amod
    Relief relief PROPN NNP 2 compound
    Council council PROPN NNP 3 nsubj
    left leave VERB VBD -1 root
    RRC rrc PROPN NNP 3 obj
    """
    mentions = [
        FoundMention(0, 2, 0, 3, "organization"),
        FoundMention(0, 4, 4, 5, "organization"),
    ]

    noted = note(mentions, [make_sentence(rows)])

    assert noted.acronym[0] == noted.acronym[1] >= 0
