"""What reading a document leaves behind."""

import gc

from dragoman.settings import Settings
from dragoman.workers import read_document
from reading import make_read

TEXT = (
    "The minister Anna Lindqvist met the envoy Omar Badawi in Bamako on Sunday. She"
    " said that the talks would go on. “We agreed on a corridor,” her spokesman told"
    " the Herald, citing two diplomats. It killed four people, the army said."
)


def test_a_document_that_was_read_is_gone_at_once() -> None:
    document = make_read(TEXT)
    read_document(document, Settings())
    gc.collect()
    gc.disable()
    try:
        assert read_document(document, Settings()).claims
        assert gc.collect() == 0
    finally:
        gc.enable()
