"""From a view to a dossier: which sections there are and what stands in them."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.analyze.timeline import make_timeline
from dragoman.dossier.figures import tell_figures
from dragoman.dossier.material import Material, gather, quote, shorten
from dragoman.dossier.prose import capitalize, date_words, join_words
from dragoman.dossier.telling_entities import (
    main_roles,
    role_words,
    tell_entity,
    tell_plain,
)
from dragoman.dossier.telling_events import MEETING_MODES, tell_event
from dragoman.dossier.telling_offices import tell_offices
from dragoman.dossier.telling_statements import (
    tell_assessment,
    tell_narrative,
    tell_statement,
)
from dragoman.model.claim import Modality
from dragoman.model.document import BlockKind, Document
from dragoman.model.dossier import CitedSentence, Dossier, Section
from dragoman.model.entity import Disagreement, Entity, Event, Statement
from dragoman.model.span import Citation
from dragoman.model.view import View
from dragoman.text.direction import steady

LEAD_EVENTS = 4
LEAD_PERSONS = 5
TITLE_NAMES = 3
# Names in one sentence of those who are named and no more.
PLAIN_NAMES = 12
# The lead of a case of thousands of documents cites only so many of them.
MAX_LEAD_CITATIONS = 12


def compose(view: View, title: str | None = None) -> Dossier:
    """Compose the dossier of a case.

    Args:
        view: The case.
        title: Headline; made from the most active names if ``None``.

    Returns:
        Sections without content are left out, so a case without claims has only
        the list of its sources.
    """
    return compose_material(gather(view), title)


def compose_material(material: Material, title: str | None = None) -> Dossier:
    """Compose a dossier from a snapshot of a case."""
    sections = [
        Section("Summary", tuple(_summary(material))),
        Section("Chronology", tuple(_chronology(material))),
        Section("Who is who", tuple(_who_is_who(material))),
        Section("Offices over time", tuple(tell_offices(material))),
        Section("Meetings and visits", tuple(_meetings(material))),
        Section("What was said", tuple(_said(material))),
        Section("Narratives", tuple(_narratives(material))),
        Section("Assessments of the sources", tuple(_assessments(material))),
        Section("Disagreements between sources", tuple(_disagreements(material))),
        Section("Sources", tuple(_sources(material))),
    ]
    return Dossier(
        steady(title or _make_title(material)),
        tuple(document.id for document in material.documents),
        tuple(_steady_all(section) for section in sections if section.sentences),
    )


def _steady_all(section: Section) -> Section:
    told = (replace(one, text=steady(one.text)) for one in section.sentences)
    return replace(section, sentences=tuple(told))


def _make_title(material: Material) -> str:
    names = [entity.name for entity in _by_presence(material)[:TITLE_NAMES]]
    return f"Dossier: {join_words(names)}" if names else "Dossier"


def _by_presence(material: Material, schema: str | None = None) -> list[Entity]:
    chosen = [
        entity
        for entity in material.entities
        if (schema is None or entity.schema == schema) and material.presence[entity.id]
    ]
    chosen.sort(
        key=lambda e: (-material.presence[e.id], -len(e.citations), e.name, e.id)
    )
    return chosen


def _lead_rank(material: Material, event: Event) -> tuple[float, str]:
    named = [p.party.entity for p in event.participants if p.party.entity is not None]
    weight = 2.0 * len(event.reports) + len(named)
    weight += 1.5 * (event.type == "CONSULT" and event.mode != "visit")
    weight += 1.0 * (event.time is not None) + 0.5 * (event.place is not None)
    weight += 0.1 * sum(material.presence[one] for one in named)
    return -weight, event.id


def _summary(material: Material) -> Iterator[CitedSentence]:
    first = _scope(material)
    if first is not None:
        yield first
    persons = _by_presence(material, "Person")[:LEAD_PERSONS]
    if persons:
        shown = []
        citations: list[Citation] = []
        for person in persons:
            role = next(iter(main_roles(person)), None)
            words = f", {role_words(material, role)}" if role else ""
            shown.append(f"{person.name}{words}")
            citations.extend((role.citations if role else person.citations)[:1])
        text = f"Most present are {'; '.join(shown)}."
        yield CitedSentence(text, tuple(citations), tuple(p.id for p in persons))
    held = [event for event in material.events if event.modality is Modality.ASSERTED]
    leading = sorted(held, key=lambda event: _lead_rank(material, event))[:LEAD_EVENTS]
    dated, undated = make_timeline(leading)
    for event in [one.event for one in dated] + undated:
        yield _tell_act(material, event)


def _scope(material: Material) -> CitedSentence | None:
    """Say how much the dossier draws on; cites the head of each document."""
    heads = [_head_citation(document) for document in material.documents]
    citations = tuple(head for head in heads if head is not None)
    if not citations:
        return None
    days = sorted(d.published for d in material.documents if d.published is not None)
    span = ""
    if days:
        span = f" of {date_words(days[0])}"
        if days[0] != days[-1]:
            span = (
                f" published between {date_words(days[0])} and {date_words(days[-1])}"
            )
    outlets = {d.source.name for d in material.documents if d.source.name}
    by = f" by {len(outlets)} outlets" if len(outlets) > 1 else ""
    if len(outlets) == 1:
        by = f" by {next(iter(outlets))}"
    meetings = sum(_is_meeting(event) for event in material.events)
    visits = sum(_is_visit(event) for event in material.events)
    held = sum(event.modality is Modality.ASSERTED for event in material.events)
    spoken = len(material.statements) - len(list(_own_views(material)))
    counts = [
        _count(len(material.documents), "document") + by + span,
        _count(held, "reported event"),
        f"among them {_count(meetings, 'meeting')} and {_count(visits, 'visit')}",
        _count(spoken, "statement"),
    ]
    text = f"{counts[0]} yield {counts[1]}, {counts[2]}, and {counts[3]}."
    if len(material.documents) == 1:
        text = text.replace(" yield ", " yields ", 1)
    return CitedSentence(text, citations[:MAX_LEAD_CITATIONS])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _is_meeting(event: Event) -> bool:
    return (
        event.type == "CONSULT"
        and event.mode in MEETING_MODES
        and event.modality is Modality.ASSERTED
    )


def _is_visit(event: Event) -> bool:
    return (
        event.type == "CONSULT"
        and event.mode == "visit"
        and event.modality is Modality.ASSERTED
    )


def _head_citation(document: Document) -> Citation | None:
    """Cite the headline of a document, or its first prose."""
    for kinds in ({BlockKind.TITLE}, {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}):
        for block in document.blocks:
            if block.kind in kinds:
                end = min(block.end, block.start + 200)
                return document.cite(block.start, end)
    return None


_HELD_OUT = frozenset({Modality.HYPOTHETICAL, Modality.DEMANDED})


def _chronology(material: Material) -> Iterator[CitedSentence]:
    dated, rest = make_timeline(material.events)
    for one in dated:
        when = date_words(one.event.time.value) if one.event.time else ""
        sentence = _tell_act(material, one.event, dated=False)
        text = f"{capitalize(when)}: {sentence.text}"
        yield CitedSentence(text, sentence.citations, sentence.refs)
    # Without a date, words and what they hold out are told under "What was said".
    undated = [
        event
        for event in rest
        if event.id not in material.spoken
        and not (event.attribution and event.modality in _HELD_OUT)
    ]
    for event in undated:
        if event.time is not None:
            yield tell_event(material, event)
    reported = [
        (material.first_published(event.citations) or "~", event)
        for event in undated
        if event.time is None
    ]
    for day, event in sorted(reported, key=lambda one: one[0]):
        sentence = tell_event(material, event)
        source = "" if day == "~" else f", reported on {date_words(day)}"
        text = f"Without a date{source}: {sentence.text}"
        yield CitedSentence(text, sentence.citations, sentence.refs)


def _tell_act(material: Material, event: Event, *, dated: bool = True) -> CitedSentence:
    """Tell an event, by the words of a statement if it is one."""
    statement = material.spoken.get(event.id)
    if statement is None:
        return tell_event(material, event, dated=dated)
    sentence = tell_statement(material, statement, dated=dated)
    citations = tuple(dict.fromkeys(sentence.citations + event.citations))
    return CitedSentence(sentence.text, citations, (*sentence.refs, event.id))


_NOUNS = {"Person": "persons", "Organization": "organizations", "Place": "places"}


def _who_is_who(material: Material) -> Iterator[CitedSentence]:
    for schema, noun in _NOUNS.items():
        ranked = sorted(
            (entity for entity in material.entities if entity.schema == schema),
            key=lambda e: (-material.presence[e.id], -len(e.citations), e.name, e.id),
        )
        by_name: dict[str, list[Entity]] = {}
        for entity in ranked:
            told = tell_entity(material, entity)
            yield from told
            if not told:
                by_name.setdefault(entity.name, []).append(entity)
        plain = [entity for same in by_name.values() for entity in same]
        for at in range(0, len(plain), PLAIN_NAMES):
            yield tell_plain(plain[at : at + PLAIN_NAMES], noun)


def _meetings(material: Material) -> Iterator[CitedSentence]:
    chosen = [event for event in material.events if event.type == "CONSULT"]
    dated, undated = make_timeline(chosen)
    for event in [one.event for one in dated] + undated:
        yield tell_event(material, event)


def _own_views(material: Material) -> Iterator[Statement]:
    """Statements in which a source judges in its own name."""
    for statement in material.statements:
        if statement.act == "assess" and all(
            material.is_source_name(party.name) for party in statement.speakers
        ):
            yield statement


def _said(material: Material) -> Iterator[CitedSentence]:
    own = {statement.id for statement in _own_views(material)}
    spoken = [one for one in material.statements if one.id not in own]

    def rank(statement: Statement) -> tuple[object, ...]:
        speaker = statement.speakers[0] if statement.speakers else None
        weight = material.presence[speaker.entity or ""] if speaker else 0
        first = statement.citations[0].span
        return (
            -weight,
            speaker.name if speaker else "",
            _said_by(material, statement),
            first.document_id,
            first.start,
            statement.id,
        )

    for statement in sorted(spoken, key=rank):
        yield tell_statement(material, statement)


def _said_by(material: Material, statement: Statement) -> str:
    """Return when something was said, or else came out; undated things sort last."""
    if statement.time is not None:
        return statement.time.value
    return material.first_published(statement.citations) or "~"


def _narratives(material: Material) -> Iterator[CitedSentence]:
    order = {"slogan": 0, "theme": 1, "recirculation": 2}
    for narrative in sorted(
        material.narratives, key=lambda n: (order.get(n.form, 3), n.label, n.id)
    ):
        yield tell_narrative(material, narrative)


def _assessments(material: Material) -> Iterator[CitedSentence]:
    views = sorted(_own_views(material), key=lambda s: (s.citations[0].span, s.id))
    for statement in views:
        yield tell_assessment(material, statement)


def _disagreements(material: Material) -> Iterator[CitedSentence]:
    for event in material.events:
        for disagreement in event.disagreements:
            yield _tell_disagreement(material, event, disagreement)
    yield from tell_figures(material)


def _tell_disagreement(
    material: Material, event: Event, disagreement: Disagreement
) -> CitedSentence:
    what = tell_event(material, event, dated=disagreement.property != "time").text
    parts = []
    citations: list[Citation] = []
    for variant in disagreement.variants:
        outlets = material.outlets(c.span.document_id for c in variant.citations)
        value = variant.value
        if disagreement.property == "time":
            value = date_words(value)
        parts.append(f"{value} ({join_words(outlets)})")
        citations.extend(c for c in variant.citations if c not in citations)
    names = {"time": "date", "occurrence": "question whether it took place"}
    name = names.get(disagreement.property, disagreement.property)
    head = shorten(what, 200).rstrip(".")
    text = f"The sources differ on the {name.replace('_', ' ')}: {'; '.join(parts)}"
    return CitedSentence(f"{text}. The event: {head}.", tuple(citations), (event.id,))


def _sources(material: Material) -> Iterator[CitedSentence]:
    for document in sorted(
        material.documents, key=lambda d: (d.published or "9999", d.id)
    ):
        head = _head_citation(document)
        if head is None:
            continue
        title = quote(shorten(document.title or head.quote, 160))
        facts = [document.source.name or "outlet not given"]
        if document.source.author:
            facts.append(f"by {document.source.author}")
        published = document.published
        facts.append(date_words(published) if published else "date not given")
        if document.source.url:
            facts.append(document.source.url)
        facts.append(f"retrieved {document.retrieved}")
        facts.append(document.digest)
        yield CitedSentence(f"{title}: {', '.join(facts)}.", (head,), (document.id,))
