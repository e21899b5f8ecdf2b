"""What is read of a slogan, a theme or media passed on, before it is a claim."""

from typing import NamedTuple

from dragoman.model.claim import Party


class Found(NamedTuple):
    """A label somebody pushes or passes on.

    Attributes:
        label: The slogan, the theme, or what was passed on, in the words of the text.
        form: "slogan", "theme" or "recirculation".
        carriers: Who pushes it or passes it on.
        origin: Who had it first, if told.
        span: Start and end of the words that tell so.
    """

    label: str
    form: str
    carriers: tuple[Party, ...]
    origin: Party | None
    span: tuple[int, int]
