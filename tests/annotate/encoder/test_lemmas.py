from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.annotate.encoder.lemmas import Lemmas, read_edit

TABLE = (
    "VERB\tarrived\tarrive\nVERB\theld\thold\nVERB\tleaves\tleave\n"
    "VERB\tspreading\tspread\n"
    "NOUN\tmilitias\tmilitia\nADJ\tworst\tbad\n"
)


@pytest.fixture
def lemmas(tmp_path: Path) -> Lemmas:
    path = tmp_path / "lemmas.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return Lemmas(path)


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "edit", "lemma"),
    [
        ("arrived", "VERB", "VBD", "2>", "arrive"),
        ("spread", "VERB", "VBN", "1>", "spread"),
        ("HELD", "VERB", "VBN", "1>", "hold"),
        ("militias", "NOUN", "NNS", "2>", "militia"),
        ("co-militias", "NOUN", "NNS", "0>", "co-militia"),
        ("worst", "ADJ", "JJS", "0>", "bad"),
        ("leave", "VERB", "VB", "5>go", "leave"),
        ("Talks", "NOUN", "NNS", "1>", "talk"),
        ("Haddad", "PROPN", "NNP", "1>", "Haddad"),
        ("بيروت", "PROPN", "NNP", "0>", "بيروت"),
        ("n’t", "PART", "RB", "3>not", "not"),
        ("’s", "AUX", "VBZ", "2>be", "be"),
        ("’s", "PART", "POS", "0>", "'s"),
        ("them", "PRON", "PRP", "2>ey", "they"),
    ],
)
def test_lemma_comes_from_the_table_or_the_edit(
    lemmas: Lemmas, word: str, upos: str, xpos: str, edit: str, lemma: str
) -> None:
    assert lemmas.find(word, upos, xpos, read_edit(edit)) == lemma


def test_edit_longer_than_the_word_leaves_no_empty_lemma(lemmas: Lemmas) -> None:
    assert lemmas.find("xs", "NOUN", "NNS", read_edit("4>")) == "xs"


def test_only_an_s_is_taken_off_a_plural(lemmas: Lemmas) -> None:
    assert lemmas.find("Police", "NOUN", "NNS", read_edit("1>")) == "police"
    assert lemmas.find("gangs", "NOUN", "NNS", read_edit("1>")) == "gang"


def test_untouched_word_has_no_edit() -> None:
    assert read_edit("=") is None


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("torched", "torch"),
        ("pilloried", "pillory"),
        ("airdropping", "airdrop"),
        ("overflew", "overfly"),
        ("weaponizing", "weaponize"),
    ],
)
def test_verbs_of_the_news_are_in_the_table_that_ships(word: str, lemma: str) -> None:
    table = files("dragoman.data") / "model" / "lemmas.tsv"
    assert Lemmas(table).find(word, "VERB", "VBD", (1, "")) == lemma
