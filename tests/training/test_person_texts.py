"""Reports in which one is easily taken for another, filled with names."""

from person_texts import read_person_texts


def test_every_mention_is_where_its_words_are() -> None:
    for gold in read_person_texts(2):
        text = gold.document.text
        assert not set("[]$~") & set(text)
        for start, end in gold.mentions:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


def test_people_are_he_or_she_as_their_names_are() -> None:
    for gold in read_person_texts(2):
        text = gold.document.text
        words: dict[str, set[str]] = {}
        for (start, end), (who, _) in gold.mentions.items():
            words.setdefault(who, set()).add(text[start:end].lower())
        for said in words.values():
            assert not (said & {"he", "him", "his"} and said & {"she", "her"})


def test_times_differ_in_names_alone() -> None:
    first, second, *_ = read_person_texts(2)

    assert first.document.text != second.document.text
    assert len(first.mentions) == len(second.mentions)
