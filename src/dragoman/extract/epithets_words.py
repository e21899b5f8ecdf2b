"""The words by which names that somebody gives are known."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dragoman.model.annotation import Annotations
from dragoman.model.claim import Party


@dataclass(frozen=True)
class Words:
    """Lists of ``data/epithets_en.yaml``, ready to be asked."""

    ideology: dict[str, tuple[frozenset[str], str]]
    fixed: dict[str, str]
    regimes: frozenset[str]
    telling: frozenset[str]
    loaded: frozenset[str]
    needs: dict[str, frozenset[str]]
    naming: frozenset[str]
    naming_as: frozenset[str]
    verbs: frozenset[str]
    participles: dict[str, str]
    branding: frozenset[str]
    bearing: frozenset[str]
    giving: frozenset[str]
    known_as: re.Pattern[str]
    nickname: re.Pattern[str]
    alias: re.Pattern[str]
    name_for: re.Pattern[str]
    named_by: re.Pattern[str]
    voices: frozenset[str]
    plain_verbs: frozenset[str]


@cache
def load_words() -> Words:
    """Read the lists once."""
    text = files("dragoman.data").joinpath("epithets_en.yaml").read_text("utf-8")
    raw = yaml.load(text, yaml.CSafeLoader)
    phrases = sorted(raw["known_as"], key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase) for phrase in phrases)
    nouns = "|".join(raw["nickname_nouns"])
    aliases = "|".join(re.escape(one) for one in raw["alias_words"])
    names = "|".join(raw["name_nouns"])
    ideology = {
        adjective: (frozenset(line["nouns"]), line["country"])
        for line in raw["ideology"]
        for adjective in line["adjectives"]
    }
    verbs = (*raw["naming_verbs"], *raw["naming_as_verbs"])
    # The parse reads "is mocked as" as an adjective, whose base form is itself.
    participles = {f"{verb.removesuffix('e')}ed": verb for verb in verbs}
    first = {phrase.partition(" ")[0] for phrase in raw["fixed"]}
    return Words(
        ideology=ideology,
        fixed=raw["fixed"],
        regimes=frozenset(raw["regimes"]),
        telling=frozenset({*ideology, *first, *raw["regimes"]}),
        loaded=frozenset(raw["loaded"]),
        needs={
            word: frozenset(needed) for word, needed in raw["needs_modifier"].items()
        },
        naming=frozenset(raw["naming_verbs"]),
        naming_as=frozenset(raw["naming_as_verbs"]),
        verbs=frozenset({*verbs, *participles}),
        participles=participles,
        branding=frozenset(raw["branding_verbs"]),
        bearing=frozenset(raw["bearing_verbs"]),
        giving=frozenset(raw["giving_verbs"]),
        known_as=re.compile(rf"\b({joined})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE),
        nickname=re.compile(
            rf"\b(?P<noun>{nouns})s?(?:\s+(?:of|is|was))?[\s,:]*(?:the\s+|an?\s+)?$",
            re.IGNORECASE,
        ),
        name_for=re.compile(
            rf"(?:\s*\([^()]*\))?[\s,]*(?P<owner>[^,;:.\"“”]{{2,50}}?)[’']s? "
            rf"(?:\w+ )?(?:{names}) for (?:the )?",
            re.IGNORECASE,
        ),
        named_by=re.compile(
            rf"[\s,]*(?:an? (?:\w+ )?(?:{names}) (?:\w+ )?\w+ed\s+)?"
            r"(?:(?:\w+ly|above all|not least|first)\s+)?by\s+(?:the\s+)?"
        ),
        voices=frozenset(raw["voices"]),
        plain_verbs=frozenset(raw["plain_verbs"]),
        alias=re.compile(rf"[\s,(–—]*(?:{aliases})[\s:]*", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True)
class Epithet:
    """Words that name somebody, as they stand in a text.

    Attributes:
        chain: Whom they name.
        start: First code point of the words.
        end: Code point after the last one.
        sentence: Where they stand.
        token: Word of the sentence that they begin or end with.
        by: Who uses them, ``None`` if whoever speaks above them does.
    """

    chain: str
    start: int
    end: int
    sentence: int
    token: int
    by: tuple[Party, ...] | None = None


def is_entity(annotations: Annotations, chain: str | None) -> bool:
    """Tell whether a chain names one entity."""
    if chain is None:
        return False
    found = annotations.chain_by_id[chain]
    return found.name is not None and not found.members
