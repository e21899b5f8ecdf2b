import pytest

from dragoman.annotate.sentences import EncoderAnnotator


@pytest.fixture(scope="module")
def annotator() -> EncoderAnnotator:
    return EncoderAnnotator()
