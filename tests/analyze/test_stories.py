import pytest

from builders import make_document
from dragoman.analyze.stories import MOST, group_texts, list_stories

FLOOD = "The river Asha flooded the market of Ketra. Rescue boats reached Ketra."
AGAIN = "Boats rescued families in Ketra after the Asha flooded its market."
TRIAL = "A court in Merov sentenced the banker Sorin for fraud. Sorin appealed."
ARABIC = "حكمت محكمة في ميروف على المصرفي سورين"


def test_reports_of_one_matter_are_one_story() -> None:
    assert group_texts([FLOOD, TRIAL, AGAIN]) == [0, 1, 0]


def test_texts_without_a_common_word_stay_alone() -> None:
    assert group_texts([FLOOD, ARABIC, ""]) == [0, 1, 2]
    assert group_texts([]) == []


def test_the_order_of_documents_does_not_change_the_groups() -> None:
    texts = [FLOOD, TRIAL, AGAIN]

    labels = group_texts(texts[::-1])[::-1]

    assert labels[0] == labels[2] != labels[1]


def test_a_story_is_named_by_words_as_they_stand() -> None:
    documents = [make_document(text) for text in (FLOOD, AGAIN, TRIAL)]

    first, second = list_stories(documents)

    assert first.documents == (documents[0].id, documents[1].id)
    assert "Ketra" in first.terms
    assert "Sorin" in second.terms


def test_too_many_texts_are_refused_with_the_number() -> None:
    with pytest.raises(ValueError, match=f"{MOST + 1} texts, at most {MOST}"):
        group_texts(["a"] * (MOST + 1))


def test_reports_with_nothing_in_common_but_their_kind_are_no_story() -> None:
    texts = (
        "The foreign minister met the envoy in Muscat on Tuesday. They spoke "
        "about fishermen, a port and a letter to the Organisation.",
        "The minister closed the mine in Arakhvi. Police stopped a party "
        "leader there on Tuesday, and four miners went to hospital.",
        "Police shot two dockers at a wharf. The judge sentenced the "
        "commander on Tuesday and the union spoke about a strike.",
        "The union of journalists met in Port Haafuun. Gunmen attacked a "
        "convoy on Tuesday and an air strike hit a house.",
    )

    assert group_texts(texts) == [0, 1, 2, 3]
