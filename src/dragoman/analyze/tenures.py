"""Who held which office when, as far as the reports tell.

Every mention of an office counts: a holder who is called *former* held it before, one
who is *designate* will hold it after. What the sources say about start and end stays
apart from the days on which they name the holder: a holder who is cited in May and in
July held the office in June, but nobody said since when.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dragoman.data.tables import (
    country_names,
    demonyms,
    fold_key,
    name_words,
    organizations,
)
from dragoman.model.edtf import find_bounds
from dragoman.model.entity import Entity, Role
from dragoman.model.span import Citation

_SMALL = frozenset({"of", "for", "the", "and", "to", "republic", "affairs"})
_HOLDS = ("current", "acting")
_STATUS_WORDS = frozenset(
    {"acting", "caretaker", "interim", "outgoing", "incoming", "newly", "appointed"}
    | {"then", "incumbent", "current", "new", "former", "ex", "late", "designate"}
)
# Behind a title they say that the office lies ahead.
AHEAD = frozenset({"designate", "elect"})


@dataclass(frozen=True, slots=True)
class Office:
    """A post that one person holds at a time.

    Attributes:
        line: Title in the wording that stands for its line ("foreign minister").
        body: State (``c=IR``) or folded name of the body.
    """

    line: str
    body: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holder's time in an office.

    Attributes:
        office: The post.
        holder: Canonical identifier of the person.
        title: Title as most sources put it.
        organization_name: The body or state as text.
        status: ``current``, ``acting``, ``former`` or ``designate``: what the latest
            source says.
        start: EDTF of the first day, only where a source says so.
        end: EDTF of the last day, only where a source says so.
        first_cited: Earliest publication date that names the holder as in office.
        last_cited: Latest one; both ``None`` if no dated report does.
        over_by: Earliest publication date that calls the holder former.
        due_after: Latest publication date that calls the holder designate.
        succeeded: Of one who acts, the earliest day on which a source names another
            in office: who acts stands in until then.
        citations: Where holder and title stand together.
    """

    office: Office
    holder: str
    title: str
    organization_name: str | None
    status: str
    start: str | None
    end: str | None
    first_cited: str | None
    last_cited: str | None
    over_by: str | None
    due_after: str | None
    citations: tuple[Citation, ...]
    succeeded: str | None = None


@lru_cache(maxsize=4096)
def office_line(title: str) -> str:
    """Return a title in the wording that stands for its line.

    Words that say how the holder stands to the office are left out.

    >>> office_line("Minister of Foreign Affairs") == office_line("acting FM")
    True
    >>> office_line("deputy foreign minister")
    'deputy foreign minister'
    >>> office_line("Prime Minister-designate")
    'prime minister'
    """
    lines = name_words().same_office
    words = fold_key(title).replace("-", " ").replace(".", " ").split()
    while words and words[0] in _STATUS_WORDS:
        del words[0]
    while words and words[-1] in AHEAD:
        del words[-1]
    for start in range(len(words)):
        tail = " ".join(words[start:])
        if tail in lines:
            return " ".join((*words[:start], lines[tail]))
    return " ".join(word for word in words if word not in _SMALL)


def body_key(name: str | None) -> str | None:
    """Return what names of one state or body share, ``None`` for no name.

    >>> body_key("Iranian") == body_key("Islamic Republic of Iran")
    True
    """
    if not name or not name.strip():
        return None
    key = fold_key(name).removeprefix("the ").removesuffix("'s")
    code = country_names().get(key) or demonyms().get(key)
    if code is not None:
        return f"c={code}"
    known = organizations().get(key)
    return key if known is None else fold_key(known.name)


def list_tenures(entities: Iterable[Entity]) -> list[Tenure]:
    """Return the tenures of all persons, by office, then time.

    A role whose body no source names joins the person's role of the same title that
    has one, if there is only one.
    """
    found = []
    for entity in entities:
        if entity.schema != "Person":
            continue
        for office, roles in _by_office(entity).items():
            found.append(_make(entity, office, roles))
    found.sort(key=_order)
    return _end_acting(found)


def _end_acting(tenures: list[Tenure]) -> list[Tenure]:
    """Note of those who act in an office when another is named in it."""
    taken: defaultdict[Office, list[tuple[str, str]]] = defaultdict(list)
    for one in tenures:
        day = one.start or one.first_cited
        if one.status == "current" and day is not None:
            taken[one.office].append((day, one.holder))
    ended = []
    for one in tenures:
        later = [
            day
            for day, holder in taken[one.office]
            if one.last_cited is not None
            and day > one.last_cited
            and holder != one.holder
        ]
        acts = one.status == "acting" and one.end is None
        ended.append(replace(one, succeeded=min(later)) if acts and later else one)
    return ended


def _order(tenure: Tenure) -> tuple[str, str, str, str]:
    when = tenure.start or tenure.first_cited or tenure.over_by or "~"
    return tenure.office.body, tenure.office.line, when, tenure.holder


def _by_office(entity: Entity) -> Mapping[Office, list[Role]]:
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for role in entity.roles:
        body = body_key(role.organization_name)
        if body is not None:
            bodies[office_line(role.title)].add(body)
    offices: defaultdict[Office, list[Role]] = defaultdict(list)
    for role in entity.roles:
        line = office_line(role.title)
        body = body_key(role.organization_name)
        if body is None and len(bodies[line]) == 1:
            body = next(iter(bodies[line]))
        if body is not None:
            offices[Office(line, body)].append(role)
    return offices


def _make(entity: Entity, office: Office, roles: list[Role]) -> Tenure:
    holding = [role for role in roles if role.status in _HOLDS]
    former = [role for role in roles if role.status == "former"]
    designate = [role for role in roles if role.status == "designate"]
    main = max(holding or roles, key=lambda role: (len(role.citations), role.title))
    latest = max(roles, key=lambda role: (role.last_cited or "", role.status))
    starts, ends = zip(*(_told(role) for role in roles), strict=True)
    return Tenure(
        office=office,
        holder=entity.id,
        title=main.title,
        organization_name=next(
            (role.organization_name for role in roles if role.organization_name), None
        ),
        status=latest.status,
        start=min(filter(None, starts), default=None),
        end=max(filter(None, ends), default=None),
        first_cited=min(filter(None, (r.first_cited for r in holding)), default=None),
        last_cited=max(filter(None, (r.last_cited for r in holding)), default=None),
        over_by=min(filter(None, (r.first_cited for r in former)), default=None),
        due_after=max(filter(None, (r.last_cited for r in designate)), default=None),
        citations=tuple(sorted({c for role in roles for c in role.citations})),
    )


def _told(role: Role) -> tuple[str | None, str | None]:
    """Return start and end that a source gives for a role, as EDTF.

    "since 2021" is an open interval, "from 2013 to 2021" a closed one; a single date
    says only that the office was held then, so it tells neither.
    """
    if role.time is None or "/" not in role.time.value:
        return None, None
    start, _, end = role.time.value.partition("/")
    return _known(start), _known(end)


def _known(value: str) -> str | None:
    return value if value and value != ".." and find_bounds(value) else None


def could_hold(tenure: Tenure, day: date) -> bool:
    """Tell whether nothing that the sources say keeps a holder from a day."""
    bounds = (
        (tenure.start, 0, 1),
        (tenure.end, 1, -1),
        (tenure.due_after, 0, 1),
        (tenure.over_by, 1, -1),
        (tenure.succeeded, 0, -1),
    )
    for value, edge, sign in bounds:
        known = find_bounds(value) if value else None
        if known is not None and (day - known[edge]).days * sign < 0:
            return False
    return True


def days_away(tenure: Tenure, day: date) -> int | None:
    """Return how far a day is from the time in which the holder is known to hold.

    Returns:
        0 inside that time; ``None`` where no dated source names the holder in office.
    """
    values = (tenure.start, tenure.first_cited, tenure.last_cited, tenure.end)
    known = [bounds for one in values if one and (bounds := find_bounds(one))]
    if not known:
        return None
    first, last = min(known)[0], max(known)[1]
    if first <= day <= last:
        return 0
    return min(abs((day - first).days), abs((day - last).days))
