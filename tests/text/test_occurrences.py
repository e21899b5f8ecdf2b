import pytest

from dragoman.text.occurrences import name_occurrence
from reading import read_sentences


def name(text: str, words: str) -> str:
    sentence = read_sentences(text)[0]
    start = text.index(words)
    inside = [
        index
        for index, token in enumerate(sentence)
        if token.start < start + len(words) and token.end > start
    ]
    return name_occurrence(sentence, inside)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "words", "other", "others"),
    [
        ("Police arrested Ato Mensah.", "arrested", "His arrest shook Ho.", "arrest"),
        ("The mayor stepped down.", "stepped down", "She resigned.", "resigned"),
        ("He was killed in Aden.", "killed", "The death was noted.", "death"),
    ],
)
def test_two_tellings_have_one_name(
    text: str, words: str, other: str, others: str
) -> None:
    assert name(text, words) == name(other, others)


@pytest.mark.slow
def test_sayings_are_told_apart_by_the_speaker() -> None:
    lee = name("Lee said that it rained.", "said")
    chan = name("Chan said that it rained.", "said")

    assert lee != chan
