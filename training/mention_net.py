"""The heads that find mentions, trained on the states of an exported encoder."""

import logging
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.mentions.finder import Floats
from dragoman.annotate.mentions.notes import TYPES
from dragoman.model.syntax import Sentence
from link_documents import Gold, by_words

LABELS = ["O", *TYPES]
WIDTH = 128
SPAN = 64
RATE = 1e-3
_HALVES = (slice(SPAN), slice(SPAN, None))
_NEVER = -1e4
log = logging.getLogger("mentions")


class MentionNet(nn.Module):
    """Two layers over a word and its neighbours, and three heads upon them."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.mix = nn.Conv1d(hidden, WIDTH, 3, padding=1)
        self.far = nn.Conv1d(WIDTH, WIDTH, 3, padding=1)
        self.drop_states = nn.Dropout(0.1)
        self.drop = nn.Dropout(0.4)
        size = hidden + WIDTH
        self.scores = nn.Linear(size, len(LABELS))
        self.pointers = nn.Linear(size, 2 * SPAN)
        self.marks = nn.Linear(size, 2 * SPAN)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of types, and what points at first and last words.

        The products of the second and the third, by halves, score first and last
        words.

        Args:
            states: States of words, shape ``(words, hidden)``.
        """
        states = self.drop_states(states)
        near = functional.relu(self.mix(states.T[None]))
        both = near + functional.relu(self.far(self.drop(near)))
        words = self.drop(torch.cat([states, both[0].T], 1))
        return self.scores(words), self.pointers(words) * SPAN**-0.5, self.marks(words)


@dataclass
class Taught:
    """A document: states, type of each word, mentions by words of the document.

    ``mentions`` has a row each: head, first and last word, sentence's bounds.
    """

    states: Tensor
    types: Tensor
    mentions: Tensor


def teach(gold: Gold, sentences: list[Sentence], states: list[Floats]) -> Taught:
    """Put the marked mentions of a document on its words; one a head."""
    offsets = np.cumsum([0, *(len(sentence) for sentence in sentences)]).tolist()
    types = torch.zeros(offsets[-1], dtype=torch.long)
    rows: dict[int, list[int]] = {}
    for (number, start, end), (_, kind) in by_words(gold, sentences).items():
        sentence, low = sentences[number], offsets[number]
        head = sentence.head_of(sentence[start].start, sentence[end - 1].end)
        place = low + (start if head is None else head)
        known = rows.get(place)
        if known is None or end - start < known[2] - known[1] + 1:
            bounds = [low, low + len(sentence)]
            rows[place] = [place, low + start, low + end - 1, *bounds]
            types[place] = LABELS.index(kind)
    mentions = torch.tensor([rows[place] for place in sorted(rows)])
    return Taught(torch.from_numpy(np.concatenate(states)), types, mentions)


def train_mentions(
    documents: list[Taught], epochs: int, chance: random.Random
) -> MentionNet:
    """Return the trained heads."""
    net = MentionNet(documents[0].states.shape[1])
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=RATE, total_steps=epochs * len(documents), pct_start=0.1
    )
    for epoch in range(epochs):
        chance.shuffle(documents)
        total = 0.0
        for one in documents:
            loss = mention_loss(net, one)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        log.info("mentions epoch %d loss %.4f", epoch, total / len(documents))
    return net.eval()


def mention_loss(net: MentionNet, one: Taught) -> Tensor:
    """Return the mean loss of a document."""
    scores, pointers, marks = net(one.states)
    loss = functional.cross_entropy(scores, one.types)
    head, start, last, low, high = one.mentions.T
    pointers = pointers[head]
    place = torch.arange(len(marks))[None]
    for half, target, least, most in zip(
        _HALVES, (start, last), (low, head), (head + 1, high), strict=True
    ):
        points = pointers[:, half] @ marks[:, half].T
        allowed = (place >= least[:, None]) & (place < most[:, None])
        points = points.masked_fill(~allowed, _NEVER)
        loss = loss + 0.5 * functional.cross_entropy(points, target)
    return loss


def export_mentions(net: MentionNet, path: Path) -> None:
    """Write the graph that finds mentions."""
    names = ("states", "scores", "pointers", "marks")
    torch.onnx.export(
        net,
        (torch.zeros(3, net.mix.in_channels),),
        str(path),
        input_names=["states"],
        output_names=["scores", "pointers", "marks"],
        dynamic_axes={name: {0: "w"} for name in names},
        opset_version=17,
        dynamo=False,
    )
