"""The three files of a dossier."""

from pathlib import Path

from dragoman.dossier.compose import compose_material
from dragoman.dossier.html import write_html
from dragoman.dossier.json import write_json
from dragoman.dossier.markdown import write_markdown
from dragoman.dossier.material import gather
from dragoman.model.dossier import Dossier
from dragoman.model.view import View


def write_dossier(view: View, folder: Path, title: str | None = None) -> Dossier:
    """Compose a dossier and write ``dossier.html``, ``.md`` and ``.json``.

    Each file is replaced as a whole, so a reader never sees half of one.

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
    writers = {
        "dossier.json": write_json,
        "dossier.md": write_markdown,
        "dossier.html": write_html,
    }
    for name, write in writers.items():
        unfinished = folder / f".{name}.part"
        unfinished.write_text(write(dossier, material), "utf-8", newline="\n")
        unfinished.replace(folder / name)
    return dossier
