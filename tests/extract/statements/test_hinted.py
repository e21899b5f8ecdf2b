"""Attributions as corpora mark them: cues of no list, extents of phrases."""

import pytest

from dragoman.extract.statements.attributions import find_attributions
from dragoman.extract.statements.lexicon import load_lexicon
from dragoman.model.claim import StatementClaim
from reading import read_claims, read_document


def contents(text: str) -> list[str]:
    document, annotations = read_document(text)
    return [
        document.text[start:end]
        for one in find_attributions(document, annotations)
        for start, end in one.content
    ]


UNLISTED = [
    ("savor", "Senator Orla Finch savors the prospect of a recount."),
    ("relish", "Ana Ruiz relishes the thought of a new trial."),
    ("dread", "Farmers dread the return of the locusts."),
    ("prize", "The senator prizes her independence."),
]


@pytest.mark.parametrize(("cue", "text"), UNLISTED)
def test_a_cue_that_no_list_holds_is_found(cue: str, text: str) -> None:
    assert cue not in load_lexicon().verbs
    (content,) = contents(text)

    assert text.endswith(f"{content}.")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz hoisted the flag of the club.",
        "The workers filled the trench and swept the lane.",
        "If the senator savors the prospect, nobody knows it.",
    ],
)
def test_what_is_done_or_supposed_is_no_attribution(text: str) -> None:
    assert not contents(text)


def test_an_attitude_is_no_statement() -> None:
    claims = read_claims("Senator Orla Finch savors the prospect of a recount.")

    assert not [claim for claim in claims if isinstance(claim, StatementClaim)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Omar Tal referred to the general as a thief.", "the general as a thief"),
        ("Lena Orb called the vote void, and the clerk resigned.", "the vote void"),
    ],
)
def test_a_phrase_ends_where_its_predicate_does(text: str, content: str) -> None:
    assert contents(text) == [content]
