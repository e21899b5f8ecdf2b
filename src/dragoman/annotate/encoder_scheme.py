"""Small differences between the treebank's trees and those that the rules expect.

Both are Universal Dependencies. The English Web Treebank makes the first part of a
name its head; the rules of this house know the last one as head (the surname is
what is said of a person later, and titles stand before it), with all other parts
as ``compound``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ReadWord:
    """What the model says of one word; ``head`` counts in the sentence."""

    upos: str
    xpos: str
    lemma: str
    head: int
    deprel: str
    name: str


def adapt(sentence: Sequence[ReadWord]) -> list[ReadWord]:
    """Return the words of a sentence with names headed by their last part."""
    words = [
        replace(word, deprel="compound") if word.deprel == "nmod:desc" else word
        for word in sentence
    ]
    parts: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if word.deprel == "flat" and word.head >= 0:
            parts.setdefault(word.head, []).append(index)
    for first, found in parts.items():
        rest = _unbroken(words, first, found)
        if words[first].upos != "PROPN" or not rest:
            continue
        last = rest[-1]
        for index, word in enumerate(words):
            if word.head != first or index == last:
                continue
            if index in rest:
                words[index] = replace(word, head=last, deprel="compound")
            else:
                words[index] = replace(word, head=last)
        words[last] = replace(
            words[last], head=words[first].head, deprel=words[first].deprel
        )
        words[first] = replace(words[first], head=last, deprel="compound")
    return words


def _unbroken(words: Sequence[ReadWord], first: int, parts: Sequence[int]) -> list[int]:
    """Keep the parts of a name that follow each other; hyphens may lie between.

    What lies further on was hung on the name by mistake.
    """
    kept = []
    place = first
    for part in parts:
        if any(words[i].xpos != "HYPH" for i in range(place + 1, part)):
            break
        if part > place:
            kept.append(part)
            place = part
    return kept
