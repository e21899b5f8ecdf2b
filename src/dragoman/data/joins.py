"""Words that decide whether two tellings are of one thing: ``joins_en.yaml``."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class JoinWords:
    """What ``joins_en.yaml`` says.

    Attributes:
        sorts: Sorts of people by the noun that describes them.
        apart: Pairs of sorts that exclude one another, both ways round.
        plain: Adjectives that tell nobody apart.
        renewed: Matches what says that it is not the first of its kind.
        goes_on: Matches the beginning of a sentence about the meeting just told.
        apart_from: Words by which a report tells of another meeting.
        negators: Words that turn what follows into its contrary.
        no_negators: Matches where they do not.
        bounds: Words that make of a number a bound.
    """

    sorts: dict[str, str]
    apart: frozenset[tuple[str, str]]
    plain: frozenset[str]
    renewed: re.Pattern[str]
    goes_on: re.Pattern[str]
    apart_from: frozenset[str]
    negators: frozenset[str]
    no_negators: re.Pattern[str]
    bounds: frozenset[str]

    def sort_of(self, noun: str) -> str:
        """Return of what sort those are whom a noun describes, "" if not known."""
        return self.sorts.get(noun, "")


@cache
def join_words() -> JoinWords:
    """Return the words, read once."""
    text = files("dragoman.data").joinpath("joins_en.yaml").read_text("utf-8")
    raw = yaml.load(text, yaml.CSafeLoader)
    pairs = [(one, other) for one, other in raw["apart"]]
    return JoinWords(
        sorts={noun: sort for sort, nouns in raw["sorts"].items() for noun in nouns},
        apart=frozenset(pairs) | frozenset((other, one) for one, other in pairs),
        plain=frozenset(raw["plain"]),
        renewed=_any_of(raw["renewed"]),
        goes_on=_any_of(raw["goes_on"]),
        apart_from=frozenset(raw["apart_from"]),
        negators=frozenset(raw["negators"]),
        no_negators=_any_of(raw["no_negators"]),
        bounds=frozenset(raw["bounds"]),
    )


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
