"""Sentences of who did what to whom, made of the phrases in ``deeds.txt``.

A phrase tells one deed with places for its two sides; here the sides get names, and the
deed gets a tense, a voice of the news around it, and the turns that make another deed
of it: "agreed to", "refused to", "threatened to", "accused T of".
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deed_actors import draw_name, draw_source
from deed_verbs import gerund, participle, past, third

PHRASES = Path(__file__).with_name("deeds.txt")
_SLOT = re.compile(r"\b([STPHD])\b")
_PLACE = re.compile(r"\bOTHER([TPHD])\b|\b([STPHD]|HAVE|WAS|BE|DAY)\b")
_AIMED = re.compile(r"([TPHD])\b((?! to )(?! that )[^STPHD]*)$")
_NEVER_PASSIVE = frozenset(
    {"say", "have", "want", "call", "leave", "mock", "dare", "let"}
)
# The share of phrases that are turned to another deed.
_TURNED = 0.36
_FRIENDLY = frozenset(
    {"CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "COOPERATE", "AID", "AGREE"}
)
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"})
# What is said of a deed makes another one of it: kinds of deed, words, what it becomes.
_PROMISED = (
    *("agreed to", "has agreed to", "have agreed to", "is willing to", "is ready to"),
    *("will", "will", "offered to", "has offered to", "promised to", "pledged to"),
    *("said it would", "said it will", "plans to", "decided to", "is set to", "is to"),
    *("announced it will", "has decided to", "is prepared to", "undertook to"),
    *("is expected to", "committed itself to", "says it will", "is about to"),
)
_REFUSED = (
    *("refused to", "has refused to", "refuses to", "declined to", "will not"),
    *("said it would not", "says it will not", "has no intention to", "will never"),
    *("is unwilling to", "is not ready to", "failed to", "still refuses to"),
    *("has so far refused to", "did not agree to", "vowed never to", "would not"),
)
_THREATENED = (
    *(
        "threatened to",
        "has threatened to",
        "threatens to",
        "vowed to",
        "warned it would",
    ),
    *("will", "said it would", "says it will", "is ready to", "plans to", "swore to"),
    *("is preparing to", "announced it will", "announced plans to", "intends to"),
)
_ASKED = (
    *("demanded that", "insisted that", "said that", "urged", "called on", "asked"),
    *("appealed to", "pressed", "ordered", "wants", "told", "repeated its demand that"),
)
_CLAUSE = frozenset(
    {"demanded that", "insisted that", "repeated its demand that", "said that"}
)
_BLAMED = (
    *("accused {T} of", "has accused {T} of", "accuses {T} of", "blamed {T} for"),
    *("condemned {T} for", "criticised {T} for", "denounced {T} for"),
    *("faulted {T} for", "took {T} to task for", "rebuked {T} for"),
)
_STOPPED = ("stopped", "has stopped", "ceased", "called off plans of")
_UPHELD = ("refused to stop", "will go on", "vowed to continue", "will not stop")
_BEFORE = (
    *(
        "On {day}, ",
        "Last week, ",
        "Earlier this month, ",
        "In {place}, ",
        "Meanwhile, ",
    ),
    *(
        "{place} - ",
        "In a statement, ",
        "Later, ",
        "After weeks of tension, ",
        "Also, ",
    ),
    *("{place} (Wire) - ", "On {day} night, ", "In {year}, ", "Yesterday, "),
    *("Ahead of the vote, ", "Despite the rain, ", "According to officials, "),
)
_AFTER = (
    *(" on {day}", " last week", " on {day}, officials said", ", a spokesman said"),
    *(", the state news agency reported", " in {year}", ", according to a statement"),
    *(
        " after a week of unrest",
        " in a bid to end the crisis",
        ", witnesses said on {day}",
    ),
    *(", its office said on {day}", " for the first time in {n} years", " this year"),
    *(" in response to the killing of a villager", ", local media reported {day}"),
    *(" ahead of an election in {place}", " over a border dispute", " amid a drought"),
    *(", saying that it had no choice", " despite warnings from {other}", " again"),
    *(", two days after {other} did the same", " as prices rose", " late on {day}"),
)
_AGREEING = {"HAVE": ("has", "have"), "BE": ("is", "are"), "WAS": ("was", "were")}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the list: its kind of deed, who may do it, and the words."""

    kind: str
    source: str
    target: str
    words: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its marked sides, as code points, and the kind of deed."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    kind: str
    phrase: int


def read_phrases(path: Path = PHRASES) -> list[Phrase]:
    """Read the list: ``== KIND @who WHOM`` and its phrases, a line each."""
    found: list[Phrase] = []
    kind, source, target = "", "", ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("== "):
            kind, source, target = line[3:].split()
            kind = kind.rstrip("0123456789")
        elif line and not line.startswith("#"):
            whole = line.startswith("- ")
            words = line.removeprefix("- ")
            found.append(Phrase(kind, source.lstrip("@"), target, words, whole))
    return found


def tell(phrases: list[Phrase], rounds: int, chance: random.Random) -> Iterator[Told]:
    """Yield sentences: each phrase ``rounds`` times, each time with other words."""
    for number, phrase in enumerate(phrases):
        for _ in range(rounds):
            kind, words = _turn(phrase, chance)
            told = _fill(words, phrase, kind, number, chance)
            if told is not None:
                yield told


def _turn(phrase: Phrase, chance: random.Random) -> tuple[str, str]:
    """Return kind and clause of a phrase, in plain or turned to another deed."""
    if phrase.whole:
        return phrase.kind, phrase.words
    verb, _, rest = phrase.words.partition(" ")
    aimed = _AIMED.match(rest)
    if aimed and verb not in _NEVER_PASSIVE and chance.random() < 0.15:
        done = f"{participle(verb)} {aimed[2].strip()}".strip()
        helper = chance.choice(("WAS", "HAVE been"))
        return phrase.kind, f"{aimed[1]} {helper} {done} by S"
    root = phrase.kind.partition(".")[0]
    roll = chance.random()
    if root in _FRIENDLY and roll < _TURNED:
        return _turn_friendly(phrase, roll, chance)
    if root in _HOSTILE and roll < _TURNED:
        return _turn_hostile(phrase, roll, chance)
    tense = chance.random()
    clauses = (
        (0.42, f"S {past(verb)} {rest}"),
        (0.75, f"S HAVE {participle(verb)} {rest}"),
        (0.87, f"S {third(verb)} {rest}"),
        (0.93, f"S BE {gerund(verb)} {rest}"),
        (1.0, f"S said on DAY it had {participle(verb)} {rest}"),
    )
    return phrase.kind, next(words for most, words in clauses if tense < most)


def _turn_friendly(
    phrase: Phrase, roll: float, chance: random.Random
) -> tuple[str, str]:
    """Promise, refuse or ask for a deed that is welcome."""
    verb, _, rest = phrase.words.partition(" ")
    if roll < 0.15 and phrase.kind != "AGREE.promise":
        return "AGREE.promise", f"S {chance.choice(_PROMISED)} {phrase.words}"
    if roll < 0.27:
        return "REJECT.refuse", f"S {chance.choice(_REFUSED)} {phrase.words}"
    return "REQUEST.demand", _ask(verb, rest, chance)


def _turn_hostile(
    phrase: Phrase, roll: float, chance: random.Random
) -> tuple[str, str]:
    """Threaten a deed, blame the other side for it, end it, uphold it, forbid it."""
    verb, _, rest = phrase.words.partition(" ")
    doing = f"{gerund(verb)} {rest}"
    if roll < 0.15:
        return "THREATEN.words", f"S {chance.choice(_THREATENED)} {phrase.words}"
    if roll < 0.28:
        blame = chance.choice(_BLAMED).format(T="T")
        return "ACCUSE.words", f"S {blame} {_other(doing)}"
    if roll < 0.31:
        return "CONCEDE.ease", f"S {chance.choice(_STOPPED)} {doing}"
    if roll < 0.33:
        return "REJECT.defy", f"S {chance.choice(_UPHELD)} {doing}"
    return "REQUEST.demand", f"S called on T to stop {_other(doing)}"


def _ask(verb: str, rest: str, chance: random.Random) -> str:
    asked = chance.choice(_ASKED)
    rest = _other(rest)
    if asked == "said that":
        return f"S said that T must {verb} {rest}"
    if asked in _CLAUSE:
        return f"S {asked} T {verb} {rest}"
    return f"S {asked} T to {verb} {rest}"


def _other(words: str) -> str:
    """Give the deed that is asked for or blamed another side of its own."""
    return _SLOT.sub(lambda found: f"OTHER{found[1]}", words)


def _fill(
    words: str, phrase: Phrase, kind: str, number: int, chance: random.Random
) -> Told | None:
    slots = set(_SLOT.findall(words))
    target = "T" if "T" in slots else phrase.target
    if target not in slots:
        target = next((slot for slot in "PHD" if slot in slots), "")
    if "S" not in slots or not target:
        return None
    names = {"S": draw_source(phrase.source, chance)}
    names |= {slot: draw_name(slot, chance) for slot in sorted(slots - {"S"})}
    text = _set(chance.choice(_BEFORE), chance) if chance.random() < 0.3 else ""
    marks: dict[str, tuple[int, int]] = {}
    place = 0
    for found in _PLACE.finditer(words):
        text += words[place : found.start()]
        place = found.end()
        slot = found[0]
        if slot in names:
            own = names[slot].text
            if not text or text.endswith("- "):
                own = own[:1].upper() + own[1:]
            marks.setdefault(slot, (len(text), len(text) + len(own)))
            text += own
            if own.endswith("s") and words.startswith("'s ", place):
                text, place = text + "'", place + 2
        elif slot in _AGREEING:
            subject = names.get(words[:1], names["S"])
            text += _AGREEING[slot][subject.many]
        else:
            text += draw_name(found[1], chance).text if found[1] else _day(chance)
    text += words[place:]
    if chance.random() < 0.55:
        text += _set(chance.choice(_AFTER), chance)
    text = text[:1].upper() + text[1:] + "."
    return Told(text, marks["S"], marks[target], kind, number)


def _day(chance: random.Random) -> str:
    return chance.choice(_DAYS)


def _set(words: str, chance: random.Random) -> str:
    return words.format(
        day=_day(chance),
        place=draw_name("P", chance).text,
        other=draw_name("T", chance).text,
        year=chance.randint(1990, 2024),
        n=chance.choice(("two", "seven", "ten", "12", "30")),
    )
