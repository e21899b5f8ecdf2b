import pytest

from dragoman.annotate.encoder import EncoderAnnotator


@pytest.fixture(scope="module")
def annotator() -> EncoderAnnotator:
    return EncoderAnnotator()
