"""The dossier file of the exchange: ``dossier.json``."""

import msgspec

from dragoman.dossier.material import Material
from dragoman.model.document import shorten_origin
from dragoman.model.dossier import CitedSentence, Dossier
from dragoman.model.span import Citation


def write_json(dossier: Dossier, material: Material) -> str:
    """Return the dossier as JSON text.

    Every citation is verified against its document first. Beside what the
    interface promises, ``unread`` lists what could not be read, and ``group`` names
    what a sentence is listed under in its section.

    Raises:
        SpanError: A citation does not verify.
    """
    verify(dossier, material)
    content = {
        "title": dossier.title,
        "generated_from": list(dossier.generated_from),
        "sections": [
            {
                "heading": section.heading,
                "sentences": [_sentence(one) for one in section.sentences],
            }
            for section in dossier.sections
        ],
        "unread": [
            {"origin": shorten_origin(f.origin), "stage": f.stage, "message": f.message}
            for f in material.failures
        ],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"


def verify(dossier: Dossier, material: Material) -> None:
    """Compare every citation of a dossier with its document.

    Raises:
        SpanError: A citation does not verify.
    """
    texts = {document.id: document.text for document in material.documents}
    verified = material.verified
    for section in dossier.sections:
        for sentence in section.sentences:
            # All three forms of a dossier have it.
            if verified.get(id(sentence)) is sentence:
                continue
            for citation in sentence.citations:
                span = citation.span
                text = texts[span.document_id]
                if text[span.start : span.end] != citation.quote:
                    citation.verify(text)
            verified[id(sentence)] = sentence


def _sentence(sentence: CitedSentence) -> dict[str, object]:
    told: dict[str, object] = {
        "text": sentence.text,
        "citations": [citation_object(one) for one in sentence.citations],
    }
    return told | {"group": sentence.group} if sentence.group else told


def citation_object(citation: Citation) -> dict[str, object]:
    """Return a citation as in the exchange file."""
    return {
        "document": citation.span.document_id,
        "start": citation.span.start,
        "end": citation.span.end,
        "quote": citation.quote,
    }
