"""Hints of cues, by the model that ships."""

import numpy as np
import pytest
from tests.builders import make_document

from dragoman.annotate.encoder.cues import (
    FEATURES,
    describe_candidates,
    find_candidates,
)
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations


def read(annotator: EncoderAnnotator, text: str) -> Annotations:
    document = make_document(text)
    return annotator.annotate(document, Annotations(document.id))


def hinted(annotations: Annotations) -> set[tuple[str, str]]:
    return {
        (
            annotations.sentences[hint.sentence][hint.cue].text,
            annotations.sentences[hint.sentence][hint.core].text,
        )
        for hint in annotations.cues
    }


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Senator Orla Finch denounced the merger.", ("denounced", "merger")),
        ("Farmers complained about the levy.", ("complained", "levy")),
        ("Ana Ruiz hopes to reopen the port.", ("hopes", "reopen")),
        ("The union opposes the closure of the mine.", ("opposes", "closure")),
    ],
)
def test_words_that_say_or_want_are_hinted_at(
    annotator: EncoderAnnotator, text: str, pair: tuple[str, str]
) -> None:
    assert pair in hinted(read(annotator, text))


@pytest.mark.parametrize(
    "text",
    [
        "Heavy rain fell on the valley for nine days.",
        "Ana Ruiz painted the gate and planted four limes.",
        "The train crossed the bridge at noon.",
        "",
    ],
)
def test_deeds_are_no_cues(annotator: EncoderAnnotator, text: str) -> None:
    assert not hinted(read(annotator, text))


def test_candidates_hang_on_their_cue_and_have_a_source(
    annotator: EncoderAnnotator,
) -> None:
    text = "Lena Okafor told the council that she doubts the figures of the bank."
    sentences = read(annotator, text).sentences

    candidates = find_candidates(sentences)
    states = [np.zeros((len(one), 5), dtype=np.float32) for one in sentences]
    rows = describe_candidates(sentences, states, candidates)

    assert candidates
    assert rows.shape == (len(candidates), 3 * 5 + FEATURES)
    for number, cue, core, source in candidates:
        assert sentences[number][core].head == cue
        assert source not in {core, cue}
