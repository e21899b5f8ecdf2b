"""The reference page of the events says what the ontology says."""

from pathlib import Path

from dragoman.schema.event_page import write_page
from dragoman.schema.loader import PLOVER, load_events

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "events.md"


def test_the_page_is_written_from_the_ontology() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(load_events()), (
        "run: python -m dragoman.schema.event_page > docs/reference/events.md"
    )


def test_the_page_has_every_type_mode_and_frame() -> None:
    page = PAGE.read_text(encoding="utf-8")
    ontology = load_events()

    missing = [name for name in PLOVER if f"## {name}\n" not in page]
    missing += [
        mode
        for kind in ontology.types.values()
        for mode in kind.modes
        if f"### {mode}\n" not in page
    ]
    missing += [name for name in ontology.frames if f"| {name} |" not in page]
    assert missing == []
