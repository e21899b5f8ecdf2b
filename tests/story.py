"""Events told by hand in several documents, and how many are left of them."""

from dataclasses import replace

from builders import make_document, make_entity, make_event, make_role
from desk import Desk
from dragoman.model.claim import Claim, EventClaim, Modality, Participant, Party
from dragoman.resolve.entities import EntityResolver
from dragoman.resolve.events import EventResolver

LEE, OKOYE, HADDAD = "Anna Lee", "Chidi Okoye", "Karim Haddad"


def names_of(telling: dict[str, object]) -> list[str]:
    return [str(name) for name in telling["who"]]  # type: ignore[attr-defined]  # a tuple


class Story:
    """Documents made by hand, and what resolving makes of them."""

    def __init__(self) -> None:
        self.desk = Desk()
        self._number = 0

    def tell(
        self,
        *tellings: dict[str, object],
        published: str | None = "2024-05-12",
        bodies: dict[str, str] | None = None,
    ) -> list[EventClaim]:
        """Add a document of some tellings; each names who, where and when."""
        self._number += 1
        names = sorted({str(n) for one in tellings for n in one.get("who", ())})  # type: ignore[attr-defined]  # a tuple
        places = sorted({str(one["at"]) for one in tellings if "at" in one})
        passages = [
            str(one.get("words", f"telling {n}")) for n, one in enumerate(tellings)
        ]
        text = f"Report {self._number}. " + " ".join(
            (*names, *places, *passages, *(bodies or {}).values(), "Head")
        )
        document = make_document(text, published=published)
        self.desk.dates[document.id] = published
        people = {name: make_entity(document, name) for name in names}
        where = {name: make_entity(document, name, schema="Place") for name in places}
        claims: list[Claim] = [*people.values(), *where.values()]
        for holder, body in (bodies or {}).items():
            made = people.get(body) or make_entity(
                document, body, schema="Organization"
            )
            if body not in people:
                claims.append(made)
            claims.append(make_role(document, people[holder], "Head", made))
        events = []
        for words, one in zip(passages, tellings, strict=True):
            event = make_event(
                document,
                words,
                *(people[str(name)] for name in one.get("who", ())),  # type: ignore[attr-defined]  # a tuple
                time=one.get("when"),  # type: ignore[arg-type]  # text
                place=where.get(str(one.get("at"))),
                quantities=one.get("numbers", ()),  # type: ignore[arg-type]  # a tuple
                modality=one.get("how", Modality.ASSERTED),  # type: ignore[arg-type]
                kind=str(one.get("kind", "CONSULT")),
            )
            unnamed = one.get("unnamed")
            if unnamed:
                described = Participant(Party(None, str(unnamed)), "recipient")
                event = replace(event, participants=(*event.participants, described))
            doer = one.get("by")
            if doer:
                acting = Participant(Party(None, str(doer)), "actor")
                event = replace(event, participants=(*event.participants, acting))
            guest = one.get("guest")
            if guest:
                received = event.participants[names_of(one).index(str(guest))]
                rest = tuple(p for p in event.participants if p is not received)
                received = replace(received, part="recipient")
                event = replace(event, participants=(*rest, received))
            if "mode" in one:
                event = replace(event, mode=str(one["mode"]))
            events.append(event)
        self.desk.add([*claims, *events], EntityResolver(), EventResolver())
        return events

    def number_of_events(self) -> int:
        return len(self.desk.clusters(EventClaim))
