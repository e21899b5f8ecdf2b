from dragoman.annotate.encoder_scheme import ReadWord, adapt


def word(upos: str, head: int, deprel: str, xpos: str = "NNP") -> ReadWord:
    return ReadWord(upos, xpos, "x", head, deprel, "O")


def arcs(words: list[ReadWord]) -> list[tuple[int, str]]:
    return [(word.head, word.deprel) for word in words]


def test_name_is_headed_by_its_last_part() -> None:
    # President Hossein Ali Rahimi spoke
    words = [
        word("PROPN", 1, "nmod:desc"),
        word("PROPN", 4, "nsubj"),
        word("PROPN", 1, "flat"),
        word("PROPN", 1, "flat"),
        word("VERB", -1, "root"),
    ]

    assert arcs(adapt(words)) == [
        (3, "compound"),
        (3, "compound"),
        (3, "compound"),
        (4, "nsubj"),
        (-1, "root"),
    ]


def test_name_that_is_the_root_stays_the_root() -> None:
    words = [word("PROPN", -1, "root"), word("PROPN", 0, "flat")]

    assert arcs(adapt(words)) == [(1, "compound"), (-1, "root")]


def test_flat_phrase_without_names_is_left_alone() -> None:
    words = [word("NOUN", -1, "root"), word("NOUN", 0, "flat")]

    assert arcs(adapt(words)) == arcs(words)


def test_name_ends_where_other_words_begin() -> None:
    # Saleh al-Karmi, ... Bureau: the last word was hung on the name by mistake.
    words = [
        word("PROPN", -1, "root"),
        word("PROPN", 0, "flat"),
        word("PUNCT", 3, "punct", "HYPH"),
        word("PROPN", 0, "flat"),
        word("PUNCT", 5, "punct", ","),
        word("PROPN", 0, "flat"),
    ]

    assert arcs(adapt(words)) == [
        (3, "compound"),
        (3, "compound"),
        (3, "punct"),
        (-1, "root"),
        (5, "punct"),
        (3, "flat"),
    ]
