"""Where a sentence puts what a paragraph goes on to tell, without an event.

"The envoy stepped off the train in Dakar on Monday", "Monday found her in Niamey": she
is there. "Lomé, on Thursday, was warmer", "the last stop was Accra", "in Arusha the
mood was calmer": whatever comes next is there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.clauses.nearby import clause_tokens
from dragoman.extract.clauses.obliques import find_obliques
from dragoman.extract.events.setting.places import IN, Place
from dragoman.extract.events.setting.settings import SettingReader
from dragoman.model.annotation import Schema
from dragoman.model.claim import Time
from dragoman.model.syntax import FUTURE, Sentence

_MOTION = frozenset(
    {"go", "fly", "travel", "drive", "move", "come", "return", "head", "sail", "cross"}
    | {"proceed", "repair", "walk", "continue", "keep", "retire", "withdraw", "get"}
    | {"ride", "make", "hurry", "rush", "descend", "climb", "turn", "carry"}
)
_GOALS = frozenset({"to", "into", "on to", "onto"})
# What a day or a journey does with a traveller.
_BROUGHT = frozenset({"find", "take", "bring", "carry", "lead", "see"})
# Past that is nobody's day: "was born in Rome, studied in Lima".
_LIFE = frozenset(
    {"bear", "live", "grow", "study", "work", "serve", "die", "teach", "graduate"}
    | {"train", "settle", "own", "marry", "be", "know", "rule", "reign"}
)
_STAGES = frozenset(
    {"stop", "leg", "stage", "station", "destination", "halt", "port", "stopover"}
    | {"next", "last", "first", "second", "third", "final"}
)
_OCCASIONS = frozenset({"funeral", "wedding", "festival", "trial", "meal", "scene"})
_FOLLOWING = frozenset({"follow", "come", "be"})
_LENGTHS = frozenset(
    {"day", "week", "night", "weekend", "hour", "morning", "afternoon", "evening"}
    | {"month", "time", "while", "minute"}
)
_UP = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """A place, with its day, and who is there.

    Attributes:
        verb: What tells it.
        place: Where.
        time: When, if the sentence tells it.
        parties: Who is there; ``None`` if what comes next is there, whoever does it.
    """

    verb: int
    place: Place
    time: Time | None
    parties: frozenset[str] | None


def find_scenes(
    settings: SettingReader, sentence: int, tree: Sentence
) -> Iterator[Scene]:
    """Yield where the main clauses of a sentence put somebody, or what comes next."""
    for verb in tree.conjuncts(tree.root):
        if not _is_told(tree, verb) or settings.annotations.is_quoted(tree[verb].start):
            continue
        named = _named(settings, sentence, tree, verb)
        if named is not None:
            yield Scene(verb, named, _day(settings, sentence, tree, verb), None)
            continue
        for token, case in _spots(tree, verb):
            place = find_town(settings, sentence, token)
            if place is None:
                continue
            parties = _who(settings, sentence, tree, verb)
            opens = all(token < one for one in (verb, *_subjects(tree, verb)))
            opens = opens or _is_of_all(settings, tree, verb)
            if parties is not None or (opens and case in IN | _GOALS):
                time = _day(settings, sentence, tree, verb)
                yield Scene(verb, place, time, parties)
                break


def find_town(settings: SettingReader, sentence: int, token: int) -> Place | None:
    """Return the place that a phrase names, also "at the gate of Gao"."""
    tree = settings.annotations.sentences[sentence]
    place = settings.named_place(sentence, token)
    for _ in range(_UP):
        if place is not None and place[0] is not None:
            chain = settings.annotations.chain_by_id[place[0]]
            return place if chain.schema is Schema.PLACE else None
        inner = [
            child
            for child in tree.children(token, "nmod")
            if tree.case_of(child) in IN | {"of"}
        ]
        if not inner or tree[token].upos != "NOUN":
            return None
        token = inner[0]
        place = settings.named_place(sentence, token)
    return None


def _is_told(tree: Sentence, verb: int) -> bool:
    """Tell whether a clause tells what was, or has been, and not before that."""
    helpers = [tree[one] for one in tree.children(verb, "aux", "aux:pass", "cop")]
    if tree.is_negated(verb) or any(
        one.tag == "MD" or one.lemma.lower() in FUTURE or one.text.lower() == "had"
        for one in helpers
    ):
        return False
    return any(one.tag in {"VBD", "VBZ", "VBP"} for one in (tree[verb], *helpers))


def _subjects(tree: Sentence, verb: int) -> list[int]:
    return tree.children(verb, "nsubj", "nsubj:pass", "expl")


def _spots(tree: Sentence, verb: int) -> Iterator[tuple[int, str]]:
    """Yield the phrases of place of a clause, the main one first."""
    case = tree.case_of(verb)
    if case in IN and tree.child(verb, "cop") is not None:
        yield verb, case  # "is in Rome"
    moves = tree[verb].lemma.lower() in _MOTION | _BROUGHT
    for one in find_obliques(tree, verb):
        if one.case in IN or (moves and one.case in _GOALS):
            yield one.token, one.case
    for thing in tree.children(verb, "obj"):
        # "took the envoy, Lee, to Rome": hung on Lee
        for child in (thing, *tree.children(thing, "appos")):
            for one in find_obliques(tree, child):
                if moves and one.case in _GOALS | IN:
                    yield one.token, one.case


def _who(
    settings: SettingReader, sentence: int, tree: Sentence, verb: int
) -> frozenset[str] | None:
    """Return who is at a place by what a clause tells of it, if anybody."""
    lemma = tree[verb].lemma.lower()
    things = tree.children(verb, "obj")
    heads: list[int] = []
    if lemma in _BROUGHT and things:
        subjects = tree.children(verb, "nsubj")
        if all(_is_time_or_trip(settings, sentence, tree, one) for one in subjects):
            heads = things
    elif (tree[verb].upos == "VERB" and lemma in _LIFE) or tree.is_passive(verb):
        return None
    elif all(tree[one].lemma.lower() in _LENGTHS for one in things):
        subject = tree.subject(verb)
        heads = [] if subject is None else [subject]
    parties = frozenset(
        party.entity
        for head in heads
        for party in settings.reader.read(sentence, head, "traveller")
        if party.entity is not None
    )
    return parties or None


def _is_of_all(settings: SettingReader, tree: Sentence, verb: int) -> bool:
    """Tell "gunmen came to Gao", "the ceremony was in Gao" from where one person is."""
    words = settings.reader.words
    came = tree[verb].lemma.lower() in _MOTION and tree[verb].tag == "VBD"
    was = tree.child(verb, "cop") is not None
    return any(
        (came and tree[one].tag == "NNS" and tree[one].lemma in words["forces"])
        or (was and tree[one].lemma in words["event_nouns"] | _OCCASIONS)
        for one in tree.children(verb, "nsubj")
    )


def _is_time_or_trip(
    settings: SettingReader, sentence: int, tree: Sentence, token: int
) -> bool:
    return settings.inside_time(sentence, token) or (
        tree[token].lemma.lower() in settings.reader.words["visit_nouns"]
    )


def _named(
    settings: SettingReader, sentence: int, tree: Sentence, verb: int
) -> Place | None:
    """Return the town that a clause is about: "Lomé was warmer", "Accra came next"."""
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return None
    copular = tree.child(verb, "cop") is not None
    stage = tree[subject].lemma.lower() in _STAGES
    if copular and stage and not tree.case_of(verb):
        return settings.town_named(sentence, verb)
    follows = tree[verb].lemma.lower() in _FOLLOWING and not tree.children(verb, "obj")
    if follows and tree[verb].upos == "VERB" and tree.children(verb, "advmod", "obl"):
        return settings.town_named(sentence, subject)
    if copular and tree[verb].upos == "ADJ":
        return settings.town_named(sentence, subject)
    return None


def _day(
    settings: SettingReader, sentence: int, tree: Sentence, verb: int
) -> Time | None:
    time = settings.time_within(sentence, clause_tokens(tree, verb))
    return time if time is not None and time.precision == "day" else None


__all__ = ["Scene", "find_scenes", "find_town"]
