"""Names of many origins in the place of those that a training sentence has."""

import random
from collections.abc import Callable
from pathlib import Path

from dragoman.annotate.encoder.words import split_words

_SHARES = {"PER": 0.3, "ORG": 0.2, "LOC": 0.15}
Labelled = tuple[list[str], list[bool], list[str]]


class NamePool:
    """Draws names; given and family names are of one origin."""

    def __init__(self, path: Path) -> None:
        self._given: dict[str, list[str]] = {}
        self._family: dict[str, list[str]] = {}
        self._whole: dict[str, list[list[str]]] = {"ORG": [], "LOC": []}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            kind, origin, names = line.split("\t")
            if kind == "given":
                self._given[origin] = names.split("|")
            elif kind == "family":
                self._family[origin] = names.split("|")
            else:
                label = {"organisation": "ORG", "place": "LOC"}[kind]
                self._whole[label].append(names.split("|"))
        self._draw: dict[str, Callable[[random.Random], str]] = {
            "PER": self._person,
            "ORG": lambda chance: chance.choice(chance.choice(self._whole["ORG"])),
            "LOC": lambda chance: chance.choice(chance.choice(self._whole["LOC"])),
        }

    def draw(self, kind: str, chance: random.Random) -> str:
        """Return a name of a person (``PER``), a body (``ORG``) or a place (``LOC``)."""
        return self._draw[kind](chance)

    def _person(self, chance: random.Random) -> str:
        origin = chance.choice(sorted(self._given))
        family = chance.choice(self._family[origin])
        form = chance.random()
        if form < 0.25:
            return family
        given = chance.choice(self._given[origin])
        if form < 0.35:
            return f"{given} {chance.choice(self._given[origin])} {family}"
        return f"{given} {family}"

    def _fitting(
        self, kind: str, length: int | None, chance: random.Random
    ) -> str | None:
        """Draw a name, of a given number of words if one is given; a few times."""
        for _ in range(6):
            name = self._draw[kind](chance)
            if length is None or len(split_words(name)) == length:
                return name
        return None

    def swap(
        self,
        words: list[str],
        glued: list[bool],
        names: list[str],
        chance: random.Random,
        *,
        same_length: bool = False,
    ) -> Labelled:
        """Return the sentence with some of its names put by others of their type.

        Args:
            words: Words of the sentence.
            glued: Whether each follows without white space.
            names: ``B-PER``, ``I-PER`` ... of each word.
            chance: Where the dice come from.
            same_length: Whether the number of words has to stay, because there is a
                tree over them.
        """
        found: Labelled = ([], [], [])
        place = 0
        while place < len(words):
            end = place + 1
            label = names[place]
            kind = label[2:] if label.startswith("B-") else ""
            while kind and end < len(words) and names[end] == f"I-{kind}":
                end += 1
            name = None
            if kind and chance.random() < _SHARES.get(kind, 0.0):
                name = self._fitting(kind, end - place if same_length else None, chance)
            if name is not None:
                for number, (start, stop) in enumerate(split_words(name)):
                    found[0].append(name[start:stop])
                    tight = start > 0 and name[start - 1] != " "
                    found[1].append(tight if number else glued[place])
                    found[2].append(f"{'I' if number else 'B'}-{kind}")
            else:
                found[0].extend(words[place:end])
                found[1].extend(glued[place:end])
                found[2].extend(names[place:end])
            place = end
        return found
