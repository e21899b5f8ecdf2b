"""Whom "the Iranian foreign minister" means on the day that a report speaks of.

A report names an office where its reader knows the holder. Others of the case may name
him: whoever is in office on the day of the event is meant. Where no report says, the
table of public offices that ships is asked. In doubt the words stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice

from dragoman.analyze.identify import identify
from dragoman.analyze.tenures import (
    AHEAD,
    Office,
    Tenure,
    body_key,
    could_hold,
    days_away,
    list_tenures,
    office_line,
)
from dragoman.data.office_holders import CHECKED, Holder, office_holders
from dragoman.data.tables import fold_key, organizations
from dragoman.model.claim import Participant, Party, Time
from dragoman.model.edtf import find_bounds
from dragoman.model.entity import Described, Entity, Event, Statement
from dragoman.model.span import Citation
from dragoman.model.view import View

Days = tuple[date, date]

# Offices that one person holds at a time, in the wording of ``office_line``.
_SINGLE = frozenset(
    {"foreign minister", "prime minister", "president", "defence minister"}
    | {"interior minister", "finance minister", "justice minister", "energy minister"}
    | {"secretary general", "director general", "chief of staff", "king", "queen"}
    | {"emir", "sultan", "pope", "crown prince", "supreme leader", "chancellor"}
    | {"vice president", "secretary state", "foreign policy chief", "speaker"}
    | {"parliament speaker", "managing director", "central bank governor"}
)
# A holder who is cited this many days before or after is taken to hold office still,
# unless a source names another one in between.
_NEAR = 180
# An event that may lie anywhere in a longer time says too little about the holder.
_LONG = 31
# Who has yet to take office is not its holder.
_AHEAD = AHEAD | {"incoming"}
_AT_ONCE = 500
_INDEFINITE = ("a ", "an ", "some ", "former ", "ex-", "then ", "one ", "another ")


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is meant.

    Attributes:
        entity: The entity of the case, ``None`` if only the table knows the holder.
        name: Of the holder.
        tenure: The tenure of the case that says so, ``None`` if the table does.
    """

    entity: str | None
    name: str
    tenure: Tenure | None


@lru_cache(maxsize=4096)
def read_office(words: str) -> Office | None:
    """Return the post that a description names, ``None`` if it is none of one holder.

    >>> read_office("the Iranian foreign minister")
    Office(line='foreign minister', body='c=IR')
    >>> read_office("Lebanon's caretaker premier")
    Office(line='prime minister', body='c=LB')
    >>> read_office("the foreign ministers of Iran") is None
    True
    >>> read_office("the Iranian president-elect") is None
    True
    """
    text = fold_key(" ".join(words.split())).removeprefix("the ")
    if text.startswith(_INDEFINITE):
        return None
    if not _AHEAD.isdisjoint(text.replace("-", " ").split()):
        return None
    if " of " in text:
        title, _, name = text.partition(" of ")
        if (office := _make(title, name)) is not None:
            return office
    parts = text.split()
    for size in range(min(len(parts) - 1, 5), 0, -1):
        office = _make(" ".join(parts[size:]), " ".join(parts[:size]))
        if office is not None:
            return office
    return Office("pope", "c=VA") if text in {"pope", "pontiff"} else None


def _make(title: str, name: str) -> Office | None:
    line = office_line(title)
    if line not in _SINGLE:
        return None
    key = body_key(name)
    if key is None or not (key.startswith("c=") or key in organizations()):
        return None
    return Office(line, key)


class Holders:
    """Who held which office when, in one case and in the table that ships."""

    def __init__(self, entities: Iterable[Entity], view: View) -> None:
        self._names: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._view = view
        self._tenures: defaultdict[Office, list[Tenure]] = defaultdict(list)
        for tenure in list_tenures(self._get_to_know(entities)):
            self._tenures[tenure.office].append(tenure)
        self._published: dict[str, str | None] = {}

    def _get_to_know(self, entities: Iterable[Entity]) -> Iterator[Entity]:
        """Pass people on, some at a time, and note their names."""
        people = (one for one in entities if one.schema == "Person")
        while some := list(islice(people, _AT_ONCE)):
            found = self._view.known(use.text for one in some for use in one.names)
            for one in some:
                self._names[one.id] = one.name
                known = identify(one, found)
                if known is not None:
                    self._known.setdefault(known.name, one.id)
                yield one

    def find(self, words: str, first: date, last: date | None = None) -> Answer | None:
        """Return whom a description means on a day.

        Args:
            words: Of a source.
            first: Day, or first day of the time in question.
            last: Its last day, ``None`` for a single day.
        """
        office = read_office(words)
        if office is None:
            return None
        answer = self._on(office, first)
        if last is not None and last != first:
            later = self._on(office, last)
            if answer is None or later is None or later.name != answer.name:
                return None
        return answer

    def _on(self, office: Office, day: date) -> Answer | None:
        inside, near = self._cited(office, day)
        listed = self._listed(office, day)
        if len({one.holder for one in inside}) == 1:
            return self._from_case(inside[0])
        if listed is not None:
            return listed
        if not inside and len({one.holder for one in near}) == 1:
            return self._from_case(near[0])
        return None

    def _cited(self, office: Office, day: date) -> tuple[list[Tenure], list[Tenure]]:
        """Return the tenures that cover a day, and those close to it."""
        inside, near = [], []
        for tenure in self._tenures.get(office, ()):
            away = days_away(tenure, day)
            if away is None or not could_hold(tenure, day):
                continue
            if away == 0:
                inside.append(tenure)
            if away <= _NEAR:
                near.append(tenure)
        return inside, near

    def _listed(self, office: Office, day: date) -> Answer | None:
        terms = [
            term
            for term in office_holders().get(office.body.removeprefix("c=").lower(), ())
            if office_line(term.office) == office.line and _covers(term, day)
        ]
        if len({term.name for term in terms}) != 1:
            return None
        name = terms[0].name
        entity = self._known.get(name)
        return Answer(entity, self._names.get(entity or "", name), None)

    def _from_case(self, tenure: Tenure) -> Answer:
        return Answer(tenure.holder, self._names[tenure.holder], tenure)

    def fill_event(self, event: Event) -> Event:
        """Return an event with the holders of the offices that it names."""
        if all(one.party.entity is not None for one in event.participants):
            return event
        days = self._days(event.time, event.citations[0])
        taken = {one.party.entity for one in event.participants}
        told: list[Described] = []
        participants = []
        for one in event.participants:
            party = self._party(one.party, days, told, taken)
            participants.append(Participant(party, one.part))
        if not told:
            return event
        return replace(event, participants=tuple(participants), described=tuple(told))

    def fill_statement(self, statement: Statement) -> Statement:
        """Return a statement with the holders of the offices that it names."""
        if all(party.entity is not None for party in statement.parties):
            return statement
        days = self._days(statement.time, statement.citations[0])
        told: list[Described] = []
        speakers, via, addressees = (
            tuple(self._party(party, days, told, set()) for party in parties)
            for parties in (statement.speakers, statement.via, statement.addressees)
        )
        if not told:
            return statement
        return replace(
            statement,
            speakers=speakers,
            via=via,
            addressees=addressees,
            described=tuple(told),
        )

    def _party(
        self,
        party: Party,
        days: Days | None,
        told: list[Described],
        taken: Iterable[str | None],
    ) -> Party:
        """Return the holder for an office, else the party as it is."""
        if party.entity is not None or days is None:
            return party
        answer = self.find(party.name, *days)
        if answer is None or (answer.entity is not None and answer.entity in taken):
            return party
        evidence: Sequence[Citation] = answer.tenure.citations if answer.tenure else ()
        told.append(
            Described(
                words=party.name,
                entity=answer.entity,
                name=answer.name,
                basis="reports" if answer.tenure else "starter",
                citations=tuple(evidence[:3]),
            )
        )
        return party if answer.entity is None else Party(answer.entity, answer.name)

    def _days(self, time: Time | None, citation: Citation) -> Days | None:
        """Return the days in question: those told, else that of publication."""
        bounds = None if time is None else find_bounds(time.value)
        if bounds is None:
            bounds = find_bounds(self._day_of(citation.span.document_id) or "")
        if bounds is None or (bounds[1] - bounds[0]).days > _LONG:
            return None
        return bounds

    def _day_of(self, document: str) -> str | None:
        if document not in self._published:
            self._published.update(self._view.published([document]))
        return self._published[document]


def _covers(term: Holder, day: date) -> bool:
    """Tell whether a term of the table covers a day, by the dates as far as known."""
    start, end = find_bounds(term.start), find_bounds(term.end or CHECKED)
    return start is not None and end is not None and start[1] <= day <= end[0]
