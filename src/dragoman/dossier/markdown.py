"""The dossier as Markdown with numbered notes."""

import re
from functools import cache

from dragoman.dossier.json import verify
from dragoman.dossier.material import Material, quote, shorten
from dragoman.dossier.notes import number_notes
from dragoman.model.document import shorten_origin
from dragoman.model.dossier import Dossier
from dragoman.text.direction import steady
from dragoman.text.printable import show_controls

NOTE_CHARS = 300
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def write_markdown(dossier: Dossier, material: Material) -> str:
    """Return the dossier as Markdown (CommonMark with footnotes).

    Raises:
        SpanError: A citation does not verify.
    """
    verify(dossier, material)
    sections, notes = number_notes(dossier, material)
    lines = [f"# {_escape(dossier.title)}", ""]
    for section in sections:
        lines += [f"## {section.heading}", ""]
        for group, sentences in section.groups:
            if group:
                lines += [f"### {_escape(group)}", ""]
            for sentence in sentences:
                marks = "".join(f"[^{number}]" for number in sentence.notes)
                lines.append(f"- {_escape(sentence.text)}{marks}")
            lines.append("")
        if section.rest:
            lines += [_escape(section.rest), ""]
    if material.failures:
        lines += ["## What could not be read", ""]
        for failure in material.failures:
            origin = shorten_origin(failure.origin)
            lines.append(f"- {_escape(origin)}: {_escape(failure.message)}")
        lines.append("")
    source_of = cache(_escape)  # many notes have one
    for note in notes:
        words = quote(shorten(note.citation.quote, NOTE_CHARS))
        span = note.citation.span
        place = f"{span.document_id} {span.start}–{span.end}"
        lines.append(
            f"[^{note.number}]: {source_of(note.source)}: {_escape(words)} ({place})"
        )
    return "\n".join(lines) + "\n"


def _escape(text: str) -> str:
    """Keep words of a source from becoming mark-up, and from turning the line."""
    flat = " ".join(show_controls(steady(text)).split())
    return _SPECIAL.sub(r"\\\1", flat) if _SPECIAL.search(flat) else flat
