"""The ontology: what ships is sound, and faults name file and key."""

from pathlib import Path

import pytest

from dragoman.errors import SchemaError
from dragoman.schema.loader import (
    HERE,
    PLOVER,
    load_events,
    load_narratives,
    read_events,
    read_narratives,
)

SHIPPED = (HERE / "event.yaml").read_text("utf-8")


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "event.yaml"
    path.write_text(text, "utf-8")
    return path


def test_all_sixteen_types_are_described() -> None:
    types = load_events().types
    assert tuple(name for name in PLOVER if types[name].description) == PLOVER
    assert {"meeting", "visit", "call", "multilateral", "mediation"} <= set(
        types["CONSULT"].modes
    )


def test_patterns_come_apart() -> None:
    verbs = load_events().verbs
    hold = next(t for t in verbs["hold"] if t.pattern == "hold =session")
    assert (hold.type, hold.mode) == ("CONSULT", "meeting")
    assert {"talk", "meeting"} <= hold.objects
    arrive = next(t for t in verbs["arrive"] if t.pattern == "arrive ~in|~at")
    assert arrive.prepositions == {"in", "at"}
    fall = next(t for t in verbs["fall"] if t.pattern == "fall ^munition")
    assert "shell" in fall.subjects


def test_alternatives_of_a_set_stand_for_each_with_each(tmp_path: Path) -> None:
    told = SHIPPED.replace(
        "  hand: [hand]", '  hand: [hand, "left|right big toe|foot"]'
    )

    hand = read_events(write(tmp_path, told)).sets["hand"]

    assert hand == {"hand", "left big toe", "right big toe", "left foot", "right foot"}


def test_most_specific_pattern_comes_first() -> None:
    weights = [trigger.weight for trigger in load_events().verbs["take"]]
    assert weights == sorted(weights, reverse=True)


def test_words_that_look_like_truth_values_stay_words() -> None:
    assert load_events().frames["accord"].verb["on"] == "topic"


def test_narrative_words_ship() -> None:
    assert {"slogan_nouns", "hedges"} <= set(load_narratives().words)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("version: 1", "version: 7", "version"),
        ("  AGREE:\n", "  AGREEMENT:\n", "types.AGREEMENT"),
        ("frame: host\n", "frame: hots\n", "types.CONSULT.modes.meeting.groups[7]"),
        ("kinds: {recipient: person}", "kinds: {recipient: robot}", "frames.host"),
        ("    needs: [two]", "    nedes: [two]", "frames.meeting.nedes"),
        ("modality: planned", "modality: dreamt", "frames.expected.modality"),
        ("verbs: [convene,", "verbs: [12,", "types.CONSULT.modes.meeting.groups[6]"),
    ],
)
def test_fault_names_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in SHIPPED
    path = write(tmp_path, SHIPPED.replace(old, new, 1))
    with pytest.raises(SchemaError) as caught:
        read_events(path)
    assert str(caught.value).startswith(f"event.yaml: {key}")


@pytest.mark.parametrize("text", ["", "[", "version: 1\ntypes: 3\n", "- a\n"])
def test_broken_file_is_a_schema_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(SchemaError, match=r"event\.yaml"):
        read_events(write(tmp_path, text))


def test_missing_file_is_a_schema_error(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"none\.yaml: file"):
        read_events(tmp_path / "none.yaml")


def test_missing_narrative_set_is_named(tmp_path: Path) -> None:
    path = tmp_path / "narrative.yaml"
    path.write_text("version: 1\nwords: {hedges: [likely]}\n", "utf-8")
    with pytest.raises(SchemaError, match=r"narrative\.yaml: words\.modals: missing"):
        read_narratives(path, ("modals",))
