"""Mentions and their chains in the corpora that have them.

A mention is ``[head, start, end, type, chain]``: words of the sentence, the end
exclusive; the type is ``null`` where a corpus types by another scheme.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from treebank import Tree

Mention = tuple[int, int, int, str | None, str]

# What ends a noun phrase before its end: the head of "the man in the hat" is "man".
_AFTER_HEAD = frozenset(
    {"of", "in", "at", "on", "who", "whom", "whose", "which", "that", "with", "from"}
    | {"to", "for", "by", "as", "and", "or", "where", "when", ",", ";", ":", "--", "("}
)


def gum_mentions(tree: Tree) -> list[Mention]:
    """Read the bracketed ``Entity`` values of a sentence of GUM.

    The head is the word of the mention that hangs outside of it; where two mentions
    have one head ("Ann", "Ann and Bob"), the shorter one is kept.
    """
    found: dict[int, Mention] = {}
    for start, end, kind, chain in brackets(tree):
        head = head_of(tree, start, end)
        before = found.get(head)
        if before is None or end - start < before[2] - before[1]:
            found[head] = (head, start, end, kind, chain)
    return [found[head] for head in sorted(found)]


def head_of(tree: Tree, start: int, end: int) -> int:
    """Return the word in ``[start, end)`` whose head lies outside, else the first."""
    return next(
        (i for i in range(start, end) if not start < tree.words[i].head <= end), start
    )


def brackets(tree: Tree) -> Iterator[tuple[int, int, str, str]]:
    """Yield every mention of a sentence of GUM: start, end, type, chain."""
    open_mentions: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, word in enumerate(tree.words):
        value = re.search(r"(?:^|\|)Entity=([^|]*)", word.misc)
        if not value:
            continue
        for opened, closed in re.findall(r"(\([^()]*\)?)|([^()]*\))", value[1]):
            if opened:
                parts = opened.strip("()").split("-")
                if opened.endswith(")"):
                    yield index, index + 1, parts[1], parts[0]
                else:
                    open_mentions[parts[0]].append((index, parts[1]))
            elif open_mentions[closed.strip("()")]:
                start, kind = open_mentions[closed.strip("()")].pop()
                yield start, index + 1, kind, closed.strip("()")


def read_litbank(folder: Path) -> Iterator[tuple[str, list[str], list[Mention]]]:
    """Yield the sentences of LitBank: document, words, mentions without a type."""
    for path in sorted(folder.glob("*.conll")):
        rows: list[list[str]] = []
        for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
            if line.startswith("#"):
                continue
            if line.strip():
                rows.append(line.split("\t"))
            elif rows:
                words = [row[3] for row in rows]
                yield path.stem, words, _conll_mentions(rows, words)
                rows = []


def _conll_mentions(rows: list[list[str]], words: list[str]) -> list[Mention]:
    open_mentions: dict[str, list[int]] = defaultdict(list)
    found: dict[int, Mention] = {}
    for index, row in enumerate(rows):
        for opened, chain, closed in re.findall(r"(\()?(\d+)(\))?", row[-1]):
            if opened:
                open_mentions[chain].append(index)
            if closed and open_mentions[chain]:
                start = open_mentions[chain].pop()
                head = _likely_head(words, start, index + 1)
                before = found.get(head)
                if before is None or index + 1 - start < before[2] - before[1]:
                    found[head] = (head, start, index + 1, None, chain)
    return [found[head] for head in sorted(found)]


def _likely_head(words: list[str], start: int, end: int) -> int:
    """Return the last word before what follows a head; no tree tells it."""
    for index in range(start + 1, end):
        if words[index].lower() in _AFTER_HEAD:
            return index - 1
    return end - 1
