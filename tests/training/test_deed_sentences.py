"""Sentences made of phrases: marked sides are words of the text, runs are alike."""

from random import Random

from deed_sentences import Phrase, read_phrases, tell
from deed_verbs import gerund, participle, past, third


def test_marked_sides_are_whole_words_of_the_sentence() -> None:
    for told in tell(read_phrases()[::40], 2, Random(1)):  # noqa: S311 - no secret
        for start, end in (told.source, told.target):
            assert told.text[start:end].strip() == told.text[start:end] != ""
            assert not told.text[end : end + 1].isalnum()


def test_a_seed_gives_the_same_sentences_again() -> None:
    phrases = read_phrases()[::100]

    one, other = (list(tell(phrases, 1, Random(5))) for _ in range(2))  # noqa: S311 - no secret

    assert one == other


def test_a_welcome_deed_is_turned_to_promise_refusal_and_demand() -> None:
    phrase = Phrase("AID.material", "party", "T", "send tents to T", whole=False)

    kinds = {told.kind for told in tell([phrase], 200, Random(2))}  # noqa: S311 - no secret

    assert kinds == {
        "AID.material",
        "AGREE.promise",
        "REJECT.refuse",
        "REQUEST.demand",
    }


def test_forms_of_verbs() -> None:
    assert [past(v) for v in ("withdraw", "ban", "deny")] == [
        "withdrew",
        "banned",
        "denied",
    ]
    assert [participle(v) for v in ("take", "free")] == ["taken", "freed"]
    assert [third(v) for v in ("free", "push", "deny")] == ["frees", "pushes", "denies"]
    assert [gerund(v) for v in ("free", "ban", "accuse")] == [
        "freeing",
        "banning",
        "accusing",
    ]
