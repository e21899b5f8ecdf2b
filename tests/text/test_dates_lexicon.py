import pytest

from dragoman.text.dates_lexicon import read_line


@pytest.mark.parametrize(
    "word", ["May", "may", "Sept", "am", "PM", "two", "Q3", "5th", "noon", "river"]
)
def test_a_word_is_of_one_class_whatever_follows(word: str) -> None:
    alone = read_line(word)

    for behind in (" x", ", x", "; x", ") x"):
        line = read_line(word + behind)
        assert (line.classes[0], line.words[0]) == (alone.classes, alone.words[0])
