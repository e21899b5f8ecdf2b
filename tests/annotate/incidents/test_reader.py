"""Incidents in texts of our own, by the model that ships."""

import numpy as np
import pytest

from builders import make_document
from dragoman.annotate.incidents import reader
from dragoman.annotate.incidents.reader import pool
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations
from dragoman.model.incident import IncidentRole

BOMBING = (
    "Guerrillas of the Red Dawn Front blew up the offices of the Banco del Sur in "
    "San Telmo last night. The car bomb wounded the mayor, Nicanor Ibáñez, and two "
    "policemen. An anonymous caller said that the Red Dawn Front had planted the bomb."
)
MEETING = (
    "The trade ministers of Chad and Niger met in Niamey on Monday and signed a "
    "memorandum on cattle. They praised the work of the committee."
)


def read(annotator: EncoderAnnotator, text: str) -> Annotations:
    document = make_document(text)
    return annotator.annotate(document, Annotations(document.id))


def test_document_without_a_word_of_force_is_not_looked_at(
    annotator: EncoderAnnotator,
) -> None:
    annotations = read(annotator, MEETING)

    assert (annotations.incident_kinds, annotations.incident_parts) == ((), ())


def test_in_a_book_only_sentences_of_force_are_looked_at(
    annotator: EncoderAnnotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{BOMBING}\n\n{MEETING}\n"
    whole = read(annotator, text).incident_parts
    monkeypatch.setattr(reader, "_LONGEST", 10)
    parts = read(annotator, text).incident_parts

    assert whole
    assert parts
    assert all(one.end <= len(BOMBING) for one in parts)


def test_bombing_is_the_likeliest_kind(annotator: EncoderAnnotator) -> None:
    kinds = read(annotator, BOMBING).incident_kinds

    assert max(kinds, key=lambda one: one.score).kind == "bombing"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Guerrillas", IncidentRole.PERPETRATOR),
        ("Red Dawn Front", IncidentRole.ORGANIZATION),
        ("car bomb", IncidentRole.WEAPON),
        ("Nicanor Ibáñez", IncidentRole.VICTIM),
        ("policemen", IncidentRole.UNNAMED),
    ],
)
def test_part_is_found(
    annotator: EncoderAnnotator, words: str, role: IncidentRole
) -> None:
    parts = [
        one
        for one in read(annotator, BOMBING).incident_parts
        if BOMBING[one.start : one.end] == words
    ]

    assert max(parts, key=lambda one: one.score).role is role


def test_wording_is_as_sure_as_all_its_places_together() -> None:
    scores = np.log(np.array([[0.5], [0.2], [0.25]], np.float32))

    pooled, rows = pool(scores, ["bomb", "mayor", "bomb"])

    assert rows.tolist() == [0, 1, 0]
    assert np.exp(pooled).ravel().tolist() == pytest.approx([0.75, 0.2])
