"""``dragoman show``: a case, or one name in it, on the terminal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import typer

from dragoman.analyze.office_search import find_described, find_holders, list_roles
from dragoman.analyze.stories import MOST, list_stories
from dragoman.analyze.tenures import body_key, list_tenures
from dragoman.analyze.timeline import make_timeline
from dragoman.cli.options import CaseArgument
from dragoman.cli.terminal import say
from dragoman.cli.terminal import show as print_line
from dragoman.dossier.prose import date_words
from dragoman.dossier.telling_offices import when_words
from dragoman.model.claim import Claim, Party
from dragoman.model.document import Document
from dragoman.model.entity import Entity, Event, Statement
from dragoman.model.garbage import NEVER, few_collections
from dragoman.model.span import Citation
from dragoman.store.case import open_case
from dragoman.store.closeup import Closeup
from dragoman.store.view import SqliteView

_TOP = 15
_MAX_FAILURES = 20
_MAX_WORDS = 160
WRONG_CALL = 2


def show(
    case: CaseArgument,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Name or identifier of an entity.",
            show_default=False,
        ),
    ] = None,
    *,
    timeline: Annotated[
        bool,
        typer.Option(
            "--timeline", help="Only the dated events of the name, in order of time."
        ),
    ] = False,
) -> None:
    """Show what a case knows, or what it knows about a name.

    Example: dragoman show tour "Anna Lindqvist" --timeline
    """
    with few_collections(NEVER), open_case(case) as opened, opened.reading() as view:
        if name is None:
            if timeline:
                say("--timeline needs a NAME: whose timeline?")
                raise typer.Exit(WRONG_CALL)
            _show_case(view)
            return
        closeup = view.closeup()
        found = closeup.named(name)
        if not found:
            say(f"nobody and nothing is named {name!r} in {case}")
            return
        if timeline:
            _show_timeline(closeup, found[0])
            return
        _show_entity(view, closeup, found[0])
        if len(found) > 1:
            print_line("\nalso of this name:")
            for other in found[1:]:
                print_line(f"  {other.name} ({other.schema}) {other.id}")


def _show_case(view: SqliteView) -> None:
    counts = view.count()
    documents = counts.pop("document")
    claims = ", ".join(f"{number} {kind}" for kind, number in counts.items())
    print_line(f"documents: {documents}")
    print_line(f"claims: {claims}")
    active: Counter[str] = Counter()
    events = statements = 0
    for event in view.events():
        events += 1
        active.update(_ids(one.party for one in event.participants))
    for statement in view.statements():
        statements += 1
        active.update(_ids(statement.speakers))
    entities = {entity.id: entity for entity in view.entities()}
    print_line(
        f"together: {len(entities)} entities, {events} events, "
        f"{statements} statements (claims of one thing are counted once)"
    )
    top = sorted(
        (one for one in active if one in entities), key=lambda one: (-active[one], one)
    )
    if top:
        print_line("\nmost active:")
    for one in top[:_TOP]:
        entity = entities[one]
        print_line(
            f"  {entity.name} ({entity.schema}): {active[one]} events and statements"
        )
    if 1 < documents <= MOST:
        _show_stories(view)
    failures = list(view.failures())
    if failures:
        print_line(f"\nfailed: {len(failures)}")
    for failure in failures[:_MAX_FAILURES]:
        print_line(f"  {failure.origin}: {failure.message}")


def _show_stories(view: SqliteView) -> None:
    documents = {one.id: one for one in view.documents()}
    stories = list_stories(list(documents.values()))
    several = [one for one in stories if len(one.documents) > 1]
    print_line(f"\nstories: {len(stories)}")
    for story in several[:_TOP]:
        told = [documents[one] for one in story.documents]
        print_line(f"  {len(told)} reports: {_head_of(told, story.terms)}")
    if single := len(stories) - len(several):
        print_line(f"  {single} of one report each")


def _head_of(told: Sequence[Document], terms: Sequence[str]) -> str:
    """Return the headline that says most of what sets a story apart."""

    def said(document: Document) -> int:
        words = document.label.casefold()
        return sum(term.casefold() in words for term in terms)

    return max(told, key=said).label


def _ids(parties: Iterable[Party]) -> set[str]:
    return {party.entity for party in parties if party.entity is not None}


def _show_entity(view: SqliteView, closeup: Closeup, entity: Entity) -> None:
    types = f", {', '.join(entity.types)}" if entity.types else ""
    print_line(f"{entity.name} ({entity.schema}{types}) {entity.id}")
    print_line("\nnames:")
    for use in entity.names:
        count = len(use.citations)
        times = "once" if count == 1 else f"{count} times"
        print_line(f"  {use.text} ({times})")
    if entity.epithets:
        print_line("\ncalled by others:")
    for epithet in entity.epithets:
        by = ", ".join(party.name for party in epithet.by)
        print_line(f"  “{epithet.text}”{f' by {by}' if by else ''}")
    if entity.roles:
        print_line("\nroles:")
    for role in entity.roles:
        body = f", {role.organization_name}" if role.organization_name else ""
        term = f", {date_words(role.time.value)}" if role.time else ""
        cited = _cited(role.first_cited, role.last_cited)
        how = f"({role.status}{term}{cited})"
        print_line(f"  {role.title}{body} {how}{_source(role.citations)}")
    _show_offices(closeup, entity)
    events = closeup.events(_claims_on(view, closeup, "event", entity))
    statements = closeup.statements(_claims_on(view, closeup, "statement", entity))
    holders = find_holders(closeup, view, (*events, *statements))
    filled = map(holders.fill_event, events)
    taken = [event for event in filled if _takes_part(event, entity.id)]
    if taken:
        print_line("\nevents:")
    for event in sorted(taken, key=_time_of):
        print_line(_event_line(event))
    told = map(holders.fill_statement, statements)
    said = [one for one in told if entity.id in _ids(one.speakers)]
    if said:
        print_line("\nstatements:")
    published = view.published(
        {quote.span.document_id for one in said for quote in one.citations}
    )
    for statement in sorted(said, key=lambda one: _said(one, published)):
        print_line(_statement_line(statement, published))


def _cited(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return f", cited {first}" if first == last else f", cited {first} to {last}"


def _claims_on(
    view: SqliteView, closeup: Closeup, kind: str, entity: Entity
) -> list[Claim]:
    """Return claims that refer to an entity by its names or by an office."""
    described = find_described(closeup, view, kind, entity)
    return [*closeup.about(kind, [entity.id]), *described]


def _show_offices(closeup: Closeup, body: Entity) -> None:
    """Show who held the offices of a state or body, by office and time."""
    if body.schema == "Person" or "team" in body.types:
        return  # The ministers of Uruguay are not those of its team.
    named = (body_key(use.text) for use in body.names)
    keys = {key for key in named if key is not None}
    roles = list_roles(closeup, keys)
    entities = closeup.entities(role.entity for role in roles)
    names = {one.id: one.name for one in entities}
    tenures = [one for one in list_tenures(entities) if one.office.body in keys]
    if tenures:
        print_line("\noffices:")
    for tenure in tenures:
        who = names.get(tenure.holder, tenure.holder)
        when = when_words(tenure)
        print_line(f"  {tenure.title}: {who} ({when}){_source(tenure.citations)}")


def _show_timeline(closeup: Closeup, entity: Entity) -> None:
    """Print the events of an entity by day; what has no date comes last."""
    told = closeup.events(closeup.about("event", [entity.id]))
    events = [event for event in told if _takes_part(event, entity.id)]
    dated, undated = make_timeline(events)
    print_line(f"{entity.name}: {len(dated)} dated events, {len(undated)} without date")
    for one in dated:
        print_line(_event_line(one.event))
    if undated:
        print_line("\nwithout date:")
    for event in undated:
        print_line(_event_line(event))


def _takes_part(event: Event, entity: str) -> bool:
    return event.place == entity or any(
        one.party.entity == entity for one in event.participants
    )


def _time_of(thing: Event | Statement) -> tuple[str, str]:
    return thing.time.value if thing.time else "~", thing.id


def _said(
    statement: Statement, published: Mapping[str, str | None]
) -> tuple[str, str, str]:
    """Return when something was said, how that is known, and its identifier.

    Where a report does not say, it was said by the day on which it was published.
    """
    if statement.time is not None:
        return statement.time.value, "", statement.id
    days = [published.get(one.span.document_id) for one in statement.citations]
    known = sorted(day for day in days if day is not None)
    return (known[0], "published", statement.id) if known else ("~", "", statement.id)


def _event_line(event: Event) -> str:
    who = ", ".join(one.party.name for one in event.participants)
    where = f" in {event.place_name}" if event.place_name else ""
    what = f"{event.type}{f' ({event.mode})' if event.mode else ''}"
    how = "" if event.modality.value == "asserted" else f" [{event.modality.value}]"
    when = event.time.value if event.time else "undated"
    return f"  {when}  {what}{how}: {who}{where}{_source(event.citations)}"


def _statement_line(statement: Statement, published: Mapping[str, str | None]) -> str:
    day, how, _ = _said(statement, published)
    when = "undated" if day == "~" else f"{day} ({how})" if how else day
    words = " ".join(statement.content.split())
    if len(words) > _MAX_WORDS:
        words = words[:_MAX_WORDS].rstrip() + "…"
    contrary = " [other reports have the contrary]" if statement.against else ""
    source = _source(statement.citations)
    return f"  {when}  {statement.act}: {words}{contrary}{source}"


def _source(citations: tuple[Citation, ...]) -> str:
    first = citations[0].span
    more = f" and {len(citations) - 1} more" if len(citations) > 1 else ""
    return f"  [{first.document_id} {first.start}-{first.end}{more}]"
