"""Texts put together from words, and what of them is measured on."""

import json
from pathlib import Path

from plain_texts import barred, joined, shingles


def test_words_are_put_together_as_running_text() -> None:
    quoted = ["``", "We", "will", "n't", "go", ",", "''", "Ms.", "Ilves", "said"]
    aside = ["-LRB-", "in", "Narva", "-RRB-", "."]
    assert joined(quoted + aside) == '"We willn\'t go," Ms. Ilves said (in Narva).'


def test_signs_stand_where_they_belong() -> None:
    assert joined(["It", "is", "$", "40", ";", "5", "%", "."]) == "It is $40; 5%."


def test_ten_words_in_a_row_are_known_again_whatever_stands_between() -> None:
    text = "The council of Narva met on Monday and put off the vote again."
    other = "Late: the council of Narva met on Monday, and put off the vote!"
    assert shingles(text) & shingles(other)
    assert not shingles("The council of Narva met on Monday.")


def test_what_is_measured_on_is_kept_out(tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    text = "The council of Narva met on Monday and put off the vote again."
    record = {"gold": [{"words": text.split()}], "n": 1}
    kept.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert barred([kept]) >= shingles(text)
