"""The dossier editor: choose, order, reword, annotate; versions; publishing."""

import io
import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Annotated
from zipfile import ZIP_DEFLATED, ZipFile

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dragoman.dossier.compose import compose_material
from dragoman.dossier.docx import write_docx
from dragoman.dossier.html import write_html
from dragoman.dossier.json import write_json
from dragoman.dossier.markdown import write_markdown
from dragoman.dossier.material import Material, gather
from dragoman.model.dossier import Dossier
from dragoman.model.edition import (
    Change,
    Edition,
    Place,
    list_changes,
    publish,
    revise,
    start_edition,
)
from dragoman.store.catalog.catalog import Catalog
from dragoman.web.analyst import analyst_of
from dragoman.web.csrf import CsrfDep, read_form
from dragoman.web.desk import CatalogDep, Desk, DeskDep
from dragoman.web.templating import render

router = APIRouter()

# A dossier of more reports is nobody's reading; a part of the case is exported instead.
MAX_DOCUMENTS = 500
_VERSIONS = 50
_DIGITS = 9
_FIELD = re.compile(r"(text|keep|place|note)-(\d{1,4})-(\d{1,6})")

Version = Annotated[int | None, Query(ge=1, lt=10**_DIGITS)]
Writer = Callable[[Dossier, Material], bytes]

_WRITERS: dict[str, tuple[str, Writer]] = {
    "html": ("text/html", lambda d, m: write_html(d, m).encode()),
    "md": ("text/markdown", lambda d, m: write_markdown(d, m).encode()),
    "json": ("application/json", lambda d, m: write_json(d, m).encode()),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        write_docx,
    ),
}


@router.get("/dossier")
def edit(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """Show the latest version for editing, or how to begin."""
    edition = catalog.edition()
    if edition is None:
        documents = catalog.counts().get("document", 0)
        context = {"documents": documents, "most": MAX_DOCUMENTS}
        return render(request, "dossier_empty.html", context)
    return render(request, "dossier.html", {"edition": edition})


@router.get("/dossier/start")
def go_back() -> Response:
    """Lead whoever comes by address to the dossier; only a form begins one."""
    return RedirectResponse("/dossier", status_code=303)


@router.post("/dossier/start", dependencies=[CsrfDep])
def start(request: Request, catalog: CatalogDep, desk: DeskDep) -> Response:
    """Make the first version from what the case tells."""
    documents = catalog.counts().get("document", 0)
    if documents > MAX_DOCUMENTS:
        raise HTTPException(
            422, f"the case has {documents} reports, at most {MAX_DOCUMENTS} make one"
        )
    dossier = compose_material(gather(catalog.view), catalog.view.title())
    with desk.writing() as writer:
        writer.add_edition(start_edition(dossier, analyst_of(request), _now()))
    return RedirectResponse("/dossier", status_code=303)


@router.post("/dossier", dependencies=[CsrfDep])
async def save(request: Request, desk: DeskDep) -> Response:
    """Keep a new version, unless somebody else kept one meanwhile."""
    form = await read_form(request)
    fields = {key: value for key, value in form.items() if isinstance(value, str)}
    base = fields.get("version", "")
    if not (base.isdecimal() and len(base) <= _DIGITS):
        raise HTTPException(422, f"version {base!r} is no number")
    return _save(request, desk, int(base), fields)


def _save(
    request: Request, desk: Desk, base: int, fields: Mapping[str, str]
) -> Response:
    with desk.browsing() as catalog:
        edition = catalog.edition(base)
        latest = catalog.edition()
    if edition is None or latest is None:
        raise HTTPException(404, f"there is no version {base} of the dossier")
    revised = revise(
        edition, fields.get("title", ""), _read(fields), analyst_of(request), _now()
    )
    if latest.version == base:
        with desk.writing() as writer:
            if writer.add_edition(revised):
                return RedirectResponse("/dossier", status_code=303)
    context = {"latest": latest, "changes": list_changes(edition, revised)}
    return render(request, "dossier_conflict.html", context, 409)


def _read(fields: Mapping[str, str]) -> dict[Place, Change]:
    """Read the changes of a form: text-1-2, keep-1-2, place-1-2, note-1-2."""
    found: dict[Place, dict[str, str]] = {}
    for key, value in fields.items():
        hit = _FIELD.fullmatch(key)
        if hit:
            place = int(hit[2]), int(hit[3])
            found.setdefault(place, {})[hit[1]] = value
    return {
        place: Change(
            text=values["text"],
            kept="keep" in values,
            place=_number(values.get("place", ""), place[1] + 1),
            note=values.get("note", ""),
        )
        for place, values in found.items()
        if "text" in values
    }


def _number(value: str, otherwise: int) -> float:
    try:
        number = float(value or otherwise)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise HTTPException(422, f"place {value!r} is no number")
    return number


@router.get("/dossier/versions")
def versions(request: Request, catalog: CatalogDep) -> HTMLResponse:
    """Show who changed what, newest first."""
    listed = catalog.editions(_VERSIONS)
    told: list[tuple[Edition, list[tuple[str, str]]]] = (
        [
            (edition, list_changes(before, edition))
            for edition, before in zip(listed, [*listed[1:], listed[-1]], strict=True)
        ]
        if listed
        else []
    )
    return render(request, "dossier_versions.html", {"told": told})


@router.get("/dossier/published.{form}")
def published(form: str, catalog: CatalogDep, version: Version = None) -> Response:
    """Hand out a version as one file, or all forms in a folder (``zip``)."""
    edition = catalog.edition(version)
    if edition is None:
        raise HTTPException(404, "there is no such version of the dossier")
    if form not in {*_WRITERS, "zip"}:
        allowed = ", ".join([*_WRITERS, "zip"])
        raise HTTPException(404, f"no form {form!r}: allowed are {allowed}")
    return _hand_out(catalog, edition, form)


def _hand_out(catalog: Catalog, edition: Edition, form: str) -> Response:
    dossier, material = publish(edition), gather(catalog.view)
    if form == "zip":
        media_type, body = "application/zip", _pack(dossier, material)
    else:
        media_type, write = _WRITERS[form]
        body = write(dossier, material)
    name = f"dossier-{edition.version}.{form}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=media_type, headers=disposition)


def _pack(dossier: Dossier, material: Material) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for form, (_, write) in _WRITERS.items():
            name = "index" if form == "html" else "dossier"
            archive.writestr(f"dossier/{name}.{form}", write(dossier, material))
    return stream.getvalue()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
