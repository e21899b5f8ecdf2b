"""Drawings of a case as inline SVG: a timeline and a network."""

from collections.abc import Collection
from datetime import date

from markupsafe import Markup, escape

from dragoman.analyze.network import Network, make_network
from dragoman.analyze.timeline import Dated, make_timeline
from dragoman.dossier.material import Material
from dragoman.dossier.prose import date_words
from dragoman.dossier.telling_events import MEETING_MODES, tell_event
from dragoman.model.claim import Modality
from dragoman.model.entity import Event

# A letter of a name on the average, and a line of one, in pixels of the drawing.
NAME_WIDTH, NAME_HEIGHT = 5.6, 13.0
WIDTH = 960
LANES = ("meetings", "visits", "cooperation", "conflict", "not held")
LANE_HEIGHT = 46
MARGIN_LEFT = 110
_CONFLICT = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE"}
    | {"COERCE", "ASSAULT"}
)
MAX_EVENTS = 400


def lane_of(event: Event) -> str:
    """Return the lane of the timeline in which an event is drawn."""
    if event.modality is not Modality.ASSERTED:
        return "not held"
    if event.type == "CONSULT":
        return "meetings" if event.mode in MEETING_MODES else "visits"
    return "conflict" if event.type in _CONFLICT else "cooperation"


def draw_timeline(material: Material, told: Collection[str]) -> Markup | None:
    """Draw dated events in lanes; ``None`` if no event has a date with a year.

    Args:
        material: The case.
        told: Identifiers of what a sentence tells: marks lead to these.
    """
    dated, _ = make_timeline(event for event in material.events if event.id in told)
    dated = dated[-MAX_EVENTS:]
    if not dated:
        return None
    first, last = _busy_range(dated)
    days = max((last - first).days, 1)
    lanes = [lane for lane in LANES if any(lane_of(d.event) == lane for d in dated)]
    height = LANE_HEIGHT * len(lanes) + 50

    def x_of(day: date) -> float:
        share = min(max((day - first).days / days, 0.0), 1.0)
        return round(MARGIN_LEFT + share * (WIDTH - MARGIN_LEFT - 30), 1)

    parts = [_open_svg(WIDTH, height, "Timeline of events")]
    for row, lane in enumerate(lanes):
        y = LANE_HEIGHT * row + 24
        parts.append(
            Markup(
                '<line class="lane" x1="{}" x2="{}" y1="{}" y2="{}"/>'
                '<text class="lane-name" x="8" y="{}">{}</text>'
            ).format(MARGIN_LEFT - 10, WIDTH - 10, y, y, y + 4, lane)
        )
    parts.extend(_ticks(first, last, height, x_of(first), x_of(last)))
    stack: dict[tuple[str, float], int] = {}
    for one in dated:
        lane = lane_of(one.event)
        x = x_of(one.first)
        level = stack.get((lane, x), 0)
        stack[lane, x] = level + 1
        y = LANE_HEIGHT * lanes.index(lane) + 24 - 9 * min(level, 2)
        parts.append(_mark(material, one, x, x_of(one.last), y))
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def _busy_range(dated: list[Dated]) -> tuple[date, date]:
    """Return the span that holds nine in ten events.

    One old date must not squeeze the others into a corner; events outside the
    span are drawn at its edge.
    """
    days = sorted(one.first for one in dated)
    low = days[len(days) // 20]
    high = max(one.last for one in dated if one.first >= low)
    upper = sorted(one.last for one in dated)[-(len(dated) // 20) - 1]
    return low, max(min(high, upper), low)


def _open_svg(width: int, height: int, label: str) -> Markup:
    return Markup(
        '<svg viewBox="0 0 {} {}" role="group" aria-label="{}" '
        'xmlns="http://www.w3.org/2000/svg">'
    ).format(width, height, label)


def _ticks(
    first: date, last: date, height: int, left: float, right: float
) -> list[Markup]:
    if first == last:
        return [_tick(left, height, first.isoformat(), "start")]
    middle = first + (last - first) / 2
    return [
        _tick(left, height, first.isoformat(), "start"),
        _tick((left + right) / 2, height, middle.isoformat(), "middle"),
        _tick(right, height, last.isoformat(), "end"),
    ]


def _tick(x: float, height: int, label: str, anchor: str) -> Markup:
    return Markup(
        '<line class="tick" x1="{0}" x2="{0}" y1="8" y2="{1}"/>'
        '<text class="tick-name" x="{0}" y="{2}" text-anchor="{3}">{4}</text>'
    ).format(round(x, 1), height - 26, height - 8, anchor, label)


def _mark(material: Material, one: Dated, x: float, end: float, y: float) -> Markup:
    event = one.event
    when = date_words(event.time.value) if event.time else ""
    title = f"{when}: {tell_event(material, event, dated=False).text}"
    kind = lane_of(event).replace(" ", "-")
    if end - x > 12:
        width = round(end - x, 1)
        drawn = f'<rect class="mark {kind}" x="{x}" y="{y - 4}" width="{width}"'
        drawn += ' height="8" rx="4"/>'
    else:
        drawn = f'<circle class="mark {kind}" cx="{x}" cy="{y}" r="6"/>'
    link = f'<a href="#t-{escape(event.id)}">{drawn}<title>{escape(title)}</title></a>'
    return Markup(link)  # noqa: S704  # what is not ours is escaped


def draw_network(material: Material, told: Collection[str]) -> Markup | None:
    """Draw who takes part in events with whom; ``None`` without any tie.

    Args:
        material: The case.
        told: Identifiers of what a sentence tells: names lead to these.
    """
    network = make_network(material.events)
    if not network.ties:
        return None
    height = 420 if len(network.nodes) < 16 else 620
    places = {
        node.id: (
            round(120 + node.x * (WIDTH - 240), 1),
            round(40 + node.y * (height - 80), 1),
        )
        for node in network.nodes
    }
    parts = [_open_svg(WIDTH, height, "Network of common events")]
    for tie in network.ties:
        (ax, ay), (bx, by) = places[tie.left], places[tie.right]
        names = " – ".join(material.entity_by_id[e].name for e in (tie.left, tie.right))
        label = f"{names}: {len(tie.events)} common"
        parts.append(
            Markup(
                '<line class="tie" x1="{}" y1="{}" x2="{}" y2="{}" '
                'stroke-width="{}"><title>{}</title></line>'
            ).format(ax, ay, bx, by, min(1 + len(tie.events), 7), label)
        )
    parts.extend(_nodes(material, network, places, told))
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def _nodes(
    material: Material,
    network: Network,
    places: dict[str, tuple[float, float]],
    told: Collection[str],
) -> list[Markup]:
    found = []
    taken: list[tuple[float, float, float]] = []
    # Who is most present is named first, above the disc; below where a name stands.
    for node in sorted(network.nodes, key=lambda one: -one.weight):
        entity = material.entity_by_id[node.id]
        linked = node.id in told
        x, y = places[node.id]
        radius = min(6 + node.weight, 16)
        half = NAME_WIDTH * len(entity.name) / 2
        spots = (y - radius - 4, y + radius + 4 + NAME_HEIGHT / 2)
        free = (at for at in spots if not _stands_near(taken, x, at, half))
        name_y = round(next(free, spots[0]), 1)
        taken.append((x, name_y, half))
        found.append(
            Markup(
                '{}<circle class="node {}" cx="{}" cy="{}" r="{}"/>'
                '<text class="node-name" x="{}" y="{}" text-anchor="middle">{}</text>{}'
            ).format(
                Markup('<a href="#t-{}">').format(entity.id) if linked else "",
                escape(entity.schema.lower()),
                x,
                y,
                radius,
                x,
                name_y,
                entity.name,
                Markup("</a>") if linked else "",
            )
        )
    return found


def _stands_near(
    taken: list[tuple[float, float, float]], x: float, y: float, half: float
) -> bool:
    """Tell whether a name of half this width would stand across another one."""
    return any(
        abs(x - other) < half + wide and abs(y - at) < NAME_HEIGHT
        for other, at, wide in taken
    )
