"""The dossier as one HTML file that opens offline.

A click on a sentence shows the passages that it cites, highlighted in the text
of the source. Nothing is loaded from outside: style, script and the cited
texts are in the file, and a content security policy allows only this script.
"""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

import msgspec
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from dragoman import __version__
from dragoman.dossier.draw import draw_network, draw_timeline
from dragoman.dossier.json import verify
from dragoman.dossier.material import Material
from dragoman.dossier.notes import Note, number_notes
from dragoman.model.document import shorten_origin
from dragoman.model.dossier import Dossier

CONTEXT_CHARS = 120
_FOLDER = resources.files("dragoman.dossier") / "templates"


def write_html(dossier: Dossier, material: Material) -> str:
    """Return the dossier as one HTML page.

    Raises:
        SpanError: A citation does not verify.
    """
    verify(dossier, material)
    sections, notes = number_notes(dossier, material)
    told = {ref for part in sections for one in part.sentences for ref in one.refs}
    script = (_FOLDER / "dossier.js").read_text("utf-8")
    style = (_FOLDER / "dossier.css").read_text("utf-8")
    return _template().render(
        dossier=dossier,
        sections=sections,
        notes=[_context(note, material) for note in notes],
        failures=material.failures,
        timeline=draw_timeline(material, told),
        network=draw_network(material, told),
        anchors=_Anchors(),
        style=Markup(style),  # noqa: S704  # our own file
        script=Markup(script),  # noqa: S704  # our own file
        script_hash=_hash(script),
        data=_data(notes, material),
        version=__version__,
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {
        "file_name": shorten_origin,
        "numbers": _numbers,
        "marks": _marks,
    }
    return environment.from_string((_FOLDER / "dossier.html").read_text("utf-8"))


class _Anchors:
    """Give each identifier its anchor at the first sentence that tells it."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def __call__(self, refs: tuple[str, ...], heading: str) -> list[str]:
        if heading == "Summary":
            return []
        fresh = [ref for ref in refs if ref not in self._seen]
        self._seen.update(fresh)
        return fresh


def _numbers(notes: Iterable[int]) -> str:
    return " ".join(map(str, notes))


def _marks(notes: Iterable[int]) -> Markup:
    """Return the links to some notes."""
    links = [
        f'<a class="note-mark" href="#n{n}" aria-label="Note {n}">{n}</a>'
        for n in notes
    ]
    return Markup("".join(links))  # noqa: S704  # numbers are all there is


def _context(note: Note, material: Material) -> tuple[int, str, str, str, str]:
    """Return number and source of a note, words before the passage, it, words after."""
    span = note.citation.span
    text = material.document_by_id[span.document_id].text
    before = text[max(0, span.start - CONTEXT_CHARS) : span.start]
    after = text[span.end : span.end + CONTEXT_CHARS]
    if span.start > CONTEXT_CHARS:
        before = "…" + before.partition(" ")[2]
    if span.end + CONTEXT_CHARS < len(text):
        after = after.rpartition(" ")[0] + "…"
    return (
        note.number,
        note.source,
        before.rpartition("\n")[2],
        note.citation.quote,
        after.partition("\n")[0],
    )


def _data(notes: tuple[Note, ...], material: Material) -> Markup:
    """Return cited passages and texts as JSON that is safe inside a script."""
    cited = list(dict.fromkeys(note.citation.span.document_id for note in notes))
    place = {one: number for number, one in enumerate(cited)}
    documents = [material.document_by_id[one] for one in cited]
    content = {
        "documents": [
            {
                "title": document.label,
                "source": document.source.name,
                "published": document.published,
                "digest": document.digest,
                "lang": document.lang,
                "text": document.text,
            }
            for document in documents
        ],
        "notes": {
            str(note.number): [
                place[note.citation.span.document_id],
                note.citation.span.start,
                note.citation.span.end,
            ]
            for note in notes
        },
    }
    text = msgspec.json.encode(content).decode()
    for mark in "<>&\u2028\u2029":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup(text)  # noqa: S704  # JSON without "<", ">" and "&"


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
