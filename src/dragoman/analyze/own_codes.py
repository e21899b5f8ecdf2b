"""Codes from users' own dictionaries of actors and agents.

A dictionary names actors ("Gondor": GON) and the common nouns for people that add a
sector to them ("border police": ~COP). A phrase is read from left to right, the longest
entry first; "former" before a common noun makes it ELI. What no dictionary names is
coded as without one (``analyze.actor_codes``).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.knowledge import CODING, DatedCode, Known

FindKnown = Callable[[Iterable[str]], Mapping[str, tuple[Known, ...]]]

_WORD = re.compile(r"\w[\w.&-]*\w\.?|\w\.?|[^\W\d_]+")
_LONGEST = 6
_FORMER = frozenset({"former", "ex", "onetime"})


@dataclass(frozen=True, slots=True)
class Coded:
    """What dictionaries make of a phrase.

    Attributes:
        actors: Codes of the actors named, in order of the text.
        before: Codes of agents that stand before the actor's: ``NGO``.
        after: Codes of agents that stand after it: ``GOV``.
    """

    actors: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def codes(self) -> tuple[str, ...]:
        """Return a code for each actor; the agents' alone if none is named."""
        return tuple(self._join(actor) for actor in self.actors or ("",))

    def _join(self, actor: str) -> str:
        code = actor
        for one in self.after:
            if not code.endswith(one):
                code += one
        for one in self.before:
            if not code.startswith(one):
                code = one + code
        return code


class OwnCodes:
    """Looks phrases up in the dictionaries of a case."""

    def __init__(self, find_known: FindKnown) -> None:
        self._find = find_known
        self._memory: dict[str, dict[str, Known]] = {}

    def code(self, text: str, day: str | None) -> Coded | None:
        """Return what a phrase is coded as, ``None`` if no dictionary says.

        Args:
            text: A noun phrase.
            day: Day for which the code is to hold, ``YYYY-MM-DD``, ``None`` if unknown.
        """
        words = [word.strip(".") or word for word in _WORD.findall(_bare(text))]
        entries = self._entries(words)
        if not entries:
            return None
        actors: list[str] = []
        before: list[str] = []
        after: list[str] = []
        start = 0
        while start < len(words):
            found, start = _longest(words, start, entries)
            code = None if found is None else _pick(found.codes, day)
            if found is None or code is None:
                continue
            if found.schema == "Actor":
                actors.append(code)
            elif code.endswith("~"):
                before.append(code.strip("~"))
            else:
                after.append(code.strip("~"))
        if after and _FORMER & {word.lower() for word in words}:
            after = ["ELI"]
        if not actors and not before and not after:
            return None
        unique = dict.fromkeys
        return Coded(tuple(unique(actors)), tuple(unique(before)), tuple(unique(after)))

    def _entries(self, words: Sequence[str]) -> dict[str, Known]:
        key = " ".join(words)
        if key not in self._memory:
            grams = {
                " ".join(words[start:end])
                for start in range(len(words))
                for end in range(start + 1, min(len(words), start + _LONGEST) + 1)
            }
            found: dict[str, Known] = {}
            for name, listed in self._find(grams).items():
                coding = [one for one in listed if one.schema in CODING and one.codes]
                if coding:
                    # A name that is both is an actor: "Congress" of a party.
                    found[name] = min(coding, key=lambda one: one.schema)
            self._memory[key] = found
        return self._memory[key]


def _bare(text: str) -> str:
    return re.sub(r"['’]s\b|(?<=s)['’](?=\s|$)", "", text.replace("_", " "))


def _longest(
    words: Sequence[str], start: int, entries: Mapping[str, Known]
) -> tuple[Known | None, int]:
    """Return the longest entry at a word, and where to go on."""
    for end in range(min(len(words), start + _LONGEST), start, -1):
        found = entries.get(" ".join(words[start:end]))
        if found is not None:
            return found, end
    return None, start + 1


def _pick(codes: Iterable[DatedCode], day: str | None) -> str | None:
    """Return the code that holds on a day; the latest begun where several do."""
    holding = [one for one in codes if one.holds_on(day)]
    bound = [one for one in holding if one.start or one.end]
    # The one bound most narrowly: "HOBGOV 2012 to 2013" before "HOBELI from 2013".
    both = [one for one in bound if one.start and one.end]
    for listed in (both, bound, holding):
        if listed:
            return max(listed, key=lambda one: one.start or "").code
    return None
