"""Base forms: a table for open classes, the model's edits for closed ones.

Whether "arrived" loses a letter or two is a fact about the word, not about its
context; so it is looked up. The model decides where the table is silent, and for
the few words whose lemma the context tells ("'s" is "be" or "have").
"""

from collections import Counter
from functools import lru_cache
from importlib.resources.abc import Traversable

# Tags of forms that are their own lemma, and of those that are looked up.
_BASE = frozenset({"VB", "VBP", "NN", "JJ", "RB"})
_INFLECTED = {
    "VBD": "VERB",
    "VBN": "VERB",
    "VBG": "VERB",
    "VBZ": "VERB",
    "NNS": "NOUN",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "RBR": "ADV",
    "RBS": "ADV",
}
_OPEN = frozenset({"VERB", "NOUN", "ADJ", "ADV"})
_AUXILIARY = frozenset({"be", "have", "do"})
Edit = tuple[int, str] | None


class Lemmas:
    """Finds base forms."""

    def __init__(self, table: Traversable) -> None:
        self._table = read_lemma_table(table)
        self._verbs = frozenset(self._table["VERB"].values())

    def settle(self, word: str, xpos: str) -> str:
        """Correct a tag that the form forbids: "terming", "froze" are no base forms."""
        if xpos not in {"VB", "VBP"} or word in self._verbs:
            return xpos
        if self._table["VERB"].get(word, "be") == "be":
            return xpos
        return "VBG" if word.endswith("ing") else "VBZ" if word[-1] == "s" else "VBD"

    def find(self, word: str, upos: str, xpos: str, edit: Edit) -> str:
        """Return the lemma of a word.

        Args:
            word: The word as it stands.
            upos: Its universal part of speech.
            xpos: Its Penn tag.
            edit: What the model would do: letters to cut off the end, letters to
                add; ``None`` to leave the word as it stands.
        """
        if upos == "PROPN":
            return word
        lower = word.lower().replace("’", "'")
        if upos in _OPEN and lower[0] != "'":
            if xpos in _BASE:
                return lower
            kind = _INFLECTED.get(xpos)
            if kind is not None and (known := self._table[kind].get(lower)):
                return known
            first, hyphen, last = lower.rpartition("-")
            if hyphen and kind is not None and (known := self._table[kind].get(last)):
                return first + hyphen + known
        if upos == "AUX" and self._table["VERB"].get(lower) in _AUXILIARY:
            return self._table["VERB"][lower]
        if edit is None:
            return word if upos == "X" else lower
        cut, ending = edit
        if cut >= len(lower):
            # "went" > "go" leaves nothing of the word: good only for that word.
            return ending or lower
        if xpos == "NNS" and cut == 1 and not ending and lower[-1] != "s":
            return lower  # "police" is its own base form: only an "s" is taken off
        found = (lower[:-cut] if cut else lower) + ending
        # "Spread" and "broadcast" are their own past: no verb "sprea" is known.
        own = upos == "VERB" and lower in self._verbs and found not in self._verbs
        return lower if own else found


def read_lemma_table(table: Traversable) -> dict[str, dict[str, str]]:
    """Return lemmas by form of each open class; the rows of a class stand together."""
    return _read_lemmas(table.read_bytes())


@lru_cache(maxsize=1)
def _read_lemmas(table: bytes) -> dict[str, dict[str, str]]:
    text = table.decode("utf-8")
    fields = text.rstrip("\n").replace("\n", "\t").split("\t")
    kinds, forms, lemmas = fields[::3], fields[1::3], fields[2::3]
    found: dict[str, dict[str, str]] = {kind: {} for kind in _OPEN}
    start = 0
    for kind, count in Counter(kinds).items():
        rows = slice(start, start + count)
        found[kind] = dict(zip(forms[rows], lemmas[rows], strict=True))
        start += count
    return found


def read_edit(script: str) -> Edit:
    """Read ``3>y``; ``None`` for ``=``, which leaves the word as it stands."""
    if script == "=":
        return None
    cut, _, ending = script.partition(">")
    return int(cut), ending
