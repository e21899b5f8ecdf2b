"""Verb dictionaries of event coders (TABARI, PETRARCH), read and matched.

A block opens with a code; its lines are verbs, and patterns of words before and after
the verb ``*`` that have a code of their own::

    --- BREAK [170] ---
    BREAK {BROKE BROKEN}
    +BREAK_DOWN                    a verb of several words, "+" before the verb itself
    - * &TIES WITH + [161]         "&" a set of words, "+" the other side
    - NOT * [112]

In a pattern a blank lets words stand between, ``_`` does not. ``[032:033]`` codes both
directions, ``[---]`` no event. ``$`` is who acts, ``+`` the other side, ``^`` somebody
passed over, ``%`` both sides at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_CODE = re.compile(r"\[([^\]]*)\]")
_BRACES = re.compile(r"\{([^}]*)\}")
_SIDES = frozenset("$+^%")
_NULL = frozenset({"", "---", "+++", "###"})


@dataclass(frozen=True, slots=True)
class Element:
    """A place of a pattern.

    Attributes:
        phrases: Words that may stand there, each a sequence in capitals; empty for a
            party.
        side: ``$``, ``+``, ``^`` or ``%`` for a party, else empty.
        near: Whether it must stand right beside the one before it.
    """

    phrases: tuple[tuple[str, ...], ...]
    side: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words around a verb and their codes: there, and back."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]
    codes: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How much it asks for."""
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of one word or more.

    Attributes:
        words: In capitals, the verb itself among them.
        main: Index of the verb among them.
        codes: Of the verb alone.
        patterns: Of its block, those that ask for most first.
    """

    words: tuple[str, ...]
    main: int
    codes: tuple[str, ...]
    patterns: tuple[Pattern, ...]


@dataclass(slots=True)
class _Block:
    codes: tuple[str, ...]
    verbs: list[tuple[str, tuple[str, ...] | None]] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)


def read_verbs(text: str) -> Mapping[str, Sequence[Verb]]:
    """Return the verbs of a dictionary by the word that is the verb, in capitals."""
    sets: dict[str, list[tuple[str, ...]]] = {}
    current: list[tuple[str, ...]] | None = None
    blocks: list[_Block] = []
    for raw in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).splitlines():
        line = raw.partition("#")[0].strip()
        if not line or line.startswith("~"):
            continue
        if line.startswith("---"):
            blocks.append(_Block(_codes(line)))
            current = None
        elif line.startswith("&"):
            current = sets.setdefault(line.split()[0], [])
        elif current is not None and line.startswith("+"):
            current.extend(_member(line[1:], sets))
        elif line.startswith("-") and blocks:
            pattern = _pattern(line[1:], sets)
            if pattern is not None:
                blocks[-1].patterns.append(pattern)
        elif blocks:
            current = None
            own = _codes(line) if _CODE.search(line) else None
            blocks[-1].verbs.extend((form, own) for form in _verb_forms(line))
    return _index(blocks)


def read_discards(text: str) -> list[str]:
    """Return the phrases of a discard list: no sentence with one is coded."""
    lines = (line.partition("#")[0].strip().lstrip("+") for line in text.splitlines())
    return [line.replace("_", " ").strip().upper() for line in lines if line]


def _codes(line: str) -> tuple[str, ...]:
    found = _CODE.findall(line)
    if not found:
        return ()
    codes = (re.sub(r"(?<=\d)\D+$", "", one.strip()) for one in found[-1].split(":"))
    return tuple("" if one in _NULL else one for one in codes)


def _member(
    text: str, sets: Mapping[str, list[tuple[str, ...]]]
) -> Iterator[tuple[str, ...]]:
    if text.startswith("&"):
        yield from sets.get(text.strip(), ())
        return
    yield tuple(text.replace("_", " ").upper().split())


def _verb_forms(line: str) -> Iterator[str]:
    bare = _CODE.sub(" ", line)
    braces = _BRACES.search(bare)
    yield from _BRACES.sub(" ", bare).split()[:1]
    if braces is not None:
        yield from braces[1].split()


def _index(blocks: Sequence[_Block]) -> Mapping[str, Sequence[Verb]]:
    found: defaultdict[str, list[Verb]] = defaultdict(list)
    for block in blocks:
        patterns = tuple(sorted(block.patterns, key=lambda one: -one.weight))
        for form, own in block.verbs:
            parts = form.strip("_").split("_")
            several = len(parts) > 1
            marked = [n for n, part in enumerate(parts) if part.startswith("+")]
            main = marked[0] if several and marked else 0
            words = tuple(part.lstrip("+").upper() for part in parts)
            codes = block.codes if own is None else own
            found[words[main]].append(Verb(words, main, codes, patterns))
    return {
        word: sorted(verbs, key=lambda one: -len(one.words))
        for word, verbs in found.items()
    }


def _pattern(line: str, sets: Mapping[str, list[tuple[str, ...]]]) -> Pattern | None:
    body = _CODE.sub(" ", line)
    tokens = re.findall(r"_|[^\s_(){}]+", body)
    if "*" not in tokens:
        return None
    star = tokens.index("*")
    before = _elements(tokens[:star], sets)
    after = _elements(tokens[star + 1 :], sets)
    if before is None or after is None:
        return None
    # Nearness is told from the verb outwards on both sides.
    joined = bool(tokens[:star]) and tokens[star - 1] == "_"
    flipped: list[Element] = []
    near = joined
    for element in reversed(before):
        flipped.append(Element(element.phrases, element.side, near))
        near = element.near
    return Pattern(tuple(flipped), tuple(after), _codes(line))


def _elements(
    words: Sequence[str], sets: Mapping[str, list[tuple[str, ...]]]
) -> list[Element] | None:
    found: list[Element] = []
    near = False
    for word in words:
        if word == "_":
            near = True
            continue
        if word in _SIDES:
            found.append(Element((), word, near))
        elif word.startswith("&"):
            phrases = sets.get(word) or sets.get(f"{word}_")
            if phrases is None:
                return None
            found.append(Element(tuple(phrases), "", near))
        else:
            found.append(Element(((word.upper(),),), "", near))
        near = False
    return found
