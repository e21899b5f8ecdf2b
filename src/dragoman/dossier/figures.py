"""Figures that several give for the same thing: "puts the toll at 17", "gives it as 9".

A figure is a statement of the form thing, "as" or "at", number and unit. "It" is the
thing of the figure right before in the same document. Two figures are compared only
where the thing is told in the same words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.dossier.material import Material
from dragoman.dossier.prose import join_words
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Statement

_FIGURE = re.compile(
    r"(?P<thing>[^\d,;.]{2,80}?) (?:as|at) (?P<how>(?:about|around|some|at least|over|"
    r"under|nearly|almost|roughly|more than|less than|up to) )?"
    r"(?P<value>\d[\d,]*(?:\.\d+)?)(?P<unit>(?: [^\W\d]+){0,5})$"
)
_ARTICLE = re.compile(r"^(?:the|its|their|his|her) ", re.IGNORECASE)
# How far behind the thing "it" stands, in code points.
_NEAR = 240
_SIDES = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """What somebody gives as the measure of something.

    Attributes:
        thing: What is measured, in lower case and without its article.
        label: The same as it stands.
        value: The number as it stands.
        words: Number and unit as they stand.
        statement: Who says so and where.
    """

    thing: str
    label: str
    value: str
    words: str
    statement: Statement


def find_figures(statements: Iterable[Statement]) -> Iterator[Figure]:
    """Yield the figures among statements, in order of the text.

    Each statement counts with the first passage that tells it.
    """
    last: Figure | None = None
    given = [
        (statement, match)
        for statement in statements
        if statement.speakers
        and (match := _FIGURE.match(" ".join(statement.content.split())))
    ]
    for statement, match in sorted(
        given, key=lambda one: (one[0].citations[0].span, one[0].id)
    ):
        label = _ARTICLE.sub("", match["thing"])
        words = f"{match['how'] or ''}{match['value']}{match['unit']}"
        if label.casefold() == "it":
            if last is None or not _follows(last.statement, statement):
                continue
            label = last.label
        value = match["value"].replace(",", "")
        last = Figure(label.casefold(), label, value, words, statement)
        yield last


def _follows(before: Statement, after: Statement) -> bool:
    left, right = before.citations[0].span, after.citations[0].span
    return (
        left.document_id == right.document_id and 0 <= right.start - left.end <= _NEAR
    )


def tell_figures(material: Material) -> Iterator[CitedSentence]:
    """Tell where different speakers give different figures for the same thing."""
    by_thing: dict[str, list[Figure]] = {}
    for figure in find_figures(material.statements):
        by_thing.setdefault(figure.thing, []).append(figure)
    for figures in by_thing.values():
        given: dict[tuple[str, str], Figure] = {}
        for figure in figures:
            who = [material.name(party) for party in figure.statement.speakers]
            given.setdefault((figure.value, join_words(who)), figure)
        if min(len(set(side)) for side in zip(*given, strict=True)) < _SIDES:
            # One value, or one speaker who gives several.
            continue
        parts = [f"{one.words} ({name})" for (_, name), one in given.items()]
        citations = dict.fromkeys(
            quote for one in given.values() for quote in one.statement.citations[:1]
        )
        yield CitedSentence(
            f"The sources differ on the {figures[0].label}: {'; '.join(parts)}.",
            tuple(citations),
            tuple(one.statement.id for one in given.values()),
        )
