"""What a dossier is made from: a snapshot of a view with the look-ups of prose."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dragoman.analyze.holders import Holders
from dragoman.analyze.origins import count_origins
from dragoman.dossier.event_parts import EventParts
from dragoman.model.claim import Modality, Party
from dragoman.model.document import Document
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Entity, Event, Narrative, Report, Statement
from dragoman.model.failure import Failure
from dragoman.model.span import Citation
from dragoman.model.view import View

_ARTICLE = "the "
# Plurals and plain nouns for bodies have it in every sentence ("the United Nations",
# "the African Union"), unless somebody's name stands before: "Orhan's Forces".
_ARTICLED = re.compile(
    r"(?!.*['’]s? ).*(?:Nations|States|Emirates|Forces|Brigades|Guards|Union|Council|"
    r"Committee|Commission|Ministry|Department|Army|League|Alliance|Federation|Front)"
)
# The party of whoever wrote a document of no known source.
_AUTHOR = "author"
_OPENS_SENTENCE = re.compile(r"^(?:The|An?|Some|Several|Many|Other|Their|His|Its) ")


@dataclass(frozen=True)
class Material:
    """Everything of a case that a dossier can tell, in fixed order."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    narratives: tuple[Narrative, ...]

    @cached_property
    def verified(self) -> dict[int, CitedSentence]:
        """Sentences whose citations were compared with their documents, by place."""
        return {}

    @cached_property
    def events_told(self) -> dict[tuple[str, bool], EventParts]:
        """Sentences on events, with a date or without; several sections have them."""
        return {}

    @cached_property
    def published_on_several_days(self) -> bool:
        """Whether the day of a report tells it from the others."""
        return len({document.published for document in self.documents}) > 1

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """Documents by identifier."""
        return {document.id: document for document in self.documents}

    @cached_property
    def entity_by_id(self) -> dict[str, Entity]:
        """Entities by canonical identifier."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def spoken(self) -> dict[str, Statement]:
        """Statements by the event that they are, the one told most often."""
        acts = [one for one in self.statements if one.event is not None]
        acts.sort(key=lambda one: (len(one.citations), one.id))
        return {one.event: one for one in acts if one.event is not None}

    @cached_property
    def presence(self) -> Counter[str]:
        """How often an entity takes part in events or speaks."""
        found: Counter[str] = Counter()
        for event in self.events:
            weight = 2 if event.modality is Modality.ASSERTED else 1
            for participant in event.participants:
                if participant.party.entity is not None:
                    found[participant.party.entity] += weight
        for statement in self.statements:
            for party in statement.speakers:
                if party.entity is not None:
                    found[party.entity] += 1
        return found

    @cached_property
    def most_present(self) -> int:
        """The presence of whoever is most present, 1 where nobody is."""
        return max(self.presence.values(), default=1)

    @cached_property
    def _with_article(self) -> frozenset[str]:
        return frozenset(
            entity.id
            for entity in self.entities
            if entity.schema != "Person" and self._takes_article(entity)
        )

    def _takes_article(self, entity: Entity) -> bool:
        """Tell whether the sources mostly put "the" before the shown name."""
        if entity.name.lower().startswith(_ARTICLE):
            return False
        if _ARTICLED.fullmatch(entity.name):
            return True
        uses = [use for use in entity.names if use.text == entity.name]
        before = [
            self.document_by_id[citation.span.document_id].text[
                max(0, citation.span.start - len(_ARTICLE)) : citation.span.start
            ]
            for use in uses
            for citation in use.citations
            if citation.span.document_id in self.document_by_id
        ]
        count = sum(words.lower().endswith(_ARTICLE) for words in before)
        return 2 * count > len(before)

    def name(self, party: Party) -> str:
        """Return how prose names a party.

        Descriptions of unnamed parties are words of a source, so they stand in
        quotation marks, without the capital that began a sentence there.
        """
        if party.entity is None:
            if party.name == _AUTHOR:
                return "the author"
            if self.is_source_name(party.name):
                return party.name
            return quote(
                _OPENS_SENTENCE.sub(lambda found: found[0].lower(), party.name, 1)
            )
        entity = self.entity_by_id.get(party.entity)
        if entity is None:
            return party.name
        return self.entity_name(entity)

    def entity_name(self, entity: Entity) -> str:
        """Return the name of an entity, with "the" where the sources use it."""
        return f"the {entity.name}" if entity.id in self._with_article else entity.name

    def names_of(self, party: Party) -> list[str]:
        """Return the names under which the sources know a party."""
        entity = self.entity_by_id.get(party.entity or "")
        return [party.name, *(use.text for use in (entity.names if entity else ()))]

    @cached_property
    def _source_names(self) -> frozenset[str]:
        names = {document.source.name for document in self.documents}
        return frozenset({_AUTHOR, "reporters"} | {name for name in names if name})

    def is_source_name(self, name: str) -> bool:
        """Tell whether a party's name is that of an outlet or of the author."""
        return name in self._source_names

    def outlets(self, document_ids: Iterable[str]) -> list[str]:
        """Return the names of those who published, each once, in order."""
        found: list[str] = []
        for one in document_ids:
            document = self.document_by_id[one]
            name = document.source.name or document.label
            if name not in found:
                found.append(name)
        return found

    @cached_property
    def _days(self) -> frozenset[str | None]:
        return frozenset(document.published for document in self.documents)

    def first_published(self, citations: Iterable[Citation]) -> str | None:
        """Return the first day on which a cited report came out, as an ISO date.

        ``None`` if no report is dated, or if all of the case came out on one day:
        then the day tells nothing of the one beside the other.
        """
        if len(self._days) < 2:
            return None
        cited = {citation.span.document_id for citation in citations}
        known = [self.document_by_id[one].published for one in cited]
        return min((day for day in known if day is not None), default=None)

    def origins(self, reports: tuple[Report, ...]) -> int:
        """Return how many reports are no reprints of another one."""
        return count_origins(reports)


def gather(view: View) -> Material:
    """Read everything that a dossier needs from a view."""
    entities = tuple(view.entities())
    holders = Holders(entities, view)
    return Material(
        tuple(view.documents()),
        tuple(view.failures()),
        entities,
        tuple(map(holders.fill_event, view.events())),
        tuple(map(holders.fill_statement, view.statements())),
        tuple(view.narratives()),
    )


_INNER = {"“": "‘", "”": "’", "„": "‘", "«": "‹", "»": "›", '"': "’"}
_MARKED = re.compile(f"[{''.join(_INNER)}]")
_WORD = re.compile(r"\w")
_PLAIN = re.compile("[ -~“”‘’–—…]*")
_STRAIGHT = re.compile(r'"([^"]*)"')
_OUTER = "“”„\"'‘’«» "
# Marks that open and close inside a quotation, as they stand in the source.
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"))


def quote(words: str) -> str:
    """Put words of a source in double marks, inner double marks made single.

    An inner quotation that the cut left open is closed, so that what is loaded
    never seems to end before it does.

    >>> quote("the “Axis”")
    '“the ‘Axis’”'
    >>> quote("the strategy of “support")
    '“the strategy of ‘support’”'
    """
    flat = " ".join(words.split())
    if _MARKED.search(flat) is None:
        return f"“{flat}”"
    flat = _STRAIGHT.sub(r"“\1”", flat)
    if any(flat.count(left) > flat.count(right) for left, right in _PAIRS):
        flat += "”"
    elif any(flat.count(left) < flat.count(right) for left, right in _PAIRS[::2]):
        flat = flat.lstrip(_OUTER).rstrip(_OUTER)
    for mark, inner in _INNER.items():
        flat = flat.replace(mark, inner)
    return f"“{flat}”"


def says(told: str, words: str) -> bool:
    """Tell whether shown words of a source have other words of a source in them.

    >>> says("A baker was killed and four  people wounded.", "four people")
    True
    >>> says("Forty people were wounded.", "Forty peo"), says("", "Forty")
    (False, False)
    """
    flat = " ".join(words.split())
    if not flat or not told:
        return False
    whole = " ".join(told.split())
    if not (_is_plain(flat) and _is_plain(whole)):
        pattern = rf"(?<!\w){re.escape(flat)}(?!\w)"
        return re.search(pattern, whole, re.IGNORECASE) is not None
    # To make a pattern takes longer than all else here.
    flat, lowered = flat.lower(), whole.lower()
    place = lowered.find(flat)
    while place >= 0:
        around = lowered[max(place - 1, 0) : place], lowered[place + len(flat) :][:1]
        if not any(map(_WORD.match, around)):
            return True
        place = lowered.find(flat, place + 1)
    return False


def _is_plain(text: str) -> bool:
    """Tell whether small and capital letters of a text come in pairs, surely."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def end_sentence(text: str) -> str:
    """Add the full stop, unless a quotation has ended the sentence already.

    >>> end_sentence("He said: “It is over.”"), end_sentence("He said: “over”")
    ('He said: “It is over.”', 'He said: “over”.')
    """
    closed = text.endswith((".”", "!”", "?”", "…”", ".’”", "!’”", "?’”"))
    return text if closed else f"{text}."


def shorten(words: str, limit: int) -> str:
    """Cut words after the last whole word within ``limit`` characters."""
    flat = " ".join(words.split())
    if len(flat) <= limit:
        return flat
    return flat[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
