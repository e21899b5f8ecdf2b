"""A parse while it is put right: heads and relations that may be changed."""

from bisect import insort
from collections.abc import Sequence, Set
from typing import NamedTuple

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Relations of what stands inside a noun phrase.
INSIDE = frozenset({"compound", "amod", "nmod:poss", "nmod", "flat", "nummod"})


class ReadWord(NamedTuple):
    """What the model says of one word; ``head`` counts in the sentence.

    ``name`` is its label as part of a name, ``subtype`` the finer type of that name.
    """

    upos: str
    xpos: str
    lemma: str
    head: int
    deprel: str
    name: str
    subtype: str = ""


class Tree:
    """Heads and relations of a sentence while they are being changed."""

    def __init__(self, words: Sequence[ReadWord]) -> None:
        self.words = list(words)
        self.head = [word.head for word in words]
        self.relation = [word.deprel for word in words]
        self._children: list[list[int]] = [[] for _ in words]
        for index, head in enumerate(self.head):
            if head >= 0:
                self._children[head].append(index)

    def children(self, index: int) -> list[int]:
        """Return what hangs on a word, in order of the text."""
        return self._children[index][:]

    def kinds_below(self, index: int) -> list[str]:
        """Return the relations of what hangs on a word, in order of the text."""
        return [self.relation[child] for child in self._children[index]]

    def root(self) -> int:
        """Return the first root, or -1."""
        return self.relation.index("root") if "root" in self.relation else -1

    def has_below(self, index: int, relations: Set[str]) -> bool:
        """Tell whether something hangs on a word by one of some relations."""
        relation = self.relation
        for child in self._children[index]:  # noqa: SIM110 - asked for every word
            if relation[child] in relations:
                return True
        return False

    def first_below(self, index: int, relation: str) -> int:
        """Return the first word that hangs on another by a relation, or -1."""
        for child in self._children[index]:
            if self.relation[child] == relation:
                return child
        return -1

    def subject_kind(self, verb: int) -> str:
        """Return the relation of a subject to a verb: that of its voice."""
        return "nsubj:pass" if self.has_below(verb, {"aux:pass"}) else "nsubj"

    def hang(self, index: int, head: int) -> None:
        """Hang a word, with all below it, on another head; never below itself."""
        if self.is_below(head, index):
            return
        if self.head[index] >= 0:
            self._children[self.head[index]].remove(index)
        if head >= 0:
            insort(self._children[head], index)
        self.head[index] = head

    def crown(self, old: int, new: int) -> None:
        """Put ``new`` in the place of ``old``, with all that hung on it."""
        above, relation = self.head[old], self.relation[old]
        for child in self.children(old):
            if child != new:
                self.hang(child, new)
        self.move(new, above, relation)
        self.hang(old, new)

    def marker(self, index: int, *relations: str) -> str:
        """Return the lemma of the first marker or preposition of a word."""
        for child in self._children[index]:
            if self.relation[child] in relations:
                return self.words[child].lemma
        return ""

    def move(self, index: int, head: int, relation: str) -> None:
        """Hang a word on another head by another relation."""
        self.hang(index, head)
        self.relation[index] = relation

    def make_verb(self, index: int) -> None:
        """Read a word as the base form of a verb."""
        self.words[index] = self.words[index]._replace(upos="VERB", xpos="VB")

    def case(self, index: int) -> str:
        """Return the preposition of a word in lower case, empty if it has none."""
        for child in self._children[index]:
            if self.relation[child] == "case" and self.words[child].xpos != "POS":
                return self.words[child].lemma.lower()
        return ""

    def left(self, index: int) -> int:
        """Return the first word of the phrase that a word heads."""
        first = index
        for child in self._children[index]:
            if child < first:
                first = self.left(child)
        return first

    def right(self, index: int) -> int:
        """Return the last word of the phrase that a word heads."""
        last = index
        for child in self._children[index]:
            if child > last:
                last = self.right(child)
        return last

    def is_below(self, index: int, top: int) -> bool:
        """Tell whether a word is ``top`` or hangs somewhere below it."""
        while index >= 0:
            if index == top:
                return True
            index = self.head[index]
        return False
