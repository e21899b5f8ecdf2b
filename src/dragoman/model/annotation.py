"""What annotators find in a document: sentences, times, quotations, mentions.

The set of kinds is closed: adding one is a change of the core. Annotations are
made for one document and thrown away after extraction; claims are what stays.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple, TypeVar

from dragoman.model.claim import Time
from dragoman.model.incident import IncidentKind, IncidentPart, Incidents
from dragoman.model.syntax import Sentence

T = TypeVar("T")
_start = attrgetter("start")
_outer_start = attrgetter("outer_start")
# Look-ups of ``Annotations`` by what they are made of.
_LOOK_UPS = {
    "_sentence_starts": "sentences",
    "day_of_block": "section_days",
    "story_day_of_sentence": "story_days",
    "reference_by_head": "references",
    "references_by_chain": "references",
    "_ordered_times": "times",
    "_ordered_quotations": "quotations",
}


class Schema(StrEnum):
    """Coarse kind of an entity, as in the exchange file."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    WORK = "Work"


class MentionKind(StrEnum):
    """How a mention refers: by name, by description or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression that refers to a person, organisation, place or work.

    Attributes:
        start: First code point, titles and determiners left out for names.
        end: Code point after the last one.
        text: ``document.text[start:end]``.
        kind: Name, description or pronoun.
        schema: Coarse kind.
        sentence: Index in ``Annotations.sentences``.
        head: Index of the head token in the sentence.
        chain: Identifier of the chain it belongs to.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    schema: Schema
    sentence: int
    head: int
    chain: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Everything in one document that refers to the same entity or group.

    Attributes:
        id: Unique in the document; hashed from document and first mention.
        schema: Coarse kind.
        types: Finer kinds, such as ``state``, ``city``, ``party``, ``armed_group``,
            ``government_body``, ``media``, ``international_organization``.
        name: Fullest name, ``None`` for a chain without any name.
        members: Chains that a plural stands for ("the two leaders"), empty for
            single entities. A chain with members is never an entity itself.
        gender: ``f``, ``m`` or ``None``.
        country: ISO 3166 alpha-2 code of the state that it is or belongs to.
    """

    id: str
    schema: Schema
    types: tuple[str, ...] = ()
    name: str | None = None
    members: tuple[str, ...] = ()
    gender: str | None = None
    country: str | None = None


class Reference(NamedTuple):
    """A noun phrase or pronoun that refers to something, whatever it is.

    Wider than ``Mention``: events, times, things and ideas too, and nothing is known
    of it but what the reading model tells. Empty with a parser that finds none. A
    tuple, because there are so many of them.

    Attributes:
        start: First code point, the article included.
        end: Code point after the last one.
        kind: Name, description or pronoun.
        type: ``person``, ``organization``, ``place``, ``event``, ``time``, ``object``,
            ``abstract``, ``substance``, ``animal`` or ``plant``.
        sentence: Index in ``Annotations.sentences``, -1 in a heading or a byline, which
            are read for nothing else.
        head: Index of the head token in the sentence.
        chain: Number of the chain in the document; alone in its chain if nothing
            else refers to the same.
        meant: Of "he" and "she", who may be meant: sentence and head of a name or of
            a description that stands for itself, and its share of all that may be.
    """

    start: int
    end: int
    kind: MentionKind
    type: str
    sentence: int
    head: int
    chain: int
    meant: tuple[tuple[int, int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class CueHint:
    """A word that the reading model takes for a cue, and what it attributes.

    Attributes:
        sentence: Index in ``Annotations.sentences``.
        cue: Index of the token that says, thinks or wants.
        core: Index of the token that heads what is said; it hangs on the cue.
        odds: Probability, 0 to 1.
    """

    sentence: int
    cue: int
    core: int
    odds: float


@dataclass(frozen=True, slots=True)
class Office:
    """A title or role expression and who is said to hold it.

    Attributes:
        start: First code point of the title words ("Deputy Head").
        end: Code point after the last one of the title words.
        title: Title words without "former" and the like; "acting" and "deputy" stay,
            since they make it another office.
        holder: Chain of the person.
        organization: Chain of the body or state, ``None`` if not said.
        organization_name: Its name as text, ``None`` if not said.
        status: ``current``, ``former``, ``acting`` or ``designate``.
        evidence: Offsets that show holder and title together.
        time: When it was held, ``None`` if the document does not say.
    """

    start: int
    end: int
    title: str
    holder: str
    organization: str | None
    organization_name: str | None
    status: str
    evidence: tuple[int, int]
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch that says when: "September 1", "two days earlier", "mid-June".

    Attributes:
        start: First code point.
        end: Code point after the last one.
        time: What it comes to.
        kind: TimeML type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        governor: Offset of the word that happened then, where that is not the one
            above the stretch: "*met* two days before the summit".
    """

    start: int
    end: int
    time: Time
    kind: str = "DATE"
    governor: int | None = None


@dataclass(frozen=True, slots=True)
class StoryDay:
    """The day that a document's narrative is on over some sentences.

    Attributes:
        first: Index of the first sentence behind what told or meant the day.
        last: Index after the last sentence that it may still be the day of.
        time: The day, as it was told.
        told: Index of the sentence that told it, ``None`` if a title or heading did.
    """

    first: int
    last: int
    time: Time
    told: int | None


@dataclass(frozen=True, slots=True)
class SectionDay:
    """The day of a block in a report that goes day by day.

    Attributes:
        block: Index of the block.
        time: Its day, as the heading or the opening of its section tells it.
    """

    block: int
    time: Time


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks.

    Attributes:
        start: First code point of the inner words.
        end: Code point after the last inner word.
        outer_start: The opening mark.
        outer_end: After the closing mark; equals ``end`` if it is missing.
        balanced: Whether the text closes the quotation itself.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    balanced: bool = True


@dataclass(frozen=True)
class Annotations:
    """All annotations of one document, with look-ups.

    Each annotator returns a copy with its own part filled in (``with_``).
    """

    document_id: str
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    offices: tuple[Office, ...] = ()
    references: tuple[Reference, ...] = ()
    cues: tuple[CueHint, ...] = ()
    section_days: tuple[SectionDay, ...] = ()
    story_days: tuple[StoryDay, ...] = ()
    # Who may play a part in an incident, told by no more than its wording and place.
    incident_hints: tuple[IncidentPart, ...] = ()
    # Weighing takes longer than finding, and only records of incidents ask for it.
    weigh_incidents: Callable[[], Incidents] | None = field(
        default=None, repr=False, compare=False
    )

    def with_(  # noqa: PLR0913 - one for each part
        self,
        *,
        sentences: Iterable[Sentence] | None = None,
        times: Iterable[TimeExpression] | None = None,
        quotations: Iterable[Quotation] | None = None,
        mentions: Iterable[Mention] | None = None,
        chains: Iterable[Chain] | None = None,
        offices: Iterable[Office] | None = None,
        references: Iterable[Reference] | None = None,
        cues: Iterable[CueHint] | None = None,
        section_days: Iterable[SectionDay] | None = None,
        story_days: Iterable[StoryDay] | None = None,
    ) -> "Annotations":
        """Return a copy with the named parts replaced."""
        parts = {
            "sentences": sentences,
            "times": times,
            "quotations": quotations,
            "mentions": mentions,
            "chains": chains,
            "offices": offices,
            "references": references,
            "cues": cues,
            "section_days": section_days,
            "story_days": story_days,
        }
        filled = {name: tuple(part) for name, part in parts.items() if part is not None}
        made = replace(self, **filled)  # type: ignore[arg-type]  # one type per name
        # What was looked up in parts that stay need not be looked up again.
        for name, part in _LOOK_UPS.items():
            if part not in filled and name in self.__dict__:
                made.__dict__[name] = self.__dict__[name]
        return made

    def with_incidents(
        self, kinds: Iterable[IncidentKind], parts: Iterable[IncidentPart]
    ) -> "Annotations":
        """Return a copy with what is known of incidents replaced."""
        weighed = tuple(kinds), tuple(parts)
        return self.with_incident_hints(weighed[1], lambda: weighed)

    def with_incident_hints(
        self, hints: Iterable[IncidentPart], weigh: Callable[[], Incidents]
    ) -> "Annotations":
        """Return a copy with what may be parts replaced; the rest is told when asked.

        Args:
            hints: Who may play a part, of no kind yet.
            weigh: Tells the kinds, and the parts with all others in view.
        """
        return replace(self, incident_hints=tuple(hints), weigh_incidents=weigh)

    @property
    def incident_kinds(self) -> tuple[IncidentKind, ...]:
        """How likely the document tells an incident of each kind."""
        return self._incidents[0]

    @property
    def incident_parts(self) -> tuple[IncidentPart, ...]:
        """Who may play a part in incidents of which kind, all others considered."""
        return self._incidents[1]

    @cached_property
    def _incidents(self) -> tuple[tuple[IncidentKind, ...], tuple[IncidentPart, ...]]:
        if self.weigh_incidents is None:
            return (), ()
        kinds, parts = self.weigh_incidents()
        return tuple(kinds), tuple(parts)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def day_of_block(self) -> dict[int, Time]:
        """Days of the blocks of a report that goes day by day."""
        return {one.block: one.time for one in self.section_days}

    @cached_property
    def story_day_of_sentence(self) -> dict[int, StoryDay]:
        """Days that the narrative is on, by the sentences that go on to tell."""
        return {
            sentence: one
            for one in self.story_days
            for sentence in range(one.first, one.last)
        }

    @cached_property
    def chain_by_id(self) -> dict[str, Chain]:
        """Chains by identifier."""
        return {chain.id: chain for chain in self.chains}

    @cached_property
    def mentions_by_sentence(self) -> dict[int, list[Mention]]:
        """Mentions of each sentence, in order of the text."""
        found: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return found

    @cached_property
    def mentions_by_chain(self) -> dict[str, list[Mention]]:
        """Mentions of each chain, in order of the text."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.chain].append(mention)
        return found

    @cached_property
    def _mention_by_head(self) -> dict[tuple[int, int], Mention]:
        found: dict[tuple[int, int], Mention] = {}
        for mention in self.mentions:
            key = (mention.sentence, mention.head)
            best = found.get(key)
            if best is None or mention.end - mention.start > best.end - best.start:
                found[key] = mention
        for mention in self.mentions:
            kind = self.sentences[mention.sentence].kind_behind(mention.head)
            if kind is not None and mention.schema is Schema.ORGANIZATION:
                found.setdefault((mention.sentence, kind), mention)
        return found

    @cached_property
    def reference_by_head(self) -> dict[tuple[int, int], Reference]:
        """The longest reference of each head: sentence and token; none of headings."""
        found: dict[tuple[int, int], Reference] = {}
        for one in self.references:
            if one.sentence < 0:
                continue
            best = found.get((one.sentence, one.head))
            if best is None or one.end - one.start > best.end - best.start:
                found[one.sentence, one.head] = one
        return found

    @cached_property
    def references_by_chain(self) -> dict[int, list[Reference]]:
        """References of each chain, in order of the text."""
        found: defaultdict[int, list[Reference]] = defaultdict(list)
        for one in self.references:
            found[one.chain].append(one)
        return found

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that covers an offset, or ``None``."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return index
        return None

    def mention_headed(self, sentence: int, token: int) -> Mention | None:
        """Return the longest mention whose head is this token, or ``None``.

        A body may have its kind behind its name: "the Azal movement".
        """
        return self._mention_by_head.get((sentence, token))

    def mention_covering(self, sentence: int, token: int) -> Mention | None:
        """Return the shortest mention that covers this token, or ``None``."""
        word = self.sentences[sentence][token]
        covering = [
            mention
            for mention in self.mentions_by_sentence.get(sentence, ())
            if mention.start <= word.start and word.end <= mention.end
        ]
        return min(covering, key=lambda m: m.end - m.start, default=None)

    def expand(self, chain_id: str) -> tuple[Chain, ...]:
        """Return the single chains behind a chain: its members, or itself."""
        chain = self.chain_by_id[chain_id]
        if not chain.members:
            return (chain,)
        found: list[Chain] = []
        for member in chain.members:
            found.extend(one for one in self.expand(member) if one not in found)
        return tuple(found)

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """Return the time expressions that lie inside ``[start, end)``."""
        times = _between(self._ordered_times, start, end, _start)
        return [one for one in times if one.end <= end]

    def quotations_from(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that begin inside ``[start, end)``."""
        return _between(self._ordered_quotations, start, end, _outer_start)

    def is_quoted(self, offset: int) -> bool:
        """Tell whether an offset lies in the words of a quotation."""
        starts, ends = self._quoted
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < ends[index]

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """Starts of quotations in order, and the last end of all up to each."""
        ordered = sorted((one.start, one.end) for one in self.quotations)
        starts = [start for start, _ in ordered]
        return starts, list(accumulate((end for _, end in ordered), max))

    @cached_property
    def _ordered_times(self) -> list[TimeExpression]:
        return sorted(self.times, key=_start)

    @cached_property
    def _ordered_quotations(self) -> list[Quotation]:
        return sorted(self.quotations, key=_outer_start)


def _between(
    ordered: Sequence[T], start: int, end: int, place: Callable[[T], int]
) -> Sequence[T]:
    low, high = (bisect_left(ordered, offset, key=place) for offset in (start, end))
    return ordered[low:high]
