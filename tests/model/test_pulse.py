import pytest

from dragoman.model.pulse import beat, heard_by, stage


def test_who_listens_hears_how_far_a_step_is_and_nobody_else_does() -> None:
    heard: list[float] = []

    beat(0.1)
    with heard_by(heard.append):
        beat(0.5)
        with stage(0.6, 0.8):
            beat(0.5)
        with heard_by(lambda share: heard.append(share + 1)):
            beat(0.2)
    beat(0.9)

    assert heard == [0.5, pytest.approx(0.7), 1.2]
