"""What every plugin that is installed keeps to, ours and those of others."""

from contextlib import suppress
from importlib.metadata import EntryPoint
from io import BytesIO

import pytest

from builders import make_document
from dragoman import workers
from dragoman.errors import ReadError
from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.failure import Failure
from dragoman.plugins import find_points, load_plugin, load_resolvers
from dragoman.protocols import (
    Annotator,
    Exporter,
    Extractor,
    Part,
    Reader,
    ReadSettings,
    Resolver,
)
from dragoman.settings import Settings
from dragoman.store.case import Case

PROTOCOLS = {
    "readers": Reader,
    "annotators": Annotator,
    "extractors": Extractor,
    "resolvers": Resolver,
    "exporters": Exporter,
}
POINTS = [
    pytest.param(group, point, id=f"{group}-{point.name}")
    for group in PROTOCOLS
    for point in find_points(group).values()
]
TEXTS = [
    "",
    "\n \n",
    "—",
    "Met.",
    "“” “ said ( ) ; : “He said “no.",
    "ALL OF IT IN CAPITALS, SAID THE MINISTER ANNA LINDQVIST.",
    "A" * 3_000,
    "said " * 400,
    "وقال الوزير إن المحادثات مستمرة. Minister Anna Lindqvist met Omar Badawi.",
    "😀 Minister Anna\u00a0Lindqvist\u200b met 😀 Omar Badawi in Tbilisi on 31 June.",
    "1. 2. 3.\n\n- a\n- b\n\nhttp://example.org/?a=b&c=d #tag @name",
]


@pytest.mark.parametrize(("group", "point"), POINTS)
def test_plugin_satisfies_its_protocol(group: str, point: EntryPoint) -> None:
    plugin = load_plugin(point)

    assert isinstance(plugin, PROTOCOLS[group])
    assert plugin.name
    assert plugin.version
    assert "/" not in plugin.name
    assert " " not in plugin.name + plugin.version


@pytest.mark.parametrize("name", list(find_points("readers")))
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 40, b"<", b"PK\x03\x04"])
def test_reader_raises_nothing_but_read_errors_on_rubbish(
    name: str, data: bytes
) -> None:
    reader = load_plugin(find_points("readers")[name])
    assert isinstance(reader, Reader)
    settings = ReadSettings(None, None, None, "2024-05-13T00:00:00Z")

    with suppress(ReadError):
        for found in reader.read(data, "x", settings):
            assert isinstance(found, Document | Failure | Part)


@pytest.mark.slow
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_makes_a_step_fail_and_every_claim_cites_it(text: str) -> None:
    document = make_document(text) if text.strip() else make_document("x" + text)

    reading = workers.read_document(document, Settings())

    assert reading.failure is None
    for claim in reading.claims:
        assert claim.document_id == document.id
        assert claim.citations
        for citation in claim.citations:
            citation.verify(text)


@pytest.mark.slow
def test_resolvers_and_exporters_take_any_case(case: Case) -> None:
    claims: list[Claim] = []
    for text in TEXTS[3:]:
        document = make_document(text)
        reading = workers.read_document(document, Settings())
        claims.extend(reading.claims)
        with case.writing() as writer:
            writer.add_document(document, text.encode())
            writer.put_claims(document, reading.claims, "test/1")
            for resolver in load_resolvers():
                filed = {
                    claim.id: tuple(resolver.keys(claim, writer.view))
                    for claim in reading.claims
                }
                filing = writer.open_file(resolver.name, filed)
                known = writer.view.claims_named(filing.find())
                fresh = [claim for claim in reading.claims if filed[claim.id]]
                writer.append_edges(resolver.judge(fresh, known, writer.view))
                filing.file()

    for point in find_points("exporters").values():
        exporter = load_plugin(point)
        assert isinstance(exporter, Exporter)
        with case.reading() as view:
            exporter.export(view, BytesIO())
    assert claims
