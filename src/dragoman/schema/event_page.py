"""The reference page of the event ontology, written from the ontology itself.

    python -m dragoman.schema.event_page > docs/reference/events.md

A test compares the page with what this module writes.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping

from dragoman.schema.loader import EventOntology, load_events

_HEAD = """\
# Kinds of event

Written from `src/dragoman/schema/event.yaml` by
`python -m dragoman.schema.event_page`; change that file, not this page.
[Extending the ontology](../guides/extending-the-ontology.md) says how patterns and
frames are read.
"""


def write_page(ontology: EventOntology) -> str:
    """Return the page as Markdown: types, their modes, the words that tell them."""
    words: defaultdict[tuple[str, str | None, str], list[str]] = defaultdict(list)
    for side, table in (("verbs", ontology.verbs), ("nouns", ontology.nouns)):
        for triggers in table.values():
            for trigger in triggers:
                words[trigger.type, trigger.mode, side].append(trigger.pattern)
    lines = [_HEAD]
    for kind in ontology.types.values():
        lines.append(f"## {kind.name}\n\n{kind.description}\n")
        lines.extend(_list_words(words, kind.name, None))
        for mode, description in kind.modes.items():
            lines.append(f"### {mode}\n\n{description}\n")
            lines.extend(_list_words(words, kind.name, mode))
    lines.append("## Frames\n\n| frame | verb | noun | needs |\n|---|---|---|---|")
    for frame in ontology.frames.values():
        needs = ", ".join(" or ".join(sorted(choice)) for choice in frame.needs)
        cells = (frame.name, _slots(frame.verb), _slots(frame.noun), needs)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _list_words(
    words: defaultdict[tuple[str, str | None, str], list[str]],
    kind: str,
    mode: str | None,
) -> Iterator[str]:
    for side in ("verbs", "nouns"):
        found = sorted(set(words[kind, mode, side]))
        if found:
            yield f"{side}: {', '.join(f'`{one}`' for one in found)}\n"


def _slots(slots: Mapping[str, str]) -> str:
    by_part: defaultdict[str, list[str]] = defaultdict(list)
    for slot, part in slots.items():
        by_part[part].append(slot)
    return "; ".join(f"{part}: {', '.join(some)}" for part, some in by_part.items())


if __name__ == "__main__":
    sys.stdout.write(write_page(load_events()))
