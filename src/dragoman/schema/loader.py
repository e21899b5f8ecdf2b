"""Read and check the ontology: event types, modes, triggers and narrative words.

The ontology is data (``event.yaml``, ``narrative.yaml``), so that analysts can
extend it; a fault is reported with the file and the key at which it stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

import yaml

from dragoman.data.word_yaml import read_yaml
from dragoman.errors import SchemaError
from dragoman.model.claim import Modality

PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
KINDS = frozenset({"person", "party", "target", "place", "thing", "crowd", "traveller"})
HERE = Path(__file__).parent
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """What part the phrases around a trigger play.

    Attributes:
        name: Key in the ontology.
        verb: Slot (``subject``, ``object``, ``iobj`` or a preposition) to part.
        noun: Slot (``possessor``, ``demonym`` or a preposition) to part.
        needs: Parts that must be there, each a choice; ``two`` means two parties.
        kinds: Part to the kind of thing that may play it.
        modality: How the event is put if nothing else is said, empty if asserted.
        passive: What a passive needs that does not say who did it, if that is less.
    """

    name: str
    verb: Mapping[str, str]
    noun: Mapping[str, str]
    needs: tuple[frozenset[str], ...]
    kinds: Mapping[str, str]
    modality: str = ""
    passive: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells an event.

    Attributes:
        type: PLOVER type.
        mode: Mode, ``None`` if the group has none.
        frame: Frame of the group.
        pattern: The pattern as it stands in the ontology.
        lemma: Base form of the head word.
        words: Particles of a verb, or words before a noun.
        prepositions: One of these must follow, if there are any.
        objects: The object (or the noun after the preposition) must be one of
            these, if there are any.
        subjects: The subject must be one of these, if there are any.
        complements: The predicate of a clause that depends on the verb must be one of
            these, if there are any.
        needs: What a sentence must have, as bits of ``EventOntology.bits``.
    """

    type: str
    mode: str | None
    frame: Frame
    pattern: str
    lemma: str
    words: tuple[str, ...] = ()
    prepositions: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    needs: int = 0

    @property
    def stands_alone(self) -> bool:
        """Whether the word tells the event without further words: no "open fire"."""
        return not (
            self.words
            or self.prepositions
            or self.objects
            or self.subjects
            or self.complements
        )

    @property
    def weight(self) -> int:
        """How much the pattern asks for; the most specific one wins."""
        phrase = any(" " in one for one in self.objects) and len(self.objects) == 1
        asked = phrase + bool(self.subjects) + bool(self.objects) + len(self.words)
        asked += bool(self.complements)
        return 2 * asked + bool(self.prepositions)


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type with its modes and their descriptions."""

    name: str
    description: str
    modes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventOntology:
    """Event types and the words that tell them.

    Attributes:
        types: By name, in the order of the file.
        frames: By name.
        verbs: Base form to triggers, most specific first.
        nouns: The same for nouns.
        words: Named word sets of the section ``words``.
        sets: Named word sets of the section ``sets``.
        bits: By base form, what patterns ask for that it is: a bit for each set of
            words of which a sentence must have one.
    """

    types: Mapping[str, EventType]
    frames: Mapping[str, Frame]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    words: Mapping[str, frozenset[str]]
    sets: Mapping[str, frozenset[str]]
    bits: Mapping[str, int]

    def needs_met(self, lemmas: Iterable[str]) -> int:
        """Return what patterns ask for that a sentence of these base forms has."""
        met, bits = 0, self.bits.get
        for lemma in lemmas:
            met |= bits(lemma, 0)
        return met

    def types_of(self, noun: str) -> frozenset[str]:
        """Return the types that a noun tells by itself, as in "the attack"."""
        triggers = self.nouns.get(noun, ())
        return frozenset(one.type for one in triggers if one.stands_alone)


class _Checker:
    """Typed access to a YAML tree; every fault names file and key."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def fail(self, key: str, message: str) -> SchemaError:
        return SchemaError(f"{self.path.name}: {key}: {message}")

    def read(self) -> dict[str, object]:
        try:
            content = read_yaml(self.path.read_bytes().decode("utf-8"))
        except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
            message = str(error).replace("\n", " ")
            raise self.fail("file", message) from error
        top = self.mapping(content, "file")
        if top.get("version") != _VERSION:
            raise self.fail("version", f"need {_VERSION}, got {top.get('version')!r}")
        return top

    def mapping(self, value: object, key: str) -> dict[str, object]:
        if not isinstance(value, dict):
            raise self.fail(key, f"need a mapping, got {type(value).__name__}")
        for name in value:
            if not isinstance(name, str):
                raise self.fail(key, f"key {name!r} is not text (quote it)")
        return value

    def words(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.fail(key, f"need a list of words, got {type(value).__name__}")
        for word in value:
            if not isinstance(word, str):
                raise self.fail(key, f"{word!r} is not text (quote it)")
        return tuple(value)

    def text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self.fail(key, f"need text, got {type(value).__name__}")
        return value

    def only(self, tree: Mapping[str, object], allowed: set[str], key: str) -> None:
        unknown = sorted(set(tree) - allowed)
        if unknown:
            raise self.fail(
                f"{key}.{unknown[0]}", f"unknown key; allowed: {sorted(allowed)}"
            )

    def sets(self, value: object, key: str) -> dict[str, frozenset[str]]:
        return {
            name: frozenset(_spread(self.words(words, f"{key}.{name}")))
            for name, words in self.mapping(value, key).items()
        }


def _spread(phrases: Iterable[str]) -> Iterator[str]:
    """Yield phrases, "a|b c|d e" as the four that it stands for: "a c", "a d e" ..."""
    for phrase in phrases:
        if "|" not in phrase:
            yield phrase
            continue
        first, _, rest = phrase.partition(" ")
        for one, other in product(first.split("|"), rest.split("|")):
            yield f"{one} {other}"


class _EventReader(_Checker):
    """Builds the event ontology from its file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.sets_: dict[str, frozenset[str]] = {}
        self.frames: dict[str, Frame] = {}
        self.verbs: defaultdict[str, list[Trigger]] = defaultdict(list)
        self.nouns: defaultdict[str, list[Trigger]] = defaultdict(list)
        self.numbers: dict[frozenset[str], int] = {}

    def load(self) -> EventOntology:
        top = self.read()
        self.only(top, {"version", "frames", "sets", "types", "words"}, "file")
        self.sets_ = self.sets(top.get("sets"), "sets")
        frames = self.mapping(top.get("frames"), "frames")
        self.frames = {name: self.frame(name, tree) for name, tree in frames.items()}
        types: dict[str, EventType] = {}
        for name, tree in self.mapping(top.get("types"), "types").items():
            types[name] = self.type(name, tree)
        missing = [name for name in PLOVER if name not in types]
        if missing:
            raise self.fail("types", f"missing {', '.join(missing)}")
        return EventOntology(
            types=types,
            frames=self.frames,
            verbs=_by_weight(self.verbs),
            nouns=_by_weight(self.nouns),
            words=self.sets(top.get("words"), "words"),
            sets=self.sets_,
            bits=self.bits(),
        )

    def frame(self, name: str, value: object) -> Frame:
        key = f"frames.{name}"
        tree = self.mapping(value, key)
        self.only(tree, {"verb", "noun", "needs", "kinds", "modality", "passive"}, key)
        slots = {}
        for side in ("verb", "noun"):
            found = self.mapping(tree.get(side, {}), f"{key}.{side}")
            slots[side] = {
                slot: self.text(part, f"{key}.{side}.{slot}")
                for slot, part in found.items()
            }
        kinds = {
            part: self.text(kind, f"{key}.kinds.{part}")
            for part, kind in self.mapping(tree.get("kinds", {}), key).items()
        }
        for part, kind in kinds.items():
            if kind not in KINDS:
                raise self.fail(
                    f"{key}.kinds.{part}", f"{kind!r} is none of {sorted(KINDS)}"
                )
        modality = self.text(tree.get("modality", ""), f"{key}.modality")
        if modality not in {"", *Modality}:
            raise self.fail(f"{key}.modality", f"{modality!r} is no modality")
        needs = self.needs(tree, key, "needs")
        passive = self.needs(tree, key, "passive")
        return Frame(
            name, slots["verb"], slots["noun"], needs, kinds, modality, passive
        )

    def needs(
        self, tree: Mapping[str, object], key: str, name: str
    ) -> tuple[frozenset[str], ...]:
        wanted = tree.get(name, [])
        if not isinstance(wanted, list):
            raise self.fail(f"{key}.{name}", "need a list of parts")
        return tuple(
            frozenset([one])
            if isinstance(one, str)
            else frozenset(self.words(one, f"{key}.{name}"))
            for one in wanted
        )

    def type(self, name: str, value: object) -> EventType:
        key = f"types.{name}"
        if name not in PLOVER:
            raise self.fail(key, f"no PLOVER type; allowed: {', '.join(PLOVER)}")
        tree = self.mapping(value, key)
        self.only(tree, {"description", "example", "modes", "groups"}, key)
        self.groups(tree.get("groups", []), key, name, None)
        modes = {}
        for mode, sub in self.mapping(tree.get("modes", {}), f"{key}.modes").items():
            at = f"{key}.modes.{mode or '(none)'}"
            branch = self.mapping(sub, at)
            self.only(branch, {"description", "example", "groups"}, at)
            self.groups(branch.get("groups", []), at, name, mode or None)
            if mode:
                modes[mode] = self.text(branch.get("description"), f"{at}.description")
        text = self.text(tree.get("description"), f"{key}.description")
        return EventType(name, text, modes)

    def groups(self, value: object, key: str, type_: str, mode: str | None) -> None:
        if not isinstance(value, list):
            raise self.fail(f"{key}.groups", "need a list of groups")
        for number, item in enumerate(value):
            at = f"{key}.groups[{number}]"
            group = self.mapping(item, at)
            self.only(group, {"frame", "verbs", "nouns"}, at)
            name = self.text(group.get("frame"), f"{at}.frame")
            if name not in self.frames:
                raise self.fail(f"{at}.frame", f"no frame {name!r}")
            frame = self.frames[name]
            for pattern in self.words(group.get("verbs", []), f"{at}.verbs"):
                trigger = self.verb(pattern, f"{at}.verbs", (type_, mode, frame))
                self.verbs[trigger.lemma].append(trigger)
            for pattern in self.words(group.get("nouns", []), f"{at}.nouns"):
                trigger = self.noun(pattern, (type_, mode, frame))
                self.nouns[trigger.lemma].append(trigger)

    def noun(self, pattern: str, group: tuple[str, str | None, Frame]) -> Trigger:
        *before, lemma = pattern.split()
        asked = {
            sign: frozenset().union(
                *(self.named(one[1:]) for one in before if one[0] == sign)
            )
            for sign in "^>"
        }
        cases = {one[1:] for one in before if one[0] == "~"}
        return Trigger(
            *group,
            pattern,
            lemma,
            tuple(one for one in before if one[0] not in {*asked, "~"}),
            prepositions=frozenset(cases),
            subjects=asked["^"],
            complements=asked[">"],
        )

    def named(self, name: str) -> frozenset[str]:
        """Return a word set, or the very word where none is called so."""
        return self.sets_.get(name, frozenset({name}))

    def verb(
        self, pattern: str, key: str, group: tuple[str, str | None, Frame]
    ) -> Trigger:
        lemma, *rest = pattern.split()
        words: list[str] = []
        prepositions: frozenset[str] = frozenset()
        subjects: frozenset[str] = frozenset()
        complements: frozenset[str] = frozenset()
        target: list[str] = []
        for word in rest:
            if word.startswith(">"):
                complements = self.named(word[1:])
            elif word.startswith("^"):
                subjects = self.named(word[1:])
            elif word.startswith("~"):
                prepositions = frozenset(
                    part.lstrip("~").replace("_", " ")
                    for part in word.split("|")
                    if part.lstrip("~")
                )
            elif word.startswith("=") or target:
                target.append(word.lstrip("="))
            else:
                words.append(word)
        if not lemma.isascii() or lemma.startswith(("~", "=")):
            raise self.fail(key, f"pattern {pattern!r} must begin with a verb")
        if "out" in words and "of" in prepositions:
            prepositions |= {"out of"}  # one preposition, as parsers read it
        name = " ".join(target)
        objects = self.sets_.get(name, frozenset({name}) if name else frozenset())
        type_, mode, frame = group
        last, doing = _last_words(objects), _last_words(subjects)
        return Trigger(
            type=type_,
            mode=mode,
            frame=frame,
            pattern=pattern,
            lemma=lemma,
            words=tuple(words),
            prepositions=prepositions,
            objects=objects,
            subjects=subjects,
            complements=complements,
            needs=self.number(last) | self.number(doing) | self.number(complements),
        )

    def number(self, words: frozenset[str]) -> int:
        """Return the bit of a set of words of which a sentence must have one."""
        return self.numbers.setdefault(words, 1 << len(self.numbers)) if words else 0

    def bits(self) -> dict[str, int]:
        found: defaultdict[str, int] = defaultdict(int)
        for words, number in self.numbers.items():
            for word in words:
                found[word] |= number
        return dict(found)


@cache
def _last_words(phrases: frozenset[str]) -> frozenset[str]:
    """Return what phrases end with; thousands of patterns ask it of a few sets."""
    return frozenset(one.rpartition(" ")[2] for one in phrases)


def _by_weight(
    found: Mapping[str, Sequence[Trigger]],
) -> dict[str, tuple[Trigger, ...]]:
    return {
        lemma: tuple(sorted(triggers, key=lambda trigger: -trigger.weight))
        if len(triggers) > 1
        else tuple(triggers)
        for lemma, triggers in found.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class NarrativeOntology:
    """Words of slogans, themes, recirculation and assessment.

    Attributes:
        words: Named word sets, base forms in lower case.
    """

    words: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.words[name]


def read_events(path: Path) -> EventOntology:
    """Read an event ontology.

    Raises:
        SchemaError: The file is missing or faulty; the message names file and key.
    """
    return _EventReader(path).load()


def read_narratives(path: Path, required: Iterable[str] = ()) -> NarrativeOntology:
    """Read the words of narratives and assessments.

    Raises:
        SchemaError: The file is missing or faulty, or a required set is missing.
    """
    checker = _Checker(path)
    top = checker.read()
    checker.only(top, {"version", "words"}, "file")
    words = checker.sets(top.get("words"), "words")
    for name in required:
        if name not in words:
            raise checker.fail(f"words.{name}", "missing")
    return NarrativeOntology(words)


@cache
def unite_words(*sets: frozenset[str]) -> frozenset[str]:
    """Return the words of several sets, which every document asks for again."""
    return frozenset().union(*sets)


@cache
def load_events() -> EventOntology:
    """Return the ontology of events that ships."""
    return read_events(HERE / "event.yaml")


@cache
def load_narratives() -> NarrativeOntology:
    """Return the narrative words that ship."""
    return read_narratives(HERE / "narrative.yaml")
