"""The dossier as a Word file with numbered notes."""

import io
import re
from datetime import UTC, datetime

import docx

from dragoman.dossier.json import verify
from dragoman.dossier.markdown import NOTE_CHARS
from dragoman.dossier.material import Material, quote, shorten
from dragoman.dossier.notes import number_notes
from dragoman.model.dossier import Dossier

# Not allowed in XML 1.0, however they are written.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_docx(dossier: Dossier, material: Material) -> bytes:
    """Return the dossier as a DOCX file.

    Raises:
        SpanError: A citation does not verify.
    """
    verify(dossier, material)
    sections, notes = number_notes(dossier, material)
    file = docx.Document()
    # The same dossier gives the same file.
    file.core_properties.created = datetime(2000, 1, 1, tzinfo=UTC)
    file.core_properties.author = "dragoman"
    file.core_properties.title = _plain(dossier.title)[:255]
    file.add_heading(_plain(dossier.title), 0)
    for section in sections:
        file.add_heading(_plain(section.heading), 1)
        for group, sentences in section.groups:
            if group:
                file.add_heading(_plain(group), 2)
            for sentence in sentences:
                paragraph = file.add_paragraph(_plain(sentence.text), "List Bullet")
                marks = ",".join(str(number) for number in sentence.notes)
                paragraph.add_run(f" {marks}").font.superscript = True
    file.add_heading("Notes", 1)
    for note in notes:
        words = quote(shorten(note.citation.quote, NOTE_CHARS))
        file.add_paragraph(_plain(f"{note.number}. {note.source}: {words}"))
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _plain(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
