"""The words by which names that somebody gives are known."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.data.word_yaml import read_yaml
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
    plain_verbs: frozenset[str]
    branding: frozenset[str]
    bearing: frozenset[str]
    giving: frozenset[str]
    known_as: re.Pattern[str]
    aliases: re.Pattern[str]
    nickname: re.Pattern[str]
    nouns: frozenset[str]
    calling_as: frozenset[str]
    works: frozenset[str]
    voices: frozenset[str]
    plain: frozenset[str]
    figures: frozenset[str]
    announcing: frozenset[str]
    announced: re.Pattern[str]
    calling: re.Pattern[str]


@cache
def load_words() -> Words:
    """Read the lists once."""
    text = files("dragoman.data").joinpath("epithets_en.yaml").read_text("utf-8")
    raw = read_yaml(text)
    nouns = "|".join(raw["nickname_nouns"])
    ideology = {
        adjective: (frozenset(line["nouns"]), line["country"])
        for line in raw["ideology"]
        for adjective in line["adjectives"]
    }
    kinds = ("naming_verbs", "naming_as_verbs", "calling_as_verbs")
    verbs = [verb for kind in kinds for verb in raw[kind]]
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
        plain_verbs=frozenset(raw["plain_verbs"]),
        branding=frozenset(raw["branding_verbs"]),
        bearing=frozenset(raw["bearing_verbs"]),
        giving=frozenset(raw["giving_verbs"]),
        known_as=_ending_in(raw["known_as"]),
        aliases=_ending_in(raw["aliases"]),
        nickname=re.compile(
            rf"\b(?P<noun>{nouns})s?(?:\s+(?:of|is|was|remains|being)|"
            r"\s+(?:in|among)\s[^,;:.]{2,30}(?=[:,]))?[\s,:]*(?:the\s+|an?\s+)?$",
            re.IGNORECASE,
        ),
        nouns=frozenset({*raw["nickname_nouns"], *raw["name_nouns"]}),
        calling_as=frozenset(raw["calling_as_verbs"]),
        works=frozenset(raw["works"]),
        voices=frozenset(raw["voices"]),
        plain=frozenset(raw["plain"]),
        figures=frozenset(raw["figures"]),
        announcing=frozenset(
            max(phrase.split(), key=len)
            for kind in ("aliases", "nickname_nouns", "calling")
            for phrase in raw[kind]
        ),
        announced=re.compile(
            rf"(?<!\w)(?:{_any_of([*raw['aliases'], *raw['nickname_nouns']])})"
            r"(?:\s+of)?\s+",
            re.IGNORECASE,
        ),
        calling=re.compile(rf"(?<!\w)(?:{_any_of(raw['calling'])})\s+", re.IGNORECASE),
    )


def _ending_in(phrases: list[str]) -> re.Pattern[str]:
    """Return a pattern of text that ends in one of some phrases, an article behind."""
    return re.compile(
        rf"(?<!\w)(?P<cue>{_any_of(phrases)})[\s:]+(?:the\s+|an?\s+)?$",
        re.IGNORECASE,
    )


def _any_of(phrases: list[str]) -> str:
    """Return an alternative of phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase) for phrase in ordered)


# The chain of who bears a name, and who calls him by it.
Named = tuple[str, tuple[Party, ...]]


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
