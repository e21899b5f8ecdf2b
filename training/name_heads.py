"""Train what finds names on the states of the model that is exported.

    python name_heads.py TARGET RAW [--keep-out FILE ...] [--epochs N] [--seed S]
        [--start]

Reads ``TARGET/encoder.onnx``, which stays as it is: the rules after it are fitted to
its trees. Writes ``names.onnx`` and ``names.json`` beside it. Labels are learned in a row as
they are told in a row: of all rows in which every name begins with B, the right one.
The weights are a moving average over the last steps. With ``--start`` the weights
that ship are gone on with, on the corpora that mark best, and averaged with the new.
"""

import argparse
import copy
import json
import logging
import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.encoder.name_clues import Clues
from halves import halve
from head_weights import read_weights
from name_frames import SOURCE as FRAMES
from name_rows import TYPES, read_names
from name_windows import IGNORED, LABELS, Window, make_windows
from runs import begin, follow

WIDTH = 128
RATE = 2e-3
DECAY = 0.02
# Words of a step.
SIZE = 3000
AVERAGE = 0.998
# What finer types weigh beside the labels.
TYPE_SHARE = 0.3
# What names as a whole weigh beside the labels word by word.
WHOLE_SHARE = 0.9
_NEVER = -1e4
_PRODUCTS = ("states", "clues", "names", "types")
# Added to the score of no name: several corpora mark more than most readers would.
# Set on the development halves of UNER English-EWT and CrossNER politics.
CALM = 0.7
# What is gone on with: slower, and the corpora that mark best by weight.
_GO_ON_RATE = 3e-4
_GO_ON_AVERAGE = 0.995
GO_ON = {
    "ewt": 1.5,
    "gum": 1.0,
    "own": 2.0,
    "crossner_politics": 4.0,
    "wikigold": 0.3,
    FRAMES: 0.3,
}
# Windows that are sorted by length at a time.
CHUNK = 2000
log = logging.getLogger("names")


class NameNet(nn.Module):
    """Two layers over a word and its neighbours, and two heads upon them."""

    def __init__(self, hidden: int, clues: int) -> None:
        super().__init__()
        self.states = nn.Linear(hidden, WIDTH, bias=False)
        self.clues = nn.Linear(clues, WIDTH)
        self.near = nn.Conv1d(WIDTH, WIDTH, 3, padding=1)
        self.far = nn.Conv1d(WIDTH, WIDTH, 3, padding=2, dilation=2)
        self.names = nn.Linear(2 * WIDTH, len(LABELS))
        self.types = nn.Linear(2 * WIDTH, len(TYPES))
        self.drop_states = nn.Dropout(0.4)
        self.drop = nn.Dropout(0.2)

    def forward(
        self, states: Tensor, clues: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score labels and finer types of each word.

        Args:
            states: Shape ``(windows, words, hidden)``.
            clues: Shape ``(windows, words, size)``.
            mask: Shape ``(windows, words, 1)``, zero after the end of a window.
        """
        own = self.states(self.drop_states(states)) + self.clues(clues)
        own = functional.gelu(own) * mask
        near = functional.gelu(_over_words(self.near, self.drop(own))) * mask
        both = own + near
        far = functional.gelu(_over_words(self.far, self.drop(both))) * mask
        mixed = self.drop(torch.cat([own, both + far], 2))
        return self.names(mixed), self.types(mixed)


def _over_words(layer: nn.Conv1d, rows: Tensor) -> Tensor:
    return layer(rows.transpose(1, 2)).transpose(1, 2)


class Exported(nn.Module):
    """The network as it runs: texts in a row, two empty rows between them.

    Every word has a clue, how it is written; a row without any is no word.
    """

    def __init__(self, net: NameNet) -> None:
        super().__init__()
        self.net = net
        calm = torch.zeros(len(LABELS))
        calm[0] = CALM
        self.register_buffer("calm", calm)

    def forward(self, states: Tensor, clues: Tensor) -> tuple[Tensor, Tensor]:
        """Return logarithms of label probabilities, and probabilities of types."""
        rows = clues[None]
        names, types = self.net(states[None], rows, rows.amax(2, keepdim=True))
        return (names[0] + self.calm).log_softmax(-1), types[0].softmax(-1)


def main() -> None:
    """Read, train, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    parser.add_argument("--epochs", type=float)
    parser.add_argument("--start", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = begin(arguments.seed)
    rows = read_names(arguments.raw, arguments.keep_out)
    table = Path(__file__).with_name("names.tsv")
    start = None
    if arguments.start:
        rows = [row for row in rows if row.source in GO_ON]
    windows = make_windows(
        rows, arguments.target, table, chance, GO_ON if arguments.start else None
    )
    log.info("%d sentences, %d windows", len(rows), len(windows))
    if arguments.start:
        hidden = windows[0].states.shape[1]
        start = read_net(arguments.target, hidden, Clues().size)
    epochs = arguments.epochs or (1.0 if arguments.start else 2.5)
    export(train(windows, epochs, chance, start), arguments.target)


def read_net(folder: Path, hidden: int, clues: int) -> NameNet:
    """Return what ships."""
    net = NameNet(hidden, clues)
    read_weights(folder / "names.onnx", net, _PRODUCTS)
    return net


def train(
    windows: list[Window],
    epochs: float,
    chance: random.Random,
    start: NameNet | None = None,
) -> NameNet:
    """Return the average of the network over the last steps.

    Args:
        windows: What is learned from.
        epochs: How often the windows are seen, by their weights.
        chance: Source of chance.
        start: What is gone on with, in its place; a fresh network if there is none.
    """
    rate, longest = (RATE, AVERAGE) if start is None else (_GO_ON_RATE, _GO_ON_AVERAGE)
    net = start or NameNet(windows[0].states.shape[1], Clues().size)
    average, before = copy.deepcopy(net), copy.deepcopy(net)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=DECAY)
    drawn = sum(len(window.words) * window.weight for window in windows)
    steps = int(epochs * drawn / SIZE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=rate, total_steps=steps + 1, pct_start=0.1
    )
    step, total = 0, 0.0
    while step < steps:
        for batch in _batches(windows, chance):
            loss = _loss(net, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            follow(average, net, min(longest, (1 + step) / (10 + step)))
            step, total = step + 1, total + loss.item()
            if not step % 200:
                log.info("step %d of %d, loss %.4f", step, steps, total / step)
            if step == steps:
                break
    if start is not None:
        # Half of what was known before: frames alone take too much for a land.
        follow(average, before, 0.5)
    return average.eval()


def _batches(windows: list[Window], chance: random.Random) -> list[list[Window]]:
    """Draw the windows of an epoch by their weights, in batches of like length."""
    drawn: list[Window] = []
    for window in windows:
        whole, rest = divmod(window.weight, 1.0)
        drawn.extend([window] * (int(whole) + (chance.random() < rest)))
    chance.shuffle(drawn)
    groups: list[list[Window]] = []
    for low in range(0, len(drawn), CHUNK):
        group: list[Window] = []
        found = [group]
        size = 0
        for window in sorted(drawn[low : low + CHUNK], key=lambda w: len(w.words)):
            if group and size + len(window.words) > SIZE:
                group = []
                found.append(group)
                size = 0
            group.append(window)
            size += len(window.words)
        chance.shuffle(found)
        groups.extend(found)
    return groups


def _loss(net: NameNet, batch: list[Window]) -> Tensor:
    shape = len(batch), max(len(window.words) for window in batch)
    states = np.zeros((*shape, batch[0].states.shape[1]), np.float32)
    clues = np.zeros((*shape, batch[0].clues.shape[1]), np.float32)
    mask = np.zeros((*shape, 1), np.float32)
    labels = np.full(shape, IGNORED, np.int64)
    types = np.full(shape, IGNORED, np.int64)
    for row, window in enumerate(batch):
        own = row, slice(len(window.words))
        states[own], clues[own], mask[own] = window.states, window.clues, 1.0
        labels[own], types[own] = window.labels, window.types
    inside = torch.from_numpy(mask)
    names, kinds = net(torch.from_numpy(states), torch.from_numpy(clues), inside)
    known = torch.from_numpy(labels), torch.from_numpy(types)
    return score(names, kinds, *known, inside)


def score(
    names: Tensor, kinds: Tensor, labels: Tensor, types: Tensor, mask: Tensor
) -> Tensor:
    """Return the loss of what the network says of windows; zero if none is known."""
    loss = names.sum() * 0
    if (labels != IGNORED).any():
        whole = _by_names(names, labels, mask[:, :, 0] > 0)
        loss = (1 - WHOLE_SHARE) * _by_word(names, labels) + WHOLE_SHARE * whole
    if (types != IGNORED).any():
        loss = loss + TYPE_SHARE * _by_word(kinds, types)
    return loss


def _by_word(scores: Tensor, known: Tensor) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, 1), known.flatten(), ignore_index=IGNORED
    )


def _by_names(scores: Tensor, known: Tensor, mask: Tensor) -> Tensor:
    """Return the loss of the labels in a row, a word; unknown ones may be any."""
    allowed = _grammar()
    opening = torch.tensor([_NEVER if x[0] == "I" else 0.0 for x in LABELS])
    right = known[:, :, None] == torch.arange(len(LABELS))
    right = right | (known == IGNORED)[:, :, None]
    # All ways of labelling, and the right ones.
    both = torch.cat([scores, scores.masked_fill(~right, _NEVER)])
    inside = torch.cat([mask, mask])
    sums = both[:, 0] + opening
    for place in range(1, both.shape[1]):
        following = torch.logsumexp(sums[:, :, None] + allowed, 1) + both[:, place]
        sums = torch.where(inside[:, place, None], following, sums)
    every, hits = torch.logsumexp(sums, 1).chunk(2)
    return (every - hits).sum() / mask.sum()


def _grammar() -> Tensor:
    """Forbid I after anything but its own B or I."""
    return torch.tensor(
        [
            [
                _NEVER if x[0] == "I" and (y == "O" or x[1:] != y[1:]) else 0.0
                for x in LABELS
            ]
            for y in LABELS
        ]
    )


def export(net: NameNet, folder: Path) -> None:
    """Write the graph and its labels."""
    inputs = (
        torch.zeros(5, net.states.in_features),
        torch.zeros(5, net.clues.in_features),
    )
    torch.onnx.export(
        Exported(net).eval(),
        inputs,
        str(folder / "names.onnx"),
        input_names=["states", "clues"],
        output_names=["names", "types"],
        dynamic_axes={x: {0: "w"} for x in ("states", "clues", "names", "types")},
        opset_version=17,
        dynamo=False,
    )
    halve(folder / "names.onnx")
    (folder / "names.json").write_text(
        json.dumps({"names": LABELS, "types": TYPES}, separators=(",", ":")) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
