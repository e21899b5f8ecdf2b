"""What the tree says of where mentions start and end, learned beside their heads.

A log-linear choice among the words that the heads point at, with one number more for
each relation that is taken in or left out at an edge of the tree. Learned from what
networks point at in documents that they have not seen, and told in units of their
scores, so that it is added to these when the model runs.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from dragoman.annotate.mentions.bounds import Edge, edges_after, edges_before
from dragoman.model.syntax import Sentence
from link_documents import Gold, by_words
from mention_net import SPAN, MentionNet

# Heads are looked at from this probability on; personal pronouns head no phrase.
_LEAST = 0.15
_PRONOUNS = frozenset({"PRP", "PRP$"})
# What lies this far below the best is no candidate unless the tree says so.
_FAR = 8.0
_STEPS = 80
_DECAY = 4e-4
_NEVER = -60.0
# Numbers smaller than this are not worth a row.
_WORTH = 0.05

Read = tuple[Gold, list[Sentence], list[NDArray[np.float32]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The words one of which a mention starts or ends with.

    ``scores`` are those of the words from ``first`` on, ``right`` what is marked.
    """

    scores: NDArray[np.float32]
    first: int
    edges: list[Edge]
    right: frozenset[int]


def learn_bounds(
    documents: Sequence[Read], net_for: Callable[[int], MentionNet], path: Path
) -> None:
    """Write the tables.

    Args:
        documents: Documents in which every mention is marked, as they are read.
        net_for: Gives the network that has not seen the document of that number.
        path: File to write.
    """
    pairs = [
        pair
        for number, document in enumerate(documents)
        for pair in _choices(document, net_for(number))
    ]
    tables = {
        "starts": _fit([start for start, _ in pairs]),
        "ends": _fit([end for _, end in pairs]),
    }
    text = json.dumps(tables, separators=(",", ":"))
    path.write_text(f"{text}\n", encoding="utf-8")


@torch.no_grad()
def _choices(document: Read, net: MentionNet) -> Iterator[tuple[Choice, Choice]]:
    gold, sentences, states = document
    marked: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number, start, end in by_words(gold, sentences):
        sentence = sentences[number]
        head = sentence.head_of(sentence[start].start, sentence[end - 1].end)
        marked.setdefault((number, -1 if head is None else head), []).append(
            (start, end - 1)
        )
    scores, pointers, marks = net(torch.from_numpy(np.concatenate(states)))
    odds = 1 - scores.softmax(1)[:, 0]
    low = 0
    for number, sentence in enumerate(sentences):
        own = slice(low, low + len(sentence))
        for head in range(len(sentence)):
            right = marked.get((number, head))
            unsure = odds[low + head] < _LEAST
            if right is None or unsure or sentence[head].tag in _PRONOUNS:
                continue
            points = pointers[low + head]
            starts = (marks[own, :SPAN] @ points[:SPAN])[: head + 1].numpy()
            ends = (marks[own, SPAN:] @ points[SPAN:])[head:].numpy()
            before, after = edges_before(sentence, head), edges_after(sentence, head)
            yield (
                Choice(starts, 0, before, frozenset(one for one, _ in right)),
                Choice(ends, head, after, frozenset(one for _, one in right)),
            )
        low += len(sentence)


def _fit(choices: list[Choice]) -> dict[str, dict[str, float]]:
    """Return what is added by relation, in units of the scores."""
    names = sorted(
        {
            name
            for choice in choices
            for _, taken_in, left_out in choice.edges
            for name in (f"within {taken_in}", f"outside {left_out}")
        }
    )
    columns = {name: place for place, name in enumerate(names, 1)}
    rows, groups, right = [], [], []
    for number, choice in enumerate(choices):
        table = np.zeros((len(choice.scores), 1 + len(names)), np.float32)
        table[:, 0] = choice.scores - choice.scores.max()
        for word, taken_in, left_out in choice.edges:
            place = word - choice.first
            if 0 <= place < len(table):
                table[place, columns[f"within {taken_in}"]] = 1
                table[place, columns[f"outside {left_out}"]] = 1
        hits = np.isin(np.arange(len(table)) + choice.first, [*choice.right])
        kept = (table[:, 0] > -_FAR) | table[:, 1:].any(1) | hits
        if hits.any():
            rows.append(table[kept])
            right.append(hits[kept])
            groups.append(np.full(kept.sum(), number))
    weights = _regress(
        torch.from_numpy(np.concatenate(rows)),
        torch.from_numpy(np.concatenate(groups)),
        torch.from_numpy(np.concatenate(right)),
    )
    tables: dict[str, dict[str, float]] = {"within": {}, "outside": {}}
    for name, place in columns.items():
        value = round(float(weights[place] / weights[0]), 2)
        if abs(value) >= _WORTH:
            side, _, relation = name.partition(" ")
            tables[side][relation] = value
    return tables


def _regress(rows: Tensor, groups: Tensor, right: Tensor) -> Tensor:
    weights = torch.zeros(rows.shape[1])
    weights[0] = 1
    weights.requires_grad_(True)
    optimiser = torch.optim.LBFGS(
        [weights], max_iter=_STEPS, line_search_fn="strong_wolfe"
    )
    count = int(groups.max()) + 1

    def sums(scores: Tensor) -> Tensor:
        """Return the log-sum-exp of each group."""
        most = torch.full((count,), _NEVER)
        most = most.scatter_reduce(0, groups, scores.detach(), "amax")
        shares = (scores - most[groups]).exp()
        total = torch.zeros(count).scatter_add(0, groups, shares)
        return most + total.clamp(1e-30).log()

    def measure() -> Tensor:
        optimiser.zero_grad()
        scores = rows @ weights
        hits = torch.where(right, scores, torch.full_like(scores, _NEVER))
        used = torch.zeros(count).scatter(0, groups, 1.0)
        missed = sums(scores) - sums(hits)
        loss = (missed * used).sum() / used.sum() + _DECAY * (weights[1:] ** 2).sum()
        loss.backward()
        return loss

    optimiser.step(measure)
    return weights.detach()
