"""From a view to a dossier: which sections there are and what stands in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import chain, groupby

from dragoman.analyze.phrases import list_shared_phrases
from dragoman.analyze.timeline import Dated, make_timeline
from dragoman.dossier.choosing import SOURCES
from dragoman.dossier.contrary import tell_contrary
from dragoman.dossier.differences import tell_disagreements
from dragoman.dossier.figures import tell_figures
from dragoman.dossier.joining import join_told
from dragoman.dossier.leading import (
    choose_events,
    choose_headlines,
    choose_statements,
    rank_event,
)
from dragoman.dossier.material import (
    Material,
    end_sentence,
    gather,
    quote,
    shorten,
)
from dragoman.dossier.prose import (
    capitalize,
    date_words,
    join_words,
)
from dragoman.dossier.scope import cite_head, cite_title, tell_scope
from dragoman.dossier.telling_entities import (
    main_roles,
    role_words,
    tell_entity,
    tell_plain,
)
from dragoman.dossier.telling_events import is_quoted, is_toll, tell_event, tell_toll
from dragoman.dossier.telling_offices import tell_offices
from dragoman.dossier.telling_statements import (
    tell_assessment,
    tell_narrative,
    tell_shared_phrase,
    tell_statement,
)
from dragoman.model.claim import Manner, Modality
from dragoman.model.dossier import CitedSentence, Dossier, Section
from dragoman.model.entity import Entity, Event, Statement
from dragoman.model.span import Citation
from dragoman.model.view import View
from dragoman.resolve.statements import all_words, content_words
from dragoman.text.direction import steady

LEAD_EVENTS, MOST_LEADS = 4, 7
LEAD_WORDS = 3
LEAD_HEADLINES = 6
# Reported words of fewer that carry meaning tell nothing: "said so".
FEWEST_WORDS = 2
LEAD_PERSONS = 5
TITLE_NAMES = 3
FEW_DOCUMENTS = 5
# Names in one sentence of those who are named and no more.
PLAIN_NAMES = 12
# Who said less is listed with others.
OWN_HEADING = 3
OTHERS = "Others"
# So many counts of dead and wounded stand under a heading of their own.
FEWEST_TOLLS = 3
TOLLS = "Dead and wounded, by day of the report"


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
    disagreements = tuple(_disagreements(material))
    sections = [
        Section("Summary", tuple(_summary(material, disagreements))),
        Section("Chronology", tuple(_chronology(material))),
        Section("Disagreements between sources", disagreements),
        Section("Who is who", tuple(_who_is_who(material))),
        Section("Offices over time", tuple(tell_offices(material))),
        Section("Meetings and visits", tuple(_meetings(material))),
        Section("What was said", tuple(_said(material))),
        Section("Narratives", tuple(_narratives(material))),
        Section("Assessments of the sources", tuple(_assessments(material))),
        Section(SOURCES, tuple(_sources(material))),
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
    """Name the most active who may head a dossier, any if there are none."""
    writers = _words(*(d.source.author or "" for d in material.documents))
    present = _by_presence(material)
    many = len(material.documents) >= FEW_DOCUMENTS
    fit = [one for one in present if _may_head(one, writers, many=many)]
    names = [entity.name for entity in (fit or present)[:TITLE_NAMES]]
    return f"Dossier: {join_words(names)}" if names else "Dossier"


def _may_head(entity: Entity, writers: str, *, many: bool) -> bool:
    """Tell whether a name may stand in the title.

    Bare surnames and authors may not, nor does a person of one report among many
    without any office: interviewers and bystanders are that.
    """
    if _words(entity.name) in writers:
        return False
    if entity.schema != "Person":
        return True
    known = {citation.span.document_id for citation in entity.citations}
    passing = many and not entity.roles and len(known) == 1
    return " " in entity.name and not passing


def _words(*names: str) -> str:
    """Return the words of names, apart by spaces: "EU" is in no "Reuters"."""
    words = re.findall(r"\w+|;", " ; ".join(names).casefold())
    return f" {' '.join(words)} "


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


def _weight(material: Material, entity: Entity) -> int:
    """Weigh who is present by the reports that name him, beside what he does."""
    known = {citation.span.document_id for citation in entity.citations}
    return material.presence[entity.id] + 2 * len(known)


def _summary(
    material: Material, disagreements: Sequence[CitedSentence]
) -> Iterator[CitedSentence]:
    yield from tell_scope(material, disagreements)
    everybody = [one for one in material.entities if one.schema == "Person"]
    everybody.sort(key=lambda one: (-_weight(material, one), one.name, one.id))
    persons = everybody[:LEAD_PERSONS]
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
    yield from _headlines(material)
    many = len(material.documents)
    leading = choose_events(material, min(LEAD_EVENTS + many // 5, MOST_LEADS))
    # A short dossier needs no headings within its summary, and goes by time.
    headed = many >= FEW_DOCUMENTS
    spoken = choose_statements(material, leading, min(many // 3, LEAD_WORDS))
    if not headed:
        dated, undated = make_timeline(leading)
        leading = [*(one.event for one in dated), *undated]
    told = [(event, _tell_act(material, event)) for event in leading]
    for _, act in join_told(material, told, dated=True):
        yield replace(act, group="Told most" if headed else "")
    for one in spoken:
        said = tell_statement(material, one)
        yield replace(said, group="Said most" if headed else "")


def _headlines(material: Material) -> Iterator[CitedSentence]:
    """Let the sources tell the case by their headlines, where there are several."""
    if len(material.documents) < FEW_DOCUMENTS:
        return
    for document in choose_headlines(material, LEAD_HEADLINES):
        title = cite_title(document)
        if title is not None:
            outlet = document.source.name or document.label
            day = f" on {date_words(document.published)}" if document.published else ""
            text = f"{outlet}{day}: {quote(title.quote.rstrip(' ;,:'))}"
            yield CitedSentence(end_sentence(text), (title,), group="In headlines")


_HELD_OUT = frozenset({Modality.HYPOTHETICAL, Modality.DEMANDED})


def _chronology(material: Material) -> Iterator[CitedSentence]:
    dated, rest = make_timeline(material.events)
    ordered = sorted(dated, key=_heading_place)
    beside = _beside(material, [one.event for one in ordered], rest)
    rest = [event for event in rest if event not in chain(*beside.values())]
    for when, same in groupby(ordered, key=lambda one: _when(one.event)):
        days = {
            event.id: (event, _month(one))
            for one in same
            for event in (one.event, *beside.get(one.event.id, ()))
        }
        told = [
            (event, _tell_act(material, event, dated=False))
            for event, _ in days.values()
        ]
        for event, sentence in join_told(material, told, dated=False):
            text = f"{capitalize(when)}: {sentence.text}"
            yield replace(sentence, text=text, group=days[event.id][1])
    # Without a date, words and what they hold out are told under "What was said".
    undated = [
        event
        for event in rest
        if event.id not in material.spoken
        and not (event.attribution and event.modality in _HELD_OUT)
    ]
    for event in undated:
        if event.time is not None:
            yield replace(tell_event(material, event), group="Without a year")
    timeless = [event for event in undated if event.time is None]
    tolls = [event for event in timeless if is_toll(event)]
    if len(tolls) < FEWEST_TOLLS:
        tolls = []
    others = [event for event in timeless if event not in tolls]
    for sentence in _tell_undated(material, others):
        yield replace(sentence, group="Without a date")
    for day, event in _as_reported(material, tolls):
        toll = tell_toll(material, event)
        source = "" if day == "~" else f"{date_words(day)}: "
        yield replace(toll, text=f"{source}{toll.text}", group=TOLLS)


def _beside(
    material: Material, dated: Sequence[Event], rest: Sequence[Event]
) -> dict[str, list[Event]]:
    """Return what has no day, by the dated event that the same passage tells."""
    first = {event.citations[0]: event.id for event in reversed(dated)}
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in rest:
        place = first.get(event.citations[0])
        told = is_quoted(event) and event.id not in material.spoken
        if place is not None and told and event.time is None:
            found[place].append(event)
    return found


def _as_reported(
    material: Material, events: Sequence[Event]
) -> list[tuple[str, Event]]:
    """Return events by the day of their first report, ``~`` where none is known."""
    reported = [
        (material.first_published(event.citations) or "~", event) for event in events
    ]
    return sorted(reported, key=lambda one: one[0])


def _tell_undated(
    material: Material, events: Sequence[Event]
) -> Iterator[CitedSentence]:
    """Tell events of no known day in the order in which they were reported.

    Of one day the weightiest stands first.
    """
    ordered = sorted(
        _as_reported(material, events),
        key=lambda one: (one[0], -rank_event(material, one[1]), one[1].id),
    )
    told = [(event, _tell_act(material, event)) for _, event in ordered]
    for _, sentence in join_told(material, told, dated=True):
        yield sentence


def _when(event: Event) -> str:
    return date_words(event.time.value) if event.time else ""


def _month(one: Dated) -> str:
    """Return the month in which an event begins, or its year if it is no closer."""
    return date_words(f"{one.first:%Y}" if _is_rough(one) else f"{one.first:%Y-%m}")


def _is_rough(one: Dated) -> bool:
    return one.last - one.first > timedelta(days=31)


def _heading_place(one: Dated) -> tuple[int, int]:
    """Put what is known to the year before its months, so that none comes twice."""
    return one.first.year, 0 if _is_rough(one) else one.first.month


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
    chosen = [
        event
        for event in material.events
        if event.type == "CONSULT" and not is_quoted(event)
    ]
    dated, undated = make_timeline(chosen)
    told = [
        (event, tell_event(material, event))
        for event in [one.event for one in dated] + undated
    ]
    for _, sentence in join_told(material, told, dated=True):
        yield sentence


def _own_views(material: Material) -> Iterator[Statement]:
    """Statements in which a source judges in its own name."""
    for statement in material.statements:
        if statement.act == "assess" and all(
            material.is_source_name(party.name) for party in statement.speakers
        ):
            yield statement


def _said(material: Material) -> Iterator[CitedSentence]:
    own = {statement.id for statement in _own_views(material)}
    spoken = [
        one for one in material.statements if one.id not in own and _says_something(one)
    ]

    def rank(statement: Statement) -> tuple[object, ...]:
        speaker = statement.speakers[0] if statement.speakers else None
        weight = material.presence[speaker.entity or ""] if speaker else 0
        first = statement.citations[0].span
        return (
            -weight,
            speaker.name if speaker else "",
            (speaker.entity or "") if speaker else "",
            _said_by(material, statement),
            first.document_id,
            first.start,
            statement.id,
        )

    spoken.sort(key=rank)
    often = Counter(map(_speaker, spoken))
    rest = []
    for statement in spoken:
        speaker = _speaker(statement)
        told = tell_statement(material, statement)
        if often[speaker] >= OWN_HEADING and speaker[1]:
            yield replace(told, group=speaker[1])
        else:
            rest.append(replace(told, group=OTHERS))
    # Where nobody has a heading, there is nobody else either.
    alone = len(rest) == len(spoken)
    yield from (replace(one, group="") if alone else one for one in rest)


_SAYING = frozenset({"announce", "assert", "warn"})


def _says_something(statement: Statement) -> bool:
    """Tell whether words are worth telling: "said he would not do so" says nothing.

    In what somebody rejects, accepts, denies or threatens the act itself says it.
    """
    reported = statement.manner is Manner.INDIRECT and statement.act in _SAYING
    return not reported or len(content_words(statement.content)) >= FEWEST_WORDS


def _speaker(statement: Statement) -> tuple[str | None, str]:
    first = next(iter(statement.speakers), None)
    return (first.entity, first.name) if first is not None else (None, "")


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
    told = {
        all_words(narrative.label): {party.entity for party in narrative.carriers}
        for narrative in material.narratives
    }
    for phrase in list_shared_phrases(material.statements):
        saying = {p.entity for one in phrase.statements for p in one.speakers}
        if not saying <= told.get(all_words(phrase.label), set()):
            yield tell_shared_phrase(material, phrase)


def _assessments(material: Material) -> Iterator[CitedSentence]:
    views = sorted(_own_views(material), key=lambda s: (s.citations[0].span, s.id))
    for statement in views:
        yield tell_assessment(material, statement)


def _disagreements(material: Material) -> Iterator[CitedSentence]:
    for event in material.events:
        if event.disagreements:
            yield tell_disagreements(material, event)
    yield from tell_contrary(material)
    yield from tell_figures(material)


def _sources(material: Material) -> Iterator[CitedSentence]:
    for document in sorted(
        material.documents, key=lambda d: (d.published or "9999", d.id)
    ):
        head = cite_head(document)
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
