from dragoman.text.sayings import DENYING, REQUIRING, SAYING, TELLING


def test_who_tells_says() -> None:
    assert "tell" in SAYING & TELLING


def test_what_is_denied_or_required_is_not_said() -> None:
    assert not SAYING & DENYING
    assert {"insist"} == SAYING & REQUIRING  # "insisted that it held", "that it hold"
