"""Incidents with perpetrators, targets, victims and weapons: the templates of MUC-4.

Their victims are named; who suffered without a name has no slot in them.
"""

from dragoman.extract.incidents import read_incidents
from dragoman.model.annotation import IncidentRole
from reading import Record, annotate, make_document

_COLUMNS = {
    IncidentRole.PERPETRATOR: "PerpInd",
    IncidentRole.ORGANIZATION: "PerpOrg",
    IncidentRole.TARGET: "Target",
    IncidentRole.VICTIM: "Victim",
    IncidentRole.WEAPON: "Weapon",
}


def predict_muc4(record: Record) -> Record:
    """One template for each incident that the document tells."""
    document = make_document(record)
    templates = []
    for incident in read_incidents(annotate(document), document.text):
        roles: dict[str, list[list[str]]] = {name: [] for name in _COLUMNS.values()}
        for part in incident.parts:
            if part.role in _COLUMNS:
                name = document.text[part.start : part.end]
                roles[_COLUMNS[part.role]].append([name])
        templates.append({"type": incident.kind, "roles": roles})
    return {"templates": templates}
