"""Incidents with perpetrators, targets, victims and weapons: the templates of MUC-4.

They are read off the file that users get (``dragoman export --format incidents``), from
a case of one document. Attacks told in passing, which have no odds there, are none of
those that MUC-4 asks for, and its victims are named.
"""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.export.incidents import IncidentExporter
from dragoman.pipeline import Summary, resolve
from dragoman.store.case import create_case
from dragoman.workers import signature
from reading import Record, annotate, extract, make_document

_COLUMNS = {
    "perpetrators": "PerpInd",
    "organizations": "PerpOrg",
    "targets": "Target",
    "victims": "Victim",
    "weapons": "Weapon",
}


def predict_muc4(record: Record) -> Record:
    """One template for each incident that the document tells."""
    document = make_document(record)
    claims = extract(document, annotate(document))
    stream = io.BytesIO()
    with TemporaryDirectory() as folder, create_case(Path(folder) / "case") as case:
        with case.writing() as writer:
            writer.add_document(document, b"")
            writer.put_claims(document, claims, signature())
        resolve(case, Summary())
        with case.reading() as view:
            IncidentExporter().export(view, stream)
    rows = csv.DictReader(
        io.StringIO(stream.getvalue().decode("utf-8")), delimiter="\t"
    )
    return {"templates": [_template(row) for row in rows if row["odds"]]}


def _template(row: dict[str, str]) -> Record:
    roles = {
        role: [[name] for name in row[column].split(";") if name]
        for column, role in _COLUMNS.items()
    }
    return {"type": row["kind"], "roles": roles}
