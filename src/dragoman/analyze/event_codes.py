"""Events as coded dyads: the form in which event data sets are exchanged.

An event of the case keeps all its participants; here it is taken apart into pairs of
an actor and a recipient, each coded. What is denied, called off, demanded or merely
imagined did not happen and gives no dyad. What is announced is coded by what announcing
it is: help, a visit or a release that lies ahead is AGREE, force and pressure that lie
ahead are THREATEN (as in CAMEO, 03 and 13).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from dragoman.analyze.actor_codes import UNKNOWN, ActorCode, FindEntity, code_party
from dragoman.analyze.own_codes import OwnCodes
from dragoman.model.claim import Modality, Party
from dragoman.model.entity import Event
from dragoman.schema.codes import load_codes

# What several do to one another where nobody else is told: "the two sides clashed".
_AMONG = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "ACCUSE", "PROTEST"})
# Modes whose parties act on one another: either order is true.
_MUTUAL = frozenset({"meeting", "multilateral", "call"})
_PROMISED = frozenset(
    {"CONSULT", "AID", "COOPERATE", "SUPPORT", "CONCEDE", "RETREAT", "AGREE"}
)
_MENACING = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "PROTEST"})
# A weapon is nobody to whom something is done.
_NO_OTHER = frozenset({"actor", "weapon"})
_HELD = frozenset({Modality.ASSERTED, Modality.ASSESSED})
_WORD = re.compile(r"[\w-]+")
# What is only foreseen, by whoever tells it.
_AWAITED = re.compile(
    r"\b(?:is|are|was|were|be|seems?|looks?|appears?)\s+(?:\w+\s+)?"
    r"(?:about|likely|expected|poised|bound|due)\s+to\b",
    re.IGNORECASE,
)
NOBODY = Party(None, "")


@dataclass(frozen=True, slots=True)
class Dyad:
    """One actor, one recipient, one coded event.

    Attributes:
        event: Identifier of the event.
        type: PLOVER type.
        mode: Mode, empty if none.
        cameo: CAMEO code, three or four digits.
        quad: Quad class, 1 to 4.
        actor: Who acts.
        actor_code: Its code.
        recipient: The other side, ``NOBODY`` if the sources name none.
        recipient_code: Its code.
    """

    event: str
    type: str
    mode: str
    cameo: str
    quad: int
    actor: Party
    actor_code: ActorCode
    recipient: Party
    recipient_code: ActorCode


def find_cameo(kind: str, mode: str | None, told: str = "") -> str:
    """Return the CAMEO code of a PLOVER type and mode.

    Args:
        kind: Type.
        mode: Mode, ``None`` or empty if none.
        told: The passage that tells the event; its words decide where CAMEO is finer.

    Raises:
        KeyError: The type is not one of PLOVER's.

    >>> find_cameo("AID", None), find_cameo("AID", None, "Chad sent 40 tents.")
    ('070', '073')
    """
    book = load_codes()
    codes = book.cameo[kind]
    listed = book.finer.get(kind, ()) if told else ()
    if listed:
        words = _WORD.findall(told.lower())
        padded = f" {' '.join(words)} "
        single = {*words, *(word[:-1] for word in words if word.endswith("s"))}
        for asked, code, any_of in listed:
            if asked in {"*", mode or ""} and any(
                f" {one} " in padded if " " in one else one in single for one in any_of
            ):
                return code
    return codes.get(mode or "", codes[""])


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, codes in load_codes().cameo.items():
        for code in codes.values():
            kinds.setdefault(code, kind)
            kinds.setdefault(code[:2], kind)
    return kinds


def find_kind(cameo: str) -> str | None:
    """Return the PLOVER type of a CAMEO code, ``None`` for statements and appeals.

    >>> find_kind("1721"), find_kind("0871"), find_kind("023")
    ('COERCE', 'RETREAT', None)
    """
    kinds = _kinds()
    prefixes = (cameo[:length] for length in range(len(cameo), 1, -1))
    return next((kinds[one] for one in prefixes if one in kinds), None)


def list_dyads(
    event: Event,
    find_entity: FindEntity,
    own: OwnCodes | None = None,
    day: str | None = None,
) -> Iterator[Dyad]:
    """Yield the dyads of an event, none for what did not happen.

    Args:
        event: The event.
        find_entity: Gives the entity behind an identifier.
        own: The user's dictionaries of actors and agents, which go first.
        day: Day of the event, for codes that hold for some days only.
    """
    standing = _standing(event)
    if standing is None:
        return
    kind, mode = standing
    quad = load_codes().quads[kind]
    codes: dict[Party, ActorCode] = {NOBODY: UNKNOWN}
    for actor, recipient, code in _pairs(event, kind, mode):
        for party in (actor, recipient):
            if party not in codes:
                codes[party] = code_party(party, find_entity, own, day)
        yield Dyad(
            event=event.id,
            type=kind,
            mode=mode,
            cameo=code,
            quad=quad,
            actor=actor,
            actor_code=codes[actor],
            recipient=recipient,
            recipient_code=codes[recipient],
        )


def _standing(event: Event) -> tuple[str, str] | None:
    told = event.citations[0].quote if event.citations else ""
    kind = find_type(event.type, event.modality, told)
    if kind is None:
        return None
    if event.modality in _HELD:
        return kind, event.mode or ""
    return kind, "planned" if event.type == "CONSULT" else ""


def find_type(kind: str, modality: Modality, told: str = "") -> str | None:
    """Return the PLOVER type under which an event is coded, by how it is put.

    A threat is an act, though what is threatened may never come. ``None`` for what is
    denied, called off, demanded or merely imagined, and for plans that are no act
    towards anybody: what "is about to" or "is likely to" come, nobody has promised.

    Args:
        kind: Type of the event.
        modality: How it is put.
        told: The passage that tells it.

    >>> find_type("AID", Modality.PLANNED, "Chad pledged to send tents.")
    'AGREE'
    >>> find_type("AID", Modality.PLANNED, "Chad is about to send tents.")
    """
    threat = kind == "THREATEN" and modality is Modality.HYPOTHETICAL
    if modality in _HELD or threat:
        return kind
    if modality is Modality.PLANNED and not _AWAITED.search(told):
        if kind in _PROMISED:
            return "AGREE"
        return "THREATEN" if kind in _MENACING else None
    return None


def _pairs(event: Event, kind: str, mode: str) -> Iterator[tuple[Party, Party, str]]:
    """Yield actor, recipient and CAMEO code of each dyad."""
    actors = [p.party for p in event.participants if p.part == "actor"]
    others = [p.party for p in event.participants if p.part not in _NO_OTHER]
    # Of what lies ahead the promise or the threat is coded, not its object.
    told = event.citations[0].quote if event.citations and kind == event.type else ""
    code = find_cameo(kind, mode, told)
    among = kind in _AMONG and mode != "visit" and not others and len(actors) > 1
    if mode in _MUTUAL or among:
        for one, other in combinations([*actors, *others], 2):
            yield one, other, code
            yield other, one, code
        return
    for actor in actors or [NOBODY]:
        for other in others or [NOBODY]:
            if actor is not NOBODY or other is not NOBODY:
                yield actor, other, code
    if kind == "CONSULT" and mode == "visit":
        # CAMEO codes a visit from both sides: who goes, and who receives.
        for other in others:
            for actor in actors:
                yield other, actor, find_cameo(kind, "host")
