"""The three files of a dossier."""

from pathlib import Path

from dragoman.dossier.choosing import choose_for_page
from dragoman.dossier.compose import compose_material
from dragoman.dossier.html import write_html
from dragoman.dossier.json import write_json
from dragoman.dossier.markdown import write_markdown
from dragoman.dossier.material import gather
from dragoman.model.dossier import Dossier
from dragoman.model.view import View


def write_dossier(view: View, folder: Path, title: str | None = None) -> Dossier:
    """Compose a dossier and write ``dossier.html``, ``.md`` and ``.json``.

    Each file is replaced as a whole, so a reader never sees half of one. Of a large
    case only ``dossier.json`` tells all.

    Args:
        view: The case.
        folder: Existing folder.
        title: Headline; made from the most active names if ``None``.

    Raises:
        SpanError: A citation does not verify.
        OSError: A file cannot be written.
    """
    material = gather(view)
    dossier = compose_material(material, title)
    shown = choose_for_page(dossier)
    files = (
        ("dossier.json", write_json, dossier),
        ("dossier.md", write_markdown, shown),
        ("dossier.html", write_html, shown),
    )
    for name, write, told in files:
        unfinished = folder / f".{name}.part"
        unfinished.write_text(write(told, material), "utf-8", newline="\n")
        unfinished.replace(folder / name)
    return dossier
