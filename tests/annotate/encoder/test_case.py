import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.encoder.case import (
    in_title_case,
    is_shouted,
    is_titled,
    running_case,
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "PRIME MINISTER MEETS KARAM IN RABAT",
            "prime minister meets karam in rabat",
        ),
        (
            "Prime Minister Meets NATO Envoys Over Border Talks",
            "prime minister meets NATO envoys over border talks",
        ),
        (
            "The minister met Karam and Nasr in Rabat",
            "The minister met Karam and Nasr in Rabat",
        ),
        # A list of names has no common words.
        ("Ana Vogel, Kemal Oran, Lotte Brandt", "Ana Vogel, Kemal Oran, Lotte Brandt"),
        # Nor has a signature in capitals; acronyms stay.
        ("KARIMA BELLAL", "Karima Bellal"),
        ("İSMAİL ÖZGÜR , UNESCO", "İSMAİL Özgür , UNESCO"),
        ("UN , NATO", "UN , NATO"),
        ("F-16AB 2024", "F-16AB 2024"),
        ("МИНИСТР ПРИБЫЛ В СТОЛИЦУ СЕГОДНЯ", "министр прибыл в столицу сегодня"),
        ("قال الوزير إن المحادثات ناجحة", "قال الوزير إن المحادثات ناجحة"),
    ],
)
def test_headlines_are_read_in_lower_case(text: str, read: str) -> None:
    assert " ".join(running_case(text.split())) == read


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_words_keep_their_number_and_length(words: list[str]) -> None:
    read = running_case(words)

    assert [len(word) for word in read] == [len(word) for word in words]


@pytest.mark.parametrize(
    ("text", "titled"),
    [
        (
            "the envoy of NATO met kemal oran in rabat",
            "The Envoy of NATO Met Kemal Oran in Rabat",
        ),
        ("ßa ǆemal ı", "ßa ǅemal I"),
        ("The envoy met kemal oran", None),
        ("NATO 2024", None),
        ("قال الوزير إن المحادثات ناجحة", None),
    ],
)
def test_text_without_capitals_is_put_in_title_case(
    text: str, titled: str | None
) -> None:
    found = in_title_case(text.split())

    assert (found and " ".join(found)) == titled


@given(st.lists(st.text(min_size=1, max_size=12), max_size=12))
def test_title_case_keeps_number_and_length(words: list[str]) -> None:
    titled = in_title_case(words)

    assert titled is None or list(map(len, titled)) == list(map(len, words))


def test_a_letter_that_grows_in_lower_case_stays() -> None:
    words = ["İZMİR", "GENEL", "KURUL", "BUGÜN", "TOPLANDI"]

    assert is_shouted(words)
    assert running_case(words)[0] == "İZMİR"


def test_running_text_is_no_title() -> None:
    assert not is_titled(
        ["The", "Ministers", "of", "Both", "States", "signed", "the", "Accord"]
    )


def test_a_sentence_full_of_offices_is_no_title() -> None:
    text = "The Deputy Minister of Foreign Affairs Omar Karam met Ana Lim in Velin"

    assert not is_titled(text.split())
    assert is_titled(
        [
            "Deputy",
            "Minister",
            "of",
            "Foreign",
            "Affairs",
            "Met",
            "Envoy",
            "in",
            "Paris",
        ]
    )


def test_small_forms_of_be_may_stay_small_in_title_case() -> None:
    words = [
        "The",
        "Envoy",
        "Lena",
        "Orb",
        "is",
        "Expected",
        "in",
        "Osk",
        "as",
        "the",
        "Siege",
        "was",
        "Lifted",
    ]

    assert is_titled(words)
