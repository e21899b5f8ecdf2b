"""Verbs of saying by how they behave, from ``data/sayings_en.yaml``."""

from importlib.resources import files

from dragoman.data.word_yaml import read_yaml

_PATH = files("dragoman.data").joinpath("sayings_en.yaml")
_GROUPS = {
    name: frozenset(words.split())
    for name, words in read_yaml(_PATH.read_text(encoding="utf-8")).items()
}

SAYING = _GROUPS["say"]
TELLING = _GROUPS["tell"]
DENYING = _GROUPS["deny"]
RETRACTING = _GROUPS["retract"]
REQUIRING = _GROUPS["require"]

# "On condition that", "in the hope that": a clause tells which, and not what was said.
GROUNDS = frozenset(
    {"assumption", "basis", "belief", "condition", "expectation", "fear", "ground"}
    | {"grounds", "hope", "premise", "pretext", "proviso", "understanding"}
)
