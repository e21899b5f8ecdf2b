"""Passages with one pronoun and two names, and how a scorer learns from them.

GAP (``google-research-datasets/gap-coreference``, Apache-2.0): passages of the English
Wikipedia in which a "he" or "she" may mean either of two people named; told is which
of the two it means, if any, and nothing else. Learned from are its development and
validation parts; its test part is measured on.
"""

import csv
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from dragoman.annotate.mentions.finder import MentionFinder, join, narrow
from dragoman.annotate.mentions.links import describe, pair_up
from dragoman.annotate.mentions.notes import Noted, note
from dragoman.annotate.mentions.pairs import compare
from dragoman.annotate.sentences import DocumentReader
from dragoman.model.document import Block, BlockKind
from link_documents import make_document

PARTS = "development", "validation"
_TOGETHER = 8
_NAME = 0
_LEAST = 1e-4


@dataclass(frozen=True)
class Passage:
    """A passage; rows of mentions.

    Attributes:
        noted: Its mentions.
        states: States of all words.
        pronoun: The pronoun.
        names: Of each of the two people, whether he is meant, and his mentions; the
            first ones as they are marked, and all of the same name.
    """

    noted: Noted
    states: np.ndarray
    pronoun: int
    names: tuple[tuple[bool, list[int], list[int]], ...]


def read_gap(
    raw: Path, parts: Sequence[str], reader: DocumentReader, finder: MentionFinder
) -> Iterator[Passage]:
    """Yield the passages whose pronoun is found.

    Args:
        raw: Corpora.
        parts: Parts of GAP.
        reader: What reads documents.
        finder: What finds mentions.
    """
    for part in parts:
        path = raw / f"gap/gap-{part}.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for row in rows:
                passage = _read(row, reader, finder)
                if passage is not None:
                    yield passage


def _read(
    row: dict[str, str], reader: DocumentReader, finder: MentionFinder
) -> Passage | None:
    text = clean(row["Text"])
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    document = make_document(row["ID"], text, (block,))
    sentences, states = reader.read_document(document)
    mentions = join(narrow(finder.find(states, sentences), sentences), sentences)
    noted = note(mentions, sentences)
    starts, heads = [], []
    for one in mentions:
        sentence = sentences[one.sentence]
        starts.append((sentence[one.start].start, sentence[one.end - 1].end))
        heads.append(sentence[one.head].start)
    low = int(row["Pronoun-offset"])
    extent = low, low + len(row["Pronoun"])
    if extent not in starts:
        return None
    marked = []
    for which in "AB":
        low = int(row[f"{which}-offset"])
        high = low + len(row[which])
        marked.append([i for i, head in enumerate(heads) if low <= head < high])
    last = [{int(noted.last[i]) for i in rows} - {-1} for rows in marked]
    alike = [
        sorted(
            {
                *rows,
                *(
                    i
                    for i in range(len(noted))
                    if noted.kind[i] == _NAME and noted.last[i] in own - other
                ),
            }
        )
        for rows, own, other in zip(marked, last, reversed(last), strict=True)
    ]
    meant = [row[f"{which}-coref"] == "TRUE" for which in "AB"]
    names = tuple(zip(meant, marked, alike, strict=True))
    return Passage(noted, np.concatenate(states), starts.index(extent), names)


def clean(text: str) -> str:
    """Write quotation marks as usual, some letter for those that were lost."""
    text = text.replace("``", ' "').replace("''", '" ')
    return re.sub(r"(?<=[A-Za-z*])\*|\*(?=[A-Za-z*])", "e", text)


class Passages:
    """Some passages in tensors, side by side as if they were one document."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        rows, later, earlier, pairs = [], [], [], []
        self.pronouns: list[int] = []
        # By passage and person: whether he is meant, his mentions.
        self.names: list[tuple[bool, list[int], list[int]]] = []
        base = 0
        for one in passages:
            own, other = pair_up(one.noted)
            rows.append(describe(one.noted, one.states.astype(np.float32)))
            later.append(own + base)
            earlier.append(other + base)
            pairs.append(compare(one.noted, own, other))
            self.pronouns.append(one.pronoun + base)
            for meant, marked, alike in one.names:
                self.names.append(
                    (meant, [i + base for i in marked], [i + base for i in alike])
                )
            base += len(one.noted)
        self.count = base
        self.mentions = torch.from_numpy(np.concatenate(rows))
        self.later = torch.from_numpy(np.concatenate(later))
        self.earlier = torch.from_numpy(np.concatenate(earlier))
        self.pairs = torch.from_numpy(np.concatenate(pairs, 1))


def read_passages(raw: Path, target: Path, chance: random.Random) -> list[Passages]:
    """Return the passages that are learned from, some at once.

    Args:
        raw: Corpora.
        target: Folder of the model that reads them.
        chance: Source of chance.
    """
    found = [*read_gap(raw, PARTS, DocumentReader(target), MentionFinder(target))]
    chance.shuffle(found)
    starts = range(0, len(found), _TOGETHER)
    return [Passages(found[start : start + _TOGETHER]) for start in starts]


def passages_loss(scores: Tensor, one: Passages) -> Tensor:
    """Return the mean loss of passages.

    A pronoun means somebody by all ways that lead from antecedent to antecedent to a
    mention of his name, whatever the mentions between are; so it is learned which of
    these fit too. Where he is named after the pronoun only, his name has to lead back.
    """
    count = one.count
    table = torch.full((count, count), -1e4)
    table = table.index_put((one.later, one.earlier), scores)
    shares = torch.softmax(torch.cat([torch.zeros(count, 1), table], 1), 1)[:, 1:]
    people = torch.zeros(count, 2)
    for number, (_, _, alike) in enumerate(one.names):
        people[alike, number % 2] = 1.0
    back = torch.zeros(count, 1)
    back[one.pronouns] = 1.0
    reached, led = _reach(shares, people), _reach(shares, back)
    losses = []
    for number, (meant, marked, alike) in enumerate(one.names):
        pronoun = one.pronouns[number // 2]
        if any(row < pronoun for row in alike):
            share = reached[pronoun, number % 2]
        elif marked:
            share = led[marked[0], 0]
        else:
            continue
        share = share.clamp(_LEAST, 1 - _LEAST)
        losses.append(share.log() if meant else (1 - share).log())
    return -torch.stack(losses).sum() / len(one.pronouns)


def _reach(shares: Tensor, ends: Tensor) -> Tensor:
    """Return with what share each mention leads to an end, ``(mentions, ends)``.

    An end leads no farther.
    """
    ways = torch.where(ends.sum(1, keepdim=True) > 0, torch.zeros(()), shares)
    one = torch.eye(len(shares))
    return torch.linalg.solve_triangular(one - ways, ends, upper=False)
