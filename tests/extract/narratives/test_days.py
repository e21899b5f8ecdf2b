"""Days that events take from what was told before, in narratives of several kinds."""

from pathlib import Path

import pytest

from reading import read_events

FILE = Path(__file__).parent / "narrative_days.txt"


def _narratives() -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = []
    text: list[str] = []
    asked: list[str] = []
    for line in [*FILE.read_text("utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line.startswith(">"):
            asked.append(line[1:])
        elif asked:
            found.append(("\n".join(text).strip(), tuple(asked)))
            text, asked = [line], []
        else:
            text.append(line)
    return found


def _is_as_told(wanted: str, found: str | None) -> bool:
    if wanted.startswith("!"):
        return found != wanted[1:]
    return wanted == "?" or found == (None if wanted == "-" else wanted)


@pytest.mark.parametrize(("text", "asked"), _narratives(), ids=str)
def test_narratives_give_their_day(text: str, asked: tuple[str, ...]) -> None:
    events = read_events(text)

    for row in asked:
        word, day, place = (cell.strip() for cell in row.split("|"))
        told = [
            one for one in events if word == one.type or word in one.citations[0].quote
        ]
        assert all(
            _is_as_told(day, one.time.value if one.time else None)
            and _is_as_told(place, one.place_name)
            for one in told
        ), [(one.type, one.time, one.place_name) for one in told]
        assert told or day[:1] in {"-", "!"}, f"no event with {word!r}"
