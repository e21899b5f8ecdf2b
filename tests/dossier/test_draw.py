"""The pictures of the page."""

import re
from dataclasses import replace

from dossier.by_hand import MATERIAL, MEETING, make_entity
from dragoman.dossier import draw
from dragoman.dossier.draw import draw_network
from dragoman.model.claim import Participant, Party


def test_no_name_of_the_network_stands_across_another() -> None:
    names = [f"{chr(65 + n)} delegation of the provinces" for n in range(24)]
    people = [
        replace(make_entity(f"p{n}", "Orhan", "Organization"), name=name)
        for n, name in enumerate(names)
    ]
    sides = [Participant(Party(one.id, one.name), "actor") for one in people]
    # A tree: each meets three others.
    events = tuple(
        replace(
            MEETING,
            id=f"v{n}",
            participants=(sides[n // 3], sides[n]),
            disagreements=(),
        )
        for n in range(1, len(people))
    )
    material = replace(MATERIAL, entities=tuple(people), events=events)

    picture = draw_network(material, set()) or ""

    at = [
        (float(x), float(y))
        for x, y in re.findall(r'class="node-name" x="([\d.]+)" y="([\d.]+)"', picture)
    ]
    wide = draw.NAME_WIDTH * len(names[0])
    assert len(at) == len(names)
    crossing = [
        (one, other)
        for n, one in enumerate(at)
        for other in at[:n]
        if abs(one[0] - other[0]) < wide and abs(one[1] - other[1]) < draw.NAME_HEIGHT
    ]
    assert crossing == []
