"""Plain lines that say how far a run is."""

import pytest

from dragoman.cli.progress import Lines


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_a_stage_says_so_every_tenth(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Lines(clock)

    for done in range(41):
        clock.now = 0.4 * done
        lines.take("extract", done, 40)
        lines.look()

    told = [line.partition(",")[0] for line in said(capsys)]
    assert told == [f"extract: {done} of 40" for done in range(4, 41, 4)]


def test_a_stage_of_a_moment_is_one_line(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Lines(clock)

    for done in range(41):
        clock.now = done / 50
        lines.take("extract", done, 40)
        lines.look()

    assert said(capsys) == ["extract: 40 of 40"]


def test_one_long_document_says_how_far_it_is_every_two_seconds(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Lines(clock)

    lines.take("extract", 0, 1)
    for tick in range(1, 25):
        clock.now = tick / 4
        lines.take("extract", tick / 100, 1)
        lines.look()

    assert said(capsys) == [
        "extract: 0 of 1, 6 % of the next, 2 s so far",
        "extract: 0 of 1, 12 % of the next, 3 s so far",
        "extract: 0 of 1, 18 % of the next, 4 s so far",
        "extract: 0 of 1, 24 % of the next, 6 s so far",
    ]


def test_a_stage_that_tells_nothing_is_told_to_go_on(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Lines(clock)

    lines.take("read", 0, None)
    clock.now = 4.0
    lines.look()
    lines.take("read", 1, None)
    lines.look()

    assert said(capsys) == ["read: 0, 4 s so far"]


def test_what_is_left_is_told_from_what_was_measured(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Lines(clock)

    lines.take("extract", 0, 1000)
    for done in range(1, 101):
        clock.now += 1
        lines.take("extract", done, 1000)
        lines.look()

    assert said(capsys) == [
        "extract: 60 of 1000, 60 s so far, about 16 min left",
        "extract: 100 of 1000, 2 min so far, about 15 min left",
    ]


def test_a_stage_that_is_over_is_silent(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = Lines(clock)

    lines.take("resolve", 0, 2)
    lines.take("resolve", 2, 2)
    clock.now = 100.0
    lines.look()

    assert said(capsys) == []
