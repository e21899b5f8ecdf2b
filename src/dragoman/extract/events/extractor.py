"""Events: who met whom, who did what to whom, where, when, how it is put.

The words that tell events and the parts that phrases play stand in
``schema/event.yaml``. One sentence is read at a time
(``events.sentence.reading``), then joined to what was told before
(``events.story.discourse``). Unsure is no claim.
"""

import re
from collections.abc import Iterable, Sequence

from dragoman.extract.events.draft import WORDS, Draft
from dragoman.extract.events.sentence.reading import SentenceReader
from dragoman.extract.events.setting.occasions import Occasions
from dragoman.extract.events.setting.sections import place_in_sections
from dragoman.extract.events.story.attacks import complete_attacks
from dragoman.extract.events.story.course import Course
from dragoman.extract.events.story.datelines import place_here, place_leads
from dragoman.extract.events.story.deaths import share_deaths
from dragoman.extract.events.story.discourse import Narration
from dragoman.extract.events.story.spoken import SpokenActs
from dragoman.extract.statements.speech_events import link_statements
from dragoman.model.annotation import Annotations
from dragoman.model.claim import Claim, EventClaim, Modality
from dragoman.model.document import BlockKind, Document
from dragoman.model.ids import hash_id
from dragoman.model.pulse import beat
from dragoman.schema.loader import load_events

# What is nothing without those who do it.
# What a topic about somebody has before the name: "the release of Ana Ruiz".
_OF = re.compile(r"\b(?:about|between|by|for|from|in|of|on|over|to|with)\b")
_PEACEFUL = frozenset({"CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE", "CONCEDE"})


class EventExtractor:
    """Event claims of English prose."""

    name = "events"
    version = "4"
    requires = frozenset(
        {"sentences", "times", "quotations", "mentions", "chains", "statements"}
    )
    provides = frozenset({"events"})

    def __init__(self) -> None:
        self._ontology = load_events()

    def extract(
        self, document: Document, annotations: Annotations, claims: Sequence[Claim]
    ) -> Iterable[Claim]:
        """Yield the events that a document tells, in order of the text.

        Then the statements that are one of them, with that event.
        """
        reader = SentenceReader(document, annotations, claims, self._ontology)
        narration = Narration(reader)
        for index, sentence in enumerate(annotations.sentences):
            titled = document.blocks[sentence.block].kind is BlockKind.TITLE
            # The first day of a diary may look like the title of the page.
            if not titled or sentence.block in annotations.day_of_block:
                narration.take(index)
            beat(index / len(annotations.sentences))
        place_in_sections(reader.settings.here, annotations, narration.drafts)
        Course(document, annotations).settle(narration.drafts)
        _meet_on_visits(narration.drafts)
        complete_attacks(narration.drafts, annotations, reader.parties)
        place_leads(document, annotations, narration.drafts)
        place_here(document, annotations, narration.drafts)
        share_deaths(narration.drafts, annotations)
        Occasions(annotations, narration.drafts, self._ontology.words).settle()
        found: dict[str, EventClaim] = {}
        told = _acts_of_statements(claims)
        for draft in narration.drafts:
            if _is_interview(document, annotations, draft):
                continue
            claim = _claim(document, annotations, draft)
            if _is_empty(claim) or (claim.type in WORDS and _is_told(claim, told)):
                continue
            found.setdefault(claim.id, claim)
        spoken = SpokenActs(reader)
        for draft in spoken.read(claims, list(found.values()), narration.drafts):
            claim = _claim(document, annotations, draft)
            found.setdefault(claim.id, claim)
        yield from found.values()
        yield from link_statements(claims, list(found.values()))


def _is_interview(document: Document, annotations: Annotations, draft: Draft) -> bool:
    """Tell whether an outlet was received: "the minister received the Observer"."""
    if draft.type != "CONSULT":
        return False
    outlet = (document.source.name or "").lower().split()
    for participant in draft.participants:
        party = participant.party
        if party.entity is not None:
            if "media" in annotations.chain_by_id[party.entity].types:
                return True
            continue
        words = party.name.lower().removeprefix("the ").split()
        # The President, of the Office of the President, is received as himself.
        shortened = len(words) < len(outlet) and "of" not in outlet
        if words and shortened and outlet[-len(words) :] == words:
            return True
    return False


def _is_empty(claim: EventClaim) -> bool:
    """Tell whether nothing is told but that some talked: "peace was negotiated"."""
    if claim.type == "AGREE" and claim.topics:
        return False
    told = (claim.participants, claim.place_name, claim.time)
    return claim.type in _PEACEFUL and not any(told)


def _acts_of_statements(claims: Sequence[Claim]) -> list[EventClaim]:
    """Return the events that statements are: accusations, demands, threats."""
    return [claim for claim in claims if isinstance(claim, EventClaim)]


def _is_told(claim: EventClaim, acts: Sequence[EventClaim]) -> bool:
    """Tell whether an act by words is there already, as that of a statement."""
    span = claim.citations[0].span
    return any(
        act.type == claim.type
        and act.citations[0].span.start < span.end
        and span.start < act.citations[0].span.end
        for act in acts
    )


def _meet_on_visits(drafts: list[Draft]) -> None:
    """Give a meeting to come the day and place of the visit in the same sentence.

    "The envoy, who is due in Lima on Tuesday, is expected to meet the president."
    """
    ahead = [draft for draft in drafts if draft.modality is Modality.PLANNED]
    for visit in ahead:
        if visit.mode != "visit":
            continue
        for draft in ahead:
            same = draft.sentence == visit.sentence and draft.shares(visit)
            if not same or not draft.is_meeting:
                continue
            if draft.time in {None, visit.time}:
                draft.time = draft.time or visit.time
                draft.place = draft.place or visit.place


def _topics(draft: Draft) -> list[str]:
    """Return topics but for those who take part: "negotiated with the group Katiba"."""
    named = [one.party.name for one in draft.participants if one.party.entity]
    return [
        topic
        for topic in draft.topics
        if not topic.endswith(tuple(named)) or _OF.search(topic) is not None
    ]


def _claim(document: Document, annotations: Annotations, draft: Draft) -> EventClaim:
    sentence = annotations.sentences[draft.sentence]
    token = sentence[draft.head]
    entity, name = draft.place if draft.place is not None else (None, None)
    return EventClaim(
        id=hash_id(
            "v",
            document.id,
            draft.type,
            draft.mode,
            token.start,
            name,
            *(one.party.entity or one.party.name for one in draft.participants),
            # The second of "on Tuesday and again on Friday", told by the same words.
            *((draft.time.value,) if draft.fresh and draft.time is not None else ()),
        ),
        document_id=document.id,
        type=draft.type,
        mode=draft.mode,
        participants=tuple(draft.participants),
        place=entity,
        place_name=name,
        time=draft.time,
        topics=tuple(dict.fromkeys(_topics(draft))),
        quantities=tuple(dict.fromkeys(draft.quantities)),
        modality=draft.modality,
        attribution=tuple(draft.attribution),
        citations=tuple(document.cite(start, end) for start, end in draft.spans),
        producer=f"{EventExtractor.name}/{EventExtractor.version}",
    )
