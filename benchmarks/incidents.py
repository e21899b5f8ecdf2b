"""Incidents with perpetrators, targets, victims and weapons: the templates of MUC-4.

Attacks that the pipeline reads become templates; tellings of one kind in one document
are one incident. Who is a person and who a body follows from the entities of the
document, weapons from the words of the passage.
"""

import re
from collections.abc import Iterable

from dragoman.model.claim import Claim, EntityClaim, EventClaim, Modality, Participant
from reading import Record, annotate, extract, make_document

_KINDS = {
    "explosives": "bombing",
    "suicide-attack": "bombing",
    "abduct": "kidnapping",
}
_ARSON = re.compile(r"\b(?:burn\w*|torch\w*|arson|set (?:on )?fire|set afire)\b")
_BOMBING = re.compile(
    r"\b(?:bomb\w*|dynamit\w*|explo\w+|detonat\w*|blew up|blown up)\b"
)
_ROBBERY = re.compile(r"\b(?:rob|robbed|robbery|looted|stole|stolen)\b")
_WEAPON = re.compile(
    r"\b(?:(?:car|truck|powerful|high-power|petrol|time) )?"
    r"(?:bombs?|dynamite(?: sticks?| charges?)?|explosives?|"
    r"explosive (?:device|charge)s?|grenades?|rockets?|mortars?|"
    r"machine-?guns?|rifles?|submachine guns?|pistols?|"
    r"mines?|molotov cocktails?|booby traps?|ak-47|rpg|missiles?|machetes?|car-bomb)\b"
)
_BODIES = re.compile(
    r"\b(?:front|army|forces|movement|cartel|party|group|organization|squads?|police|"
    r"government|fmln|eln|farc|mrta|path|extraditables|mafia)\b"
)
_HUMANS = re.compile(
    r"\b(?:men|man|women|woman|people|persons?|individuals?|civilians?|soldiers?|"
    r"guerrillas?|terrorists?|rebels?|gunmen|members?|policem[ae]n|leaders?|priests?|"
    r"peasants?|children|students?|workers?|journalists?|judges?|mayors?|ministers?|"
    r"bodyguards?|officers?|citizens?|troops?|subversives?|deput(?:y|ies)|presidents?|"
    r"ambassadors?|lawyers?|wife|son|daughter|criminals?|hitmen|assassins?|jesuits?)\b"
)
_REAL = frozenset({Modality.ASSERTED, Modality.ASSESSED, Modality.DENIED})


def predict_muc4(record: Record) -> Record:
    """One template for each kind of incident in the document."""
    document = make_document(record)
    claims = extract(document, annotate(document))
    schemas = {one.id: one.schema for one in claims if isinstance(one, EntityClaim)}
    templates: dict[str, Record] = {}
    for claim in _attacks(claims):
        passage = _sentence_around(document.text, claim.citations[0].span.start)
        kind = _kind(claim)
        empty: dict[str, list[list[str]]] = {
            role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
        }
        roles = templates.setdefault(kind, {"type": kind, "roles": empty})["roles"]
        for one in claim.participants:
            _add(roles[_role(one, schemas)], one.party.name)
        for hit in _WEAPON.findall(passage):
            _add(roles["Weapon"], hit)
    return {"templates": list(templates.values())}


def _attacks(claims: Iterable[Claim]) -> list[EventClaim]:
    return [
        claim
        for claim in claims
        if isinstance(claim, EventClaim)
        and claim.type == "ASSAULT"
        and claim.modality in _REAL
        and claim.participants
    ]


def _sentence_around(text: str, place: int) -> str:
    start = max(text.rfind(". ", 0, place) + 2, 0)
    end = text.find(". ", place)
    return text[start : end if end > 0 else len(text)].lower()


def _kind(claim: EventClaim) -> str:
    if claim.mode in _KINDS:
        return _KINDS[claim.mode]
    words = claim.citations[0].quote.lower()
    if _ARSON.search(words):
        return "arson"
    if _BOMBING.search(words):
        return "bombing"
    return "robbery" if _ROBBERY.search(words) else "attack"


def _role(one: Participant, schemas: dict[str, str]) -> str:
    schema = schemas.get(one.party.entity or "")
    name = one.party.name.lower()
    person = schema == "Person" or (schema is None and _HUMANS.search(name) is not None)
    if one.part == "actor":
        body = schema == "Organization" or (not person and _BODIES.search(name))
        return "PerpOrg" if body else "PerpInd"
    return "Victim" if person else "Target"


def _add(entities: list[list[str]], name: str) -> None:
    plain = re.sub(r"^(?:the|a|an) ", "", name.strip().lower())
    if plain and [plain] not in entities:
        entities.append([plain])
