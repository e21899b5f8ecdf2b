"""The words of reported speech, read from ``schema/statement.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.data.word_yaml import read_yaml
from dragoman.errors import SchemaError

Frames = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the schema says of reporting words.

    Attributes:
        acts: The closed list of speech acts.
        verbs: Verb to frame to act; the act is ``None`` for mere attitudes.
        nouns: Noun of saying to frame to act.
        adjectives: Adjective of a mind to its frames.
        impersonal: Adjectives of what is said by nobody: "it is unclear whether".
        idioms: Verb to what goes with it, the preposition behind, and the act.
        words_of: Noun of somebody's words to the act that its predicate tells.
        documents: Nouns that speak for their author.
        states: Nouns of a state of mind, said only where they are voiced.
        spokespersons: Nouns for those who speak for a body.
        supports: Verbs whose subject says the noun of saying in their object.
        relays: Verbs whose subject passes on somebody else's noun of saying.
        goes_on: Verbs after which an infinitive of saying is really said.
        not_said: Verb to objects with which it reports no speech.
        only_said: Verb to the only objects with which it reports speech.
        done_to_persons: Verbs that report no speech where persons are their object.
        speakers: Common nouns for those who can speak.
        hearers: Common nouns for those who are told in passing.
        subordinates: Common nouns for those who take orders.
        platforms: Networks on which people post.
        predicates: Word that something is called to the act that this is.
        consequence: Words of hostile consequences.
        grave: Words of consequences that are hostile only on a condition.
        provocation: Words of the deeds that hostile consequences answer.
        armed: Words for those who may carry out what they foretell.
        commitment: Verbs of what one pledges to do.
        conditions: Conjunctions of explicit conditions.
    """

    acts: tuple[str, ...]
    verbs: Mapping[str, Frames]
    nouns: Mapping[str, Frames]
    adjectives: Mapping[str, frozenset[str]]
    impersonal: frozenset[str]
    idioms: Mapping[str, tuple[tuple[str, str, str], ...]]
    words_of: Mapping[str, str]
    documents: frozenset[str]
    states: frozenset[str]
    spokespersons: frozenset[str]
    supports: frozenset[str]
    relays: frozenset[str]
    goes_on: frozenset[str]
    not_said: Mapping[str, frozenset[str]]
    only_said: Mapping[str, frozenset[str]]
    done_to_persons: frozenset[str]
    speakers: frozenset[str]
    hearers: frozenset[str]
    subordinates: frozenset[str]
    platforms: frozenset[str]
    predicates: Mapping[str, str]
    consequence: frozenset[str]
    grave: frozenset[str]
    provocation: frozenset[str]
    armed: frozenset[str]
    commitment: frozenset[str]
    conditions: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """Read the lexicon of the package.

    Raises:
        SchemaError: An act is used that is not in the list of acts.
    """
    source = files("dragoman.schema").joinpath("statement.yaml")
    raw = read_yaml(source.read_text(encoding="utf-8"))
    acts = tuple(raw["acts"])
    verbs = _invert(raw["verbs"], acts)
    for word, frames in _by_word(raw["attitudes"]).items():
        verbs[word] = {**dict.fromkeys(frames), **verbs.get(word, {})}
    nouns = _invert(raw["nouns"], acts)
    for word, frames in _by_word(raw["resolves"]).items():
        nouns[word] = {**dict.fromkeys(frames), **nouns.get(word, {})}
    hostile = raw["hostile"]
    return Lexicon(
        acts=acts,
        verbs=verbs,
        nouns=nouns,
        adjectives=_by_word(raw["adjectives"]),
        impersonal=_words(raw["impersonal"]),
        idioms=_idioms(raw["idioms"], acts),
        words_of={
            word: _checked(act, acts)
            for act, told in raw["words_of"].items()
            for word in told.split()
        },
        documents=_words(raw["documents"]),
        states=_words(raw["states"]),
        spokespersons=_words(raw["spokespersons"]),
        supports=_words(raw["supports"]),
        relays=_words(raw["relays"]),
        goes_on=_words(raw["goes_on"]),
        not_said={verb: _words(nouns) for verb, nouns in raw["not_said"].items()},
        only_said={verb: _words(nouns) for verb, nouns in raw["only_said"].items()},
        done_to_persons=_words(raw["done_to_persons"]),
        speakers=_words(raw["speakers"]),
        hearers=_words(raw["hearers"]),
        subordinates=_words(raw["subordinates"]),
        platforms=_words(raw["platforms"]),
        predicates={
            word: _checked(act, acts)
            for act, told in raw["predicates"].items()
            for word in told.split()
        },
        consequence=_words(hostile["consequence"]),
        grave=_words(hostile["grave"]),
        provocation=_words(hostile["condition"]),
        armed=_words(hostile["armed"]),
        commitment=_words(hostile["commitment"]),
        conditions=_words(raw["conditions"]),
    )


def tells_clause(frames: Frames | None) -> bool:
    """Tell whether a verb with these frames says something in a clause."""
    return frames is not None and frames.get("clause") is not None


def _by_word(frames: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Turn frame -> words into word -> frames."""
    found: dict[str, set[str]] = {}
    for frame, words in frames.items():
        for word in words.split():
            found.setdefault(word, set()).add(frame)
    return {word: frozenset(own) for word, own in found.items()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _invert(
    table: Mapping[str, Mapping[str, str]], acts: tuple[str, ...]
) -> dict[str, dict[str, str | None]]:
    """Turn act -> frame -> words into word -> frame -> act; the last act wins."""
    found: dict[str, dict[str, str | None]] = {}
    for act, frames in table.items():
        checked = _checked(act, acts)
        for frame, words in frames.items():
            for word in words.split():
                found.setdefault(word, {})[frame] = checked
    return found


def _idioms(
    table: Mapping[str, str], acts: tuple[str, ...]
) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Turn act -> "take_aim_at" into verb -> (noun, preposition, act)."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for act, idioms in table.items():
        for idiom in idioms.split():
            verb, goes_with, preposition = idiom.split("_")
            known = found.get(verb, ())
            found[verb] = (*known, (goes_with, preposition, _checked(act, acts)))
    return found


def _checked(act: str, acts: tuple[str, ...]) -> str:
    if act not in acts:
        raise SchemaError(f"statement.yaml: {act!r} is not in the list of acts")
    return act
